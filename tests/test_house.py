"""The rules of the house that no library checks: who may import what, names, portability, and what is shipped."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
PACKAGES = ("lessons", "polling", "presenter")


def sources(*packages: str) -> Iterator[Path]:
    """The Python files of packages."""
    for package in packages:
        yield from sorted((HOUSE / package).rglob("*.py"))


def modules(*packages: str) -> list[str]:
    """The names of all modules of packages."""
    files = [path.relative_to(HOUSE).with_suffix("") for path in sources(*packages)]
    return [".".join(file.parts).removesuffix(".__init__") for file in files]


def loaded_by(package: str) -> set[str]:
    """What stands in `sys.modules` after a fresh interpreter imported every module of a package but its `__main__`."""
    names = [name for name in modules(package) if not name.endswith("__main__")]
    code = f"import sys, importlib\nfor name in {names!r}: importlib.import_module(name)\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {".".join(name.split(".")[:depth]) for name in done.stdout.split() for depth in (1, 2)}


@pytest.mark.parametrize(
    ("package", "strangers"),
    [
        (
            "lessons",
            ("PySide6", "shiboken6", "polling", "presenter", "websockets", "asyncio", "sqlite3", "urllib.request"),
        ),
        ("polling", ("PySide6", "shiboken6", "presenter")),
        ("presenter", ("websockets",)),
    ],
)
def test_a_package_loads_only_what_lies_below_it(package: str, strangers: tuple[str, ...]) -> None:
    assert not loaded_by(package) & set(strangers)


def test_a_qt_import_in_polling_breaks_the_contracts(tmp_path: Path) -> None:
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        shutil.copytree(HOUSE / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "samples"))
    assert contracts(tmp_path).returncode == 0
    (tmp_path / "polling" / "planted.py").write_text("from PySide6 import QtCore\n", encoding="utf-8")
    broken = contracts(tmp_path)
    assert broken.returncode != 0
    assert "polling.planted -> PySide6" in broken.stdout


def contracts(house: Path) -> subprocess.CompletedProcess[str]:
    """Runs the import contracts on the packages in a folder."""
    code = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as c; c()"
    environment = {**os.environ, "PYTHONPATH": str(house), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=house, env=environment, capture_output=True, text=True
    )


FORBIDDEN_NAMES = re.compile(r"utils?|helpers?|misc|manager|handler|common", re.IGNORECASE)


def test_no_file_has_a_name_that_says_nothing() -> None:
    said = [path for path in sources(*PACKAGES, "tests", "scripts") if FORBIDDEN_NAMES.search(path.stem)]
    assert not said


POSIX_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
POSIX_NAMES = re.compile(
    r"os\.(fork|getuid|geteuid|getgid|killpg|getpgid|setsid|mkfifo|uname|chown|fchmod|nice|sysconf|sync|wait)"
    r"|os\.O_(DIRECTORY|NOFOLLOW)|signal\.(SIG(KILL|HUP|USR1|USR2|STOP|CONT|ALRM)|alarm)"
    r"|asyncio\.(start_unix_server|open_unix_connection)|socket\.AF_UNIX|time\.tzset"
)
POSIX_KEYWORDS = {"start_new_session", "preexec_fn", "close_fds", "process_group"}
POSIX_METHODS = {"add_signal_handler", "remove_signal_handler"}
POSIX_PLACES = {Path("presenter/detached.py"), Path("polling/open_files.py")}
"""The modules that may know the system they run on."""


def test_posix_only_calls_stay_in_their_place() -> None:
    found = {
        f"{path.relative_to(HOUSE)}: {what}"
        for path in sources(*PACKAGES)
        if path.relative_to(HOUSE) not in POSIX_PLACES
        for what in posix_only(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_a_posix_only_call_is_noticed() -> None:
    text = "import fcntl\nfrom os import fork\nos.setsid()\nloop.add_signal_handler()\nPopen(start_new_session=True)"
    assert posix_only(ast.parse(text)) == {"fcntl", "os.fork", "os.setsid", "add_signal_handler", "start_new_session"}


def posix_only(tree: ast.AST) -> set[str]:
    """What a module uses that Windows has not."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found |= {alias.name for alias in names} & POSIX_MODULES
            case ast.ImportFrom(module=str(module), names=names):
                named = {f"{module}.{alias.name}" for alias in names}
                found |= {module} & POSIX_MODULES | set(filter(POSIX_NAMES.fullmatch, named))
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                found |= set(filter(POSIX_NAMES.fullmatch, [f"{owner}.{name}"])) | {name} & POSIX_METHODS
            case ast.Attribute(attr=name):
                found |= {name} & POSIX_METHODS
            case ast.keyword(arg=str(name)):
                found |= {name} & POSIX_KEYWORDS
    return found


