"""The film of a slide: a file from the lesson's folder becomes frames for the canvases; sound is heard once.

QtMultimedia is loaded when the first film is, and its absence only means that films do not play here.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QImage

from lessons import subtitles
from lessons.decoding import decode
from lessons.model import Kind, MediaKind, Slide
from lessons.subtitles import Cue
from polling.commands import Cover
from presenter.loudness import LOUDEST, as_heard
from presenter.room_copy import RoomSeen
from presenter.steering import Steering

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QMediaPlayer, QVideoFrame

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Film:
    """What a slide wants played, in milliseconds of the film; `end_ms` None is its end. `subtitles` is a file."""

    slide: str
    path: Path
    start_ms: int = 0
    end_ms: int | None = None
    starts_itself: bool = False
    subtitles: Path | None = None


@dataclass(frozen=True)
class FilmState:
    """What the console shows of the film at hand. `web_address` is a film that only a browser plays."""

    has_film: bool = False
    is_playing: bool = False
    is_broken: bool = False
    web_address: str = ""


def film_of(slide: Slide | None, folder: Path) -> Film | None:
    """The file that this slide plays. A path that leaves the lesson's folder is none."""
    medium = _first(slide, MediaKind.VIDEO)
    if slide is None or medium is None:
        return None
    path = _inside(folder, medium)
    if path is None:
        return None
    settings = slide.settings
    start_ms = round((settings.start_s or 0) * 1000)
    end_ms = None if settings.end_s is None else round(settings.end_s * 1000)
    subtitles = _inside(folder, settings.subtitles) if settings.subtitles else None
    return Film(slide.id, path, start_ms, end_ms, settings.autoplay, subtitles)


def web_address_of(slide: Slide | None) -> str:
    """The address of a film on the web, when it is one that a browser may open; else ""."""
    medium = _first(slide, MediaKind.WEB_VIDEO) or ""
    url = QUrl(medium, QUrl.ParsingMode.StrictMode)
    return medium if url.isValid() and url.scheme() in ("http", "https") and url.host() else ""


def _inside(folder: Path, target: str) -> Path | None:
    path = (folder / target).resolve()
    return path if path.is_relative_to(folder.resolve()) else None


def cues_of(film: Film) -> tuple[Cue, ...]:
    """The subtitles of a film; none where there is no file that can be read."""
    if film.subtitles is None:
        return ()
    try:
        with film.subtitles.open("rb") as file:
            text, _ = decode(file.read(subtitles.MAX_CHARACTERS))
    except OSError as reason:
        _log.info("subtitles cannot be read: %s", type(reason).__name__)
        return ()
    return subtitles.read(text)


def _first(slide: Slide | None, kind: MediaKind) -> str | None:
    if slide is None or slide.kind is not Kind.VIDEO:
        return None
    return next((medium.target for medium in slide.media if medium.kind is kind), None)


