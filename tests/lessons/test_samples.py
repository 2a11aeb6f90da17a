"""The sample lessons: they read without a problem, use all that the format has, and bring their own media."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lessons import markdown
from lessons.model import Kind, Layout, Lesson, Settings, Slide, TimerMode

SAMPLES = sorted((Path(markdown.__file__).parent / "samples").glob("*/lesson.md"))
NAMES = [path.parent.name for path in SAMPLES]


@pytest.fixture(params=SAMPLES, ids=NAMES)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def lesson(path: Path) -> Lesson:
    lesson, problems = markdown.read(path.read_text(encoding="utf-8"))
    assert problems == ()
    return lesson


def test_there_is_a_dutch_and_an_english_lesson() -> None:
    assert NAMES == ["en-sound", "nl-geluid"]


def test_a_sample_is_a_whole_lesson(lesson: Lesson) -> None:
    assert 15 <= len(lesson.slides) <= 20
    assert {slide.kind for slide in lesson.slides} == set(Kind)
    assert sum(bool(slide.notes) for slide in lesson.slides) > len(lesson.slides) / 2


def test_the_front_matter_is_complete(lesson: Lesson) -> None:
    left_out = {name for name in Lesson.__struct_fields__ if not getattr(lesson, name)}
    assert left_out <= {"extra", "head", "tail"}


def test_every_setting_is_used(lesson: Lesson) -> None:
    plain = Settings()
    used = {
        field
        for slide in lesson.slides
        for field in Settings.__struct_fields__
        if getattr(slide.settings, field) != getattr(plain, field)
    }
    assert used == set(Settings.__struct_fields__)
    assert {slide.settings.timer_mode for slide in lesson.slides} == set(TimerMode)
    assert {slide.settings.layout for slide in lesson.slides} == set(Layout)
    assert {slide.settings.points for slide in lesson.slides} == {0, 1, 2}
    assert {True, False} <= {slide.settings.live for slide in lesson.slides}


def test_every_quiz_has_a_right_option_and_says_why(lesson: Lesson) -> None:
    quizzes = [slide for slide in lesson.slides if slide.kind is Kind.QUIZ]
    assert [slide.title for slide in quizzes if not slide.right or not slide.why] == []


def test_every_medium_is_there_and_every_file_is_used(path: Path, lesson: Lesson) -> None:
    here = {file.relative_to(path.parent).as_posix() for file in path.parent.rglob("media/*")}
    assert {target for slide in lesson.slides for target in targets(slide)} == here


def targets(slide: Slide) -> set[str]:
    """The files that a slide shows."""
    pictures = {option.picture.target for option in slide.options if option.picture is not None}
    named = {slide.settings.subtitles, slide.settings.poster} - {""}
    return {medium.target for medium in slide.media} | pictures | named


def test_every_medium_says_what_it_shows(lesson: Lesson) -> None:
    assert [slide.title for slide in lesson.slides for medium in slide.media if not medium.alt] == []


def test_the_media_are_small(path: Path) -> None:
    limits = {".mp4": 400_000, ".png": 120_000, ".jpg": 120_000, ".vtt": 5_000}
    assert [file.name for file in path.parent.glob("media/*") if file.stat().st_size > limits[file.suffix]] == []


def test_the_subtitles_stay_within_the_film(path: Path, lesson: Lesson) -> None:
    (film,) = (slide for slide in lesson.slides if slide.kind is Kind.VIDEO)
    text = (path.parent / film.settings.subtitles).read_text(encoding="utf-8")
    times = [60 * int(minutes) + float(seconds) for minutes, seconds in re.findall(r"(\d\d):(\d\d\.\d{3})", text)]
    assert text.startswith("WEBVTT\n")
    assert times == sorted(times)
    assert times[-1] <= (film.settings.end_s or 0)


def test_both_samples_ask_the_same() -> None:
    english, dutch = (markdown.read(path.read_text(encoding="utf-8"))[0] for path in SAMPLES)
    assert [(slide.kind, slide.right) for slide in english.slides] == [(s.kind, s.right) for s in dutch.slides]
