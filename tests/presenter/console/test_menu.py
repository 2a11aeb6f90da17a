"""presenter/console/menu.py: what a teacher seldom needs."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy

from polling.commands import CloseByItself, End
from presenter.dialogs import WifiDialog
from presenter.settings import Settings
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk


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


def test_whether_phones_may_join_is_a_switch_for_the_next_lesson(desk: Desk) -> None:
    phones = desk.console.menu.phones
    chosen = QSignalSpy(desk.console.menu.phones_chosen)
    assert (phones.text(), phones.isChecked()) == ("Telefoons mogen meedoen", True)
    phones.trigger()
    assert chosen.at(0) == [False]
    desk.spokesman.on_settings(Settings(language="nl", listens_here_only=True))
    assert not phones.isChecked()
    desk.spokesman.on_phones_chosen()
    assert "volgende keer" in desk.console.passing.text.text()


def test_the_wifi_is_asked_for_and_goes_to_the_settings(desk: Desk) -> None:
    desk.console.menu.wifi_wanted.connect(desk.spokesman.on_wifi_wanted)
    chosen = QSignalSpy(desk.spokesman.wifi_chosen)
    desk.console.menu.wifi.trigger()
    (dialog,) = desk.console.findChildren(WifiDialog)
    dialog.name.setText("Leerlingen")
    dialog.on_yes()
    assert chosen.at(0) == ["Leerlingen", ""]


def test_a_password_is_not_for_a_screen_the_class_may_see(make_desk: MakeDesk) -> None:
    assert not make_desk(plan=ONE).console.menu.wifi.isEnabled()
