"""Which devices this laptop has heard on its own network, as its system remembers them. Pure, but for `here`. Nothing
is sent; what is read is compared and forgotten.

A phone that wants to reach this laptop asks the network for it first, and the laptop remembers who asked, also when its
firewall then drops everything. So a new neighbour and no visitor is a firewall; no new neighbour is a network that
keeps them apart.
"""

from __future__ import annotations

import ipaddress
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ASK_WITHIN_S = 2.0
_PAIR = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){3})\)?\D.*?\b([0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){5})\b", re.IGNORECASE)
_COMPLETE = 0x2


def of_linux(text: str) -> frozenset[str]:
    """From /proc/net/arp."""
    return frozenset(_likely(_complete(text)))


def of_arp(text: str) -> frozenset[str]:
    """From `arp -a` of Windows and `arp -an` of macOS, in any language."""
    return frozenset(_likely(match[1] for line in text.splitlines() if (match := _PAIR.search(line))))


def here() -> frozenset[str]:
    """The addresses that this laptop remembers now."""
    if sys.platform == "win32":
        return of_arp(_printed("arp", "-a"))
    elif sys.platform == "darwin":
        return of_arp(_printed("arp", "-an"))
    else:  # not merely after it: so the type checker passes over it for the others
        try:
            return of_linux(Path("/proc/net/arp").read_text("ascii", "replace"))
        except OSError:
            return frozenset()


def _complete(text: str) -> Iterator[str]:
    for line in text.splitlines()[1:]:
        fields = line.split()
        if len(fields) >= 4 and int(fields[2], 16) & _COMPLETE:
            yield fields[0]


def _likely(hosts: Iterator[str]) -> Iterator[str]:
    """Without the groups that every Windows speaks to, and what is written for all at once."""
    for host in hosts:
        try:
            ip = ipaddress.ip_address(host)
        except ValueError:
            continue
        if not ip.is_multicast and not ip.is_link_local and not host.endswith(".255"):
            yield host


def _printed(*command: str) -> str:
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=ASK_WITHIN_S, stdin=subprocess.DEVNULL, creationflags=flags
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
