"""The ways from a laptop to the rest of the world, read from what each system prints. Pure: text in, routes out."""

from __future__ import annotations

from collections.abc import Iterator

from polling.interfaces import Route

_NOWHERE = "00000000"
_METRIC_OF_NO_WAY = 0xFFFFFFFF


def of_linux(inet: str, inet6: str) -> tuple[Route, ...]:
    """From /proc/net/route and /proc/net/ipv6_route."""
    return (*_of_proc_route(inet), *_of_proc_ipv6_route(inet6))


def of_macos(text: str) -> tuple[Route, ...]:
    """From `netstat -rn`. The first way is the one that is taken; those of other adapters stand below it."""
    return tuple(Route(name, place) for place, name in enumerate(_default_adapters(text)))


def of_windows(text: str) -> tuple[Route, ...]:
    """From `route print -4`, in any language: only its numbers are looked at."""
    found: list[Route] = []
    for line in text.splitlines():
        fields = line.split()
        if len(fields) == 5 and fields[:2] == ["0.0.0.0", "0.0.0.0"] and fields[4].isdecimal():
            found.append(Route(fields[3], int(fields[4])))
    return tuple(found)


def _of_proc_route(text: str) -> Iterator[Route]:
    for line in text.splitlines()[1:]:
        fields = line.split()
        if len(fields) >= 8 and fields[1] == fields[7] == _NOWHERE and fields[6].isdecimal():
            yield Route(fields[0], int(fields[6]))


def _of_proc_ipv6_route(text: str) -> Iterator[Route]:
    for line in text.splitlines():
        fields = line.split()
        if len(fields) < 10 or fields[0] != 4 * _NOWHERE or fields[1] != "00":
            continue
        metric = int(fields[5], 16)
        if metric != _METRIC_OF_NO_WAY and fields[9] != "lo":
            yield Route(fields[9], metric)


def _default_adapters(text: str) -> Iterator[str]:
    column = 3
    for line in text.splitlines():
        fields = line.split()
        if "Netif" in fields:
            column = fields.index("Netif")
        elif fields[:1] == ["default"] and len(fields) > column:
            yield fields[column]
