"""presenter/room_copy.py: the parts as one view."""

from __future__ import annotations

from presenter.room_copy import NOTHING_SEEN, RoomCopy, RoomSeen, with_part
from tests.presenter.pretend_link import PretendLink


def seen_by(link: PretendLink) -> list[RoomSeen]:
    """What a copy announces, one after the other."""
    copy = RoomCopy(link)
    told: list[RoomSeen] = []
    copy.changed.connect(told.append)
    link.part_arrived.connect(copy.on_part)
    return told


def test_nothing_is_told_before_lesson_and_position_are_there() -> None:
    link = PretendLink()
    told = seen_by(link)
    link.tells()
    assert all(seen.is_complete for seen in told)
    assert told[-1].title == "Geluid"


def test_the_slide_at_hand_and_the_one_after() -> None:
    link = PretendLink("# Een\n\n---\n\n<!-- hidden: yes -->\n\n# Twee\n\n---\n\n# Drie\n")
    told = seen_by(link)
    link.tells()
    assert (told[-1].slide, told[-1].slide_after and told[-1].slide_after.title) == (None, "Een")
    link.classroom.goes_to("s1")
    link.tells()
    assert told[-1].slide_after is not None
    assert told[-1].slide_after.title == "Drie"
    link.classroom.goes_to("s3")
    link.tells()
    assert told[-1].slide_after is None


def test_a_tally_of_another_round_does_not_count() -> None:
    link = PretendLink()
    told = seen_by(link)
    link.classroom.goes_to("s2")
    link.tells()
    assert told[-1].tally is not None
    link.classroom.goes_to("s7")
    link.tells()
    assert told[-1].view.tally is not None
    assert told[-1].tally is None


def test_another_session_begins_with_nothing_of_the_one_before() -> None:
    import msgspec

    from polling.parts import lesson_part

    link = PretendLink()
    told = seen_by(link)
    link.joins("Ana")
    link.tells()
    other = msgspec.structs.replace(lesson_part(link.classroom.room, 1), session="other")
    assert with_part(told[-1], other).view.roster is None
    assert with_part(NOTHING_SEEN, other).session == "other"
