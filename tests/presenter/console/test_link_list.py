"""presenter/console/link_list.py: the rows of links."""

from __future__ import annotations

from lessons.model import Link
from presenter.console.link_list import MOST_ROWS, LinkList
from presenter.console.style import SMALL_CONTROL_PX
from presenter.words import Words
from tests.presenter.desk import Desk

LONG = "Een kaart van alle rivieren van Nederland met de hoogte van het water van dit jaar"


def test_a_link_of_the_slide_is_a_row_that_opens_it(desk: Desk) -> None:
    assert not desk.console.links.isVisible()
    desk.goes_to("s1")
    (row,) = desk.console.links.rows
    assert (row.text(), row.accessibleName()) == ("Kaart", "Open Kaart in de browser")
    desk.clicks(row)
    assert desk.opened == ["https://example.org/kaart"]
    desk.goes_to("s2")
    assert not desk.console.links.isVisible()


def test_a_long_text_ends_in_an_ellipsis_and_is_read_aloud_whole(desk: Desk) -> None:
    links = desk.console.links
    links.show_links((Link(text=LONG, target="https://example.org"),) * 2, Words("nl"))
    desk.console.resize(1280, 720)
    assert all(row.text().endswith("…") and LONG in row.accessibleName() for row in links.rows)
    assert [row._key for row in links.rows] == ["O 1", "O 2"]


def test_many_links_scroll(desk: Desk) -> None:
    links = desk.console.links
    links.show_links(tuple(Link(text=f"Pagina {n}", target="https://example.org") for n in range(9)), Words("nl"))
    assert len(links.rows) == 9
    assert links.height() < (MOST_ROWS + 1) * (SMALL_CONTROL_PX + 4)
    links.show_links((), Words("nl"))
    assert links.rows == []


def test_a_link_without_a_text_shows_its_address(desk: Desk) -> None:
    assert isinstance(desk.console.links, LinkList)
    desk.console.links.show_links((Link(text="", target="https://example.org/a"),), Words("en"))
    assert desk.console.links.rows[0].accessibleName() == "Open https://example.org/a in the browser"
