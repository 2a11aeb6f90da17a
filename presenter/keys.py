"""What each key does: one table for the console and the projector window. No widgets, no sockets.

Clickers send PgUp, PgDn, F5, Esc, `.` and B; they are in the table like any other key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt

from lessons.model import Kind, Slide, TimerMode
from polling.commands import (
    Back,
    Cover,
    CoverWith,
    Freeze,
    HideAnswers,
    Lock,
    Next,
    Pause,
    PauseTimer,
    Resume,
    Skip,
    StartTimer,
    SwitchLive,
    TeacherCommand,
)
from polling.wire import ClockView, JudgeClaim, PositionPart


class Action(Enum):
    """What a key does on this laptop alone; the room does not hear of it."""

    SHOW_SLIDES = auto()
    LEAVE_SLIDES = auto()
    OFFER_TIMER = auto()
    OFFER_QUICK = auto()
    REPLACE_TIMER = auto()
    SWITCH_NAMES = auto()
    SWITCH_VIDEO = auto()
    SHOW_GRID = auto()
    SHOW_KEYS = auto()
    SWITCH_CHART = auto()
    SWITCH_FIGURES = auto()
    SWITCH_VIEW = auto()
    REPACK_WORDS = auto()
    SWAP_SCREENS = auto()
    LOUDER = auto()
    SOFTER = auto()
    SWITCH_SOUND = auto()
    UNDO_OUTPUT = auto()


@dataclass(frozen=True)
class OpenLink:
    """Open a link of the slide at hand in the browser: the one of this number, from 1, or the only one (0). While
    the browser has the board, 0 brings the slides back."""

    number: int = 0


Deed = TeacherCommand | JudgeClaim | Action | OpenLink

_Key = Qt.Key
_NEXT = frozenset({_Key.Key_Right, _Key.Key_Space, _Key.Key_PageDown, _Key.Key_Return, _Key.Key_Enter})
_BACK = frozenset({_Key.Key_Left, _Key.Key_PageUp})
_ACTIONS = {
    _Key.Key_F5: Action.SHOW_SLIDES,
    _Key.Key_Escape: Action.LEAVE_SLIDES,
    _Key.Key_N: Action.SWITCH_NAMES,
    _Key.Key_V: Action.SWITCH_VIDEO,
    _Key.Key_G: Action.SHOW_GRID,
    _Key.Key_A: Action.OFFER_QUICK,
    _Key.Key_Question: Action.SHOW_KEYS,
    _Key.Key_F1: Action.SHOW_KEYS,
    _Key.Key_D: Action.SWITCH_CHART,
    _Key.Key_C: Action.SWITCH_FIGURES,
    _Key.Key_X: Action.SWAP_SCREENS,
    _Key.Key_Plus: Action.LOUDER,
    _Key.Key_Equal: Action.LOUDER,
    _Key.Key_Minus: Action.SOFTER,
    _Key.Key_M: Action.SWITCH_SOUND,
}
_COVERS = {
    _Key.Key_B: Cover.BLACK,
    _Key.Key_Period: Cover.BLACK,
    _Key.Key_W: Cover.WHITE,
    _Key.Key_Q: Cover.JOIN,
}
_ON_WORDS = {_Key.Key_D: Action.SWITCH_VIEW, _Key.Key_R: Action.REPACK_WORDS}
"""What keys do on the slide of a word web."""
_HOLDABLE = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def command_for(
    key: int,
    modifiers: Qt.KeyboardModifier,
    position: PositionPart | None,
    slide: Slide | None = None,
    is_locked: bool = False,
) -> Deed | None:
    """What this key asks for here, or None. `slide` is the one at hand, and `is_locked` says that nobody new may join;
    without a `position` only the keys of this laptop work. Keys held with Ctrl, Alt or Meta are left to the system."""
    if modifiers & ~_HOLDABLE or not _is_key(key):
        return None
    pressed = _Key(key)
    if slide is not None and slide.kind is Kind.WORDWEB and pressed in _ON_WORDS:
        return _ON_WORDS[pressed]
    if pressed in _ACTIONS:
        return _ACTIONS[pressed]
    if pressed is _Key.Key_O:
        return OpenLink()
    if position is None:
        return None
    is_shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if pressed is _Key.Key_S:
        return Lock(not is_locked)
    return _walking(pressed, is_shifted) or _switching(pressed, position, slide)


def cover_switch(position: PositionPart, cover: Cover) -> CoverWith:
    """Lay this cover over the projector, or lift it when it is there. Before the first slide there is nothing to
    lift: the join screen is what lies under it."""
    if position.cover is not cover:
        return CoverWith(cover)
    return CoverWith(Cover.NONE if position.slide else Cover.JOIN)


def freeze_switch(position: PositionPart) -> Freeze:
    """Keep the picture that the class sees, or let it follow again."""
    return Freeze(not position.frozen)


def answers_switch(position: PositionPart) -> HideAnswers:
    """Take what students typed off the board, or put it back."""
    return HideAnswers(not position.hides_answers)


def pause_switch(position: PositionPart) -> Pause | Resume:
    """Begin or end the pause of the room."""
    return Resume() if position.paused else Pause()


def clock_at_hand(position: PositionPart) -> ClockView | None:
    """The clock that the timer button shows and stops: the question's while it is asked, else the room's timer."""
    if position.phase == "asking" and position.clock is not None:
        return position.clock
    return position.timer


def timer_switch(position: PositionPart, slide: Slide | None) -> Deed:
    """Start, pause or go on with the clock at hand; where there is none to start, offer the minutes. A timer that
    another slide began is the clock at hand too: the slide's own waits until the teacher puts it in its place."""
    clock = clock_at_hand(position)
    if clock is None:
        return StartTimer() if slide is not None and _has_timer(slide) else Action.OFFER_TIMER
    return StartTimer() if clock.ends_at is None else PauseTimer()


def can_replace_timer(position: PositionPart, slide: Slide | None) -> bool:
    """True when the timer of another slide is there, and this slide has one of its own."""
    is_free = not position.ended and not position.paused and clock_at_hand(position) is position.timer
    is_other = position.timer is not None and position.timer_slide != position.slide
    return is_free and is_other and slide is not None and _has_timer(slide)


def _has_timer(slide: Slide) -> bool:
    return slide.settings.timer_s is not None or slide.settings.timer_mode is TimerMode.UP


def _is_key(key: int) -> bool:
    try:
        _Key(key)
    except ValueError:
        return False
    return True


def _walking(key: Qt.Key, is_shifted: bool) -> Deed | None:
    if is_shifted and key is _Key.Key_Right:
        return Skip()
    if key in _NEXT:
        return Next()
    if key in _BACK:
        return Back()
    return None


def _switching(key: Qt.Key, position: PositionPart, slide: Slide | None) -> Deed | None:
    if key in _COVERS:
        return cover_switch(position, _COVERS[key])
    if key is _Key.Key_L:
        return SwitchLive()
    if key is _Key.Key_P:
        return pause_switch(position)
    if key is _Key.Key_F:
        return freeze_switch(position)
    if key is _Key.Key_H:
        return answers_switch(position)
    if key is _Key.Key_T:
        return timer_switch(position, slide)
    return None
