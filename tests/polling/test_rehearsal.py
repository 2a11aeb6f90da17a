"""A class that is not there takes part in a real session: polling/rehearsal.py and polling/pretending.py."""

from __future__ import annotations

import subprocess
import sys
from random import Random

import pytest

from polling import commands, pretending, wire
from polling.answers import Choice, Text, Value, Words
from polling.phone_state import phone_state
from polling.question import checked
from tests.classroom import Classroom
from tests.polling.conftest import RunningServer
from tests.wire_clients import WireTeacher


def asked(slide: str) -> tuple[wire.QuestionView, Classroom]:
    classroom = Classroom()
    classroom.goes_to(slide)
    question = phone_state(classroom.room, 0, {}).question
    assert question is not None
    return question, classroom


@pytest.mark.parametrize(("slide", "kind"), [("s2", Choice), ("s3", Choice), ("s4", Words), ("s5", Text)])
@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_every_pretend_answer_is_one_that_the_room_takes(slide: str, kind: type[Value], language: str) -> None:
    question, classroom = asked(slide)
    for seed in range(50):
        value = pretending.answer(question, language, Random(seed))
        assert isinstance(value, kind)
        assert not isinstance(checked(classroom.room.questions[slide].slide, value), str)


def test_some_do_not_answer_and_nobody_answers_at_once() -> None:
    times = [pretending.thinks_s(Random(seed)) for seed in range(200)]
    assert None in times
    assert all(each is None or each > 1 for each in times)


def test_nobody_takes_them_for_real_students() -> None:
    assert [pretending.name(language, 3) for language in ("nl", "en", "fr")] == ["Oefen 3", "Practice 3", "Practice 3"]


def test_a_pretend_class_joins_answers_and_goes_home(running_server: RunningServer) -> None:
    teacher = WireTeacher(running_server.teacher_url)
    command = [sys.executable, "-m", "polling.rehearsal", running_server.join_url, "5"]
    with subprocess.Popen(command) as process:
        try:
            teacher.waits_for(wire.RosterPart, lambda roster: roster.here >= 3)
            teacher.does(commands.GoTo("s3"))
            tally = teacher.waits_for(wire.TallyPart, lambda tally: tally.slide == "s3" and tally.answered >= 1)
            assert sum(tally.counts) >= 1
            teacher.does(commands.End())
            assert process.wait(40) == 0
        finally:
            process.kill()
    names = [each.name for each in running_server.room.participants.values()]
    assert sorted(names)[0].startswith("Oefen ")
