"""What the values of a lesson say about themselves."""

from __future__ import annotations

from lessons.model import Kind, Lesson, Media, MediaKind, Option, Settings, Slide, named, ordered


def quiz(*right: bool | None, **settings: object) -> Slide:
    options = tuple(Option(text=str(number), right=each, feedback=f"f{number}") for number, each in enumerate(right))
    return Slide(kind=Kind.QUIZ, options=options, explanation="uitleg", settings=Settings(**settings))  # type: ignore[arg-type]


def test_the_four_questions_ask() -> None:
    assert [kind for kind in Kind if Slide(kind=kind).asks] == [Kind.QUIZ, Kind.POLL, Kind.WORDWEB, Kind.OPEN]


def test_right_options_are_known_by_their_places() -> None:
    assert quiz(False, True, True).right == (1, 2)
    assert quiz(None, None).right == ()


def test_several_may_be_chosen_when_several_are_right_or_the_author_says_so() -> None:
    assert not quiz(True, False).allows_several
    assert quiz(True, True).allows_several
    assert not quiz(True, True, multi=False).allows_several
    assert quiz(None, None, multi=True).allows_several


def test_one_tap_or_one_text_is_a_whole_answer_and_several_taps_or_words_are_not() -> None:
    assert quiz(True, False).is_answered_at_once
    assert Slide(kind=Kind.OPEN).is_answered_at_once
    assert not quiz(True, True).is_answered_at_once
    assert not Slide(kind=Kind.WORDWEB).is_answered_at_once
    assert not Slide().is_answered_at_once


def test_results_of_a_quiz_stay_hidden_unless_the_author_says_so() -> None:
    assert not quiz(True).is_live
    assert quiz(True, live=True).is_live
    assert Slide(kind=Kind.POLL).is_live


def test_bullets_are_steps_only_when_asked_for() -> None:
    assert Slide(bullets=3).steps == 0
    assert Slide(bullets=3, settings=Settings(steps=True)).steps == 3


def test_why_is_the_feedback_of_the_right_options_or_the_explanation() -> None:
    assert quiz(False, True, True).why == "f1\n\nf2"
    assert quiz(None, None).why == "uitleg"


def test_all_media_are_those_of_the_body_and_of_the_options() -> None:
    one, two = (Media(kind=MediaKind.PICTURE, target=f"media/{name}.png") for name in "ab")
    slide = Slide(media=(one,), options=(Option(text="a"), Option(text="b", picture=two)))
    assert slide.all_media == (one, two)


def test_every_slide_gets_a_name_of_its_own() -> None:
    slides = (Slide(id="s2"), Slide(), Slide(id="s2"), Slide(id="s3x"), Slide(id="k3f9"))
    names = [slide.id for slide in named(Lesson(slides=slides)).slides]
    assert names == ["s2", "s2x", "s3", "s3x", "k3f9"]
    assert len(set(names)) == len(names)


def test_options_can_be_put_in_another_order() -> None:
    lesson = named(Lesson(slides=(quiz(True, False, False), quiz(True, False))))
    one, two = ordered(lesson, {"s1": (2, 0, 1)}).slides
    assert [option.text for option in one.options] == ["2", "0", "1"]
    assert two == lesson.slides[1]
