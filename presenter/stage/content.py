"""What one picture of the stage holds, per kind: frozen values. No lesson, no room, no painting."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QImage

from presenter.stage.motion import ENTER_S, Goal
from presenter.stage.webmap import Web


@dataclass(frozen=True)
class Picture:
    """A picture or film of the lesson: `target` is relative to `folder`, or an https address that is never loaded."""

    folder: Path
    target: str
    alt: str = ""


class Tone(Enum):
    """How a timer looks: running, in its last ten seconds, or past its end."""

    CALM = "calm"
    WARNING = "warning"
    OVER = "over"


@dataclass(frozen=True)
class Face:
    """A timer as it stands now: its digits, the share (0-1) of the ring that is drawn, a line under the digits."""

    digits: str
    share: float
    tone: Tone = Tone.CALM
    is_paused: bool = False
    caption: str = ""


@dataclass(frozen=True)
class Strip:
    """The bottom strip. An empty text is not drawn; `timer` is the one that belongs to another slide, `note` stands
    where otherwise how to join does."""

    counter: str = ""
    progress: float = 0.0
    address: str = ""
    code: str = ""
    timer: Face | None = None
    note: str = ""
    page: str = ""
    """Which page of the slide this is, where there are several."""


class Arrangement(Enum):
    """How a text slide is laid out."""

    TITLE = "title"
    TEXT = "text"
    COLUMNS = "columns"
    PICTURE = "picture"


class Content:
    """The base of what is painted above the strip."""

    @property
    def view(self) -> str:
        """A name that changes when the picture is arranged anew: then it fades instead of moving."""
        return type(self).__name__

    def goals(self) -> dict[str, Goal]:
        """The values that move to a new place when they change, by name."""
        return {}


@dataclass(frozen=True)
class TextContent(Content):
    """A text slide. `body` is Markdown without media; `bullets` of its top level are shown (None: all), the others are
    only dimmed when `dims_others`; and of the `pages` that its text takes the one at `page` (from 0)."""

    title: str
    body: str = ""
    arrangement: Arrangement = Arrangement.TEXT
    overline: str = ""
    pictures: tuple[Picture, ...] = ()
    bullets: int | None = None
    dims_others: bool = False
    steps: bool = False
    """True where its bullets come in one by one."""
    timer: Face | None = None
    page: int = 0
    pages: int = 1

    @property
    def view(self) -> str:
        """Another page is another picture."""
        return f"text {self.page}"

    def goals(self) -> dict[str, Goal]:
        """How many bullets are shown, so that the next one fades in."""
        return {"bullets": Goal(float(self.bullets), float(self.bullets))} if self.bullets is not None else {}


@dataclass(frozen=True)
class Choosable:
    """An option on the board. `right` is None as long as the class may not know."""

    text: str
    picture: Picture | None = None
    right: bool | None = None


@dataclass(frozen=True)
class Answered:
    """How many have answered, of how many."""

    answered: int
    expected: int

    @property
    def share(self) -> float:
        """The share that answered, 0-1."""
        return min(1.0, self.answered / self.expected) if self.expected else 0.0


@dataclass(frozen=True)
class Results:
    """What the answers add up to: one count per option, and those of the round before."""

    counts: tuple[int, ...]
    earlier: tuple[int, ...] | None = None
    round: int = 1
    answered: int = 0
    hands: tuple[int, ...] = ()
    """Of the counts: hands that were raised."""
    sums_to_all: bool = True
    """False where participants choose several: then shares are of those who answered and need not sum to 100."""


@dataclass(frozen=True)
class Chart:
    """How the teacher likes to see results: as bars or as a donut, and with which figure large."""

    is_donut: bool = False
    counts_lead: bool = False


@dataclass(frozen=True)
class QuizContent(Content):
    """A quiz or poll. `results` None shows the options as cards, else as the chart says."""

    question: str
    overline: str = ""
    context: str = ""
    picture: Picture | None = None
    options: tuple[Choosable, ...] = ()
    answered: Answered | None = None
    results: Results | None = None
    chart: Chart = Chart()
    why: str = ""
    note: str = ""
    timer: Face | None = None

    @property
    def is_donut(self) -> bool:
        """True when results are drawn as a donut: never where one participant may be in several parts of it."""
        return self.chart.is_donut and self.results is not None and self.results.sums_to_all

    @property
    def is_revealed(self) -> bool:
        """True when the class may see which option is right."""
        return any(option.right is not None for option in self.options)

    @property
    def view(self) -> str:
        """Cards, bars and donut are arrangements; the box with the reason makes others of them."""
        return f"quiz {self.results is not None} {self.is_donut} {self.is_revealed}"

    def goals(self) -> dict[str, Goal]:
        """The shares of the bars and of those who answered."""
        goals = {}
        if self.answered is not None:
            goals["answered"] = Goal(self.answered.share, self.answered.share)
        if self.results is not None:
            for place, share in enumerate(shares(self.results.counts, self.results.answered, self.results.sums_to_all)):
                goals[f"bar {place}"] = Goal(share, 0.0)
        return goals


@dataclass(frozen=True)
class WebContent(Content):
    """A word web: its centre, its placed words, and how many words and participants it holds.

    `question` is empty where the centre says it already. While it `is_hidden` its words are away and a line says so.
    """

    web: Web
    question: str = ""
    context: str = ""
    words: int = 0
    participants: int = 0
    timer: Face | None = None
    is_hidden: bool = False

    @property
    def view(self) -> str:
        """Web and cloud are arrangements of their own."""
        return f"words {self.web.view.value}"

    def goals(self) -> dict[str, Goal]:
        """Where every word stands, how large it is and whether it is there."""
        goals = {}
        for place in self.web.places:
            goals[f"x {place.key}"] = Goal(place.x, place.x, ENTER_S)
            goals[f"y {place.key}"] = Goal(place.y, place.y, ENTER_S)
            goals[f"size {place.key}"] = Goal(place.size, place.size, ENTER_S)
            goals[f"in {place.key}"] = Goal(1.0, 0.0, ENTER_S)
        return goals


@dataclass(frozen=True)
class OpenContent(Content):
    """An open question; `cards` are the answers, those with a star first and else in order of first arrival, None while
    they are not shown. The one that is `enlarged` stands alone. While it `is_hidden` a line stands in their place."""

    question: str
    overline: str = ""
    context: str = ""
    picture: Picture | None = None
    cards: tuple[tuple[str, str], ...] | None = None
    """(a name that stays the same, the text) for each answer."""
    starred: frozenset[str] = frozenset()
    enlarged: str = ""
    """The names of the cards with a star, and of the large one."""
    answered: Answered | None = None
    note: str = ""
    timer: Face | None = None
    is_hidden: bool = False

    @property
    def view(self) -> str:
        """The question alone, or above its answers (or the line in their place), or above the large one."""
        return f"open {bool(self.cards) or self.is_hidden} {self.enlarged}"

    def goals(self) -> dict[str, Goal]:
        """Which cards are there, and the share of those who answered."""
        goals = {f"card {name}": Goal(1.0, 0.0, ENTER_S) for name, _ in self.cards or ()}
        if self.answered is not None:
            goals["answered"] = Goal(self.answered.share, self.answered.share)
        return goals


@dataclass(frozen=True)
class VideoContent(Content):
    """A video: its latest frame and what is said in it (a subtitle); before it plays its poster, else its first frame
    (`still`). `problem` says why it cannot play."""

    title: str
    body: str = ""
    poster: Picture | None = None
    film: Picture | None = None
    """The file that plays; None for a video on the web."""
    source: str = ""
    problem: str = ""
    still: QImage | None = field(default=None, compare=False)
    still_key: int = 0
    plays_elsewhere: bool = False
    """True on a copy of the board that cannot show what plays there."""
    frame: QImage | None = field(default=None, compare=False)
    frame_number: int = field(default=0, compare=False)
    said: str = field(default="", compare=False)
    timer: Face | None = None


@dataclass(frozen=True)
class JoinContent(Content):
    """The slide to join at. Without a `url` there is no network yet; `is_locked` while nobody new may join. Of
    `hidden_names` only the number is here. With a `wifi_code` the class joins that wifi first."""

    url: str = ""
    typed: str = ""
    code: str = ""
    names: tuple[str, ...] = ()
    is_locked: bool = False
    hidden_names: int = 0
    wifi_code: str = ""
    wifi_name: str = ""
    wifi_password: str = ""


@dataclass(frozen=True)
class MessageContent(Content):
    """A quiet slide with a heading and a line: a pause, the end."""

    heading: str
    text: str = ""
    timer: Face | None = None

    @property
    def view(self) -> str:
        """Another heading is another picture."""
        return f"message {self.heading}"


@dataclass(frozen=True)
class BlankContent(Content):
    """One colour, nothing else."""

    colour: str

    @property
    def view(self) -> str:
        """Another colour is another picture."""
        return f"blank {self.colour}"


def shares(counts: tuple[int, ...], answered: int, sums_to_all: bool) -> tuple[float, ...]:
    """The share (0-1) of each count: of the sum of the counts, or of those who answered."""
    whole = sum(counts) if sums_to_all else max(answered, *counts, 0)
    return tuple(count / whole if whole else 0.0 for count in counts)


def percentages(counts: tuple[int, ...], answered: int, sums_to_all: bool) -> tuple[int, ...]:
    """Whole percentages, the same for the same count. Where every participant chose one option they sum to 100, or
    as near to it as equal counts allow: three equal counts are 33 % each."""
    whole = sum(counts)
    if not sums_to_all or not whole:
        return tuple(round(share * 100) for share in shares(counts, answered, sums_to_all))
    raised = _raised(counts, whole)
    return tuple(count * 100 // whole + (count in raised) for count in counts)


def _raised(counts: tuple[int, ...], whole: int) -> set[int]:
    """The counts whose percentage is rounded up: the largest remainders first, all options with one count together.

    Those that are too many for what is missing are rounded to the nearest, and no lower count may overtake them.
    """
    missing = 100 - sum(count * 100 // whole for count in counts)
    raised: set[int] = set()
    passed: set[int] = set()
    for count in sorted(set(counts), key=lambda count: (-(count * 100 % whole), count)):
        percent, remainder = divmod(count * 100, whole)
        fits = counts.count(count) <= missing or remainder * 2 >= whole
        if missing > 0 and remainder and fits and percent not in passed:
            raised.add(count)
            missing -= counts.count(count)
        else:
            passed.add(percent)
    return raised
