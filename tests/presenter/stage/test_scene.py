"""From the room to a scene: what the class sees, and above all what it does not."""

from __future__ import annotations

import msgspec
import pytest

from polling.commands import Cover
from polling.wire import ClockView
from presenter.stage.content import (
    BlankContent,
    JoinContent,
    MessageContent,
    OpenContent,
    QuizContent,
    TextContent,
    VideoContent,
    WebContent,
)
from presenter.stage.scene import Audience, Scene, black_scene, ended_scene, pause_scene, unplayable, white_scene
from presenter.stage.theme import LIGHT
from tests.presenter.stage.board import ADDRESS, OPEN, POLL, QUIZ, STEPS, TEXT, VIDEO, WEB, Board


def quiz(scene: Scene) -> QuizContent:
    assert isinstance(scene.content, QuizContent)
    return scene.content


@pytest.mark.parametrize("phase", ["waiting", "asking", "closed"])
def test_before_the_reveal_a_scene_holds_no_right_option(board: Board, phase: str) -> None:
    board.stands_at(QUIZ, phase, right=(1,), shows_results=phase == "closed")
    board.counts(QUIZ, 4, 19, 3, 2)
    content = quiz(board.scene(QUIZ))
    assert all(option.right is None for option in content.options)
    assert content.why == ""
    assert "Het zakt" not in repr(content)


def test_after_the_reveal_it_holds_the_right_option_and_why(board: Board) -> None:
    board.stands_at(QUIZ, "revealed", right=(1,), shows_results=True)
    board.counts(QUIZ, 4, 19, 3, 2)
    content = quiz(board.scene(QUIZ))
    assert [option.right for option in content.options] == [False, True, False, False]
    assert content.why == "Het zakt door het zand."


def test_an_option_that_the_teacher_marked_counts_as_right(board: Board) -> None:
    board.stands_at(QUIZ, "revealed", right=(3,), shows_results=True)
    content = quiz(board.scene(QUIZ))
    assert [option.right for option in content.options] == [False, False, False, True]
    assert content.why == ""


def test_where_no_option_is_right_the_reveal_shows_bars_alone(board: Board) -> None:
    board.stands_at(POLL, "revealed", shows_results=True)
    assert not quiz(board.scene(POLL)).is_revealed


def test_while_results_are_hidden_a_scene_holds_only_how_many_answered(board: Board) -> None:
    board.stands_at(QUIZ, "asking")
    board.counts(QUIZ, 4, 14, 2, 1)
    content = quiz(board.scene(QUIZ))
    assert content.results is None
    assert content.answered is not None
    assert (content.answered.answered, content.answered.expected) == (21, 28)


def test_another_slide_than_the_one_at_hand_is_at_rest(board: Board) -> None:
    board.stands_at(QUIZ, "revealed", right=(1,), shows_results=True)
    board.counts(QUIZ, 4, 19, 3, 2)
    board.stands_at(TEXT)
    content = quiz(board.scene(QUIZ))
    assert (content.results, content.answered, content.is_revealed) == (None, None, False)


def test_answers_to_another_slide_are_not_shown(board: Board) -> None:
    board.counts(QUIZ, 9, 9, 9, 9)
    board.stands_at(POLL, "asking", shows_results=True)
    content = quiz(board.scene(POLL))
    assert content.results is not None
    assert content.results.counts == (0, 0)


def test_hidden_words_and_answers_are_not_in_the_scene(board: Board) -> None:
    board.words(WEB, ("geheim", 3))
    board.stands_at(WEB, "asking", shows_results=False)
    web = board.scene(WEB)
    board.answers(OPEN, "geheim")
    board.stands_at(OPEN, "asking", shows_results=False)
    assert "geheim" not in repr(web) + repr(board.scene(OPEN))


def test_shown_answers_have_no_names(board: Board) -> None:
    board.join("Amira", "Daan")
    board.answers(OPEN, "zee", "  ", "wolk")
    board.stands_at(OPEN, "asking", shows_results=True)
    content = board.scene(OPEN).content
    assert isinstance(content, OpenContent)
    assert [text for _, text in content.cards or ()] == ["zee", "wolk"]
    assert "Amira" not in repr(content)


def test_of_steps_as_many_bullets_show_as_were_taken(board: Board) -> None:
    board.stands_at(STEPS, step=2)
    assert isinstance(content := board.scene(STEPS).content, TextContent)
    assert content.bullets == 2
    board.stands_at(TEXT)
    assert isinstance(content := board.scene(STEPS).content, TextContent)
    assert content.bullets is None


def test_the_timer_of_a_slide_stands_on_it_and_in_the_corner_of_the_others(board: Board) -> None:
    timer = ClockView(total_ms=600_000, left_ms=0, ends_at=60_000)
    board.stands_at(TEXT, timer=timer, timer_slide="text")
    own = board.scene(TEXT)
    assert isinstance(own.content, TextContent)
    assert own.content.timer is not None
    assert own.strip is not None
    assert own.strip.timer is None
    board.stands_at(QUIZ, "asking", timer=timer, timer_slide="text")
    foreign = board.scene(QUIZ)
    assert foreign.strip is not None
    assert foreign.strip.timer is not None
    assert quiz(foreign).timer is None


