"""The film of a slide: a file from the lesson's folder becomes frames for the canvases; sound is heard once.

QtMultimedia is loaded when the first film is, and its absence only means that films do not play here.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage

from lessons import subtitles
from lessons.decoding import decode
from lessons.model import Kind, MediaKind, Slide
from lessons.subtitles import Cue
from polling.commands import Cover
from presenter.browser import is_page
from presenter.film_file import Fault, look
from presenter.loudness import LOUDEST, as_heard
from presenter.room_copy import RoomSeen
from presenter.steering import Steering
from presenter.web_faults import WebFault

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QMediaPlayer, QVideoFrame

PATIENCE_MS = 10_000
"""A film that shows no picture by then is said not to play; when a picture comes after all, it is taken back."""
EARLY_MS = 1000
"""A last frame that is so much before the end was not the last."""

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
    """What the console shows of the film at hand. A broken one does not play, for the reason of its `fault`; with a
    fault alone it stopped before its end. `web_address` is that of a film on the web, which a browser plays too."""

    has_film: bool = False
    is_playing: bool = False
    is_broken: bool = False
    fault: Fault | WebFault | None = None
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
    return medium if is_page(medium) else ""


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
    """Plays the film of the slide at hand. It stops when the slide is left, and stands still under a pause or cover.

    There is never sound before there is a picture: every film waits for its first frame, also one that starts itself.
    """

    frame = Signal(QImage)
    still = Signal(str, QImage)
    """The first frame of the film of this slide (its id), which stands there until it plays."""
    moved = Signal(int, int)
    """Where the film is and how long it is, in milliseconds."""
    said = Signal(str)
    """What the subtitles say from now on; empty when nothing is said."""
    state_changed = Signal(object)
    """Carries a FilmState."""
    broken = Signal(str, str)
    """The film of this slide (its id) does not play, and the Fault; "" when it does after all."""

    def __init__(self, volume: int = LOUDEST, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__()
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self.on_patience_over)
        self._player: QMediaPlayer | None = None
        self._steering: Steering | None = None
        self._film: Film | None = None
        self._state = FilmState()
        self._frames = 0
        self._cues: tuple[Cue, ...] = ()
        self._said = ""
        self._waits_for_start = False
        self._wants_play = False
        self._is_on_show = False
        """True when frames are for the board: the film was started, or sought in."""
        self._seen_ms = 0
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
        position = seen.position
        if position is not None and (position.paused or position.cover is not Cover.NONE or position.ended):
            self.pause()

    @Slot()
    def on_switch(self) -> None:
        """V: play, or stand still. At its end it begins anew."""
        if self._steering is None or self._film is None or self._state.is_broken:
            return
        if not self._frames:
            self._wants_play = not self._wants_play
            return
        if self._state.is_playing:
            self.pause()
            return
        self._is_on_show = True
        if self._is_at_end():
            self._steering.seek.emit(self._film.start_ms)
        self._steering.play.emit()

    def seek(self, at_ms: int) -> None:
        """Go to this moment of the film, playing or standing still, within the part that the slide shows."""
        if self._steering is None or self._film is None or self._state.is_broken:
            return
        self._is_on_show = True
        end_ms = self._whole_ms if self._film.end_ms is None else self._film.end_ms
        self._steering.seek.emit(min(max(at_ms, self._film.start_ms), end_ms))
        if not self._state.is_playing:
            # A player that came to its end shows no pictures any more until it is set going.
            self._steering.pause.emit()

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
        self._wants_play = False
        if self._steering is not None and self._state.is_playing:
            self._steering.pause.emit()

    def stop(self) -> None:
        """Play nothing any more."""
        self._load(None)

    @Slot(object)
    def on_frame(self, frame: QVideoFrame) -> None:
        image = frame.toImage() if frame.isValid() else QImage()
        if image.isNull() or self._film is None:
            return
        self._frames += 1
        if self._frames == 1:
            self._show_first(image)
        if self._is_on_show:
            self._seen_ms = max(0, frame.startTime()) // 1000
            self.frame.emit(image)
            self._say(self._seen_ms)

    @Slot()
    def on_playback(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        if self._player is not None and self._film is not None and not self._state.is_broken:
            is_playing = self._player.playbackState() is QMediaPlayer.PlaybackState.PlayingState
            fault = None if is_playing else self._state.fault
            self._tell(FilmState(has_film=True, is_playing=is_playing, fault=fault))

    @Slot(object)
    def on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        known = QMediaPlayer.MediaStatus
        if status is known.LoadedMedia:
            self._begin()
        elif status is known.InvalidMedia:
            self._break(Fault.DAMAGED)
        elif status is known.EndOfMedia and not self._frames:
            # A codec without a decoder (AV1) says nothing: it is at its end at once, without one frame.
            self._break(Fault.KIND)
        elif status is known.EndOfMedia:
            self._look_back()

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
        self._is_on_show = self._wants_play = False
        self._patience.stop()
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
        fault = look(film.path)
        if steering is None or fault in (Fault.MISSING, Fault.EMPTY):
            self._break(fault or Fault.NO_PLAYER)
            return
        self._waits_for_start = True
        self._wants_play = film.starts_itself
        self._patience.start()
        steering.load.emit(QUrl.fromLocalFile(str(film.path)))

    def _begin(self) -> None:
        """The film is there: go to its first frame."""
        if self._steering is None or self._film is None or not self._waits_for_start:
            return
        self._waits_for_start = False
        if self._player is not None and not self._player.hasVideo():
            self._break(Fault.NO_PICTURE)
            return
        if self._film.start_ms:
            self._steering.seek.emit(self._film.start_ms)
        self._steering.pause.emit()
        self._patience.start()

    def _show_first(self, image: QImage) -> None:
        """The first frame is there, sooner or later: it stands still, or is the beginning."""
        assert self._film is not None
        assert self._steering is not None
        self._patience.stop()
        if self._state.is_broken:
            self._tell(FilmState(has_film=True))
            self.broken.emit(self._film.slide, "")
        self.still.emit(self._film.slide, image)
        if self._wants_play:
            self._is_on_show = True
            self._steering.play.emit()

    def _look_back(self) -> None:
        """The film is over. When it had more to show, say what is the matter with its file."""
        if self._film is not None and self._seen_ms < self._whole_ms - EARLY_MS and look(self._film.path) is Fault.CUT:
            self._tell(FilmState(has_film=True, fault=Fault.CUT))

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

    @Slot()
    def on_patience_over(self) -> None:
        self._break(Fault.SLOW if self._waits_for_start else Fault.KIND)

    def _break(self, fault: Fault) -> None:
        """It does not play. One whose sound is heard while nothing is seen falls silent."""
        if self._film is None or self._state.is_broken:
            return
        self._patience.stop()
        if self._steering is not None:
            self._steering.pause.emit()
        found = look(self._film.path) or fault if fault is Fault.DAMAGED else fault
        self._tell(FilmState(has_film=True, is_broken=True, fault=found))
        self.broken.emit(self._film.slide, found)

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
