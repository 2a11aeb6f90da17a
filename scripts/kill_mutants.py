"""Break the program on purpose, one small change at a time, and see that a test notices each: `make mutants`.

A test that stays green when the code is broken proves nothing. The list is in tests/mutants.py. Works on a copy; exit
code 1 when a mutant survives, when its text is no longer found (then the list is out of date), or when the tests fail
unbroken.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HOUSE = Path(__file__).parent.parent
sys.path.insert(0, str(HOUSE))

from tests.mutants import MUTANTS, Mutant  # noqa: E402

COPIED = ("lessons", "polling", "tests", "pyproject.toml")
LIMIT_S = 300
"""A run of a few tests that takes longer says nothing."""
_FAILED = re.compile(r"^FAILED (\S+)", re.MULTILINE)


def main() -> int:
    """Try every mutant, and say for each which test killed it."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        house = Path(folder)
        copy_house(house)
        every_test = sorted({test for mutant in MUTANTS for test in mutant.tests})
        code, told = run_tests(house, every_test)
        if code != 0:
            print(f"The tests fail before anything is broken:\n{told}")
            return 1
        survivors = [mutant for mutant in MUTANTS if not _is_killed(house, mutant)]
    print(f"{len(MUTANTS) - len(survivors)} of {len(MUTANTS)} mutants were killed.")
    return 1 if survivors else 0


def copy_house(house: Path) -> None:
    """What the tests of the room need, in another folder."""
    for name in COPIED:
        if (HOUSE / name).is_dir():
            shutil.copytree(HOUSE / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(HOUSE / name, house / name)


def found(mutant: Mutant, house: Path = HOUSE) -> int:
    """How often the text of a mutant stands in its file."""
    return (house / mutant.file).read_text("utf-8").count(mutant.text)


def killer(house: Path, mutant: Mutant) -> str:
    """The test that notices this mutant in a copy of the house, which is whole again afterwards; "" when none does."""
    path = house / mutant.file
    whole = path.read_text("utf-8")
    path.write_text(whole.replace(mutant.text, mutant.instead), "utf-8")
    try:
        code, told = run_tests(house, mutant.tests)
    finally:
        path.write_text(whole, "utf-8")
    failed = _FAILED.search(told)
    return failed[1].partition("::")[2] if code == 1 and failed else ""


def run_tests(house: Path, tests: Sequence[str]) -> tuple[int, str]:
    """Run these tests until the first that fails. Nothing is invented twice, and no failure is made smaller."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "mutants", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=house, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=LIMIT_S
        )
    except subprocess.TimeoutExpired:
        return -1, f"no answer within {LIMIT_S} s"
    return done.returncode, done.stdout + done.stderr


def _is_killed(house: Path, mutant: Mutant) -> bool:
    if found(mutant, house) != 1:
        print(f"NOT FOUND  {mutant.file}: {mutant.breaks}\n           {mutant.text!r}")
        return False
    name = killer(house, mutant)
    print(f"{'killed' if name else 'SURVIVED':<9}  {mutant.file}: {mutant.breaks}\n           {name}", flush=True)
    return bool(name)


if __name__ == "__main__":
    sys.exit(main())
