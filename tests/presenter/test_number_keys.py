"""The number of a slide, typed on the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from polling.commands import GoTo, Next
from presenter.number_keys import FORGOTTEN_AFTER_S, End, NumberKeys, Typed
from tests.presenter.desk import Desk

K = Qt.Key


def typed(*keys: Qt.Key, apart_s: float = 0.1) -> list[Typed | None]:
    numbers = NumberKeys()
    return [numbers.take(key.value, place * apart_s) for place, key in enumerate(keys)]


def test_digits_make_a_number_that_enter_ends() -> None:
    assert typed(K.Key_1, K.Key_2, K.Key_Return) == [Typed(1), Typed(12), Typed(12, End.SLIDE)]


def test_enter_alone_and_enter_after_another_key_end_nothing() -> None:
    assert typed(K.Key_Enter) == [None]
    assert typed(K.Key_3, K.Key_B, K.Key_Enter) == [Typed(3), None, None]
    assert typed(K.Key_3, K.Key_Enter, K.Key_Enter)[-1] is None


def test_a_digit_that_nothing_follows_is_forgotten() -> None:
    slow = typed(K.Key_3, K.Key_4, K.Key_Enter, apart_s=FORGOTTEN_AFTER_S + 0.1)
    assert slow == [Typed(3), Typed(4), None]


def test_a_number_that_o_ends_is_that_of_a_link() -> None:
    assert typed(K.Key_2, K.Key_O) == [Typed(2), Typed(2, End.LINK)]
    assert typed(K.Key_O) == [None]


def test_only_the_last_three_digits_count() -> None:
    assert typed(K.Key_1, K.Key_2, K.Key_3, K.Key_4)[-1] == Typed(234)


def test_a_teacher_types_a_number_and_is_told_where_it_goes(desk: Desk) -> None:
    QTest.keyClick(desk.projector, K.Key_5)
    assert desk.console.passing.text.text().startswith("Slide 5: Waarom hoor je onder water anders?")
    QTest.keyClick(desk.console, K.Key_Return)
    QTest.keyClick(desk.console, K.Key_Return)
    assert desk.link.sent == [GoTo("s5"), Next()]


def test_a_number_that_no_slide_has_goes_nowhere(desk: Desk) -> None:
    desk.presses(K.Key_9)
    desk.presses(K.Key_9)
    assert "99" in desk.console.passing.text.text()
    desk.presses(K.Key_Enter)
    assert desk.room.seen.position is not None
    assert desk.room.seen.position.number == 0
