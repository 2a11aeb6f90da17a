"""The adapter that was chosen at a network is chosen there again."""

from __future__ import annotations

from pathlib import Path

import pytest

from polling.interfaces import Address
from polling.networks import MOST, Networks

WIFI, CABLE = Address("10.60.17.5", "Wi-Fi", 20), Address("10.30.4.19", "Ethernet", 24)
AT_SCHOOL = (CABLE, WIFI)
AT_HOME = (Address("192.168.1.23", "Wi-Fi", 24), Address("192.168.2.9", "Ethernet", 24))


def test_a_choice_is_remembered_for_its_network_only(tmp_path: Path) -> None:
    Networks(tmp_path / "networks.json").keep(AT_SCHOOL, WIFI.host)
    later = Networks(tmp_path / "networks.json")
    tomorrow = (CABLE, Address("10.60.30.77", "Wi-Fi", 20))
    assert later.preferred(tomorrow) == "10.60.30.77"
    assert later.preferred(AT_HOME) is None


def test_the_last_choice_counts(tmp_path: Path) -> None:
    networks = Networks(tmp_path / "networks.json")
    networks.keep(AT_SCHOOL, WIFI.host)
    networks.keep(AT_SCHOOL, CABLE.host)
    assert Networks(tmp_path / "networks.json").preferred(AT_SCHOOL) == CABLE.host


def test_old_networks_are_forgotten(tmp_path: Path) -> None:
    networks = Networks(tmp_path / "networks.json")
    for number in range(MOST + 1):
        networks.keep((Address(f"10.{number}.0.2", "Wi-Fi", 24),), f"10.{number}.0.2")
    assert networks.preferred((Address("10.0.0.2", "Wi-Fi", 24),)) is None
    assert networks.preferred((Address("10.1.0.2", "Wi-Fi", 24),)) == "10.1.0.2"


@pytest.mark.parametrize("kept", [b"", b"[1]", b"\xff\xfe", b'{"10.0.0.0/24": 7}'])
def test_a_file_that_cannot_be_read_counts_as_none(tmp_path: Path, kept: bytes) -> None:
    path = tmp_path / "networks.json"
    path.write_bytes(kept)
    networks = Networks(path)
    assert networks.preferred(AT_SCHOOL) is None
    networks.keep(AT_SCHOOL, WIFI.host)
    assert Networks(path).preferred(AT_SCHOOL) == WIFI.host


@pytest.mark.expects_log("was not kept")
def test_a_choice_that_cannot_be_written_holds_for_this_lesson(tmp_path: Path) -> None:
    networks = Networks(tmp_path / "no folder" / "networks.json")
    networks.keep(AT_SCHOOL, WIFI.host)
    assert networks.preferred(AT_SCHOOL) == WIFI.host


def test_no_network_is_no_choice() -> None:
    networks = Networks()
    networks.keep((Address("127.0.0.1", "localhost"),), "127.0.0.1")
    assert networks.preferred((Address("127.0.0.1", "localhost"),)) is None
