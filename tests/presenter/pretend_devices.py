"""The outputs for sound of a computer that a test plugs and unplugs; they play nothing."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Signal


class PretendDevice:
    """One output, with what the app asks of a QAudioDevice."""

    def __init__(self, name: str) -> None:
        self.name = name

    def id(self) -> QByteArray:
        return QByteArray(self.name.lower().encode())

    def description(self) -> str:
        return self.name


class PretendDevices(QObject):
    """What QMediaDevices would tell. The first output is the computer's own choice."""

    audioOutputsChanged = Signal()

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._devices = [PretendDevice(name) for name in names]

    def are_now(self, *names: str) -> None:
        """Plug and unplug until these are there."""
        self._devices = [PretendDevice(name) for name in names]
        self.audioOutputsChanged.emit()

    def audioOutputs(self) -> list[PretendDevice]:
        return self._devices

    def defaultAudioOutput(self) -> PretendDevice:
        return self._devices[0] if self._devices else PretendDevice("")
