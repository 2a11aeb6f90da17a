"""The row of controls for a film."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presenter.console.film_bar import JUMP_MS, FilmBar
from presenter.console.look import dress
from presenter.keys import Action
from presenter.settings import Settings
from presenter.video import FilmState
from presenter.words import Words

K = Qt.Key


class Controls:
    """The bar, and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bar = FilmBar()
        qtbot.addWidget(self.bar)
        self.sought: list[int] = []
        self.moved: list[int] = []
        self.chosen: list[int] = []
        self.bar.sought.connect(self.sought.append)
        self.bar.volume_moved.connect(self.moved.append)
        self.bar.volume_chosen.connect(self.chosen.append)
        self.bar.resize(1366, 48)
        self.bar.show_film(FilmState(has_film=True), Words("nl"))
        self.bar.show_volume(Settings(volume=80), Words("nl"))
        self.bar.show_moment(65_000, 120_000)


@pytest.fixture
def controls(qapp: QApplication, qtbot: QtBot) -> Controls:
    dress(qapp, "light")
    return Controls(qtbot)


@pytest.mark.parametrize(
    ("film", "is_shown"),
    [
        (FilmState(), False),
        (FilmState(has_film=True), True),
        (FilmState(has_film=True, is_broken=True), False),
        (FilmState(web_address="https://youtu.be/x"), False),
    ],
)
def test_it_is_there_for_a_film_that_plays_here(controls: Controls, film: FilmState, is_shown: bool) -> None:
    controls.bar.show_film(film, Words("en"))
    assert controls.bar.isVisible() is is_shown


def test_it_says_where_the_film_is(controls: Controls) -> None:
    assert controls.bar.time.text() == "1:05 / 2:00"
    assert controls.bar.place.value() == 65_000
    assert controls.sought == []


def test_its_buttons_jump_and_never_past_the_ends(controls: Controls) -> None:
    for button in (controls.bar.rewind, controls.bar.ahead):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    controls.bar.show_moment(3_000, 120_000)
    QTest.mouseClick(controls.bar.rewind, Qt.MouseButton.LeftButton)
    controls.bar.show_moment(119_000, 120_000)
    QTest.mouseClick(controls.bar.ahead, Qt.MouseButton.LeftButton)
    assert controls.sought == [65_000 - JUMP_MS, 65_000 + JUMP_MS, 0, 120_000]


def test_keys_on_the_slider_seek(controls: Controls) -> None:
    QTest.keyClick(controls.bar.place, K.Key_PageUp)
    assert controls.sought == [65_000 + JUMP_MS]


def test_a_handle_that_is_held_does_not_run_away(controls: Controls) -> None:
    controls.bar.place.setSliderDown(True)
    controls.bar.place.setSliderPosition(20_000)
    controls.bar.show_moment(66_000, 120_000)
    assert controls.bar.place.sliderPosition() == 20_000


def test_the_volume_is_heard_at_once_and_kept_when_it_is_let_go(controls: Controls) -> None:
    assert controls.moved == []
    controls.bar.loudness.setSliderDown(True)
    controls.bar.loudness.setValue(40)
    assert (controls.moved, controls.chosen) == ([40], [])
    controls.bar.loudness.setSliderDown(False)
    assert controls.chosen == [40]
    QTest.keyClick(controls.bar.loudness, K.Key_Right)
    assert controls.chosen == [40, 41]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_control_has_a_name(controls: Controls, language: str) -> None:
    controls.bar.show_film(FilmState(has_film=True), Words(language))
    bar = controls.bar
    assert all(each.accessibleName() for each in (bar.rewind, bar.ahead, bar.place, bar.loudness, bar.sound, bar.where))


def test_it_says_whether_there_is_sound_and_asks_for_it_and_for_where(controls: Controls) -> None:
    bar, asked, where = controls.bar, list[object](), list[bool]()
    bar.wanted.connect(asked.append)
    bar.sound_wanted.connect(lambda: where.append(True))
    assert (bar.sound.text(), bar.loudness.value()) == ("Geluid", 80)
    bar.show_volume(Settings(volume=80, is_muted=True), Words("nl"))
    assert (bar.sound.text(), bar.loudness.value()) == ("Geluid uit", 0)
    assert controls.moved == []
    QTest.mouseClick(bar.sound, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.where, Qt.MouseButton.LeftButton)
    assert (asked, where) == ([Action.SWITCH_SOUND], [True])
