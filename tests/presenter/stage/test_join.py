"""The slide to join at: a code that a phone can read in every theme, and names."""

from __future__ import annotations

import pytest
import zxingcpp
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage

from presenter.stage.join import CARD, modules, rows_of_names
from presenter.stage.paint import picture
from presenter.stage.scene import join_scene
from presenter.stage.theme import RIGHT, THEMES, Theme
from tests.presenter.stage.board import ADDRESS, Board, full, looks_the_same, pixels

NAMES = [f"Leerling {number}" for number in range(60)]


def read(image: QImage) -> list[str]:
    """What a phone reads in the picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    view = memoryview(grey.constBits()).cast("B", shape=[grey.height(), grey.bytesPerLine()])
    return [code.text for code in zxingcpp.read_barcodes(view)]


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1366, 768), QSize(640, 360)])
def test_a_phone_reads_the_address_in_every_theme(board: Board, theme: Theme, size: QSize) -> None:
    board.theme = theme
    assert read(picture(join_scene(board.room, theme, "nl"), size)) == [ADDRESS.join_url]


def test_the_code_is_more_than_a_third_of_the_height_and_lies_in_white(board: Board) -> None:
    board.theme = THEMES["dark"]
    image = full(join_scene(board.room, board.theme, "nl"))
    black = QColor("#000000").rgb()
    columns = [y for y in range(1080) if black in pixels(image, QRect(int(CARD.left()), y, int(CARD.width()), 1))]
    whole = columns[-1] - columns[0] + 1
    assert whole > 360
    side = whole / len(modules(ADDRESS.join_url))
    around = QRect(int(CARD.center().x() - whole / 2 - 3.9 * side), columns[0], 20, 200)
    assert set(pixels(image, around)) == {QColor("#ffffff").rgb()}


def test_all_names_show_while_there_is_room() -> None:
    rows, before = rows_of_names(("Zoë", "Amira", "Sem"), 4)
    assert (rows, before) == ([["Zoë", "Amira", "Sem"]], 0)


@pytest.mark.usefixtures("board")
def test_the_last_names_show_and_the_others_are_counted() -> None:
    rows, before = rows_of_names(tuple(NAMES), 4)
    shown = [name for row in rows for name in row]
    assert len(rows) == 4
    assert shown == NAMES[before:]
    assert before > 0


@pytest.mark.usefixtures("board")
def test_rows_stay_as_they_are_when_the_next_name_comes() -> None:
    ten, eleven = rows_of_names(tuple(NAMES[:10]), 9), rows_of_names(tuple(NAMES[:11]), 9)
    assert eleven[0][: len(ten[0]) - 1] == ten[0][:-1]


def test_without_an_address_no_code_is_shown(board: Board) -> None:
    board.tell(address=None)
    assert read(full(join_scene(board.room, board.theme, "nl"))) == []


def test_names_are_not_markup_and_may_be_long(board: Board) -> None:
    board.join("<b>Jan</b>", "w" * 20, "نور", *NAMES)
    full(join_scene(board.room, board.theme, "en"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_locked_room_says_so_in_place_of_the_invitation_and_keeps_its_code(board: Board, language: str) -> None:
    open_ = full(join_scene(board.room, board.theme, language))
    board.locks()
    locked = full(join_scene(board.room, board.theme, language))
    assert read(locked) == [ADDRESS.join_url]
    title = QRect(int(CARD.right()), 100, 1920 - int(CARD.right()), 260)
    assert not looks_the_same(open_.copy(title), locked.copy(title))
    margin = QRect(int(RIGHT) + 4, 100, 1916 - int(RIGHT), 900)
    assert set(pixels(locked, margin)) == {QColor(board.theme.paper).rgb()}
