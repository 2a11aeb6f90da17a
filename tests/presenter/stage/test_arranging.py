"""What a slide's content holds: layouts, titles above, pictures, timers at rest."""

from __future__ import annotations

import msgspec
import pytest

from lessons.model import Kind, Layout, Lesson, Media, MediaKind, Option, Settings, Slide, TimerMode
from polling.wire import ClockView
from presenter.stage.content import (
    Arrangement,
    OpenContent,
    Picture,
    QuizContent,
    TextContent,
    VideoContent,
    WebContent,
)
from tests.presenter.stage.board import OPEN, QUIZ, TEXT, WEB, Board

PLATE = Media(kind=MediaKind.PICTURE, target="media/zee.png", alt="De zee")


def text(board: Board, slide: Slide) -> TextContent:
    content = board.scene(slide).content
    assert isinstance(content, TextContent)
    return content


def quiz(board: Board, slide: Slide) -> QuizContent:
    content = board.scene(slide).content
    assert isinstance(content, QuizContent)
    return content


def test_the_first_slide_is_a_title_slide_with_subject_level_and_year(board: Board) -> None:
    opening = Slide(id="a", title="Geluid", body="Van trilling tot oor")
    board.tell(lesson=Lesson(subject="Natuurkunde", level="havo", year="2", slides=(opening, TEXT)))
    content = text(board, opening)
    assert (content.arrangement, content.overline) == (Arrangement.TITLE, "Natuurkunde · havo 2")
    assert text(board, TEXT).arrangement is Arrangement.TEXT


def test_a_first_slide_that_is_a_picture_alone_stays_one(board: Board) -> None:
    page = Slide(id="a", media=(PLATE,), body="![De zee](media/zee.png)")
    board.with_lesson(page, TEXT)
    content = text(board, page)
    assert (content.arrangement, content.title) == (Arrangement.TEXT, "")


def test_a_first_slide_with_a_list_is_no_title_slide(board: Board) -> None:
    assert text(board, TEXT).arrangement is Arrangement.TEXT


@pytest.mark.parametrize(
    ("layout", "arrangement"),
    [
        (Layout.TITLE, Arrangement.TITLE),
        (Layout.COLUMNS, Arrangement.COLUMNS),
        (Layout.PICTURE, Arrangement.PICTURE),
        (Layout.AUTO, Arrangement.TEXT),
    ],
)
def test_a_chosen_layout_is_used(board: Board, layout: Layout, arrangement: Arrangement) -> None:
    slide = msgspec.structs.replace(TEXT, settings=Settings(layout=layout))
    board.with_lesson(WEB, slide)
    assert text(board, slide).arrangement is arrangement


def test_the_title_stands_above_a_question_that_differs_from_it(board: Board) -> None:
    assert quiz(board, QUIZ).overline == ""
    assert quiz(board, msgspec.structs.replace(QUIZ, title="De bodem")).overline == "De bodem"


def test_pictures_come_with_the_text_that_stands_for_them(board: Board) -> None:
    plate = Picture(board.folder, "media/zee.png", "De zee")
    assert text(board, msgspec.structs.replace(TEXT, media=(PLATE,))).pictures == (plate,)
    assert quiz(board, msgspec.structs.replace(QUIZ, media=(PLATE,))).picture == plate
    options = (Option(text="A", picture=PLATE), Option(text="B"))
    assert quiz(board, msgspec.structs.replace(QUIZ, options=options)).options[0].picture == plate


def test_a_picture_without_a_text_is_called_a_picture(board: Board) -> None:
    bare = msgspec.structs.replace(PLATE, alt="")
    assert text(board, msgspec.structs.replace(TEXT, media=(bare,))).pictures[0].alt == "Afbeelding"


def test_before_it_is_asked_a_question_shows_its_time(board: Board) -> None:
    slide = msgspec.structs.replace(QUIZ, settings=Settings(time_s=30))
    assert (face := quiz(board, slide).timer) is not None
    assert face.digits == "30"
    board.stands_at(QUIZ, "closed")
    assert quiz(board, slide).timer is None


def test_while_it_is_asked_a_question_shows_its_clock(board: Board) -> None:
    board.stands_at(QUIZ, "asking", clock=ClockView(total_ms=30_000, left_ms=0, ends_at=19_000))
    assert (face := quiz(board, QUIZ).timer) is not None
    assert face.digits == "19"


def test_a_slide_shows_its_timer_before_it_is_started(board: Board) -> None:
    down = text(board, msgspec.structs.replace(TEXT, settings=Settings(timer_s=600))).timer
    up = text(board, msgspec.structs.replace(TEXT, settings=Settings(timer_mode=TimerMode.UP))).timer
    assert down is not None
    assert up is not None
    assert (down.digits, up.digits) == ("10:00", "0:00")
    assert text(board, TEXT).timer is None


def test_the_centre_of_a_web_is_its_title_or_what_was_set(board: Board) -> None:
    content = board.scene(WEB).content
    assert isinstance(content, WebContent)
    assert content.web.centre == "Water"
    content = board.scene(msgspec.structs.replace(WEB, settings=Settings(centre="H2O"))).content
    assert isinstance(content, WebContent)
    assert content.web.centre == "H2O"


def test_a_closed_question_says_so_and_one_with_several_too(board: Board) -> None:
    board.stands_at(OPEN, "closed")
    content = board.scene(OPEN).content
    assert isinstance(content, OpenContent)
    assert content.note == "Deze vraag is gesloten"
    board.stands_at(QUIZ, "asking")
    assert quiz(board, msgspec.structs.replace(QUIZ, settings=Settings(multi=True))).note == "Je mag er meer kiezen"
    assert quiz(board, QUIZ).note == ""


def test_counts_are_as_many_as_there_are_options(board: Board) -> None:
    board.stands_at(QUIZ, "closed", shows_results=True)
    board.counts(QUIZ, 3, 4, earlier=(1, 2, 3, 4, 5, 6))
    results = quiz(board, QUIZ).results
    assert results is not None
    assert (results.counts, results.earlier) == ((3, 4, 0, 0), (1, 2, 3, 4))


def test_a_video_says_where_it_comes_from(board: Board) -> None:
    web = Media(kind=MediaKind.WEB_VIDEO, target="https://youtu.be/abc?t=15", alt="Film")
    slide = Slide(id="v", kind=Kind.VIDEO, media=(web,), settings=Settings(poster="media/zee.png"))
    content = board.scene(slide).content
    assert isinstance(content, VideoContent)
    assert content.source == "Video op youtu.be"
    assert content.poster is not None
    assert content.poster.target == "media/zee.png"
