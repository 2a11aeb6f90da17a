"""What of the class's answers stands at a point of the stage: the other way round from painting. Pure."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from presenter.stage import open as open_painter
from presenter.stage.content import OpenContent, WebContent
from presenter.stage.scene import Scene


def item_at(scene: Scene, point: QPointF) -> str | None:
    """The item (a word's key, a participant's id) that is painted at this point of the canvas, if there is one."""
    match scene.content:
        case WebContent() as content:
            return _word_at(content, point)
        case OpenContent() as content if content.cards:
            cards = open_painter.placed(content)
            return next((card.name for card in cards if card.box.contains(point)), None)
        case _:
            return None


def _word_at(content: WebContent, point: QPointF) -> str | None:
    for place in content.web.places:
        if abs(point.x() - place.x) <= place.width / 2 and abs(point.y() - place.y) <= place.height / 2:
            return place.key
    return None
