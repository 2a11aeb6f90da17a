"""presenter/icon.py: the app's icon."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from presenter.icon import SIZES, claim_taskbar, icon, picture
from presenter.stage.theme import LIGHT


@pytest.mark.parametrize("size", SIZES)
def test_three_bars_of_different_heights_stand_on_the_tile(size: int, qapp: QApplication) -> None:
    image = picture(size).toImage()
    white = QColor(LIGHT.card).rgb()
    heights = []
    for left in (3, 7, 11):
        x = round((left + 1) * size / 16)
        heights.append(sum(image.pixel(x, y) == white for y in range(size)))
    assert all(heights)
    assert len(set(heights)) == 3
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixel(round(size * 6 / 16), size // 2) == QColor(LIGHT.accent).rgb()


def test_the_icon_has_a_picture_of_each_size(qapp: QApplication) -> None:
    assert sorted(size.width() for size in icon().availableSizes()) == sorted(SIZES)
    assert icon().actualSize(QSize(16, 16)) == QSize(16, 16)


def test_claiming_the_task_bar_harms_nothing_elsewhere() -> None:
    claim_taskbar()
