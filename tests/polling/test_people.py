"""What a teacher can do about people: rename, cover, remove, let in again, lock, give a seat to another phone."""

from __future__ import annotations

import pytest

from polling import commands
from tests.classroom import Classroom, Phone


@pytest.fixture
def classroom() -> Classroom:
    return Classroom()


def names(classroom: Classroom) -> list[str]:
    return [each.name for each in classroom.room.participants.values()]


def test_a_teacher_gives_a_better_name_and_the_old_one_is_free(classroom: Classroom) -> None:
    classroom.joins("Xx")
    classroom.does(commands.Rename("p1", " Ana "))
    classroom.joins("Xx")
    assert names(classroom) == ["Ana", "Xx"]


def test_a_new_name_that_is_taken_gets_a_number(classroom: Classroom) -> None:
    classroom.joins("Ana")
    classroom.joins("Bo")
    classroom.does(commands.Rename("p2", "ana"))
    assert names(classroom) == ["Ana", "ana 2"]


def test_a_name_can_be_spelled_anew(classroom: Classroom) -> None:
    classroom.joins("ana")
    classroom.does(commands.Rename("p1", "Ana"))
    assert classroom.does(commands.Rename("p1", "Ana")) == []
    assert names(classroom) == ["Ana"]


def test_a_name_that_looks_like_another_s_is_taken_until_that_one_has_another(classroom: Classroom) -> None:
    classroom.joins("Ilse")
    classroom.joins("llse")
    for look in ("ilse", "1lse"):
        holder = classroom.room.holder(look)
        assert holder is not None
        assert holder.name == "Ilse"
    classroom.does(commands.Rename("p1", "Ans"))
    assert classroom.room.holder("ilse") is None
    classroom.does(commands.Rename("p2", "Ilse"))
    assert names(classroom) == ["Ans", "Ilse"]


def test_a_name_that_says_nothing_is_refused(classroom: Classroom) -> None:
    classroom.joins("Ana")
    assert classroom.refuses(commands.Rename("p1", " . ")) == "name_empty"


@pytest.mark.parametrize(
    "command",
    [
        commands.Rename("p9", "Ana"),
        commands.CoverName("p9", True),
        commands.Remove("p9"),
        commands.Readmit("p9"),
        commands.GiveSeat("p9", "hash"),
    ],
)
def test_who_never_joined_is_unknown(classroom: Classroom, command: commands.Command) -> None:
    assert classroom.refuses(command) == "unknown_participant"


def test_a_covered_name_can_be_shown_again(classroom: Classroom) -> None:
    classroom.joins("Ana")
    classroom.does(commands.CoverName("p1", True))
    assert classroom.room.participants["p1"].is_covered
    assert classroom.does(commands.CoverName("p1", True)) == []
    classroom.does(commands.CoverName("p1", False))
    assert not classroom.room.participants["p1"].is_covered


def answered_by_two(classroom: Classroom) -> tuple[Phone, Phone]:
    ana, bo = classroom.joins("Ana"), classroom.joins("Bo")
    classroom.goes_to("s3")
    ana.chooses("A")
    bo.chooses("B")
    classroom.goes_to("s4")
    ana.sends("zee", "duin")
    bo.sends("zee")
    return ana, bo


def counts(classroom: Classroom) -> tuple[int, ...]:
    return classroom.room.questions["s3"].rounds[0].tally.counts


def words(classroom: Classroom) -> list[tuple[str, int]]:
    return [(text, count) for _, text, count in classroom.room.questions["s4"].rounds[0].web.words()]


def test_answers_of_who_is_removed_do_not_count_until_they_are_in_again(classroom: Classroom) -> None:
    answered_by_two(classroom)
    assert (counts(classroom), words(classroom)) == ((1, 1), [("zee", 2), ("duin", 1)])
    classroom.does(commands.Remove("p1"))
    assert (counts(classroom), words(classroom)) == ((0, 1), [("zee", 1)])
    classroom.does(commands.Readmit("p1"))
    assert (counts(classroom), words(classroom)) == ((1, 1), [("zee", 2), ("duin", 1)])
    assert classroom.restarted().questions["s3"].rounds[0].tally.counts == (1, 1)


def test_who_is_removed_cannot_answer_and_can_again_when_let_in(classroom: Classroom) -> None:
    ana, _ = answered_by_two(classroom)
    classroom.does(commands.Remove("p1"))
    late = ana.answer(classroom.room.questions["s4"].rounds[0].aside["p1"].value)
    assert classroom.refuses(late) == "not_joined"
    classroom.does(commands.Readmit("p1"))
    ana.sends("wind")
    assert words(classroom) == [("zee", 1), ("wind", 1)]


def test_removing_frees_the_name_and_coming_back_finds_another(classroom: Classroom) -> None:
    classroom.joins("Ana")
    classroom.does(commands.Remove("p1"))
    classroom.joins("Ana")
    assert names(classroom) == ["Ana", "Ana"]
    classroom.does(commands.Readmit("p1"))
    assert names(classroom) == ["Ana 2", "Ana"]
    assert classroom.does(commands.Readmit("p1")) == []


def test_removed_can_still_become_blocked_and_neither_twice(classroom: Classroom) -> None:
    classroom.joins("Ana")
    classroom.does(commands.Remove("p1"))
    assert classroom.does(commands.Remove("p1")) == []
    classroom.does(commands.Remove("p1", block=True))
    assert classroom.room.participants["p1"].is_blocked
    assert classroom.does(commands.Remove("p1", block=True)) == []
    for command in (commands.Rename("p1", "Bo"), commands.CoverName("p1", True), commands.GiveSeat("p1", "hash")):
        assert classroom.refuses(command) == "unknown_participant"


def test_a_locked_room_is_closed_to_new_ones_until_it_opens(classroom: Classroom) -> None:
    classroom.does(commands.Lock(True))
    assert classroom.does(commands.Lock(True)) == []
    assert classroom.refuses(commands.Join("p1", "Ana", "hash")) == "locked"
    classroom.does(commands.Lock(False))
    classroom.joins("Ana")


def test_a_seat_belongs_to_the_phone_it_was_given_to_last(classroom: Classroom) -> None:
    classroom.joins("Ana")
    classroom.does(commands.GiveSeat("p1", "another hash"))
    assert classroom.room.by_token == {"another hash": "p1"}
    assert classroom.restarted().by_token == {"another hash": "p1"}


def test_people_can_be_looked_after_during_the_pause(classroom: Classroom) -> None:
    classroom.joins("Ana")
    classroom.begins()
    classroom.does(commands.Pause())
    classroom.does(commands.Rename("p1", "Bo"))
    classroom.does(commands.Lock(True))
    classroom.does(commands.Remove("p1"))


def test_names_that_an_older_version_told_apart_can_both_be_removed(classroom: Classroom) -> None:
    classroom.joins("Ana")
    classroom.joins("Bo")
    classroom.room.name_holders = {"ana": "p2"}
    classroom.does(commands.Remove("p1"))
    assert classroom.room.name_holders == {"ana": "p2"}
