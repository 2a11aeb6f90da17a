"""Where the parts of a text slide stand: title, text, its size and its pages. It paints nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QRectF

from presenter.stage.blocks import Shape, inline, read
from presenter.stage.content import Arrangement, Face, Picture, TextContent
from presenter.stage.fit import TITLE_STYLE, Laid, fitted
from presenter.stage.pages import TIGHT, Blocks, Room, count, fits, split
from presenter.stage.pictures import aspect
from presenter.stage.richtext import Look, fitted_blocks, fitted_flow, has_columns, laid_out, look
from presenter.stage.theme import BODY, CONTENT_WIDTH, FLOOR, LIGHT, SIDE, TITLE, TITLE_ABOVE, TOP, Theme
from presenter.stage.timer import strip_width

BOTTOM = FLOOR - 20
SHORT_LINES = 1000.0
"""The width of a text beside the large timer."""
COLUMN_GAP = 72
GAP = 36
_EASY = 44
"""A text that fits beside the large timer at this size is short."""
_OF_TWO_COLUMNS = 1.8
"""How many times the height of one column two of them hold, as they are never equally full."""
_ROOMY = (1.1, 0.9, 0.7)
"""The gaps of a list in two columns, where it would leave the lower half of the board empty."""
_DENSE = 38
"""A text that comes out smaller than this is set closer."""
_ANY_TIMER = Face("00:00", 1.0)


def shows_all(content: TextContent) -> bool:
    """True unless some of the slide's text finds no place on any of its pages."""
    return not _has_pages(content) or not set_body(content, LIGHT)[2]


@lru_cache(maxsize=256)
def pages_of(content: TextContent) -> int:
    """How many pages of the board this slide needs, so that no letter is smaller than the smallest size."""
    if not _has_pages(content):
        return 1
    if all(fits(side, _board(content)) for side in _sides(content)):
        return 1
    least = 2 if _flows_on(content) else 1
    return max(least, *(count(text, _page_room(content)) for text in _texts(content)))


def page_at(content: TextContent, told: int) -> int:
    """The page (from 0) to show: the one the room tells, but where bullets come in the one with the last of them."""
    if content.bullets is None or content.pages == 1:
        return min(told, content.pages - 1)
    for side in paged(content):
        for place, page in enumerate(side):
            if content.bullets and any(block.bullet == content.bullets for block in page):
                return place
    return 0


def _has_pages(content: TextContent) -> bool:
    if content.arrangement is Arrangement.TITLE or not read(content.body):
        return False
    return not (content.pictures and content.arrangement is Arrangement.PICTURE)


def _board(content: TextContent) -> Room:
    """What every page has, with a timer and without: pages stay as they are when one is started."""
    boxes = [body_box(replace(content, timer=timer)) for timer in (None, _ANY_TIMER)]
    width, height = min(box.width() for box in boxes), min(box.height() for box in boxes)
    if content.arrangement is Arrangement.COLUMNS:
        width = (width - COLUMN_GAP) / 2
    return Room(width, height, content.steps)


def _page_room(content: TextContent) -> Room:
    """What a page has for the text that is parted: both columns where it flows from one into the other."""
    room = _board(content)
    return replace(room, height=room.height * _OF_TWO_COLUMNS) if _flows_on(content) else room


def _flows_on(content: TextContent) -> bool:
    """True for one text in two columns; two texts beside each other are parted by a rule or by headings."""
    shapes = [block.shape for block in read(content.body)]
    is_one = Shape.RULE not in shapes and shapes.count(Shape.HEADING) < 2
    return content.arrangement is Arrangement.COLUMNS and is_one


def _texts(content: TextContent) -> tuple[Blocks, ...]:
    """What is parted over pages: the whole text, or two that stand beside each other."""
    return (read(content.body),) if _flows_on(content) else _sides(content)


def _sides(content: TextContent) -> tuple[Blocks, ...]:
    """The text, or its two columns."""
    blocks = read(content.body)
    if content.arrangement is not Arrangement.COLUMNS:
        return (blocks,)
    return _halves(blocks, _column(content))


def _column(content: TextContent) -> float:
    return (body_box(content).width() - COLUMN_GAP) / 2


def paged(content: TextContent) -> tuple[tuple[Blocks, ...], ...]:
    """The pages of the text, or of each of its columns."""
    if content.pages == 1:
        return tuple((side,) for side in _sides(content))
    found = tuple(split(text, _page_room(content), content.pages) for text in _texts(content))
    if not _flows_on(content):
        return found
    return tuple(zip(*(_halves(page, _column(content)) for page in found[0]), strict=True))


