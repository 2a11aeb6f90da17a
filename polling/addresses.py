"""The addresses of this laptop as they are now, and the address that students scan or type. Nothing is sent.

`polling/interfaces.py` says which is best; here this laptop is looked at, each system in its own way.
"""

from __future__ import annotations

import ipaddress
import socket
import subprocess
import sys
from collections.abc import Hashable
from pathlib import Path

from polling import interfaces, routes
from polling.interfaces import LOOPBACK, Address, Route

__all__ = ["LOOPBACK", "Address", "find", "glance", "join_url", "typed"]

ASK_WITHIN_S = 3.0
"""A program of the system that has not answered by then is done without."""
_ELSEWHERE = ((socket.AF_INET, "198.51.100.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses that nobody has: the system says by which of ours it would go there."""
_TEMPORARY = 0x01 | 0x20
"""Of an IPv6 address on Linux: made for privacy, or about to go."""


def find() -> tuple[Address, ...]:
    """The addresses of this laptop, the likeliest for phones first; the loopback address when there is no other."""
    return interfaces.best_first(_seen(), (*_asked_routes(), *_routes()))


def glance() -> Hashable:
    """Something cheap that differs when the addresses or the way out have changed."""
    return frozenset(_seen()), _routes()


def join_url(host: str, port: int, room_code: str) -> str:
    """What the QR code holds: address and room code; port 80 is not written."""
    return f"http://{typed(host, port)}/{room_code}"


def typed(host: str, port: int) -> str:
    """The address as a person types it: the port only when it is not 80, an IPv6 address in its brackets."""
    bare = f"[{host}]" if ":" in host else host
    return bare if port == 80 else f"{bare}:{port}"


def _seen() -> list[Address]:
    # Loading it asks the system's linker, which takes longer than all else here: only who wants addresses waits.
    import ifaddr

    passing = _passing_hosts()
    seen: list[Address] = []
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            # On Windows the adapter's name is its maker's, and each address has the name that the teacher sees.
            host = ip.ip if isinstance(ip.ip, str) else ip.ip[0]
            if host not in passing:
                seen.append(Address(host, ip.nice_name, ip.network_prefix, adapter.nice_name))
    return seen


def _passing_hosts() -> frozenset[str]:
    """IPv6 addresses that this laptop uses for a while only, where the system says so."""
    passing: set[str] = set()
    for line in _text(Path("/proc/net/if_inet6")).splitlines():
        fields = line.split()
        if len(fields) == 6 and int(fields[4], 16) & _TEMPORARY:
            passing.add(str(ipaddress.IPv6Address(int(fields[0], 16))))
    return frozenset(passing)


def _routes() -> tuple[Route, ...]:
    """The address this laptop would send from. Connecting a datagram socket sends nothing."""
    ways: list[Route] = []
    for family, target in _ELSEWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((target, 9))
                ways.append(Route(str(probe.getsockname()[0]), 0))
        except OSError:
            continue
    return tuple(ways)


def _asked_routes() -> tuple[Route, ...]:
    """All ways out, also those behind a private network that took the first place."""
    if sys.platform == "win32":
        return routes.of_windows(_printed("route", "print", "-4"))
    elif sys.platform == "darwin":
        return routes.of_macos(_printed("netstat", "-rn"))
    else:  # not merely after it: so the type checker passes over it for the others
        return routes.of_linux(_text(Path("/proc/net/route")), _text(Path("/proc/net/ipv6_route")))


def _printed(*command: str) -> str:
    # A program without a window of its own opens one on Windows unless it is told not to.
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=ASK_WITHIN_S, stdin=subprocess.DEVNULL, creationflags=flags
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii", "replace")
    except OSError:
        return ""
