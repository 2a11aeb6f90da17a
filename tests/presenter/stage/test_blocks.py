"""Markdown -> blocks: what a teacher writes becomes what a class reads; markup of others stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.stage.blocks import Run, Shape, inline, is_right_to_left, literal, plain, read


def markers(source: str) -> list[str]:
    return [block.marker for block in read(source)]


def test_styles_become_runs() -> None:
    assert inline("een **vet** en `code` [hier](https://example.org)") == (
        Run("een "), Run("vet", bold=True), Run(" en "), Run("code", code=True), Run(" "), Run("hier", link=True),
    )  # fmt: skip


@pytest.mark.parametrize(
    "source", ["<b>x</b>", "<img src=file:///etc/passwd>", "<script>alert(1)</script>", "<!-- x -->"]
)
def test_html_is_text(source: str) -> None:
    assert plain(inline(source)) == source
    assert [block.text for block in read(source)] == [source]


def test_pictures_are_left_out() -> None:
    assert read("![plaat](media/x.png)") == ()
    assert plain(inline("voor ![plaat](media/x.png) na")) == "voor  na"


def test_a_bare_address_is_a_link_without_the_full_stop() -> None:
    (block,) = read("Zie https://example.org/a.")
    assert block.runs == (Run("Zie "), Run("https://example.org/a", link=True), Run("."))


def test_lists_have_their_markers() -> None:
    assert markers("- een\n- twee") == ["-", "-"]
    assert markers("3. drie\n4. vier") == ["3", "4"]
    assert markers("- [ ] open\n- [x] klaar") == ["[ ]", "[x]"]


def test_lines_with_letters_become_a_list() -> None:
    blocks = read("Kies:\na. een\nb. twee\nen meer")
    assert [(block.marker, block.text) for block in blocks] == [("", "Kies:"), ("a.", "een"), ("b.", "twee en meer")]


def test_nested_items_are_deeper_and_count_with_their_parent() -> None:
    blocks = read("- een\n  - diep\n- twee")
    assert [(block.depth, block.bullet) for block in blocks] == [(0, 1), (1, 1), (0, 2)]


def test_a_term_before_its_meaning_is_bold() -> None:
    first, second = read("- Hertz: trillingen per seconde\n- Decibel: hoe hard")
    assert first.runs[0] == Run("Hertz:", bold=True)
    assert second.runs[0] == Run("Decibel:", bold=True)


def test_one_colon_in_a_list_makes_no_terms() -> None:
    blocks = read("- Let op: het is glad\n- loop rustig\n- kijk uit")
    assert not any(run.bold for block in blocks for run in block.runs)


def test_a_second_paragraph_of_an_item_has_no_marker() -> None:
    first, second = read("- een\n\n  nog iets")
    assert (first.marker, second.marker, second.shape) == ("-", "", Shape.ITEM)


def test_tables_quotes_code_rules_and_headings_are_known() -> None:
    source = "## Kop\n\n> citaat\n\n```\nx = 1\n```\n\n***\n\n| a | b |\n|-|-|\n| 1 | 2 |"
    blocks = read(source)
    assert [block.shape for block in blocks] == [Shape.HEADING, Shape.QUOTE, Shape.CODE, Shape.RULE, Shape.TABLE]
    assert [[plain(cell) for cell in row] for row in blocks[-1].rows] == [["a", "b"], ["1", "2"]]


def test_typed_text_stays_as_it_is() -> None:
    assert literal("**geen** <b>vet</b>") == (Run("**geen** <b>vet</b>"),)
    assert literal("") == ()


def test_the_first_letter_gives_the_direction() -> None:
    assert is_right_to_left("1. مرحبا")
    assert not is_right_to_left("Nederlands مرحبا")
    assert not is_right_to_left("123")


@given(st.text(max_size=80))
def test_any_text_can_be_read(source: str) -> None:
    read(source)
    inline(source)
