"""What a teacher can say of a new lesson: the name of the class, and the slide to begin at. Only widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from lessons.markdown import plain
from lessons.model import Slide
from polling.beginning import MAX_LABEL
from presenter.console.parts import Picker, PlainLabel
from presenter.words import Words

LABEL_PX, FIELD_PX = 72, 340
TITLE_LETTERS = 44


class Fields(QWidget):
    """A line for the class and a list of the slides that are not hidden."""

    def __init__(self, slides: tuple[Slide, ...], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLineEdit()
        self.label.setMaxLength(MAX_LABEL)
        self.label.setPlaceholderText(words.say("class.label.hint"))
        self.label.setAccessibleName(words.say("class.label"))
        self.slides = Picker()
        self.slides.setAccessibleName(words.say("class.slide"))
        for number, slide in enumerate(slides, 1):
            if not slide.settings.hidden:
                title = _short(plain(slide.title or slide.question))
                self.slides.addItem(words.say("class.slide.item", n=number, title=title), slide.id)
        self.slide_label = PlainLabel(words.say("class.slide"), "soft")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, LABEL_PX)
        grid.setColumnStretch(1, 1)
        grid.addWidget(PlainLabel(words.say("class.label"), "soft"), 0, 0)
        grid.addWidget(self.label, 0, 1)
        grid.addWidget(self.slide_label, 1, 0)
        grid.addWidget(self.slides, 1, 1)
        self.label.setMinimumWidth(FIELD_PX)

    @property
    def label_typed(self) -> str:
        """The name of the class."""
        return self.label.text().strip()

    @property
    def begins_at(self) -> str:
        """The id of the chosen slide; "" for the first."""
        return "" if self.slides.currentIndex() <= 0 else str(self.slides.currentData())

    def show_beginning(self, label: str, begins_at: str) -> None:
        """Show what holds."""
        self.label.setText(label)
        self.slides.setCurrentIndex(max(0, self.slides.findData(begins_at)))

    def is_typed_in(self) -> bool:
        """True while the focus is in one of the two."""
        return self.label.hasFocus() or self.slides.hasFocus()


def _short(title: str) -> str:
    return title if len(title) <= TITLE_LETTERS else f"{title[: TITLE_LETTERS - 1]}…"
