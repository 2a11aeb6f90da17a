"""What this app remembers between lessons about itself: a small JSON file in the data folder. Nothing about a class."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Literal

import msgspec
import platformdirs

from lessons.saving import open_private
from polling.forgetting import KEEP_DAYS

ThemeName = Literal["light", "dark", "contrast"]

MIN_NOTES_PX = 13
MAX_NOTES_PX = 36

_log = logging.getLogger(__name__)


class Output(msgspec.Struct, frozen=True):
    """An output for sound, as the system names it. Without an id and a name it is the one that the computer chooses."""

    id: str = ""
    name: str = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The teacher's choices. `language` is "" until one was made: then it is the computer's. `closes_by_itself`: a
    question closes when everyone who is here has answered. `projectors` names the screen for the class, for each set
    of screens where the teacher chose one (see presenter/screens.py). Sessions of more than `keep_days` days old are
    wiped, unless they are kept; 0 wipes none. `volume` is 0 to 100; `output` is None until one was chosen. `is_donut`,
    `counts_lead` and `is_cloud` are how results and word webs are drawn. `wifi_name` and `wifi_password` are of the
    students' wifi, for a code on the board; `listens_here_only`: phones cannot join."""

    language: str = ""
    theme: ThemeName = "light"
    notes_px: int = 18
    projectors: dict[str, str] = msgspec.field(default_factory=dict)
    closes_by_itself: bool = False
    keep_days: int = KEEP_DAYS
    volume: int = 100
    is_muted: bool = False
    output: Output | None = None
    is_donut: bool = False
    counts_lead: bool = False
    wifi_name: str = ""
    wifi_password: str = ""
    listens_here_only: bool = False
    is_cloud: bool = False

    @property
    def heard(self) -> int:
        """How loud films and sounds are now, 0 to 100."""
        return 0 if self.is_muted else self.volume


class SettingsFile:
    """Reads and writes the settings. A file that cannot be read counts as none; one that cannot be written is only
    logged: a lesson goes on without."""

    def __init__(self, data: Path) -> None:
        self._path = data / "settings.json"

    def read(self) -> Settings:
        try:
            read = msgspec.json.decode(self._path.read_bytes(), type=Settings)
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return Settings()
        notes_px = min(max(read.notes_px, MIN_NOTES_PX), MAX_NOTES_PX)
        return msgspec.structs.replace(read, notes_px=notes_px, volume=min(max(read.volume, 0), 100))

    def write(self, settings: Settings) -> None:
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # The password of a wifi is for this user alone.
            with open_private(part) as file:
                file.write(msgspec.json.encode(settings))
            os.replace(part, self._path)
        except OSError as reason:
            _log.warning("settings were not kept: %s", reason)


def default_data() -> Path:
    """The folder for sessions, settings and logs when none was named."""
    return platformdirs.user_data_path("klassikaal", appauthor=False)
