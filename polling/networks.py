"""Which adapter the teacher chose at which network: a small file in the data folder, read when the server looks around.
Nothing about a class; only this laptop's own networks and names of its adapters."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import msgspec

from lessons.saving import replace_bytes
from polling import interfaces
from polling.interfaces import Address

MOST = 50
"""Networks that are remembered; the one that was chosen at longest ago is forgotten first."""

_log = logging.getLogger(__name__)


class Networks:
    """The choices of earlier lessons. A file that cannot be read counts as none; one that cannot be written is only
    logged: the choice then holds for this lesson."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` is None where nothing is to be kept."""
        self._path = path
        self._chosen = {} if path is None else _read(path)

    def preferred(self, found: Sequence[Address]) -> str | None:
        """The address that the teacher would choose here; None where there never was a choice."""
        name = self._chosen.get(interfaces.network(found))
        return next((each.host for each in found if each.name == name), None)

    def keep(self, found: Sequence[Address], host: str) -> None:
        """The teacher chose this one of these addresses."""
        where = interfaces.network(found)
        name = next((each.name for each in found if each.host == host), "")
        if not where or not name:
            return
        self._chosen.pop(where, None)
        self._chosen[where] = name
        for old in list(self._chosen)[:-MOST]:
            del self._chosen[old]
        self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        try:
            replace_bytes(self._path, msgspec.json.encode(self._chosen))
        except OSError as reason:
            _log.warning("the choice of an address was not kept: %s", reason)


def _read(path: Path) -> dict[str, str]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.MsgspecError, UnicodeError):
        return {}