@lru_cache(maxsize=256)
def set_body(content: TextContent, theme: Theme) -> tuple[int, Look, bool]:
    """The size of the letters on all pages, their look, and whether some of the text finds no place."""
    box = body_box(content)
    sides = paged(content)
    width = box.width() if len(sides) == 1 else (box.width() - COLUMN_GAP) / 2

    def tried(set_as: Look) -> tuple[int, Look, bool]:
        flows = [fitted_blocks(page, width, box.height(), BODY, set_as) for side in sides for page in side]
        return min(flow.size for flow in flows), set_as, any(flow.is_cut for flow in flows)

    usual = tried(look(theme))
    if usual[0] == BODY and any(has_columns(page, width) for side in sides for page in side):
        roomy = (tried(replace(look(theme), gap=gap)) for gap in _ROOMY)
        return next((each for each in roomy if each[0] == BODY and not each[2]), usual)
    if usual[0] >= _DENSE:
        return usual
    dense = tried(replace(look(theme), leading=TIGHT.leading, gap=TIGHT.gap))
    return dense if (dense[0], usual[2]) > (usual[0], dense[2]) else usual


def body_box(content: TextContent) -> QRectF:
    """Where the text of the slide stands, under its title and beside its pictures or its timer."""
    top = head_of(content).bottom
    if is_beside_ring(content):
        return QRectF(SIDE, top, SHORT_LINES, BOTTOM - top)
    beside = pictures_width(content.pictures) + COLUMN_GAP if content.pictures else 0.0
    return QRectF(SIDE, top, CONTENT_WIDTH - beside, BOTTOM - top)


def is_beside_ring(content: TextContent) -> bool:
    """True for a short text with a timer: the timer is large and stands beside it."""
    if content.timer is None or content.pictures or content.arrangement is Arrangement.COLUMNS:
        return False
    flow = fitted_flow(content.body, SHORT_LINES, 600, BODY, look(LIGHT))
    return flow.size >= _EASY and not flow.is_cut


@dataclass(frozen=True, eq=False)
class Head:
    """The title and where it begins; `bottom` is where the text under it does."""

    title: Laid | None
    y: float
    bottom: float


def head_of(content: TextContent) -> Head:
    """The title of a text slide, with the timer beside it when it is a strip."""
    if is_beside_ring(content):
        return headed(content.title, SHORT_LINES, TITLE, TOP)
    if content.timer is not None:
        return beside_strip(content, TITLE_ABOVE if content.pictures else _title_size(content))
    if content.pictures:
        return headed(content.title, CONTENT_WIDTH - pictures_width(content.pictures) - COLUMN_GAP, TITLE, TOP)
    return headed(content.title, CONTENT_WIDTH, _title_size(content), TOP)


def headed(title: str, width: float, size: int, y: float) -> Head:
    """The title at the top left, if there is one."""
    if not title:
        return Head(None, y, y)
    made = fitted_title(title, width, size)
    return Head(made, y, y + made.height + GAP)


def beside_strip(content: TextContent, size: int) -> Head:
    """The title with room at its right for the timer's strip."""
    assert content.timer is not None
    head = headed(content.title, CONTENT_WIDTH - strip_width(content.timer) - 56, min(size, TITLE_ABOVE + 4), 84)
    return replace(head, bottom=max(212.0, head.bottom))


def _title_size(content: TextContent) -> int:
    length = len(content.body)
    if length < 420:
        return TITLE
    return TITLE_ABOVE + 4 if length < 700 else 52


def fitted_title(title: str, width: float, size: int, lines: int = 3) -> Laid:
    """The title at `size`, or smaller so that it takes no more than `lines` lines and breaks no word."""
    return fitted(inline(title), width, size * TITLE_STYLE.leading * lines, size, 40, TITLE_STYLE)


@lru_cache(maxsize=64)
def _halves(blocks: Blocks, width: float) -> tuple[Blocks, Blocks]:
    """The two columns: cut at a rule, else at the second heading, else where they are about equally high."""
    rule = next((place for place, block in enumerate(blocks) if block.shape is Shape.RULE), None)
    if rule is not None:
        return blocks[:rule], blocks[rule + 1 :]
    headings = [place for place, block in enumerate(blocks) if block.shape is Shape.HEADING]
    if len(headings) > 1:
        return blocks[: headings[1]], blocks[headings[1] :]

    def higher(place: int) -> float:
        return max(laid_out(side, width, 40, look(LIGHT)).height for side in (blocks[:place], blocks[place:]))

    best = min(range(len(blocks) + 1), key=lambda place: (higher(place), -place))
    return blocks[:best], blocks[best:]


def pictures_width(pictures: tuple[Picture, ...]) -> float:
    """The width of the pictures beside a text."""
    widest = max(aspect(picture) for picture in pictures)
    if widest <= 0.85:
        return 600.0
    return 720.0 if widest < 1.4 else 800.0
