"""The console window: puts the cards and bars together, and passes on what they are asked. It decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from polling.commands import Again, AskQuick, MarkRight, Reopen, StartTimer, StopTimer
from polling.quick import Quick
from presenter.console.bottom_bar import BottomBar
from presenter.console.claim_line import ClaimLine
from presenter.console.film_bar import FilmBar
from presenter.console.lines import Line, PassingLine, Problems
from presenter.console.link_list import LinkList, links_of
from presenter.console.menu import Menu
from presenter.console.notes import Notes
from presenter.console.offer import Offer
from presenter.console.parts import KeyButton, Stacked
from presenter.console.people import People
from presenter.console.person_menu import RenameWish, person_choices
from presenter.console.previews import After, Now
from presenter.console.results import Results
from presenter.console.said import answer_choices, answers_said
from presenter.console.style import CHROMES
from presenter.console.top_bar import TopBar
from presenter.keys import Action, OpenLink, answers_switch, can_replace_timer, freeze_switch, timer_switch
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.screens import ScreenPlan, Situation
from presenter.settings import Settings
from presenter.words import Words

OFFERED_MIN = (1, 3, 5, 10)
"""What T offers on a slide without a timer, in minutes."""
SMALLEST = (1000, 560)


@dataclass(frozen=True)
class Outlook:
    """What the console shows apart from the room: where the slides are, and whether names may be seen."""

    plan: ScreenPlan = field(default_factory=lambda: ScreenPlan(Situation.ONE, "", None))
    shows_names: bool = False
    is_full_screen: bool = False
    is_aside: bool = False
    """The slides have made room for the browser."""

    @property
    def is_covered(self) -> bool:
        """True while names, answers and notes stay hidden."""
        return not self.plan.is_private and not self.shows_names


class Console(QMainWindow):
    """The teacher's window."""

    wanted = Signal(object)
    """A command for the room, or an Action of this laptop."""
    rename_wanted = Signal(str)
    """The teacher wants to type another name for this participant."""
    names_covered = Signal()
    """Names may not be seen any more: whatever shows one must go."""
    closing = Signal()
    """The teacher closes the window; whoever hears it closes the app when the room has been let go."""

    def __init__(self, settings: Settings, words: Words, platform: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._platform = platform if platform in ("win32", "darwin") else "linux"
        self._seen = NOTHING_SEEN
        self._outlook = Outlook()
        self._why_covered = ""
        """Why names may not be seen: `paused`, `covered` or, when they may, ""."""
        chrome = CHROMES[settings.theme]
        self.top, self.bottom = TopBar(), BottomBar()
        self.now, self.after = Now(), After()
        self.links = LinkList()
        self.results, self.people, self.notes = Results(chrome), People(chrome), Notes(settings.notes_px)
        self._desk = QWidget()
        self.trouble, self.problems = Line("error"), Problems()
        self._slide_column = Stacked(self.now, self.results)
        self.passing = PassingLine("passing", self.now)
        self.covered, self.browser = Line("quiet", "N"), Line("quiet")
        self.frozen, self.hidden = Line("warning", "F"), Line("warning", "H")
        self.aside = Line("warning", "O")
        self.forgotten = Line("quiet")
        self.nobody, self.moved = Line("quiet"), Line("warning")
        self.claims = ClaimLine()
        self.film = FilmBar()
        self.menu = Menu(self)
        self._arrange()
        self._connect()
        self.setMinimumSize(*SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.wear(settings, words)

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.after)
        middle.addWidget(self.links)
        middle.addWidget(self.notes, 1)
        columns = QHBoxLayout(self._desk)
        columns.setContentsMargins(16, 12, 16, 12)
        columns.setSpacing(16)
        columns.addWidget(self._slide_column, 60)
        columns.addLayout(middle, 24)
        columns.addWidget(self.people, 21)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        for line in (
            self.trouble,
            self.moved,
            self.claims,
            self.frozen,
            self.hidden,
            self.aside,
            self.covered,
            self.browser,
            self.nobody,
            self.forgotten,
            self.problems,
        ):
            whole.addWidget(line)
        whole.addWidget(self._desk, 1)
        whole.addWidget(self.film)
        whole.addWidget(self.bottom)
        room = QWidget()
        room.setLayout(whole)
        self.setCentralWidget(room)

    def _connect(self) -> None:
        self.bottom.wanted.connect(self.wanted)
        self.bottom.again_wanted.connect(self.on_again)
        self.bottom.choice_wanted.connect(self.on_timer_choice)
        self.results.option_chosen.connect(self.on_option)
        self.results.wanted.connect(self.wanted)
        self.results.class_wanted.connect(self.menu.class_wanted)
        self.results.menu_wanted.connect(self.on_answer)
        for switch in (self.results.all_switched, self.menu.hiding_wanted, self.hidden.pressed):
            switch.connect(self.on_hide_all)
        for switch in (self.menu.freeze_wanted, self.frozen.pressed):
            switch.connect(self.on_freeze)
        self.links.chosen.connect(self.on_link)
        self.aside.pressed.connect(self.on_slides)
        self.covered.pressed.connect(self.on_names)
        self.forgotten.pressed.connect(self.forgotten.hide)
        self.top.menu.clicked.connect(self.on_menu)
        for swap in (self.top.swap.clicked, self.menu.swap_wanted):
            swap.connect(self.on_swap)
        for source in (self.menu.wanted, self.people.wanted, self.claims.judged, self.passing.chosen):
            source.connect(self.wanted)
        self.people.menu_wanted.connect(self.on_person)
        self.names_covered.connect(self.passing.cover)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.passing.on_undo)

    @property
    def shows_names(self) -> bool:
        """True while the names of students may stand on this window."""
        return not self._why_covered

    @property
    def is_behind_slides(self) -> bool:
        """True while the slides fill the only screen: what opens now would open before the class."""
        return self._outlook.is_full_screen and self._outlook.plan.projector is None

    def show_room(self, seen: RoomSeen) -> None:
        """Show the room as it is now."""
        self._seen = seen
        self.setWindowTitle(self._words.say("window.console", lesson=seen.title or self._words.say("app")))
        self._show()

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what follows from the screens and the names key."""
        self._outlook = outlook
        self._show()

    def show_time(self, clock: str, now_ms: int) -> None:
        """Show the time of day and the clocks at room time `now_ms`."""
        self.top.show_time(clock, now_ms, self._seen.duration_min, self._words)
        self.bottom.show_clock(now_ms, self._words)

    def wear(self, settings: Settings, words: Words) -> None:
        """Take another language or theme."""
        self._words = words
        chrome = CHROMES[settings.theme]
        self.results.wear(chrome)
        self.people.wear(chrome)
        self.menu.show_settings(settings, words)
        self._show()

    def say_problems(self, lines: tuple[str, ...]) -> None:
        """What the lesson file's reader remarked, in words."""
        words = self._words
        self.problems.say(
            words.count("problems", len(lines)), lines, words.say("problems.show"), words.say("problems.hide")
        )

    def offer_timer(self) -> None:
        """Offer the minutes of a timer that the slide does not have. Nothing opens over slides that the class sees on
        this same screen."""
        if self.is_behind_slides:
            self.passing.say(self._words.say("timer.choose"))
            return
        choices: list[tuple[str, object]] = [
            (self._words.count("timer.minutes", minutes), StartTimer(minutes=float(minutes))) for minutes in OFFERED_MIN
        ]
        self._offer(self.bottom.timer, choices)

    def offer_quick(self) -> None:
        """Offer the questions that can be put in between."""
        if self.is_behind_slides:
            self.passing.say(self._words.say("quick.choose"))
            return
        self._offer(self.bottom.more, [(self._words.say(f"quick.{each}"), AskQuick(each)) for each in Quick])

    @Slot()
    def on_timer_choice(self) -> None:
        """Offer the timer that is there beside the slide's own; with one of them there is nothing to choose."""
        position, words = self._seen.position, self._words
        if position is None or position.timer is None or not can_replace_timer(position, self._seen.slide):
            return
        other = "timer.other.go_on" if position.timer.ends_at is None else "timer.other.pause"
        self._offer(
            self.bottom.timer,
            [
                (words.say(other), timer_switch(position, self._seen.slide)),
                (words.say("timer.own"), Action.REPLACE_TIMER),
                (words.say("timer.stop"), StopTimer()),
            ],
        )

    @Slot()
    def on_again(self) -> None:
        position = self._seen.position
        choices: list[tuple[str, object]] = [(self._words.say("again.round"), Again())]
        if position is not None and position.phase == "closed":
            choices.append((self._words.say("again.reopen"), Reopen()))
        self._offer(self.bottom.again, choices)

    @Slot(str, QPoint)
    def on_person(self, participant: str, place: QPoint) -> None:
        roster = self._seen.view.roster
        person = None if roster is None else roster.of(participant)
        if person is not None:
            self._offer_at(place, person_choices(person, self._words))

    @Slot(str, QPoint)
    def on_answer(self, item: str, place: QPoint) -> None:
        said = next((each for each in answers_said(self._seen, self._words) if each.item == item), None)
        if said is not None:
            self._offer_at(place, answer_choices(said, self._words))

    @Slot(int)
    def on_option(self, place: int) -> None:
        self.wanted.emit(MarkRight((place,)))

    @Slot()
    def on_hide_all(self) -> None:
        if self._seen.position is not None:
            self.wanted.emit(answers_switch(self._seen.position))

    @Slot()
    def on_freeze(self) -> None:
        if self._seen.position is not None:
            self.wanted.emit(freeze_switch(self._seen.position))

    @Slot()
    def on_slides(self) -> None:
        self.wanted.emit(Action.SHOW_SLIDES)

    @Slot(int)
    def on_link(self, number: int) -> None:
        self.wanted.emit(OpenLink(number))

    @Slot()
    def on_names(self) -> None:
        self.wanted.emit(Action.SWITCH_NAMES)

    @Slot()
    def on_swap(self) -> None:
        self.wanted.emit(Action.SWAP_SCREENS)

    @Slot()
    def on_menu(self) -> None:
        self.menu.open_under(self.top.menu)

    def showEvent(self, event: QShowEvent) -> None:
        # Otherwise Qt gives the focus to the first control, and a clicker's Space would press it.
        self.setFocus()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closing.emit()

    def _show(self) -> None:
        seen, words, outlook = self._seen, self._words, self._outlook
        is_paused = seen.position is not None and seen.position.paused
        self._cover_names("paused" if is_paused else "covered" if outlook.is_covered else "")
        covered = words.say("covered.paused" if is_paused else "covered") if self._why_covered else ""
        self.top.show_room(seen, words)
        self.top.show_screens(outlook.plan.is_private, words)
        self.bottom.show_room(seen, words)
        self.bottom.show_slides_state(outlook.is_full_screen and not outlook.is_aside, words)
        self.now.show_room(seen, words, outlook.is_aside)
        self.after.show_room(seen, words)
        self.links.show_links(links_of(seen.slide, with_notes=not covered), words)
        self.results.show_results(seen, words, covered)
        self.people.show_people(seen, words, covered)
        self.claims.show_claims(seen.view.roster, words, self._why_covered)
        noted = seen.slide or seen.slide_after
        self.notes.show_notes("" if noted is None else noted.notes, words, covered, is_first=seen.slide is None)
        self.menu.show_room(seen, outlook.plan.is_private, outlook.is_covered)
        self.problems.cover(outlook.is_covered)
        self._show_board()
        self._show_covered(is_paused)

    def _cover_names(self, why: str) -> None:
        before, self._why_covered = self._why_covered, why
        if why and not before:
            self.names_covered.emit()

    def _show_board(self) -> None:
        """Say what holds for the board whatever slide comes, and offer to undo it. While the browser has the board,
        that is all there is to say of it."""
        position, words = self._seen.position, self._words
        given = None if position is None or position.ended else position
        is_aside = self._outlook.is_aside
        is_frozen = given is not None and given.frozen and not is_aside
        is_hidden = given is not None and given.hides_answers and not is_aside
        self.frozen.say(words.say("frozen") if is_frozen else "", words.say("frozen.lift"))
        self.hidden.say(words.say("hidden") if is_hidden else "", words.say("hidden.lift"))
        self.aside.say(words.say("aside") if is_aside else "", words.say("aside.lift"))

    def _show_covered(self, is_paused: bool) -> None:
        words, plan = self._words, self._outlook.plan
        if plan.is_private:
            self.covered.say("")
            return
        situation = words.say("screens.one" if plan.situation is Situation.ONE else "screens.mirrored")
        extend = words.say(f"screens.extend.{self._platform}")
        button = words.say("covered.show" if self._outlook.is_covered else "covered.hide")
        self.covered.say(f"{situation} {extend}", "" if is_paused else button)

    def _offer(self, button: KeyButton, choices: list[tuple[str, object]]) -> None:
        offer = Offer(choices, self)
        offer.triggered.connect(self.on_choice)
        offer.open_over(button)

    def _offer_at(self, place: QPoint, choices: list[tuple[str, object]]) -> None:
        offer = Offer(choices, self)
        offer.triggered.connect(self.on_choice)
        offer.open_at(place)

    @Slot(QAction)
    def on_choice(self, action: QAction) -> None:
        deed = action.data()
        if isinstance(deed, RenameWish):
            self.rename_wanted.emit(deed.participant)
        else:
            self.wanted.emit(deed)
