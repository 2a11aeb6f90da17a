"""The slide at hand as the stage paints it, with what was filled in so far, and small ones of the slides around it:
they remind the teacher of what belonged here."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lessons.gaps import GapCode
from lessons.model import Lesson, named
from presenter.completing.words import Phrases
from presenter.completing.work import Work
from presenter.console.parts import PlainLabel, Rounded
from presenter.stage import quiz
from presenter.stage.badge import draw_tick
from presenter.stage.canvas import Canvas
from presenter.stage.content import Picture, QuizContent, TextContent
from presenter.stage.scene import Audience, RoomView, Scene, scene
from presenter.stage.theme import CARD_CORNER, WIDTH, Theme

GAP_PX = 8
SMALL_SHARE = 0.4
"""How wide a slide around it is, of the width there is."""
LEAST_SMALL_PX = 84
"""Lower than this, the slides around it are left out."""


class Preview(QWidget):
    """One large slide and two small ones."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.caption = PlainLabel("", "heading", self)
        self.canvas = Canvas(reduced_motion=True)
        self._frame = Rounded(self.canvas, self)
        self.marks = Marks(self.canvas)
        self.before, self.after = Small(), Small()
        self._around = QWidget(self)
        row = QHBoxLayout(self._around)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def wear(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme

    def show_work(self, work: Work, phrases: Phrases) -> None:
        """Paint the slide at hand, and those around it."""
        self.caption.setText(phrases.say("preview"))
        self.canvas.setAccessibleName(phrases.say("preview"))
        lesson = named(work.lesson)
        if not lesson.slides:
            return
        place = 0 if work.task is None else work.task.slide - 1
        is_waiting = work.task is not None and work.task.code is GapCode.PICTURE and work.task in work.left
        shown = slide_scene(work, lesson, place, self._theme, phrases.say("picture.waiting") if is_waiting else "")
        self.canvas.set_scene(shown)
        self.marks.show_right(shown, lesson.slides[place].right)
        for small, name, spot in ((self.before, "slide.before", place - 1), (self.after, "slide.after", place + 1)):
            is_there = 0 <= spot < len(lesson.slides)
            small.caption.setText(phrases.say(name, n=spot + 1))
            small.canvas.setAccessibleName(phrases.say(name, n=spot + 1))
            small.setVisible(is_there)
            if is_there:
                small.canvas.set_scene(slide_scene(work, lesson, spot, self._theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        line = self.caption.sizeHint().height()
        top = line + GAP_PX
        width = min(self.width(), round((self.height() - top) * 16 / 9))
        height = round(width * 9 / 16)
        self.caption.setGeometry(0, 0, self.width(), line)
        self._frame.setGeometry(0, top, width, height)
        self.marks.setGeometry(0, 0, width, height)
        rest = self.height() - top - height - 2 * GAP_PX
        small = min(rest - line - GAP_PX, round(width * SMALL_SHARE * 9 / 16))
        self._around.setVisible(small >= LEAST_SMALL_PX)
        for each in (self.before, self.after):
            each.frame.setFixedSize(round(max(small, 1) * 16 / 9), max(small, 1))
        self._around.setGeometry(0, top + height + 2 * GAP_PX, width, small + line + GAP_PX)


class Small(QWidget):
    """One of the slides around it, with a line above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = PlainLabel("", "heading")
        self.canvas = Canvas(reduced_motion=True)
        self.frame = Rounded(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(self.caption)
        column.addWidget(self.frame)


class Marks(QWidget):
    """Lies over the slide: an outline and a tick on the options that are right. The class does not see these before
    the reveal, so they are no part of the scene."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._scene: Scene | None = None
        self._right: tuple[int, ...] = ()

    def show_right(self, shown: Scene, right: tuple[int, ...]) -> None:
        """Mark these options (places from 0) of the slide on show."""
        self._scene, self._right = shown, right
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        content = self._scene.content if self._scene is not None else None
        if self._scene is None or not isinstance(content, QuizContent) or not self._right:
            return
        theme = self._scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / WIDTH, self.width() / WIDTH)
        for card in right_cards(content, self._right):
            painter.setPen(QPen(QColor(theme.ok), 6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card, CARD_CORNER, CARD_CORNER)
            draw_tick(painter, QPointF(card.right() - 10, card.top() + 10), 30, theme)


def right_cards(content: QuizContent, right: tuple[int, ...]) -> tuple[QRectF, ...]:
    """Where the right options stand on the canvas."""
    made = quiz.plan(
        content.question, content.overline, content.context, content.options, content.picture, bool(content.timer)
    )
    return tuple(made.cards[place] for place in right if place < len(made.cards))


def slide_scene(work: Work, lesson: Lesson, place: int, theme: Theme, waiting: str = "") -> Scene:
    """A slide of the (named) lesson at rest. `waiting` stands where a picture is still to come."""
    made = scene(
        lesson.slides[place], RoomView(lesson), theme, lesson.language, Audience.CONSOLE, work.folder, now_ms=0
    )
    if waiting and isinstance(made.content, TextContent):
        return replace(made, content=replace(made.content, pictures=(Picture(work.folder, "", waiting),)))
    return made
