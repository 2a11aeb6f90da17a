"""What holds for every test: no screen, and silence or failure.

A log record of level warning or above fails the test, unless the test says that it expects it:

    @pytest.mark.expects_log(r"database is locked")

Then it fails when the record does not come. Warnings of Qt fail a test as well (`qt_log_level_fail` in pyproject.toml);
a test that expects one carries pytest-qt's own `@pytest.mark.qt_log_ignore("...")`.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from presenter.garbage import collect_due

settings.register_profile("dev", deadline=None, max_examples=200)
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=200,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", deadline=None, max_examples=600)
settings.register_profile(
    "mutants", deadline=None, max_examples=200, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


class _Records(logging.Handler):
    """Keeps the records of level warning and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(record)


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known. Before Qt begins: no window opens, there are a laptop's screen and a projector, and only
    this thread collects garbage (`presenter/garbage.py`): the phones of tests have threads, and windows die slowly."""
    gc.disable()
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('two_screens.json')}"
    config.addinivalue_line("markers", "expects_log(pattern): a log record of level warning or above that must come")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow tests come last: the faults, then the real browsers. Playwright also leaves its event loop running in
    this thread."""
    items.sort(key=lambda item: ("end2end" in item.path.parts, "faults" in item.path.parts))


@pytest.fixture
def size() -> Callable[[int, int], int]:
    """How much of a fault test to run: the first figure, or the second where KLASSIKAAL_FAULTS says long."""
    is_long = os.environ.get("KLASSIKAAL_FAULTS") == "long"
    return lambda short, long: long if is_long else short


@pytest.fixture(autouse=True)
def garbage_goes_between_tests() -> Iterator[None]:
    """Windows and timers that a test leaves behind are destroyed in this thread."""
    yield
    collect_due()


@pytest.fixture(autouse=True)
def no_unexpected_log_records(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test on a warning in the log that it did not announce, and on an announced one that did not come."""
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("expects_log")]
    records = _Records()
    root = logging.getLogger()
    root.addHandler(records)
    try:
        yield
    finally:
        root.removeHandler(records)
    told = [f"{record.name}: {record.getMessage()}" for record in records.kept]
    surprises = [text for text in told if not any(re.search(pattern, text) for pattern in expected)]
    missing = [pattern for pattern in expected if not any(re.search(pattern, text) for text in told)]
    assert not surprises, f"unexpected log records: {surprises}"
    assert not missing, f"log records that did not come: {missing}; there were {told}"


@pytest.fixture(autouse=True)
def no_websocket_stays_open() -> Iterator[None]:
    """Closes the test clients that a test leaves open."""
    yield
    wire_clients = sys.modules.get("tests.wire_clients")
    if wire_clients is not None:
        for client in list(wire_clients.WireClient.open_ones):
            client.closes()
