"""Forgotten Qt objects are destroyed in the thread of the windows, whatever other threads do."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from presenter.garbage import Garbage


@pytest.fixture
def as_python_collects() -> Iterator[None]:
    """Python collects by itself, in any thread, as it does before the app begins. Of other tests nothing is left."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


class Collections:
    """Where garbage was collected, as long as it is entered."""

    def __init__(self) -> None:
        self.threads: list[threading.Thread] = []

    def __enter__(self) -> Collections:
        gc.callbacks.append(self._on_collection)
        return self

    def __exit__(self, *_: object) -> None:
        gc.callbacks.remove(self._on_collection)

    def _on_collection(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self.threads.append(threading.current_thread())


def make_much() -> None:
    """What makes Python look for garbage: many new objects that stay for a while."""
    kept: list[list[object]] = []
    for _ in range(100_000):
        kept.append([kept])


def in_a_thread() -> threading.Thread:
    """A thread that made much, and is done."""
    thread = threading.Thread(target=make_much)
    thread.start()
    thread.join()
    return thread


def forgotten() -> QObject:
    """An object of Qt that only the collector can destroy: it holds on to itself."""
    made = QObject()
    made.setProperty("timer", QTimer(made))
    made.itself = made  # type: ignore[attr-defined]  # a Python attribute of our own
    return made


def test_other_threads_collect_without_it(as_python_collects: None) -> None:
    with Collections() as collections:
        thread = in_a_thread()
    assert thread in collections.threads


def test_no_other_thread_collects_with_it(as_python_collects: None, qtbot: QtBot) -> None:
    garbage = Garbage()
    with Collections() as collections:
        for _ in range(5):
            in_a_thread()
        qtbot.waitUntil(lambda: bool(collections.threads), timeout=5000)
    assert set(collections.threads) == {threading.main_thread()}
    garbage.deleteLater()


def test_what_is_forgotten_goes_in_the_thread_of_the_windows(as_python_collects: None, qtbot: QtBot) -> None:
    garbage = Garbage()
    went: list[threading.Thread] = []
    forgotten().destroyed.connect(lambda: went.append(threading.current_thread()))
    for _ in range(5):
        in_a_thread()
    assert went == []
    qtbot.waitUntil(lambda: bool(went), timeout=5000)
    assert went == [threading.main_thread()]
    garbage.deleteLater()
