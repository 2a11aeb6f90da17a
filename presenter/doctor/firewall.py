"""What the firewall of Windows says about this program. It is read and never changed. Pure, but for `here`.

Windows writes a rule against a program when somebody answers its question with *Cancel*, or may not answer it; after
that it says nothing any more.
"""

from __future__ import annotations

import ntpath
import os
import sys
from collections.abc import Iterable, Iterator, Mapping

import msgspec

_POLICY = r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy"
_RULES = rf"{_POLICY}\FirewallRules"
_NETWORKS = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\Profiles"
_TCP = "6"
_PROFILES = ("Public", "Private", "Domain")


class Rule(msgspec.Struct, frozen=True):
    """One rule about what comes in, as far as it matters here. No profile means all of them."""

    is_block: bool
    program: str
    ports: str = ""
    profiles: frozenset[str] = frozenset()


class Verdict(msgspec.Struct, frozen=True):
    """`blocks`: a rule stands against this program. `allows`: the kinds of network on which one lets it in."""

    blocks: bool = False
    allows: frozenset[str] = frozenset()


def rules(values: Mapping[str, str]) -> tuple[Rule, ...]:
    """The active rules for TCP that comes in, from the values of the registry."""
    return tuple(_rules(values.values()))


def verdict(found: Iterable[Rule], programs: Iterable[str], port: int) -> Verdict:
    """What these rules mean for these programs at this port. A rule against wins."""
    ours = frozenset(_normal(program) for program in programs)
    meant = [rule for rule in found if _is_meant(rule, ours, port)]
    allows: frozenset[str] = frozenset()
    for rule in meant:
        if not rule.is_block:
            allows |= rule.profiles or frozenset(_PROFILES)
    # A rule that is against a whole port speaks of more than us; one against our program is the one that was clicked.
    return Verdict(any(rule.is_block for rule in meant), allows)


def here(port: int) -> Verdict:
    """What the firewall of this laptop says; nothing where there is none that we can read."""
    return verdict(rules(_registry_values(_RULES)), programs(), port)


def programs() -> tuple[str, ...]:
    """The programs that open our port: the one that runs now, and Python's own under it."""
    base = getattr(sys, "_base_executable", "") or sys.executable
    return tuple(dict.fromkeys((sys.executable, base)))


def is_public(categories: Iterable[int]) -> bool:
    """Whether every network that Windows knows counts as public (0); private is 1, a school's own domain 2."""
    known = tuple(categories)
    return bool(known) and not any(known)


def _rules(texts: Iterable[str]) -> Iterator[Rule]:
    for text in texts:
        fields = [part.partition("=") for part in text.split("|")]
        said = {name: value for name, _, value in fields}
        profiles = frozenset(value for name, _, value in fields if name == "Profile")
        is_in = said.get("Active", "").upper() == "TRUE" and said.get("Dir") == "In"
        if is_in and said.get("Protocol", _TCP) == _TCP and said.get("Action") in ("Block", "Allow"):
            yield Rule(said["Action"] == "Block", said.get("App", ""), said.get("LPort", ""), profiles)


def _is_meant(rule: Rule, ours: frozenset[str], port: int) -> bool:
    is_ours = _normal(rule.program) in ours if rule.program else rule.ports == str(port)
    return is_ours and rule.ports in ("", str(port))


def _normal(program: str) -> str:
    return ntpath.normcase(ntpath.normpath(os.path.expandvars(program)))


def _registry_values(key: str) -> Mapping[str, str]:
    values: dict[str, str] = {}
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                for place in range(winreg.QueryInfoKey(opened)[1]):
                    name, value, _ = winreg.EnumValue(opened, place)
                    values[name] = str(value)
        except OSError:
            return values
    return values


def public_here() -> bool:
    """Whether Windows takes every network it knows for a public one."""
    return is_public(_categories())


def _categories() -> list[int]:
    found: list[int] = []
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _NETWORKS) as networks:
                for place in range(winreg.QueryInfoKey(networks)[0]):
                    with winreg.OpenKey(networks, winreg.EnumKey(networks, place)) as network:
                        found.append(int(winreg.QueryValueEx(network, "Category")[0]))
        except OSError:
            return found
    return found
