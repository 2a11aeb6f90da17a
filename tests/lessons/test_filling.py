"""lessons/filling.py: a gap is filled, and nothing else of the slide's text changes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lessons import filling
from lessons.markdown import read, write
from lessons.model import Kind, Lesson, Media, MediaKind, Slide

QUIZ = (
    "Eerst dit.\n\n---\n\n<!-- kind: quiz -->\n\n# Wat is groen?\n\n"
    "- [ ] Gras\n- [ ] Bladgroen\n- [ ] Water\n\n<!-- Rustig aan -->\n"
)
PICTURE = Media(kind=MediaKind.PICTURE, target="media/wolk-01234567.png", alt="wolk")


def saved(text: str, number: int, slide: Slide) -> Lesson:
    """The lesson with another slide in this place, as it is read again after it was saved."""
    lesson = read(text)[0]
    slides = (*lesson.slides[: number - 1], slide, *lesson.slides[number:])
    again = read(write(replace(lesson, slides=slides)))[0]
    assert again.slides[number - 1].body == slide.body
    assert again.slides[number - 1].options == slide.options
    return again


def slide_of(text: str, number: int = 1) -> Slide:
    return read(text)[0].slides[number - 1]


def test_marking_an_option_changes_one_line() -> None:
    again = saved(QUIZ, 2, filling.marked(slide_of(QUIZ, 2), [1]))
    assert again.slides[1].right == (1,)
    assert write(again) == QUIZ.replace("- [ ] Bladgroen", "- [x] Bladgroen")


def test_several_options_can_be_right_and_none_again() -> None:
    slide = filling.marked(slide_of(QUIZ, 2), [0, 2])
    assert slide.right == (0, 2)
    assert slide.allows_several
    bare = filling.marked(slide, [])
    assert (bare.right, bare.kind, bare.options[0].right) == ((), Kind.QUIZ, None)
    assert write(saved(QUIZ, 2, bare)) == QUIZ


def test_a_question_becomes_a_poll_and_a_quiz_again() -> None:
    poll = filling.polled(filling.marked(slide_of(QUIZ, 2), [1]))
    assert (poll.kind, poll.right) == (Kind.POLL, ())
    assert saved(QUIZ, 2, poll).slides[1].kind is Kind.POLL
    assert filling.marked(poll, [0]).right == (0,)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("<!-- kind: text -->\n", "![wolk](media/wolk-01234567.png)"),
        ("# Kijk\n\nNaar boven.\n", "Naar boven.\n\n![wolk](media/wolk-01234567.png)"),
    ],
)
def test_a_picture_comes_under_the_text(text: str, body: str) -> None:
    slide = filling.with_medium(slide_of(text), PICTURE)
    assert slide.body == body
    assert slide.media == (PICTURE,)
    saved(text, 1, slide)


def test_a_video_comes_on_its_slide() -> None:
    film = filling.video_at("youtu.be/abc?t=15")
    assert film is not None
    slide = filling.with_medium(slide_of("<!-- kind: video -->\r\n"), film)
    assert slide.media == (film,)
    assert (film.kind, film.target) == (MediaKind.WEB_VIDEO, "https://youtu.be/abc?t=15")
    assert "\n" not in slide.source.replace("\r\n", "")


def test_a_missing_file_is_exchanged_wherever_it_stood() -> None:
    text = (
        "<!-- poster: media/oud.png -->\n\n# Welke?\n\n![](media/oud.png)\n\n![Anders](media/ander.png)\n\n"
        "- [x] ![Een wolk](<media/oud.png>) Deze\n  > Kijk: ![](media/oud.png)\n- [ ] Niet\n\n> ![](media/oud.png)\n"
    )
    slide = filling.exchanged(slide_of(text), "media/oud.png", PICTURE)
    assert "oud" not in slide.source
    assert slide.options[0].picture == replace(PICTURE, alt="Een wolk")
    assert [medium.target for medium in slide.media] == [PICTURE.target, "media/ander.png"]
    assert slide.explanation == "![wolk](media/wolk-01234567.png)"
    other = filling.exchanged(slide, "media/ander.png", PICTURE)
    assert other.settings.poster == PICTURE.target
    assert other.body == "![wolk](media/wolk-01234567.png)\n\n![Anders](media/wolk-01234567.png)"


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        (" https://www.youtube.com/watch?v=a&t=3 ", "https://www.youtube.com/watch?v=a&t=3"),
        ("http://vimeo.com/1", "https://vimeo.com/1"),
        ("youtu.be/x", "https://youtu.be/x"),
        ("https://example.org/film.mp4", "https://example.org/film.mp4"),
    ],
)
def test_addresses_of_videos_are_known(typed: str, target: str) -> None:
    found = filling.video_at(typed)
    assert found is not None
    assert found.target == target


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "hallo",
        "https://example.org/plaat.png",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//youtu.be/x",
        "https://youtu.be/a b",
    ],
)
def test_what_is_no_video_address_is_none(typed: str) -> None:
    assert filling.video_at(typed) is None
