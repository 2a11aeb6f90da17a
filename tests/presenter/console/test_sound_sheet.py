"""presenter/console/sound_sheet.py: the sheet about sound."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from presenter.console.look import dress
from presenter.console.sound_sheet import SoundSheet, loudness_words
from presenter.outputs import COMPUTERS, OutputFact, plan
from presenter.settings import Output, Settings
from presenter.tone import Trial
from presenter.words import Words

LAPTOP = OutputFact("1", "Luidsprekers", is_default=True)
BEAMER = OutputFact("2", "HDMI-beamer")
HEADPHONES = Output("3", "Koptelefoon")
MakeSheet = Callable[..., SoundSheet]


@pytest.fixture
def make_sheet(qapp: QApplication, qtbot: QtBot) -> MakeSheet:
    """Makes sheets over these outputs and this choice."""
    dress(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)

    def make(*outlets: OutputFact, choice: Output | None = None, language: str = "nl") -> SoundSheet:
        sheet = SoundSheet(Words(language), window)
        sheet.show_outputs(outlets, choice, plan(outlets, choice))
        sheet.show_loudness(Settings(volume=60))
        sheet.show()
        return sheet

    return make


def rows(sheet: SoundSheet) -> list[str]:
    """What stands in the list."""
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def test_it_lists_the_outputs_by_name_with_the_one_in_use_chosen(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(LAPTOP, BEAMER)
    assert rows(sheet) == ["Zoals de computer kiest (nu: Luidsprekers)", "Luidsprekers", "HDMI-beamer"]
    assert sheet.list.currentRow() == 2
    assert sheet.loud.text() == "60 %"


def test_what_the_computer_chooses_is_shown_as_that(make_sheet: MakeSheet) -> None:
    assert make_sheet(LAPTOP).list.currentRow() == 0
    assert make_sheet(LAPTOP, BEAMER, choice=COMPUTERS).list.currentRow() == 0


def test_a_chosen_one_that_is_not_plugged_in_stays_chosen(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(LAPTOP, choice=HEADPHONES)
    assert rows(sheet)[-1] == "Koptelefoon (nu niet aangesloten)"
    assert sheet.list.currentRow() == 2


def test_a_row_chooses_at_once_also_with_the_keys(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(LAPTOP, BEAMER)
    chosen: list[Output] = []
    sheet.chosen.connect(chosen.append)
    sheet.list.setCurrentRow(1)
    QTest.keyClick(sheet.list, Qt.Key.Key_Up)
    assert chosen == [Output("1", "Luidsprekers"), COMPUTERS]


def test_what_is_plugged_in_meanwhile_appears_and_chooses_nothing(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(LAPTOP)
    chosen: list[Output] = []
    sheet.chosen.connect(chosen.append)
    sheet.show_outputs((LAPTOP, BEAMER), None, plan((LAPTOP, BEAMER), None))
    assert (len(rows(sheet)), sheet.list.currentRow(), chosen) == (3, 2, [])


def test_a_machine_without_sound_says_so(make_sheet: MakeSheet) -> None:
    sheet = make_sheet()
    assert rows(sheet) == ["Zoals de computer kiest"]
    assert "geen geluidsuitgang" in sheet.told.text()
    sheet.show_outputs((LAPTOP,), None, plan((LAPTOP,), None))
    assert sheet.told.text() == ""


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("trial", list(Trial))
def test_how_trying_went_is_said_and_gone_with_another_choice(
    make_sheet: MakeSheet, trial: Trial, language: str
) -> None:
    sheet = make_sheet(LAPTOP, BEAMER, language=language)
    sheet.show_trial(trial, BEAMER.name)
    assert sheet.told.text()
    assert "{" not in sheet.told.text()
    sheet.list.setCurrentRow(1)
    assert sheet.told.text() == ""


def test_its_buttons_try_and_close(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(LAPTOP)
    tried: list[bool] = []
    sheet.trial_wanted.connect(lambda: tried.append(True))
    QTest.mouseClick(sheet.trial, Qt.MouseButton.LeftButton)
    assert (tried, sheet.isVisible()) == ([True], True)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_every_control_has_a_name(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(LAPTOP)
    assert all(each.accessibleName() for each in (sheet.list, sheet.loudness, sheet.trial))


def test_silence_is_said_in_a_word() -> None:
    assert loudness_words(Settings(volume=60, is_muted=True), Words("nl")) == "uit"
    assert loudness_words(Settings(volume=0), Words("en")) == "off"
