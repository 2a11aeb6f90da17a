"""The work of completing a lesson: what was missing, what is filled, where the teacher is. Values only; no widgets.

The tasks are what was missing when the work began, and stay in the list when they are done: what was chosen can be
changed as long as the window is open.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from lessons import filling, media
from lessons.gaps import Gap, GapCode, gaps
from lessons.model import Kind, Lesson, Media, MediaKind, Slide


@dataclass(frozen=True)
class Work:
    """A lesson with its tasks. `at` is the task at hand (its place, from 0), None when there is nothing to do.

    `filled` holds for each task the medium that was added for it, "" for none. `left` is what is still missing.
    """

    lesson: Lesson
    folder: Path
    tasks: tuple[Gap, ...]
    filled: tuple[str, ...]
    left: frozenset[Gap]
    at: int | None = None
    several: frozenset[int] = field(default=frozenset())
    """The tasks for which more than one option may be marked."""

    @property
    def task(self) -> Gap | None:
        """The task at hand."""
        return None if self.at is None else self.tasks[self.at]

    @property
    def slide(self) -> Slide | None:
        """The slide at hand: the first one when there is nothing to do."""
        task = self.task
        slides = self.lesson.slides
        if task is None:
            return slides[0] if slides else None
        return slides[task.slide - 1]

    @property
    def is_done(self) -> bool:
        """True when nothing is missing any more."""
        return not self.left

    @property
    def allows_several(self) -> bool:
        """True when marking another option of the slide at hand leaves the first one marked."""
        return self.at in self.several or (self.slide is not None and len(self.slide.right) > 1)

    def has_done(self, place: int) -> bool:
        """True when this task is done."""
        return self.tasks[place] not in self.left

    def wants(self) -> MediaKind | None:
        """The sort of file that the task at hand takes; None when it takes none."""
        task = self.task
        if task is None or task.code is GapCode.RIGHT_OPTION:
            return None
        is_film = task.code is GapCode.VIDEO or (
            task.code is GapCode.FILE and media.kind_of(task.target) is MediaKind.VIDEO
        )
        return MediaKind.VIDEO if is_film else MediaKind.PICTURE


def begun(lesson: Lesson, folder: Path) -> Work:
    """The work on this lesson, at its first task; `folder` holds its media."""
    found = gaps(lesson, folder)
    return Work(lesson, folder, found, ("",) * len(found), frozenset(found), 0 if found else None)


def moved(work: Work, place: int | None) -> Work:
    """At another task; a place outside the list is the nearest one in it."""
    if place is None or not work.tasks:
        return replace(work, at=None)
    return replace(work, at=min(max(place, 0), len(work.tasks) - 1))


def onward(work: Work) -> Work:
    """At the next task that is not done, after this one and then from the top; past the last: nothing to do."""
    count = len(work.tasks)
    here = -1 if work.at is None else work.at
    ahead = [(here + step) % count for step in range(1, count + 1)]
    return moved(work, next((place for place in ahead if not work.has_done(place)), None))


def several_switched(work: Work) -> Work:
    """More than one option may be marked, or one again: then the first that is marked stays."""
    slide = work.slide
    if work.at is None or slide is None:
        return work
    if not work.allows_several:
        return replace(work, several=work.several | {work.at})
    one = replace(work, several=work.several - {work.at})
    return _with_slide(one, filling.marked(slide, slide.right[:1])) if len(slide.right) > 1 else one


def option_switched(work: Work, option: int) -> Work:
    """This option (its place, from 0) is right; marked again, it is not."""
    task, slide = work.task, work.slide
    if task is None or slide is None or task.code is not GapCode.RIGHT_OPTION or option >= len(slide.options):
        return work
    right = set(slide.right)
    if option in right:
        right.discard(option)
    else:
        right = {*right, option} if work.allows_several else {option}
    return _with_slide(work, filling.marked(slide, right))


def poll_switched(work: Work) -> Work:
    """The question at hand is a poll, or a quiz again."""
    task, slide = work.task, work.slide
    if task is None or slide is None or task.code is not GapCode.RIGHT_OPTION:
        return work
    return _with_slide(work, filling.marked(slide, ()) if slide.kind is Kind.POLL else filling.polled(slide))


def medium_added(work: Work, medium: Media) -> Work:
    """This medium is what was missing; it takes the place of one that was added before."""
    task, slide = work.task, work.slide
    if task is None or slide is None or work.at is None or task.code is GapCode.RIGHT_OPTION:
        return work
    before = work.filled[work.at] or task.target
    edited = filling.exchanged(slide, before, medium) if before else filling.with_medium(slide, medium)
    filled = (*work.filled[: work.at], medium.target, *work.filled[work.at + 1 :])
    return _with_slide(replace(work, filled=filled), edited)


def _with_slide(work: Work, slide: Slide) -> Work:
    task = work.task
    assert task is not None
    slides = (*work.lesson.slides[: task.slide - 1], slide, *work.lesson.slides[task.slide :])
    lesson = msgspec.structs.replace(work.lesson, slides=slides)
    return replace(work, lesson=lesson, left=frozenset(gaps(lesson, work.folder)) & frozenset(work.tasks))
