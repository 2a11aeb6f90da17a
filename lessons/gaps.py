"""What a lesson still misses before it is whole, slide by slide: values, and a sentence for each. Changes nothing.

A gap is no mistake: a lesson with gaps can be given. It is what a text that was brought over cannot hold (which option
is right, where a video is, a picture), and a file that did not come along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from lessons import media
from lessons.model import Kind, Layout, Lesson, MediaKind, Slide
from lessons.package import files_of


class GapCode(StrEnum):
    """What is missing."""

    RIGHT_OPTION = "right_option"
    VIDEO = "video"
    PICTURE = "picture"
    FILE = "file"


class Gap(msgspec.Struct, frozen=True):
    """One thing to add to the slide with this number (from 1). `target` is the file that is missing, if it is one."""

    slide: int
    code: GapCode
    target: str = ""


SENTENCES: Mapping[GapCode, tuple[str, str]] = {
    GapCode.RIGHT_OPTION: (
        "Kies het goede antwoord, of maak er een peiling van.",
        "Choose the right answer, or make it a poll.",
    ),
    GapCode.VIDEO: (
        "Voeg de video toe: plak het adres of kies een bestand.",
        "Add the video: paste its address or choose a file.",
    ),
    GapCode.PICTURE: ("Voeg de afbeelding toe.", "Add the picture."),
    GapCode.FILE: (
        "Het bestand {target} ontbreekt: kies het opnieuw.",
        "The file {target} is missing: choose it again.",
    ),
}


def gaps(lesson: Lesson, folder: Path) -> tuple[Gap, ...]:
    """Everything that is missing, in the order of the slides; `folder` holds the lesson's media."""
    return tuple(gap for number, slide in enumerate(lesson.slides, start=1) for gap in _of_slide(slide, number, folder))


def sentence(gap: Gap, language: str) -> str:
    """The gap in words, in Dutch ("nl") or, for any other language, in English."""
    dutch, english = SENTENCES[gap.code]
    return (dutch if language == "nl" else english).format(target=gap.target)


def has_film(slide: Slide) -> bool:
    """True when there is a video to play on the slide, or the file of one to bring back."""
    return any(medium.kind is not MediaKind.PICTURE for medium in slide.media)


def _of_slide(slide: Slide, number: int, folder: Path) -> Iterator[Gap]:
    if slide.kind is Kind.QUIZ and slide.options and not slide.right:
        yield Gap(number, GapCode.RIGHT_OPTION)
    if slide.kind is Kind.VIDEO and not has_film(slide):
        yield Gap(number, GapCode.VIDEO)
    if slide.kind is Kind.TEXT and _waits_for_picture(slide):
        yield Gap(number, GapCode.PICTURE)
    for target in files_of(slide):
        if media.suffix(target) not in media.SUBTITLE_SUFFIXES and not (folder / target).is_file():
            yield Gap(number, GapCode.FILE, target)


def _waits_for_picture(slide: Slide) -> bool:
    """True for a slide on which nothing stands at all, and for one that is laid out around a picture it has not."""
    if slide.media:
        return False
    return slide.settings.layout is Layout.PICTURE or not (slide.title or slide.body)
