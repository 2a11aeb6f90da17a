"""Which address a phone can reach."""

import socket

import pytest

from polling.addresses import LOOPBACK, Address, best_first, find, join_url, typed

WIFI = Address("192.168.1.23", "wlan0")
CABLE = Address("10.20.3.4", "Ethernet")
DOCKER = Address("172.17.0.1", "docker0")
VPN = Address("10.8.0.2", "tun0")
HYPER_V = Address("172.29.0.1", "vEthernet (WSL)")
NO_LEASE = Address("169.254.7.7", "wlan0")
LOCAL = Address("127.0.0.1", "lo")


@pytest.mark.parametrize(
    ("seen", "default_route", "first"),
    [
        ([LOCAL, DOCKER, WIFI], "192.168.1.23", WIFI),
        ([HYPER_V, VPN, CABLE, WIFI], "10.20.3.4", CABLE),
        ([VPN, WIFI], "10.8.0.2", WIFI),
        ([DOCKER, WIFI], None, WIFI),
        ([NO_LEASE, DOCKER], None, DOCKER),
    ],
)
def test_the_likeliest_is_first(seen: list[Address], default_route: str | None, first: Address) -> None:
    assert best_first(seen, default_route)[0] == first


def test_addresses_nobody_can_reach_are_left_out() -> None:
    assert best_first([LOCAL, NO_LEASE], None) == (Address(LOOPBACK, "localhost"),)


def test_this_computer_has_an_address() -> None:
    assert find()[0].host


def test_port_80_is_not_typed() -> None:
    assert typed("10.0.0.1", 80) == "10.0.0.1"
    assert join_url("10.0.0.1", 8080, "4271") == "http://10.0.0.1:8080/4271"


def test_without_a_default_route_there_is_still_a_first_address(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unconnected(socket.socket):
        def connect(self, address: object) -> None:
            raise OSError(101, "Network is unreachable")

    monkeypatch.setattr("polling.addresses.socket.socket", Unconnected)
    assert find()[0].host
