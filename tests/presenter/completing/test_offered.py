"""presenter/completing/offered.py: what a drop or the clipboard holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from presenter.completing import offered as offers
from presenter.completing.offered import NOTHING, TOO_LARGE, Offered, as_png, could_be_taken, offered
from tests.presenter.completing.hands import file_mime, picture, text_mime


def test_the_first_file_counts_for_more_than_a_picture_of_it(qapp: QApplication, tmp_path: Path) -> None:
    mime = file_mime(tmp_path / "a.png", tmp_path / "b.png")
    mime.setImageData(picture())
    mime.setText("a.png")
    assert offered(mime) == Offered(file=tmp_path / "a.png")


def test_a_picture_without_a_file_comes_as_png(qapp: QApplication) -> None:
    mime = QMimeData()
    mime.setImageData(picture())
    mime.setUrls([QUrl("https://example.org/wolk.png")])
    found = offered(mime)
    assert found.picture == as_png(picture())
    assert QImage.fromData(found.picture).size() == picture().size()


def test_a_picture_that_is_too_large_is_not_read(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "MOST_PIXELS", 100)
    mime = QMimeData()
    mime.setImageData(picture())
    assert offered(mime) is TOO_LARGE


def test_text_is_text_and_nothing_is_nothing(qapp: QApplication) -> None:
    assert offered(text_mime("youtu.be/a")) == Offered(text="youtu.be/a")
    assert offered(QMimeData()) is NOTHING


def test_what_hovers_is_looked_at_without_reading(qapp: QApplication, tmp_path: Path) -> None:
    assert could_be_taken(file_mime(tmp_path / "weg.png"), takes_text=False)
    assert could_be_taken(text_mime("adres"), takes_text=True)
    assert not could_be_taken(text_mime("adres"), takes_text=False)
