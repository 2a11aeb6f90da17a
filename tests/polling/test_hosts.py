"""Which Host and Origin are ours, to the letter, and the address that phones are told."""

from __future__ import annotations

import pytest

from polling.addresses import Address
from polling.hosts import Hosts, is_own_origin

FOUND = (Address("192.168.1.23", "wlan0"), Address("10.0.0.7", "eth0"), Address("fd00::7", "eth0"))


def listening(port: int = 8080) -> Hosts:
    hosts = Hosts()
    assert hosts.find(FOUND, port)
    return hosts


@pytest.mark.parametrize(
    "host",
    [
        *("192.168.1.23:8080", "10.0.0.7:8080", "127.0.0.1:8080", "localhost:8080", "LocalHost:8080"),
        *("[fd00::7]:8080", "[FD00::7]:8080"),
    ],
)
def test_our_own_addresses_are_ours(host: str) -> None:
    assert listening().own([host]) == host


@pytest.mark.parametrize(
    "host",
    [
        *("", " ", "192.168.1.23", "192.168.1.23:80", "192.168.1.23:08080", "192.168.1.23:8080:8080"),
        *("192.168.1.23.:8080", "192.168.1.23:8080.", "localhost.:8080", "192.168.1.24:8080", "192.168.001.23:8080"),
        *("127.attacker.example:8080", "192.168.1.23.nip.example:8080", "localhost.attacker.example:8080"),
        *("attacker.example", "user@192.168.1.23:8080", "192.168.1.23:8080/", "http://192.168.1.23:8080"),
        *("127.1:8080", "2130706433:8080", "0x7f.0.0.1:8080", "0.0.0.0:8080", "127.0.0.2:8080", "[::1]:8080"),
        *("fd00::7:8080", "[fd00::8]:8080", "192.168.1.23:8080, attacker.example", "１92.168.1.23:8080"),
    ],
)
def test_what_only_looks_or_leads_like_ours_is_not(host: str) -> None:
    assert listening().own([host]) is None


def test_there_must_be_one_host() -> None:
    assert listening().own([]) is None
    assert listening().own(["localhost:8080", "localhost:8080"]) is None


def test_port_80_may_be_left_out() -> None:
    hosts = listening(80)
    assert hosts.own(["192.168.1.23"])
    assert hosts.own(["[fd00::7]"])
    assert hosts.own(["192.168.1.23:80"])
    assert hosts.own(["192.168.1.23:8080"]) is None


@pytest.mark.parametrize(
    "origins",
    [
        *([], [""], ["null"], ["http://attacker.example"], ["https://10.0.0.7:8080"], ["HTTP://10.0.0.7:8080"]),
        *(["http://10.0.0.7"], ["http://10.0.0.7:8081"], ["http://10.0.0.7:8080/"], ["http://10.0.0.7:8080."]),
        *(["http://192.168.1.23:8080"], ["http://10.0.0.7:8080", "http://10.0.0.7:8080"]),
    ],
)
def test_a_page_from_elsewhere_has_another_origin(origins: list[str]) -> None:
    assert not is_own_origin(origins, "10.0.0.7:8080")


def test_our_page_has_our_origin() -> None:
    assert is_own_origin(["http://10.0.0.7:8080"], "10.0.0.7:8080")


def test_phones_are_told_the_best_address_or_the_chosen_one() -> None:
    hosts = listening()
    assert hosts.join_url("4271") == "http://192.168.1.23:8080/4271"
    assert not hosts.choose("10.9.9.9")
    assert hosts.choose("10.0.0.7")
    assert hosts.teacher_url("key") == "http://10.0.0.7:8080/teacher#key"
    part = hosts.part("4271")
    assert (part.host, part.port, part.typed, part.room_code) == ("10.0.0.7", 8080, "10.0.0.7:8080", "4271")
    assert part.teacher_url == "http://10.0.0.7:8080/teacher"
    assert [each.name for each in part.addresses] == ["wlan0", "eth0", "eth0"]


def test_this_laptop_is_known_by_its_addresses() -> None:
    hosts = listening()
    assert all(hosts.is_here(host) for host in ("127.0.0.1", "127.9.9.9", "::1", "192.168.1.23", "10.0.0.7"))
    assert not any(hosts.is_here(host) for host in ("192.168.1.24", "", "10.0.0.70", "fe80::1"))


def test_a_chosen_address_that_is_gone_is_told_no_more() -> None:
    hosts = listening()
    hosts.choose("10.0.0.7")
    assert not hosts.find(FOUND, 8080)
    assert hosts.find(FOUND[:1], 8080)
    assert hosts.told == "192.168.1.23"
    assert hosts.own(["10.0.0.7:8080"]) is None
