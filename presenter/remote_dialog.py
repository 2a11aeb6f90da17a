"""The laptop's side of a remote: a code for one phone, the yes to the phone that asks, and who steers now. It shows and
asks; who may steer is decided by the server."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from polling.wire import JudgeRemote, OfferRemote, RemoteCode, RemotesPart, RemoteView
from presenter.console.parts import KeyButton, PlainLabel
from presenter.console.style import SMALL_CONTROL_PX
from presenter.dialogs import QR_PX, Dialog, qr_pixmap
from presenter.words import Words


class RemoteDialog(Dialog):
    """Open while the teacher looks at it; a phone that was let in steers on after it is closed."""

    wanted = Signal(object)
    """Carries an OfferRemote or a JudgeRemote."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.say("teacher.title"), words.say("teacher.text"), parent)
        self._words = words
        self._left_s = 0
        self.picture = PlainLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedHeight(QR_PX + 60)
        self.picture.setAccessibleName(words.say("teacher.code"))
        self.left = PlainLabel("", "soft")
        self.left.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rows = QVBoxLayout()
        self.body.addWidget(self.picture)
        self.body.addWidget(self.left)
        self.body.addLayout(self.rows)
        self.again = self.add_button(words.say("teacher.again"))
        self.again.clicked.connect(self.on_again)
        self.add_button(words.say("ok"), is_primary=True).clicked.connect(self.accept)
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self.on_second)

    @Slot()
    def on_again(self) -> None:
        self.wanted.emit(OfferRemote())

    def show_code(self, code: RemoteCode) -> None:
        """Show a code until its time is over."""
        self.picture.setPixmap(qr_pixmap(code.url, QR_PX))
        self.picture.show()
        self._left_s = code.seconds
        self._second.start()
        self._say_left()

    def show_remotes(self, part: RemotesPart) -> None:
        """These remotes there are. A code that was used is gone."""
        if any(not each.is_in for each in part.remotes):
            self._drop_code("teacher.used")
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for each in part.remotes:
            self.rows.addWidget(self._row(each))

    @Slot()
    def on_second(self) -> None:
        self._left_s -= 1
        if self._left_s > 0:
            self._say_left()
        else:
            self._drop_code("teacher.over")

    def _say_left(self) -> None:
        self.left.setText(self._words.say("teacher.left", n=self._left_s))

    def _drop_code(self, reason: str) -> None:
        self._second.stop()
        self.picture.clear()
        self.picture.hide()
        self.left.setText(self._words.say(reason))

    def _row(self, remote: RemoteView) -> QWidget:
        """A remote, with what can be said to it."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        text = PlainLabel(
            self._words.say("teacher.steers" if remote.is_in else "teacher.asks", n=remote.digits), "strong"
        )
        text.setWordWrap(True)
        line.addWidget(text, 1)
        verdicts = [("teacher.stop", False)] if remote.is_in else [("teacher.yes", True), ("teacher.no", False)]
        for name, yes in verdicts:
            button = KeyButton(height_px=SMALL_CONTROL_PX)
            button.say(self._words.say(name), self._words.say(f"{name}.long", n=remote.digits))
            judged = JudgeRemote(remote=remote.id, yes=yes)
            button.clicked.connect(lambda _=False, judged=judged: self.wanted.emit(judged))
            line.addWidget(button)
        return row
