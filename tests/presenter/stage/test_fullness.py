"""Slides with more text than can be read from the back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from lessons import markdown
from presenter.__main__ import sample
from presenter.stage.fullness import counted, each_full, too_full
from tests.gallery_texts import SLIDES

WALL = "Een zin die telt voor de lengte van deze tekst, en die nog even doorgaat.\n\n" * 40


def full(*slides: str) -> tuple[int, ...]:
    """The slides of this lesson that hold too much."""
    return tuple(each.number for each in too_full(markdown.read(lesson(*slides))[0], Path("nowhere")))


def lesson(*slides: str) -> str:
    """A lesson of these slides."""
    return "\n\n---\n\n".join(slides)


def test_a_wall_of_text_is_too_full_and_its_neighbours_are_not(qapp: QApplication) -> None:
    assert full("# Begin", f"# Muur\n\n{WALL}", "# Kort\n\nEen zin.") == (2,)


def test_text_that_is_set_smaller_than_the_smallest_size_is_too_full(qapp: QApplication) -> None:
    words = "woorden die samen niet op de slide passen " * 75
    assert full("# Begin", f"# Klein\n\n{words}") == (2,)


def test_a_hidden_slide_is_not_looked_at(qapp: QApplication) -> None:
    assert full("# Begin", f"<!-- hidden: yes -->\n\n# Muur\n\n{WALL}") == ()


def test_columns_and_text_beside_a_picture_are_looked_at(qapp: QApplication) -> None:
    columns = f"<!-- layout: columns -->\n\n# Muur\n\n{WALL}"
    assert full("# Begin", columns, f"# Muur\n\n{WALL}\n\n![x](media/x.png)") == (2, 3)


def test_only_those_slides_of_the_gallery_are_too_full_that_are_meant_to_be(qapp: QApplication) -> None:
    meant = tuple(number for number, name in enumerate(SLIDES, 1) if name.startswith("text full"))
    assert full(*SLIDES.values()) == meant


def test_the_pages_of_slides_are_counted_by_their_ids_but_not_where_bullets_turn_them(qapp: QApplication) -> None:
    steps = "<!-- steps: yes -->\n\n# Stap\n\n" + "\n".join(f"- {WALL[:300].strip()}" for _ in range(12))
    text = lesson("# Begin", f"<!-- id: muur -->\n\n# Muur\n\n{WALL}", "# Kort", steps)
    found = [each for each in each_full(markdown.read(text)[0], Path("nowhere")) if each is not None]
    assert [each.number for each in found] == [2, 4]
    assert counted(found) == {"muur": 3}
    assert full("# Begin", steps) == (2,)


def test_what_cannot_be_parted_is_told_as_cut_off(qapp: QApplication) -> None:
    found = too_full(markdown.read(lesson("# Begin", "# Woord\n\n" + "x" * 20_000))[0], Path("nowhere"))
    assert [(each.number, each.pages, each.is_cut) for each in found] == [(2, 1, True)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sample_lessons_are_not_too_full(qapp: QApplication, language: str) -> None:
    text = (sample(language) / "lesson.md").read_text(encoding="utf-8")
    assert too_full(markdown.read(text)[0], sample(language)) == ()
