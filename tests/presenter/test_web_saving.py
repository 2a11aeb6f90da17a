"""presenter/web_saving.py and presenter/export/web.py: a word web as a picture, a drawing, a page and a table."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFileDialog

from polling.commands import GroupWord, Hide, MergeWord
from presenter.export.web import alone
from presenter.settings import Settings
from presenter.stage.theme import LIGHT, WIDTH
from presenter.web_saving import WebSaving
from tests.presenter.desk import Desk


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def saving(desk: Desk, said: list[str]) -> WebSaving:
    saving = WebSaving(desk.console, lambda: desk.console.now.canvas.scene, Settings(language="nl"), said.append)
    desk.room.changed.connect(saving.on_room)
    desk.console.results.words.save_wanted.connect(saving.on_wanted)
    phones = [desk.link.joins(name) for name in ("Ana", "Bo")]
    desk.goes_to("s4")
    phones[0].sends("Zee", "zeeën", "=1+1")
    phones[1].sends("zee", "rotwoord", "vogel")
    desk.link.tells()
    for command in (MergeWord("zeeen", "zee"), GroupWord("vogel", "Dieren"), Hide("rotwoord")):
        desk.link.send(command)
    return saving


def test_the_table_has_what_the_class_may_see(saving: WebSaving, tmp_path: Path, said: list[str]) -> None:
    saving.save(tmp_path / "web.csv")
    rows = (tmp_path / "web.csv").read_text("utf-8-sig").splitlines()
    assert rows[0] == '"woord";"aantal";"groep";"ook geschreven als"'
    assert rows[1] == '"Zee";2;"";"zeeën"'
    assert '"vogel";1;"Dieren";""' in rows
    assert '"\'=1+1";1;"";""' in rows
    assert not any("rotwoord" in row for row in rows)
    assert said == ["Bewaard als web.csv."]


def test_a_picture_is_twice_as_fine_as_the_canvas(saving: WebSaving, tmp_path: Path) -> None:
    saving.save(tmp_path / "web.png")
    image = QImage(str(tmp_path / "web.png"))
    assert image.width() == 2 * WIDTH
    assert image.pixelColor(4, 4).name().upper() == LIGHT.paper


def test_a_drawing_is_made_of_lines_and_letters(saving: WebSaving, tmp_path: Path) -> None:
    saving.save(tmp_path / "web.svg")
    text = (tmp_path / "web.svg").read_text("utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag.endswith("svg")
    assert "<image" not in text
    assert "vogel" in text
    assert "rotwoord" not in text


def test_a_page_has_the_words_as_text(saving: WebSaving, tmp_path: Path) -> None:
    saving.save(tmp_path / "web.pdf")
    document = QPdfDocument()
    document.load(str(tmp_path / "web.pdf"))
    assert document.pageCount() == 1
    assert "vogel" in document.getAllText(0).text()


def test_a_place_that_refuses_is_told(saving: WebSaving, tmp_path: Path, said: list[str]) -> None:
    saving.save(tmp_path / "nowhere" / "web.png")
    assert said == ["web.png is niet bewaard: dat lukte daar niet."]


def test_the_dialog_offers_four_forms_and_the_subject_as_a_name(saving: WebSaving, desk: Desk, tmp_path: Path) -> None:
    desk.clicks(desk.console.results.words.save)
    (dialog,) = desk.console.findChildren(QFileDialog)
    assert [each.rpartition("*")[2] for each in dialog.nameFilters()] == [".png)", ".svg)", ".pdf)", ".csv)"]
    assert Path(dialog.selectedFiles()[0]).stem == "Wat hoor je nu"
    dialog.fileSelected.emit(str(tmp_path / "web.csv"))
    assert (tmp_path / "web.csv").exists()
    dialog.close()


def test_only_a_word_web_is_saved(saving: WebSaving, desk: Desk, tmp_path: Path) -> None:
    desk.goes_to("s1")
    saving.save(tmp_path / "web.png")
    saving.on_wanted()
    assert list(tmp_path.iterdir()) == []
    assert desk.console.findChildren(QFileDialog) == []
    scene = desk.console.now.canvas.scene
    assert scene is not None
    assert alone(scene) is None
