"""presenter/links.py: the links of the slide at hand, by number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from presenter.links import in_browser
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import Desk

K = Qt.Key
TWO_LINKS = """# Lees

[Kaart](https://example.org/kaart) en [Atlas](http://example.org/broken)

---

# Geen
"""


def test_the_only_link_opens_with_one_key(desk: Desk) -> None:
    desk.goes_to("s1")
    desk.presses(K.Key_O)
    assert desk.opened == ["https://example.org/kaart"]
    assert desk.console.passing.text.text().startswith("De link opent in de browser op het bord. F5")


def test_of_several_links_the_number_is_asked(make_desk: MakeDesk) -> None:
    desk = make_desk(TWO_LINKS)
    desk.goes_to("s1")
    desk.presses(K.Key_O)
    assert desk.opened == []
    assert desk.console.passing.text.text() == "Er zijn 2 links: typ het nummer en dan O."
    desk.presses(K.Key_1)
    assert desk.console.passing.text.text().endswith("O opent link 1")
    desk.presses(K.Key_O)
    assert desk.opened == ["https://example.org/kaart"]


def test_a_link_that_is_not_there_is_said(make_desk: MakeDesk) -> None:
    desk = make_desk(TWO_LINKS)
    desk.goes_to("s1")
    desk.presses(K.Key_3)
    desk.presses(K.Key_O)
    assert desk.console.passing.text.text() == "Er is geen link 3 op deze slide."
    desk.goes_to("s2")
    desk.presses(K.Key_O)
    assert desk.console.passing.text.text() == "Op deze slide staat geen link."
    assert desk.opened == []


@pytest.mark.expects_log("presenter.links: the browser did not open a link")
def test_a_browser_that_does_not_open_is_said(make_desk: MakeDesk) -> None:
    desk = make_desk(TWO_LINKS)
    desk.goes_to("s1")
    desk.presses(K.Key_2)
    desk.presses(K.Key_O)
    assert desk.opened == ["http://example.org/broken"]
    assert desk.console.passing.text.text() == "De browser gaat niet open."


def test_only_pages_are_given_to_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: given.append(url.toString()) is None)
    assert in_browser("https://example.org/a")
    for address in ("file:///etc/passwd", "javascript:alert(1)", "calculator:", "", "https://exa mple.org"):
        assert not in_browser(address)
    assert given == ["https://example.org/a"]
