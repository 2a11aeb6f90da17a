"""presenter/stage/veil.py: while answers are hidden nothing that students typed is in a scene for the class."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from polling.commands import Cover
from presenter.stage.canvas import Canvas
from presenter.stage.content import JoinContent, OpenContent, QuizContent, WebContent
from presenter.stage.motion import Tween
from presenter.stage.scene import Audience, Scene, without_answers
from presenter.stage.theme import DARK
from tests.presenter.stage.board import OPEN, POLL, QUIZ, TEXT, WEB, Board, full, has_colour, looks_the_same

SAID = ("Zeewier", "Duinpan", "Ganzenveer")
OTHERS = ("Mosselman", "Kwelder", "Strandkrab")
SLIDES = {"web": WEB, "open": OPEN, "lobby": None, "join": TEXT, "quiz": QUIZ, "poll": POLL, "text": TEXT}


def board_of(slide: str, typed: tuple[str, ...]) -> Board:
    """A class that typed this, as names, words and answers, at a slide or at the slide to join at."""
    board = Board()
    board.join(*typed)
    board.words(WEB, (typed[0], 3), (typed[1], 1))
    told = {"hides_answers": True, "shows_results": True, "cover": Cover.JOIN if slide == "join" else Cover.NONE}
    at = SLIDES[slide]
    if at is None:
        board.stands_at(TEXT)
        assert board.room.position is not None
        lobby = {"slide": "", "cover": Cover.JOIN, "hides_answers": True}
        board.tell(position=msgspec.structs.replace(board.room.position, **lobby))
    else:
        board.stands_at(at, "closed" if at.asks else "", **told)
    if slide in ("quiz", "poll"):
        board.counts(POLL if slide == "poll" else QUIZ, 3, 1, 0, 0)
    else:
        board.answers(OPEN, *typed)
    return board


@pytest.mark.parametrize("slide", SLIDES)
def test_nothing_typed_reaches_the_class_whatever_was_typed(slide: str, qapp: QApplication) -> None:
    one, other = board_of(slide, SAID).shown(), board_of(slide, OTHERS).shown()
    assert one == other
    assert not any(word.casefold() in f"{one!r}{one.goals()!r}{one.tweens!r}".casefold() for word in (*SAID, *OTHERS))
    assert looks_the_same(full(one), full(other))


@pytest.mark.parametrize("slide", ["web", "open", "lobby", "join"])
def test_the_teacher_still_sees_it(slide: str, qapp: QApplication) -> None:
    board = board_of(slide, SAID)
    if slide == "join":
        board.stands_at(WEB, "asking", hides_answers=True, shows_results=True, cover=Cover.JOIN)
    assert SAID[0] in repr(board.shown(Audience.CONSOLE))


def test_what_is_counted_stays(qapp: QApplication) -> None:
    web = board_of("web", SAID).shown().content
    answers = board_of("open", SAID).shown().content
    lobby = board_of("lobby", SAID).shown().content
    poll = board_of("poll", SAID).shown().content
    assert isinstance(web, WebContent)
    assert isinstance(answers, OpenContent)
    assert isinstance(lobby, JoinContent)
    assert isinstance(poll, QuizContent)
    assert (web.words, web.participants, web.is_hidden) == (4, 26, True)
    assert answers.answered is not None
    assert (answers.answered.answered, answers.is_hidden) == (3, True)
    assert lobby.hidden_names == 3
    assert poll.results is not None
    assert poll.results.counts == (3, 1)


@pytest.mark.parametrize("slide", ["web", "open", "lobby"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_calm_line_stands_in_its_place(slide: str, language: str, qapp: QApplication) -> None:
    board = board_of(slide, SAID)
    board.language, board.theme = language, DARK
    place = {"web": QRect(500, 600, 920, 200), "open": QRect(500, 400, 920, 300), "lobby": QRect(950, 600, 800, 380)}
    hidden = board.shown()
    assert has_colour(full(hidden), DARK.soft, place[slide])


@pytest.mark.parametrize("slide", [WEB, OPEN])
def test_where_nothing_would_be_shown_no_line_says_that_it_is_hidden(slide: object, qapp: QApplication) -> None:
    board = Board()
    board.stands_at(slide, "waiting", hides_answers=True)  # type: ignore[arg-type]
    content = board.shown().content
    assert isinstance(content, WebContent | OpenContent)
    assert not content.is_hidden


def test_a_scene_that_is_kept_can_be_veiled_with_its_movements(qapp: QApplication) -> None:
    board = Board()
    board.stands_at(WEB, "asking", shows_results=True)
    board.words(WEB, ("Zeewier", 1))
    kept = board.shown()
    moving = Scene(kept.slide, kept.content, kept.theme, "nl", tweens={"x zeewier": Tween(0, 1, 0, 1)})
    veiled = without_answers(moving)
    assert "zeewier" not in f"{veiled!r}{veiled.tweens!r}".casefold()
    assert without_answers(veiled) == veiled
    assert veiled.places is None


def test_what_is_hidden_is_gone_at_once_and_does_not_fade(qtbot: QtBot, qapp: QApplication) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(480, 270)
    canvas.show()
    board = board_of("open", SAID)
    board.stands_at(TEXT)
    canvas.set_scene(board.shown())
    board.stands_at(OPEN, "closed", shows_results=True)
    canvas.set_scene(board.shown())
    assert canvas.is_moving
    board.stands_at(OPEN, "closed", shows_results=True, hides_answers=True)
    canvas.set_scene(board.shown())
    assert not canvas.is_moving
