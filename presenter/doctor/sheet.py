"""The sheet of the connection doctor: a code for the teacher's own phone, how far it came, what is wrong, what helps.
On the laptop only, never on the board. It shows a `Report` and decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from presenter.console.parts import KeyButton, Picker, PlainLabel
from presenter.dialogs import qr_pixmap
from presenter.doctor.diagnosis import Cause, PhoneSays
from presenter.doctor.report import STEPS, Report
from presenter.doctor.words import Advice

QR_PX = 230
LEFT_PX = 290
SIZE = (980, 640)
MOST_REMEDIES = 6
_GOOD = (Cause.WORKS, Cause.DETOUR)


class Sheet(QDialog):
    """A window beside the lesson: it holds up no key, and takes no focus when it opens by itself."""

    address_chosen = Signal(str)
    said = Signal(object)
    """Carries the PhoneSays of the button that was pressed."""
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self._report: Report | None = None
        self.title = PlainLabel("", "title")
        self.scan, self.typed, self.only_you = PlainLabel(), PlainLabel("", "strong"), PlainLabel("", "soft")
        self.code = PlainLabel()
        self.address_label = PlainLabel("", "heading")
        self.addresses = Picker()
        self.steps = [PlainLabel() for _ in STEPS]
        self.cause = PlainLabel("", "title")
        self.remedies = [PlainLabel() for _ in range(MOST_REMEDIES)]
        self.ask = PlainLabel("", "heading")
        self.answers = {says: KeyButton(height_px=36) for says in PhoneSays if says}
        self.listens, self.world = PlainLabel("", "heading"), PlainLabel("", "heading")
        self.copied = PlainLabel("", "ok")
        self.copy, self.leave = KeyButton(), KeyButton(is_primary=True)
        self._arrange()
        self._connect()
        self.resize(*SIZE)
        self.leave.setFocus()

    def show_report(self, report: Report, advice: Advice) -> None:
        """Show this, in these words."""
        before, self._report = self._report, report
        self._say(report, advice)
        if before is None or before.test_url != report.test_url:
            self.code.setPixmap(qr_pixmap(report.test_url, QR_PX))
            self.copied.setText("")
        choices = [(host, name) for host, name in report.addresses]
        if choices != [
            (self.addresses.itemData(row), self.addresses.itemText(row)) for row in range(self.addresses.count())
        ]:
            self.addresses.clear()
            for host, name in choices:
                self.addresses.addItem(name, host)
        self.addresses.setCurrentIndex(self.addresses.findData(report.host))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _say(self, report: Report, advice: Advice) -> None:
        self.setWindowTitle(advice.say("doctor.title"))
        self.title.setText(advice.say("doctor.title"))
        self.scan.setText(advice.say("doctor.scan"))
        self.typed.setText(advice.say("doctor.typed", typed=report.typed))
        self.only_you.setText(advice.say("doctor.only_you"))
        self.address_label.setText(advice.say("doctor.address"))
        self.addresses.setAccessibleName(advice.say("doctor.address"))
        for label, name, is_reached in zip(self.steps, STEPS, report.steps, strict=True):
            label.setText(f"{'✓' if is_reached else '○'}  {advice.say(f'step.{name}')}")
            _wear(label, "ok" if is_reached else "soft")
        self.cause.setText(advice.advise(f"cause.{report.cause}"))
        _wear(self.cause, "good" if report.cause in _GOOD else "title")
        for place, label in enumerate(self.remedies):
            remedy = report.remedies[place] if place < len(report.remedies) else None
            text = "" if remedy is None else advice.advise(f"remedy.{remedy}")
            label.setText(f"{place + 1}.  {text}" if len(report.remedies) > 1 else text)
            label.setVisible(remedy is not None)
        is_asking = report.cause not in _GOOD and not any(report.steps)
        self.ask.setText(advice.say("phone.ask"))
        self.ask.setVisible(is_asking)
        for says, button in self.answers.items():
            button.say(advice.say(f"phone.{says}"))
            button.setChecked(report.phone_says is says)
            button.setVisible(is_asking)
        name = "doctor.listens_here" if report.cause is Cause.THIS_LAPTOP else "doctor.listens"
        parts: dict[str, str | int] = {"port": str(report.port)}
        parts |= {} if report.cause is Cause.THIS_LAPTOP else {"addresses": report.listed}
        self.listens.setText(advice.say(name, **parts))
        self.world.setText(advice.say("doctor.world"))
        self.world.setVisible(report.is_open_to_the_world)
        self.copy.say(advice.say("doctor.copy"))
        self.leave.say(advice.say("doctor.close"))
        self._copied_words = advice.say("doctor.copied")
        self._it_text = report.it_text(advice)

    def _arrange(self) -> None:
        for label in (self.scan, self.cause, *self.remedies, self.listens, self.world, self.copied):
            label.setWordWrap(True)
        for button in self.answers.values():
            button.setCheckable(True)
        self.scan.setFixedWidth(LEFT_PX)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left = QVBoxLayout()
        left.setSpacing(10)
        for widget in (self.scan, self.code, self.typed, self.address_label, self.addresses):
            left.addWidget(widget)
        left.addStretch(1)
        steps = QGridLayout()
        for place, label in enumerate(self.steps):
            steps.addWidget(label, place // 2, place % 2)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(steps)
        right.addWidget(self.cause)
        right.addWidget(_scrolling(*self.remedies), 1)
        right.addWidget(self.ask)
        right.addLayout(_row(*self.answers.values()))
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(_card(left), 0)
        columns.addWidget(_card(right), 1)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.only_you)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copied, 1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addLayout(columns, 1)
        whole.addWidget(self.world)
        whole.addWidget(self.listens)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        self.addresses.activated.connect(self.on_address)
        for says, button in self.answers.items():
            button.clicked.connect(lambda _=False, said=says: self.said.emit(said))
        self.copy.clicked.connect(self.on_copy)
        self.leave.clicked.connect(self.close)

    @Slot(int)
    def on_address(self, index: int) -> None:
        self.address_chosen.emit(str(self.addresses.itemData(index)))

    @Slot()
    def on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._it_text)
        self.copied.setText(self._copied_words)


def _wear(label: PlainLabel, tone: str) -> None:
    """Another tone; the style sheet looks at it when it is told to."""
    if label.property("tone") != tone:
        label.setProperty("tone", tone)
        label.style().unpolish(label)
        label.style().polish(label)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _scrolling(*widgets: QWidget) -> QScrollArea:
    """Widgets under each other, which scroll where there is too little room."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def _card(layout: QLayout) -> QFrame:
    card = QFrame()
    card.setProperty("tone", "card")
    layout.setContentsMargins(18, 14, 18, 14)
    card.setLayout(layout)
    return card
