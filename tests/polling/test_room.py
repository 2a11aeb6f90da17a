"""The room: what commands do, and what is kept."""

import pytest

from polling import commands, events
from polling.answers import Choice, Text, Words
from polling.commands import Cover
from polling.moves import Move, Phase, next_move
from polling.phone_state import concerns_phones
from polling.room import GRACE_MS, read_back
from tests.classroom import LESSON, Classroom


@pytest.fixture
def classroom() -> Classroom:
    return Classroom()


def counts(classroom: Classroom, slide: str, round_: int = 1) -> tuple[int, ...]:
    return classroom.room.questions[slide].rounds[round_ - 1].tally.counts


def test_it_begins_in_the_lobby_with_the_join_screen(classroom: Classroom) -> None:
    assert classroom.at == ("", "")
    assert classroom.room.cover is Cover.JOIN
    classroom.begins()
    assert classroom.at == ("s1", "")
    assert classroom.room.cover is Cover.NONE


def test_the_second_jan_is_jan_2(classroom: Classroom) -> None:
    classroom.joins("Jan")
    classroom.joins("jan")
    assert [each.name for each in classroom.room.participants.values()] == ["Jan", "jan 2"]


def test_a_name_must_say_something(classroom: Classroom) -> None:
    assert classroom.refuses(commands.Join("p1", " \u200b ", "h")) == "name_empty"


