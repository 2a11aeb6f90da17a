"""A text that is too full for one board, on pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.stage.blocks import Block, Shape, plain, read
from presenter.stage.pages import Room, count, fits, split

pytestmark = pytest.mark.usefixtures("board")
ROOM = Room(1696, 700)
SENTENCE = "Een zin die telt voor de lengte van deze tekst, en die nog even doorgaat. "
ITEMS = "\n".join(f"- {SENTENCE * 3}" for _ in range(14))
SOURCES = st.lists(
    st.sampled_from(
        [
            *("# Kop", SENTENCE * 6, SENTENCE, "Let op:", f"- {SENTENCE}\n- b\n  - c", f"> {SENTENCE * 4}", "***"),
            *("```\na = 1\nb = 2\n```", "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 12, "$$\\frac{1}{2}$$"),
        ]
    ),
    max_size=14,
).map("\n\n".join)


def words(blocks: tuple[Block, ...]) -> list[str]:
    """Every word of a text, without the heads of its tables."""
    texts = [block.text for block in blocks]
    texts += [plain(cell) for block in blocks for row in block.rows[1:] for cell in row]
    return " ".join(texts).split()


def on_pages(source: str, room: Room = ROOM) -> tuple[tuple[Block, ...], ...]:
    """The text on as many pages as it takes."""
    blocks = read(source)
    return split(blocks, room, count(blocks, room))


def test_a_text_that_fits_takes_one_page() -> None:
    assert count(read(SENTENCE), ROOM) == 1
    assert on_pages(SENTENCE) == (read(SENTENCE),)


def test_pages_are_about_equally_full_and_each_fits() -> None:
    pages = on_pages(ITEMS)
    assert len(pages) == 2
    assert abs(len(pages[0]) - len(pages[1])) <= 1
    assert all(fits(page, ROOM) for page in pages)


@given(SOURCES)
@settings(max_examples=60, deadline=None)
def test_pages_hold_every_word_once_in_order_and_fit(source: str) -> None:
    blocks = read(source)
    pages = on_pages(source)
    assert len(pages) == count(blocks, ROOM)
    assert sorted(words(tuple(block for page in pages for block in page))) == sorted(words(blocks))
    assert all(page and fits(page, ROOM) for page in pages) or not blocks


def test_a_heading_and_a_line_with_a_colon_go_with_what_follows() -> None:
    for lead in ("## Kop", "Let op:"):
        room = Room(1696, 240)
        pages = on_pages(f"{SENTENCE * 6}\n\n{SENTENCE * 2}\n\n{lead}\n\n- {SENTENCE * 6}", room)
        assert len(pages) > 1
        assert all(page[-1].text.rstrip() not in ("Kop", "Let op:") for page in pages)


def test_a_paragraph_too_high_for_any_page_is_parted_at_a_sentence() -> None:
    pages = on_pages(SENTENCE * 60)
    assert len(pages) > 1
    assert all(page[-1].text.rstrip().endswith(".") for page in pages)
    assert words(tuple(block for page in pages for block in page)) == (SENTENCE * 60).split()


def test_styles_survive_where_a_paragraph_is_parted() -> None:
    pages = on_pages(f"**{SENTENCE * 30}ja** en *{SENTENCE * 40}nee*")
    runs = [run for page in pages for block in page for run in block.runs]
    assert {(run.bold, run.italic) for run in runs if len(run.text) > 9} == {(True, False), (False, True)}


def test_every_page_of_a_table_has_its_head() -> None:
    pages = on_pages("| a | b |\n|---|---|\n" + "\n".join(f"| {n} | x |" for n in range(50)))
    assert len(pages) > 1
    assert all(plain(page[0].rows[0][0]) == "a" for page in pages)
    assert [plain(row[0]) for page in pages for block in page for row in block.rows[1:]] == [str(n) for n in range(50)]


def test_code_is_parted_between_its_lines() -> None:
    pages = on_pages("```\n" + "\n".join(f"regel {n}" for n in range(60)) + "\n```")
    assert len(pages) > 1
    assert all(line.startswith("regel") for page in pages for block in page for line in block.text.split("\n"))


def test_what_cannot_be_parted_stays_whole() -> None:
    picture_of_words = "x" * 20_000
    assert on_pages(picture_of_words) == (read(picture_of_words),)
    one_row = "| a |\n|---|\n| " + "x" * 20_000 + " |"
    assert on_pages(one_row) == (read(one_row),)


def test_with_steps_a_page_begins_where_a_bullet_comes_in() -> None:
    source = "\n".join(f"- {SENTENCE * 3}\n  - {SENTENCE * 2}" for _ in range(12)) + f"\n\n{SENTENCE}"
    pages = on_pages(source, Room(1696, 700, steps=True))
    assert len(pages) > 1
    assert all(page[0].shape is Shape.ITEM and page[0].marker and not page[0].depth for page in pages)


def test_fewer_pages_than_were_asked_for_where_there_is_not_so_much() -> None:
    assert split(read("een\n\ntwee"), ROOM, 5) == (read("een")[:1], read("een\n\ntwee")[1:])
