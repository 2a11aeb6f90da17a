"""The slide to join at with a wifi to join first: two codes that phones can read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from presenter import wifi
from presenter.stage.join_wifi import SIDE_OF_CODE
from presenter.stage.paint import picture
from presenter.stage.scene import Audience, Scene, join_scene, rejoining, scene, with_wifi
from presenter.stage.theme import HEIGHT, THEMES, Theme
from tests.presenter.stage.board import ADDRESS, Board, full, looks_the_same
from tests.presenter.stage.test_join import read

NAME, PASSWORD = 'Leerlingen; "groot"', "geheim:123"
CODE = wifi.code(NAME, PASSWORD)


def joining(board: Board, name: str = NAME, password: str = PASSWORD) -> Scene:
    return with_wifi(join_scene(board.room, board.theme, "nl"), wifi.code(name, password), name, password)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1366, 768), QSize(960, 540)])
def test_a_phone_reads_both_codes_in_every_theme(board: Board, theme: Theme, size: QSize) -> None:
    board.theme = theme
    assert sorted(read(picture(joining(board), size))) == sorted([CODE, ADDRESS.join_url])


def test_the_longest_wifi_can_still_be_read(board: Board) -> None:
    name, password = "N" * 32, "p:;" * 21
    assert wifi.code(name, password) in read(full(joining(board, name, password)))


def test_both_codes_are_more_than_a_third_of_the_height() -> None:
    assert HEIGHT / 3 < SIDE_OF_CODE


def test_without_a_wifi_the_slide_is_as_it_was(board: Board) -> None:
    plain = join_scene(board.room, board.theme, "nl")
    assert with_wifi(plain, "", "", "") == plain
    assert joining(board) != plain


def test_a_wifi_stands_on_the_slide_to_join_at_only(board: Board) -> None:
    slide = board.room.lesson.slides[0]
    shown = scene(slide, board.room, board.theme, "nl", Audience.PROJECTOR, board.folder, 0)
    assert with_wifi(shown, CODE, NAME, PASSWORD) == shown


def test_a_name_is_not_markup(board: Board) -> None:
    assert not looks_the_same(full(joining(board, "<b>x</b>")), full(joining(board, "x")))


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_a_code_that_lies_over_a_slide_can_be_read_from_the_back(board: Board, theme: Theme) -> None:
    board.theme = theme
    slide = board.room.lesson.slides[0]
    shown = scene(slide, board.room, board.theme, "nl", Audience.PROJECTOR, board.folder, 0)
    assert read(picture(rejoining(shown, board.room), QSize(1366, 768))) == [ADDRESS.join_url]
