"""The connection doctor at the teacher's desk: when its sheet opens, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from polling.arrivals import Reached
from polling.commands import Cover, CoverWith, GoTo, Lock
from polling.wire import AddressPart, AddressView, ReachPart
from presenter.console.window import Outlook
from presenter.doctor.diagnosis import PATIENCE_S, PhoneSays
from presenter.doctor.doctor import LISTEN_EVERY_S, Doctor, Machine
from presenter.doctor.sheet import Sheet
from presenter.settings import Settings
from tests.presenter.conftest import MakeDesk
from tests.presenter.desk import ONE, Desk


class Laptop:
    """A laptop that the test makes hear phones, and whose clock it turns."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.heard: set[str] = {"192.168.1.1"}
        self.is_blocked = self.is_public = False

    def machine(self) -> Machine:
        return Machine(
            heard=lambda: frozenset(self.heard),
            is_blocked=lambda port: self.is_blocked,
            is_public=lambda: self.is_public,
            now_s=lambda: self.now_s,
        )


class Practice:
    """A doctor at a desk."""

    def __init__(self, desk: Desk, language: str = "nl") -> None:
        self.desk, self.laptop = desk, Laptop()
        self.doctor = Doctor(desk.console, Settings(language=language), "linux", self.laptop.machine())
        self.doctor._tick.stop()
        desk.link.part_arrived.connect(self.doctor.on_part)
        desk.room.changed.connect(self.doctor.on_room)
        desk.console.nobody.pressed.connect(self.doctor.on_wanted)
        self.doctor.on_outlook(Outlook(desk.console._outlook.plan))
        desk.link.tells()

    def waits(self, seconds: float) -> None:
        self.laptop.now_s += seconds
        self.doctor.on_tick()

    def somebody(self, **reached: int) -> None:
        counted = msgspec.structs.asdict(Reached(**reached))
        self.doctor.on_part(ReachPart(revision=1, **counted))

    @property
    def sheet(self) -> Sheet:
        assert self.doctor.sheet is not None
        return self.doctor.sheet

    def says(self) -> str:
        """All that stands on the sheet."""
        labels = [label for label in self.sheet.findChildren(QLabel) if label.isVisibleTo(self.sheet)]
        return "\n".join(label.text() for label in labels)


@pytest.fixture
def practise() -> Iterator[Callable[..., Practice]]:
    made: list[Practice] = []

    def practise(desk: Desk, **more: Any) -> Practice:
        made.append(Practice(desk, **more))
        return made[-1]

    yield practise
    for each in made:
        each.doctor.stop()


@pytest.fixture
def practice(desk: Desk, practise: Callable[..., Practice]) -> Practice:
    return practise(desk)


def test_the_sheet_opens_by_itself_when_nobody_came(practice: Practice) -> None:
    practice.waits(PATIENCE_S - 1)
    assert practice.doctor.sheet is None
    practice.waits(1)
    assert practice.sheet.isVisible()
    assert not practice.sheet.isModal()
    practice.sheet.close()
    practice.waits(10 * PATIENCE_S)
    assert practice.doctor.sheet is None


@pytest.mark.parametrize("came", ["connected", "beats"])
def test_it_stays_away_when_somebody_came(practice: Practice, came: str) -> None:
    practice.somebody(**{"connected": 1, came: 1})
    practice.waits(PATIENCE_S)
    assert practice.doctor.sheet is None


def test_it_stays_away_while_the_class_sees_no_code(practice: Practice) -> None:
    practice.desk.link.send(GoTo("s1"))
    practice.waits(PATIENCE_S)
    practice.desk.link.send(CoverWith(Cover.JOIN))
    practice.desk.link.send(Lock(locked=True))
    practice.waits(PATIENCE_S)
    assert practice.doctor.sheet is None
    practice.desk.link.send(Lock(locked=False))
    practice.waits(PATIENCE_S)
    assert practice.sheet.isVisible()


def test_where_the_class_may_see_this_screen_a_line_offers_it(
    make_desk: MakeDesk, practise: Callable[..., Practice]
) -> None:
    practice = practise(make_desk(plan=ONE))
    practice.waits(PATIENCE_S)
    assert practice.doctor.sheet is None
    line = practice.desk.console.nobody
    assert line.isVisible()
    line.button.click()
    assert practice.sheet.isVisible()
    assert not line.isVisible()


def test_the_line_goes_when_a_phone_works(make_desk: MakeDesk, practise: Callable[..., Practice]) -> None:
    practice = practise(make_desk(plan=ONE))
    practice.waits(PATIENCE_S)
    practice.somebody(connected=1, pages=1, sockets=1, beats=1)
    assert not practice.desk.console.nobody.isVisible()


def test_it_never_opens_over_slides_that_the_class_sees(make_desk: MakeDesk, practise: Callable[..., Practice]) -> None:
    practice = practise(make_desk(plan=ONE))
    practice.doctor.on_wanted()
    behind = Outlook(ONE, is_full_screen=True)
    practice.desk.console.show_outlook(behind)
    practice.doctor.on_outlook(behind)
    assert practice.doctor.sheet is None
    practice.doctor.on_wanted()
    assert practice.doctor.sheet is None


