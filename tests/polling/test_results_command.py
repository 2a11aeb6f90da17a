"""`python -m polling results`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lessons.package import open_lesson
from polling import __main__ as program
from polling import events, sessions
from polling.answers import Choice


@pytest.fixture
def session(lesson_folder: Path, tmp_path: Path) -> str:
    store, room = sessions.begin(tmp_path / "data", open_lesson(lesson_folder), label="2B")
    store.append(
        [
            events.Joined(at_ms=1, participant="p1", name="Ana", token_hash="h"),
            events.SlideShown(at_ms=2, slide="s2"),
            events.QuestionAsked(at_ms=2, slide="s2", round=1),
            events.Answered(at_ms=3002, participant="p1", slide="s2", round=1, revision=1, value=Choice((0,))),
        ]
    )
    store.close()
    return room.started.session


def run(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    code = program.main(["results", *arguments])
    out, err = capsysbinary.readouterr()
    return code, out.decode("utf-8"), err.decode("utf-8")


def test_the_latest_session_as_json(session: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out, _ = run(capsysbinary, "--data", str(tmp_path / "data"))
    told = json.loads(out)
    assert (code, told["session"], told["label"]) == (0, session, "2B")
    assert told["questions"][0]["rounds"][0]["answers"][0]["seconds"] == 3.0


def test_a_named_session_as_csv(session: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out, _ = run(capsysbinary, session, "--data", str(tmp_path / "data"), "--format", "csv")
    assert code == 0
    assert out.splitlines()[1] == '2;"quiz";"Waarin meten we hoe hard geluid is?";1;"Ana";"A Decibel";"ja";"3,0";""'


def test_where_there_is_none_it_says_so(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for arguments in (("--data", str(tmp_path)), ("nothing", "--data", str(tmp_path))):
        code, out, err = run(capsysbinary, *arguments)
        assert (code, out) == (1, "")
        assert "no session" in err
