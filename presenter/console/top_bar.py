"""The line along the top: which lesson, where in it, who joined, the clock, and where phones join."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from polling.wire import AddressPart
from presenter.console.parts import ElidedLabel, KeyButton, Picker, PlainLabel
from presenter.room_clock import as_digits
from presenter.room_copy import RoomSeen
from presenter.words import Words, isolated

HEIGHT_PX = 52


class TopBar(QFrame):
    """Told what to show; says when another address or the menu is wanted."""

    address_chosen = Signal(str)
    """The host of the address that phones should use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "top")
        self.setFixedHeight(HEIGHT_PX)
        self.title = ElidedLabel("strong")
        self.number = PlainLabel("", "soft")
        self.join = PlainLabel("", "soft")
        self.locked = PlainLabel("", "strong")
        self.addresses = Picker()
        self.code = PlainLabel("", "strong")
        self.joined = PlainLabel("")
        self.answered = PlainLabel("", "strong")
        self.time = PlainLabel("", "soft")
        self.elapsed = PlainLabel("", "strong")
        self.planned = PlainLabel("", "soft")
        self.swap = KeyButton("X", height_px=40)
        self.menu = KeyButton(height_px=40)
        self.swap.hide()
        self.addresses.activated.connect(self.on_address)
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.number)
        row.addSpacing(20)
        for widget in (self.join, self.locked, self.addresses, self.code):
            row.addWidget(widget)
        row.addSpacing(12)
        row.addStretch(1)
        for widget in (self.joined, self.answered, self.time):
            row.addWidget(widget)
            row.addSpacing(12)
        row.addWidget(self.elapsed)
        row.addWidget(self.planned)
        row.addSpacing(8)
        row.addWidget(self.swap)
        row.addWidget(self.menu)

    def show_room(self, seen: RoomSeen, words: Words) -> None:
        """Show where the lesson stands and who is there."""
        position, roster, tally = seen.position, seen.view.roster, seen.tally
        label = f" · {isolated(seen.label)}" if seen.label else ""
        self.title.setText(f"{isolated(seen.title)}{label}")
        slides = len(seen.view.lesson.slides)
        is_lobby = position is None or not position.slide
        number = 0 if position is None else position.number
        self.number.setText(words.say("lobby") if is_lobby else words.say("number", n=number, m=slides))
        self.joined.setText(words.count("joined", 0 if roster is None else len(roster.those_in)))
        asked = position is not None and position.phase not in ("", "waiting") and not position.ended
        told = words.say("answered", n=tally.answered, m=tally.expected) if tally is not None and asked else ""
        self.answered.setText(told)
        self.answered.setVisible(bool(told))
        self.menu.say(words.say("menu"))
        self._show_address(seen.view.address, seen.is_locked, words)

    def show_screens(self, has_two: bool, words: Words) -> None:
        """Offer to swap the screens where there are two."""
        self.swap.say(words.say("swap"), words.say("menu.swap"))
        self.swap.setVisible(has_two)

    def show_time(self, clock: str, elapsed_ms: int, planned_min: int | None, words: Words) -> None:
        """Show the time of day, and how long the lesson has been going on."""
        self.time.setText(clock)
        self.elapsed.setText(as_digits(elapsed_ms, up=True))
        is_late = planned_min is not None and elapsed_ms > planned_min * 60_000
        self.elapsed.setAccessibleName(words.say("elapsed.late" if is_late else "elapsed"))
        self.elapsed.wear("late" if is_late else "strong")
        self.planned.setText("" if planned_min is None else f"/ {planned_min}:00")

    @Slot(int)
    def on_address(self, index: int) -> None:
        self.address_chosen.emit(str(self.addresses.itemData(index)))

    def _show_address(self, address: AddressPart | None, is_locked: bool, words: Words) -> None:
        self.join.setText(words.say("address.on"))
        self.locked.setText(words.say("address.locked"))
        self.addresses.setAccessibleName(words.say("address"))
        for widget in (self.addresses, self.code):
            widget.setVisible(address is not None)
        self.join.setVisible(address is not None and not is_locked)
        self.locked.setVisible(is_locked)
        if address is None:
            return
        self.code.setText(f"{words.say('address.code')} {address.room_code}")
        items = [(each.host, _named(each.host, each.name, address)) for each in address.addresses]
        if items != [
            (self.addresses.itemData(row), self.addresses.itemText(row)) for row in range(self.addresses.count())
        ]:
            self.addresses.clear()
            for host, text in items:
                self.addresses.addItem(text, host)
        self.addresses.setCurrentIndex(self.addresses.findData(address.host))


def _named(host: str, name: str, address: AddressPart) -> str:
    """An address as it stands in the list: the one in use as phones type it, the others with their adapter."""
    if host == address.host:
        return address.typed
    return f"{host}  ({name})" if name else host
