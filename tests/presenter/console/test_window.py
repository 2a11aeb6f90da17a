"""presenter/console/window.py: what the teacher sees, and what buttons and keys ask for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from polling.commands import (
    Again,
    Back,
    Cover,
    CoverWith,
    End,
    ExtendTimer,
    MarkRight,
    Next,
    Pause,
    PauseTimer,
    Reopen,
    Resume,
    Skip,
    StartTimer,
    StopTimer,
    SwitchLive,
)
from presenter.console.bottom_bar import MOVES
from presenter.console.parts import PlainLabel
from presenter.console.window import Outlook
from presenter.dialogs import Dialog
from presenter.keys import Action
from presenter.words import CATALOGUE, Words
from tests.classroom import LESSON
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk

K = Qt.Key
NOTED = LESSON.replace("\n---\n\n#", "\n<!-- notes:\nDenk eraan\n-->\n\n---\n\n#").replace(
    "# Waarom hoor je onder water anders?\n", "# Waarom hoor je onder water anders?\n\n<!-- notes:\nDenk eraan\n-->\n"
)
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


def test_again_offers_a_new_round_or_the_last_one(desk: Desk) -> None:
    desk.goes_to("s2")
    assert not desk.console.bottom.again.isEnabled()
    desk.presses(K.Key_Space)
    assert _offered(desk, desk.console.bottom.again) == [Again(), Reopen()]
    desk.presses(K.Key_Space)
    assert _offered(desk, desk.console.bottom.again) == [Again()]


def test_t_on_a_slide_without_a_timer_offers_minutes(desk: Desk) -> None:
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.presses(K.Key_T)
    menu = _menu(desk)
    assert [action.text() for action in menu.actions()] == ["1 minuut", "3 minuten", "5 minuten", "10 minuten"]
    menu.actions()[2].trigger()
    menu.close()
    assert desk.link.sent == [StartTimer(minutes=5.0)]
    assert desk.link.classroom.room.timer is not None


def test_the_first_minutes_are_chosen_by_enter_in_rows_for_a_finger(desk: Desk) -> None:
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.presses(K.Key_T)
    menu = _menu(desk)
    assert menu.fontInfo().pixelSize() == 16
    assert [menu.actionGeometry(action).height() for action in menu.actions()] == [44, 44, 44, 44]
    QTest.keyClick(menu, K.Key_Return)
    assert desk.link.sent == [StartTimer(minutes=1.0)]


@pytest.mark.parametrize(
    ("key", "deed"),
    [
        (K.Key_B, CoverWith(Cover.BLACK)),
        (K.Key_Period, CoverWith(Cover.BLACK)),
        (K.Key_P, Pause()),
        (K.Key_Q, CoverWith(Cover.JOIN)),
        (K.Key_PageDown, Next()),
    ],
)
def test_keys_of_the_lesson_close_an_open_menu_and_do_their_thing(key: Qt.Key, deed: object, desk: Desk) -> None:
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.presses(K.Key_T)
    menu = _menu(desk)
    QTest.keyClick(menu, key)
    assert not menu.isVisible()
    assert desk.link.sent == [deed]


def test_esc_closes_an_open_menu(desk: Desk) -> None:
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.presses(K.Key_T)
    menu = _menu(desk)
    QTest.keyClick(menu, K.Key_Escape)
    assert not menu.isVisible()
    assert desk.link.sent == []


def test_no_menu_opens_over_slides_on_the_only_screen(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    desk.deeds.timer_offered.connect(desk.console.offer_timer)
    desk.goes_to("s1")
    desk.console.show_outlook(Outlook(ONE, is_full_screen=True))
    desk.presses(K.Key_T)
    assert QApplication.activePopupWidget() is None
    assert desk.console.passing.text.text() == "Kies hier met T hoe lang de timer loopt."


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


@pytest.mark.parametrize("slide", ["s2", "s5"])
def test_with_one_screen_names_answers_and_notes_are_covered_until_asked_for(slide: str, make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    ana = desk.link.joins("Ana")
    desk.goes_to(slide)
    ana.chooses("A") if slide == "s2" else ana.writes("Water geleidt beter")
    desk.link.tells()
    assert desk.people == []
    assert "Ana" not in _all_text(desk.console)
    assert not any(row.isVisible() for row in desk.console.results.bars.rows)
    assert not desk.console.results.answers.isVisible()
    assert desk.console.covered.isVisible()
    assert "uitbreiden" in desk.console.covered.text.text()
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    assert desk.people != []
    assert desk.console.covered.button.text() == "Verberg namen en antwoorden"


def test_with_two_screens_nothing_is_covered(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.goes_to("s1")
    assert desk.people == ["Ana"]
    assert not desk.console.covered.isVisible()


@pytest.mark.parametrize("slide", ["s2", "s5"])
def test_a_pause_hides_what_is_the_teachers_on_two_screens_too(slide: str, make_desk: MakeDesk) -> None:
    desk = make_desk(NOTED)
    ana = desk.link.joins("Ana")
    desk.goes_to(slide)
    ana.chooses("A") if slide == "s2" else ana.writes("Water geleidt beter")
    desk.link.tells()
    desk.presses(K.Key_P)
    console = desk.console
    assert desk.people == []
    assert not any(row.isVisible() for row in console.results.bars.rows)
    assert not console.results.answers.isVisible()
    assert console.notes.text.toPlainText() == "Verborgen tijdens de pauze."
    desk.presses(K.Key_P)
    assert desk.people == ["Ana: A" if slide == "s2" else "Ana: verstuurd"]
    assert any(row.isVisible() for row in console.results.bars.rows) or console.results.answers.isVisible()
    assert console.notes.text.toPlainText() == "Denk eraan"


def test_before_the_lesson_the_notes_of_the_first_slide_are_there(make_desk: MakeDesk) -> None:
    desk = make_desk("# Begin\n\n<!-- notes:\nLicht aan\n-->\n")
    notes = desk.console.notes
    assert (notes.heading.text(), notes.text.toPlainText()) == ("Voor de eerste slide", "Licht aan")
    desk.presses(K.Key_Right)
    assert (notes.heading.text(), notes.text.toPlainText()) == ("Notities", "Licht aan")


def test_the_remote_says_why_it_cannot_be_opened_while_names_are_covered(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    remote = desk.console.menu.teacher
    assert not remote.isEnabled()
    assert remote.text() == "Afstandsbediening … (eerst N: namen tonen)"
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    assert remote.isEnabled()
    assert remote.text() == "Afstandsbediening op je telefoon …"


def test_the_cover_button_asks_for_the_names(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    asked: list[object] = []
    desk.console.wanted.connect(asked.append)
    desk.clicks(desk.console.covered.button)
    assert asked == [Action.SWITCH_NAMES]


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


def test_the_top_bar_says_where_the_lesson_is(desk: Desk) -> None:
    desk.link.joins("Ana")
    desk.goes_to("s2")
    top = desk.console.top
    assert (top.title.text(), top.number.text(), top.joined.text()) == ("Geluid", "2 van 8", "1 doet mee")
    assert top.code.text() == "code 4271"


def test_another_address_is_asked_for_and_shown_at_once(desk: Desk) -> None:
    chosen: list[str] = []
    desk.console.top.address_chosen.connect(chosen.append)
    combo = desk.console.top.addresses
    combo.activated.emit(1)
    assert chosen == ["10.0.0.4"]
    from polling.wire import ChooseAddress

    desk.link.send(ChooseAddress(host="10.0.0.4"))
    assert combo.currentText() == "10.0.0.4"
    assert "10.0.0.4" in desk.console.passing.text.text()


def test_what_is_refused_is_said_in_words(desk: Desk) -> None:
    desk.link.refused.emit("not_now")
    assert desk.console.passing.text.text() == "Dat kan nu niet."
    desk.link.refused.emit("a code of a later version")
    assert desk.console.passing.text.text() == "Dat kan nu niet."


def test_at_either_end_the_console_says_so_and_nothing_moves_for_it(desk: Desk) -> None:
    QApplication.processEvents()
    place = desk.console.now.geometry()
    desk.presses(K.Key_Left)
    assert desk.console.passing.text.text() == "Dit is de eerste slide."
    desk.goes_to("s8")
    desk.presses(K.Key_Right)
    passing = desk.console.passing
    assert passing.text.text() == "Dit was de laatste slide."
    QApplication.processEvents()
    assert desk.console.now.geometry().topLeft() == place.topLeft()
    assert passing.isVisible()
    assert passing.parentWidget().rect().contains(passing.geometry())


def test_problems_of_the_file_are_one_quiet_line_that_opens(desk: Desk) -> None:
    desk.spokesman.say_problems(("Regel 3: iets",))
    line = desk.console.problems
    assert line.text.text() == "1 opmerking over het lesbestand"
    assert not line.list.isVisible()
    desk.clicks(line.button)
    assert line.list.isVisible()
    assert line.list.text() == "Regel 3: iets"


def test_many_problems_scroll_and_leave_the_lesson_its_room(desk: Desk) -> None:
    before = desk.console.now.height()
    desk.spokesman.say_problems(tuple(f"Regel {line}: iets " + "langs " * 60 for line in range(60)))
    desk.clicks(desk.console.problems.button)
    QApplication.processEvents()
    assert desk.console.problems.height() <= 170
    assert desk.console.now.height() > before / 2
    assert desk.console.height() == 768


def test_problems_quote_the_lesson_so_they_are_covered_where_the_class_may_see_them(make_desk: MakeDesk) -> None:
    desk = make_desk(plan=ONE)
    desk.spokesman.say_problems(("Regel 3: iets",))
    line = desk.console.problems
    assert line.text.isVisible()
    assert not line.button.isVisible()
    desk.console.show_outlook(Outlook(ONE, shows_names=True))
    desk.clicks(line.button)
    assert line.list.isVisible()
    desk.console.show_outlook(Outlook(ONE))
    assert not line.list.isVisible()


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


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_a_long_title_gives_way_and_the_address_does_not(size: tuple[int, int], make_desk: MakeDesk) -> None:
    desk = make_desk(LESSON.replace("title: Geluid", f"title: {'Geluid en trillingen ' * 8}"))
    desk.link.joins("Ana")
    desk.goes_to("s2")
    desk.console.resize(*size)
    QApplication.processEvents()
    picker = desk.console.top.addresses
    option = QStyleOptionComboBox()
    picker.initStyleOption(option)
    field = picker.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, picker
    )
    assert field.width() >= picker.fontMetrics().horizontalAdvance(picker.currentText())
    assert picker.currentText() == "192.168.1.23"
    assert desk.console.top.title.width() < desk.console.top.title.sizeHint().width()


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


def _offered(desk: Desk, button: QWidget) -> list[object]:
    desk.clicks(button)
    menu = _menu(desk)
    offered = [action.data() for action in menu.actions()]
    menu.close()
    return offered


def _all_text(widget: QObject) -> str:
    return " ".join(label.text() for label in widget.findChildren(PlainLabel))
