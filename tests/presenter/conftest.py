"""The desk for the tests of the presenter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presenter.screens import ScreenPlan
from tests.classroom import LESSON
from tests.presenter.desk import TWO, Desk

MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk(qapp: QApplication, qtbot: QtBot) -> Iterator[MakeDesk]:
    """Makes desks with another lesson, screens or language."""
    desks: list[Desk] = []

    def make(text: str = LESSON, plan: ScreenPlan = TWO, language: str = "nl") -> Desk:
        desks.append(Desk(qapp, qtbot, text, plan, language))
        return desks[-1]

    yield make
    for desk in desks:
        desk.ends()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk with two screens, Dutch, and the lesson of tests/classroom.py."""
    return make_desk()
