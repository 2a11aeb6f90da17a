"""presenter/report/files.py: the name of the CSV, and its writing."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from polling.export import to_csv
from presenter.report import files
from presenter.report.words import Phrases
from tests.presenter.report.given import classroom, results_of

NL = Phrases("nl")


@pytest.mark.parametrize(
    ("title", "label", "name"),
    [
        ("Geluid", "2B", "Geluid 2B 2026-11-24.csv"),
        ("Geluid", "", "Geluid 2026-11-24.csv"),
        ("", "", "Les zonder titel 2026-11-24.csv"),
        ("Wat is 1/2?\nEn: 3", 'klas "A"/B', "Wat is 1 2 En 3 klas A B 2026-11-24.csv"),
        ("../..", "..", "2026-11-24.csv"),
        ("CON", "", "CON 2026-11-24.csv"),
        ("字" * 200, "字" * 200, f"{'字' * 33} {'字' * 16} 2026-11-24.csv"),
    ],
)
def test_the_name_tells_lesson_class_and_day(title: str, label: str, name: str) -> None:
    found = msgspec.structs.replace(results_of(classroom(), label), title=title)
    assert files.proposed_name(found, NL) == name
    assert len(files.proposed_name(found, NL).encode()) < 255


def test_a_session_without_a_day_has_a_name_too() -> None:
    found = msgspec.structs.replace(results_of(classroom(), ""), started_at="")
    assert files.proposed_name(found, NL) == "Geluid.csv"
    assert files.proposed_name(msgspec.structs.replace(found, title="...."), NL) == "les.csv"


def test_a_name_without_an_ending_gets_one() -> None:
    assert files.with_suffix(Path("uitslag")) == Path("uitslag.csv")
    assert files.with_suffix(Path("uitslag.txt")) == Path("uitslag.txt")


def test_the_file_holds_what_the_command_prints(tmp_path: Path) -> None:
    found = results_of(classroom())
    files.write(tmp_path / "les.csv", found, "nl")
    assert (tmp_path / "les.csv").read_bytes() == to_csv(found, "nl").encode()
    assert [path.name for path in tmp_path.iterdir()] == ["les.csv"]


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nergens"):
        files.write(tmp_path / "nergens" / "les.csv", results_of(classroom()), "nl")


def test_the_dialog_proposes_the_name(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = files.save_dialog(parent, results_of(classroom()), NL)
    assert Path(dialog.selectedFiles()[0]).name == "Geluid 2B 2026-11-24.csv"
