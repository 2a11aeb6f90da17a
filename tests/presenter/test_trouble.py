"""presenter/trouble.py: what is the matter with the server."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from presenter.room_copy import RoomCopy
from presenter.trouble import Matter, Trouble
from tests.presenter.pretend_link import PretendLink


class Story:
    """A trouble and everything it told."""

    def __init__(self) -> None:
        self.trouble = Trouble()
        self.told: list[Matter] = []
        self.trouble.changed.connect(self.told.append)
        self.link = PretendLink()
        self.room = RoomCopy()
        self.link.part_arrived.connect(self.room.on_part)
        self.room.changed.connect(self.trouble.on_room)


@pytest.fixture
def story(qapp: QApplication) -> Story:
    return Story()


def test_it_begins_with_getting_ready_and_ends_with_the_first_word_of_the_room(story: Story) -> None:
    assert story.trouble.matter == Matter("server.starting")
    story.link.tells()
    assert story.told == [Matter()]


def test_away_and_back(story: Story) -> None:
    story.link.tells()
    story.trouble.on_lost()
    story.trouble.on_lost()
    story.link.tells()
    assert story.told == [Matter(), Matter("server.away"), Matter()]


def test_what_has_failed_stays_said_until_it_listens_again(story: Story) -> None:
    story.trouble.on_failed("port_taken")
    story.trouble.on_lost()
    assert story.trouble.matter == Matter("server.failed", "port_taken")
    assert story.trouble.matter.can_try_again
    story.trouble.on_listening()
    assert story.trouble.matter == Matter("server.away")


def test_a_server_that_was_let_go_elsewhere_is_told(story: Story) -> None:
    story.link.tells()
    story.trouble.on_server_gone()
    assert story.trouble.matter == Matter("server.failed", "released")


def test_after_the_end_nothing_is_the_matter(story: Story) -> None:
    from polling.commands import End

    story.link.send(End())
    story.trouble.on_lost()
    story.trouble.on_server_gone()
    assert story.trouble.matter == Matter()


def test_a_room_that_we_let_go_ourselves_is_no_trouble(story: Story) -> None:
    story.link.tells()
    story.trouble.on_leaving()
    story.trouble.on_lost()
    assert story.trouble.matter == Matter()


def test_a_disk_that_refuses_stands_until_something_was_stored_again(story: Story) -> None:
    story.link.tells()
    story.trouble.on_refused("not_now")
    assert story.trouble.matter == Matter()
    story.trouble.on_refused("not_stored")
    story.trouble.on_refused("not_stored")
    story.link.tells()
    assert story.told == [Matter(), Matter("refused.not_stored"), Matter()]


def test_after_the_end_the_disk_is_no_trouble_either(story: Story) -> None:
    story.link.tells()
    story.trouble.on_leaving()
    story.trouble.on_refused("not_stored")
    assert story.trouble.matter == Matter()
