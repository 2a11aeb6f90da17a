"""What phones may see."""

import msgspec
import pytest

from polling import commands
from polling.phone_state import own_answers, phone_state
from polling.wire import encode
from tests.classroom import LESSON, Classroom

OTHER = LESSON.replace("- [x] Decibel\n  > Klopt.\n- [ ] Hertz", "- [ ] Decibel\n- [x] Hertz\n  > Nee, toch wel.")
"""The same lesson with another right option and another explanation."""

PRESSED = [
    commands.Next(),
    commands.Next(),
    commands.Close(),
    commands.Again(),
    commands.Close(),
]


def seen(classroom: Classroom) -> str:
    return encode(phone_state(classroom.room, classroom.now_ms, {}))


def test_two_lessons_that_differ_in_what_is_right_look_the_same_until_the_reveal() -> None:
    one, other = Classroom(LESSON), Classroom(OTHER)
    for command in PRESSED:
        for classroom in (one, other):
            classroom.does(command)
            classroom.waits(1)
        assert seen(one) == seen(other)
    for classroom in (one, other):
        classroom.does(commands.Reveal())
    assert seen(one) != seen(other)


def test_after_the_reveal_phones_see_what_is_right_and_why() -> None:
    classroom = Classroom()
    classroom.goes_to("s2")
    for command in (commands.Close(), commands.Reveal()):
        classroom.does(command)
    question = phone_state(classroom.room, 0, {}).question
    assert question is not None
    assert [option.right for option in question.options] == [True, False, False]
    assert question.explanation == "Klopt."


def test_where_nothing_is_right_the_reveal_shows_nothing_right() -> None:
    classroom = Classroom()
    classroom.goes_to("s7")
    for command in (commands.Again(), commands.Close(), commands.Reveal()):
        classroom.does(command)
    question = phone_state(classroom.room, 0, {}).question
    assert question is not None
    assert [option.right for option in question.options] == [None, None]


def test_an_option_marked_right_while_presenting_is_shown_at_the_reveal() -> None:
    classroom = Classroom()
    classroom.goes_to("s7")
    for command in (commands.Again(), commands.MarkRight((1,)), commands.Close(), commands.Reveal()):
        classroom.does(command)
    question = phone_state(classroom.room, 0, {}).question
    assert question is not None
    assert [option.right for option in question.options] == [False, True]


def test_a_slide_that_does_not_ask_shows_its_title_and_links_but_not_its_text() -> None:
    classroom = Classroom()
    classroom.begins()
    state = phone_state(classroom.room, 0, {})
    assert (state.view, state.heading, state.text) == ("slide", "Wat is geluid?", "")
    assert [link.target for link in state.links] == ["https://example.org/kaart"]


def test_the_text_comes_along_when_the_teacher_shares_it() -> None:
    classroom = Classroom("<!-- share: yes -->\n\n# Een\n\nLucht die **trilt**.\n")
    classroom.begins()
    assert phone_state(classroom.room, 0, {}).text == "Lucht die trilt."


def test_a_shared_text_comes_bullet_by_bullet_where_the_board_shows_it_so() -> None:
    classroom = Classroom("<!-- share: yes\n     steps: yes -->\n\n# 1\n\nKijk:\n\n- a\n  - diep\n- b\n\n---\n\n# 2\n")
    classroom.begins()
    texts = [phone_state(classroom.room, 0, {}).text]
    for _ in range(2):
        classroom.does(commands.Next())
        texts.append(phone_state(classroom.room, 0, {}).text)
    assert texts[0] == "Kijk:"
    assert "diep" in texts[1]
    assert "b" not in texts[1]
    assert "b" in texts[2]


def test_the_timer_of_another_slide_is_on_phones_too() -> None:
    classroom = Classroom()
    classroom.goes_to("s6")
    classroom.does(commands.StartTimer())
    classroom.goes_to("s8")
    timer = phone_state(classroom.room, 20_000, {}).timer
    assert timer is not None
    assert (timer.left_ms, timer.ends_at) == (100_000, 120_000)


@pytest.mark.parametrize(("slide", "number"), [("s2", 1), ("s3", 2), ("s5", 4)])
def test_questions_are_counted_as_questions(slide: str, number: int) -> None:
    classroom = Classroom()
    classroom.goes_to(slide)
    question = phone_state(classroom.room, 0, {}).question
    assert question is not None
    assert question.number == number


def test_a_hidden_question_that_is_given_all_the_same_has_a_number() -> None:
    classroom = Classroom("<!-- hidden: yes -->\n\n# Wie?\n\n- [x] Ik\n- [ ] Jij\n")
    classroom.goes_to("s1")
    question = phone_state(classroom.room, 0, {}).question
    assert question is not None
    assert question.number == 1


def test_a_question_that_waits_for_its_key_is_not_shown_yet() -> None:
    classroom = Classroom()
    classroom.goes_to("s7")
    assert phone_state(classroom.room, 0, {}).view == "slide"


def test_pause_lobby_and_end_show_no_slide() -> None:
    classroom = Classroom()
    assert phone_state(classroom.room, 0, {}).view == "lobby"
    classroom.goes_to("s2")
    classroom.does(commands.Pause())
    state = phone_state(classroom.room, 0, {})
    assert (state.view, state.question, state.heading) == ("pause", None, "")
    classroom.does(commands.End())
    assert phone_state(classroom.room, 0, {}).view == "ended"


def test_pictures_of_a_question_are_named_when_they_are_there() -> None:
    classroom = Classroom("# Welke?\n\n![Foto](media/a.png)\n\n- [x] ![Een](media/b.png)\n- [ ] ![Twee](media/c.png)\n")
    classroom.begins()
    question = phone_state(classroom.room, 0, {"media/a.png": "/media/1.jpg", "media/b.png": "/media/2.jpg"}).question
    assert question is not None
    assert question.picture == "/media/1.jpg"
    assert [option.picture for option in question.options] == ["/media/2.jpg", ""]


def test_a_phone_gets_its_own_answers_of_every_round() -> None:
    classroom = Classroom()
    classroom.goes_to("s3")
    ana, bo = classroom.joins("Ana"), classroom.joins("Bo")
    ana.chooses("A")
    bo.chooses("B")
    classroom.does(commands.Close())
    classroom.does(commands.Again())
    ana.chooses("B")
    own = own_answers(classroom.room, ana.participant)
    assert [(each.slide, each.round, msgspec.to_builtins(each.value)["options"]) for each in own] == [
        ("s3", 1, (0,)),
        ("s3", 2, (1,)),
    ]
