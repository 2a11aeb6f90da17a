"""What lies over a slide."""

from __future__ import annotations

import pytest

from presenter.stage.scene import black_scene, ended_scene, pause_scene, white_scene
from presenter.stage.theme import THEMES, Theme
from tests.presenter.stage.board import Board, full, pixels


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_black_is_black_and_white_is_white_in_every_theme(board: Board, theme: Theme) -> None:
    assert set(pixels(full(black_scene(theme)))) == {0xFF000000}
    assert set(pixels(full(white_scene(theme)))) == {0xFFFFFFFF}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_pause_and_the_end_say_nothing_of_the_lesson(board: Board, language: str) -> None:
    assert "Grondwater" not in repr(pause_scene(board.room, board.theme, language))
    full(pause_scene(board.room, board.theme, language))
    full(ended_scene(board.room, board.theme, language))
