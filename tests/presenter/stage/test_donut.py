"""Results as a donut: the angle of a part is its share, and every part carries its letter."""

from __future__ import annotations

import itertools
import math

import msgspec
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from lessons.model import Option, Settings, Slide
from presenter.stage.blocks import Run
from presenter.stage.content import Chart, QuizContent
from presenter.stage.donut import Plan, plan
from presenter.stage.scene import Scene, charted
from presenter.stage.theme import FLOOR, HIGH_CONTRAST, LIGHT, RIGHT, SMALLEST
from tests.presenter.stage.board import POLL, QUIZ, Board, full, has_colour

LONG = "Door de warmte van de zon verdampt het water uit de zee, de meren en de rivieren, maar ook uit planten."


def donut(board: Board, slide: Slide = QUIZ) -> Scene:
    """The slide as it is with the donut chosen."""
    return charted(board.scene(slide), Chart(is_donut=True))


def placed(scene: Scene) -> Plan:
    """Where everything of the donut stands."""
    content = scene.content
    assert isinstance(content, QuizContent)
    why = (Run("Waarom B?"),) if content.why else ()
    return plan(content.question, content.overline, content.options, why, False, content.answered is not None)


def around(image: QImage, made: Plan) -> list[str]:
    """The colours of the ring near its outer edge, at every degree clockwise from the top."""
    centre, radius = made.ring.center(), made.ring.width() / 2 - 12
    found = []
    for degree in range(360):
        angle = math.radians(degree + 0.5 - 90)
        at = centre + QPointF(radius * math.cos(angle), radius * math.sin(angle))
        found.append(image.pixelColor(at.toPoint()).name())
    return found


def share(colours: list[str], colour: str) -> float:
    """The part of the ring that wears this colour."""
    return colours.count(QColor(colour).name()) / 360


def test_the_painted_angle_of_a_part_is_its_share(board: Board) -> None:
    board.stands_at(QUIZ, "closed", shows_results=True)
    board.counts(QUIZ, 4, 19, 0, 5)
    scene = donut(board)
    colours = around(full(scene), placed(scene))
    for place, count in enumerate((4, 19, 0, 5)):
        assert share(colours, LIGHT.options[place]) == pytest.approx(count / 28, abs=0.02)


def test_parts_keep_the_order_of_the_options(board: Board) -> None:
    board.stands_at(POLL, "closed", shows_results=True)
    board.counts(POLL, 1, 1)
    scene = donut(board, POLL)
    colours = around(full(scene), placed(scene))
    assert set(colours[5:175]) == {QColor(LIGHT.options[0]).name()}
    assert set(colours[185:355]) == {QColor(LIGHT.options[1]).name()}


def test_one_answer_for_all_is_a_whole_ring(board: Board) -> None:
    board.stands_at(POLL, "closed", shows_results=True)
    board.counts(POLL, 7, 0)
    scene = donut(board, POLL)
    assert set(around(full(scene), placed(scene))) == {QColor(LIGHT.options[0]).name()}


def test_without_answers_there_is_an_empty_ring(board: Board) -> None:
    board.stands_at(POLL, "closed", shows_results=True)
    board.counts(POLL, 0, 0)
    scene = donut(board, POLL)
    assert set(around(full(scene), placed(scene))) == {QColor(LIGHT.track).name()}


def test_the_right_part_is_green_and_only_after_the_reveal(board: Board) -> None:
    board.counts(QUIZ, 4, 19, 3, 2)
    board.stands_at(QUIZ, "closed", shows_results=True, right=(1,))
    assert not has_colour(full(donut(board)), LIGHT.ok)
    board.stands_at(QUIZ, "revealed", shows_results=True, right=(1,))
    scene = donut(board)
    assert share(around(full(scene), placed(scene)), LIGHT.ok) == pytest.approx(19 / 28, abs=0.02)


def test_in_high_contrast_parts_have_lines_between_them(board: Board) -> None:
    board.theme = HIGH_CONTRAST
    board.stands_at(QUIZ, "revealed", shows_results=True, right=(1,))
    board.counts(QUIZ, 7, 14, 7, 0)
    scene = donut(board)
    colours = around(full(scene), placed(scene))
    assert share(colours, "#000000") == pytest.approx(0.5, abs=0.04)
    dimmed = colours[10:80]
    assert set(dimmed) == {"#ffffff"}


def test_where_a_participant_may_be_in_several_parts_bars_are_drawn(board: Board) -> None:
    several = msgspec.structs.replace(POLL, settings=Settings(multi=True))
    board.with_lesson(several)
    board.stands_at(several, "closed", shows_results=True)
    board.counts(several, 9, 8, answered=10)
    assert full(donut(board, several)) == full(board.scene(several))


@pytest.mark.parametrize("has_reason", [False, True])
def test_six_long_options_stand_above_the_strip_and_are_not_small(board: Board, has_reason: bool) -> None:
    options = tuple(Option(text=f"{letter} {LONG}", right=letter == "B", feedback=LONG) for letter in "ABCDEF")
    long = msgspec.structs.replace(QUIZ, question=f"{LONG} Hoe?", title="", options=options)
    board.with_lesson(long)
    board.stands_at(long, "revealed" if has_reason else "closed", shows_results=True, right=(1,))
    board.counts(long, 4, 7, 1, 5, 8, 3)
    made = placed(donut(board, long))
    assert made.ring.width() >= 380
    assert made.ring.bottom() <= FLOOR
    rows = [part.row for part in made.parts]
    assert all(above.bottom() <= below.top() + 0.5 for above, below in itertools.pairwise(rows))
    assert rows[-1].bottom() <= FLOOR
    assert all(part.text.size >= SMALLEST and part.text.height <= part.row.height() for part in made.parts)
    assert all(part.row.right() <= RIGHT for part in made.parts)


def test_counts_can_lead_instead_of_percentages(board: Board) -> None:
    board.stands_at(QUIZ, "closed", shows_results=True)
    board.counts(QUIZ, 4, 19, 3, 2)
    by_share, by_count = (full(charted(board.scene(QUIZ), Chart(counts_lead=lead))) for lead in (False, True))
    assert by_share != by_count
