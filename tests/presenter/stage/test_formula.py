"""Formulas as outlines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from presenter.stage.blocks import inline, read
from presenter.stage.fit import Laid, Style, cut, laid, line_width
from presenter.stage.formula import SET_AT, formula
from presenter.stage.richtext import flowed, look
from presenter.stage.theme import LIGHT
from tests.presenter.stage.board import pixels

pytestmark = pytest.mark.usefixtures("board")
_SIGNS = st.lists(st.sampled_from([*r"{}\^_ab12+-=()[]& ", r"\frac", r"\sqrt", r"\vec", r"\text"])).map("".join)


def ink(made: Laid, colour: str = "#000000") -> QImage:
    """The text on white."""
    image = QImage(900, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    made.draw(painter, 0, 0, colour)
    painter.end()
    return image


def rows_with_ink(image: QImage, left: int, right: int) -> list[int]:
    """The rows with something between these columns."""
    part = image.copy(left, 0, right - left, image.height())
    rows = [part.copy(0, y, part.width(), 1) for y in range(part.height())]
    blank = QImage(part.width(), 1, part.format())
    blank.fill(0xFFFFFF)
    return [y for y, row in enumerate(rows) if row != blank]


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{1}{2}(a+b)",
        r"\sqrt[3]{b^2-4ac}",
        r"\cancel{x}",
        r"\boxed{x=1}",
        r"\begin{cases}x\\y\end{cases}",
        r"\begin{vmatrix}1&2\\3&4\end{vmatrix}",
        r"\left(\frac{a}{b}\right)^2",
        r"3,5\text{ m/s}",
        r"\overrightarrow{AB}",
        r"\binom{n}{k}",
        r"\underbrace{a+b}_{c}",
        r"\xrightarrow{abc}",
        r"\begin{align}a&=b\\c&=d\end{align}",
        r"\sum_{i=0}^n i^2",
        r"\int_0^1 x\,dx",
        r"\lim_{x\to 0} f(x)",
        r"45^\circ",
        r"\mathbb{R}",
        r"\hat{x}",
    ],
)
def test_school_maths_is_drawn(latex: str) -> None:
    for is_large in (False, True):
        made = formula(latex, is_large=is_large)
        assert made is not None
        box = made.outline.boundingRect()
        assert box.height() > SET_AT / 4
        assert box.bottom() <= made.descent
        assert -box.top() <= made.ascent
        assert box.right() <= made.width


@given(_SIGNS)
def test_any_signs_are_a_formula_or_none(latex: str) -> None:
    made = formula(latex)
    assert made is None or made.width >= 0


def test_equations_below_each_other_get_no_numbers() -> None:
    numbered, plain = formula(r"\begin{align}a&=b\end{align}"), formula(r"\begin{align*}a&=b\end{align*}")
    assert numbered is not None
    assert plain is not None
    assert numbered.width == plain.width


def test_a_decimal_comma_has_no_gap() -> None:
    comma, point = formula("3,5"), formula("3.5")
    assert comma is not None
    assert point is not None
    assert comma.width < point.width + 5


def test_a_formula_stands_between_its_words_in_their_colour() -> None:
    made = laid(inline("aaaa $M$ bbbb"), 60, 800)
    held = made.formulas[0]
    assert made.lines == 1
    before = line_width("aaaa ", 60)
    assert abs(held.x - before) < 2
    assert made.width > before + held.formula.width * held.formula.scale(60)
    there = ink(made, "#3B48C8").copy(round(held.x), 0, 50, 120)
    assert 0xFF3B48C8 in pixels(there)


def test_a_formula_stands_on_the_base_line_of_its_words() -> None:
    made = laid(inline("HHH $M$"), 80, 800)
    image = ink(made)
    words = rows_with_ink(image, 0, round(made.formulas[0].x) - 20)
    letters = rows_with_ink(image, round(made.formulas[0].x), 900)
    assert abs(words[-1] - letters[-1]) <= 2


def test_lines_make_room_for_a_tall_formula() -> None:
    tall, flat = laid(inline(r"een $\frac{\frac{a}{b}}{\frac{c}{d}}$ twee"), 50, 800), laid(inline("een twee"), 50, 800)
    assert tall.height > flat.height + 50
    assert tall.lead > 0
    assert flat.lead == 0
    used = rows_with_ink(ink(tall), 0, 900)
    assert used[0] >= 0
    assert used[-1] <= tall.height


def test_a_formula_is_never_parted_and_shrinks_with_its_text() -> None:
    runs = inline("woord $a+b+c+d+e+f$ woord")
    narrow = laid(runs, 40, 150)
    assert narrow.breaks_words
    assert laid(runs, 20, 800).width == pytest.approx(laid(runs, 40, 800).width / 2, rel=0.03)


def test_text_that_is_cut_ends_behind_a_formula_or_a_word() -> None:
    made = cut(inline("een $x^2$ " * 40), 40, 400, 120, Style())
    assert made.is_cut
    assert made.layout.text().endswith("…")
    assert made.height <= 120


@pytest.mark.parametrize("source", [r"dit is $\frac{1$ niet", r"dit is $\wortel{2}$ niet"])
def test_a_broken_formula_is_shown_as_it_was_typed(source: str) -> None:
    made = laid(inline(source), 40, 900)
    assert made.layout.text() == source
    assert made.formulas == ()


def test_a_formula_between_words_of_another_direction_is_among_them() -> None:
    made = laid(inline("אחת $x^2$ שתיים"), 50, 800)
    held = made.formulas[0]
    line = made.layout.lineAt(0)
    assert line.x() + (800 - made.width) < held.x < 800 - 60


def test_a_formula_alone_on_its_line_is_larger_and_set_in() -> None:
    blocks = read("Er geldt\n$x^2$\nen dan $y$\n\n$$z$$")
    assert [block.is_formula for block in blocks] == [False, True, False, True]
    flow = flowed("$x^2$", 800, 50, look(LIGHT))
    image = QImage(800, 200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    flow.draw(painter, 0, 0)
    painter.end()
    assert rows_with_ink(image, 0, 40) == []
    assert rows_with_ink(image, 40, 800)
