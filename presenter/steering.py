"""Tells a media player what to do, from Qt's event loop and never from Python itself.

A player waits for its own threads while it starts, stops or seeks. One of those may just then have a remark for the log
(no sound device, say), whose handler is Python's and waits for the interpreter, which a call from Python holds on to:
then the whole app stands still. What is asked here is queued, and Qt does it without the interpreter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer


class Steering(QObject):
    """One player's controls, done in the order in which they are asked."""

    play = Signal()
    pause = Signal()
    stop = Signal()
    seek = Signal("qlonglong")  # type: ignore[arg-type]  # the stubs know no names of types
    """To this moment, in milliseconds."""
    load = Signal(QUrl)
    play_through = Signal("QAudioDevice")  # type: ignore[arg-type]
    """Be heard there, where the player has a sound of its own."""

    def __init__(self, player: QMediaPlayer) -> None:
        super().__init__(player)
        queued = Qt.ConnectionType.QueuedConnection
        self.play.connect(player.play, queued)
        self.pause.connect(player.pause, queued)
        self.stop.connect(player.stop, queued)
        self.seek.connect(player.setPosition, queued)
        self.load.connect(player.setSource, queued)
        output = player.audioOutput()
        if output is not None:
            self.play_through.connect(output.setDevice, queued)
