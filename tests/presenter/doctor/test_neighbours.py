"""Who a laptop has heard on its own network, from what its system prints."""

from __future__ import annotations

import subprocess

import pytest

from presenter.doctor import neighbours
from presenter.doctor.neighbours import of_arp, of_linux

LINUX = """IP address       HW type     Flags       HW address            Mask     Device
192.168.1.1      0x1         0x2         a4:2b:b0:11:22:33     *        wlp2s0
192.168.1.66     0x1         0x2         3e:11:22:33:44:55     *        wlp2s0
192.168.1.99     0x1         0x0         00:00:00:00:00:00     *        wlp2s0
"""
WINDOWS = """
Interface: 10.20.31.7 --- 0xe
  Internetadres         Fysiek adres          Type
  10.20.28.1            a4-2b-b0-11-22-33     dynamisch
  10.20.31.255          ff-ff-ff-ff-ff-ff     statisch
  224.0.0.22            01-00-5e-00-00-16     statisch
"""
MACOS = """? (192.168.1.1) at a4:2b:b0:11:22:33 on en0 ifscope [ethernet]
? (192.168.1.66) at 3e:1:22:33:44:55 on en0 ifscope [ethernet]
? (192.168.1.99) at (incomplete) on en0 ifscope [ethernet]
? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
"""


def test_each_system_tells_who_was_heard() -> None:
    assert of_linux(LINUX) == {"192.168.1.1", "192.168.1.66"}
    assert of_arp(WINDOWS) == {"10.20.28.1"}
    assert of_arp(MACOS) == {"192.168.1.1", "192.168.1.66"}


def test_what_is_no_list_has_nobody_in_it() -> None:
    assert of_linux("") == of_arp("") == of_arp("999.1.1.1 at a4:2b:b0:11:22:33") == frozenset()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_a_system_that_says_nothing_has_heard_nobody(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    def run(command: tuple[str, ...], **_: object) -> None:
        raise FileNotFoundError(command[0])

    monkeypatch.setattr("presenter.doctor.neighbours.sys.platform", system)
    monkeypatch.setattr("presenter.doctor.neighbours.subprocess.run", run)
    assert neighbours.here() == frozenset()


def test_a_system_with_a_program_for_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 0, MACOS.encode())

    monkeypatch.setattr("presenter.doctor.neighbours.sys.platform", "darwin")
    monkeypatch.setattr("presenter.doctor.neighbours.subprocess.run", run)
    assert neighbours.here() == {"192.168.1.1", "192.168.1.66"}


def test_this_machine_can_be_asked() -> None:
    assert isinstance(neighbours.here(), frozenset)
