"""presenter/leaving.py: the room is let go, also when the link was away at that moment."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from polling.wire import Release
from presenter.leaving import Leaving


class FickleLink:
    """A link that can be away."""

    def __init__(self) -> None:
        self.is_there = True
        self.heard: list[object] = []
        self.is_closed = False

    def send(self, message: object) -> bool:
        if self.is_there:
            self.heard.append(message)
        return self.is_there

    def close(self) -> None:
        self.is_closed = True


class PatientServer:
    """A server that only counts how often it was told to expect its end."""

    def __init__(self) -> None:
        self.ends = 0

    def expect_end(self) -> None:
        self.ends += 1


class Scene:
    def __init__(self) -> None:
        self.link, self.server = FickleLink(), PatientServer()
        self.leaving = Leaving(self.server, self.link)  # type: ignore[arg-type]
        self.left = 0
        self.leaving.left.connect(self.on_left)

    def on_left(self) -> None:
        self.left += 1


@pytest.fixture
def scene(qapp: QApplication) -> Scene:
    return Scene()


def test_the_server_is_released_once_and_then_the_app_goes(scene: Scene) -> None:
    scene.leaving.begin()
    scene.leaving.begin()
    assert scene.link.heard == [Release()]
    assert scene.server.ends == 1
    scene.leaving.on_server_gone()
    assert (scene.left, scene.link.is_closed) == (1, True)


def test_a_link_that_was_away_releases_when_it_is_back(scene: Scene) -> None:
    scene.link.is_there = False
    scene.leaving.begin()
    scene.link.is_there = True
    scene.leaving.on_link_opened()
    assert scene.link.heard == [Release()]


def test_a_link_that_opens_during_the_lesson_releases_nothing(scene: Scene) -> None:
    scene.leaving.on_link_opened()
    scene.leaving.on_server_gone()
    assert (scene.link.heard, scene.left) == ([], 0)
