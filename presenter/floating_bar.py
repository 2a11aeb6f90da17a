"""The bar over the slides where there is no screen for the console: large enough for a finger, and gone when nobody
touches anything. It says in words what each button will do now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from polling.commands import Back, Cover, Next, StartTimer
from presenter.console.parts import KeyButton
from presenter.console.window import OFFERED_MIN, Outlook
from presenter.keys import Action, Deed, clock_at_hand, cover_switch, freeze_switch, pause_switch, timer_switch
from presenter.possible import back_words, next_words, possible
from presenter.room_clock import as_digits, left_ms
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.settings import Settings
from presenter.words import Words

BUTTON_PX = 64
MARGIN_PX = 20
GONE_AFTER_MS = 4_000
TICK_MS = 200


class FloatingBar(QFrame):
    """Lies over `slides` while they are touched, where the class has no screen of its own."""

    wanted = Signal(object)
    """The deed (presenter.keys) a button asks for."""
    shown = Signal(bool)
    """The bar came, or went."""

    def __init__(self, slides: QWidget, words: Words, now_ms: Callable[[], int]) -> None:
        super().__init__(slides)
        self.setProperty("tone", "floating")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self._now_ms = words, now_ms
        self._seen = NOTHING_SEEN
        self._slides = slides
        self._is_offered = False
        self._is_choosing = False
        self.back, self.next = KeyButton("←", height_px=BUTTON_PX), KeyButton("→", True, BUTTON_PX)
        self.timer, self.join = KeyButton("T", height_px=BUTTON_PX), KeyButton("Q", height_px=BUTTON_PX)
        self.pause, self.stop = KeyButton("P", height_px=BUTTON_PX), KeyButton("Esc", height_px=BUTTON_PX)
        self.follow = KeyButton("F", height_px=BUTTON_PX)
        self.minutes = tuple(KeyButton(height_px=BUTTON_PX) for _ in OFFERED_MIN)
        self._arrange()
        slides.installEventFilter(self)
        self._gone = QTimer(self, singleShot=True, interval=GONE_AFTER_MS)
        self._gone.timeout.connect(self.on_nobody)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.on_tick)
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(10)
        for button in (self.back, self.next, self.timer, *self.minutes, self.join, self.pause, self.follow, self.stop):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self.on_clicked)
            row.addWidget(button)

    @Slot()
    def on_touched(self) -> None:
        if self._is_offered:
            self._say()
            self.show()
            self.raise_()
            self._gone.start()
            self._tick.start()
            self.shown.emit(True)

    @Slot()
    def on_timer_offered(self) -> None:
        """T on a slide without a timer: choose its minutes here, where the console's own offer cannot be seen."""
        self._is_choosing = self._is_offered
        self.on_touched()

    @Slot()
    def on_nobody(self) -> None:
        self._is_choosing = False
        self._gone.stop()
        self._tick.stop()
        self.hide()
        self.shown.emit(False)

    @Slot(object)
    def on_outlook(self, outlook: Outlook) -> None:
        self._is_offered = outlook.plan.projector is None and outlook.is_full_screen
        if not self._is_offered:
            self.on_nobody()

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen
        if self.isVisible():
            self._say()

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        self._words = Words(settings.language)

    @Slot()
    def on_tick(self) -> None:
        self._say()

    @Slot()
    def on_clicked(self) -> None:
        self._gone.start()
        deed = self._deed_of(self.sender())
        self._is_choosing = False
        if deed is not None:
            self.wanted.emit(deed)
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _deed_of(self, button: QObject) -> Deed | None:
        position = self._seen.position
        if button is self.stop:
            return Action.LEAVE_SLIDES
        if position is None:
            return None
        if button is self.timer:
            return timer_switch(position, self._seen.slide)
        if button in self.minutes:
            return StartTimer(minutes=float(OFFERED_MIN[self.minutes.index(button)]))
        if button is self.join:
            return cover_switch(position, Cover.JOIN)
        if button is self.pause:
            return pause_switch(position)
        if button is self.follow:
            return freeze_switch(position)
        return Next() if button is self.next else Back()

    def _say(self) -> None:
        """Say what the buttons will do now."""
        seen, words = self._seen, self._words
        if seen.position is None:
            return
        can, clock = possible(seen), clock_at_hand(seen.position)
        left = words.say("timer.start") if clock is None else as_digits(left_ms(clock, self._now_ms()), clock.up)
        for button, text, can_press in (
            (self.back, back_words(seen, words), can.back),
            (self.next, next_words(seen, words), can.next),
            (self.timer, left, can.timer),
            (self.join, words.say("join"), can.covers),
            (self.pause, words.say("resume" if seen.position.paused else "pause"), can.covers),
            (self.follow, words.say("follow"), can.covers),
            (self.stop, words.say("stop"), True),
        ):
            button.say(text)
            button.setEnabled(can_press)
        for button, minutes in zip(self.minutes, OFFERED_MIN, strict=True):
            button.say(words.count("timer.minutes", minutes))
            button.setVisible(self._is_choosing)
        for button in (self.back, self.next, self.timer, self.join, self.pause, self.follow):
            button.setVisible(not self._is_choosing)
        # Where there is no room for both, a frozen board needs the way out more than the join screen.
        if not self._is_choosing:
            self.follow.setVisible(seen.position.frozen)
            self.join.setVisible(not seen.position.frozen)
        self._fit()

    def _fit(self) -> None:
        """Stand in the middle of the lower edge."""
        around, size = self._slides, self.sizeHint()
        width = min(size.width(), around.width() - 2 * MARGIN_PX)
        left, top = (around.width() - width) // 2, around.height() - size.height() - MARGIN_PX
        self.setGeometry(left, top, width, size.height())
