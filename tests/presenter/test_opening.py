"""presenter/opening.py: what a lesson begins with."""

from __future__ import annotations

import time
from pathlib import Path

from polling.running import Running
from polling.sessions import Unfinished
from presenter.opening import Chosen, Decision, anew, decide, going_on, seconds_of_today
from presenter.server_process import Wish

LESSON = Path("/lessen/geluid")
NOON_S = 12 * 3600.0


def running(lesson: Path) -> Running:
    """A server that gives this lesson."""
    return Running(
        pid=1, host="", port=80, key="k", session="s", lesson=str(lesson), join_url="", teacher_url=""
    )  # fmt: skip


def left(minutes: float, session: str = "a", participants: int = 20, is_let_go: bool = False) -> Unfinished:
    """A session that was left so many minutes ago."""
    return Unfinished(
        session=session, label="", started_at="", slide_number=3, participants=participants, answers=40,
        last_seen_s=minutes * 60, is_let_go=is_let_go,
    )  # fmt: skip


def test_nothing_there_is_a_new_lesson() -> None:
    assert decide(None, [], LESSON, NOON_S) == Decision()


def test_a_server_of_this_lesson_is_taken_over() -> None:
    alive = running(LESSON)
    assert decide(alive, [left(1)], LESSON, NOON_S) == Decision(attach=alive)


def test_a_server_of_another_lesson_is_released_first() -> None:
    alive = running(Path("/lessen/licht"))
    assert decide(alive, [], LESSON, NOON_S) == Decision(release=alive)


def test_a_lesson_that_was_lost_just_now_is_taken_up_unasked() -> None:
    assert decide(None, [left(29), left(90, "b")], LESSON, NOON_S) == Decision(session="a")


def test_a_lesson_that_a_teacher_closed_just_now_is_asked_about_for_another_class_may_sit_there() -> None:
    found = left(2, is_let_go=True)
    assert decide(None, [found], LESSON, NOON_S) == Decision(ask=(found,))


def test_a_lesson_that_is_chosen_while_another_is_given_is_always_asked_about() -> None:
    found = left(1)
    assert decide(None, [found], LESSON, NOON_S, Chosen.INSTEAD) == Decision(ask=(found,))


def test_who_thinks_better_of_another_lesson_goes_on_with_the_one_before_unasked() -> None:
    found = left(1, is_let_go=True)
    assert decide(None, [found], LESSON, NOON_S, Chosen.AFTER_ALL) == Decision(session="a")


def test_a_lesson_of_earlier_today_is_asked_about() -> None:
    found = left(45)
    assert decide(None, [found], LESSON, NOON_S) == Decision(ask=(found,))


def test_a_lesson_of_yesterday_is_never_gone_on_with_unasked() -> None:
    found = left(13 * 60)
    assert decide(None, [found], LESSON, NOON_S) == Decision(ask=(found,))


def test_a_lesson_of_another_day_without_anybody_and_one_of_last_week_are_not_asked_about() -> None:
    assert decide(None, [left(13 * 60, participants=0), left(8 * 24 * 60)], LESSON, NOON_S) == Decision()


def test_the_answer_becomes_a_session_or_a_new_one_for_a_class_from_a_slide() -> None:
    wish = Wish(lesson=LESSON, data=Path("/data"))
    assert going_on(wish, "a").arguments()[3:5] == ["--session", "a"]
    assert anew(wish, "2B", "s5").arguments()[3:8] == ["--new", "--label", "2B", "--begin-at", "s5"]


def test_the_day_is_counted_in_local_time() -> None:
    assert seconds_of_today(time.strptime("01:02:03", "%H:%M:%S")) == 3723


def test_the_server_wipes_nothing_that_the_presenter_has_not_wiped_and_told() -> None:
    arguments = Wish(lesson=LESSON, data=Path("/data")).arguments()
    assert arguments[arguments.index("--keep-days") + 1] == "0"
