"""presenter/report/window.py: what the teacher sees after a lesson, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from polling import forgetting, sessions
from polling.export import to_csv
from polling.store import Store, StoreError
from presenter.console.parts import PlainLabel
from presenter.dialogs import Dialog
from presenter.report.bars import BarRow
from presenter.report.said import Chips
from presenter.report.window import Cover, ReportWindow
from presenter.screens import stand_on
from presenter.settings import Settings
from presenter.words import LANGUAGES
from tests.classroom import LESSON, Classroom
from tests.presenter.names import nameless
from tests.presenter.report.conftest import MakeReport

K = Qt.Key
COVERED = Cover(is_covered=True, says="report.covered", button="covered.show")


def seen(widget: QWidget) -> list[str]:
    """All text of labels that can be seen, without the places where a long word may break."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text().replace("\u200b", "") for label in labels]


def asked(qtbot: QtBot) -> Dialog:
    """The question that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    return dialog


def press(dialog: Dialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def is_kept(data: Path, window: ReportWindow) -> bool:
    store = Store(sessions.path_of(data, window.session))
    kept = forgetting.is_kept(store)
    store.close()
    return kept


def test_everything_of_the_lesson_stands_on_one_page(make_report: MakeReport) -> None:
    window = make_report()
    texts = seen(window)
    assert window.windowTitle() == "Na de les: Geluid"
    assert texts[0] == "Geluid"
    assert texts[1].startswith("2B  ·  ")
    assert "Waarin meten we hoe hard geluid is?" in texts
    assert {"Ana", "trilling", "<b>Bo</b>", "<img src=x>", "✓ goed"} <= set(texts)
    assert next(row.bar.spoken for row in window.findChildren(BarRow)) == "A: Decibel, 1 keer, 50 procent, goed"
    assert [chips.accessibleName() for chips in window.findChildren(Chips)] == [
        "wind, 2 keer; zee, 1 keer, verborgen voor de klas"
    ]
    assert window.page is not None
    assert window.page.students.texts()[0][:3] == ["Ana", "3 goed, 0 fout, 0 niet beantwoord", "Vraag 1: goed"]


def test_nothing_that_a_student_typed_is_read_as_html(make_report: MakeReport) -> None:
    window = make_report()
    labels = window.findChildren(QLabel)
    assert labels
    assert all(isinstance(label, PlainLabel) for label in labels)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert not any(widget.toolTip() for widget in window.findChildren(QWidget))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_theme_and_language_paints_everything_within_the_window(
    theme: str, language: str, make_report: MakeReport
) -> None:
    window = make_report(settings=Settings(language=language, theme=theme))  # type: ignore[arg-type]
    assert not window.grab().isNull()
    assert window.page is not None
    inside = window.page.widget()
    assert inside is not None
    assert inside.width() <= window.page.viewport().width()
    for button in (window.foot.wipe, window.foot.csv, window.foot.done, window.head.students):
        assert button.accessibleName()
        assert button.visibleRegion().boundingRect() == button.rect()


def test_language_and_theme_change_at_once_and_the_order_stays(make_report: MakeReport) -> None:
    window = make_report()
    assert window.page is not None
    window.page.orders["right"].click()
    window.wear(Settings(language="en", theme="dark"))
    assert window.foot.done.text() == "Done"
    assert window.page.orders["right"].isChecked()
    assert window.page.students.texts()[0][1] == "3 right, 0 wrong, 0 not answered"


def test_a_lesson_that_nobody_joined_and_that_asked_nothing_says_so(make_report: MakeReport) -> None:
    window = make_report(Classroom())
    assert {"In deze les is geen vraag gesteld.", "Niemand deed mee met deze les."} <= set(seen(window))
    assert window.page is not None
    assert not window.page.students.isVisible()
    assert not window.page.orders["name"].isVisible()


def test_where_the_class_may_see_the_laptop_the_page_is_covered_until_n(make_report: MakeReport, qtbot: QtBot) -> None:
    window = make_report()
    window.show_cover(COVERED)
    assert "trilling" not in seen(window)
    assert not any(row.isVisible() for row in window.findChildren(BarRow))
    assert window.page is not None
    assert not window.page.isVisible()
    assert not window.head.students.isVisible()
    assert window.focusWidget() is window
    with qtbot.waitSignal(window.names_wanted):
        QTest.keyClick(window, K.Key_N)
    with qtbot.waitSignal(window.names_wanted):
        window.covered.button.click()
    window.show_cover(Cover(says="report.seen", button="covered.hide"))
    assert "trilling" in seen(window)
    assert window.covered.button.text() == "Verberg namen en antwoorden"
    assert window.focusWidget() is window.page


def test_n_does_nothing_where_nothing_is_covered(make_report: MakeReport, qtbot: QtBot) -> None:
    window = make_report()
    with qtbot.assertNotEmitted(window.names_wanted):
        QTest.keyClick(window, K.Key_N)


def test_keeping_is_stored_and_can_be_taken_back(make_report: MakeReport, data: Path) -> None:
    window = make_report()
    assert window.foot.told.text() == "Deze les wordt na 30 dagen vanzelf gewist."
    window.foot.keep.click()
    assert is_kept(data, window)
    assert window.foot.told.text() == "Deze les blijft staan tot je haar wist."
    window.foot.keep.click()
    assert not is_kept(data, window)


def test_keeping_that_fails_says_so_and_leaves_the_box_as_it_was(
    make_report: MakeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_report()

    def refuses(path: Path, is_kept: bool) -> None:
        raise StoreError("full")

    monkeypatch.setattr(forgetting, "keep", refuses)
    window.foot.keep.click()
    assert "Is de schijf vol?" in window.trouble.text.text()
    assert not window.foot.keep.isChecked()


def test_where_nothing_is_wiped_by_itself_there_is_nothing_to_keep(make_report: MakeReport) -> None:
    window = make_report(settings=Settings(language="nl", keep_days=0))
    assert not window.foot.keep.isVisible()
    assert window.foot.told.text() == ""


def test_ctrl_s_asks_where_and_saves_the_csv(make_report: MakeReport, tmp_path: Path, qtbot: QtBot) -> None:
    window = make_report()
    QTest.keyClick(window, K.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    dialog = window.findChildren(QFileDialog)[0]
    path = tmp_path / "uitslag.csv"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert path.read_bytes().decode() == to_csv(window.report.results, "nl")
    assert window.foot.told.text() == "Bewaard als uitslag.csv"


def test_a_csv_that_cannot_be_written_says_so_and_can_be_tried_again(make_report: MakeReport, tmp_path: Path) -> None:
    window = make_report()
    window.on_csv_place(str(tmp_path / "nergens" / "uitslag.csv"))
    assert "uitslag.csv lukt niet" in window.trouble.text.text()
    window.on_csv_place(str(tmp_path / "uitslag"))
    assert not window.trouble.isVisible()
    assert (tmp_path / "uitslag.csv").exists()


def test_enter_cancels_the_wiping(make_report: MakeReport, data: Path, qtbot: QtBot) -> None:
    window = make_report()
    window.foot.wipe.click()
    dialog = asked(qtbot)
    assert any("alle namen en antwoorden van 3 leerlingen" in text for text in seen(dialog))
    QTest.keyClick(dialog, K.Key_Return)
    assert not window.is_wiped
    assert sessions.path_of(data, window.session).exists()


def test_a_wiped_lesson_is_gone_from_the_disk_and_from_the_page(
    make_report: MakeReport, data: Path, qtbot: QtBot
) -> None:
    window = make_report()
    window.foot.wipe.click()
    with qtbot.waitSignal(window.wiped) as heard:
        press(asked(qtbot), "Wis de les")
    assert heard.args == [window.session]
    assert list((data / "sessions").iterdir()) == []
    assert "Deze les is gewist." in seen(window)
    assert "trilling" not in seen(window)
    assert window.report.results.participants == ()
    assert not window.foot.csv.isVisible()
    assert not window.foot.wipe.isVisible()
    with qtbot.assertNotEmitted(window.names_wanted):
        QTest.keyClick(window, K.Key_N)
    QTest.keyClick(window, K.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.findChildren(QFileDialog) == []
    window.wear(Settings(language="en"))
    assert "This lesson has been wiped." in seen(window)


def test_a_lesson_that_was_wiped_elsewhere_is_gone_here_too(make_report: MakeReport, data: Path) -> None:
    window = make_report()
    forgetting.wipe(data, window.session)
    window.on_wipe_confirmed()
    assert window.is_wiped


def test_what_cannot_be_wiped_says_why(make_report: MakeReport, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make_report()

    def refuses(data: Path, session: str) -> None:
        raise forgetting.CannotWipe("refused", "in use")

    monkeypatch.setattr(forgetting, "wipe", refuses)
    window.on_wipe_confirmed()
    assert window.trouble.text.text().startswith("Wissen lukt nu niet")
    assert not window.is_wiped


def test_esc_closes_and_tab_goes_from_the_page_to_the_buttons(make_report: MakeReport, qtbot: QtBot) -> None:
    window = make_report()
    window.activateWindow()
    assert window.focusWidget() is window.page
    visited = []
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), K.Key_Tab)
        visited.append(window.focusWidget())
    foot = window.foot
    places = [visited.index(each) for each in (foot.keep, foot.wipe, foot.csv, foot.done)]
    assert places == sorted(places)
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, K.Key_Escape)


def test_the_head_leads_to_the_students_and_back(make_report: MakeReport) -> None:
    window = make_report()
    assert window.page is not None
    bar = window.page.verticalScrollBar()
    window.head.students.click()
    assert window.page.students.visibleRegion().boundingRect().height() > 100
    assert bar.value() > 0
    window.head.questions.click()
    assert bar.value() == 0


def test_a_large_class_scrolls_under_its_own_head_and_marks_stay_in_the_window(make_report: MakeReport) -> None:
    given = Classroom(
        "---\ntitle: Geluid\n---\n\n" + "\n---\n\n".join(f"# Vraag {n}\n\n- [x] A\n- [ ] B\n" for n in range(20))
    )
    phones = [given.joins(f"Leerling {n}") for n in range(35)]
    for n in range(20):
        given.goes_to(f"s{n + 1}")
        phones[n].chooses("A")
    window = make_report(given)
    assert window.page is not None
    table = window.page.students
    assert table.verticalScrollBar().maximum() > 0
    assert table.horizontalScrollBar().maximum() == 0
    assert table.height() < window.page.viewport().height()
    assert table.model().rowCount() == 35


def test_words_without_end_do_not_make_the_page_wider(make_report: MakeReport) -> None:
    given = Classroom(LESSON.replace("# Waarom hoor", f"# {'Waarom' * 40} hoor").replace("Decibel", "Decibel" * 30))
    phone = given.joins("W" * 20)
    given.goes_to("s2")
    phone.chooses("A")
    given.goes_to("s4")
    phone.sends("M" * 30)
    given.goes_to("s5")
    phone.writes("A" * 240)
    window = make_report(given)
    window.resize(1000, 560)
    assert window.page is not None
    inside = window.page.widget()
    assert inside is not None
    assert inside.width() <= window.page.viewport().width()
    assert inside.minimumSizeHint().width() <= window.page.viewport().width()


def test_it_stands_on_the_screen_it_is_told(make_report: MakeReport) -> None:
    window = make_report()
    laptop = next(screen for screen in QGuiApplication.screens() if screen.name() == "laptop")
    projector = next(screen for screen in QGuiApplication.screens() if screen.name() == "projector")
    stand_on(window, projector)
    stand_on(window, laptop)
    assert window.screen() is laptop
    assert window.isMaximized()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name_for_a_screen_reader(language: str, make_report: MakeReport) -> None:
    assert nameless(make_report(settings=Settings(language=language))) == []
