"""The bar over the slides of a laptop without a projector."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import Back, Cover, CoverWith, Freeze, Next, Pause, Resume, StartTimer
from presenter.console.look import dress
from presenter.console.window import OFFERED_MIN, Outlook
from presenter.floating_bar import MARGIN_PX, FloatingBar
from presenter.keys import Action
from presenter.projector import Projector
from presenter.room_copy import RoomCopy
from presenter.screens import ScreenPlan, Situation
from presenter.settings import Settings
from presenter.words import Words
from tests.presenter.pretend_link import PretendLink

ONE = Outlook(ScreenPlan(Situation.ONE, "laptop", None), is_full_screen=True)
TWO = Outlook(ScreenPlan(Situation.TWO, "laptop", "projector"), is_full_screen=True)


class Slides:
    """Slides on the only screen, and a finger."""

    def __init__(self, qtbot: QtBot) -> None:
        self.link, self.room = PretendLink(), RoomCopy()
        self.projector = Projector("bord")
        qtbot.addWidget(self.projector)
        self.bar = FloatingBar(self.projector, Words("nl"), self.link.now_ms)
        self.wanted: list[object] = []
        self.tapped: list[QPointF] = []
        self.link.part_arrived.connect(self.room.on_part)
        self.room.changed.connect(self.bar.on_room)
        self.projector.touched.connect(self.bar.on_touched)
        self.projector.tapped.connect(self.tapped.append)
        self.bar.shown.connect(self.projector.on_bar)
        self.bar.wanted.connect(self.wanted.append)
        self.bar.on_outlook(ONE)
        self.projector.resize(1366, 768)
        self.projector.show()
        self.link.tells()

    def touch(self) -> None:
        """A finger moves over the slides."""
        QTest.mouseMove(self.projector, QPoint(300, 300))
        QTest.mouseMove(self.projector, QPoint(310, 310))
        self.projector.touched.emit()

    def says(self) -> list[str]:
        """The words on the buttons that are there."""
        buttons = (self.bar.back, self.bar.next, self.bar.timer, *self.bar.minutes, self.bar.join, self.bar.pause)
        return [button.text() for button in (*buttons, self.bar.stop) if button.isVisible()]


@pytest.fixture
def slides(qapp: QApplication, qtbot: QtBot) -> Iterator[Slides]:
    dress(qapp, "light")
    made = Slides(qtbot)
    yield made
    made.bar.on_nobody()


def test_it_comes_with_a_touch_and_goes_when_nobody_is_there(slides: Slides) -> None:
    assert not slides.bar.isVisible()
    assert slides.projector.cursor().shape() is Qt.CursorShape.BlankCursor
    slides.touch()
    assert slides.bar.isVisible()
    assert slides.projector.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert slides.bar._gone.isActive()
    slides.bar.on_nobody()
    assert not slides.bar.isVisible()
    assert slides.projector.cursor().shape() is Qt.CursorShape.BlankCursor


@pytest.mark.parametrize("outlook", [TWO, Outlook(ONE.plan, is_full_screen=False)])
def test_it_never_comes_where_the_class_has_its_own_screen_or_no_slides_show(slides: Slides, outlook: Outlook) -> None:
    slides.touch()
    slides.bar.on_outlook(outlook)
    assert not slides.bar.isVisible()
    slides.touch()
    assert not slides.bar.isVisible()


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_it_stands_within_the_slides_and_is_large_enough_for_a_finger(slides: Slides, width: int) -> None:
    slides.link.send(Next())
    slides.touch()
    slides.projector.resize(width, round(width * 9 / 16))
    place = slides.bar.geometry()
    assert place.left() >= MARGIN_PX
    assert place.right() <= slides.projector.width() - MARGIN_PX
    assert place.bottom() < slides.projector.height()
    for button in (slides.bar.back, slides.bar.next, slides.bar.stop):
        assert min(button.width(), button.height()) >= 56
        assert slides.bar.rect().contains(button.geometry())


def test_its_buttons_say_and_do_what_the_keys_do(slides: Slides) -> None:
    slides.link.send(Next())
    slides.link.send(Next())
    slides.touch()
    assert slides.says() == ["Sluit, terug", "Sluit de vraag", "0:30", "Doe mee", "Pauze", "Stop"]
    buttons = (slides.bar.back, slides.bar.next, slides.bar.join, slides.bar.pause, slides.bar.stop)
    for button in buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert slides.wanted == [Back(), Next(), CoverWith(Cover.JOIN), Pause(), Action.LEAVE_SLIDES]


def test_a_frozen_board_is_let_go_from_the_bar(slides: Slides) -> None:
    slides.link.send(Next())
    slides.link.send(Freeze(True))
    slides.touch()
    assert slides.says() == ["Terug", "Volgende slide", "Timer", "Pauze", "Stop"]
    assert (slides.bar.follow.isVisible(), slides.bar.follow.text()) == (True, "Loop mee")
    QTest.mouseClick(slides.bar.follow, Qt.MouseButton.LeftButton)
    assert slides.wanted == [Freeze(False)]
    slides.link.send(Freeze(False))
    assert not slides.bar.follow.isVisible()
    assert "Doe mee" in slides.says()


def test_a_paused_room_can_go_on(slides: Slides) -> None:
    slides.link.send(Next())
    slides.link.send(Pause())
    slides.touch()
    assert "Verder" in slides.says()
    QTest.mouseClick(slides.bar.pause, Qt.MouseButton.LeftButton)
    assert slides.wanted == [Resume()]


def test_the_minutes_of_a_timer_are_chosen_on_the_bar(slides: Slides) -> None:
    slides.link.send(Next())
    slides.touch()
    QTest.mouseClick(slides.bar.timer, Qt.MouseButton.LeftButton)
    assert slides.wanted == [Action.OFFER_TIMER]
    slides.bar.on_timer_offered()
    assert slides.says() == [*(f"{n} minuten" if n > 1 else "1 minuut" for n in OFFERED_MIN), "Stop"]
    QTest.mouseClick(slides.bar.minutes[2], Qt.MouseButton.LeftButton)
    assert slides.wanted[-1] == StartTimer(minutes=float(OFFERED_MIN[2]))
    assert slides.says()[0] == "Terug"


def test_minutes_are_not_offered_where_the_console_can_do_it(slides: Slides) -> None:
    slides.bar.on_outlook(TWO)
    slides.bar.on_timer_offered()
    assert not slides.bar.isVisible()


def test_a_tap_tells_its_place_on_the_stage_and_not_on_its_black_bars(slides: Slides) -> None:
    slides.projector.resize(1200, 900)
    QTest.mouseClick(slides.projector, Qt.MouseButton.LeftButton, pos=QPoint(600, 450))
    QTest.mouseClick(slides.projector, Qt.MouseButton.LeftButton, pos=QPoint(600, 20))
    QTest.mouseClick(slides.projector, Qt.MouseButton.RightButton, pos=QPoint(600, 450))
    (point,) = slides.tapped
    assert (round(point.x()), round(point.y())) == (960, 540)


def test_another_language_is_spoken_at_the_next_touch(slides: Slides) -> None:
    slides.bar.on_settings(Settings(language="en"))
    slides.touch()
    assert slides.says()[-1] == Words("en").say("stop")
