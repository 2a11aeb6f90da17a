"""Why an option is right, in words."""

from __future__ import annotations

import pytest

from presenter.stage.blocks import Runs, is_right_to_left, plain
from presenter.stage.content import Choosable, QuizContent
from presenter.stage.fit import laid
from presenter.stage.theme import LIGHT
from presenter.stage.why import reason

pytestmark = pytest.mark.usefixtures("board")


def reasoned(why: str, *right: bool) -> Runs:
    """The reason of a question of which these options are right."""
    options = tuple(Choosable("a", right=each) for each in right)
    return reason(QuizContent("Vraag?", options=options, why=why), "nl", LIGHT)


def test_the_reason_asks_for_the_letters_that_are_right() -> None:
    assert plain(reasoned("Het zakt.", False, True)) == "Waarom B?  Het zakt."
    assert plain(reasoned("Ze zakken.", True, False, True)) == "Waarom A en C?  Ze zakken."
    assert reasoned("", True) == ()


def test_a_reason_that_runs_from_the_right_begins_there_with_its_question() -> None:
    runs = reasoned("לאט לאט", True)
    assert is_right_to_left(plain(runs))
    made = laid(runs, 36, 900)
    line = made.layout.lineAt(0)
    why, asked, mark = (line.cursorToX(plain(runs).index(each) + 1)[0] for each in ("לאט", "W", "?"))  # type: ignore[index]
    assert why < asked < mark