class Video(QObject):
    """Plays the film of the slide at hand. It stops when the slide is left, and stands still under a pause or cover."""

    frame = Signal(QImage)
    moved = Signal(int, int)
    """Where the film is and how long it is, in milliseconds."""
    said = Signal(str)
    """What the subtitles say from now on; empty when nothing is said."""
    state_changed = Signal(object)
    """Carries a FilmState."""
    broken = Signal(str)
    """The film of this slide (its id) does not play."""

    def __init__(self, volume: int = LOUDEST) -> None:
        super().__init__()
        self._player: QMediaPlayer | None = None
        self._steering: Steering | None = None
        self._film: Film | None = None
        self._state = FilmState()
        self._frames = 0
        self._cues: tuple[Cue, ...] = ()
        self._said = ""
        self._waits_for_start = False
        self._whole_ms = 0
        self._volume = volume
        self._output: QAudioDevice | None = None

    @property
    def state(self) -> FilmState:
        """What holds now."""
        return self._state

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        film = film_of(seen.slide, seen.folder)
        if film != self._film:
            self._load(film)
        address = web_address_of(seen.slide)
        if address != self._state.web_address:
            self._tell(FilmState(web_address=address))
        position = seen.position
        if position is not None and (position.paused or position.cover is not Cover.NONE or position.ended):
            self.pause()

    @Slot()
    def on_switch(self) -> None:
        """V: play, or stand still. At its end it begins anew."""
        if self._steering is None or self._film is None or self._state.is_broken:
            return
        if self._state.is_playing:
            self.pause()
            return
        if self._is_at_end():
            self._steering.seek.emit(self._film.start_ms)
        self._steering.play.emit()

    def seek(self, at_ms: int) -> None:
        """Go to this moment of the film, playing or standing still, within the part that the slide shows."""
        if self._steering is None or self._film is None or self._state.is_broken:
            return
        end_ms = self._whole_ms if self._film.end_ms is None else self._film.end_ms
        self._steering.seek.emit(min(max(at_ms, self._film.start_ms), end_ms))

    def set_volume(self, volume: int) -> None:
        """Be so loud from now on, 0 to 100 as people hear it."""
        self._volume = volume
        if self._player is not None:
            self._player.audioOutput().setVolume(as_heard(volume))

    @Slot(object)
    def set_output(self, device: QAudioDevice) -> None:
        """Be heard there from now on, also in the middle of a film."""
        self._output = device
        if self._steering is not None:
            self._steering.play_through.emit(device)

    def pause(self) -> None:
        """Stand still."""
        if self._steering is not None and self._state.is_playing:
            self._steering.pause.emit()

    def stop(self) -> None:
        """Play nothing any more."""
        self._load(None)

    @Slot(object)
    def on_frame(self, frame: QVideoFrame) -> None:
        image = frame.toImage() if frame.isValid() else QImage()
        if not image.isNull():
            self._frames += 1
            self.frame.emit(image)
            self._say(max(0, frame.startTime()) // 1000)

    @Slot()
    def on_playback(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        if self._player is not None and self._film is not None and not self._state.is_broken:
            is_playing = self._player.playbackState() is QMediaPlayer.PlaybackState.PlayingState
            self._tell(FilmState(has_film=True, is_playing=is_playing))

    @Slot(object)
    def on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        known = QMediaPlayer.MediaStatus
        if status is known.LoadedMedia:
            self._begin()
        elif status is known.InvalidMedia or (status is known.EndOfMedia and not self._frames):
            # A codec without a decoder (AV1) says nothing: it is at its end at once, without one frame.
            self._break()

    @Slot("qlonglong")
    def on_duration(self, whole_ms: int) -> None:
        self._whole_ms = whole_ms

    @Slot("qlonglong")
    def on_position(self, position_ms: int) -> None:
        self.moved.emit(position_ms, self._whole_ms)
        end_ms = None if self._film is None else self._film.end_ms
        if end_ms is not None and position_ms >= end_ms:
            self.pause()

    def _load(self, film: Film | None) -> None:
        self._film, self._frames = film, 0
        self._cues, self._said = () if film is None else cues_of(film), ""
        if film is None:
            if self._steering is not None:
                self._steering.stop.emit()
                self._steering.load.emit(QUrl())
            if self._state != FilmState():
                self._tell(FilmState())
            return
        self._tell(FilmState(has_film=True))
        steering = self._steering or self._make_player()
        if steering is None or not film.path.is_file():
            self._break()
            return
        self._waits_for_start = True
        steering.load.emit(QUrl.fromLocalFile(str(film.path)))

    def _begin(self) -> None:
        """The film is there: show its first frame, or play."""
        if self._steering is None or self._film is None or not self._waits_for_start:
            return
        self._waits_for_start = False
        if self._film.start_ms:
            self._steering.seek.emit(self._film.start_ms)
        (self._steering.play if self._film.starts_itself else self._steering.pause).emit()

    def _say(self, at_ms: int) -> None:
        """The subtitle of the frame on show, by the frame's own time: asking the player for every frame would wait for
        its threads. The canvas of a new slide begins without one."""
        said = subtitles.said_at(self._cues, at_ms)
        if said != self._said:
            self._said = said
            self.said.emit(said)

    def _is_at_end(self) -> bool:
        assert self._player is not None
        assert self._film is not None
        end_ms = self._film.end_ms if self._film.end_ms is not None else self._whole_ms
        return self._player.position() >= end_ms - 50

    def _break(self) -> None:
        if self._film is not None and not self._state.is_broken:
            self._tell(FilmState(has_film=True, is_broken=True))
            self.broken.emit(self._film.slide)

    def _tell(self, state: FilmState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _make_player(self) -> Steering | None:
        try:
            from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink
        except ImportError as reason:
            _log.info("films do not play here: %s", reason)
            return None
        player, sink = QMediaPlayer(self), QVideoSink(self)
        player.setVideoSink(sink)
        player.setAudioOutput(QAudioOutput(self) if self._output is None else QAudioOutput(self._output, self))
        player.audioOutput().setVolume(as_heard(self._volume))
        sink.videoFrameChanged.connect(self.on_frame)
        player.playbackStateChanged.connect(self.on_playback)
        player.mediaStatusChanged.connect(self.on_status)
        player.durationChanged.connect(self.on_duration)
        player.positionChanged.connect(self.on_position)
        self._player, self._steering = player, Steering(player)
        return self._steering
