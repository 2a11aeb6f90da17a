"""The command line: its words and its exit status are a contract for scripts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lessons.__main__ import main
from lessons.package import open_lesson

PAGE = Path(__file__).parent / "lessonup" / "nl-plain.txt"
GOOD = "# Een\n\ntekst\n"
WARNED = "<!-- kind: quiz -->\n# Wat?\n\n- [ ] a\n- [ ] b\n"
BAD = "# Een\n\n![x](../x.png)\n"


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return tmp_path / "les.md"


@pytest.mark.parametrize(("text", "status"), [(GOOD, 0), (WARNED, 1), (BAD, 2)])
def test_check_ends_with_how_bad_it_is(text: str, status: int, lesson: Path) -> None:
    lesson.write_text(text, encoding="utf-8")
    assert main(["check", str(lesson)]) == status


def test_check_says_what_and_where(lesson: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson.write_text(WARNED, encoding="utf-8")
    main(["check", str(lesson), "--language", "nl"])
    assert capsys.readouterr().out == (
        f"{lesson}:2: slide 1: Kies het goede antwoord: zet [x] voor het antwoord dat klopt.\n"
    )


def test_check_of_several_files_ends_with_the_worst(
    lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson.write_text(GOOD, encoding="utf-8")
    assert main(["check", str(lesson), str(tmp_path / "weg.lesson"), "--language", "en"]) == 2
    gone = tmp_path / "weg.lesson"
    assert capsys.readouterr().out.startswith(f"{gone}: {gone} is not there (any more). Check the name")


def test_a_lesson_as_a_whole_has_no_slide_number(lesson: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson.write_text("", encoding="utf-8")
    assert main(["check", str(lesson), "--language", "en"]) == 2
    assert capsys.readouterr().out == f"{lesson}:0: This lesson has no slides yet.\n"


@pytest.mark.parametrize(("lang", "words"), [("nl_NL.UTF-8", "Deze les"), ("de_DE", "This lesson")])
def test_the_system_decides_the_language(
    lang: str, words: str, lesson: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", lang)
    lesson.write_text("", encoding="utf-8")
    main(["check", str(lesson)])
    assert words in capsys.readouterr().out


@pytest.mark.parametrize("name", ["uit.lesson", "uit.md", "uit"])
def test_convert_makes_a_lesson_of_a_page(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(PAGE), str(tmp_path / name), "--language", "nl"]) == 0
    assert "slide 6: De video ontbreekt: plak het adres of kies een bestand." in capsys.readouterr().out
    found = open_lesson(tmp_path / name, tmp_path / "work").lesson
    assert (found.title, len(found.slides)) == ("Waarom drijft een boot?", 10)


def test_convert_to_json_and_back(tmp_path: Path) -> None:
    assert main(["convert", str(PAGE), str(tmp_path / "les.json")]) == 0
    assert main(["convert", str(tmp_path / "les.json"), str(tmp_path / "les.lesson")]) == 0
    assert main(["convert", str(tmp_path / "les.lesson"), str(tmp_path / "weer.json")]) == 0
    assert (tmp_path / "les.json").read_bytes() == (tmp_path / "weer.json").read_bytes()


def test_a_page_is_recognised_by_its_content_not_its_name(tmp_path: Path) -> None:
    (tmp_path / "pagina.md").write_bytes(PAGE.read_bytes())
    assert main(["convert", str(tmp_path / "pagina.md"), str(tmp_path / "uit.md")]) == 0
    assert open_lesson(tmp_path / "uit.md").lesson.slides[2].question == "Welke kracht houdt de kurk boven?"


@pytest.mark.parametrize("destination", ["bestand/les.json", "bestand/les.lesson"])
def test_convert_that_cannot_write_ends_with_2(
    destination: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    assert main(["convert", str(PAGE), str(tmp_path / destination), "--language", "nl"]) == 2
    assert "kan niet worden opgeslagen" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "data"), [("x.txt", b"zomaar"), ("x.lesson", b"zomaar"), ("x.json", b"{")])
def test_what_cannot_be_read_ends_with_2(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["show", str(tmp_path / name)]) == 2


def test_an_archive_is_recognised_by_its_content_not_its_name(tmp_path: Path) -> None:
    assert main(["convert", str(PAGE), str(tmp_path / "les.lesson")]) == 0
    (tmp_path / "les.lesson").rename(tmp_path / "download.bin")
    assert main(["show", str(tmp_path / "download.bin")]) == 0


def test_what_may_not_be_read_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "x.txt").symlink_to("/proc/self/mem")
    assert main(["show", str(tmp_path / "x.txt")]) == 2


def test_show_lists_the_slides(lesson: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson.write_text(f"---\ntitle: Les\n---\n{GOOD}\n---\n{WARNED}", encoding="utf-8")
    assert main(["show", str(lesson)]) == 0
    assert capsys.readouterr().out == "Les\n  1 text     Een\n  2 quiz     Wat?\n"


def test_show_as_json_is_utf8(lesson: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    lesson.write_text("# Café\n", encoding="utf-8")
    assert main(["show", str(lesson), "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["slides"][0]["title"] == "Café"


def test_show_as_json_from_outside(lesson: Path) -> None:
    lesson.write_text(WARNED, encoding="utf-8")
    command = [sys.executable, "-m", "lessons", "show", str(lesson), "--json"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parents[2])
    assert json.loads(done.stdout)["slides"][0]["options"][0] == {
        "text": "a", "right": None, "feedback": None, "picture": None,
    }  # fmt: skip
