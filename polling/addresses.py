"""Which address of this laptop a phone can reach, and the address that students scan or type. Nothing is sent."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

import ifaddr
import msgspec

LOOPBACK = "127.0.0.1"
_UNLIKELY = (
    "docker", "br-", "veth", "virbr", "vmnet", "vmware", "virtualbox", "vboxnet", "vethernet", "hyper-v", "wsl",
    "tun", "tap", "utun", "wg", "zt", "tailscale", "zerotier", "nordlynx", "radmin", "ppp", "awdl", "llw", "bluetooth",
)  # fmt: skip
"""Parts of names of adapters that lead to a virtual machine or a private network elsewhere."""


class Address(msgspec.Struct, frozen=True):
    """An IPv4 address of this laptop and the name of its adapter."""

    host: str
    name: str


def find() -> tuple[Address, ...]:
    """The addresses of this laptop, the likeliest for phones first; the loopback address when there is no other."""
    seen = [
        Address(ip.ip, adapter.nice_name)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    ]
    return best_first(seen, _default_route())


def best_first(seen: Iterable[Address], default_route: str | None) -> tuple[Address, ...]:
    """The addresses a phone may reach: the default route's first, then private ranges, then odd adapters.

    `default_route` is the address from which this laptop reaches the rest of the world, if it does.
    """
    usable = [each for each in seen if not _is_of_no_use(each.host)]
    ranked = sorted(usable, key=lambda each: _rank(each, default_route))
    return tuple(ranked) or (Address(LOOPBACK, "localhost"),)


def join_url(host: str, port: int, room_code: str) -> str:
    """What the QR code holds: address and room code; port 80 is not written."""
    return f"http://{typed(host, port)}/{room_code}"


def typed(host: str, port: int) -> str:
    """The address as a person types it: the port only when it is not 80."""
    return host if port == 80 else f"{host}:{port}"


def _rank(address: Address, default_route: str | None) -> tuple[bool, bool, bool, str]:
    is_odd = any(part in address.name.casefold() for part in _UNLIKELY)
    is_private = ipaddress.ip_address(address.host).is_private
    return is_odd, address.host != default_route, not is_private, address.host


def _is_of_no_use(host: str) -> bool:
    ip = ipaddress.ip_address(host)
    return ip.is_loopback or ip.is_link_local or ip.is_unspecified or ip.is_multicast


def _default_route() -> str | None:
    """The address of the adapter with the default route: connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])
