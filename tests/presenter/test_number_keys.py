"""The number of a slide, typed on the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from polling.commands import GoTo, Next
from presenter.number_keys import ASKED_FOR_S, FORGOTTEN_AFTER_S, NumberKeys, Typed
from tests.presenter.desk import Desk

K = Qt.Key


def typed(*keys: Qt.Key, apart_s: float = 0.1) -> list[Typed | None]:
    numbers = NumberKeys()
    return [numbers.take(key.value, place * apart_s) for place, key in enumerate(keys)]


def test_digits_make_a_number_that_enter_ends() -> None:
    assert typed(K.Key_1, K.Key_2, K.Key_Return) == [Typed(1), Typed(12), Typed(12, is_done=True)]


def test_enter_alone_and_enter_after_another_key_end_nothing() -> None:
    assert typed(K.Key_Enter) == [None]
    assert typed(K.Key_3, K.Key_B, K.Key_Enter) == [Typed(3), None, None]
    assert typed(K.Key_3, K.Key_Enter, K.Key_Enter)[-1] is None


def test_a_digit_that_nothing_follows_is_forgotten() -> None:
    slow = typed(K.Key_3, K.Key_4, K.Key_Enter, apart_s=FORGOTTEN_AFTER_S + 0.1)
    assert slow == [Typed(3), Typed(4), None]


def asked(links: int, *keys: Qt.Key, after_s: float = 0.1) -> list[Typed | None]:
    """What is typed when the number of one of so many links is asked for."""
    numbers = NumberKeys()
    numbers.ask_for_link(links, 0.0)
    return [numbers.take(key.value, after_s + place * 0.1) for place, key in enumerate(keys)]


def test_the_number_of_a_link_is_done_when_no_longer_one_is_there() -> None:
    assert asked(3, K.Key_2) == [Typed(2, is_done=True, is_link=True)]
    assert asked(12, K.Key_2) == [Typed(2, is_done=True, is_link=True)]
    assert asked(12, K.Key_1, K.Key_2) == [Typed(1, is_link=True), Typed(12, is_done=True, is_link=True)]
    assert asked(12, K.Key_1, K.Key_Enter) == [Typed(1, is_link=True), Typed(1, is_done=True, is_link=True)]


def test_after_the_link_a_number_is_that_of_a_slide_again() -> None:
    assert asked(3, K.Key_2, K.Key_4)[1] == Typed(4)
    assert asked(3, K.Key_B, K.Key_2) == [None, Typed(2)]
    assert asked(3, K.Key_2, after_s=ASKED_FOR_S - 0.1)[0] == Typed(2, is_done=True, is_link=True)
    assert asked(3, K.Key_2, after_s=ASKED_FOR_S + 0.1) == [Typed(2)]


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
