"""`klassikaal export`: what stands in the files, read back, and what is said when it cannot be done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from presenter.export.command import main
from presenter.export.files import MAKER
from presenter.stage.theme import DARK, LIGHT
from tests.presenter.film_desk import CLIPS, colour_of

LESSON = """---
title: Water
language: nl
---

# Waar blijft de regen?

Elke druppel maakt een rondreis.

- zee
- wolk

<!-- notes: Vraag wie er nat is. -->

---

<!-- hidden: yes -->

# Alleen voor later

---

# Hoe heet water in de grond?

- [ ] Regenwater
- [x] Grondwater
"""


@pytest.fixture
def lesson(qapp: QApplication, tmp_path: Path) -> Path:
    """A lesson of three slides, one of them hidden."""
    folder = tmp_path / "les"
    folder.mkdir()
    (folder / "lesson.md").write_text(LESSON, encoding="utf-8")
    return folder


def exported(lesson: Path, out: Path, *more: str) -> int:
    """The exit code of the command."""
    return main([str(lesson), str(out), "--language", "nl", *more])


def pages(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    return [document.getAllText(number).text() for number in range(document.pageCount())]


def test_a_pdf_has_a_page_with_text_for_each_slide_that_is_shown(lesson: Path, tmp_path: Path) -> None:
    assert exported(lesson, tmp_path / "les.pdf") == 0
    first, second = pages(tmp_path / "les.pdf")
    assert "Waar blijft de regen?" in first
    assert "wolk" in first
    assert "Vraag wie" not in first
    assert "Grondwater" in second


def test_a_page_of_the_pdf_has_the_canvas_proportions_and_its_paper(lesson: Path, tmp_path: Path) -> None:
    exported(lesson, tmp_path / "les.pdf", "--theme", "dark")
    document = QPdfDocument()
    document.load(str(tmp_path / "les.pdf"))
    size = document.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (960, 540)
    seen = document.render(0, QSize(960, 540))
    assert seen.pixelColor(30, 30) == QColor(DARK.paper)


def test_a_slide_that_is_too_full_has_a_page_for_each_page_of_the_board(lesson: Path, tmp_path: Path) -> None:
    (lesson / "lesson.md").write_text(f"# A\n\n---\n\n# Muur\n\n{'Een lange zin. ' * 300}", encoding="utf-8")
    assert exported(lesson, tmp_path / "les.pdf") == 3
    assert [("blad 1/2" in page, "blad 2/2" in page) for page in pages(tmp_path / "les.pdf")] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_formulas_are_outlines_in_the_pdf_and_plain_signs_in_its_notes(lesson: Path, tmp_path: Path) -> None:
    (lesson / "lesson.md").write_text(
        "# Som\n\n$$\\frac{1}{x^2}$$\n\n<!-- notes: Doe $y^2$ voor. -->", encoding="utf-8"
    )
    assert exported(lesson, tmp_path / "les.pdf", "--notes") == 0
    assert "Doe y² voor." in pages(tmp_path / "les.pdf")[0]
    assert exported(lesson, tmp_path / "bord.pdf") == 0
    assert b"/Subtype /Image" not in (tmp_path / "bord.pdf").read_bytes()


@pytest.mark.parametrize(("per_page", "count"), [("1", 2), ("2", 1), ("3", 1), ("6", 1)])
def test_handouts_hold_the_slides_and_the_notes_when_they_are_asked_for(
    lesson: Path, tmp_path: Path, per_page: str, count: int
) -> None:
    assert exported(lesson, tmp_path / "a.pdf", "--per-page", per_page) == 0
    assert exported(lesson, tmp_path / "b.pdf", "--per-page", per_page, "--notes") == 0
    assert len(pages(tmp_path / "a.pdf")) == len(pages(tmp_path / "b.pdf")) == count
    assert "Vraag wie er nat is." not in " ".join(pages(tmp_path / "a.pdf"))
    assert "Vraag wie er nat is." in " ".join(pages(tmp_path / "b.pdf"))


def test_pictures_are_the_slides_as_the_class_sees_them(lesson: Path, tmp_path: Path) -> None:
    assert exported(lesson, tmp_path / "out") == 0
    assert [path.name for path in sorted((tmp_path / "out").iterdir())] == ["slide-01.png", "slide-02.png"]
    image = QImage(str(tmp_path / "out" / "slide-02.png"))
    assert image.size() == QSize(1920, 1080)
    assert image.pixelColor(20, 20) == QColor(LIGHT.paper)
    colours = {image.pixelColor(x, y).name() for x in range(100, 400, 2) for y in range(200, 900, 2)}
    assert LIGHT.options[0].lower() in colours


def test_what_was_exported_may_be_exported_again_without_leftovers(lesson: Path, tmp_path: Path) -> None:
    for out in (tmp_path / "out", tmp_path / "les.pdf"):
        assert exported(lesson, out) == exported(lesson, out) == 0
    assert exported(lesson, tmp_path / "out", "--per-page", "6") == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["sheet-01.png"]


def test_a_file_of_somebody_else_is_left_as_it_is(
    lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = tmp_path / "out" / "slide-02.png"
    theirs.parent.mkdir()
    theirs.write_bytes(b"a holiday")
    (tmp_path / "les.pdf").write_bytes(b"a letter")
    assert exported(lesson, tmp_path / "out") == exported(lesson, tmp_path / "les.pdf") == 1
    assert theirs.read_bytes() == b"a holiday"
    assert (tmp_path / "les.pdf").read_bytes() == b"a letter"
    assert [path.name for path in theirs.parent.iterdir()] == ["slide-02.png"]
    assert "niet overschreven" in capsys.readouterr().err


def test_another_file_in_the_folder_stays(lesson: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "slide-99.png").write_bytes(b"not ours")
    assert exported(lesson, tmp_path / "out") == 0
    assert (tmp_path / "out" / "slide-99.png").read_bytes() == b"not ours"


def test_a_lesson_that_cannot_be_read_gives_a_sentence(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exported(tmp_path / "nothing", tmp_path / "les.pdf") == 1
    assert "nothing" in capsys.readouterr().err
    assert not (tmp_path / "les.pdf").exists()


def test_a_lesson_without_slides_to_show_gives_a_sentence(
    lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (lesson / "lesson.md").write_text("<!-- hidden: yes -->\n\n# Weg", encoding="utf-8")
    assert exported(lesson, tmp_path / "les.pdf") == 1
    assert "geen slides" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_gives_a_sentence(
    lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert exported(lesson, tmp_path / "file" / "les.pdf") == 1
    assert exported(lesson, tmp_path / "file" / "out") == 1
    assert "kan niet worden geschreven" in capsys.readouterr().err


def test_a_slide_with_a_problem_is_written_and_told(
    lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (lesson / "lesson.md").write_text("# Wat?\n\n- [x] Een", encoding="utf-8")
    assert exported(lesson, tmp_path / "les.pdf") == 3
    assert "Slide 1: " in capsys.readouterr().err
    assert len(pages(tmp_path / "les.pdf")) == 1


def test_notes_that_do_not_fit_are_told(lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lesson / "lesson.md").write_text(f"# A\n\n<!-- notes: {'veel tekst ' * 900} -->", encoding="utf-8")
    assert exported(lesson, tmp_path / "les.pdf", "--per-page", "6", "--notes") == 3
    assert "niet alle notities" in capsys.readouterr().err


def test_pictures_say_who_made_them(lesson: Path, tmp_path: Path) -> None:
    exported(lesson, tmp_path / "out")
    assert QImage(str(tmp_path / "out" / "slide-01.png")).text("Software") == MAKER


@pytest.mark.qt_log_ignore("No RHI backend", "Could not open media", extend=True)
def test_a_film_is_a_picture_of_its_beginning(lesson: Path, tmp_path: Path) -> None:
    media = lesson / "media"
    media.mkdir()
    shutil.copy(CLIPS / "h264.mp4", media / "film.mp4")
    (media / "junk.mp4").write_bytes(b"this is no film" * 100)
    films = "\n\n---\n\n".join(
        f"<!-- start: 1 -->\n\n# Film\n\n![Film](media/{name})" for name in ("film.mp4", "junk.mp4")
    )
    (lesson / "lesson.md").write_text(films, encoding="utf-8")
    exported(lesson, tmp_path / "out")
    assert colour_of(QImage(str(tmp_path / "out" / "slide-01.png"))) == "lime"
    assert colour_of(QImage(str(tmp_path / "out" / "slide-02.png"))) == "other"