WALL_CLOCKS = re.compile(
    r"time\.(time|time_ns|localtime|gmtime|ctime|strftime)|(datetime|date)\.(now|today|utcnow)"
    r"|Q(DateTime|Date|Time)\.current\w+"
)
WALL_CLOCK_PLACES = {
    Path("polling/__main__.py"): "how long a session was away, and the mark that the next start compares with",
    Path("polling/sessions.py"): "the day that people read, and how long ago a session was seen",
    Path("presenter/start.py"): "which sessions are of today, and which are old",
    Path("presenter/report/window.py"): "what of the day a report was read",
    Path("presenter/spokesman.py"): "the clock on the console",
}
"""A wall clock is set by hand, by a server and twice a year. Only what is about days may look at one: no countdown."""


def test_no_countdown_looks_at_a_wall_clock() -> None:
    found = {
        f"{path.relative_to(HOUSE)}: {what}"
        for path in sources("polling", "presenter")
        if path.relative_to(HOUSE) not in WALL_CLOCK_PLACES
        for what in wall_clocks(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert not found
    assert all(wall_clocks(ast.parse((HOUSE / path).read_text(encoding="utf-8"))) for path in WALL_CLOCK_PLACES)


def test_a_wall_clock_is_noticed() -> None:
    text = (
        "import time\nfrom time import time_ns\nnow = time.time\ndatetime.now()\ntime.monotonic()\nQTime.currentTime()"
    )
    assert wall_clocks(ast.parse(text)) == {"time.time", "time.time_ns", "datetime.now", "QTime.currentTime"}


def wall_clocks(tree: ast.AST) -> set[str]:
    """The wall clocks that a module looks at, or hands on to be looked at."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), names=names):
                found |= set(filter(WALL_CLOCKS.fullmatch, (f"{module}.{alias.name}" for alias in names)))
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
                found |= set(filter(WALL_CLOCKS.fullmatch, [f"{owner}.{name}"]))
    return found


APPLICATION_FILTER = re.compile(r"(?:\bqt|_qt|\bapp|\bqApp|instance\(\))\.installEventFilter")


def test_no_filter_is_on_the_application() -> None:
    """It would hand Python the inner objects of a web view, which crashes: see presenter/key_filter.py."""
    texts = {path.relative_to(HOUSE): path.read_text(encoding="utf-8") for path in sources("presenter")}
    assert [path for path, text in texts.items() if APPLICATION_FILTER.search(text)] == []
    assert APPLICATION_FILTER.search("self._qt.installEventFilter(self.keys)")


def test_this_pyside_keeps_none_alive() -> None:
    """PySide6 6.12 on Python 3.10 and 3.11 loses a reference to None in every call that returns nothing."""
    from PySide6.QtGui import QFont

    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(1000):
        font.setBold(True)
    assert sys.getrefcount(None) - before > -500


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """What `pip install .` would install, built from a copy so that nothing is left in the house."""
    copy = tmp_path_factory.mktemp("copy")
    for package in PACKAGES:
        shutil.copytree(HOUSE / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(HOUSE / name, copy)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", "out", "."]
    subprocess.run([*command, "--disable-pip-version-check"], cwd=copy, check=True)
    return zipfile.ZipFile(next((copy / "out").glob("*.whl")))


def test_an_installed_klassikaal_has_all_its_files(wheel: zipfile.ZipFile) -> None:
    here = {
        path.relative_to(HOUSE).as_posix()
        for package in PACKAGES
        for path in (HOUSE / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert here - set(wheel.namelist()) == set()


def test_an_installed_klassikaal_has_its_command(wheel: zipfile.ZipFile) -> None:
    points = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "klassikaal = presenter.__main__:main" in wheel.read(points).decode()
    assert (HOUSE / "presenter" / "__main__.py").exists()


def test_every_dependency_is_locked_and_explained() -> None:
    """Each has an exact version in constraints.txt and a line in the decision about dependencies."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {name_of(line) for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]}
    lines = (HOUSE / "constraints.txt").read_text(encoding="utf-8").splitlines()
    locked = {name_of(line) for line in lines if "==" in line}
    explained = (HOUSE / "docs" / "decisions" / "002-dependencies.md").read_text(encoding="utf-8").lower()
    assert wanted <= locked
    assert {name for name in wanted if f"`{name}`" not in explained} == set()


def name_of(requirement: str) -> str:
    """The normal form of the name in front of a version."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=;\[ ]", requirement)[0]).lower()
