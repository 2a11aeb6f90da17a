"""presenter/terminal.py: the join address without a display."""

from __future__ import annotations

import zxingcpp
from PySide6.QtGui import QImage

from presenter.terminal import can_draw, matrix, qr_lines

URL = "http://192.168.1.23:8080/4271"


def decoded(lines: list[str], dark: set[tuple[str, int]]) -> str:
    """What a camera reads from the lines; `dark` are the (character, half) that a terminal shows dark."""
    scale = 4
    image = QImage(len(lines[0]) * scale, len(lines) * 2 * scale, QImage.Format.Format_Grayscale8)
    image.fill(255)
    for y, line in enumerate(lines):
        for x, character in enumerate(line):
            for half in (0, 1):
                if (character, half) in dark:
                    for dy in range(scale):
                        for dx in range(scale):
                            image.setPixel(x * scale + dx, (y * 2 + half) * scale + dy, 0)
    shape = [image.height(), image.bytesPerLine()]
    found = zxingcpp.read_barcodes(memoryview(image.constBits()).cast("B", shape=shape))
    return str(found[0].text) if found else ""


def test_in_colour_the_blocks_are_the_dark_modules() -> None:
    lines = [line.removeprefix("\x1b[30;107m").removesuffix("\x1b[0m") for line in qr_lines(URL, is_coloured=True)]
    assert decoded(lines, {("█", 0), ("█", 1), ("▀", 0), ("▄", 1)}) == URL


def test_without_colour_the_blocks_are_the_light_modules() -> None:
    assert decoded(qr_lines(URL, is_coloured=False), {(" ", 0), (" ", 1), ("▄", 0), ("▀", 1)}) == URL


def test_the_code_has_its_quiet_zone() -> None:
    rows = matrix(URL)
    assert not any(any(row) for row in (*rows[:4], *rows[-4:]))
    assert not any(any((*row[:4], *row[-4:])) for row in rows)


def test_a_terminal_without_half_blocks_is_known() -> None:
    assert can_draw("utf-8")
    assert not can_draw("ascii")
    assert not can_draw(None)
    assert not can_draw("no such encoding")
