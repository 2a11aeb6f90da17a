"""presenter/web_check.py: which films on the web are remarked on when a lesson opens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from presenter.film_check import FilmRemark
from presenter.room_copy import RoomCopy
from presenter.web_check import WebCheck, has_browser
from presenter.web_faults import WebFault
from tests.presenter.desk import Desk
from tests.presenter.film_desk import WAIT_MS
from tests.presenter.pretend_link import PretendLink

YOUTUBE, VIMEO = "https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/123456789"
HERE, NOWHERE = "http://127.0.0.1", ""
"""A site that is found without a network, and one that cannot be: it has no name."""


def told_of(
    qtbot: QtBot, films: tuple[str, ...], player: str, has_browser: Callable[[], bool] = has_browser
) -> tuple[FilmRemark, ...]:
    """What is remarked on these films; waits for the answer about the site."""
    link, room = PretendLink("\n\n---\n\n".join(f"![Film]({film})" for film in films)), RoomCopy()
    check = WebCheck(player, has_browser)
    link.part_arrived.connect(room.on_part)
    room.changed.connect(check.on_room)
    with qtbot.waitSignal(check.told, timeout=WAIT_MS) as heard:
        link.tells()
        link.tells()
    check.stop()
    assert heard.args is not None
    told: tuple[FilmRemark, ...] = heard.args[0]
    return told


def test_without_a_network_every_film_is_remarked_on(qtbot: QtBot) -> None:
    assert told_of(qtbot, (YOUTUBE, "media/film.mp4", VIMEO), NOWHERE) == (
        FilmRemark(1, "youtu.be", WebFault.OFFLINE),
        FilmRemark(3, "vimeo.com", WebFault.ELSEWHERE),
    )


def test_with_one_only_those_of_other_sites_are(qtbot: QtBot) -> None:
    assert told_of(qtbot, (YOUTUBE, VIMEO), HERE) == (FilmRemark(2, "vimeo.com", WebFault.ELSEWHERE),)
    assert told_of(qtbot, (VIMEO,), NOWHERE) == (FilmRemark(1, "vimeo.com", WebFault.ELSEWHERE),)


def test_without_a_browser_in_it_none_plays(qtbot: QtBot) -> None:
    assert told_of(qtbot, (YOUTUBE,), HERE, lambda: False) == (FilmRemark(1, "youtu.be", WebFault.NO_BROWSER),)


@pytest.mark.parametrize("fault", WebFault)
def test_the_console_lists_them_among_the_other_films(fault: WebFault, desk: Desk) -> None:
    desk.spokesman.on_web_films_told((FilmRemark(4, "youtu.be", fault),))
    line = desk.console.problems.list.text()
    assert line.startswith("Slide 4: de film op youtu.be speelt zo niet. ")
    assert len(line) > len("Slide 4: de film op youtu.be speelt zo niet. ") + 20
