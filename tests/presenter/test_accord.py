"""presenter/accord.py: the room does as the settings say, once for each session."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons import markdown
from polling.commands import CloseByItself, CountPages, End, Next
from presenter.accord import Accord
from presenter.room_copy import RoomCopy
from presenter.settings import Settings
from presenter.stage.fullness import each_full
from tests.presenter.pretend_link import PretendLink


def seen_by(accord: Accord, link: PretendLink) -> RoomCopy:
    room = RoomCopy()
    link.part_arrived.connect(room.on_part)
    room.changed.connect(accord.on_room)
    accord.wanted.connect(link.send)
    return room


@pytest.mark.usefixtures("qapp")
def test_a_room_that_differs_is_told_once_and_then_decides_itself() -> None:
    link, accord = PretendLink(), Accord(Settings(closes_by_itself=True))
    room = seen_by(accord, link)
    link.tells()
    assert link.sent == [CloseByItself(True)]
    link.send(CloseByItself(False))
    link.send(Next())
    assert room.seen.position is not None
    assert not room.seen.position.closes_by_itself


@pytest.mark.usefixtures("qapp")
def test_a_room_that_agrees_hears_nothing() -> None:
    link, accord = PretendLink(), Accord(Settings())
    room = seen_by(accord, link)
    link.tells()
    assert room.seen.is_complete
    assert link.sent == []


@pytest.mark.usefixtures("qapp")
def test_a_room_is_told_once_how_many_pages_its_slides_take() -> None:
    wall = "Een zin die telt voor de lengte van deze tekst, en die nog even doorgaat.\n\n" * 40
    text = f"# Begin\n\n---\n\n# Muur\n\n{wall}"
    link, accord = PretendLink(text), Accord(Settings())
    room = seen_by(accord, link)
    link.tells()
    accord.on_full(tuple(full for full in each_full(room.seen.view.lesson, Path("nowhere")) if full is not None))
    assert link.sent == [CountPages({"s2": 3})]
    for _ in range(3):
        link.send(Next())
    assert room.seen.position is not None
    assert (room.seen.position.slide, room.seen.position.page, room.seen.position.pages) == ("s2", 1, 3)


@pytest.mark.usefixtures("qapp")
def test_a_room_whose_full_slides_all_have_one_page_hears_nothing() -> None:
    link, accord = PretendLink(), Accord(Settings())
    seen_by(accord, link)
    cut_off, _ = markdown.read("# Begin\n\n---\n\n# Woord\n\n" + "x" * 20_000)
    found = tuple(full for full in each_full(cut_off, Path("nowhere")) if full is not None)
    assert len(found) == 1
    accord.on_full(found)
    assert link.sent == []


@pytest.mark.usefixtures("qapp")
def test_another_choice_holds_from_the_next_session() -> None:
    link, accord = PretendLink(), Accord(Settings())
    room = seen_by(accord, link)
    accord.on_settings(Settings(closes_by_itself=True))
    link.tells()
    assert room.seen.is_complete
    assert link.sent == [CloseByItself(True)]


@pytest.mark.usefixtures("qapp")
def test_a_lesson_that_has_ended_is_left_alone() -> None:
    link, accord = PretendLink(), Accord(Settings(closes_by_itself=True))
    link.classroom.does(End())
    room = seen_by(accord, link)
    link.tells()
    assert room.seen.is_complete
    assert link.sent == []
