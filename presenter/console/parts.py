"""The small widgets the console is made of. None of them knows the room; all text in them is shown as plain text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from presenter.console.style import CONTROL_PX, SMALL_PX


class PlainLabel(QLabel):
    """A label that never reads its text as HTML: a name like `<img src=…>` would make Qt open files and addresses."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if tone:
            self.setProperty("tone", tone)

    def wear(self, tone: str) -> None:
        """Take another tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """A label of one line that gives way: what does not fit ends in an ellipsis."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, super().sizeHint().width()), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class KeyButton(QPushButton):
    """A button with its key printed on it. A click does not take the focus, so that Space stays *next*.

    `is_primary` is the one filled button of the window; a small one stands in a card's heading.
    """

    _GAP = 8
    _NOTE_PX = 18
    """How far a note makes the text go up, and stands under the middle itself."""

    def __init__(
        self, key: str = "", is_primary: bool = False, height_px: int = CONTROL_PX, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._others: tuple[str, ...] = ()
        self._note = ""
        self._ink: QPalette.ColorRole | None = None
        self._is_primary = is_primary
        self._height_px = height_px
        self._pad = 12 if height_px >= CONTROL_PX else 10
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(height_px)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, text: str, spoken: str = "") -> None:
        """Show this text; `spoken` is its accessible name where the text alone says too little."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
        self.setAccessibleName(spoken or text)

    def add_note(self, note: str) -> None:
        """Show this in a smaller line under the text; "" for none."""
        if note != self._note:
            self._note = note
            self.updateGeometry()
            self.update()

    def ink(self, role: QPalette.ColorRole | None) -> None:
        """Write the text bold and in this colour; None: as usual."""
        if role is not self._ink:
            self._ink = role
            self.update()

    @property
    def note(self) -> str:
        """The smaller line under the text."""
        return self._note

    def keep_room_for(self, texts: tuple[str, ...]) -> None:
        """Be wide enough for each of these texts, so that a change of words moves no other button. In a window that is
        too narrow for that this room is the first to go."""
        if texts != self._others:
            self._others = texts
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self.updateGeometry()

    def be_primary(self, is_primary: bool) -> None:
        """Be the filled button of the window, or one of the others."""
        if is_primary != self._is_primary:
            self._is_primary = is_primary
            self.updateGeometry()
            self.update()

    def press_key(self, key: str) -> None:
        """Print another key on the button."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return self._size_for((self.text(), *self._others))

    def minimumSizeHint(self) -> QSize:
        return self._size_for((self.text(),))

    @property
    def around_px(self) -> int:
        """How much of the button's width is not for the text: the edges, and the key with its gap."""
        key_px = QFontMetrics(self._key_font()).horizontalAdvance(self._key)
        return 2 * self._pad + 2 + (self._GAP + key_px if self._key else 0)

    def _size_for(self, texts: tuple[str, ...]) -> QSize:
        large, small = QFontMetrics(self._text_font()), QFontMetrics(self._key_font())
        text_width = max(large.horizontalAdvance(text) for text in texts)
        return QSize(self.around_px + max(text_width, small.horizontalAdvance(self._note)), self._height_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_shape(painter)
        ink, soft = self._inks()
        inside = self.rect().adjusted(self._pad, 0, -self._pad, 0)
        upper = inside.adjusted(0, 0, 0, -self._NOTE_PX) if self._note else inside
        painter.setFont(self._text_font())
        painter.setPen(ink)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.setFont(self._key_font())
        if self._note:
            lower = inside.adjusted(0, self._NOTE_PX, 0, 0)
            painter.drawText(lower, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._note)
        painter.setPen(soft)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._key)

    def _paint_shape(self, painter: QPainter) -> None:
        colours = self.palette()
        fill, edge = colours.color(QPalette.ColorRole.Button), colours.color(QPalette.ColorRole.Mid)
        if self._is_primary and self.isEnabled():
            fill = edge = colours.color(QPalette.ColorRole.Highlight)
        elif self.isChecked():
            fill, edge = colours.color(QPalette.ColorRole.AlternateBase), colours.color(QPalette.ColorRole.Highlight)
        if self.isDown():
            fill = _mixed(fill, colours.color(QPalette.ColorRole.WindowText), 0.14)
        elif self.underMouse() and self.isEnabled():
            fill = _mixed(fill, colours.color(QPalette.ColorRole.WindowText), 0.06)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        if self.hasFocus():
            ring = colours.color(QPalette.ColorRole.WindowText if self._is_primary else QPalette.ColorRole.Highlight)
            painter.setPen(QPen(ring, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)

    def _inks(self) -> tuple[QColor, QColor]:
        colours = self.palette()
        if self._is_primary and self.isEnabled():
            ink = colours.color(QPalette.ColorRole.HighlightedText)
            return ink, _mixed(ink, colours.color(QPalette.ColorRole.Highlight), 0.25)
        soft = colours.color(QPalette.ColorRole.PlaceholderText)
        if not self.isEnabled():
            faded = _mixed(soft, colours.color(QPalette.ColorRole.Button), 0.35)
            return faded, faded
        return colours.color(self._ink or QPalette.ColorRole.WindowText), soft

    def _text_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(self._is_primary or self._ink is not None)
        return font

    def _key_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(SMALL_PX)
        return font


class Card(QFrame):
    """A panel with a heading and room for what stands in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "card")
        self.heading = PlainLabel("", "heading")
        self.aside = PlainLabel("", "heading")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.aside)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(16, 8, 16, 10)
        self.inside.setSpacing(6)
        self.inside.addLayout(self.head)


class Wide(QWidget):
    """Keeps one child at 16:9 against its upper left corner, as large as fits."""

    def __init__(self, child: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._child = child
        child.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = min(self.width(), round(self.height() * 16 / 9))
        self._child.setGeometry(QRect(0, 0, width, round(width * 9 / 16)))


class Stacked(QWidget):
    """A 16:9 widget with a card under it. The card has the height it needs, or, when it holds a list, all that is left;
    the upper widget gives way, and neither leaves a hole between them."""

    _GAP = 12

    def __init__(self, upper: QWidget, lower: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._upper, self._lower = upper, lower
        for child in (upper, lower):
            child.setParent(self)
        lower.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 300)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        width, height = self.width(), self.height()
        layout = self._lower.layout()
        needed = self._lower.minimumSizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            needed = max(needed, layout.heightForWidth(width))
        upper = max(120, min(round(width * 9 / 16), height - self._GAP - needed))
        rest = height - upper - self._GAP
        wants_all = self._lower.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding
        self._upper.setGeometry(0, 0, width, upper)
        self._lower.setGeometry(0, upper + self._GAP, width, rest if wants_all else min(rest, needed))


class Picker(QComboBox):
    """A list to choose from, always as wide as what is chosen. It paints its own arrow: a style sheet takes away the
    style's."""

    _AROUND_PX = 58
    """The room for the edge, the padding and the arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self.currentText()) + self._AROUND_PX, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + self._AROUND_PX)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 2))
        x, y = self.width() - 18.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])


class Rounded(QWidget):
    """Draws a card's edge over a child that fills it, so that a slide has the console's round corners."""

    def __init__(self, child: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._child = child
        child.setParent(self)
        self._edge = _Edge(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._child.setGeometry(self.rect())
        self._edge.setGeometry(self.rect())
        self._edge.raise_()


class _Edge(QWidget):
    _RADIUS = 10

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        desk = self.palette().color(QPalette.ColorRole.Window)
        outside = QRectF(self.rect())
        # The corners outside the round edge take the colour of the desk; a thick pen covers exactly them.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(desk, 8))
        painter.drawRoundedRect(outside.adjusted(-4, -4, 4, 4), self._RADIUS + 4, self._RADIUS + 4)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRoundedRect(outside.adjusted(0.5, 0.5, -0.5, -0.5), self._RADIUS, self._RADIUS)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with `share` (0 to 1) of `other` in it."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )
