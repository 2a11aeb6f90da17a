"""presenter/console/bottom_bar.py: the clock on the timer button, and buttons that stay where they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QPushButton,
)

from polling.commands import (
    StartTimer,
    StopTimer,
)
from presenter.console.bottom_bar import MOVES
from presenter.console.style import LIGHT
from presenter.words import CATALOGUE, Words
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import Desk

K = Qt.Key


def test_the_timer_button_shows_the_clock_at_hand(desk: Desk) -> None:
    desk.goes_to("s6")
    desk.clicks(desk.console.bottom.timer)
    desk.link.waits(19)
    assert desk.console.bottom.timer.text().startswith("1:41")
    assert desk.console.bottom.timer.accessibleName() == "Pauzeer de timer, nog 1:41"


def test_a_timer_that_counts_up_shows_the_whole_seconds_that_have_passed(make_desk: MakeDesk) -> None:
    desk = make_desk("<!-- timer: up -->\n\n# Hoe lang?\n")
    desk.goes_to("s1")
    desk.presses(K.Key_T)
    desk.link.waits(1.6)
    assert desk.console.bottom.timer.text() == "0:01  ❚❚"


def test_a_timer_of_another_slide_is_paused_and_goes_on_but_is_never_thrown_away(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.link.send(StartTimer(minutes=10.0))
    desk.goes_to("s6")
    desk.link.waits(60)
    bar, room = desk.console.bottom, desk.link.classroom.room
    for press in (lambda: desk.presses(K.Key_T), lambda: desk.clicks(bar.timer)):
        press()
        assert bar.timer.text() == "9:00  ▶"
        press()
        assert bar.timer.text() == "9:00  ❚❚"
    assert room.timer_slide == "s1"


def test_the_slides_own_timer_takes_the_place_of_another_when_the_teacher_says_so(desk: Desk) -> None:
    desk.goes_to("s1")
    assert not desk.console.menu.own_timer.isVisible()
    desk.link.send(StartTimer(minutes=10.0))
    desk.goes_to("s6")
    assert desk.console.menu.own_timer.isVisible()
    desk.link.sent.clear()
    timer = desk.console.bottom.timer
    timer.customContextMenuRequested.emit(timer.rect().center())
    menu = _menu(desk)
    assert [action.text() for action in menu.actions()] == [
        "Pauzeer de timer van de andere slide", "Start de timer van deze slide", "Timer weg",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    menu.close()
    assert desk.link.sent == [StopTimer(), StartTimer()]
    assert desk.link.classroom.room.timer_slide == "s6"
    desk.console.menu.own_timer.trigger()
    desk.spokesman.on_tick()
    assert desk.console.bottom.timer.text() == "2:00  ❚❚"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_buttons_stay_where_they_are_whatever_they_say(
    size: tuple[int, int], language: str, make_desk: MakeDesk
) -> None:
    desk = make_desk(language=language)
    desk.console.resize(*size)
    bar = desk.console.bottom
    desk.console.bottom.show_video(True, False, Words(language))
    places = set()
    for slide in ("s1", "s2", "s3", "s6", "s7", "s8"):
        desk.goes_to(slide)
        for _ in range(2):
            QApplication.processEvents()
            places.add(tuple(button.geometry().getRect() for button in (bar.back, bar.next, bar.again, bar.more)))
            desk.presses(K.Key_T if slide == "s6" else K.Key_P)
        shown = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
        assert bar.video in shown
        assert [each.text() for each in shown if each.width() < each.sizeHint().width()] == []
    assert len(places) == 1
    assert desk.console.width() == size[0]


def test_each_sentence_of_the_primary_button_is_known() -> None:
    for words in CATALOGUE.values():
        assert {name.removeprefix("move.") for name in words if name.startswith("move.")} == set(MOVES)


def _menu(desk: Desk) -> QMenu:
    menus = [each for each in desk.console.findChildren(QMenu) if each is not desk.console.menu and each.isVisible()]
    assert len(menus) == 1
    return menus[0]


def test_the_back_button_says_that_it_takes_a_point_away(make_desk: MakeDesk) -> None:
    desk = make_desk("<!-- steps: yes -->\n\n# Een\n\n- a\n- b\n\n---\n\n# Twee\n")
    desk.goes_to("s1")
    back = desk.console.bottom.back
    assert not back.isEnabled()
    desk.presses(K.Key_Right)
    assert (back.text(), back.isEnabled()) == ("Punt terug", True)
    desk.presses(K.Key_Left)
    assert not back.isEnabled()


def test_the_last_ten_seconds_and_the_time_after_the_end_stand_out_on_the_timer_button(desk: Desk) -> None:
    desk.goes_to("s6")
    timer = desk.console.bottom.timer
    resting = timer.grab().toImage()
    desk.presses(K.Key_T)
    seen = []
    for seconds in (109, 1, 11, 60):
        desk.link.waits(seconds)
        desk.spokesman.on_tick()
        image = timer.grab().toImage()
        colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
        seen.append((LIGHT.warning in colours, LIGHT.error in colours))
    assert resting != timer.grab().toImage()
    assert seen == [(False, False), (True, False), (False, True), (False, True)]
    desk.link.send(StopTimer())
    desk.spokesman.on_tick()
    assert timer.grab().toImage() == resting
