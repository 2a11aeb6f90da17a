"""presenter/opening.py: what a lesson begins with."""

from __future__ import annotations

import time
from pathlib import Path

from polling.running import Running
from polling.sessions import Unfinished
from presenter.opening import Decision, chosen, decide, seconds_of_today
from presenter.server_process import Wish

LESSON = Path("/lessen/geluid")
NOON_S = 12 * 3600.0


def running(lesson: Path) -> Running:
    """A server that gives this lesson."""
    return Running(
        pid=1, host="", port=80, key="k", session="s", lesson=str(lesson), join_url="", teacher_url=""
    )  # fmt: skip


def left(minutes: float, session: str = "a") -> Unfinished:
    """A session that was left so many minutes ago."""
    return Unfinished(
        session=session, label="", started_at="", slide_number=3, participants=20, answers=40, last_seen_s=minutes * 60
    )


def test_nothing_there_is_a_new_lesson() -> None:
    assert decide(None, [], LESSON, NOON_S) == Decision()


def test_a_server_of_this_lesson_is_taken_over() -> None:
    alive = running(LESSON)
    assert decide(alive, [left(1)], LESSON, NOON_S) == Decision(attach=alive)


def test_a_server_of_another_lesson_is_released_first() -> None:
    alive = running(Path("/lessen/licht"))
    assert decide(alive, [], LESSON, NOON_S) == Decision(release=alive)


def test_a_lesson_that_was_left_just_now_is_taken_up_unasked() -> None:
    assert decide(None, [left(29), left(90, "b")], LESSON, NOON_S) == Decision()


def test_a_lesson_that_is_chosen_while_another_is_given_is_always_asked_about() -> None:
    found = left(1)
    assert decide(None, [found], LESSON, NOON_S, takes_up=False) == Decision(ask=(found,))


def test_a_lesson_of_earlier_today_is_asked_about() -> None:
    found = left(45)
    assert decide(None, [found], LESSON, NOON_S) == Decision(ask=(found,))


def test_a_lesson_of_yesterday_is_not_asked_about() -> None:
    assert decide(None, [left(13 * 60)], LESSON, NOON_S) == Decision()


def test_the_answer_becomes_a_session_or_a_labelled_new_one() -> None:
    wish = Wish(lesson=LESSON, data=Path("/data"))
    assert chosen(wish, "a", "2B").arguments()[3:5] == ["--session", "a"]
    assert chosen(wish, "", "2B").arguments()[3:6] == ["--new", "--label", "2B"]


def test_the_day_is_counted_in_local_time() -> None:
    assert seconds_of_today(time.strptime("01:02:03", "%H:%M:%S")) == 3723
