"""From what was seen to what is wrong and what helps."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from polling.arrivals import Reached
from presenter.doctor.diagnosis import PATIENCE_S, Cause, Evidence, PhoneSays, Remedy, diagnosed, remedies

LONG = {"waited_s": PATIENCE_S}
READ = Reached(connected=1, pages=1)


@pytest.mark.parametrize(
    ("seen", "cause"),
    [
        ({}, Cause.WAITING),
        ({"waited_s": PATIENCE_S - 1}, Cause.WAITING),
        (LONG, Cause.APART),
        ({"phone_says": PhoneSays.LOADS}, Cause.APART),
        (LONG | {"heard_phones": True}, Cause.FIREWALL),
        ({"phone_says": PhoneSays.REFUSED}, Cause.FIREWALL),
        ({"is_blocked": True}, Cause.FIREWALL),
        ({"phone_says": PhoneSays.OTHER_PAGE}, Cause.PORTAL),
        ({"phone_says": PhoneSays.MOBILE}, Cause.MOBILE),
        (LONG | {"reached": READ}, Cause.FILTER),
        ({"reached": READ}, Cause.WAITING),
        (LONG | {"reached": Reached(connected=1, pages=1, sockets=1)}, Cause.SILENT),
        (LONG | {"reached": Reached(connected=1, pages=1, detours=1)}, Cause.SILENT),
        ({"reached": Reached(connected=1, pages=1, sockets=1, beats=1)}, Cause.WORKS),
        ({"reached": Reached(connected=1, pages=1, detours=1, beats=1, beats_by_detour=1)}, Cause.DETOUR),
        ({"reached": Reached(connected=2, pages=2, detours=1, sockets=1, beats=2, beats_by_detour=1)}, Cause.WORKS),
        ({"listens_here_only": True, "has_network": False}, Cause.THIS_LAPTOP),
        ({"has_network": False}, Cause.NO_NETWORK),
    ],
)
def test_what_was_seen_says_where_it_stops(seen: dict[str, Any], cause: Cause) -> None:
    assert diagnosed(Evidence(**seen)) is cause


def test_green_is_only_for_a_heartbeat_from_outside() -> None:
    flags = (False, True)
    for connected, says, heard, blocked, waited in itertools.product(
        range(2), PhoneSays, flags, flags, (0, PATIENCE_S)
    ):
        for pages, sockets, detours in itertools.product(range(connected + 1), repeat=3):
            evidence = Evidence(
                reached=Reached(connected=connected, pages=pages, sockets=sockets, detours=detours),
                phone_says=says,
                heard_phones=heard,
                is_blocked=blocked,
                waited_s=waited,
            )
            assert diagnosed(evidence) not in (Cause.WORKS, Cause.DETOUR)


def test_everything_that_is_wrong_has_something_that_helps() -> None:
    for cause in Cause:
        if cause is not Cause.WAITING:
            assert remedies(cause, Evidence())


def test_a_network_that_keeps_apart_is_answered_with_what_is_at_hand() -> None:
    assert remedies(Cause.APART, Evidence())[:2] == (Remedy.SAME_WIFI, Remedy.CABLE)
    two = remedies(Cause.APART, Evidence(other_addresses=True))
    assert two[0] is Remedy.OTHER_ADDRESS
    assert Remedy.CABLE not in remedies(Cause.APART, Evidence(is_wired=True))
    assert two[-1] is Remedy.ASK_IT


def test_a_public_network_is_made_private_first() -> None:
    assert remedies(Cause.FIREWALL, Evidence(is_public=True))[0] is Remedy.MAKE_PRIVATE
    assert remedies(Cause.FIREWALL, Evidence())[0] is Remedy.ALLOW
