"""Networks as schools have them: each is told apart, and an address that changes costs nobody an answer."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from polling import commands, wire
from polling.arrivals import Reached
from presenter.doctor import neighbours
from presenter.doctor.diagnosis import PATIENCE_S, Cause, Evidence, PhoneSays, diagnosed
from tests.faults.conftest import Start, StartCrowd
from tests.faults.crowd import broken_promises, unserved
from tests.faults.school import (
    CABLE,
    CABLE_BESIDE,
    CABLE_GATE,
    ELSEWHERE,
    ELSEWHERE_GATE,
    GATE,
    LAPTOP,
    PHONE,
    School,
)
from tests.polling_process import PollingProcess
from tests.recount import Recount
from tests.wire_clients import WireTeacher

SAYS = {
    "loads": PhoneSays.LOADS,
    "refused": PhoneSays.REFUSED,
    "other_page": PhoneSays.OTHER_PAGE,
    "failing": PhoneSays.UNKNOWN,
    "works": PhoneSays.UNKNOWN,
}
V6_LAPTOP, V6_PHONE = "fd77::1", "fd77::2"


class Visit:
    """A lesson at this school, and a phone that tries the test page."""

    def __init__(self, school: School, server: PollingProcess) -> None:
        self.school, self.server = school, server
        key = urlsplit(server.teacher_url).fragment
        with school.at_the_laptop():
            self.teacher = WireTeacher(f"http://127.0.0.1:{server.port}/teacher#{key}")
        self.address = self.teacher.waits_for(wire.AddressPart)

    def diagnosis(self, host: str = "") -> Cause:
        """Scan the code (for another address of the laptop: that one), and judge what is known then."""
        before = self._heard()
        place = self.address.typed.replace(self.address.host, host) if host else self.address.typed
        url = f"http://{place}/test#{self.address.room_code}"
        says = json.loads(self.school.runs(self.school.phone, sys.executable, "-m", "tests.faults.scanning", url))
        evidence = Evidence(
            reached=self._reached(says),
            waited_s=PATIENCE_S,
            heard_phones=bool(self._heard() - before),
            other_addresses=len(self.address.addresses) > 1,
            phone_says=SAYS[says],
        )
        return diagnosed(evidence)

    def _reached(self, says: str) -> Reached:
        """What the server has seen; when the phone saw something, so must the server."""
        if says == "works":
            self.teacher.waits_for(wire.ReachPart, lambda part: part.beats > 0)
        elif says == "failing":
            self.teacher.waits_for(wire.ReachPart)
        part = self.teacher.last(wire.ReachPart)
        return Reached() if part is None else Reached(**{name: getattr(part, name) for name in COUNTED})

    def _heard(self) -> frozenset[str]:
        return neighbours.of_linux(self.school.runs(self.school.laptop, "cat", "/proc/net/arp"))


COUNTED = Reached.__struct_fields__
BeginVisit = Callable[[], Visit]


@pytest.fixture
def visit(school: School, start_server: Start) -> BeginVisit:
    """Begins a lesson in the network that the test has built."""

    def visit() -> Visit:
        return Visit(school, start_server(inside=school.laptop, host=""))

    return visit


def on_one_wifi(school: School, *, is_isolated: bool = False) -> None:
    school.network("wifi", GATE)
    school.joins("laptop", "wlan0", LAPTOP, "wifi", gate=GATE, is_isolated=is_isolated)
    school.joins("phone", "wlan0", PHONE, "wifi", gate=GATE, is_isolated=is_isolated)


def behind_the_gate(school: School) -> None:
    """The laptop on a cable, phones on the wifi, and a gate that passes on between the two."""
    school.network("wifi", GATE)
    school.network("cable", CABLE_GATE)
    school.joins("laptop", "eth0", CABLE, "cable", gate=CABLE_GATE)
    school.joins("phone", "wlan0", PHONE, "wifi", gate=GATE)
    school.forwards()


def test_an_open_network_works(school: School, visit: BeginVisit) -> None:
    on_one_wifi(school)
    here = visit()
    assert here.address.host == LAPTOP
    assert here.diagnosis() is Cause.WORKS


def test_an_access_point_that_isolates_keeps_apart(school: School, visit: BeginVisit) -> None:
    on_one_wifi(school, is_isolated=True)
    assert visit().diagnosis() is Cause.APART


def test_a_cable_beside_wifi_that_isolates_is_chosen_and_works(school: School, visit: BeginVisit) -> None:
    on_one_wifi(school, is_isolated=True)
    school.joins("laptop", "eth0", CABLE_BESIDE, "wifi", gate=GATE, metric=100)
    here = visit()
    assert here.address.host == CABLE_BESIDE
    assert here.diagnosis(LAPTOP) is Cause.APART
    assert here.diagnosis() is Cause.WORKS


def test_a_firewall_that_drops_is_one_that_hears_phones_and_lets_none_in(school: School, visit: BeginVisit) -> None:
    on_one_wifi(school)
    school.filters(school.laptop, "input", 'iifname "wlan0" ip protocol tcp drop')
    assert visit().diagnosis() is Cause.FIREWALL


def test_a_firewall_that_refuses_is_one_at_once(school: School, visit: BeginVisit) -> None:
    on_one_wifi(school)
    school.filters(school.laptop, "input", 'iifname "wlan0" ip protocol tcp reject with tcp reset')
    assert visit().diagnosis() is Cause.FIREWALL


def test_another_part_of_the_network_without_a_way_keeps_apart(school: School, visit: BeginVisit) -> None:
    school.network("wifi", GATE)
    school.network("pupils", ELSEWHERE_GATE)
    school.joins("laptop", "wlan0", LAPTOP, "wifi", gate=GATE)
    school.joins("phone", "wlan0", ELSEWHERE, "pupils", gate=ELSEWHERE_GATE)
    assert visit().diagnosis() is Cause.APART


def test_a_portal_shows_another_page(school: School, visit: BeginVisit) -> None:
    behind_the_gate(school)
    here = visit()
    school.stands_between("portal", CABLE, here.server.port)
    assert here.diagnosis() is Cause.PORTAL


def test_blocked_websockets_are_a_detour(school: School, visit: BeginVisit) -> None:
    behind_the_gate(school)
    here = visit()
    school.stands_between("no_upgrade", CABLE, here.server.port)
    assert here.diagnosis() is Cause.DETOUR


def test_where_only_pages_come_through_it_is_a_filter(school: School, visit: BeginVisit) -> None:
    behind_the_gate(school)
    here = visit()
    school.stands_between("pages_only", CABLE, here.server.port)
    assert here.diagnosis() is Cause.FILTER


def test_a_network_without_old_addresses_works(school: School, visit: BeginVisit) -> None:
    school.network("wifi", GATE)
    school.joins("laptop", "wlan0", V6_LAPTOP, "wifi")
    school.joins("phone", "wlan0", V6_PHONE, "wifi")
    here = visit()
    assert here.address.join_url.startswith(f"http://[{V6_LAPTOP}]:")
    assert here.diagnosis() is Cause.WORKS


@pytest.mark.parametrize("by_requests", [False, True], ids=["websockets", "requests"])
def test_a_new_address_while_a_question_is_open_costs_nobody_an_answer(
    school: School, visit: BeginVisit, start_crowd: StartCrowd, by_requests: bool
) -> None:
    on_one_wifi(school)
    here, another = visit(), "10.77.0.99"
    crowd = start_crowd(here.server.join_url, 20, inside=school.phone, longest_s=1, by_requests=by_requests)
    crowd.is_here()
    here.teacher.does(commands.GoTo("s1"))
    crowd.does("answer")
    crowd.answers_more(40)
    moved_s = time.monotonic()
    school.moves("wlan0", LAPTOP, another)
    told = here.teacher.waits_for(wire.AddressPart, lambda part: part.host == another)
    print(f"the new address was told after {time.monotonic() - moved_s:.2f} s")
    assert told.join_url.startswith(f"http://{another}:")
    crowd.waits_until(lambda seen: seen["failures"].get("lost", 0) >= crowd.count)
    crowd.does(f"at {another}")
    crowd.is_here(60)
    crowd.answers_more(40)
    crowd.does("quiet")
    crowd.does("settle")
    stored = Recount(here.server.store)
    histories = crowd.tells()
    assert broken_promises(histories, stored) + unserved(histories, stored) == []
    assert len(stored.participants) == crowd.count


def test_a_school_leaves_nothing_behind(needs: Callable[..., None]) -> None:
    needs("ip", "nft", "sysctl")
    school = School()
    with pytest.raises(RuntimeError), school:
        goes_wrong(school)
    assert school._helpers[0].returncode is not None
    left = {path.name for path in Path("/run/netns").iterdir()}
    assert left.isdisjoint(school._names.values())


def goes_wrong(school: School) -> None:
    """A test that fails in the middle of its network."""
    on_one_wifi(school)
    school.stands_between("portal", LAPTOP, 80)
    raise RuntimeError