def test_it_says_how_far_a_phone_came_and_is_green_at_the_heartbeat(practice: Practice) -> None:
    practice.doctor.on_wanted()
    assert practice.says().count("✓") == 0
    practice.somebody(connected=1, pages=1)
    assert practice.says().count("✓") == 2
    practice.somebody(connected=1, pages=1, sockets=1)
    assert practice.says().count("✓") == 3
    assert practice.sheet.cause.property("tone") != "good"
    practice.somebody(connected=1, pages=1, sockets=1, beats=1)
    assert practice.says().count("✓") == 4
    assert practice.sheet.cause.property("tone") == "good"
    assert "Het werkt" in practice.says()


def test_what_the_teacher_sees_on_the_phone_changes_what_is_said(practice: Practice) -> None:
    practice.doctor.on_wanted()
    button = practice.sheet.answers[PhoneSays.OTHER_PAGE]
    button.click()
    assert "in te loggen" in practice.sheet.cause.text()
    assert button.isChecked()
    practice.sheet.answers[PhoneSays.MOBILE].click()
    assert "niet op de wifi" in practice.sheet.cause.text()
    assert not button.isChecked()
    practice.sheet.answers[PhoneSays.MOBILE].click()
    assert "Nog niemand" in practice.sheet.cause.text()


def test_a_phone_that_was_heard_and_did_not_come_in_is_the_firewall(practice: Practice) -> None:
    practice.doctor.on_wanted()
    practice.waits(PATIENCE_S)
    assert "uit elkaar" in practice.sheet.cause.text()
    practice.laptop.heard.add("192.168.1.66")
    practice.waits(LISTEN_EVERY_S)
    assert "firewall" in practice.sheet.cause.text()


def test_a_rule_of_the_firewall_is_said_at_once(practice: Practice) -> None:
    practice.laptop.is_blocked = practice.laptop.is_public = True
    practice.doctor.on_wanted()
    assert "firewall" in practice.sheet.cause.text()
    assert "Privé" in practice.says()


def test_another_address_is_another_test(practice: Practice) -> None:
    practice.doctor.on_wanted()
    practice.sheet.answers[PhoneSays.MOBILE].click()
    chosen: list[str] = []
    practice.doctor.address_chosen.connect(chosen.append)
    practice.sheet.addresses.setCurrentIndex(1)
    practice.sheet.addresses.activated.emit(1)
    assert chosen == ["10.0.0.4"]
    address = practice.desk.room.seen.view.address
    assert address is not None
    practice.desk.link.part_arrived.emit(msgspec.structs.replace(address, host="10.0.0.4"))
    assert "10.0.0.4/test" in practice.sheet.typed.text()
    assert "Nog niemand" in practice.sheet.cause.text()


def test_a_text_for_the_it_department_is_copied(practice: Practice) -> None:
    practice.doctor.on_wanted()
    practice.sheet.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "poort 80" in text
    assert "192.168.1.23 (wlan0), 10.0.0.4 (wlan0)" in text
    assert "python" in text
    assert "Gekopieerd" in practice.says()


def heard(practice: Practice, **changes: Any) -> None:
    address = practice.desk.room.seen.view.address
    assert isinstance(address, AddressPart)
    practice.desk.link.part_arrived.emit(msgspec.structs.replace(address, **changes))


def test_it_says_what_listens_where(practice: Practice) -> None:
    practice.doctor.on_wanted()
    assert "poort 80 van: 192.168.1.23 (wlan0), 10.0.0.4 (wlan0)" in practice.says()
    heard(practice, host="127.0.0.1", addresses=(AddressView(host="127.0.0.1", name=""),))
    assert "alleen voor deze laptop, op poort 80" in practice.says()
    heard(practice, host="127.0.0.1", addresses=(AddressView(host="127.0.0.1", name="localhost"),))
    assert "geen enkel netwerk" in practice.says()


def test_a_server_for_this_laptop_alone_waits_for_nobody(practice: Practice) -> None:
    heard(practice, host="127.0.0.1", addresses=(AddressView(host="127.0.0.1", name=""),))
    practice.waits(2 * PATIENCE_S)
    assert practice.doctor.sheet is None


def test_an_address_of_the_whole_internet_is_explained(practice: Practice) -> None:
    practice.doctor.on_wanted()
    assert "niet beveiligd" not in practice.says()
    heard(practice, host="145.97.141.22", addresses=(AddressView(host="145.97.141.22", name="Wi-Fi"),))
    assert "niet beveiligd" in practice.says()


def test_another_language_is_spoken_at_once(practice: Practice) -> None:
    practice.doctor.on_wanted()
    practice.doctor.on_settings(Settings(language="en"))
    assert "Scan this code with your own phone" in practice.says()
