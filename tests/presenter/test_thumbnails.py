"""presenter/thumbnails.py: slides at rest as small pictures."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from presenter.room_copy import RoomCopy
from presenter.stage.theme import LIGHT
from presenter.thumbnails import Thumbnails
from tests.presenter.film_desk import colour_of
from tests.presenter.pretend_link import PretendLink


def test_a_film_is_a_picture_of_its_beginning(qapp: QApplication) -> None:
    link, room = PretendLink("# Film\n\n![Film](https://youtu.be/dQw4w9WgXcQ)\n\n---\n\n# Klaar\n"), RoomCopy()
    link.part_arrived.connect(room.on_part)
    link.tells()
    still = QImage(16, 9, QImage.Format.Format_RGB32)
    still.fill(QColor("lime"))
    thumbnails = Thumbnails(room.seen, LIGHT, {"s1": still})
    small = thumbnails.picture_of("s1", QSize(320, 320))
    assert (small.size(), colour_of(small)) == (QSize(320, 180), "lime")
    assert colour_of(thumbnails.picture_of("s2", QSize(320, 320))) == "other"
