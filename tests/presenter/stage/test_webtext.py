"""The widths that the word web is laid out with are those it is painted with."""

from __future__ import annotations

import pytest

from presenter.stage.blocks import literal
from presenter.stage.fit import Style, laid
from presenter.stage.webtext import centre_size, centre_text, word_width

pytestmark = pytest.mark.usefixtures("board")


@pytest.mark.parametrize("is_bold", [True, False])
def test_a_word_is_as_wide_as_it_is_drawn(is_bold: bool) -> None:
    drawn = laid(literal("grondwater"), 44, 2000, Style(bold=is_bold))
    assert word_width("grondwater", 44, is_bold) == pytest.approx(drawn.width, abs=1)


def test_the_centre_is_larger_than_its_text() -> None:
    text = "Waar denk je aan bij water in het landschap om je heen?"
    width, height = centre_size(text)
    assert width > centre_text(text).width
    assert height > centre_text(text).height
    assert centre_text(text).lines > 1
