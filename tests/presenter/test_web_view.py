"""presenter/web_view.py and the film page: a real web view, with a player that is on this computer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import Cover, CoverWith, Pause, Resume
from polling.running import Running
from presenter.web_film import WebFilms
from tests.presenter.desk import TWO, Desk
from tests.presenter.film_desk import WAIT_MS, colour_of, painted
from tests.presenter.pretend_player import Site, empty_site, own_pages, pretend_player

# What the browser in the view says on a machine without a graphics card, a bus or a sound device.
pytestmark = pytest.mark.qt_log_ignore(
    "RHI", "QRhiGles2", "Vulkan", "GPU", "GBM", "AA_ShareOpenGLContexts", "pipewire", "PulseAudio", extend=True
)


@pytest.fixture(scope="module", autouse=True)
def browser_settings() -> Iterator[None]:
    """The browser may run as root, and draws without a graphics card."""
    flags = "QTWEBENGINE_CHROMIUM_FLAGS"
    before = os.environ.get(flags)
    os.environ[flags] = "--no-sandbox --disable-gpu"
    yield
    os.environ.pop(flags)
    if before is not None:
        os.environ[flags] = before


class WebDesk(Desk):
    """A desk whose first slide is a film on the web."""

    def __init__(
        self, qt: QApplication, qtbot: QtBot, film: str, settings: str, home: Site, player: Site, patience_ms: int
    ) -> None:
        self.qtbot = qtbot
        self.home, self.player, self.patience_ms = home, player, patience_ms
        self.faults: list[str] = []
        self.moments: list[tuple[int, int]] = []
        comment = f"<!-- {settings} -->\n\n" if settings else ""
        super().__init__(qt, qtbot, f"{comment}# Film\n\n![De film](https://youtu.be/{film})\n\n---\n\n# Klaar\n", TWO)
        self.projector.resize(640, 360)
        self.projector.show()

    def _connect(self) -> None:
        super()._connect()
        port = urlsplit(self.home.origin).port
        films = self.films = WebFilms(
            self.projector.canvas, 50, player=self.player.origin, patience_ms=self.patience_ms
        )
        films.on_listening(
            Running(pid=1, host="0.0.0.0", port=port or 0, key="", session="", lesson="", join_url="", teacher_url="")
        )
        self.room.changed.connect(films.on_room)
        self.deeds.video_switched.connect(films.on_switch)
        films.broken.connect(self.board.on_video_broken)
        films.broken.connect(lambda slide, fault: self.faults.append(fault))
        films.state_changed.connect(self.spokesman.on_web_film)
        films.state_changed.connect(self.board.on_web_film)
        films.moved.connect(self.console.film.show_moment)
        films.moved.connect(lambda at_ms, whole_ms: self.moments.append((at_ms, whole_ms)))
        self.console.film.sought.connect(films.seek)
        self.console.film.volume_moved.connect(films.set_volume)

    def ends(self) -> None:
        self.films.stop()
        super().ends()

    def switches(self) -> None:
        """Press V: play, or stand still."""
        self.presses(Qt.Key.Key_V)

    def waits_until(self, holds: object) -> None:
        """Until this holds; what is to be seen is told when it never does."""
        assert callable(holds)
        try:
            self.qtbot.waitUntil(holds, timeout=WAIT_MS)
        except BaseException as reason:
            raise AssertionError(f"{self.colour} {self.films.state} {self.moments[-1:]}") from reason

    @property
    def colour(self) -> str:
        """The colour on the board, a card or the player."""
        return colour_of(painted(self.projector.canvas))


MakeWebDesk = Callable[..., WebDesk]


@pytest.fixture
def elsewhere() -> Iterator[Site]:
    with empty_site() as site:
        yield site


@pytest.fixture
def player(elsewhere: Site) -> Iterator[Site]:
    with pretend_player(elsewhere.origin) as site:
        yield site


@pytest.fixture
def home(player: Site) -> Iterator[Site]:
    with own_pages(player.origin) as site:
        yield site


@pytest.fixture
def make_web_desk(qapp: QApplication, qtbot: QtBot, home: Site, player: Site) -> Iterator[MakeWebDesk]:
    """Makes desks with a film on the web."""
    desks: list[WebDesk] = []

    def make(film: str = "plays-0001", settings: str = "", patience_ms: int = WAIT_MS) -> WebDesk:
        desks.append(WebDesk(qapp, qtbot, film, settings, home, player, patience_ms))
        return desks[-1]

    yield make
    for desk in desks:
        desk.ends()


def test_a_film_on_the_web_plays_over_the_board_and_is_steered_from_the_console(make_web_desk: MakeWebDesk) -> None:
    desk = make_web_desk()
    desk.goes_to("s1")
    desk.waits_until(lambda: bool(desk.moments))
    assert desk.colour == "other"
    assert desk.console.film.isVisible()
    desk.switches()
    desk.waits_until(lambda: desk.colour == "lime" and desk.films.state.is_playing)
    desk.switches()
    desk.waits_until(lambda: desk.colour == "blue" and not desk.films.state.is_playing)
    desk.console.film.sought.emit(30_000)
    desk.waits_until(lambda: desk.moments[-1] == (30_000, 60_000))
    assert desk.console.film.time.text() == "0:30 / 1:00"
    desk.switches()
    desk.waits_until(lambda: desk.colour == "red" and desk.moments[-1] == (60_000, 60_000))
    desk.switches()
    desk.waits_until(lambda: desk.colour == "lime" and desk.moments[-1][0] < 60_000)
    assert colour_of(painted(desk.console.now.canvas)) == "other"
    desk.goes_to("s2")
    desk.waits_until(lambda: desk.colour == "other")
    assert desk.films.state.web_address == ""


def test_the_player_is_told_which_page_it_is_on_and_how_loud_to_be(make_web_desk: MakeWebDesk) -> None:
    desk = make_web_desk()
    desk.goes_to("s1")
    desk.waits_until(lambda: bool(desk.player.referers_of("/setVolume?25")))
    assert desk.player.referers_of("/embed/") == [f"{desk.home.origin}/"]
    assert desk.home.asked[0] == ("/film", "")
    asked = desk.player.asked[0][0]
    assert "enablejsapi=1" in asked
    assert "127.0.0.1" in asked
    desk.console.film.volume_moved.emit(100)
    desk.waits_until(lambda: bool(desk.player.referers_of("/setVolume?100")))


def test_under_a_cover_or_a_pause_it_stands_still_unseen(make_web_desk: MakeWebDesk) -> None:
    desk = make_web_desk()
    desk.goes_to("s1")
    desk.waits_until(lambda: bool(desk.moments))
    desk.switches()
    desk.waits_until(lambda: desk.colour == "lime")
    desk.link.send(CoverWith(Cover.BLACK))
    desk.waits_until(lambda: desk.colour == "black" and not desk.films.state.is_playing)
    desk.link.send(CoverWith(Cover.NONE))
    desk.waits_until(lambda: desk.colour == "blue")
    desk.link.send(Pause())
    desk.waits_until(lambda: desk.colour == "other")
    desk.link.send(Resume())
    desk.waits_until(lambda: desk.colour == "blue")


def test_a_part_of_it_begins_and_ends_where_the_slide_says(make_web_desk: MakeWebDesk) -> None:
    desk = make_web_desk(settings="start: 10\n     end: 20\n     autoplay: yes")
    desk.goes_to("s1")
    desk.waits_until(lambda: any(at_ms >= 20_000 for at_ms, _ in desk.moments) and not desk.films.state.is_playing)
    assert min(at_ms for at_ms, _ in desk.moments if at_ms) >= 10_000
    assert desk.moments[-1][0] < 60_000


@pytest.mark.parametrize(("film", "fault"), [("error-0101", "forbidden"), ("error-0153", "stranger")])
def test_what_the_player_refuses_is_a_card_with_a_way_out(film: str, fault: str, make_web_desk: MakeWebDesk) -> None:
    desk = make_web_desk(film)
    desk.goes_to("s1")
    desk.waits_until(lambda: desk.faults == [fault])
    desk.switches()
    desk.waits_until(lambda: bool(desk.player.referers_of("/pauseVideo")))
    assert desk.colour == "other"
    assert desk.films.state.is_broken
    assert desk.console.browser.button.text() == "Open in de browser"
    assert desk.console.browser.text.text().startswith("Deze film speelt hier niet af. ")
    assert not desk.console.film.isVisible()


def test_the_view_goes_nowhere_but_to_our_page_and_its_player(make_web_desk: MakeWebDesk, elsewhere: Site) -> None:
    desk = make_web_desk("strays-001")
    desk.goes_to("s1")
    desk.waits_until(lambda: bool(desk.moments))
    desk.switches()
    desk.waits_until(lambda: desk.colour == "lime")
    assert elsewhere.asked == []


def test_a_player_that_leaves_its_site_gets_nowhere_and_is_a_card(make_web_desk: MakeWebDesk, elsewhere: Site) -> None:
    desk = make_web_desk("leaves-001", patience_ms=3_000)
    desk.goes_to("s1")
    desk.waits_until(lambda: desk.faults == ["offline"])
    assert desk.player.referers_of("/embed/leaves-001")
    assert elsewhere.asked == []


def test_a_player_that_does_not_answer_is_a_card_with_a_way_out(make_web_desk: MakeWebDesk) -> None:
    desk = make_web_desk("silent-001", patience_ms=500)
    desk.goes_to("s1")
    desk.waits_until(lambda: desk.faults == ["offline"])
    assert "er is geen internet" in desk.console.browser.text.text()
    assert desk.console.browser.button.isVisible()
    desk.switches()
    assert desk.colour == "other"


def test_a_player_that_answers_late_plays_after_all(make_web_desk: MakeWebDesk) -> None:
    desk = make_web_desk(patience_ms=0)
    desk.goes_to("s1")
    desk.waits_until(lambda: desk.faults == ["offline", ""])
    desk.switches()
    desk.waits_until(lambda: desk.colour == "lime")


def test_where_there_is_no_network_it_is_a_card_too(qapp: QApplication, qtbot: QtBot) -> None:
    nowhere = Site("http://127.0.0.1:1")
    with own_pages(nowhere.origin) as home:
        desk = WebDesk(qapp, qtbot, "plays-0001", "", home, nowhere, 1_000)
        desk.goes_to("s1")
        desk.waits_until(lambda: desk.faults == ["offline"])
        assert home.asked[0][0] == "/film"
        desk.ends()


def test_a_click_or_a_key_on_the_board_is_the_lessons(make_web_desk: MakeWebDesk) -> None:
    desk = make_web_desk()
    desk.goes_to("s1")
    desk.waits_until(lambda: bool(desk.moments))
    desk.switches()
    desk.waits_until(lambda: desk.colour == "lime")
    middle = desk.projector.rect().center()
    assert desk.projector.childAt(middle) is None


def test_nothing_of_it_is_loaded_at_start() -> None:
    code = "import sys, presenter.app, presenter.start\nprint([n for n in sys.modules if 'WebEngine' in n])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_fence_knows_our_page_the_player_and_the_open_web(qapp: QApplication) -> None:
    from presenter.web_view import Fence

    fence = Fence(QUrl("http://127.0.0.1:8080/film#film=x"), "https://player.example")
    assert fence.may_show(QUrl("http://127.0.0.1:8080/film"), True)
    for elsewhere in (
        "http://127.0.0.1:8080/teacher",
        "http://127.0.0.1:8081/film",
        "https://player.example/embed/x",
        "file:///etc/passwd",
        "data:text/html,x",
        "about:blank",
    ):
        assert not fence.may_show(QUrl(elsewhere), True), elsewhere
    assert fence.may_show(QUrl("https://player.example/embed/x"), False)
    for elsewhere in ("https://player.example.evil.example/", "http://player.example/", "http://127.0.0.1:8080/film"):
        assert not fence.may_show(QUrl(elsewhere), False), elsewhere
    for there in ("https://pictures.example/a.jpg", "data:,x", "http://127.0.0.1:8080/favicon.ico"):
        assert fence.may_ask(QUrl(there)), there
    for elsewhere in ("http://192.168.1.1/", "http://127.0.0.1:9/", "file:///etc/passwd", "ftp://a.example/", ""):
        assert not fence.may_ask(QUrl(elsewhere)), elsewhere
