"""presenter/links.py: the links of the slide at hand, by number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presenter.console.window import Outlook
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, TWO, Desk

K = Qt.Key
TWO_LINKS = """# Lees

[Kaart](https://example.org/kaart) en [Atlas](http://example.org/broken) en [post](mailto:ana@example.org)

---

# Geen
"""


def test_the_only_link_opens_with_one_key(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.presses(K.Key_O)
    assert desk.opened == ["https://example.org/kaart"]
    assert desk.console.passing.text.text().startswith("De browser opent.")


def test_of_several_links_the_number_is_asked(make_desk: MakeDesk) -> None:
    desk = make_desk(TWO_LINKS)
    desk.goes_to("s1")
    desk.presses(K.Key_O)
    assert desk.opened == []
    assert desk.console.passing.text.text() == "Er zijn 3 links: typ nu het nummer."
    desk.presses(K.Key_1)
    assert desk.opened == ["https://example.org/kaart"]


def test_a_link_that_is_not_there_is_said(make_desk: MakeDesk) -> None:
    desk = make_desk(TWO_LINKS)
    desk.goes_to("s1")
    desk.presses(K.Key_O)
    desk.presses(K.Key_4)
    assert desk.console.passing.text.text() == "Er is geen link 4 op deze slide."
    desk.goes_to("s2")
    desk.presses(K.Key_O)
    assert desk.console.passing.text.text() == "Op deze slide staat geen link."
    assert desk.opened == []


@pytest.mark.expects_log("presenter.links: the browser did not open a link")
def test_a_browser_that_does_not_open_is_said(make_desk: MakeDesk) -> None:
    desk = make_desk(TWO_LINKS)
    desk.goes_to("s1")
    desk.presses(K.Key_O)
    desk.presses(K.Key_2)
    assert desk.opened == ["http://example.org/broken"]
    assert desk.console.passing.text.text() == "De browser gaat niet open."


def test_a_link_that_is_no_page_is_not_opened_and_that_is_said(make_desk: MakeDesk) -> None:
    desk = make_desk(TWO_LINKS)
    desk.goes_to("s1")
    desk.presses(K.Key_O)
    desk.presses(K.Key_3)
    assert desk.opened == []
    assert "geen adres van een webpagina" in desk.console.passing.text.text()


def test_of_ten_links_or_more_the_number_is_said_until_it_is_done(make_desk: MakeDesk) -> None:
    desk = make_desk("# Lees\n\n" + "\n\n".join(f"[Pagina {n}](https://example.org/{n})" for n in range(1, 13)))
    desk.goes_to("s1")
    desk.presses(K.Key_O)
    desk.presses(K.Key_1)
    assert (desk.opened, desk.console.passing.text.text()) == ([], "Link 1   (Enter opent hem)")
    desk.presses(K.Key_2)
    assert desk.opened == ["https://example.org/12"]


def test_links_in_the_notes_are_numbered_after_those_of_the_slide_while_notes_may_be_seen(
    make_desk: MakeDesk,
) -> None:
    noted = "# Lees\n\n[Kaart](https://example.org/kaart)\n\n<!-- notes: zie https://example.org/bron -->\n"
    desk = make_desk(noted)
    desk.goes_to("s1")
    assert [row.text() for row in desk.console.links.rows] == ["Kaart", "https://example.org/bron"]
    desk.presses(K.Key_O)
    desk.presses(K.Key_2)
    assert desk.opened == ["https://example.org/bron"]
    alone = Outlook(ONE)
    for listener in (desk.console.show_outlook, desk.links.on_outlook):
        listener(alone)
    assert [row.text() for row in desk.console.links.rows] == ["Kaart"]
    desk.presses(K.Key_O)
    assert desk.opened[1:] == ["https://example.org/kaart"]


def test_while_the_browser_has_the_board_o_asks_for_the_slides_and_a_number_for_another_page(
    make_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = make_desk(TWO_LINKS)
    desk.goes_to("s1")
    desk.links.on_outlook(Outlook(TWO, is_full_screen=True, is_aside=True))
    with qtbot.waitSignal(desk.links.slides_wanted):
        desk.presses(K.Key_O)
    assert desk.opened == []
    desk.clicks(desk.console.links.rows[0])
    assert desk.opened == ["https://example.org/kaart"]
