"""polling/curation.py: what the teacher makes of words, and takes back; and what is held for the teacher."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.commands import Again, Close, GroupWord, Hide, MergeWord, Mode, Moderate, PinWord, RenameWord, Show
from polling.curation import curated
from polling.parts import roster_part, tally_part, words_part
from polling.presence import Presence
from polling.wire import WordView
from polling.words import Curation, Web
from tests.classroom import Classroom


@pytest.fixture
def classroom() -> Classroom:
    """Ana sent zee and zeeën, Bo zeeën and duin."""
    classroom = Classroom()
    classroom.begins()
    ana, bo = classroom.joins("Ana"), classroom.joins("Bo")
    classroom.goes_to("s4")
    ana.sends("zee", "zeeën")
    bo.sends("Zeeën", "duin")
    return classroom


def told(classroom: Classroom) -> dict[str, WordView]:
    part = words_part(classroom.room, 1)
    assert part is not None
    return {word.text: word for word in part.words}


def counts(classroom: Classroom) -> dict[str, int]:
    return {text: word.count for text, word in told(classroom).items()}


def test_merged_words_count_each_student_once(classroom: Classroom) -> None:
    before = counts(classroom)
    classroom.does(MergeWord("zeeen", "zee"))
    assert counts(classroom) == {"zee": 2, "duin": 1}
    assert [part.text for part in told(classroom)["zee"].parts] == ["zeeën"]
    classroom.does(MergeWord("zeeen", ""))
    assert counts(classroom) == before == {"zee": 1, "zeeën": 2, "duin": 1}


def test_what_is_merged_goes_on_counting_and_lasts_for_the_next_round(classroom: Classroom) -> None:
    classroom.does(MergeWord("zeeen", "zee"))
    chaima = classroom.joins("Chaima")
    chaima.sends("ZEEËN")
    assert counts(classroom)["zee"] == 3
    classroom.does(Close())
    classroom.does(Again())
    chaima.sends("zeeën")
    assert counts(classroom) == {"zeeën": 1}
    assert told(classroom)["zeeën"].key == "zee"


def test_words_are_merged_into_the_last_of_a_chain_and_never_into_themselves(classroom: Classroom) -> None:
    classroom.does(MergeWord("zee", "duin"))
    classroom.does(MergeWord("zeeen", "zee"))
    assert counts(classroom) == {"duin": 2}
    assert classroom.refuses(MergeWord("duin", "zeeen")) == "not_now"
    assert classroom.refuses(MergeWord("duin", "")) == "not_now"
    assert classroom.refuses(MergeWord("niets", "zee")) == "unknown_item"
    assert classroom.refuses(MergeWord("zee", "niets")) == "unknown_item"


def test_a_word_has_another_text_until_that_is_taken_back(classroom: Classroom) -> None:
    classroom.does(RenameWord("zee", "  Noordzee\u200b "))
    assert counts(classroom)["Noordzee"] == 1
    classroom.does(RenameWord("zee", ""))
    assert counts(classroom)["zee"] == 1
    classroom.does(RenameWord("zee", "x" * 90))
    assert max(len(text) for text in counts(classroom)) == 30


def test_a_word_is_pinned_and_put_into_a_group(classroom: Classroom) -> None:
    classroom.does(PinWord("zee", True))
    classroom.does(GroupWord("zee", "Buiten"))
    assert (told(classroom)["zee"].is_pinned, told(classroom)["zee"].group) == (True, "Buiten")
    classroom.does(PinWord("zee", False))
    classroom.does(GroupWord("zee", ""))
    assert (told(classroom)["zee"].is_pinned, told(classroom)["zee"].group) == (False, "")


def test_the_same_events_give_the_same_words(classroom: Classroom) -> None:
    for command in (
        MergeWord("zeeen", "zee"),
        RenameWord("zee", "Zeeën"),
        PinWord("zee", True),
        GroupWord("duin", "B"),
    ):
        classroom.does(command)
    classroom.does(Moderate(Mode.APPROVE))
    assert words_part(classroom.restarted(), 1) == words_part(classroom.room, 1)


@pytest.mark.parametrize(("mode", "seen"), [(Mode.OPEN, True), (Mode.FILTER, False), (Mode.APPROVE, False)])
def test_a_rude_word_waits_for_the_teacher_unless_the_mode_is_open(
    classroom: Classroom, mode: Mode, seen: bool
) -> None:
    classroom.does(Moderate(mode))
    classroom.joins("Chaima").sends("K U T", "golf")
    rude = told(classroom)["K U T"]
    assert (rude.is_shown, rude.is_held) == (seen, not seen)
    assert told(classroom)["golf"].is_shown is (mode is not Mode.APPROVE)
    classroom.does(Show(rude.key))
    assert (told(classroom)["K U T"].is_shown, told(classroom)["K U T"].is_held) == (True, False)


def test_a_word_that_was_hidden_does_not_wait(classroom: Classroom) -> None:
    classroom.does(Hide("zee"))
    assert (told(classroom)["zee"].is_shown, told(classroom)["zee"].is_held) == (False, False)


def test_rude_answers_and_names_are_held_too() -> None:
    classroom = Classroom()
    classroom.begins()
    rude, ana = classroom.joins("k4nker"), classroom.joins("Ana")
    classroom.goes_to("s5")
    ana.writes("wat een kutles")
    rude.writes("Omdat geluid trager gaat.")
    part = tally_part(classroom.room, Presence(), 1)
    assert part is not None
    assert {each.participant: (each.is_shown, each.is_held) for each in part.answers} == {
        ana.participant: (False, True),
        rude.participant: (True, False),
    }
    roster = roster_part(classroom.room, Presence(), 1)
    flagged, plain = roster.participants
    assert (flagged.is_covered, flagged.is_flagged) == (True, True)
    assert (plain.is_covered, plain.is_flagged) == (False, False)


def test_only_what_is_typed_is_moderated(classroom: Classroom) -> None:
    classroom.goes_to("s3")
    assert classroom.refuses(Moderate(Mode.OPEN)) == "not_now"


NAMES = st.sampled_from(["a", "b", "c", "d"])


@given(
    st.lists(st.tuples(st.sampled_from(["p1", "p2", "p3"]), st.lists(NAMES, max_size=3, unique=True)), max_size=8),
    st.lists(st.tuples(NAMES, NAMES), max_size=6),
)
def test_merging_loses_no_student_and_counts_none_twice(
    sent: list[tuple[str, list[str]]], merges: list[tuple[str, str]]
) -> None:
    web, held = Web(), {}
    for who, words in sent:
        web.replace(who, held.get(who, ()), words)
        held[who] = words
    curation = Curation()
    for word, into in merges:
        if curation.root(into) != word:
            curation.merge(word, curation.root(into))
    expected: dict[str, set[str]] = {}
    for who, words in held.items():
        for word in words:
            expected.setdefault(curation.root(word), set()).add(who)
    assert {word.key: word.count for word in curated(web, curation)} == {key: len(who) for key, who in expected.items()}
