"""presenter/webs.py: a word web that is shown again looks the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from polling.forgetting import wipe
from presenter.stage.weblayout import woven
from presenter.stage.webmap import View, Web, Word
from presenter.webs import Webs

WORDS = (Word("zee", "zee", 2, "Buiten", True), Word("ijs", "ijs ❄️", 1), Word("bad", "bad", 1))


def measure(text: str, size: int, is_bold: bool) -> float:
    return len(text) * size * 0.54


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "a.sqlite3").touch()
    return tmp_path


def web(slide: str = "s5", view: View = View.WEB) -> Web:
    return woven(Web(slide, 1, "Water", 400, 120, view=view), WORDS, measure)


def test_a_web_outlives_the_app(data: Path) -> None:
    webs = Webs(data)
    webs.begin("a")
    webs.keep(web())
    webs.keep(web(view=View.CLOUD))
    webs.store()
    again = Webs(data)
    again.begin("a")
    assert again.of("s5", 1, View.WEB) == web()
    assert again.of("s5", 1, View.CLOUD) == web(view=View.CLOUD)
    assert again.of("s5", 2, View.WEB) is None


def test_another_session_begins_with_nothing_and_stores_the_one_before(data: Path) -> None:
    webs = Webs(data)
    webs.begin("a")
    webs.keep(web())
    webs.begin("b")
    assert webs.of("s5", 1, View.WEB) is None
    webs.begin("a")
    assert webs.of("s5", 1, View.WEB) == web()


def test_a_web_without_words_does_not_take_the_place_of_one_with_words(data: Path) -> None:
    webs = Webs()
    webs.begin("a")
    webs.keep(web())
    webs.keep(Web("s5", 1))
    assert webs.of("s5", 1, View.WEB) == web()


def test_a_file_that_cannot_be_read_counts_as_none(data: Path) -> None:
    webs = Webs(data)
    webs.begin("a")
    webs.keep(web())
    webs.store()
    (path,) = data.glob("sessions/*-webs")
    path.write_bytes(b"{")
    again = Webs(data)
    again.begin("a")
    assert again.of("s5", 1, View.WEB) is None


@pytest.mark.expects_log("word webs were not kept")
def test_a_disk_that_refuses_stops_no_lesson(tmp_path: Path) -> None:
    webs = Webs(tmp_path / "gone")
    webs.begin("a")
    webs.keep(web())
    webs.store()
    assert webs.of("s5", 1, View.WEB) == web()


def test_webs_are_wiped_with_their_session(data: Path) -> None:
    webs = Webs(data)
    webs.begin("a")
    webs.keep(web())
    webs.store()
    assert len(list(data.glob("sessions/*"))) == 2
    wipe(data, "a")
    assert list(data.glob("sessions/*")) == []
