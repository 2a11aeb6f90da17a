"""Where a deed goes: commands to the room, actions to the windows of this laptop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from polling.commands import StartTimer, StopTimer
from presenter.keys import Action, Deed, OpenLink
from presenter.room_link import Message


class Deeds(QObject):
    """One slot for all keys and buttons; a signal for each action."""

    slides_wanted = Signal()
    slides_left = Signal()
    timer_offered = Signal()
    quick_offered = Signal()
    names_switched = Signal()
    video_switched = Signal()
    grid_wanted = Signal()
    keys_wanted = Signal()
    chart_switched = Signal()
    figures_switched = Signal()
    view_switched = Signal()
    repack_wanted = Signal()
    swap_wanted = Signal()
    link_wanted = Signal(int)
    louder = Signal()
    softer = Signal()
    sound_switched = Signal()
    output_undone = Signal()

    def __init__(self, send: Callable[[Message], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._actions = {
            Action.SHOW_SLIDES: self.slides_wanted,
            Action.LEAVE_SLIDES: self.slides_left,
            Action.OFFER_TIMER: self.timer_offered,
            Action.OFFER_QUICK: self.quick_offered,
            Action.SWITCH_NAMES: self.names_switched,
            Action.SWITCH_VIDEO: self.video_switched,
            Action.SHOW_GRID: self.grid_wanted,
            Action.SHOW_KEYS: self.keys_wanted,
            Action.SWITCH_CHART: self.chart_switched,
            Action.SWITCH_FIGURES: self.figures_switched,
            Action.SWITCH_VIEW: self.view_switched,
            Action.REPACK_WORDS: self.repack_wanted,
            Action.SWAP_SCREENS: self.swap_wanted,
            Action.LOUDER: self.louder,
            Action.SOFTER: self.softer,
            Action.SWITCH_SOUND: self.sound_switched,
            Action.UNDO_OUTPUT: self.output_undone,
        }

    @Slot(object)
    def on_wanted(self, deed: Deed) -> None:
        if deed is Action.REPLACE_TIMER:
            self._send(StopTimer())
            self._send(StartTimer())
        elif isinstance(deed, Action):
            self._actions[deed].emit()
        elif isinstance(deed, OpenLink):
            self.link_wanted.emit(deed.number)
        else:
            self._send(deed)
