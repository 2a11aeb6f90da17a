"""How many files this process may have open: each connection is one. The only module of polling that asks the system
for more; where the system has no such limit (Windows) there is nothing to ask."""

from __future__ import annotations

import sys

RESERVE = 200
"""Files that are no connections: the store, the pages, the pictures, what Python itself holds."""


if sys.platform == "win32":

    def connections_possible(wanted: int) -> int:
        """How many of so many connections there can be: all."""
        return wanted

else:
    import resource

    def connections_possible(wanted: int) -> int:
        """Raise the limit of this process as far as is allowed for so many connections. How many there can be now."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft == resource.RLIM_INFINITY or soft >= wanted + RESERVE:
            return wanted
        allowed = wanted + RESERVE if hard == resource.RLIM_INFINITY else min(hard, wanted + RESERVE)
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
        except (ValueError, OSError):
            allowed = soft
        return max(1, min(wanted, allowed - RESERVE))
