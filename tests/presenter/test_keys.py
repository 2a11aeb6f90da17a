"""presenter/keys.py: the one table of keys."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt

from lessons.model import Kind, Settings, Slide, TimerMode
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
)
from polling.wire import ClockView, PositionPart
from presenter.keys import Action, OpenLink, command_for
from tests.presenter.pretend_link import PretendLink

K = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
RUNNING = ClockView(total_ms=60_000, left_ms=30_000, ends_at=90_000)
STANDING = ClockView(total_ms=60_000, left_ms=30_000, ends_at=None)


@pytest.fixture
def position() -> PositionPart:
    """The lesson at its first slide."""
    link = PretendLink()
    told: list[object] = []
    link.part_arrived.connect(told.append)
    link.send(Next())
    return next(part for part in reversed(told) if isinstance(part, PositionPart))


@pytest.mark.parametrize(
    ("keys", "deed"),
    [
        ((K.Key_Right, K.Key_Space, K.Key_PageDown, K.Key_Return, K.Key_Enter), Next()),
        ((K.Key_Left, K.Key_PageUp), Back()),
        ((K.Key_B, K.Key_Period), CoverWith(Cover.BLACK)),
        ((K.Key_W,), CoverWith(Cover.WHITE)),
        ((K.Key_Q,), CoverWith(Cover.JOIN)),
        ((K.Key_P,), Pause()),
        ((K.Key_F,), Freeze(True)),
        ((K.Key_H,), HideAnswers(True)),
        ((K.Key_S,), Lock(True)),
        ((K.Key_L,), SwitchLive()),
        ((K.Key_F5,), Action.SHOW_SLIDES),
        ((K.Key_Escape,), Action.LEAVE_SLIDES),
        ((K.Key_N,), Action.SWITCH_NAMES),
        ((K.Key_V,), Action.SWITCH_VIDEO),
        ((K.Key_G,), Action.SHOW_GRID),
        ((K.Key_Question, K.Key_F1), Action.SHOW_KEYS),
        ((K.Key_D,), Action.SWITCH_CHART),
        ((K.Key_C,), Action.SWITCH_FIGURES),
        ((K.Key_O,), OpenLink()),
        ((K.Key_Plus, K.Key_Equal), Action.LOUDER),
        ((K.Key_Minus,), Action.SOFTER),
        ((K.Key_M,), Action.SWITCH_SOUND),
        ((K.Key_X,), Action.SWAP_SCREENS),
        ((K.Key_Y, K.Key_Tab, K.Key_Home), None),
    ],
)
def test_each_key_has_one_meaning(keys: tuple[Qt.Key, ...], deed: object, position: PositionPart) -> None:
    assert [command_for(key, NONE, position) for key in keys] == [deed] * len(keys)


def test_shift_and_right_skips(position: PositionPart) -> None:
    assert command_for(K.Key_Right, Qt.KeyboardModifier.ShiftModifier, position) == Skip()


def test_the_keys_of_the_number_pad_count_too(position: PositionPart) -> None:
    assert command_for(K.Key_Enter, Qt.KeyboardModifier.KeypadModifier, position) == Next()


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_keys_held_with_ctrl_or_alt_are_the_systems(held: Qt.KeyboardModifier, position: PositionPart) -> None:
    assert command_for(K.Key_Q, held, position) is None


def test_without_a_room_only_this_laptops_keys_work() -> None:
    assert command_for(K.Key_F5, NONE, None) is Action.SHOW_SLIDES
    assert command_for(K.Key_Space, NONE, None) is None


def test_a_key_that_qt_does_not_know_means_nothing(position: PositionPart) -> None:
    assert command_for(-5, NONE, position) is None


def test_a_second_press_lifts_the_cover_and_ends_the_pause(position: PositionPart) -> None:
    black = msgspec.structs.replace(position, cover=Cover.BLACK, paused=True)
    assert command_for(K.Key_B, NONE, black) == CoverWith(Cover.NONE)
    assert command_for(K.Key_Q, NONE, black) == CoverWith(Cover.JOIN)
    assert command_for(K.Key_P, NONE, black) == Resume()


def test_s_opens_a_room_that_is_locked(position: PositionPart) -> None:
    assert command_for(K.Key_S, NONE, position, is_locked=True) == Lock(False)


def test_in_the_lobby_the_join_screen_stays(position: PositionPart) -> None:
    lobby = msgspec.structs.replace(position, slide="", cover=Cover.JOIN)
    assert command_for(K.Key_Q, NONE, lobby) == CoverWith(Cover.JOIN)


@pytest.mark.parametrize(
    ("told", "settings", "deed"),
    [
        ({}, Settings(), Action.OFFER_TIMER),
        ({}, Settings(timer_s=60), StartTimer()),
        ({}, Settings(timer_mode=TimerMode.UP), StartTimer()),
        ({"timer": RUNNING, "timer_slide": "s1"}, Settings(timer_s=60), PauseTimer()),
        ({"timer": STANDING, "timer_slide": "s1"}, Settings(timer_s=60), StartTimer()),
        ({"timer": RUNNING, "timer_slide": "s0"}, Settings(), PauseTimer()),
        ({"timer": RUNNING, "timer_slide": "s0"}, Settings(timer_s=60), PauseTimer()),
        ({"timer": STANDING, "timer_slide": "s0"}, Settings(timer_s=60), StartTimer()),
        ({"clock": RUNNING, "phase": "asking"}, Settings(), PauseTimer()),
        ({"clock": STANDING, "phase": "asking", "timer": RUNNING}, Settings(), StartTimer()),
    ],
)
def test_t_works_on_the_clock_at_hand(
    told: dict[str, object], settings: Settings, deed: object, position: PositionPart
) -> None:
    here = msgspec.structs.replace(position, **told)
    assert command_for(K.Key_T, NONE, here, Slide(id="s1", settings=settings)) == deed


def test_on_a_word_web_two_keys_are_about_its_words(position: PositionPart) -> None:
    web = Slide(id="web", kind=Kind.WORDWEB)
    assert command_for(K.Key_D, NONE, position, web) is Action.SWITCH_VIEW
    assert command_for(K.Key_R, NONE, position, web) is Action.REPACK_WORDS
    assert command_for(K.Key_R, NONE, position, Slide(id="text")) is None
