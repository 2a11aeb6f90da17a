"""The right address of a laptop with many adapters, on a table of recorded ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from polling import routes
from polling.interfaces import LOOPBACK, Address, Kind, Route, best_first, is_open_to_the_world, kind, network

RECORDED = Path(__file__).with_name("recorded_networks.txt")
MAY_BE_WRONG = 2


@dataclass
class Laptop:
    """One laptop of the table."""

    title: str
    system: str = ""
    seen: list[Address] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    sends_from: str = ""
    right: str = ""

    def routes(self) -> tuple[Route, ...]:
        """What polling/addresses.py would find out about the ways out."""
        text = "\n".join(self.printed)
        read = {
            "windows": lambda: routes.of_windows(text),
            "macos": lambda: routes.of_macos(text),
            "linux": lambda: routes.of_linux(f"Iface Destination\n{text}", ""),
        }[self.system]()
        return (*read, Route(self.sends_from, 0)) if self.sends_from else read


def laptops() -> Iterator[Laptop]:
    for block in RECORDED.read_text("utf-8").split("\n## ")[1:]:
        title, system, *lines = block.strip().splitlines()
        laptop = Laptop(title, system)
        for line in lines:
            mark, _, rest = line.partition(" ")
            if mark == ">":
                laptop.printed.append(rest)
            elif mark == "^":
                laptop.sends_from = rest
            elif mark == "=":
                laptop.right = rest
            elif line:
                name, description, hosts = (part.strip() for part in line.split("|"))
                for host in hosts.split():
                    bare, _, prefix = host.partition("/")
                    laptop.seen.append(Address(bare, name, int(prefix), description))
        yield laptop


def test_the_right_address_comes_first_on_nearly_every_recorded_laptop() -> None:
    wrong = {
        laptop.title: found
        for laptop in laptops()
        if (found := best_first(laptop.seen, laptop.routes())[0].host) != laptop.right
    }
    assert len(list(laptops())) >= 40
    assert len(wrong) <= MAY_BE_WRONG, wrong


def test_the_table_tells_a_bad_choice_from_a_good_one() -> None:
    first_seen = [laptop.title for laptop in laptops() if laptop.seen[0].host != laptop.right]
    first_way_out = [
        laptop.title
        for laptop in laptops()
        if laptop.routes() and laptop.routes()[-1].via not in (laptop.right, *names(laptop))
    ]
    assert len(first_seen) > MAY_BE_WRONG
    assert len(first_way_out) > MAY_BE_WRONG


def names(laptop: Laptop) -> list[str]:
    return [each.name for each in laptop.seen if each.host == laptop.right]


@pytest.mark.parametrize(
    ("host", "name", "description", "expected"),
    [
        ("192.168.1.2", "Wi-Fi", "Intel(R) Wi-Fi 6 AX201 160MHz", Kind.ORDINARY),
        ("10.0.0.2", "br0", "", Kind.ORDINARY),
        ("172.17.0.1", "docker0", "", Kind.VIRTUAL),
        ("10.0.0.9", "Ethernet 9", "Fortinet SSL VPN Virtual Ethernet Adapter", Kind.VIRTUAL),
        ("172.20.10.3", "en5", "", Kind.TETHER),
        ("172.20.10.3", "Wi-Fi", "Intel(R) Wi-Fi 6", Kind.ORDINARY),
        ("192.168.137.1", "Local Area Connection* 3", "Microsoft Wi-Fi Direct Virtual Adapter", Kind.HOTSPOT),
        ("10.42.0.1", "cni0", "", Kind.VIRTUAL),
    ],
)
def test_an_adapter_is_known_by_its_name_and_address(host: str, name: str, description: str, expected: Kind) -> None:
    assert kind(Address(host, name, 24, description)) is expected


def test_addresses_nobody_can_reach_are_left_out() -> None:
    useless = [Address("127.0.0.1", "lo"), Address("169.254.7.7", "wlan0"), Address("fe80::1", "wlan0")]
    assert best_first(useless, ()) == (Address(LOOPBACK, "localhost"),)


def test_a_network_is_known_again_whatever_virtual_machines_run() -> None:
    wifi, cable = Address("10.20.31.7", "Wi-Fi", 22), Address("10.30.4.19", "Ethernet", 24)
    virtual = Address("172.28.96.1", "vEthernet (WSL)", 20)
    assert network([wifi, cable]) == network([cable, virtual, Address("10.20.29.1", "Wi-Fi", 22)])
    assert network([wifi]) != network([wifi, cable])
    assert network([Address("192.168.1.9", "wlan0")]) == "192.168.1.0/24"
    assert network([Address("fd00:20::9", "wlan0")]) == "fd00:20::/64"
    assert network([Address(LOOPBACK, "localhost"), virtual]) == ""


def test_an_address_of_the_whole_internet_is_told_from_one_of_the_house() -> None:
    assert is_open_to_the_world("145.97.141.22")
    assert is_open_to_the_world("2a02:a46b::1")
    for host in ("10.0.0.1", "192.168.1.1", "100.90.4.2", "fd00::1", LOOPBACK):
        assert not is_open_to_the_world(host)
