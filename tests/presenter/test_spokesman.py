"""presenter/spokesman.py: what happens, in words."""

from __future__ import annotations

import pytest

from presenter.settings import Settings
from presenter.trouble import Matter
from presenter.video import FilmState
from tests.presenter.desk import Desk


@pytest.mark.parametrize("reason", ["port_taken", "store", "lesson", "released", "unknown"])
def test_every_failure_has_its_sentence_and_a_button(reason: str, desk: Desk) -> None:
    desk.spokesman.on_matter(Matter("server.failed", reason))
    line = desk.console.trouble
    assert line.text.text().startswith("De les kan niet verder: ")
    assert line.text.text().endswith("Alles wat binnen was, is bewaard.")
    assert line.button.text() == "Probeer opnieuw"
    desk.spokesman.on_matter(Matter())
    assert not line.isVisible()


def test_a_film_has_a_button_and_a_broken_one_a_sentence(desk: Desk) -> None:
    desk.spokesman.on_film(FilmState(has_film=True))
    assert desk.console.bottom.video.isVisible()
    assert desk.console.bottom.video.accessibleName() == "Speel de film af"
    desk.spokesman.on_film(FilmState(has_film=True, is_playing=True))
    assert desk.console.bottom.video.accessibleName() == "Zet de film stil"
    desk.spokesman.on_film(FilmState(has_film=True, is_broken=True))
    assert not desk.console.bottom.video.isVisible()
    assert "speelt hier niet af" in desk.console.browser.text.text()


def test_a_film_on_the_web_is_opened_in_the_browser(desk: Desk) -> None:
    desk.spokesman.on_film(FilmState(web_address="https://youtu.be/x"))
    assert "youtu.be" in desk.console.browser.text.text()
    assert desk.console.browser.button.text() == "Open in de browser"


def test_another_language_is_spoken_at_once(desk: Desk) -> None:
    desk.spokesman.say_problems(("Regel 3: iets",))
    desk.spokesman.on_settings(Settings(language="en"))
    assert desk.console.bottom.next.text() == "Begin the lesson"
    assert desk.console.problems.text.text() == "1 remark about the lesson file"
    assert desk.console.trouble.text.text() == "Getting the lesson ready …"
