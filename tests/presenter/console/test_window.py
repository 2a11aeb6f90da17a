"""presenter/console/window.py: what the teacher sees, and what buttons and keys ask for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
)

from polling.commands import (
    Back,
    Cover,
    CoverWith,
    End,
    ExtendTimer,
    Freeze,
    HideAnswers,
    MarkRight,
    Next,
    Pause,
    PauseTimer,
    Resume,
    Skip,
    StartTimer,
    SwitchLive,
)
from presenter.console.window import Outlook
from presenter.dialogs import Dialog
from presenter.keys import Action
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, TWO, Desk

K = Qt.Key
UNDECIDED = "<!-- kind: quiz -->\n\n# Welke?\n\n- [ ] Een\n- [ ] Twee\n"


@pytest.mark.parametrize(
    ("slide", "presses", "words"),
    [
        ("s1", 0, "Volgende slide"),
        ("s2", 0, "Sluit de vraag"),
        ("s2", 1, "Toon het antwoord"),
        ("s2", 2, "Volgende slide"),
        ("s3", 0, "Sluit en ga verder"),
        ("s4", 0, "Sluit en ga verder"),
        ("s5", 0, "Sluit en ga verder"),
        ("s7", 0, "Stel de vraag"),
        ("s7", 2, "Toon de resultaten"),
        ("s8", 0, "Dit was de laatste slide"),
    ],
)
def test_the_primary_button_says_what_next_will_do(slide: str, presses: int, words: str, desk: Desk) -> None:
    desk.goes_to(slide)
    for _ in range(presses):
        desk.presses(K.Key_PageDown)
    assert desk.next_says == words


def test_before_the_lesson_it_begins_it(desk: Desk) -> None:
    assert desk.next_says == "Begin de les"
    desk.clicks(desk.console.bottom.next)
    assert desk.link.classroom.at == ("s1", "")


def test_a_cover_and_a_pause_are_lifted_by_next(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.presses(K.Key_B)
    assert desk.next_says == "Toon de slide"
    assert desk.console.now.chip.text() == "Op het bord: zwart"
    desk.presses(K.Key_Space)
    desk.presses(K.Key_P)
    assert desk.next_says == "Ga verder met de les"
    assert desk.console.now.chip.text() == "Op het bord: pauze"


def test_the_last_slide_leads_nowhere(desk: Desk) -> None:
    desk.goes_to("s8")
    assert not desk.console.bottom.next.isEnabled()


def test_the_same_in_english(make_desk: MakeDesk) -> None:
    desk = make_desk(language="en")
    desk.goes_to("s2")
    assert desk.next_says == "Close the question"
    assert desk.console.results.heading.text() == "Only you see this"


def test_keys_and_buttons_send_the_same_commands(desk: Desk) -> None:
    desk.goes_to("s2")
    for key in (K.Key_L, K.Key_T, K.Key_Q, K.Key_Left):
        desk.presses(key)
    desk.presses(K.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.link.sent == [SwitchLive(), PauseTimer(), CoverWith(Cover.JOIN), Back(), Skip()]
    desk.link.sent.clear()
    desk.goes_to("s6")
    bar = desk.console.bottom
    for button in (bar.timer, bar.more, bar.pause, bar.pause, bar.black, bar.black, bar.join, bar.next, bar.back):
        desk.clicks(button)
    assert desk.link.sent == [
        StartTimer(), ExtendTimer(), Pause(), Resume(), CoverWith(Cover.BLACK), CoverWith(Cover.NONE),
        CoverWith(Cover.JOIN), Next(), Back(),
    ]  # fmt: skip


def test_a_key_that_is_held_counts_once(desk: Desk) -> None:
    desk.goes_to("s1")
    QTest.keyPress(desk.console, K.Key_Right)
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    held = QKeyEvent(QEvent.Type.KeyPress, K.Key_Right, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(desk.console, held)
    assert desk.link.sent == [Next()]


def test_a_click_takes_no_focus_so_that_space_stays_next(desk: Desk) -> None:
    desk.goes_to("s2")
    desk.clicks(desk.console.bottom.live)
    desk.link.sent.clear()
    focused = desk.console.focusWidget() or desk.console
    QTest.keyClick(focused, K.Key_Space)
    assert desk.link.sent == [Next()]


def test_a_button_reached_with_tab_is_pressed_by_space(desk: Desk) -> None:
    desk.goes_to("s2")
    desk.console.activateWindow()
    desk.console.bottom.live.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(desk.console.bottom.live, K.Key_Space)
    assert desk.link.sent == [SwitchLive()]


def test_a_switch_shows_what_the_room_says(desk: Desk) -> None:
    desk.goes_to("s3")
    live = desk.console.bottom.live
    assert live.isChecked()
    desk.clicks(live)
    assert not live.isChecked()


def test_the_bars_show_the_answers_that_the_class_cannot_see_yet(desk: Desk) -> None:
    ana, bo, cas = (desk.link.joins(name) for name in ("Ana", "Bo", "Cas"))
    desk.goes_to("s2")
    ana.chooses("A"), bo.chooses("A"), cas.chooses("B")
    desk.link.tells()
    rows = desk.console.results.bars.rows
    assert [(row.fact.letter, row.fact.count, row.fact.is_right) for row in rows] == [
        ("A", 2, True), ("B", 1, False), ("C", 0, False),
    ]  # fmt: skip
    assert rows[0].accessibleName() == "A: Decibel, 2 antwoorden, goed"
    assert desk.console.top.answered.text() == "3 van 3 geantwoord"
    assert desk.people == ["Ana: A", "Bo: A", "Cas: B"]


def test_a_click_marks_the_right_option_of_a_quiz_that_has_none(make_desk: MakeDesk) -> None:
    desk = make_desk(UNDECIDED)
    desk.link.joins("Ana")
    desk.goes_to("s1")
    assert desk.console.results.sentence.text().startswith("Klik op het goede antwoord")
    desk.clicks(desk.console.results.bars.rows[1])
    assert desk.link.sent == [MarkRight((1,))]
    assert desk.console.results.bars.rows[1].fact.is_right


def test_a_quiz_that_knows_its_right_option_cannot_be_marked(desk: Desk) -> None:
    desk.goes_to("s2")
    desk.clicks(desk.console.results.bars.rows[1])
    assert desk.link.sent == []


def test_before_the_lesson_the_notes_of_the_first_slide_are_there(make_desk: MakeDesk) -> None:
    desk = make_desk("# Begin\n\n<!-- notes:\nLicht aan\n-->\n")
    notes = desk.console.notes
    assert (notes.heading.text(), notes.text.toPlainText()) == ("Voor de eerste slide", "Licht aan")
    desk.presses(K.Key_Right)
    assert (notes.heading.text(), notes.text.toPlainText()) == ("Notities", "Licht aan")


def test_only_the_confirmed_question_ends_the_lesson(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.console.menu.end_wanted.connect(desk.spokesman.on_end_wanted)
    desk.console.menu.end.trigger()
    dialog = desk.console.findChild(Dialog)
    assert dialog is not None
    assert dialog.findChildren(QPushButton)[0].text() == "Les afsluiten"
    dialog.reject()
    assert desk.link.sent == []
    desk.console.menu.end.trigger()
    desk.console.findChildren(Dialog)[-1].accept()
    assert desk.link.sent == [End()]
    assert desk.next_says == "De les is afgesloten"
    assert not desk.console.bottom.next.isEnabled()


def test_closing_the_window_only_says_so(desk: Desk) -> None:
    told: list[bool] = []
    desk.console.closing.connect(lambda: told.append(True))
    desk.console.close()
    assert told == [True]
    assert desk.console.isVisible()


def test_no_label_reads_html_whatever_students_and_lessons_say(make_desk: MakeDesk) -> None:
    evil = '<img src="file:///nowhere.png"><b>x</b>'
    desk = make_desk(f"---\ntitle: {evil}\n---\n\n<!-- kind: open -->\n\n# {evil}\n\n<!-- notes:\n{evil}\n-->\n")
    ana = desk.link.joins(evil[:20])
    desk.goes_to("s1")
    ana.writes(evil)
    desk.link.tells()
    desk.spokesman.say_problems((evil,))
    desk.spokesman.on_teacher_wanted()
    desk.spokesman.on_end_wanted()
    labels = [widget for widget in QApplication.allWidgets() if isinstance(widget, QLabel)]
    assert len(labels) > 20
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []
    assert evil in desk.console.results.answers.lines()[0]


def test_every_control_has_a_name_for_screen_readers(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.goes_to("s2")
    controls = [*desk.console.findChildren(QPushButton), *desk.console.findChildren(QComboBox)]
    assert [type(each).__name__ for each in controls if each.isVisible() and not each.accessibleName()] == []


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1366, 660)])
def test_everything_fits(size: tuple[int, int], desk: Desk) -> None:
    for number in range(28):
        desk.link.joins(f"Leerling {number}")
    desk.goes_to("s2")
    desk.console.resize(*size)
    QApplication.processEvents()
    assert (desk.console.width(), desk.console.height()) == size
    for button in desk.console.bottom.findChildren(QPushButton):
        if button.isVisible():
            assert desk.console.bottom.rect().contains(button.geometry()), button.text()
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.height() >= 44


def test_screens_are_swapped_by_a_button_where_there_are_two(make_desk: MakeDesk) -> None:
    desk, alone = make_desk(), make_desk(plan=ONE)
    wanted: list[object] = []
    desk.console.wanted.connect(wanted.append)
    desk.clicks(desk.console.top.swap)
    desk.console.menu.swap.trigger()
    assert wanted == [Action.SWAP_SCREENS, Action.SWAP_SCREENS]
    assert not alone.console.top.swap.isVisible()
    alone.spokesman.on_screens_stayed()
    assert alone.console.passing.text.text() == "Er zijn geen twee schermen om te wisselen."


def test_a_frozen_board_is_told_and_can_be_let_go_where_it_is_told(desk: Desk) -> None:
    desk.goes_to("s1")
    assert not desk.console.frozen.isVisible()
    desk.presses(K.Key_F)
    assert desk.console.frozen.text.text() == "Het bord staat stil: de klas ziet nog het beeld van daarnet."
    assert desk.console.now.chip.text() == "Op het bord: stilstaand beeld"
    assert desk.console.menu.freeze.isChecked()
    desk.presses(K.Key_PageDown)
    assert desk.console.frozen.isVisible()
    desk.clicks(desk.console.frozen.button)
    assert not desk.console.frozen.isVisible()
    assert desk.link.sent == [Freeze(True), Next(), Freeze(False)]


def test_while_the_browser_has_the_board_only_that_is_told_of_it(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.presses(K.Key_F)
    desk.presses(K.Key_H)
    for is_aside in (True, False):
        desk.console.show_outlook(Outlook(TWO, is_full_screen=True, is_aside=is_aside))
        assert desk.console.aside.isVisible() is is_aside
        assert (desk.console.frozen.isVisible(), desk.console.hidden.isVisible()) == (not is_aside, not is_aside)
        said = "Op het bord: de browser" if is_aside else "Op het bord: stilstaand beeld"
        assert desk.console.now.chip.text() == said
        assert desk.console.bottom.slides.text() == ("Slides" if is_aside else "Stop")


def test_the_menu_hides_what_students_typed_and_the_lobby_says_that_it_is_names(desk: Desk) -> None:
    desk.console.menu.hiding.trigger()
    assert (desk.link.sent, desk.console.menu.hiding.isChecked()) == ([HideAnswers(True)], True)
    assert desk.console.now.chip.text() == "Op het bord: namen verborgen"
    desk.console.menu.hiding.trigger()
    assert (desk.link.sent[1:], desk.console.menu.hiding.isChecked()) == ([HideAnswers(False)], False)


def test_the_menu_freezes_the_board_too(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.console.menu.freeze.trigger()
    desk.console.menu.freeze.trigger()
    assert desk.link.sent == [Freeze(True), Freeze(False)]
    assert not desk.console.menu.freeze.isChecked()


def test_one_key_takes_what_students_typed_off_the_board_and_the_console_keeps_it(desk: Desk) -> None:
    phone = desk.link.joins("Ana")
    desk.goes_to("s5")
    phone.writes("Door het water")
    desk.link.tells()
    results = desk.console.results
    assert results.hide_all.isVisible()
    desk.presses(K.Key_H)
    assert desk.console.hidden.text.text().startswith("Wat leerlingen typen staat nu niet op het bord")
    assert desk.console.now.chip.text() == "Op het bord: antwoorden verborgen"
    assert (results.hide_all.isVisible(), results.heading.text()) == (False, "Alleen jij ziet dit")
    assert any("Door het water" in line for line in results.answers.lines())
    desk.clicks(desk.console.hidden.button)
    desk.clicks(results.hide_all)
    assert desk.link.sent == [HideAnswers(True), HideAnswers(False), HideAnswers(True)]


def test_where_nothing_is_typed_there_is_nothing_to_hide(desk: Desk) -> None:
    desk.goes_to("s2")
    assert not desk.console.results.hide_all.isVisible()


def test_a_lesson_that_has_ended_holds_nothing_on_the_board(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.presses(K.Key_F)
    desk.presses(K.Key_H)
    desk.link.send(End())
    assert not desk.console.frozen.isVisible()
    assert not desk.console.hidden.isVisible()
    assert not desk.console.menu.freeze.isEnabled()
