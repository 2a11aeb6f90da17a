"""presenter/completing/window.py and its parts: completed with clicks, keys, drops and the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragLeaveEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lessons import package
from lessons.model import Kind
from presenter.completing import offered as offers
from presenter.completing.keeping import KeepDialog
from presenter.completing.option_choices import cut_lines
from presenter.completing.preview import right_cards
from presenter.completing.window import Completing
from presenter.completing.words import Phrases
from presenter.console.parts import KeyButton
from presenter.settings import Settings
from presenter.stage.content import QuizContent, TextContent
from presenter.words import LANGUAGES
from tests.presenter.completing.conftest import SHORT, MakeWindow
from tests.presenter.completing.hands import (
    FILM,
    Dialog,
    asked,
    chooses_file,
    clicks,
    drops,
    file_mime,
    picture,
    presses,
    text_mime,
    types,
)
from tests.presenter.names import nameless

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
HOSTILE = '<img src="file:///dev/zero" width=30000>'


def at(window: Completing) -> int | None:
    return window.draft.work.at


def goes_to(window: Completing, place: int) -> Completing:
    """Click a row of the list."""
    row = window.tasks.visualItemRect(window.tasks.item(place)).center()
    QTest.mouseClick(window.tasks.viewport(), Qt.MouseButton.LeftButton, pos=row)
    return window


def dialog(qtbot: QtBot, kind: type[Dialog]) -> Dialog:
    """The dialog of this sort, once it is there."""
    qtbot.waitUntil(lambda: asked(kind) is not None)
    shown = asked(kind)
    assert shown is not None
    return shown


def test_the_list_says_what_is_missing_and_ticks_what_is_done(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    rows = [(fact.number, fact.kind, fact.what) for fact in window.tasks.facts()]
    assert rows == [
        (1, "Quizvraag", "kies het goede antwoord"),
        (2, "Video", "voeg de video toe"),
        (3, "Tekstslide", "voeg de afbeelding toe"),
        (4, "Tekstslide", "bestand ontbreekt"),
    ]
    assert window.head.left.text() == "nog 4 van 4"
    clicks(window.panel.question.choices.rows[1])
    assert window.tasks.facts()[0].is_done
    assert window.tasks.item(0).text() == "Slide 1, Quizvraag: aangevuld"
    assert window.head.left.text() == "nog 3 van 4"
    qtbot.waitUntil(lambda: at(window) == 1)


def test_the_slide_shows_what_was_marked(make_window: MakeWindow) -> None:
    window = make_window()
    scene = window.preview.canvas.scene
    assert scene is not None
    assert isinstance(scene.content, QuizContent)
    card = right_cards(scene.content, (1,))[0]
    before = window.preview.canvas.grab().toImage()
    presses(window, Key.Key_B)
    after = window.preview.canvas.grab().toImage()
    share = after.width() / 1920
    edge = QPointF(card.left(), card.center().y()) * share
    assert before.pixelColor(edge.toPoint()) != after.pixelColor(edge.toPoint())
    assert after.pixelColor(edge.toPoint()).green() > after.pixelColor(edge.toPoint()).red()
    assert right_cards(scene.content, (9,)) == ()


def test_letters_mark_and_enter_goes_on(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    presses(window, Key.Key_M)
    assert window.panel.question.several.isChecked()
    presses(window, Key.Key_A)
    presses(window, Key.Key_C)
    assert window.draft.lesson.slides[0].right == (0, 2)
    assert window.panel.next.isVisible()
    presses(window, Key.Key_Return)
    assert at(window) == 1


def test_p_makes_a_poll_and_back(make_window: MakeWindow) -> None:
    window = make_window()
    presses(window, Key.Key_P)
    assert window.draft.lesson.slides[0].kind is Kind.POLL
    assert window.panel.question.poll.text() == "Toch een quizvraag"
    clicks(window.panel.question.poll)
    assert window.draft.lesson.slides[0].kind is Kind.QUIZ


def test_what_is_not_known_yet_can_wait(make_window: MakeWindow) -> None:
    window = make_window()
    clicks(window.panel.skip)
    assert at(window) == 1
    presses(window, Key.Key_Return)
    assert at(window) == 2
    clicks(window.panel.previous)
    assert at(window) == 1
    assert window.draft.work.left == frozenset(window.draft.work.tasks)


def test_arrows_walk_the_list_and_stop_at_its_ends(make_window: MakeWindow) -> None:
    window = make_window()
    for key, place in ((Key.Key_Up, 0), (Key.Key_Down, 1), (Key.Key_Down, 2), (Key.Key_Right, 3), (Key.Key_Right, 3)):
        presses(window, key)
        assert at(window) == place
    presses(window, Key.Key_Left)
    assert at(window) == 2


def test_moving_by_hand_stays_where_the_teacher_went(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    presses(window, Key.Key_B)
    goes_to(window, 0)
    assert not window._advance.isActive()
    assert at(window) == 0


def test_enter_presses_the_button_that_has_the_focus(make_window: MakeWindow) -> None:
    window = make_window()
    window.panel.question.poll.setFocus()
    presses(window, Key.Key_Return)
    assert window.draft.lesson.slides[0].kind is Kind.POLL


def test_an_address_is_typed_and_used(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = goes_to(make_window(), 1)
    address = window.panel.medium.address
    assert address.hasFocus()
    assert not window.panel.medium.use.isEnabled()
    QTest.keyClicks(address, "abc")
    assert at(window) == 1
    clicks(window.panel.medium.use)
    assert "geen adres van een video" in window.panel.refusal.text.text()
    types(window, "vimeo.com/12")
    presses(window, Key.Key_Return)
    assert not window.panel.refusal.isVisible()
    assert window.panel.medium.zone.says.text() == "Toegevoegd: vimeo.com/12"
    qtbot.waitUntil(lambda: at(window) == 2)
    assert address.text() == ""


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_an_address_can_be_dropped_or_pasted(way: str, qtbot: QtBot, make_window: MakeWindow) -> None:
    window = goes_to(make_window(), 1)
    window.setFocus()
    if way == "drop":
        assert drops(window, text_mime("https://youtu.be/a"))
    else:
        QGuiApplication.clipboard().setText("https://youtu.be/a")
        presses(window, Key.Key_V, Ctrl)
    assert window.draft.work.has_done(1)


def test_a_picture_is_dropped_pasted_or_chosen(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    plate = tmp_path / "wolk.png"
    assert picture().save(str(plate))
    window = goes_to(make_window(), 2)
    zone = window.panel.medium.zone
    assert zone.says.text() == "Sleep een afbeelding hierheen"
    assert drops(window, file_mime(plate))
    first = window.draft.lesson.slides[2].media[0].target
    assert first.startswith("media/wolk-")
    goes_to(window, 2)
    QGuiApplication.clipboard().setImage(picture("#ff0000"))
    presses(window, Key.Key_V, Ctrl)
    assert [medium.target for medium in window.draft.lesson.slides[2].media] != [first]
    goes_to(window, 2)
    presses(window, Key.Key_O, Ctrl)
    dialog(qtbot, QFileDialog)
    chooses_file(plate)
    qtbot.waitUntil(lambda: [medium.target for medium in window.draft.lesson.slides[2].media] == [first])


def test_the_slide_says_where_a_picture_is_to_come(make_window: MakeWindow) -> None:
    window = goes_to(make_window(), 2)
    scene = window.preview.canvas.scene
    assert scene is not None
    assert isinstance(scene.content, TextContent)
    assert [picture.alt for picture in scene.content.pictures] == ["Hier komt de afbeelding"]


def test_a_hovering_file_lights_up_the_zone(make_window: MakeWindow, tmp_path: Path) -> None:
    window = goes_to(make_window(), 2)
    zone = window.panel.medium.zone
    calm = zone.grab().toImage().pixelColor(20, 20)
    window.panel.medium.zone.light_up(True)
    assert zone.grab().toImage().pixelColor(20, 20) != calm
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert zone.grab().toImage().pixelColor(20, 20) == calm


def test_what_does_not_fit_is_refused_with_a_sentence(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vreemd.png").write_bytes(b"MZ\x90")
    window = goes_to(make_window(), 2)
    said = window.panel.refusal.text
    assert drops(window, file_mime(tmp_path / "vreemd.png"))
    assert said.text().startswith("Een bestand van het type .png wordt niet getoond")
    QGuiApplication.clipboard().setText("tekst")
    presses(window, Key.Key_V, Ctrl)
    assert said.text() == "Er staat geen afbeelding klaar om te plakken. Kopieer er eerst een."
    assert drops(window, text_mime("tekst"))
    assert said.text() == "Sleep een bestand van deze computer hierheen."
    monkeypatch.setattr(offers, "MOST_PIXELS", 10)
    QGuiApplication.clipboard().setImage(picture())
    presses(window, Key.Key_V, Ctrl)
    assert said.text() == "Deze afbeelding is te groot om te plakken."
    goes_to(window, 1)
    window.setFocus()
    presses(window, Key.Key_V, Ctrl)
    assert "geen adres van een video" in said.text()


def test_a_question_takes_no_drop(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    assert not drops(window, file_mime(tmp_path / "wolk.png"))
    QGuiApplication.clipboard().setText("youtu.be/a")
    presses(window, Key.Key_V, Ctrl)
    presses(window, Key.Key_O, Ctrl)
    assert QApplication.activeModalWidget() is None
    assert not drops(goes_to(window, 1), QMimeData())


def test_a_film_is_brought_as_a_file(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(FILM)
    window = goes_to(make_window(), 1)
    assert drops(window, file_mime(tmp_path / "film.mp4"))
    assert window.draft.lesson.slides[1].media[0].target.startswith("media/film-")


def completes(window: Completing, folder: Path) -> None:
    """All four tasks, by key and drop."""
    plate = folder / "wolk.png"
    assert picture().save(str(plate))
    presses(window, Key.Key_B)
    goes_to(window, 1)
    QTest.keyClicks(window.panel.medium.address, "youtu.be/a")
    QTest.keyClick(window.panel.medium.address, Key.Key_Return)
    for place in (2, 3):
        goes_to(window, place)
        assert drops(window, file_mime(plate))


def test_when_all_is_there_enter_saves_and_gives(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    completes(window, tmp_path)
    assert not window.panel.next.isVisible()
    qtbot.waitUntil(lambda: at(window) is None)
    assert window.foot.give.text() == "Klaar: geef de les"
    assert window.head.left.text() == "alles is aangevuld"
    presses(window, Key.Key_Up)
    assert at(window) == 3
    presses(window, Key.Key_Down)
    assert at(window) == 3
    with qtbot.waitSignals([window.given, window.closed]):
        presses(window, Key.Key_Return)
    assert "- [x] Bladgroen" in (tmp_path / "les" / "lesson.md").read_text("utf-8")


def test_a_lesson_can_be_given_as_it_is(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    with qtbot.waitSignal(window.given) as heard:
        clicks(window.foot.give)
    assert heard.args == [window.draft.path]


def test_ctrl_s_saves_and_esc_then_just_closes(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    assert not window.foot.save.isEnabled()
    presses(window, Key.Key_B)
    assert window.foot.kept.text() == "Wijzigingen nog niet opgeslagen"
    presses(window, Key.Key_S, Ctrl)
    assert window.foot.kept.text() == "Opgeslagen als les"
    with qtbot.waitSignal(window.closed):
        presses(window, Key.Key_Escape)


@pytest.mark.parametrize(("button", "is_saved"), [("keep", True), ("drop", False)])
def test_esc_asks_what_to_do_with_changes(
    button: str, is_saved: bool, qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    presses(window, Key.Key_B)
    presses(window, Key.Key_Escape)
    asked = dialog(qtbot, KeepDialog)
    with qtbot.waitSignal(window.closed):
        clicks(getattr(asked, button))
    assert ("[x]" in (tmp_path / "les" / "lesson.md").read_text("utf-8")) is is_saved


def test_going_back_from_the_question_stays_in_the_window(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    presses(window, Key.Key_B)
    presses(window, Key.Key_Escape)
    asked = dialog(qtbot, KeepDialog)
    with qtbot.waitSignal(window.stays), qtbot.assertNotEmitted(window.closed):
        QTest.keyClick(asked, Key.Key_Escape)
    assert window.isVisible()


def test_an_imported_lesson_asks_where_to_be_saved(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(None)
    assert window.foot.kept.text() == "Nog niet opgeslagen"
    presses(window, Key.Key_S, Ctrl)
    shown = dialog(qtbot, QFileDialog)
    field = shown.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    assert field.text() == "De maan en haar standen.lesson"
    with qtbot.waitSignal(window.draft.saved):
        chooses_file(tmp_path / "Maan")
    assert window.foot.kept.text() == "Opgeslagen als Maan.lesson"
    assert (tmp_path / "Maan.lesson").is_file()


def test_a_full_disk_is_said_and_the_window_stays(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    window = make_window()
    presses(window, Key.Key_B)
    with monkeypatch.context() as patched, qtbot.waitSignal(window.stays), qtbot.assertNotEmitted(window.given):
        patched.setattr(package, "replace_bytes", full)
        clicks(window.foot.give)
    assert "kan niet worden opgeslagen" in window.trouble.text.text()
    assert window.draft.is_unsaved
    with qtbot.waitSignal(window.given):
        clicks(window.foot.give)


def test_no_text_of_a_lesson_is_read_as_html(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(
        f"---\ntitle: {HOSTILE}\n---\n\n<!-- kind: quiz -->\n\n# \\{HOSTILE}?\n\n- [ ] \\{HOSTILE}\n- [ ] {HOSTILE}\n"
    )
    assert window.head.title.text() == HOSTILE
    labels = window.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert HOSTILE in window.panel.question.choices.rows[0].accessibleName()
    window.grab()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_nothing_is_cut_off(language: str, size: tuple[int, int], make_window: MakeWindow) -> None:
    window = make_window(language=language)
    window.resize(*size)
    for place in range(len(window.draft.work.tasks)):
        goes_to(window, place)
        window.grab()
        assert (window.width(), window.height()) == size
        for button in window.findChildren(KeyButton):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()
                assert button.accessibleName()
        for label in (window.panel.asks, window.panel.tells, window.panel.medium.zone.says):
            assert not label.isVisible() or label.height() + 2 >= label.heightForWidth(label.width())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_language_and_theme_are_worn_at_once(theme: str, make_window: MakeWindow) -> None:
    window = make_window()
    presses(window, Key.Key_B)
    window.wear(Settings(language="en", theme=theme))  # type: ignore[arg-type]
    assert window.windowTitle() == "To complete: Lesson without a title"
    assert window.panel.asks.text() == "Which answer is right?"
    assert window.panel.question.choices.rows[1].isChecked()
    assert window.tasks.accessibleName() == "What is still missing"
    window.grab()


def test_the_teacher_is_told_when_the_class_may_see_it(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_privacy(False)
    assert window.seen.isVisible()
    window.show_privacy(True)
    assert not window.seen.isVisible()


def test_long_answers_wrap_and_end_in_two_lines(make_window: MakeWindow) -> None:
    long = "een antwoord van heel veel woorden " * 12
    window = make_window(f"<!-- kind: quiz -->\n\n# Wat?\n\n- [ ] {long}\n- [ ] Kort\n")
    tall, short = window.panel.question.choices.rows
    assert short.height() < tall.height() <= 60
    lines = cut_lines(long, tall.font(), 240)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert long.startswith(f"{lines[0]} {lines[1][:-1]}")
    assert cut_lines("Kort", short.font(), 240) == ("Kort",)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_six_short_answers_are_seen_at_once(size: tuple[int, int], make_window: MakeWindow) -> None:
    window = make_window("<!-- kind: quiz -->\n\n# Wat?\n\n" + "- [ ] Kort\n" * 6)
    window.resize(*size)
    window.grab()
    assert len(window.panel.question.choices.rows) == 6
    for row in window.panel.question.choices.rows:
        assert row.visibleRegion().boundingRect() == row.rect()


def test_an_option_that_is_marked_comes_into_sight(make_window: MakeWindow) -> None:
    long = "een antwoord van heel veel woorden " * 12
    window = make_window("<!-- kind: quiz -->\n\n# Wat?\n\n" + f"- [ ] {long}\n" * 6)
    window.resize(1280, 620)
    window.grab()
    last = window.panel.question.choices.rows[5]
    assert last.visibleRegion().boundingRect() != last.rect()
    presses(window, Key.Key_F)
    assert last.visibleRegion().boundingRect() == last.rect()


def test_a_row_that_has_the_keys_is_outlined(make_window: MakeWindow) -> None:
    window = make_window()
    row = window.panel.question.choices.rows[0]
    before = row.grab().toImage()
    row.setFocus()
    assert row.grab().toImage() != before
    QTest.keyClick(row, Key.Key_Space)
    assert window.draft.lesson.slides[0].right == (0,)
    window.tasks.setFocus()
    window.tasks.grab()


def test_a_task_list_of_another_lesson_is_shorter(make_window: MakeWindow) -> None:
    long, short = make_window(), make_window("<!-- kind: video -->\n")
    long.tasks.show_work(short.draft.work, Phrases("nl"))
    assert [fact.kind for fact in long.tasks.facts()] == ["Video"]


def test_a_lesson_without_gaps_is_whole_at_once(make_window: MakeWindow) -> None:
    window = make_window("# Klaar\n")
    assert window.panel.whole.isVisible()
    assert not window.panel.heading.isVisible()
    presses(window, Key.Key_Down)
    assert at(window) is None


def test_short_is_a_lesson_with_four_gaps(make_window: MakeWindow) -> None:
    assert make_window(SHORT).preview.before.isHidden()
    assert not make_window(SHORT).preview.after.isHidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name_for_a_screen_reader(language: str, make_window: MakeWindow) -> None:
    window = make_window(language=language)
    found = set(nameless(window))
    for place in range(len(window.draft.work.tasks)):
        window.draft.on_place(place)
        found |= set(nameless(window))
    assert found == set()
