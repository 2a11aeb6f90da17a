"""presenter/video.py: the film of a slide, with the real player."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices
from pytestqt.qtbot import QtBot

import lessons
from lessons.model import Kind, Media, MediaKind, Settings, Slide
from polling.commands import Cover, CoverWith
from presenter.room_copy import RoomCopy, RoomSeen
from presenter.video import Film, Video, cues_of, film_of, web_address_of
from tests.presenter.pretend_link import PretendLink

SAMPLE = Path(lessons.__file__).parent / "samples" / "nl-geluid"
LESSON = "# Film\n\n![Een snaar](media/string.mp4)\n\n---\n\n# Klaar\n"
PATIENCE_MS = 30_000
# What the system's sound and graphics say on a machine that has neither.
pytestmark = pytest.mark.qt_log_ignore(
    "pipewire", "PulseAudio", "No RHI backend", "No audio device", "Could not open media", extend=True
)


class Cinema:
    """A video over a room whose lesson is in the folder of the sample."""

    def __init__(self, text: str = LESSON, folder: Path = SAMPLE) -> None:
        self.link = PretendLink(text)
        self.folder = folder
        self.video = Video()
        self.frames: list[QImage] = []
        self.broken: list[str] = []
        self.room = RoomCopy()
        self.link.part_arrived.connect(self.room.on_part)
        self.room.changed.connect(self._pass_on)
        self.video.frame.connect(self.frames.append)
        self.stills: list[QImage] = []
        self.video.still.connect(lambda slide, still: self.stills.append(still))
        self.video.broken.connect(lambda slide, fault: self.broken.append(f"{slide} {fault}"))

    def _pass_on(self, seen: RoomSeen) -> None:
        self.video.on_room(replace(seen, folder=self.folder))

    def goes_to(self, slide: str) -> None:
        self.link.classroom.goes_to(slide)
        self.link.tells()


@pytest.fixture
def cinema(qtbot: QtBot) -> Iterator[Cinema]:
    made = Cinema()
    yield made
    made.video.stop()


def slide(target: str, kind: MediaKind = MediaKind.VIDEO, **settings: object) -> Slide:
    """A film slide with this film."""
    media = (Media(kind=kind, target=target),)
    return Slide(id="s1", kind=Kind.VIDEO, media=media, settings=msgspec.convert(settings, Settings))


def test_a_film_has_its_start_and_end(tmp_path: Path) -> None:
    wanted = film_of(slide("media/a.mp4", start_s=1.5, end_s=12.0, autoplay=True), tmp_path)
    assert wanted == Film("s1", tmp_path / "media" / "a.mp4", 1500, 12_000, True)


def test_a_film_outside_the_lesson_is_none(tmp_path: Path) -> None:
    assert film_of(slide("../secret.mp4"), tmp_path) is None
    assert film_of(slide("/etc/passwd"), tmp_path) is None


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://youtu.be/x?t=15", "https://youtu.be/x?t=15"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https:///nobody", ""),
    ],
)
def test_only_web_addresses_are_for_the_browser(target: str, address: str) -> None:
    assert web_address_of(slide(target, MediaKind.WEB_VIDEO)) == address


def test_its_first_frame_stands_still_until_it_plays_on_a_key(qtbot: QtBot, cinema: Cinema) -> None:
    cinema.goes_to("s1")
    assert cinema.video.state.has_film
    qtbot.waitUntil(lambda: bool(cinema.stills), timeout=PATIENCE_MS)
    assert not cinema.video.state.is_playing
    assert not cinema.frames
    cinema.video.on_switch()
    qtbot.waitUntil(lambda: cinema.video.state.is_playing and len(cinema.frames) > 3, timeout=PATIENCE_MS)
    assert cinema.frames[-1].width() > 100
    cinema.video.on_switch()
    qtbot.waitUntil(lambda: not cinema.video.state.is_playing, timeout=PATIENCE_MS)


def test_it_goes_to_a_moment_within_what_the_slide_shows(qtbot: QtBot) -> None:
    cinema = Cinema(f"<!-- start: 1\n     end: 6 -->\n\n{LESSON}")
    moved: list[tuple[int, int]] = []
    cinema.video.moved.connect(lambda at_ms, whole_ms: moved.append((at_ms, whole_ms)))
    cinema.goes_to("s1")
    qtbot.waitUntil(lambda: bool(cinema.stills), timeout=PATIENCE_MS)
    for asked_ms, there_ms in ((4_000, 4_000), (0, 1_000), (11_000, 6_000)):
        cinema.video.seek(asked_ms)
        qtbot.waitUntil(lambda there_ms=there_ms: abs(moved[-1][0] - there_ms) < 100, timeout=PATIENCE_MS)  # type: ignore[misc]
    assert moved[-1][1] == 12_000
    cinema.video.stop()
    cinema.video.seek(2_000)


def test_it_is_as_loud_as_was_chosen_before_and_while_it_plays(qtbot: QtBot, cinema: Cinema) -> None:
    cinema.video.set_volume(50)
    cinema.goes_to("s1")
    qtbot.waitUntil(lambda: bool(cinema.stills), timeout=PATIENCE_MS)
    player = cinema.video._player
    assert player is not None
    assert player.audioOutput().volume() == pytest.approx(0.25)
    cinema.video.set_volume(0)
    assert player.audioOutput().volume() == 0


def test_it_is_heard_where_was_chosen_before_and_while_it_plays(qtbot: QtBot, cinema: Cinema) -> None:
    outputs = QMediaDevices.audioOutputs() or [QAudioDevice()]
    cinema.video.set_output(outputs[-1])
    cinema.goes_to("s1")
    qtbot.waitUntil(lambda: bool(cinema.stills), timeout=PATIENCE_MS)
    player = cinema.video._player
    assert player is not None
    assert player.audioOutput().device() == outputs[-1]
    cinema.video.on_switch()
    cinema.video.set_output(outputs[0])
    qtbot.waitUntil(lambda: player.audioOutput().device() == outputs[0], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: cinema.video.state.is_playing and len(cinema.frames) > 3, timeout=PATIENCE_MS)


def test_its_subtitles_are_said_with_the_picture(qtbot: QtBot) -> None:
    cinema = Cinema(
        "<!-- subtitles: media/string.vtt -->\n\n# Film\n\n![Een snaar](media/string.mp4)\n\n---\n\n# Klaar\n"
    )
    said: list[str] = []
    cinema.video.said.connect(said.append)
    cinema.goes_to("s1")
    qtbot.waitUntil(lambda: bool(cinema.stills), timeout=PATIENCE_MS)
    assert said == []
    cinema.video.on_switch()
    qtbot.waitUntil(lambda: said == ["Een lange snaar. Luister."], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: said[-1].startswith("Laag en hard"), timeout=PATIENCE_MS)
    cinema.video.stop()


def test_subtitles_that_cannot_be_read_leave_the_film_as_it_is(tmp_path: Path) -> None:
    film = Film("s1", tmp_path / "film.mp4", subtitles=tmp_path / "nowhere.vtt")
    assert cues_of(film) == ()
    (tmp_path / "nowhere.vtt").write_bytes("1\n00:01.000 --> 00:02.000\nCaf\u00e9\n".encode("cp1252"))
    assert [cue.text for cue in cues_of(film)] == ["Café"]


def test_subtitles_outside_the_lesson_are_none(tmp_path: Path) -> None:
    wanted = film_of(slide("media/a.mp4", subtitles="../a.vtt"), tmp_path)
    assert wanted is not None
    assert wanted.subtitles is None


def test_it_stands_still_under_a_cover_and_stops_when_the_slide_is_left(qtbot: QtBot, cinema: Cinema) -> None:
    cinema.goes_to("s1")
    qtbot.waitUntil(lambda: bool(cinema.stills), timeout=PATIENCE_MS)
    cinema.video.on_switch()
    qtbot.waitUntil(lambda: cinema.video.state.is_playing, timeout=PATIENCE_MS)
    cinema.link.send(CoverWith(Cover.BLACK))
    qtbot.waitUntil(lambda: not cinema.video.state.is_playing, timeout=PATIENCE_MS)
    cinema.goes_to("s2")
    assert not cinema.video.state.has_film


def test_a_film_that_is_missing_is_broken_and_says_so_once(qtbot: QtBot, tmp_path: Path) -> None:
    cinema = Cinema(folder=tmp_path)
    cinema.goes_to("s1")
    cinema.link.tells()
    assert cinema.broken == ["s1 missing"]
    assert cinema.video.state.is_broken
    cinema.video.on_switch()
    assert not cinema.video.state.is_playing


def test_a_film_that_cannot_be_decoded_is_broken(qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "string.mp4").write_bytes(b"this is no film" * 100)
    cinema = Cinema(folder=tmp_path)
    with qtbot.captureExceptions():
        cinema.goes_to("s1")
        qtbot.waitUntil(lambda: cinema.broken == ["s1 damaged"], timeout=PATIENCE_MS)
    cinema.video.stop()
