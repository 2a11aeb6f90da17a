"""What teacher screens are told."""

from polling import commands
from polling.parts import lesson_part, position_part, roster_part, tally_part, words_part
from polling.presence import Presence
from tests.classroom import Classroom


def test_the_outline_names_every_slide_and_what_is_right() -> None:
    outline = lesson_part(Classroom().room, 0).outline
    assert [slide.kind for slide in outline] == ["text", "quiz", "poll", "wordweb", "open", "text", "quiz", "text"]
    assert [option.right for option in outline[1].options] == [True, False, False]
    assert [option.right for option in outline[6].options] == [None, None]


def test_the_position_says_what_the_keys_will_do() -> None:
    classroom = Classroom()
    assert (position_part(classroom.room, 0, 0).next, position_part(classroom.room, 0, 0).number) == ("begin", 0)
    classroom.goes_to("s2")
    position = position_part(classroom.room, 0, 11_000)
    assert (position.next, position.back, position.right) == ("close", "close_and_go_back", (0,))
    assert position.clock is not None
    assert position.clock.left_ms == 19_000


def test_n_of_m_counts_those_who_could_have_answered() -> None:
    classroom, presence = Classroom(), Presence()
    ana, bo = classroom.joins("Ana"), classroom.joins("Bo")
    classroom.goes_to("s3")
    for phone in (ana, bo):
        presence.hear(phone.participant, 0)
    ana.chooses("A")
    tally = tally_part(classroom.room, presence, 0)
    assert tally is not None
    assert (tally.answered, tally.expected, tally.counts, tally.earlier) == (1, 2, (1, 0), None)
    roster = roster_part(classroom.room, presence, 0)
    assert [(each.name, each.is_here, each.has_answered) for each in roster.participants] == [
        ("Ana", True, True),
        ("Bo", True, False),
    ]


def test_only_who_was_here_while_it_is_asked_and_has_not_answered_is_awaited() -> None:
    classroom, presence = Classroom(), Presence()
    phones = [classroom.joins(name) for name in ("Ana", "Bo", "Cas", "Dirk")]
    for phone in phones[:3]:
        presence.hear(phone.participant, 0)
    classroom.goes_to("s3")
    presence.expect_those_here()
    phones[0].chooses("A")
    presence.leave(phones[2].participant)
    assert _awaited(classroom, presence) == ["Bo", "Cas"]
    roster = roster_part(classroom.room, presence, 0)
    assert (roster.of("p2"), roster.of("p9")) == (roster.participants[1], None)
    classroom.does(commands.Close())
    assert _awaited(classroom, presence) == []


def _awaited(classroom: Classroom, presence: Presence) -> list[str]:
    return [each.name for each in roster_part(classroom.room, presence, 0).participants if each.is_awaited]


def test_a_second_round_stands_beside_the_first() -> None:
    classroom = Classroom()
    classroom.goes_to("s2")
    ana = classroom.joins("Ana")
    ana.chooses("B")
    classroom.does(commands.Close())
    classroom.does(commands.Again())
    ana.chooses("A")
    tally = tally_part(classroom.room, Presence(), 0)
    assert tally is not None
    assert (tally.round, tally.counts, tally.earlier) == (2, (1, 0, 0), (0, 1, 0))


def test_words_come_in_order_and_only_where_there_is_a_web() -> None:
    classroom = Classroom()
    assert words_part(classroom.room, 0) is None
    assert tally_part(classroom.room, Presence(), 0) is None
    classroom.goes_to("s4")
    ana, bo = classroom.joins("Ana"), classroom.joins("Bo")
    ana.sends("Zee", "duin")
    bo.sends("zee", "wind")
    words = words_part(classroom.room, 0)
    assert words is not None
    assert [(word.key, word.text, word.count) for word in words.words] == [
        ("zee", "Zee", 2),
        ("duin", "duin", 1),
        ("wind", "wind", 1),
    ]
    assert words.participants == 2
