"""The limit on open files: raised where the system has one."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from polling.open_files import RESERVE, connections_possible

if sys.platform == "win32":
    pytest.skip("this system has no such limit", allow_module_level=True)

import resource

LIMIT = resource.RLIMIT_NOFILE


@pytest.fixture(autouse=True)
def the_limit_comes_back() -> Iterator[None]:
    before = resource.getrlimit(LIMIT)
    yield
    resource.setrlimit(LIMIT, before)


def test_the_limit_is_raised_for_the_connections_that_are_wanted() -> None:
    resource.setrlimit(LIMIT, (300, resource.getrlimit(LIMIT)[1]))
    assert connections_possible(500) == 500
    assert resource.getrlimit(LIMIT)[0] == 500 + RESERVE


def test_a_limit_that_is_high_enough_stays() -> None:
    before = resource.getrlimit(LIMIT)
    assert connections_possible(50) == 50
    assert resource.getrlimit(LIMIT) == before


def test_no_more_is_promised_than_the_system_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda limit: (300, 400))
    set_: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda limit, limits: set_.append(limits))
    assert connections_possible(2500) == 400 - RESERVE
    assert set_ == [(400, 400)]


def test_a_system_that_will_not_raise_the_limit_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(limit: int, limits: tuple[int, int]) -> None:
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "getrlimit", lambda limit: (256, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", refuses)
    assert connections_possible(2500) == 256 - RESERVE
