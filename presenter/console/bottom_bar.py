"""The buttons along the bottom. They say in words what each will do now and know nothing of how it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from polling.commands import Back, Cover, ExtendTimer, Next, SwitchLive
from polling.wire import ClockView, PositionPart
from presenter.console.awaited import everyone_words
from presenter.console.parts import KeyButton
from presenter.keys import Action, clock_at_hand, cover_switch, pause_switch, timer_switch
from presenter.possible import Possible, back_words, next_words, possible
from presenter.room_clock import as_digits, left_ms
from presenter.room_copy import RoomSeen
from presenter.stage.clock import LAST_MS
from presenter.words import Words

HEIGHT_PX = 64
MOVES = (
    "begin", "lift", "resume", "ask", "close", "close_and_go", "reveal", "reveal.bars", "step", "page", "go", "none",
    "ended",
)  # fmt: skip
"""What the primary button may have to say (`move.…` of the words)."""
BACKS = ("back", "back.close_and_go_back", "back.step_back", "back.page_back")


class BottomBar(QFrame):
    """Shows the position as buttons; says which deed (see presenter.keys) a button asks for."""

    wanted = Signal(object)
    """A teacher's command or an action of this laptop."""
    choice_wanted = Signal()
    """The teacher wants to choose what the timer button does (a right click, or a long press on a touch screen)."""
    again_wanted = Signal()
    """The teacher wants to ask again; how, is still to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "bottom")
        self.setFixedHeight(HEIGHT_PX)
        self._seen: RoomSeen | None = None
        self._is_full_screen = False
        self.back = KeyButton("←")
        self.next = KeyButton("→", is_primary=True)
        self.again = KeyButton()
        self.live = KeyButton("L")
        self.timer = KeyButton("T")
        self.more = KeyButton()
        self.video = KeyButton("V")
        self.join = KeyButton("Q")
        self.pause = KeyButton("P")
        self.black = KeyButton("B")
        self.slides = KeyButton("F5")
        for switch in (self.live, self.join, self.pause, self.black):
            switch.setCheckable(True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        for button in (self.back, self.next, self.again, self.live):
            row.addWidget(button)
        row.addSpacing(16)
        for button in (self.timer, self.more, self.video):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.join, self.pause, self.black, self.slides):
            row.addWidget(button)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.back.clicked.connect(self.on_back)
        self.next.clicked.connect(self.on_next)
        self.again.clicked.connect(self.again_wanted)
        self.live.clicked.connect(self.on_live)
        self.timer.clicked.connect(self.on_timer)
        self.timer.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.timer.customContextMenuRequested.connect(self.choice_wanted)
        self.more.clicked.connect(self.on_more)
        self.video.clicked.connect(self.on_video)
        self.join.clicked.connect(self.on_join)
        self.pause.clicked.connect(self.on_pause)
        self.black.clicked.connect(self.on_black)
        self.slides.clicked.connect(self.on_slides)

    def show_room(self, seen: RoomSeen, words: Words) -> None:
        """Show what the buttons will do now."""
        self._seen = seen
        position = seen.position
        if position is None:
            return
        self._keep_still(words)
        can = possible(seen)
        note = everyone_words(seen, words)
        said = next_words(seen, words)
        self.next.say(said, f"{said}, {note}" if note else "")
        self.next.add_note(note)
        self.next.setEnabled(can.next)
        self.back.say(back_words(seen, words))
        self.back.setEnabled(can.back)
        self._show_question(position, can, words)
        self._show_covers(position, can, words)

    def _keep_still(self, words: Words) -> None:
        """Buttons stay where they are under the mouse, whatever their neighbours say."""
        self.next.keep_room_for(tuple(words.say(f"move.{move}") for move in MOVES))
        self.back.keep_room_for(tuple(words.say(name) for name in BACKS))
        self.timer.keep_room_for((words.say("timer.start"), "10:00  ❚❚", "10:00  ▶"))

    def _show_question(self, position: PositionPart, can: Possible, words: Words) -> None:
        self.again.say(words.say("again"))
        self.again.setEnabled(can.again)
        self.live.say(words.say("live"), words.say("live.tip"))
        self.live.setEnabled(can.live)
        self.live.setChecked(position.is_live and position.phase != "" and not position.ended)

    def _show_covers(self, position: PositionPart, can: Possible, words: Words) -> None:
        is_lobby = not position.slide
        self.join.say(words.say("join"))
        self.join.setChecked(position.cover is Cover.JOIN and not is_lobby)
        self.pause.say(words.say("pause"))
        self.pause.setChecked(position.paused)
        self.black.say(words.say("black"))
        self.black.setChecked(position.cover is Cover.BLACK)
        for button in (self.join, self.pause, self.black):
            button.setEnabled(can.covers)

    def show_clock(self, now_ms: int, words: Words) -> None:
        """Show the clock at hand on the timer button."""
        seen = self._seen
        if seen is None or seen.position is None:
            return
        clock = clock_at_hand(seen.position)
        can = possible(seen)
        self.timer.setEnabled(can.timer)
        self.more.say(words.say("timer.more"), words.say("timer.more.long"))
        self.more.setEnabled(can.extends)
        self.timer.ink(None if clock is None else _ink_of(clock, now_ms))
        if clock is None:
            self.timer.say(words.say("timer.start"))
            return
        left = as_digits(left_ms(clock, now_ms), clock.up)
        is_running = clock.ends_at is not None
        self.timer.say(
            f"{left}  {'❚❚' if is_running else '▶'}",
            words.say("timer.running" if is_running else "timer.standing", left=left),
        )

    def show_slides_state(self, is_full_screen: bool, words: Words) -> None:
        """Say whether the slides are on a full screen now."""
        self.slides.say(
            words.say("stop" if is_full_screen else "slides"),
            words.say("stop.long" if is_full_screen else "slides.long"),
        )
        self.slides.press_key("Esc" if is_full_screen else "F5")
        self._is_full_screen = is_full_screen

    def show_video(self, has_video: bool, is_playing: bool, words: Words) -> None:
        """Offer the video's button where there is one."""
        self.video.setVisible(has_video)
        mark = "❚❚" if is_playing else "▶"
        self.video.say(f"{words.say('video')}  {mark}", words.say("video.pause" if is_playing else "video.play"))

    @Slot()
    def on_back(self) -> None:
        self.wanted.emit(Back())

    @Slot()
    def on_next(self) -> None:
        self.wanted.emit(Next())

    @Slot()
    def on_live(self) -> None:
        self._keep_as_told(self.live)
        self.wanted.emit(SwitchLive())

    @Slot()
    def on_timer(self) -> None:
        if self._seen is not None and self._seen.position is not None:
            self.wanted.emit(timer_switch(self._seen.position, self._seen.slide))

    @Slot()
    def on_more(self) -> None:
        self.wanted.emit(ExtendTimer())

    @Slot()
    def on_video(self) -> None:
        self.wanted.emit(Action.SWITCH_VIDEO)

    @Slot()
    def on_join(self) -> None:
        self._cover(self.join, Cover.JOIN)

    @Slot()
    def on_black(self) -> None:
        self._cover(self.black, Cover.BLACK)

    @Slot()
    def on_pause(self) -> None:
        self._keep_as_told(self.pause)
        if self._seen is not None and self._seen.position is not None:
            self.wanted.emit(pause_switch(self._seen.position))

    @Slot()
    def on_slides(self) -> None:
        self.wanted.emit(Action.LEAVE_SLIDES if self._is_full_screen else Action.SHOW_SLIDES)

    def _cover(self, button: KeyButton, cover: Cover) -> None:
        self._keep_as_told(button)
        if self._seen is not None and self._seen.position is not None:
            self.wanted.emit(cover_switch(self._seen.position, cover))

    def _keep_as_told(self, button: KeyButton) -> None:
        """A switch shows what the server says, not what was clicked: undo the click's own change."""
        button.setChecked(not button.isChecked())


def _ink_of(clock: ClockView, now_ms: int) -> QPalette.ColorRole | None:
    """The last ten seconds, and what comes after the end, stand out as they do on the board."""
    left = left_ms(clock, now_ms)
    if clock.up:
        return None
    if left < 0:
        return QPalette.ColorRole.BrightText
    return QPalette.ColorRole.LinkVisited if left <= LAST_MS < clock.total_ms else None