def test_the_strip_counts_slides_and_says_how_to_join_until_everyone_is_in(board: Board) -> None:
    strip = board.scene(QUIZ).strip
    assert strip is not None
    assert (strip.counter, strip.address, strip.code) == ("2 / 7", "192.168.1.23", "4271")
    board.locks()
    strip = board.scene(QUIZ).strip
    assert strip is not None
    assert (strip.counter, strip.address, strip.code) == ("2 / 7", "", "")
    assert strip.note == "De les is op slot"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"ended": True}, MessageContent),
        ({"paused": True}, MessageContent),
        ({"cover": Cover.BLACK}, BlankContent),
        ({"cover": Cover.WHITE}, BlankContent),
        ({"cover": Cover.JOIN}, JoinContent),
        ({}, QuizContent),
    ],
)
def test_what_lies_over_the_slide_is_what_the_class_sees(board: Board, told: dict[str, object], kind: type) -> None:
    board.stands_at(QUIZ, "asking", **told)
    assert isinstance(board.shown().content, kind)


def test_the_console_sees_the_slide_under_its_cover_but_not_after_the_end(board: Board) -> None:
    board.stands_at(QUIZ, "asking", cover=Cover.BLACK, paused=True)
    assert isinstance(board.shown(Audience.CONSOLE).content, QuizContent)
    board.stands_at(QUIZ, "asking", ended=True)
    assert isinstance(board.shown(Audience.CONSOLE).content, MessageContent)


def test_the_lobby_and_an_unknown_slide_show_how_to_join(board: Board) -> None:
    assert isinstance(board.shown().content, JoinContent)
    board.stands_at(QUIZ, "asking")
    assert board.room.position is not None
    board.tell(position=msgspec.structs.replace(board.room.position, slide="gone"))
    assert isinstance(board.shown().content, JoinContent)


def test_a_covered_name_is_on_no_slide_and_a_number_stands_for_it(board: Board) -> None:
    board.join("Amira", "Daan")
    board.covers_name("Daan")
    content = board.shown().content
    assert isinstance(content, JoinContent)
    assert content.names == ("Amira", "Leerling 2")
    board.answers(OPEN, "zee")
    board.words(WEB, ("zee", 1))
    for slide in (QUIZ, POLL, OPEN, WEB, TEXT):
        board.stands_at(slide, "asking", shows_results=True)
        assert "Daan" not in repr(board.scene(slide).content) + repr(board.scene(slide).strip), slide.id


def test_the_join_slide_of_a_locked_room_says_so_and_still_lets_those_who_were_in_come_back(board: Board) -> None:
    board.join("Zoë")
    board.locks()
    assert board.shown().content == JoinContent(ADDRESS.join_url, "192.168.1.23", "4271", ("Zoë",), is_locked=True)


def test_the_join_slide_holds_names_in_order_and_waits_for_an_address(board: Board) -> None:
    board.join("Zoë", "Amira")
    content = board.shown().content
    assert content == JoinContent(ADDRESS.join_url, "192.168.1.23", "4271", ("Zoë", "Amira"))
    board.tell(address=None)
    assert board.shown().content == JoinContent(names=("Zoë", "Amira"))


def test_scenes_are_values(board: Board) -> None:
    board.stands_at(QUIZ, "asking")
    assert board.scene(QUIZ) == board.scene(QUIZ)
    assert board.scene(QUIZ, now_ms=1) == board.scene(QUIZ, now_ms=2)


def test_another_picture_has_another_view_and_a_change_within_one_has_not(board: Board) -> None:
    board.stands_at(QUIZ, "asking")
    board.counts(QUIZ, 1, 1, 1, 1)
    asking = board.scene(QUIZ)
    board.counts(QUIZ, 2, 1, 1, 1)
    assert board.scene(QUIZ).view == asking.view
    board.stands_at(QUIZ, "closed", shows_results=True)
    assert board.scene(QUIZ).view != asking.view
    assert black_scene(LIGHT).view != white_scene(LIGHT).view
    assert pause_scene(board.room, LIGHT, "nl").view != ended_scene(board.room, LIGHT, "nl").view


def test_a_web_hands_its_places_back(board: Board) -> None:
    board.words(WEB, ("zee", 1))
    board.stands_at(WEB, "asking", shows_results=True)
    first = board.scene(WEB)
    assert isinstance(first.content, WebContent)
    assert first.places is not None
    board.words(WEB, ("zee", 1), ("wolk", 1))
    second = board.scene(WEB, places=first.places)
    assert second.places is not None
    assert second.places.places[0] == first.places.places[0]
    assert board.scene(TEXT).places is None


def test_places_of_another_round_are_not_used(board: Board) -> None:
    board.words(WEB, ("zee", 1))
    board.stands_at(WEB, "asking", shows_results=True)
    first = board.scene(WEB).places
    board.stands_at(WEB, "asking", shows_results=True, round=2)
    second = board.scene(WEB, places=first).places
    assert second is not None
    assert second.round == 2


def test_a_video_that_cannot_play_says_so(board: Board) -> None:
    told = unplayable(board.scene(VIDEO)).content
    assert isinstance(told, VideoContent)
    assert told.problem == "Deze video kan hier niet worden afgespeeld"
    assert unplayable(board.scene(TEXT)) == board.scene(TEXT)
