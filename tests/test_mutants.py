"""scripts/kill_mutants.py: the list of mutants is up to date, and the script tells a killed one from a survivor."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import kill_mutants
from tests.mutants import MUTANTS, Mutant


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    kill_mutants.copy_house(folder)
    return folder


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.breaks)
def test_every_mutant_can_still_be_made(mutant: Mutant) -> None:
    """Where this fails, the code moved on: write the mutant anew for the code as it is, in tests/mutants.py."""
    assert kill_mutants.found(mutant) == 1
    assert mutant.text != mutant.instead
    for test in mutant.tests:
        file, _, name = test.partition("::")
        assert f"def {name}(" in (kill_mutants.HOUSE / file).read_text("utf-8")


def mutant_that(breaks: str) -> Mutant:
    return next(mutant for mutant in MUTANTS if mutant.breaks.startswith(breaks))


@pytest.mark.parametrize(
    ("breaks", "test"),
    [
        ("A phone says that an answer is stored", "test_nothing_is_told_before_it_is_on_disk"),
        ("An older answer that comes late", "test_sending_an_old_answer_again_changes_nothing"),
    ],
)
def test_a_mutant_is_killed_and_the_house_is_whole_again(house: Path, breaks: str, test: str) -> None:
    mutant = mutant_that(breaks)
    before = (house / mutant.file).read_text("utf-8")
    assert kill_mutants.killer(house, mutant) == test
    assert (house / mutant.file).read_text("utf-8") == before


def test_a_change_that_breaks_nothing_survives(house: Path) -> None:
    harmless = Mutant(
        "polling/decisions.py", "kept.revision >= command.revision", "command.revision <= kept.revision", "Nothing.",
        mutant_that("An older answer that comes late").tests,
    )  # fmt: skip
    assert kill_mutants.killer(house, harmless) == ""
    nonsense = Mutant(
        "polling/decisions.py", "kept.revision >= command.revision", "kept.revision >=", "Nothing runs.",
        mutant_that("An older answer that comes late").tests,
    )  # fmt: skip
    assert kill_mutants.killer(house, nonsense) == ""
