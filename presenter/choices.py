"""The teacher's choices about the app itself: kept in the settings file and announced."""

from __future__ import annotations

from typing import cast

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from presenter.settings import Settings, SettingsFile, ThemeName


class Choices(QObject):
    """Holds the settings while the app runs. What came from the command line holds for this run and is kept only when
    another choice is."""

    changed = Signal(object)
    """Carries the new Settings."""

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

    @Slot(str)
    def on_projector(self, name: str) -> None:
        self._keep(msgspec.structs.replace(self.settings, projector=name))

    @Slot(bool)
    def on_closes_by_itself(self, on: bool) -> None:
        self._keep(msgspec.structs.replace(self.settings, closes_by_itself=on))

    @Slot(int)
    def on_volume(self, volume: int) -> None:
        self._keep(msgspec.structs.replace(self.settings, volume=volume))

    @Slot()
    def on_chart_switched(self) -> None:
        self._keep(msgspec.structs.replace(self.settings, is_donut=not self.settings.is_donut))

    @Slot()
    def on_figures_switched(self) -> None:
        self._keep(msgspec.structs.replace(self.settings, counts_lead=not self.settings.counts_lead))

    @Slot()
    def on_view_switched(self) -> None:
        self._keep(msgspec.structs.replace(self.settings, is_cloud=not self.settings.is_cloud))

    def _keep(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._file.write(settings)
            self.changed.emit(settings)
