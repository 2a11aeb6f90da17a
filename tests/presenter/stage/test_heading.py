"""The heading of a question: what fits, and what it leaves out when it must."""

from __future__ import annotations

import pytest

from presenter.stage.heading import headed

pytestmark = pytest.mark.usefixtures("board")
QUESTION = "Welke stap in de kringloop is hier vooral veranderd?"
SIXTY = "woorden van context " * 20


def test_its_parts_stand_under_each_other() -> None:
    made = headed(QUESTION, "De bodem", SIXTY, 1696, 600, 60, True, False)
    assert made is not None
    assert made.overline_y < made.context_y < made.question_y < made.bottom
    assert made.context_y + made.context_height <= made.question_y


def test_context_is_set_at_36_or_more() -> None:
    made = headed(QUESTION, "", SIXTY, 1696, 440, 60, True, False)
    assert made is not None
    assert made.context_size >= 36


def test_what_does_not_fit_is_no_heading_unless_it_may_cut() -> None:
    assert headed(QUESTION, "", SIXTY * 3, 1696, 300, 60, True, False) is None
    cut = headed(QUESTION, "", SIXTY * 3, 1696, 300, 40, True, True)
    assert cut is not None
    assert cut.question_y + cut.question.height <= 300
    assert 0 < cut.context_height < 300


def test_an_endless_question_is_cut_last() -> None:
    assert headed(QUESTION * 40, "", "", 1696, 300, 60, False, False) is None
    cut = headed(QUESTION * 40, "", "", 1696, 300, 40, False, True)
    assert cut is not None
    assert cut.question.is_cut


def test_a_question_never_touches_its_clock() -> None:
    made = headed(QUESTION, "", "", 1696, 600, 76, True, False)
    assert made is not None
    assert 112 + made.question.offset + made.question.width < made.clock.left()
    assert made.bottom >= made.clock.bottom() - 20
