"""The word webs of a session as they were laid out last, so that a web that is shown again looks the same: when the
lesson comes back to its slide, and after a restart. Files only; it lays out nothing.

They lie beside the session, under a name that is wiped with it (polling/forgetting.py), because they hold its words.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

import msgspec

from polling.forgetting import WEBS
from presenter.stage.webmap import View, Web

_log = logging.getLogger(__name__)
_Name = tuple[str, int, View]


class Webs:
    """Keeps them in memory, and in a file when `store` is called. Without a folder nothing outlives this object."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._session = ""
        self._webs: dict[_Name, Web] = {}
        self._is_stored = True

    def begin(self, session: str) -> None:
        """Go on with the webs of this session. A file that cannot be read counts as none."""
        if session == self._session:
            return
        self.store()
        self._session, self._webs = session, {}
        path = self._path
        if path is None or not path.exists():
            return
        try:
            webs = msgspec.json.decode(path.read_bytes(), type=tuple[Web, ...])
        except (OSError, msgspec.MsgspecError, UnicodeError) as reason:
            _log.info("word webs are laid out anew: %s", type(reason).__name__)
            return
        self._webs = {_name(web): web for web in webs}

    def of(self, slide: str, round_number: int, view: View) -> Web | None:
        """The web of a question in a round as it was last, or None."""
        return self._webs.get((slide, round_number, view))

    def keep(self, web: Web) -> None:
        """This is how the web is now."""
        if web.words and self._webs.get(_name(web)) != web:
            self._webs[_name(web)] = web
            self._is_stored = False

    def store(self) -> None:
        """Write down what changed. What cannot be written is only logged: a lesson goes on without."""
        path = self._path
        if self._is_stored or path is None:
            return
        self._is_stored = True
        part = path.with_name(path.name + ".part")
        try:
            part.write_bytes(msgspec.json.encode(tuple(self._webs.values())))
            os.replace(part, path)
        except OSError as reason:
            _log.warning("word webs were not kept: %s", type(reason).__name__)

    @property
    def _path(self) -> Path | None:
        if self._folder is None or not self._session:
            return None
        return self._folder / "sessions" / f"{self._session}.sqlite3{WEBS}"


def _name(web: Web) -> _Name:
    return (web.slide, web.round, web.view)
