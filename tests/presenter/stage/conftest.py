"""The stage of a small lesson, with its fonts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from presenter.stage import fonts
from tests.presenter.stage.board import Board


@pytest.fixture
def board(qapp: QApplication) -> Board:
    """A stage with its fonts."""
    fonts.load()
    return Board()
