"""presenter/beginning/class_dialog.py and its fields: the class and the slide to begin at, from the console."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from polling.commands import BeginAt, NameClass
from presenter.beginning.class_dialog import ClassDialog
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import Desk

K = Qt.Key


def opened(desk: Desk) -> ClassDialog:
    """The dialog, opened by the button of the lobby or, later, from the menu."""
    button = desk.console.results.class_name
    desk.clicks(button) if button.isVisible() else desk.console.menu.class_name.trigger()
    dialog = desk.console.findChildren(ClassDialog)[-1]
    assert dialog.isVisible()
    return dialog


def test_the_name_of_the_class_is_typed_in_the_lobby_and_stands_at_the_top(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(dialog.fields.label, "H3b")
    QTest.keyClick(dialog.fields.label, K.Key_Return)
    assert desk.link.sent == [NameClass("H3b")]
    assert desk.console.top.title.text().endswith("H3b")
    assert desk.console.results.class_name.text() == "Klas H3b …"


def test_the_lesson_begins_at_the_chosen_slide(desk: Desk) -> None:
    dialog = opened(desk)
    dialog.fields.slides.setCurrentIndex(4)
    dialog.accept()
    assert desk.link.sent == [BeginAt("s5")]
    assert desk.console.results.sentence.text().endswith("De les begint bij slide 5.")
    assert desk.room.seen.slide_after is not None
    assert desk.room.seen.slide_after.id == "s5"
    desk.presses(K.Key_Right)
    assert desk.link.classroom.at[0] == "s5"


def test_the_first_slide_can_be_chosen_again(desk: Desk) -> None:
    desk.link.send(BeginAt("s5"))
    dialog = opened(desk)
    assert dialog.fields.slides.currentText().startswith("5")
    dialog.fields.slides.setCurrentIndex(0)
    dialog.accept()
    assert desk.link.sent[-1] == BeginAt("s1")


def test_in_a_lesson_that_has_begun_only_the_name_can_be_changed(desk: Desk) -> None:
    desk.goes_to("s2")
    assert not desk.console.results.class_name.isVisible()
    assert desk.console.menu.class_name.text() == "Naam van de klas …"
    dialog = opened(desk)
    assert not dialog.fields.slides.isVisible()
    dialog.fields.label.setText("H3b")
    dialog.accept()
    assert desk.link.sent == [NameClass("H3b")]


def test_what_was_not_changed_is_not_sent_and_esc_changes_nothing(desk: Desk) -> None:
    opened(desk).accept()
    dialog = opened(desk)
    QTest.keyClicks(dialog.fields.label, "H3b")
    QTest.keyClick(dialog, K.Key_Escape)
    assert desk.link.sent == []


def test_a_hidden_slide_is_no_beginning(make_desk: MakeDesk) -> None:
    desk = make_desk("# Een\n\n---\n\n<!-- hidden: yes -->\n\n# Twee\n\n---\n\n# Drie\n")
    slides = opened(desk).fields.slides
    assert [slides.itemText(row).split() for row in range(slides.count())] == [["1", "Een"], ["3", "Drie"]]
