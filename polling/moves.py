"""The one table of what *next* and *back* do, the same for every key, clicker and remote. Pure."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from lessons.model import Kind


class Phase(StrEnum):
    """Where a question stands."""

    WAITING = "waiting"
    ASKING = "asking"
    CLOSED = "closed"
    REVEALED = "revealed"


class Move(StrEnum):
    """What a key will do, said in words by every teacher screen."""

    BEGIN = "begin"
    LIFT = "lift"
    RESUME = "resume"
    ASK = "ask"
    CLOSE = "close"
    CLOSE_AND_GO = "close_and_go"
    REVEAL = "reveal"
    STEP = "step"
    STEP_BACK = "step_back"
    PAGE = "page"
    PAGE_BACK = "page_back"
    GO = "go"
    GO_BACK = "go_back"
    CLOSE_AND_GO_BACK = "close_and_go_back"
    NONE = "none"


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """Where the lesson stands, as far as next and back care. `kind` is None in the lobby. `has_step`: a bullet is
    still to come; `has_shown_step`: one that came can go again."""

    kind: Kind | None
    phase: Phase | None = None
    is_paused: bool = False
    is_covered: bool = False
    has_step: bool = False
    has_shown_step: bool = False
    has_page: bool = False
    has_page_before: bool = False
    is_first: bool = False
    is_last: bool = False


_QUIZ = {Kind.QUIZ}
_GATHERING = {Kind.POLL, Kind.WORDWEB, Kind.OPEN}
_SHOWING = {Kind.TEXT, Kind.VIDEO}

NEXT: dict[tuple[Kind, Phase | None], Move] = {
    **{(kind, None): Move.GO for kind in _SHOWING},
    **{(kind, Phase.WAITING): Move.ASK for kind in _QUIZ | _GATHERING},
    **{(kind, Phase.ASKING): Move.CLOSE for kind in _QUIZ},
    **{(kind, Phase.CLOSED): Move.REVEAL for kind in _QUIZ},
    **{(kind, Phase.REVEALED): Move.GO for kind in _QUIZ},
    **{(kind, Phase.ASKING): Move.CLOSE_AND_GO for kind in _GATHERING},
    **{(kind, Phase.CLOSED): Move.GO for kind in _GATHERING},
}
"""kind and phase -> what next does, before the edges of the lesson are looked at."""

_AT_THE_END = {Move.GO: Move.NONE, Move.CLOSE_AND_GO: Move.CLOSE}


def next_move(stand: Stand) -> Move:
    """What *next* does here."""
    waiting = _before_the_slide(stand)
    if waiting is not None:
        return waiting
    if stand.kind is None:
        return Move.BEGIN
    if stand.has_step:
        return Move.STEP
    if stand.has_page:
        return Move.PAGE
    move = NEXT[stand.kind, stand.phase]
    return _AT_THE_END.get(move, move) if stand.is_last else move


def back_move(stand: Stand) -> Move:
    """What *back* does here."""
    waiting = _before_the_slide(stand)
    if waiting is not None:
        return waiting
    if stand.has_shown_step:
        return Move.STEP_BACK
    if stand.has_page_before:
        return Move.PAGE_BACK
    if stand.kind is None or stand.is_first:
        return Move.NONE
    return Move.CLOSE_AND_GO_BACK if stand.phase is Phase.ASKING else Move.GO_BACK


def _before_the_slide(stand: Stand) -> Move | None:
    if stand.is_paused:
        return Move.RESUME
    if stand.is_covered and stand.kind is not None:
        return Move.LIFT
    return None
