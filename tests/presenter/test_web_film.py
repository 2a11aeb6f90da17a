"""presenter/web_film.py: what a web film does with its view. A real view is in test_web_view.py."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lessons.model import Kind, Media, MediaKind, Settings, Slide
from polling.commands import Freeze
from polling.running import Running
from presenter.room_copy import RoomCopy
from presenter.stage.canvas import Canvas
from presenter.stage.words import say
from presenter.video import FilmState
from presenter.web_faults import WebFault
from presenter.web_film import Told, View, WebFilm, WebFilms, web_film_of
from tests.presenter.desk import Desk
from tests.presenter.pretend_link import PretendLink

FILM = "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m"
READY = Told(True, "waiting", 0, 60_000, 0)
RUNNING = Running(pid=1, host="", port=8080, key="", session="", lesson="", join_url="", teacher_url="")


class PretendView(QObject):
    """A view that keeps what it is told, and says of its page what a test wants."""

    crashed = Signal()
    answered = Signal(str)

    def __init__(self, over: QWidget, page: QUrl, player: str) -> None:
        super().__init__()
        self.page, self.player, self.widget = page, player, QWidget(over)
        self.told: list[str] = []
        self.is_open = True

    def tell(self, script: str) -> None:
        self.told.append(script)

    def ask(self, script: str) -> None:
        pass

    def close(self) -> None:
        self.is_open = False
        self.widget.hide()

    def says(self, told: Told) -> None:
        """The page answers this."""
        self.answered.emit(msgspec.json.encode(told).decode())


class Screening:
    """Web films over a room, with pretended views."""

    def __init__(self, text: str, has_browser: bool = True) -> None:
        self.has_browser = has_browser
        self.link, self.room = PretendLink(text), RoomCopy()
        self.canvas = Canvas()
        self.canvas.resize(320, 240)
        self.canvas.show()
        self.views: list[PretendView] = []
        self.faults: list[str] = []
        self.moments: list[tuple[int, int]] = []
        self.films = WebFilms(self.canvas, 100, self.make)
        self.films.on_listening(RUNNING)
        self.link.part_arrived.connect(self.room.on_part)
        self.room.changed.connect(self.films.on_room)
        self.films.broken.connect(lambda slide, fault: self.faults.append(fault))
        self.films.moved.connect(lambda at_ms, whole_ms: self.moments.append((at_ms, whole_ms)))

    def make(self, over: QWidget, page: QUrl, player: str) -> View:
        if not self.has_browser:
            raise ImportError("libnss3.so")
        self.views.append(PretendView(over, page, player))
        return self.views[-1]

    def goes_to(self, slide: str) -> None:
        self.link.classroom.goes_to(slide)
        self.link.tells()

    @property
    def view(self) -> PretendView:
        return self.views[-1]


@pytest.fixture
def screening(qtbot: QtBot) -> Iterator[Screening]:
    made = Screening(f"# Film\n\n![Film]({FILM})\n\n---\n\n# Klaar\n")
    yield made
    made.films.stop()


def slide(target: str, **settings: object) -> Slide:
    """A video slide with this film."""
    media = (Media(kind=MediaKind.WEB_VIDEO, target=target),)
    return Slide(id="s1", kind=Kind.VIDEO, media=media, settings=msgspec.convert(settings, Settings))


def test_a_slide_says_which_part_of_which_film() -> None:
    assert web_film_of(slide(FILM)) == WebFilm("s1", "dQw4w9WgXcQ", 60_000)
    wanted = web_film_of(slide(FILM, start_s=5.0, end_s=9.5, autoplay=True))
    assert wanted == WebFilm("s1", "dQw4w9WgXcQ", 5_000, 9_500, True)
    assert web_film_of(slide("https://vimeo.com/123456789")) is None
    assert web_film_of(None) is None


def test_its_page_is_our_own_and_is_gone_with_the_slide(screening: Screening) -> None:
    assert screening.views == []
    screening.goes_to("s1")
    assert screening.view.page.toString() == "http://127.0.0.1:8080/film#film=dQw4w9WgXcQ&language=nl"
    assert screening.view.player == "https://www.youtube-nocookie.com"
    assert screening.view.widget.isHidden()
    assert screening.films.state == FilmState(has_film=True, web_address=FILM)
    screening.goes_to("s2")
    assert not screening.view.is_open
    assert screening.films.state == FilmState()
    assert len(screening.views) == 1


def test_it_is_made_as_loud_as_chosen_when_it_is_ready(screening: Screening) -> None:
    screening.goes_to("s1")
    screening.films.set_volume(50)
    assert screening.view.told == []
    screening.view.says(READY)
    assert screening.view.told == ["film.loudness(25)"]


def test_it_begins_where_the_slide_says_and_a_key_before_it_is_ready_is_remembered(screening: Screening) -> None:
    screening.goes_to("s1")
    screening.films.on_switch()
    assert screening.view.widget.isHidden()
    screening.view.says(READY)
    assert screening.view.told[1:] == ["film.seek(60000)", "film.play()"]
    assert not screening.view.widget.isHidden()
    assert screening.view.widget.geometry() == screening.canvas.stage_rect().toRect()
    screening.view.says(Told(True, "playing", 60_200, 200_000, 0))
    screening.films.on_switch()
    assert screening.view.told[-1] == "film.pause()"
    screening.view.says(Told(True, "paused", 61_000, 200_000, 0))
    screening.films.on_switch()
    assert screening.view.told[-1] == "film.play()"
    assert screening.view.told.count("film.seek(60000)") == 1


def test_it_is_sought_within_its_part(screening: Screening) -> None:
    screening.goes_to("s1")
    screening.films.seek(90_000)
    assert screening.view.told == []
    screening.view.says(Told(True, "paused", 0, 100_000, 0))
    for asked_ms, there_ms in ((90_000, 90_000), (0, 60_000), (500_000, 100_000)):
        screening.films.seek(asked_ms)
        assert screening.view.told[-1] == f"film.seek({there_ms})"


def test_a_frozen_board_keeps_its_picture_and_the_film_stands_still(screening: Screening) -> None:
    screening.goes_to("s1")
    screening.films.on_switch()
    screening.view.says(READY)
    screening.link.send(Freeze(True))
    assert screening.view.told[-1] == "film.pause()"
    assert screening.view.widget.isHidden()
    screening.link.send(Freeze(False))
    assert not screening.view.widget.isHidden()


def test_the_view_stays_as_large_as_the_stage(screening: Screening, qtbot: QtBot) -> None:
    screening.goes_to("s1")
    screening.films.on_switch()
    screening.view.says(READY)
    screening.canvas.resize(640, 480)
    qtbot.waitUntil(lambda: screening.view.widget.width() == 640)
    assert screening.view.widget.height() == 360


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (2, WebFault.BAD_ADDRESS),
        (5, WebFault.UNPLAYABLE),
        (100, WebFault.GONE),
        (101, WebFault.FORBIDDEN),
        (150, WebFault.FORBIDDEN),
        (153, WebFault.STRANGER),
        (-1, WebFault.OTHER),
        (999, WebFault.OTHER),
    ],
)
def test_every_number_of_the_player_has_a_meaning_and_hides_the_view(
    error: int, fault: WebFault, screening: Screening
) -> None:
    screening.goes_to("s1")
    screening.films.on_switch()
    screening.view.says(READY)
    screening.view.says(replace_error(READY, error))
    assert screening.faults == [fault]
    assert screening.films.state == FilmState(True, is_broken=True, fault=fault, web_address=FILM)
    assert screening.view.widget.isHidden()
    screening.view.says(READY)
    assert screening.faults == [fault, ""]
    assert not screening.films.state.is_broken


def replace_error(told: Told, error: int) -> Told:
    return msgspec.structs.replace(told, error=error)


def test_without_a_browser_in_it_the_app_goes_on_and_says_so(qtbot: QtBot) -> None:
    screening = Screening(f"# Film\n\n![Film]({FILM})\n", has_browser=False)
    screening.goes_to("s1")
    assert screening.faults == [WebFault.NO_BROWSER]
    screening.films.on_switch()
    screening.films.seek(1)
    screening.films.set_volume(1)
    assert screening.films.state.web_address == FILM


def test_a_view_that_crashed_is_made_anew_when_the_slide_comes_back(screening: Screening) -> None:
    screening.goes_to("s1")
    screening.view.says(READY)
    screening.view.crashed.emit()
    assert screening.faults == [WebFault.CRASHED]
    screening.goes_to("s2")
    screening.goes_to("s1")
    assert len(screening.views) == 2
    assert not screening.films.state.is_broken


@pytest.mark.parametrize("answer", ["", "{", "null", '{"is_ready":1}', '{"is_ready":true,"phase":"dancing"}'])
def test_an_answer_that_is_none_changes_nothing(answer: str, screening: Screening) -> None:
    screening.goes_to("s1")
    screening.view.answered.emit(answer)
    assert screening.moments == []
    assert screening.films.state == FilmState(has_film=True, web_address=FILM)


def test_a_film_of_another_site_is_for_the_browser_alone(qtbot: QtBot) -> None:
    screening = Screening("# Film\n\n![Film](https://vimeo.com/123456789)\n")
    screening.goes_to("s1")
    assert screening.views == []
    assert screening.films.state == FilmState(web_address="https://vimeo.com/123456789")


@pytest.mark.parametrize("fault", WebFault)
def test_every_fault_has_a_sentence_and_the_way_out(fault: WebFault, desk: Desk) -> None:
    desk.spokesman.on_web_film(FilmState(True, is_broken=True, fault=fault, web_address=FILM))
    line = desk.console.browser
    assert len(line.text.text()) > len("Deze film speelt hier niet af. ") + 20
    assert line.button.text() == "Open in de browser"
    assert say("nl", f"fault_{fault}") != say("en", f"fault_{fault}")


def test_a_film_that_plays_here_says_where_it_comes_from_with_the_way_out(desk: Desk) -> None:
    desk.spokesman.on_web_film(FilmState(True, web_address=FILM))
    assert desk.console.browser.text.text().startswith("Deze film komt van www.youtube.com.")
    assert desk.console.browser.button.isVisible()
    assert desk.console.film.isVisible()
    desk.spokesman.on_web_film(FilmState())
    assert not desk.console.browser.isVisible()
