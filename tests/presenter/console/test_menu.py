"""presenter/console/menu.py: what a teacher seldom needs."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy

from polling.commands import CloseByItself, End
from tests.presenter.desk import Desk


def test_closing_by_itself_is_a_switch_that_shows_what_the_room_says(desk: Desk) -> None:
    closing = desk.console.menu.closing
    chosen = QSignalSpy(desk.console.menu.closing_chosen)
    assert (closing.text(), closing.isChecked()) == ("Sluit een vraag als iedereen heeft geantwoord", False)
    closing.trigger()
    assert desk.link.sent == [CloseByItself(True)]
    assert closing.isChecked()
    assert chosen.at(0) == [True]
    desk.link.send(CloseByItself(False))
    assert not closing.isChecked()
    desk.link.send(End())
    assert not closing.isEnabled()
