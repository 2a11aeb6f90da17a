"""What this presenter knows of the room: the last of each part, as one frozen view. No sockets, no widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from lessons import markdown
from lessons.model import Lesson, Slide, named, ordered
from polling.quick import with_added
from polling.wire import AddressPart, LessonPart, PositionPart, RosterPart, TallyPart, WordsPart
from presenter.stage.scene import RoomView

Part = LessonPart | PositionPart | RosterPart | TallyPart | WordsPart | AddressPart


@dataclass(frozen=True)
class RoomSeen:
    """The room as all windows see it. `view` is what the stage paints from; `folder` holds the lesson's media;
    `begins_at` is the slide that the lesson begins at, "" for the first."""

    view: RoomView
    session: str = ""
    label: str = ""
    begins_at: str = ""
    title: str = ""
    language: str = "nl"
    duration_min: int | None = None
    folder: Path = Path()

    @property
    def is_complete(self) -> bool:
        """True when lesson and position have both arrived."""
        return bool(self.session) and self.view.position is not None

    @property
    def position(self) -> PositionPart | None:
        return self.view.position

    @property
    def is_locked(self) -> bool:
        """True while nobody new may join."""
        return self.view.roster is not None and self.view.roster.is_locked

    @property
    def place(self) -> int | None:
        """The place (from 0) of the slide at hand; None in the lobby."""
        position = self.view.position
        if position is None or not position.slide:
            return None
        slides = self.view.lesson.slides
        return next((place for place, slide in enumerate(slides) if slide.id == position.slide), None)

    @property
    def slide(self) -> Slide | None:
        """The slide at hand; None in the lobby."""
        return None if self.place is None else self.view.lesson.slides[self.place]

    @property
    def begins_at_number(self) -> int:
        """The number of the slide that the lesson begins at, when a teacher chose one; else 0."""
        slides = self.view.lesson.slides
        return next((number for number, slide in enumerate(slides, 1) if slide.id == self.begins_at), 0)

    @property
    def slide_after(self) -> Slide | None:
        """The slide that *next* leads to in the end: the nearest that is not hidden, from the lobby where the lesson
        begins."""
        if self.place is None and self.begins_at_number:
            return self.view.lesson.slides[self.begins_at_number - 1]
        begin = 0 if self.place is None else self.place + 1
        return next((slide for slide in self.view.lesson.slides[begin:] if not slide.settings.hidden), None)

    @property
    def tally(self) -> TallyPart | None:
        """The tally of the round at hand; one that is left from another slide or round does not count."""
        position, tally = self.view.position, self.view.tally
        if position is None or tally is None or (tally.slide, tally.round) != (position.slide, position.round):
            return None
        return tally

    @property
    def words(self) -> WordsPart | None:
        """The word web of the round at hand."""
        position, words = self.view.position, self.view.words
        if position is None or words is None or (words.slide, words.round) != (position.slide, position.round):
            return None
        return words


NOTHING_SEEN = RoomSeen(RoomView(Lesson()))
"""The room before the first part came."""


class RoomCopy(QObject):
    """Keeps the parts that arrive and announces the whole."""

    changed = Signal(object)
    """Carries the new RoomSeen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen = NOTHING_SEEN

    @Slot(object)
    def on_part(self, part: Part) -> None:
        self.seen = with_part(self.seen, part)
        if self.seen.is_complete:
            self.changed.emit(self.seen)


def with_part(seen: RoomSeen, part: Part) -> RoomSeen:
    """The room with this part in the place of the one before. The server sends parts in order, so the last one counts;
    a new session begins with nothing of the one before."""
    match part:
        case LessonPart():
            return _with_lesson(seen if part.session == seen.session else NOTHING_SEEN, part)
        case PositionPart():
            return replace(seen, view=replace(seen.view, position=part))
        case RosterPart():
            return replace(seen, view=replace(seen.view, roster=part))
        case TallyPart():
            return replace(seen, view=replace(seen.view, tally=part))
        case WordsPart():
            return replace(seen, view=replace(seen.view, words=part))
        case AddressPart():
            return replace(seen, view=replace(seen.view, address=part))


def _with_lesson(seen: RoomSeen, part: LessonPart) -> RoomSeen:
    lesson, _ = markdown.read(part.text)
    return replace(
        seen,
        view=replace(seen.view, lesson=with_added(ordered(named(lesson), part.orders), part.added)),
        session=part.session,
        label=part.label,
        begins_at=part.begins_at,
        title=part.title,
        language=part.language,
        duration_min=part.duration_min,
        folder=Path(part.folder),
    )
