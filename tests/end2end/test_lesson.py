"""The whole Dutch sample lesson, given by keys: the real app on two screens, three phones in a real browser and thirty
more over the wire. What the projector shows is what was sent. A picture of every slide is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import Cover
from presenter.stage.content import (
    BlankContent,
    JoinContent,
    OpenContent,
    QuizContent,
    TextContent,
    Tone,
    VideoContent,
    WebContent,
)
from tests.browser_phone import BrowserPhone
from tests.end2end.conftest import OpenPhone
from tests.end2end.the_app import TheApp
from tests.wire_clients import WirePhone

Key = Qt.Key
NAMES = ("Amira", "Bram", "Sofie")
CROWD = 30
EVERYONE = CROWD + len(NAMES)


class Class:
    """Everybody in the room: three phones in a browser, thirty over the wire."""

    def __init__(self, join_url: str, open_phone: OpenPhone) -> None:
        sizes = ((390, 844), (360, 640), (390, 844))
        self.phones = [BrowserPhone(open_phone(join_url, size=size)) for size in sizes]
        for phone, name in zip(self.phones, NAMES, strict=True):
            phone.joins(name)
        self.crowd = [WirePhone(join_url, f"Leerling {number}") for number in range(1, CROWD + 1)]
        for each in self.crowd:
            assert each.welcome

    def sees_question(self, phase: str = "asking", number: int | None = None) -> None:
        """Wait until every phone of the crowd has the question in this phase."""
        for each in self.crowd:
            each.sees(
                lambda state: (
                    state.question is not None
                    and state.question.phase == phase
                    and number in (None, state.question.number)
                )
            )

    def chooses(self, browser: str, crowd: str) -> None:
        """Each of the browsers taps a letter of `browser`; the crowd takes turns with the letters of `crowd`."""
        for phone, letter in zip(self.phones, browser, strict=True):
            phone.chooses(letter)
        for number, each in enumerate(self.crowd):
            each.chooses(crowd[number % len(crowd)])


@pytest.fixture
def the_app(qapp: QApplication, qtbot: QtBot, dutch_sample: Path, tmp_path: Path) -> Iterator[TheApp]:
    app = TheApp(qapp, qtbot, dutch_sample, tmp_path / "data")
    yield app
    app.ends()


@pytest.fixture
def kept(pictures: Path) -> Path:
    folder = pictures / "lesson"
    folder.mkdir(exist_ok=True)
    return folder


# A machine without a sound card or a graphics processor says so when the first film plays.
@pytest.mark.qt_log_ignore("pipewire|PulseAudio|audio device|QRhi")
@pytest.mark.timeout(400)
def test_the_whole_lesson_by_keys(the_app: TheApp, open_phone: OpenPhone, kept: Path) -> None:
    pupils = come_in(the_app, open_phone, kept)
    listen(the_app, pupils, kept)
    vibrate(the_app, pupils, kept)
    look_into_the_ear(the_app, pupils, kept)
    save_the_ears(the_app, pupils, kept)
    conclude(the_app, pupils, kept)


def come_in(app: TheApp, open_phone: OpenPhone, kept: Path) -> Class:
    """The join screen: its QR code is the way in."""
    projector, laptop = app.app.projector, app.app.console
    app.shows(JoinContent, lambda content: bool(content.url))
    assert projector.isVisible()
    assert (projector.screen().name(), laptop.screen().name()) == ("projector", "laptop")
    assert (projector.width(), projector.height()) == (1920, 1080)
    join_url = app.joined_at()
    assert urlsplit(join_url).path.strip("/") == app.shows(JoinContent).code
    pupils = Class(join_url, open_phone)
    names = app.shows(JoinContent, lambda content: len(content.names) == EVERYONE).names
    assert names[: len(NAMES)] == NAMES
    app.picture(kept / "00-join.png")
    pupils.phones[0].sees("Je doet mee, Amira")
    pupils.phones[0].is_pictured(kept / "phone-lobby.png")
    return pupils


def listen(app: TheApp, pupils: Class, kept: Path) -> None:
    """The title, a word web by key, a practice question, and a poll that is live."""
    app.presses(Key.Key_Right)
    app.is_at(1)
    assert app.shows(TextContent).title == "Geluid"
    app.picture(kept / "01-title.png")

    app.presses(Key.Key_PageDown)
    app.is_at(2, "waiting")
    app.presses(Key.Key_Space)
    app.is_at(2, "asking")
    pupils.sees_question()
    for phone, word in zip(pupils.phones, ("wind", "ventilatie", "stemmen"), strict=True):
        phone.sends_word(word)
    pupils.phones[0].sends_word("fiets")
    pupils.phones[0].is_pictured(kept / "phone-words.png")
    pupils.phones[0].withdraws("fiets")
    for number, each in enumerate(pupils.crowd):
        each.sends(("Wind", "regen", "een deur", "klok")[number % 4], f"geluid {number % 9}")
    web = app.shows(WebContent, lambda content: content.participants == EVERYONE).web
    counts = {place.text: place.count for place in web.places}
    assert counts["Wind"] == 9
    assert counts["stemmen"] == 1
    assert "fiets" not in counts
    app.picture(kept / "02-wordweb.png")
    app.console_picture(kept / "console-wordweb.png")

    app.presses(Key.Key_Right)
    app.is_at(3, "asking")
    pupils.sees_question(number=2)
    pupils.chooses("CBC", "CACB")
    hidden = app.shows(QuizContent, lambda content: content.answered is not None and content.answered.answered == 33)
    assert hidden.results is None
    assert all(option.right is None for option in hidden.options)
    app.picture(kept / "03-quiz-asking.png")
    app.console_picture(kept / "console-quiz.png")
    pupils.phones[1].is_pictured(kept / "phone-quiz-sent.png")
    app.presses(Key.Key_Right)
    app.is_at(3, "closed")
    pupils.phones[0].sees("Deze vraag is gesloten")
    app.presses(Key.Key_Right)
    app.is_at(3, "revealed")
    shown = app.shows(QuizContent, lambda content: content.results is not None)
    assert shown.results is not None
    assert shown.results.counts == (8, 8, 17, 0)
    assert [option.right for option in shown.options] == [False, False, True, False]
    image = app.picture(kept / "03-quiz-revealed.png")
    assert bar_length(image, "#15724A") == pytest.approx(17 / 33, abs=0.02)
    pupils.phones[0].sees("Goed!")
    pupils.phones[1].is_pictured(kept / "phone-quiz-wrong.png")

    app.presses(Key.Key_Right)
    app.is_at(4, "asking")
    pupils.sees_question(number=3)
    pupils.chooses("AAB", "AB")
    live = app.shows(QuizContent, lambda content: content.results is not None and sum(content.results.counts) == 33)
    assert live.results is not None
    assert live.results.counts == (17, 16, 0)
    app.picture(kept / "04-poll-live.png")
    app.presses(Key.Key_L)
    app.shows(QuizContent, lambda content: content.results is None)
    app.presses(Key.Key_L)
    app.shows(QuizContent, lambda content: content.results is not None)


def vibrate(app: TheApp, pupils: Class, kept: Path) -> None:
    """Bullets one by one, a video, options with pictures, terms in columns, a long question."""
    app.presses(Key.Key_Right)
    app.is_at(5)
    for step in range(5):
        assert app.shows(TextContent, lambda content, step=step: content.bullets == step).title == "Wat is geluid?"
        if step < 4:
            app.presses(Key.Key_Right)
    app.picture(kept / "05-steps.png")
    pupils.phones[0].sees("Geluid begint altijd met iets dat heen en weer gaat.")

    app.presses(Key.Key_Right)
    app.is_at(6)
    app.shows(VideoContent, lambda content: content.frame_number > 10)
    first = app.shows(VideoContent).frame_number
    app.shows(VideoContent, lambda content: content.frame_number > first + 5)
    app.picture(kept / "06-video.png")

    app.presses(Key.Key_Right)
    app.is_at(7, "asking")
    pupils.sees_question(number=4)
    pupils.chooses("CCA", "CD")
    app.shows(QuizContent, lambda content: content.answered is not None and content.answered.answered == 33)
    app.picture(kept / "07-pictures.png")
    expect(pupils.phones[1].page.locator("button.option img")).to_have_count(4)
    pupils.phones[1].is_pictured(kept / "phone-pictures.png")
    for _ in range(2):
        app.presses(Key.Key_Right)
    app.is_at(7, "revealed")
    app.picture(kept / "07-pictures-revealed.png")

    app.presses(Key.Key_Right)
    app.is_at(8)
    app.picture(kept / "08-columns.png")

    app.presses(Key.Key_Right)
    app.is_at(9, "asking")
    pupils.sees_question(number=5)
    pupils.chooses("BBB", "BA")
    long = app.shows(QuizContent, lambda content: content.answered is not None and content.answered.answered == 33)
    assert long.question == "Waarom hoort ze hem nu wel?"
    app.picture(kept / "09-long.png")
    pupils.phones[1].is_pictured(kept / "phone-long.png")
    app.presses(Key.Key_Right)
    app.is_at(9, "closed")
    pause_and_second_round(app, pupils, kept)
    app.presses(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    app.is_at(11)


def pause_and_second_round(app: TheApp, pupils: Class, kept: Path) -> None:
    """Black, join and pause lie over the slide and go again; a second round stands beside the first."""
    app.presses(Key.Key_B)
    app.shows(BlankContent)
    app.presses(Key.Key_Right)
    app.shows(QuizContent)
    assert app.position.phase == "closed"
    app.presses(Key.Key_Q)
    app.shows(JoinContent)
    app.presses(Key.Key_Q)
    app.waits_until(lambda: app.position.cover is Cover.NONE)
    app.presses(Key.Key_P)
    pupils.phones[0].sees("Pauze")
    app.picture(kept / "pause.png")
    app.presses(Key.Key_P)
    app.waits_until(lambda: not app.position.paused)
    app.asks_again()
    app.is_at(9, "asking")
    pupils.sees_question()
    pupils.chooses("BBB", "B")
    app.presses(Key.Key_Right)
    app.is_at(9, "closed")
    app.presses(Key.Key_Right)
    app.is_at(9, "revealed")
    rounds = app.shows(QuizContent, lambda content: content.results is not None).results
    assert rounds is not None
    assert (rounds.counts, rounds.earlier) == ((0, 33, 0, 0), (15, 18, 0, 0))
    app.picture(kept / "09-second-round.png")


def look_into_the_ear(app: TheApp, pupils: Class, kept: Path) -> None:
    """The hidden slide was passed over. A list, an open question with cards, a table."""
    app.picture(kept / "11-list.png")
    app.presses(Key.Key_Right)
    app.is_at(12, "asking")
    pupils.sees_question()
    pupils.phones[0].writes("Slakkenhuis")
    pupils.phones[1].writes("<img src=x onerror=alert(1)><b>slakkenhuis</b>")
    pupils.phones[2].writes("Het slakkenhuis, denk ik: daar zitten de haarcellen.")
    for number, each in enumerate(pupils.crowd[:9]):
        each.writes(("de oorschelp", "slakkenhuis", "cochlea")[number % 3])
    cards = app.shows(OpenContent, lambda content: content.cards is not None and len(content.cards) == 12).cards
    assert cards is not None
    assert "<img src=x onerror=alert(1)><b>slakkenhuis</b>" in [text for _, text in cards]
    app.picture(kept / "12-cards.png")
    app.console_picture(kept / "console-open.png")
    pupils.phones[2].is_pictured(kept / "phone-open.png")

    app.presses(Key.Key_Right)
    app.is_at(13)
    app.picture(kept / "13-table.png")


def save_the_ears(app: TheApp, pupils: Class, kept: Path) -> None:
    """A poll that hides its results, a picture, several right options that were shuffled, a timer by itself."""
    app.presses(Key.Key_Right)
    app.is_at(14, "asking")
    pupils.sees_question()
    pupils.chooses("ABC", "ABCDE")
    hidden = app.shows(QuizContent, lambda content: content.answered is not None and content.answered.answered == 33)
    assert hidden.results is None
    app.picture(kept / "14-poll-hidden.png")
    app.presses(Key.Key_Right)
    app.is_at(15)
    app.presses(Key.Key_Left)
    app.is_at(14, "closed")
    results = app.shows(QuizContent, lambda content: content.results is not None).results
    assert results is not None
    assert results.counts == (7, 7, 7, 6, 6)
    app.picture(kept / "14-poll-back.png")
    app.presses(Key.Key_Right)
    app.is_at(15)
    app.picture(kept / "15-picture.png")

    app.presses(Key.Key_Right)
    app.is_at(16, "asking")
    pupils.sees_question()
    for each in pupils.crowd:
        each.chooses("A", "C")
    app.shows(QuizContent, lambda content: content.answered is not None and content.answered.answered == CROWD)
    app.picture(kept / "16-several.png")
    for _ in range(2):
        app.presses(Key.Key_Right)
    app.is_at(16, "revealed")
    several = app.shows(QuizContent, lambda content: content.results is not None)
    assert several.results is not None
    assert several.results.counts == (CROWD, 0, CROWD, 0, 0)
    assert sum(option.right is True for option in several.options) == 3
    app.picture(kept / "16-several-revealed.png")

    app.presses(Key.Key_Right)
    app.is_at(17)
    timer = app.shows(TextContent, lambda content: content.timer is not None).timer
    assert timer is not None
    assert timer.digits.startswith("0:4")
    app.picture(kept / "17-timer-auto.png")


def conclude(app: TheApp, pupils: Class, kept: Path) -> None:
    """The timer goes along, an assignment with its own, answers that wait for the teacher, a clock that counts up."""
    app.presses(Key.Key_Right)
    app.is_at(18)
    strip = app.scene.strip
    assert strip is not None
    assert strip.timer is not None
    app.replaces_timer()
    app.shows(TextContent, lambda content: content.timer is not None and content.timer.digits.startswith("7:5"))
    app.picture(kept / "18-assignment.png")
    app.console_picture(kept / "console-timer.png")
    pupils.phones[1].sees("7:5")
    pupils.phones[1].is_pictured(kept / "phone-assignment.png")

    app.presses(Key.Key_Right)
    app.is_at(19, "waiting")
    app.presses(Key.Key_Right)
    app.is_at(19, "asking")
    pupils.sees_question()
    pupils.phones[0].writes("Vanaf nu zet ik het volume lager.")
    pupils.phones[2].writes("Niets, haha.")
    app.waits_until(lambda: len(app.app.room.seen.tally.answers if app.app.room.seen.tally else ()) == 2)
    assert not app.shows(OpenContent).cards
    app.console_picture(kept / "console-approve.png")
    app.clicks_answer("Vanaf nu")
    cards = app.shows(OpenContent, lambda content: bool(content.cards)).cards
    assert cards is not None
    assert [text for _, text in cards] == ["Vanaf nu zet ik het volume lager."]
    app.picture(kept / "19-approved.png")

    app.presses(Key.Key_Right)
    app.is_at(20)
    app.replaces_timer()
    up = app.shows(TextContent, lambda content: content.timer is not None and content.timer.digits == "0:01").timer
    assert up is not None
    assert up.tone is Tone.CALM
    app.picture(kept / "20-count-up.png")
    app.presses(Key.Key_Right)
    assert app.position.number == 20


def bar_length(image: object, colour: str) -> float:
    """The length of the bar in this colour as a share of its track, measured in the picture."""
    from PySide6.QtGui import QColor, QImage

    assert isinstance(image, QImage)
    wanted, track = QColor(colour).rgb(), QColor("#E4E1D8").rgb()
    best = (0, 1)
    for y in range(0, image.height(), 2):
        row = [image.pixel(x, y) for x in range(image.width())]
        filled = row.count(wanted)
        if filled > best[0] and track in row:
            best = (filled, filled + row.count(track))
    return best[0] / best[1]
