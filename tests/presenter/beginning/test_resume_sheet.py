"""presenter/beginning/resume_sheet.py: to go on with the same class, or to begin anew, with the keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from polling.parts import lesson_part
from polling.sessions import Unfinished
from presenter.beginning.resume_sheet import ResumeSheet
from presenter.room_copy import RoomSeen
from presenter.words import Words
from tests.classroom import Classroom

K = Qt.Key
NOW = datetime.fromisoformat("2026-11-24T11:00:00+01:00")
ROOM = Classroom().room
HOUR_S = 3600.0
MakeSheet = Callable[..., ResumeSheet]


def left(session: str, label: str, started_at: str, hours_ago: float, number: int = 3) -> Unfinished:
    return Unfinished(
        session=session, label=label, started_at=started_at, slide_number=number, participants=28, answers=143,
        last_seen_s=hours_ago * HOUR_S, slide=f"s{number}" if number else "", lesson=lesson_part(ROOM, 0),
    )  # fmt: skip


TODAY = left("a", "H3b", "2026-11-24T09:05:00+01:00", 1.25)
EARLIER = left("b", "", "2026-11-24T08:15:00+01:00", 2.5, 2)
YESTERDAY = left("c", "H3a", "2026-11-23T13:10:00+01:00", 21)


@pytest.fixture
def pictured() -> list[str]:
    """The slides of which a picture was asked."""
    return []


@pytest.fixture
def make_sheet(qtbot: QtBot, pictured: list[str]) -> MakeSheet:
    def picture_of(seen: RoomSeen, slide: str, size: QSize) -> QImage:
        assert slide in {each.id for each in seen.view.lesson.slides}
        pictured.append(slide)
        return QImage(size, QImage.Format.Format_RGB32)

    def make(*found: Unfinished, language: str = "nl") -> ResumeSheet:
        sheet = ResumeSheet(found, ROOM.slides, Words(language), picture_of, NOW)
        qtbot.addWidget(sheet)
        sheet.show()
        sheet.activateWindow()
        return sheet

    return make


def enters(sheet: ResumeSheet) -> None:
    QTest.keyClick(sheet.focusWidget() or sheet, K.Key_Return)


def test_it_tells_for_which_class_when_where_and_how_many(make_sheet: MakeSheet, pictured: list[str]) -> None:
    sheet = make_sheet(TODAY)
    assert [line.text() for line in (sheet.label, sheet.when, sheet.stood, sheet.counted)] == [
        "H3b",
        "Begonnen vandaag om 09:05, gestopt om 09:45",
        "Slide 3 van 8: Slaap jij met muziek aan?",
        "28 leerlingen  ·  143 antwoorden",
    ]
    assert pictured == ["s3"]
    assert not sheet.list.isVisible()


def test_the_same_in_english(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(YESTERDAY, language="en")
    assert sheet.when.text() == "Begun yesterday at 13:10, stopped at 14:00"
    assert [button.text() for button in (sheet.cancel, sheet.new, sheet.resume)] == ["Cancel", "Begin anew", "Go on"]


def test_enter_goes_on_with_a_class_of_today(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(TODAY)
    enters(sheet)
    assert (sheet.result(), sheet.session) == (QDialog.DialogCode.Accepted, "a")


def test_enter_begins_anew_where_the_lesson_is_of_another_day(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(YESTERDAY)
    sheet.resume.setFocus()
    sheet.list.setFocus()
    QTest.keyClick(sheet, K.Key_Return)
    assert (sheet.result(), sheet.session) == (QDialog.DialogCode.Accepted, "")


def test_enter_in_the_name_of_a_new_class_never_goes_on_with_another(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(TODAY)
    sheet.fields.label.setFocus()
    QTest.keyClicks(sheet.fields.label, " H3c ")
    QTest.keyClick(sheet.fields.label, K.Key_Return)
    assert (sheet.result(), sheet.session, sheet.fields.label_typed) == (QDialog.DialogCode.Accepted, "", "H3c")


def test_of_several_classes_the_arrows_choose_one(make_sheet: MakeSheet, pictured: list[str]) -> None:
    sheet = make_sheet(TODAY, EARLIER)
    assert sheet.list.isVisible()
    QTest.keyClick(sheet.list, K.Key_Down)
    assert (sheet.label.text(), pictured) == ("Klas zonder naam", ["s3", "s2"])
    enters(sheet)
    assert sheet.session == "b"


def test_esc_is_nothing_now(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(TODAY)
    QTest.keyClick(sheet, K.Key_Escape)
    assert sheet.result() == QDialog.DialogCode.Rejected


def test_a_new_lesson_begins_at_the_chosen_slide(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(TODAY)
    assert sheet.fields.begins_at == ""
    sheet.fields.slides.setCurrentIndex(4)
    sheet.new.click()
    assert (sheet.session, sheet.fields.begins_at) == ("", "s5")


def test_a_lesson_that_had_not_begun_shows_its_first_slide(make_sheet: MakeSheet, pictured: list[str]) -> None:
    sheet = make_sheet(left("a", "H3b", "2026-11-24T09:05:00+01:00", 1, 0))
    assert (sheet.stood.text(), pictured) == ("De les was nog niet begonnen.", ["s1"])


def test_the_filled_button_is_what_enter_does(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(TODAY)
    assert (sheet.resume.isDefault(), sheet.new.isDefault()) == (True, False)
    QTest.keyClicks(sheet.fields.label, "H3c")
    assert (sheet.resume.isDefault(), sheet.new.isDefault()) == (False, True)
