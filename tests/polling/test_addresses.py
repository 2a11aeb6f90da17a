"""The addresses of this very machine, and how an address is written."""

import socket
import subprocess

import pytest

from polling import addresses
from polling.addresses import find, glance, join_url, typed


def test_this_computer_has_an_address() -> None:
    assert find()[0].host


def test_port_80_is_not_typed() -> None:
    assert typed("10.0.0.1", 80) == "10.0.0.1"
    assert join_url("10.0.0.1", 8080, "4271") == "http://10.0.0.1:8080/4271"


def test_an_ipv6_address_stands_in_brackets() -> None:
    assert typed("fd00:20::9", 80) == "[fd00:20::9]"
    assert join_url("fd00:20::9", 8080, "4271") == "http://[fd00:20::9]:8080/4271"


def test_without_a_way_out_there_is_still_a_first_address(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unconnected(socket.socket):
        def connect(self, address: object) -> None:
            raise OSError(101, "Network is unreachable")

    monkeypatch.setattr("polling.addresses.socket.socket", Unconnected)
    assert find()[0].host


def test_a_glance_is_the_same_until_an_address_comes_or_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = glance()
    assert glance() == before
    monkeypatch.setattr("ifaddr.get_adapters", list)
    assert glance() != before


@pytest.mark.parametrize(("system", "program"), [("win32", "route"), ("darwin", "netstat")])
def test_a_system_whose_program_says_nothing_is_done_without(
    monkeypatch: pytest.MonkeyPatch, system: str, program: str
) -> None:
    asked: list[str] = []

    def run(command: tuple[str, ...], **_: object) -> None:
        asked.append(command[0])
        raise subprocess.TimeoutExpired(command, addresses.ASK_WITHIN_S)

    monkeypatch.setattr("polling.addresses.sys.platform", system)
    monkeypatch.setattr("polling.addresses.subprocess.run", run)
    assert find()[0].host
    assert asked == [program]
