"""presenter/console/loudness_slider.py: the slider for how loud it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from presenter.console.loudness_slider import LoudnessSlider
from presenter.settings import Settings
from presenter.words import Words


class Hand:
    """A slider, and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.slider = LoudnessSlider()
        qtbot.addWidget(self.slider)
        self.moved: list[int] = []
        self.chosen: list[int] = []
        self.slider.moved.connect(self.moved.append)
        self.slider.chosen.connect(self.chosen.append)


def test_it_is_heard_while_it_moves_and_chosen_when_it_is_let_go(qtbot: QtBot) -> None:
    hand = Hand(qtbot)
    hand.slider.show_loudness(Settings(volume=70), Words("nl"))
    assert (hand.slider.value(), hand.moved) == (70, [])
    hand.slider.setSliderDown(True)
    hand.slider.setValue(30)
    assert (hand.moved, hand.chosen) == ([30], [])
    hand.slider.show_loudness(Settings(volume=90), Words("nl"))
    assert hand.slider.value() == 30
    hand.slider.setSliderDown(False)
    assert hand.chosen == [30]


def test_a_key_moves_and_chooses_at_once(qtbot: QtBot) -> None:
    hand = Hand(qtbot)
    hand.slider.show_loudness(Settings(volume=70), Words("nl"))
    QTest.keyClick(hand.slider, Qt.Key.Key_PageUp)
    assert (hand.moved, hand.chosen) == ([80], [80])


def test_a_click_leaves_the_focus_to_the_lesson(qtbot: QtBot) -> None:
    assert not Hand(qtbot).slider.focusPolicy() & Qt.FocusPolicy.ClickFocus