def test_a_changed_mind_counts_once(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    ana = classroom.joins("Ana")
    ana.chooses("A")
    ana.chooses("C")
    assert counts(classroom, "s2") == (0, 0, 1)


def test_sending_an_old_answer_again_changes_nothing(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    ana = classroom.joins("Ana")
    first = ana.answer(Choice((0,)))
    classroom.does(first)
    ana.chooses("B")
    assert classroom.does(first) == []
    assert counts(classroom, "s2") == (0, 1, 0)


def test_an_answer_that_is_kept_is_accepted_again_after_the_close(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    ana = classroom.joins("Ana")
    sent = ana.answer(Choice((0,)))
    classroom.does(sent)
    classroom.does(commands.Close())
    assert classroom.does(sent) == []
    assert classroom.refuses(ana.answer(Choice((1,)))) == "not_asking"


def test_an_answer_can_be_taken_back(classroom: Classroom) -> None:
    classroom.goes_to("s3")
    ana = classroom.joins("Ana")
    ana.chooses("A")
    ana.chooses()
    assert counts(classroom, "s3") == (0, 0)
    assert classroom.room.questions["s3"].rounds[0].answered == ()


@pytest.mark.parametrize(
    ("slide", "value", "code"),
    [
        ("s2", Choice((3,)), "bad_value"),
        ("s2", Choice((-1,)), "bad_value"),
        ("s2", Choice((0, 1)), "too_many_options"),
        ("s2", Words(("a",)), "bad_value"),
        ("s3", Text("a"), "bad_value"),
        ("s4", Words(("a", "b", "c", "d")), "too_many_words"),
        ("s4", Words(("x" * 31,)), "word_too_long"),
        ("s5", Text("x" * 241), "text_too_long"),
        ("s5", Choice((0,)), "bad_value"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(classroom: Classroom, slide: str, value: Choice, code: str) -> None:
    classroom.goes_to(slide)
    assert classroom.refuses(classroom.joins("Ana").answer(value)) == code


def test_answers_to_what_is_not_asked_are_refused(classroom: Classroom) -> None:
    ana = classroom.joins("Ana")
    assert classroom.refuses(ana.answer(Choice((0,)), slide="s1")) == "unknown_question"
    assert classroom.refuses(ana.answer(Choice((0,)), slide="nowhere")) == "unknown_question"
    assert classroom.refuses(ana.answer(Choice((0,)), slide="s2")) == "not_asking"
    classroom.goes_to("s3")
    stranger = commands.Answer("p9", "s3", 1, 1, Choice((0,)))
    assert classroom.refuses(stranger) == "not_joined"


def test_again_starts_a_round_and_keeps_the_first(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    ana = classroom.joins("Ana")
    ana.chooses("B")
    classroom.does(commands.Close())
    classroom.does(commands.Again())
    assert classroom.at == ("s2", "asking")
    late = ana.answer(Choice((0,)), round_=1)
    assert classroom.refuses(late) == "old_round"
    ana.chooses("A")
    assert counts(classroom, "s2", 1) == (0, 1, 0)
    assert counts(classroom, "s2", 2) == (1, 0, 0)


def test_reopen_goes_on_with_the_last_round(classroom: Classroom) -> None:
    classroom.goes_to("s3")
    ana = classroom.joins("Ana")
    ana.chooses("A")
    classroom.does(commands.Close())
    classroom.does(commands.Reopen())
    ana.chooses("B")
    assert counts(classroom, "s3") == (0, 1)
    assert len(classroom.room.questions["s3"].rounds) == 1


def test_a_question_closes_when_its_time_and_grace_are_over(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    ana = classroom.joins("Ana")
    classroom.waits(30.4)
    ana.chooses("A")
    assert classroom.at == ("s2", "asking")
    classroom.waits(0.1)
    assert classroom.at == ("s2", "closed")
    assert classroom.refuses(ana.answer(Choice((1,)))) == "not_asking"


def test_an_answer_after_the_grace_is_late_even_before_the_tick(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    ana = classroom.joins("Ana")
    classroom.now_ms += 30_000 + GRACE_MS
    assert classroom.refuses(ana.answer(Choice((1,)))) == "not_asking"


def test_a_reopened_question_that_ran_out_has_no_clock(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    classroom.waits(31)
    classroom.does(commands.Reopen())
    classroom.waits(100)
    assert classroom.at == ("s2", "asking")


def test_a_reopened_question_with_time_left_runs_on(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    classroom.waits(10)
    classroom.does(commands.Close())
    classroom.waits(60)
    classroom.does(commands.Reopen())
    classroom.waits(19)
    assert classroom.at == ("s2", "asking")
    classroom.waits(2)
    assert classroom.at == ("s2", "closed")


def test_the_clock_of_a_question_pauses_and_extends(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    assert classroom.refuses(commands.StartTimer()) == "not_now"
    classroom.does(commands.PauseTimer())
    assert classroom.refuses(commands.PauseTimer()) == "not_now"
    classroom.waits(300)
    assert classroom.at == ("s2", "asking")
    classroom.does(commands.ExtendTimer())
    classroom.does(commands.StartTimer())
    classroom.waits(60)
    assert classroom.at == ("s2", "asking")
    classroom.waits(1)
    assert classroom.at == ("s2", "closed")


def test_a_slides_timer_waits_for_its_key_and_goes_on_elsewhere(classroom: Classroom) -> None:
    classroom.goes_to("s6")
    assert classroom.room.timer is None
    classroom.does(commands.StartTimer())
    classroom.does(commands.Next())
    classroom.waits(150)
    timer = classroom.room.timer
    assert timer is not None
    assert timer.left(classroom.now_ms) == -30_000
    assert classroom.room.timer_slide == "s6"
    classroom.does(commands.StopTimer())
    assert classroom.room.timer is None


def test_the_timer_can_be_paused_resumed_and_extended(classroom: Classroom) -> None:
    classroom.goes_to("s6")
    classroom.does(commands.StartTimer())
    assert classroom.refuses(commands.StartTimer()) == "not_now"
    classroom.waits(20)
    classroom.does(commands.PauseTimer())
    assert classroom.refuses(commands.PauseTimer()) == "no_timer"
    classroom.waits(20)
    classroom.does(commands.ExtendTimer())
    classroom.does(commands.StartTimer())
    assert classroom.room.timer is not None
    assert classroom.room.timer.left(classroom.now_ms) == 130_000


def test_the_timer_of_another_slide_is_never_thrown_away_by_a_start(classroom: Classroom) -> None:
    classroom.goes_to("s1")
    classroom.does(commands.StartTimer(minutes=10))
    classroom.goes_to("s6")
    assert classroom.refuses(commands.StartTimer()) == "not_now"
    classroom.does(commands.PauseTimer())
    classroom.does(commands.StartTimer())
    assert classroom.room.timer_slide == "s1"
    classroom.does(commands.StopTimer())
    classroom.does(commands.StartTimer())
    assert classroom.room.timer_slide == "s6"


def test_a_slide_without_a_timer_takes_minutes(classroom: Classroom) -> None:
    classroom.goes_to("s1")
    assert classroom.refuses(commands.StartTimer()) == "no_timer"
    assert classroom.refuses(commands.StartTimer(minutes=0)) == "no_timer"
    assert classroom.refuses(commands.StartTimer(minutes=9999)) == "no_timer"
    for absent in (commands.PauseTimer(), commands.ExtendTimer(), commands.StopTimer()):
        assert classroom.refuses(absent) == "no_timer"
    classroom.does(commands.StartTimer(minutes=3))
    assert classroom.room.timer is not None
    assert classroom.room.timer.total_ms == 180_000


def test_a_timer_that_is_over_makes_room_for_that_of_another_slide() -> None:
    classroom = Classroom("<!-- timer: 1:00 -->\n\n# 1\n\n---\n\n# 2\n\n---\n\n<!-- timer: 2:00 -->\n\n# 3\n")
    classroom.goes_to("s1")
    classroom.does(commands.StartTimer())
    classroom.waits(30)
    classroom.goes_to("s3")
    assert classroom.room.timer_slide == "s1"
    classroom.waits(31)
    classroom.goes_to("s2")
    assert classroom.room.timer_slide == "s1"
    classroom.goes_to("s3")
    assert classroom.room.timer is None
    classroom.does(commands.StartTimer())
    assert classroom.room.timer_slide == "s3"


def test_there_is_no_timer_in_the_lobby(classroom: Classroom) -> None:
    assert classroom.refuses(commands.StartTimer(minutes=3)) == "not_now"


def test_a_timer_on_auto_starts_once_and_one_that_counts_up_by_key() -> None:
    classroom = Classroom("# 1\n\n---\n\n<!-- timer: 1:00 auto -->\n\n# 2\n\n---\n\n<!-- timer: up -->\n\n# 3\n")
    classroom.goes_to("s2")
    assert classroom.room.timer is not None
    classroom.does(commands.StopTimer())
    classroom.goes_to("s1")
    classroom.goes_to("s2")
    assert classroom.room.timer is None
    classroom.goes_to("s3")
    classroom.does(commands.StartTimer())
    assert classroom.room.timer.up
    classroom.waits(5)
    assert classroom.room.timer.spent(classroom.now_ms) == 5_000


def test_bullets_come_and_go_one_by_one() -> None:
    classroom = Classroom("<!-- steps: yes -->\n\n# Een\n\n- a\n- b\n\n---\n\n# Twee\n")
    classroom.begins()
    classroom.does(commands.Next())
    classroom.does(commands.Next())
    assert (classroom.at[0], classroom.room.steps["s1"]) == ("s1", 2)
    classroom.does(commands.Next())
    classroom.does(commands.Back())
    assert (classroom.at[0], classroom.room.steps["s1"]) == ("s1", 2)
    for left in (1, 0):
        classroom.does(commands.Back())
        assert (classroom.at[0], classroom.room.steps["s1"]) == ("s1", left)
    assert classroom.refuses(commands.Back()) == "not_now"
    assert classroom.restarted().steps == classroom.room.steps


STEPS = "# Vooraf\n\n---\n\n<!-- steps: yes -->\n\n# Een\n\n1. a\n   - diep\n2. b\n3. c\n\n---\n\n# Twee\n"


def test_who_comes_back_from_a_later_slide_sees_every_point() -> None:
    classroom = Classroom(STEPS)
    classroom.goes_to("s2")
    classroom.does(commands.Next())
    classroom.does(commands.Skip())
    classroom.does(commands.Back())
    assert (classroom.at[0], classroom.room.steps["s2"]) == ("s2", 3)
    assert classroom.restarted().steps == classroom.room.steps
    assert next_move(classroom.room.stand) is Move.GO


def test_who_comes_back_from_an_earlier_slide_goes_on_where_they_were() -> None:
    classroom = Classroom(STEPS)
    classroom.goes_to("s2")
    classroom.does(commands.Next())
    classroom.goes_to("s1")
    classroom.does(commands.Next())
    assert (classroom.at[0], classroom.room.steps["s2"]) == ("s2", 1)
    assert classroom.restarted().steps == classroom.room.steps


@pytest.mark.parametrize("command", [commands.Back(), commands.GoTo("s2")])
def test_a_slide_that_was_passed_over_shows_every_point_from_a_later_one(command: commands.Command) -> None:
    classroom = Classroom(STEPS)
    classroom.goes_to("s3")
    classroom.does(command)
    assert (classroom.at[0], classroom.room.steps["s2"]) == ("s2", 3)


def test_a_slide_that_is_jumped_to_from_an_earlier_one_begins_without_its_points() -> None:
    classroom = Classroom(STEPS)
    classroom.begins()
    classroom.goes_to("s2")
    assert (classroom.at[0], classroom.room.steps["s2"]) == ("s2", 0)


@pytest.mark.parametrize("layout", ["title", "picture"])
def test_a_title_and_a_caption_have_no_points_that_come_one_by_one(layout: str) -> None:
    classroom = Classroom(STEPS.replace("steps: yes", f"steps: yes\n     layout: {layout}"))
    classroom.goes_to("s2")
    classroom.does(commands.Next())
    assert classroom.at[0] == "s3"


@pytest.mark.parametrize("is_shared", [True, False])
def test_a_point_more_concerns_phones_only_where_they_show_the_text(is_shared: bool) -> None:
    classroom = Classroom(STEPS.replace("steps: yes", "steps: yes\n     share: yes") if is_shared else STEPS)
    classroom.goes_to("s2")
    (event,) = classroom.does(commands.Next())
    assert concerns_phones(classroom.room, event) is is_shared


THREE = "# Een\n\ntekst\n\n---\n\n# Twee\n\ntekst\n\n---\n\n# Drie\n"


def test_pages_of_the_board_come_one_by_one_and_go_back_one_by_one() -> None:
    classroom = Classroom(THREE)
    classroom.does(commands.CountPages({"s2": 3}))
    classroom.goes_to("s2")
    seen = []
    for command in (commands.Next(), commands.Next(), commands.Back(), commands.Back(), commands.Back()):
        classroom.does(command)
        seen.append((classroom.at[0], classroom.position.page, classroom.position.pages))
    assert seen == [("s2", 1, 3), ("s2", 2, 3), ("s2", 1, 3), ("s2", 0, 3), ("s1", 0, 1)]


def test_a_slide_begins_at_its_first_page_and_is_come_back_to_at_its_last() -> None:
    classroom = Classroom(THREE)
    classroom.does(commands.CountPages({"s2": 2}))
    classroom.goes_to("s2")
    classroom.does(commands.Next())
    classroom.does(commands.Next())
    assert classroom.at[0] == "s3"
    classroom.does(commands.Back())
    assert (classroom.at[0], classroom.position.page) == ("s2", 1)
    classroom.goes_to("s1")
    classroom.does(commands.Next())
    assert (classroom.at[0], classroom.position.page) == ("s2", 0)
    assert classroom.restarted().pages == {"s2": 2}


def test_another_board_may_count_other_pages() -> None:
    classroom = Classroom(THREE)
    classroom.does(commands.CountPages({"s1": 4}))
    classroom.begins()
    for _ in range(3):
        classroom.does(commands.Next())
    assert classroom.position.page == 3
    classroom.does(commands.CountPages({"s1": 2}))
    assert (classroom.position.page, classroom.position.pages) == (1, 2)
    classroom.does(commands.Back())
    assert classroom.position.page == 0
    classroom.does(commands.CountPages({}))
    assert (classroom.position.pages, classroom.position.next) == (1, "go")


def test_counting_the_same_pages_again_is_no_event() -> None:
    classroom = Classroom(THREE)
    classroom.does(commands.CountPages({"s1": 4}))
    revision = classroom.room.revision
    classroom.does(commands.CountPages({"s1": 4}))
    assert classroom.room.revision == revision


def test_only_slides_that_do_not_ask_have_pages(classroom: Classroom) -> None:
    assert classroom.refuses(commands.CountPages({"s2": 2})) == "unknown_slide"
    assert classroom.refuses(commands.CountPages({"s99": 2})) == "unknown_slide"


def test_a_slide_with_bullets_one_by_one_has_no_pages_of_its_own() -> None:
    classroom = Classroom("<!-- steps: yes -->\n\n# Een\n\n- a\n- b\n\n---\n\n# Twee\n")
    classroom.does(commands.CountPages({"s1": 2}))
    classroom.begins()
    classroom.does(commands.Next())
    assert (classroom.position.pages, classroom.position.next, classroom.position.back) == (1, "step", "step_back")


def test_hidden_slides_are_passed_over_but_can_be_gone_to() -> None:
    classroom = Classroom("# Een\n\n---\n\n<!-- hidden: yes -->\n\n# Twee\n\n---\n\n# Drie\n")
    classroom.begins()
    classroom.does(commands.Next())
    assert classroom.at[0] == "s3"
    classroom.goes_to("s2")
    assert classroom.at[0] == "s2"
    assert classroom.refuses(commands.GoTo("s9")) == "unknown_slide"


def test_skip_leaves_whatever_stands_open(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    classroom.does(commands.Skip())
    assert classroom.at == ("s3", "asking")
    assert classroom.room.questions["s2"].phase is Phase.CLOSED


def test_results_of_a_quiz_wait_and_those_of_others_are_live(classroom: Classroom) -> None:
    shown = {}
    for slide in ("s2", "s3", "s4", "s5"):
        classroom.goes_to(slide)
        shown[slide] = classroom.room.questions[slide].shows_results
    assert shown == {"s2": False, "s3": True, "s4": True, "s5": True}


def test_one_key_turns_live_results_on_and_off(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    question = classroom.room.questions["s2"]
    classroom.does(commands.SwitchLive())
    assert question.shows_results
    classroom.does(commands.SwitchLive())
    classroom.does(commands.Close())
    assert not question.shows_results
    classroom.does(commands.Reveal())
    assert question.shows_results


def test_only_a_closed_quiz_reveals(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    assert classroom.refuses(commands.Reveal()) == "not_now"
    classroom.goes_to("s3")
    classroom.does(commands.Close())
    assert classroom.refuses(commands.Reveal()) == "not_now"
    classroom.goes_to("s1")
    assert classroom.refuses(commands.Reveal()) == "no_question"


def test_the_right_option_can_be_marked_where_the_lesson_has_none(classroom: Classroom) -> None:
    classroom.goes_to("s7")
    assert classroom.refuses(commands.MarkRight((5,))) == "unknown_option"
    classroom.does(commands.MarkRight((1, 1)))
    assert classroom.room.questions["s7"].right == (1,)
    classroom.goes_to("s2")
    assert classroom.refuses(commands.MarkRight((1,))) == "not_now"


def test_a_pause_stops_all_clocks_and_takes_answers_on_their_way(classroom: Classroom) -> None:
    classroom.goes_to("s6")
    classroom.does(commands.StartTimer())
    classroom.goes_to("s2")
    ana = classroom.joins("Ana")
    classroom.waits(10)
    classroom.does(commands.Pause())
    assert classroom.refuses(commands.Pause()) == "not_now"
    assert classroom.refuses(commands.GoTo("s1")) == "not_now"
    ana.chooses("A")
    classroom.waits(3600)
    assert classroom.at == ("s2", "asking")
    classroom.does(commands.Next())
    assert classroom.at == ("s2", "asking")
    assert classroom.room.timer is not None
    assert classroom.room.timer.left(classroom.now_ms) == 110_000
    classroom.waits(21)
    assert classroom.at == ("s2", "closed")


def test_a_clock_that_stood_still_stands_still_after_the_pause(classroom: Classroom) -> None:
    classroom.goes_to("s2")
    classroom.does(commands.PauseTimer())
    classroom.does(commands.Pause())
    classroom.does(commands.Resume())
    assert classroom.refuses(commands.Resume()) == "not_now"
    classroom.waits(100)
    assert classroom.at == ("s2", "asking")


def test_the_lobby_cannot_be_uncovered(classroom: Classroom) -> None:
    assert classroom.refuses(commands.CoverWith(Cover.NONE)) == "not_now"
    assert classroom.does(commands.CoverWith(Cover.JOIN)) == []


def test_after_the_end_nothing_happens(classroom: Classroom) -> None:
    classroom.goes_to("s3")
    ana = classroom.joins("Ana")
    classroom.does(commands.End())
    assert classroom.room.questions["s3"].phase is Phase.CLOSED
    assert classroom.refuses(commands.Next()) == "ended"
    assert classroom.refuses(ana.answer(Choice((0,)))) == "ended"


def test_options_are_shuffled_for_everyone_alike() -> None:
    classroom = Classroom(LESSON, {"s2": (2, 0, 1)})
    classroom.goes_to("s2")
    assert [option.text for option in classroom.room.lesson.slides[1].options] == ["Meter", "Decibel", "Hertz"]
    assert classroom.room.questions["s2"].right == (1,)


def test_what_does_not_begin_a_session_is_none() -> None:
    assert read_back([]) is None
    assert read_back([events.PauseBegan(at_ms=1)]) is None


def test_a_full_room_says_so(classroom: Classroom) -> None:
    classroom.joins("Ana")
    assert classroom.refuses(commands.Join("p2", "Bo", "h", most=1)) == "room_full"


def test_a_running_clock_is_known(classroom: Classroom) -> None:
    classroom.goes_to("s3")
    assert not classroom.room.is_timing
    classroom.goes_to("s2")
    assert classroom.room.is_timing


APPROVING = """<!-- kind: open
     approve: yes -->

# Waarom?

---

<!-- kind: wordweb
     approve: yes -->

# Wat?
"""


def shown(classroom: Classroom, slide: str, item: str) -> bool:
    return classroom.room.questions[slide].rounds[-1].shows(item)


def test_where_the_teacher_approves_nothing_is_seen_unasked() -> None:
    classroom = Classroom(APPROVING)
    ana = classroom.joins("Ana")
    classroom.goes_to("s1")
    ana.writes("Omdat het trilt.")
    assert not shown(classroom, "s1", ana.participant)
    classroom.does(commands.Show(ana.participant))
    assert shown(classroom, "s1", ana.participant)
    ana.writes("Iets heel anders.")
    assert not shown(classroom, "s1", ana.participant)
    classroom.goes_to("s2")
    ana.sends("Zee")
    assert not shown(classroom, "s2", "zee")
    classroom.does(commands.Show("zee"))
    assert shown(classroom, "s2", "zee")


def test_what_was_hidden_stays_hidden_when_its_author_changes_it(classroom: Classroom) -> None:
    ana = classroom.joins("Ana")
    classroom.goes_to("s5")
    ana.writes("Flauw.")
    assert shown(classroom, "s5", ana.participant)
    classroom.does(commands.Hide(ana.participant))
    ana.writes("Ook flauw.")
    assert not shown(classroom, "s5", ana.participant)
    classroom.does(commands.Show(ana.participant))
    assert shown(classroom, "s5", ana.participant)


def test_only_what_was_sent_can_be_shown_or_hidden(classroom: Classroom) -> None:
    ana = classroom.joins("Ana")
    classroom.goes_to("s3")
    ana.chooses("A")
    assert classroom.refuses(commands.Hide(ana.participant)) == "unknown_item"
    classroom.goes_to("s4")
    assert classroom.refuses(commands.Show("zee")) == "unknown_item"
