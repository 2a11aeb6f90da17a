"""Where the parts of a text slide stand, and on which pages."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from lessons.model import Slide
from presenter.stage.content import Arrangement, Face, TextContent
from presenter.stage.scene import Scene, on_page, pages
from presenter.stage.textlayout import body_box, page_at, paged, pages_of, set_body, shows_all
from presenter.stage.theme import DARK, LIGHT, SMALLEST
from tests.gallery import slide_of
from tests.presenter.stage.board import Board, full

pytestmark = pytest.mark.usefixtures("board")
SENTENCE = "Een zin die telt voor de lengte van deze tekst, en die nog even doorgaat. "
FULL = f"# Muur\n\n{SENTENCE * 12}\n\n" + "\n".join(f"- {SENTENCE * 2}" for _ in range(10))
TIMER = Face("9:59", 0.9)


def content(**told: object) -> TextContent:
    """A slide that is too full, said otherwise."""
    whole = TextContent("Muur", FULL.split("\n\n", 1)[1])
    return replace(whole, **told)  # type: ignore[arg-type]


def live(board: Board, text: str = FULL, **told: object) -> Scene:
    """The scene of a slide that is at hand, behind a title slide."""
    slide = msgspec.structs.replace(slide_of(text), id="this")
    board.with_lesson(Slide(id="first", title="Begin"), slide)
    board.stands_at(slide, **told)
    return board.scene(slide)


def test_a_slide_that_is_too_full_takes_two_pages_with_legible_letters() -> None:
    made = content(pages=pages_of(content()))
    assert made.pages == 2
    size, _, is_cut = set_body(made, LIGHT)
    assert size >= SMALLEST + 4
    assert not is_cut
    assert not shows_all(content())
    assert shows_all(made)


@pytest.mark.parametrize("arrangement", [Arrangement.TEXT, Arrangement.COLUMNS])
def test_pages_are_the_same_with_a_timer_and_in_every_theme(arrangement: Arrangement) -> None:
    made = content(arrangement=arrangement, pages=2)
    assert paged(made) == paged(replace(made, timer=TIMER))
    assert pages_of(made) == pages_of(replace(made, timer=TIMER))
    assert set_body(made, DARK)[0] == set_body(made, LIGHT)[0]
    assert not set_body(replace(made, timer=TIMER), LIGHT)[2]


def test_a_text_in_two_columns_is_read_page_by_page() -> None:
    body = "\n\n".join(f"{number}. {SENTENCE * 6}" for number in range(1, 13))
    made = TextContent("Bron", body, Arrangement.COLUMNS)
    made = replace(made, pages=pages_of(made))
    left, right = paged(made)
    read = [block.marker for page in range(made.pages) for side in (left, right) for block in side[page]]
    assert made.pages > 1
    assert [marker for marker in read if marker] == [str(number) for number in range(1, 13)]


def test_two_texts_beside_each_other_each_have_their_own_pages() -> None:
    made = TextContent("Twee", f"{SENTENCE * 60}\n\n***\n\nkort", Arrangement.COLUMNS)
    made = replace(made, pages=pages_of(made))
    left, right = paged(made)
    assert len(left) == made.pages > 1
    assert [block.text for page in right for block in page] == ["kort"]
    assert not set_body(made, LIGHT)[2]


def test_slides_without_much_text_take_one_page() -> None:
    for made in (TextContent("Kop"), TextContent("A", "kort"), content(arrangement=Arrangement.TITLE)):
        assert pages_of(made) == 1
        assert shows_all(made)


def test_the_text_stands_beside_a_large_timer_only_when_it_is_short() -> None:
    assert body_box(TextContent("A", "kort", timer=TIMER)).width() == 1000
    assert body_box(content(timer=TIMER)).width() > 1600


def test_a_list_in_two_columns_uses_the_height_of_the_board() -> None:
    eight, three = ("\n".join(f"- punt {n}" for n in range(count)) for count in (8, 3))
    assert set_body(TextContent("Acht", eight), LIGHT)[1].gap > set_body(TextContent("Drie", three), LIGHT)[1].gap


def test_bullets_turn_the_pages_as_they_come_in() -> None:
    body = "\n".join(f"- {SENTENCE * 3}" for _ in range(12))
    made = TextContent("Stap", body, steps=True, bullets=0)
    made = replace(made, pages=pages_of(made))
    seen = [page_at(replace(made, bullets=bullet), 9) for bullet in range(13)]
    assert made.pages == 2
    assert seen == sorted(seen)
    assert (seen[0], seen[1], seen[12]) == (0, 0, 1)


def test_the_page_that_the_room_tells_is_shown_with_its_mark(board: Board) -> None:
    first, second = live(board, pages=2, page=0), live(board, pages=2, page=1)
    assert first.strip is not None
    assert second.strip is not None
    assert (first.strip.page, second.strip.page) == ("blad 1/2", "blad 2/2")
    assert first.view != second.view
    assert full(first) != full(second)


def test_without_word_of_the_room_the_first_page_is_shown(board: Board) -> None:
    shown = live(board)
    assert pages(shown) == 2
    assert shown == live(board, pages=2, page=0)
    assert on_page(shown, 1) == live(board, pages=2, page=1)


def test_another_count_of_the_room_is_kept_to(board: Board) -> None:
    assert pages(live(board, pages=3, page=2)) == 3
    assert pages(live(board, "# Kort\n\ntekst")) == 1
