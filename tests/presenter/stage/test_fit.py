"""Text that fits its box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.stage.blocks import inline, literal
from presenter.stage.fit import TITLE_STYLE, Style, cut, fits, fitted, laid
from tests.presenter.stage.board import Board

pytestmark = pytest.mark.usefixtures("board")
TITLE = inline("Hoe heet water dat tussen zandkorrels in de grond zit?")


def test_a_short_text_gets_the_largest_size() -> None:
    assert fitted(literal("Ja"), 800, 200, 76).size == 76


def test_a_long_text_gets_the_largest_size_that_fits() -> None:
    made = fitted(TITLE, 500, 200, 76)
    assert fits(made, 200)
    assert not fits(laid(TITLE, made.size + 1, 500), 200)


def test_what_does_not_fit_at_the_smallest_ends_in_an_ellipsis() -> None:
    made = fitted(literal("woord " * 300), 500, 100, 40, 28)
    assert made.is_cut
    assert made.height <= 100
    assert made.layout.text().endswith("…")


LONG = "Meerdere organisaties onderzoeken gezamenlijk geluidsoverlast, trillingen 🎉 en gehoorschade. " * 4


@pytest.mark.parametrize("width", range(300, 900, 20))
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_what_is_cut_off_ends_with_a_whole_word(width: int, lines: int) -> None:
    style = Style()
    made = cut(literal(LONG), 28, width, 28 * style.leading * lines, style)
    told = made.layout.text()
    assert made.is_cut
    assert made.lines <= lines
    assert told.endswith("…")
    assert LONG[len(told) - 1] in " ,."
    assert LONG.startswith(told[:-1])


def test_what_has_no_words_is_cut_off_anywhere() -> None:
    made = cut(literal("水" * 300), 28, 600, 100, Style())
    assert made.is_cut
    assert made.lines == 2
    assert len(made.layout.text()) > 30


def test_a_word_is_rather_smaller_than_broken() -> None:
    made = fitted(literal("Zuiderzeesteunwetcommissie"), 400, 300, 76)
    assert (made.lines, made.breaks_words) == (1, False)


def test_balanced_lines_are_about_equally_long() -> None:
    made = laid(TITLE, 76, 1400, TITLE_STYLE)
    lengths = [made.layout.lineAt(line).naturalTextWidth() for line in range(made.lines)]
    assert made.lines == 2
    assert min(lengths) > 0.75 * max(lengths)


def test_balancing_takes_no_more_lines() -> None:
    loose = laid(TITLE, 60, 700, Style(bold=True, leading=1.16, tightness=1.0))
    assert laid(TITLE, 60, 700, TITLE_STYLE).lines == loose.lines


def test_own_line_breaks_are_kept() -> None:
    assert laid(literal("een\ntwee\ndrie"), 40, 900).lines == 3


LETTERS = st.characters(exclude_categories=("Mn", "Mc", "Me", "Cs")) | st.characters(
    min_codepoint=0x300, max_codepoint=0x36F
)
"""With Latin marks. Others make one cluster of several letters, as wide as the fonts of this machine make it."""


@given(st.text(LETTERS, max_size=120), st.integers(28, 90), st.integers(120, 1700))
def test_no_line_is_wider_than_its_box(text: str, size: int, width: int) -> None:
    made = laid(literal(text), size, float(width))
    assert made.width <= width + size


def test_what_is_bold_after_an_emoji_is_still_bold(board: Board) -> None:
    made = laid(inline("🎉🎉 **vet**"), 40, 900)
    (bold,) = [each for each in made.layout.formats() if each.format.fontWeight() == 700]
    assert (bold.start, bold.length) == (5, 3)
