"""Films from file to pixels: the real player, and what the board and the teacher's copy of it then show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presenter.film_file import Fault
from tests.presenter.film_desk import CLIPS, FilmDesk

MakeFilmDesk = Callable[..., FilmDesk]
# What the system's sound and graphics say on a machine that has neither.
pytestmark = pytest.mark.qt_log_ignore(
    "pipewire", "PulseAudio", "No RHI backend", "No audio device", "Could not open media", extend=True
)


@pytest.fixture
def make_film_desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MakeFilmDesk]:
    """Makes desks with a film."""
    desks: list[FilmDesk] = []

    def make(clip: str = "", settings: str = "", patience_ms: int = 60_000) -> FilmDesk:
        desks.append(FilmDesk(qapp, qtbot, tmp_path, settings, patience_ms))
        if clip:
            desks[-1].has(clip)
        return desks[-1]

    yield make
    for desk in desks:
        desk.ends()


@pytest.mark.parametrize("clip", ["h264.mp4", "silent.mp4", "index-last.mp4", "vp8.webm", "vp9.webm"])
def test_a_film_stands_still_plays_to_its_end_and_is_sought_in(clip: str, make_film_desk: MakeFilmDesk) -> None:
    desk = make_film_desk(clip)
    desk.goes_to("s1")
    desk.waits_until_both_show("red")
    assert desk.invites_to_play
    desk.switches()
    desk.waits_until_both_show("lime", "blue")
    assert not desk.invites_to_play
    desk.waits_until(lambda: not desk.video.state.is_playing)
    assert desk.colour == desk.copied_colour == "blue"
    desk.console.film.sought.emit(1_500)
    desk.waits_until_both_show("lime")
    desk.console.film.sought.emit(500)
    desk.waits_until_both_show("red")
    assert desk.line == ""


def test_a_film_at_its_end_begins_anew(make_film_desk: MakeFilmDesk) -> None:
    desk = make_film_desk("h264.mp4")
    desk.goes_to("s1")
    desk.waits_until_both_show("red")
    desk.console.film.sought.emit(2_500)
    desk.waits_until_both_show("blue")
    desk.switches()
    desk.waits_until(lambda: desk.states[-2:] and [state.is_playing for state in desk.states[-2:]] == [True, False])
    desk.switches()
    desk.waits_until_both_show("red")


def test_a_part_of_a_film_begins_at_its_start_and_stops_at_its_end(make_film_desk: MakeFilmDesk) -> None:
    desk = make_film_desk("h264.mp4", "start: 1\n     end: 2")
    desk.goes_to("s1")
    desk.waits_until_both_show("lime")
    assert desk.invites_to_play
    desk.switches()
    desk.waits_until(lambda: desk.video.state.is_playing)
    desk.waits_until(lambda: not desk.video.state.is_playing)
    assert desk.colour in ("lime", "blue")
    desk.console.film.sought.emit(0)
    desk.waits_until_both_show("lime")


@pytest.mark.parametrize("suffix", ["vtt", "srt"])
def test_subtitles_stand_on_the_film_while_they_are_said(suffix: str, make_film_desk: MakeFilmDesk) -> None:
    desk = make_film_desk("h264.mp4", f"subtitles: media/film.{suffix}")
    times = {
        "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nNu is het groen\n",
        "srt": "1\n00:00:01,000 --> 00:00:02,000\nNu is het groen\n",
    }
    (desk.folder / "media" / f"film.{suffix}").write_text(times[suffix], "utf-8")
    desk.goes_to("s1")
    desk.waits_until_both_show("red")
    desk.console.film.sought.emit(1_500)
    desk.waits_until_both_show("lime")
    assert desk.has_subtitle
    desk.console.film.sought.emit(2_500)
    desk.waits_until_both_show("blue")
    assert not desk.has_subtitle


def test_a_film_that_starts_itself_plays_once_its_picture_is_there(make_film_desk: MakeFilmDesk) -> None:
    desk = make_film_desk("vp9.webm", "autoplay: yes")
    desk.goes_to("s1")
    desk.waits_until_both_show("blue")
    desk.goes_to("s2")
    desk.waits_until_both_show("other")


WHOLE = {name: (CLIPS / name).read_bytes() for name in ("h264.mp4", "index-last.mp4", "vp9.webm")}
FAULTY: dict[str, tuple[str, bytes | None, Fault]] = {
    "av1": ("av1.mp4", (CLIPS / "av1.mp4").read_bytes(), Fault.KIND),
    "av1 without sound": ("av1.mp4", (CLIPS / "av1-silent.mp4").read_bytes(), Fault.KIND),
    "sound without a picture": ("film.mp4", (CLIPS / "sound-only.mp4").read_bytes(), Fault.NO_PICTURE),
    "broken off before its index": ("film.mp4", WHOLE["index-last.mp4"][:6_000], Fault.CUT),
    "broken off at once": ("film.webm", WHOLE["vp9.webm"][:400], Fault.CUT),
    "junk": ("film.mp4", b"this is no film" * 100, Fault.DAMAGED),
    "a text": ("film.webm", b"Dit is een tekst.\n" * 9, Fault.DAMAGED),
    "empty": ("film.mp4", b"", Fault.EMPTY),
    "missing": ("film.mp4", None, Fault.MISSING),
}


@pytest.mark.parametrize("settings", ["", "autoplay: yes"])
@pytest.mark.parametrize("what", FAULTY)
def test_a_film_that_does_not_play_is_a_card_with_a_sentence(
    what: str, settings: str, make_film_desk: MakeFilmDesk
) -> None:
    name, data, fault = FAULTY[what]
    desk = make_film_desk(settings=settings, patience_ms=400)
    if data is not None:
        desk.has_file(name, data)
    desk.goes_to("s1")
    desk.waits_until(lambda: desk.video.state.is_broken)
    assert desk.video.state.fault is fault
    desk.waits_until(lambda: desk.tells_of_a_fault)
    assert desk.colour == desk.copied_colour == "other"
    assert desk.line.startswith("Deze film speelt hier niet af. ")
    desk.switches()
    assert not any(state.is_playing for state in desk.states)
    assert desk.tells_of_a_fault


def test_a_film_that_was_broken_off_plays_as_far_as_it_goes_and_says_so(make_film_desk: MakeFilmDesk) -> None:
    desk = make_film_desk()
    desk.has_file("film.mp4", WHOLE["h264.mp4"][:8_000])
    desk.goes_to("s1")
    desk.waits_until_both_show("red")
    desk.switches()
    desk.waits_until(lambda: desk.line.startswith("Deze film hield op voor het einde. "))
    assert desk.colour == desk.copied_colour == "lime"
    assert desk.video.state.fault is Fault.CUT


def test_a_film_that_comes_late_plays_after_all(make_film_desk: MakeFilmDesk) -> None:
    desk = make_film_desk("h264.mp4", patience_ms=0)
    desk.goes_to("s1")
    desk.waits_until_both_show("red")
    assert any(state.is_broken for state in desk.states)
    assert desk.line == ""
    assert desk.invites_to_play
