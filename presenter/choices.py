"""The teacher's choices about the app itself: kept in the settings file and announced."""

from __future__ import annotations

from typing import cast

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from presenter import loudness
from presenter.settings import Output, Settings, SettingsFile, ThemeName

MOST_SCREENS = 20
"""So many sets of screens are remembered: the classrooms of one teacher."""


class Choices(QObject):
    """Holds the settings while the app runs. What came from the command line holds for this run and is kept only when
    another choice is."""

    changed = Signal(object)
    """Carries the new Settings."""
    heard_changed = Signal(int)
    """So loud from now on, 0 to 100."""

    def __init__(self, settings: Settings, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._file = file

    @Slot(str)
    def on_theme(self, name: str) -> None:
        self._keep(msgspec.structs.replace(self.settings, theme=cast(ThemeName, name)))

    @Slot(str)
    def on_language(self, name: str) -> None:
        self._keep(msgspec.structs.replace(self.settings, language=name))

    @Slot(int)
    def on_notes_resized(self, size_px: int) -> None:
        self._keep(msgspec.structs.replace(self.settings, notes_px=size_px))

    @Slot(str, str)
    def on_projector(self, screens: str, chosen: str) -> None:
        """Remember which screen is for the class with this set of screens; what was chosen longest ago is forgotten."""
        met = {name: label for name, label in self.settings.projectors.items() if name != screens}
        kept = dict(list(met.items())[-(MOST_SCREENS - 1) :])
        self._keep(msgspec.structs.replace(self.settings, projectors={**kept, screens: chosen}))

    @Slot(bool)
    def on_closes_by_itself(self, on: bool) -> None:
        self._keep(msgspec.structs.replace(self.settings, closes_by_itself=on))

    @Slot(int)
    def on_volume(self, volume: int) -> None:
        self._keep(msgspec.structs.replace(self.settings, volume=volume, is_muted=False))

    @Slot()
    def on_louder(self) -> None:
        self._keep(loudness.louder(self.settings))

    @Slot()
    def on_softer(self) -> None:
        self._keep(loudness.softer(self.settings))

    @Slot()
    def on_sound_switched(self) -> None:
        self._keep(loudness.switched(self.settings))

    @Slot(object)
    def on_output(self, output: Output) -> None:
        self._keep(msgspec.structs.replace(self.settings, output=output))

    @Slot()
    def on_chart_switched(self) -> None:
        self._keep(msgspec.structs.replace(self.settings, is_donut=not self.settings.is_donut))

    @Slot()
    def on_figures_switched(self) -> None:
        self._keep(msgspec.structs.replace(self.settings, counts_lead=not self.settings.counts_lead))

    @Slot(str, str)
    def on_wifi(self, name: str, password: str) -> None:
        self._keep(msgspec.structs.replace(self.settings, wifi_name=name, wifi_password=password))

    @Slot(bool)
    def on_phones_allowed(self, may_join: bool) -> None:
        self._keep(msgspec.structs.replace(self.settings, listens_here_only=not may_join))

    @Slot()
    def on_view_switched(self) -> None:
        self._keep(msgspec.structs.replace(self.settings, is_cloud=not self.settings.is_cloud))

    def _keep(self, settings: Settings) -> None:
        before = self.settings
        if settings == before:
            return
        self.settings = settings
        self._file.write(settings)
        self.changed.emit(settings)
        if settings.heard != before.heard:
            self.heard_changed.emit(settings.heard)
