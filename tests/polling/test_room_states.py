"""The room under any order of commands: a state machine that compares it with plain bookkeeping after every step, and
the table of what is legal in which phase, pair by pair."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, precondition, rule

from polling import commands, events
from polling.answers import Choice
from polling.commands import Cover, Mode
from polling.decisions import LEGAL, decide
from polling.lookalikes import looks
from polling.moves import Phase
from polling.parts import position_part, roster_part, tally_part, words_part
from polling.phone_state import own_answers, phone_state
from polling.presence import Presence
from polling.quick import Quick
from polling.refusal import Refused
from polling.room import GRACE_MS, Room, read_back
from polling.store import Store
from tests.any_commands import ALL, MADE, people, typed_names, values
from tests.classroom import Classroom
from tests.second_count import bars, names_in, recount, word_counts

MOVES = {
    (Phase.WAITING, Phase.ASKING),
    (Phase.ASKING, Phase.CLOSED),
    (Phase.CLOSED, Phase.REVEALED),
    (Phase.CLOSED, Phase.ASKING),
    (Phase.REVEALED, Phase.ASKING),
}
"""The ways in which one event may move a question from phase to phase."""


class RoomStates(RuleBasedStateMachine):
    """Teachers press anything, phones send anything, old messages come again, and the server restarts anywhere."""

    sent = Bundle("sent")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="room-states-"))
        self.stores = 0

    @initialize()
    def begin(self) -> None:
        self.classroom = Classroom()
        self.revisions: dict[str, int] = {}
        self.hashes = 0
        self.stores += 1
        self.path = self.folder / f"{self.stores}.sqlite3"
        self.stored = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @property
    def room(self) -> Room:
        return self.classroom.room

    def obey(self, command: commands.Command) -> None:
        before = told(self.room, self.classroom.now_ms)
        revision = self.room.revision
        decision = decide(self.room, command, self.classroom.now_ms)
        assert (self.room.revision, told(self.room, self.classroom.now_ms)) == (revision, before)
        if isinstance(decision, Refused):
            return
        assert not (isinstance(command, commands.Join) and self.room.is_locked)
        for event in decision:
            self.happens(event)
        self.classroom.happened += decision

    def happens(self, event: events.AnyEvent) -> None:
        assert not self.room.is_ended
        if isinstance(event, events.Answered):
            kept = recount(self.classroom.happened).get((event.slide, event.round), {})
            assert event.revision > kept.get(event.participant, (0, None))[0]
            assert self.room.questions[event.slide].phase is Phase.ASKING
            assert event.round == len(self.room.questions[event.slide].rounds)
            assert not self.room.participants[event.participant].is_out
        before = phases(self.room)
        self.room.apply(event)
        after = phases(self.room)
        new = dict.fromkeys(after.keys() - before.keys(), Phase.WAITING)
        assert bool(new) is isinstance(event, events.QuickAdded)
        before |= new
        moved = {(before[slide], phase) for slide, phase in after.items() if phase is not before[slide]}
        assert moved <= MOVES
        assert len(moved) <= 1

    @rule(target=sent, command=st.sampled_from(ALL).flatmap(MADE.__getitem__))
    def anything(self, command: commands.Command) -> object:
        self.hashes += 1
        match command:
            case commands.Join():
                participant = f"p{len(self.room.participants) + 1}"
                self.obey(msgspec.structs.replace(command, participant=participant, token_hash=f"hash {self.hashes}"))
                return multiple()
            case commands.GiveSeat():
                self.obey(msgspec.structs.replace(command, token_hash=f"hash {self.hashes}"))
                return multiple()
        self.obey(command)
        return command

    @rule(target=sent, who=people, value=values)
    def answer_what_is_asked(self, who: str, value: Choice) -> commands.Answer:
        question = self.room.question
        slide = "s2" if question is None else question.slide.id
        round_ = 1 if question is None else len(question.rounds)
        self.revisions[who] = self.revisions.get(who, 0) + 1
        sent = commands.Answer(who, slide, round_, self.revisions[who], value)
        self.obey(sent)
        return sent

    @rule(name=typed_names)
    def join(self, name: str) -> None:
        self.anything(commands.Join("", name, ""))

    @rule(old=sent)
    def any_old_message_comes_again(self, old: commands.Command) -> None:
        self.obey(old)

    @rule(command=st.sampled_from([commands.Next(), commands.Again(), commands.Reopen()]))
    def go_on(self, command: commands.Command) -> None:
        self.obey(command)

    @rule(seconds=st.sampled_from([0.1, 5, 29.9, 30.5, 200]))
    def wait(self, seconds: float) -> None:
        if self.room.is_ended:
            return
        self.classroom.waits(seconds)

    @precondition(lambda self: self.room.is_ended)
    @rule()
    def another_class_comes(self) -> None:
        self.begin()

    @rule()
    def restart(self) -> None:
        self.goes_on_with(self.classroom.restarted())

    @rule(is_killed=st.booleans())
    def restart_from_disk(self, is_killed: bool) -> None:
        """What was stored is read back: from the file that was closed, or from files as a kill leaves them."""
        store = Store(self.path)
        store.append(self.classroom.happened[self.stored :])
        self.stored = len(self.classroom.happened)
        path = self.path
        if is_killed:
            self.stores += 1
            path = self.folder / f"{self.stores}.sqlite3"
            shutil.copy(self.path, path)
            shutil.copy(f"{self.path}-wal", f"{path}-wal")
        else:
            store.close()
        again = Store(path)
        read = list(again.read())
        again.close()
        store.close()
        assert read == self.classroom.happened
        room = read_back(read)
        assert room is not None
        self.path = path
        self.goes_on_with(room)

    def goes_on_with(self, again: Room) -> None:
        assert told(again, self.classroom.now_ms) == told(self.room, self.classroom.now_ms)
        self.classroom.room = again

    @invariant()
    def every_answer_of_those_who_are_in_counts_once(self) -> None:
        counted = recount(self.classroom.happened)
        for slide, question in self.room.questions.items():
            for each in question.rounds:
                kept = counted.get((slide, each.number), {})
                assert {who: (one.revision, one.value) for who, one in each.answers.items()} == kept
                assert each.tally.counts == bars(kept, len(question.slide.options))
                assert {word: count for word, _, count in each.web.words()} == word_counts(kept)

    @invariant()
    def a_name_has_one_holder_and_a_token_one_participant(self) -> None:
        those_in = {who: each.name for who, each in self.room.participants.items() if not each.is_out}
        assert those_in == names_in(self.classroom.happened)
        assert self.room.name_holders == {look: who for who, name in those_in.items() for look in looks(name)}
        assert len(self.room.name_holders) == sum(len(set(looks(name))) for name in those_in.values())
        assert self.room.by_token == {each.token_hash: who for who, each in self.room.participants.items()}
        assert len(self.room.by_token) == len(self.room.participants)

    @invariant()
    def one_question_is_asked_and_it_is_the_one_at_hand(self) -> None:
        asking = [slide for slide, phase in phases(self.room).items() if phase is Phase.ASKING]
        assert asking in ([], [self.classroom.at[0]])

    @invariant()
    def no_running_question_is_long_over_its_time(self) -> None:
        due_ms = self.room.due_ms()
        assert due_ms is None or due_ms > self.classroom.now_ms - GRACE_MS - 1

    @invariant()
    def phones_see_nothing_right_before_the_reveal(self) -> None:
        question = phone_state(self.room, self.classroom.now_ms, {}).question
        if question is not None and question.phase != "revealed":
            assert all(option.right is None and not option.feedback for option in question.options)
            assert question.explanation == ""


def phases(room: Room) -> dict[str, Phase]:
    """Where every question stands."""
    return {slide: question.phase for slide, question in room.questions.items()}


def told(room: Room, now_ms: int) -> object:
    """Everything anyone is told of a room."""
    presence = Presence()
    return (
        phone_state(room, now_ms, {}),
        position_part(room, 0, now_ms),
        roster_part(room, presence, 0),
        tally_part(room, presence, 0),
        words_part(room, 0),
        [own_answers(room, who) for who in room.participants],
        dict(room.by_token),
        room.held,
    )


TestRoomStates = RoomStates.TestCase
TestRoomStates.settings = settings(
    max_examples=settings.default.max_examples * 3 // 5, stateful_step_count=40, deadline=None
)


def test_the_machine_knows_every_command() -> None:
    from_elsewhere = {commands.Join, commands.Answer, commands.GiveSeat, commands.Tick}
    assert set(MADE) == set(ALL) == {*get_args(commands.TeacherCommand), *from_elsewhere}


# ---- the table, pair by pair --------------------------------------------------------------------------------------

W, A, C, R = Phase.WAITING, Phase.ASKING, Phase.CLOSED, Phase.REVEALED
TABLE: dict[type[commands.Command], set[Phase]] = {
    commands.Answer: {A},
    commands.Close: {A},
    commands.Reveal: {C},
    commands.Again: {W, C, R},
    commands.Reopen: {C},
    commands.SwitchLive: {W, A, C},
    commands.MarkRight: {W, A, C, R},
    commands.CountHands: {A, C},
    commands.Show: {A, C},
    commands.Hide: {A, C},
    commands.MergeWord: {A, C},
    commands.RenameWord: {A, C},
    commands.PinWord: {A, C},
    commands.GroupWord: {A, C},
    commands.Moderate: {W, A, C},
    commands.Star: {A, C},
    commands.Enlarge: {A, C},
}
ABOUT_ITEMS = (
    commands.Show,
    commands.Hide,
    commands.MergeWord,
    commands.RenameWord,
    commands.PinWord,
    commands.GroupWord,
)
"""Commands that name something typed, which a quiz has not."""
"""The commands about a question, and the phases in which each is legal: what `LEGAL` says, written down once more."""
_TO = {Phase.WAITING: 0, Phase.ASKING: 1, Phase.CLOSED: 2, Phase.REVEALED: 3}
"""How many times *next* leads from a waiting quiz to this phase."""
SAMPLES: dict[type[commands.Command], Callable[[str], commands.Command]] = {
    commands.Join: lambda slide: commands.Join("p9", "Cas", "hash"),
    commands.Answer: lambda slide: commands.Answer("p1", slide, 1, 9, Choice((0,))),
    commands.GoTo: lambda slide: commands.GoTo("s1"),
    commands.AskQuick: lambda slide: commands.AskQuick(Quick.YES_NO),
    commands.CountHands: lambda slide: commands.CountHands(0, 1),
    commands.MarkRight: lambda slide: commands.MarkRight((1,)),
    commands.Show: lambda slide: commands.Show("zee"),
    commands.Hide: lambda slide: commands.Hide("zee"),
    commands.MergeWord: lambda slide: commands.MergeWord("duin", "zee"),
    commands.RenameWord: lambda slide: commands.RenameWord("zee", "Noordzee"),
    commands.PinWord: lambda slide: commands.PinWord("zee", True),
    commands.GroupWord: lambda slide: commands.GroupWord("zee", "Buiten"),
    commands.Moderate: lambda slide: commands.Moderate(Mode.OPEN),
    commands.Star: lambda slide: commands.Star("zee", True),
    commands.Enlarge: lambda slide: commands.Enlarge("zee"),
    commands.NameClass: lambda slide: commands.NameClass("2B"),
    commands.BeginAt: lambda slide: commands.BeginAt("s3"),
    commands.CoverWith: lambda slide: commands.CoverWith(Cover.BLACK),
    commands.Freeze: lambda slide: commands.Freeze(True),
    commands.HideAnswers: lambda slide: commands.HideAnswers(True),
    commands.CloseByItself: lambda slide: commands.CloseByItself(True),
    commands.CountPages: lambda slide: commands.CountPages({"s1": 2}),
    commands.Rename: lambda slide: commands.Rename("p1", "Anna"),
    commands.CoverName: lambda slide: commands.CoverName("p1", True),
    commands.GiveTime: lambda slide: commands.GiveTime("p1", 150),
    commands.Remove: lambda slide: commands.Remove("p1"),
    commands.Readmit: lambda slide: commands.Readmit("p2"),
    commands.Lock: lambda slide: commands.Lock(True),
    commands.GiveSeat: lambda slide: commands.GiveSeat("p1", "new hash"),
}
"""One command of each kind that has something to say; the others say it by their name."""
IN_EVERY_PHASE = {
    commands.Join,
    commands.Next,
    commands.Back,
    commands.Skip,
    commands.GoTo,
    commands.AskQuick,
    commands.CoverWith,
    commands.Freeze,
    commands.HideAnswers,
    commands.Pause,
    commands.CloseByItself,
    commands.CountPages,
    commands.Rename,
    commands.CoverName,
    commands.GiveTime,
    commands.Remove,
    commands.Readmit,
    commands.Lock,
    commands.GiveSeat,
    commands.NameClass,
    commands.End,
}
"""Commands that something follows from wherever the question at hand stands."""
WHEN_PAUSED = {
    commands.Join,
    commands.Next,
    commands.Back,
    commands.Resume,
    commands.CoverWith,
    commands.Freeze,
    commands.HideAnswers,
    commands.CloseByItself,
    commands.CountPages,
    commands.Rename,
    commands.CoverName,
    commands.GiveTime,
    commands.Remove,
    commands.Readmit,
    commands.Lock,
    commands.GiveSeat,
    commands.NameClass,
    commands.End,
}


def sample(kind: type[commands.Command], slide: str) -> commands.Command:
    """A command of this kind that makes sense on this slide."""
    return SAMPLES[kind](slide) if kind in SAMPLES else kind()


def quiz_in(phase: Phase) -> Classroom:
    """A quiz without a right option (so that one may be marked) in this phase, with Ana in and Bo removed."""
    classroom = Classroom()
    classroom.joins("Ana")
    classroom.joins("Bo")
    classroom.does(commands.Remove("p2"))
    classroom.goes_to("s7")
    for _ in range(_TO[phase]):
        classroom.does(commands.Next())
    assert classroom.at == ("s7", phase.value)
    return classroom


def answer_to(classroom: Classroom, command: commands.Command) -> str:
    """The code of the refusal, or "" when the command is obeyed."""
    decision = decide(classroom.room, command, classroom.now_ms)
    return decision.code if isinstance(decision, Refused) else ""


def test_the_table_of_the_room_is_this_one() -> None:
    assert LEGAL == TABLE


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("kind", TABLE)
def test_a_command_about_a_question_is_obeyed_in_the_phases_of_the_table(
    kind: type[commands.Command], phase: Phase
) -> None:
    code = answer_to(quiz_in(phase), sample(kind, "s7"))
    if phase not in TABLE[kind]:
        assert code == ("not_asking" if kind is commands.Answer else "not_now")
    elif kind in (*ABOUT_ITEMS, commands.Star, commands.Enlarge):
        assert code == "unknown_item"
    elif kind is commands.Moderate:
        assert code == "not_now"
    else:
        assert code == ""


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("kind", ALL)
def test_other_commands_do_not_ask_for_the_phase(kind: type[commands.Command], phase: Phase) -> None:
    classroom = quiz_in(phase)
    decision = decide(classroom.room, sample(kind, "s7"), classroom.now_ms)
    assert (kind in IN_EVERY_PHASE) <= (not isinstance(decision, Refused) and len(decision) > 0)
    assert kind in IN_EVERY_PHASE or kind in TABLE or isinstance(decision, Refused) or decision == []


@pytest.mark.parametrize("kind", [*ABOUT_ITEMS, commands.Moderate])
@pytest.mark.parametrize("phase", [Phase.ASKING, Phase.CLOSED])
def test_words_are_shown_and_hidden_in_the_phases_of_the_table(kind: type[commands.Command], phase: Phase) -> None:
    classroom = Classroom()
    phone = classroom.joins("Ana")
    classroom.goes_to("s4")
    phone.sends("zee", "duin")
    if phase is Phase.CLOSED:
        classroom.does(commands.Close())
    assert answer_to(classroom, sample(kind, "s4")) == ""


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("kind", ALL)
def test_in_a_pause_only_calm_things_are_done(kind: type[commands.Command], phase: Phase) -> None:
    classroom = quiz_in(phase)
    classroom.does(commands.Pause())
    code = answer_to(classroom, sample(kind, "s7"))
    if kind is commands.Answer:
        assert code == ("" if phase is Phase.ASKING else "not_asking")
    else:
        assert code == ("" if kind in WHEN_PAUSED or kind is commands.Tick else "not_now")


@pytest.mark.parametrize("kind", ALL)
def test_after_the_end_nothing_is_done(kind: type[commands.Command]) -> None:
    classroom = quiz_in(Phase.ASKING)
    classroom.does(commands.End())
    assert classroom.refuses(sample(kind, "s7")) == "ended"


@pytest.mark.parametrize("kind", TABLE)
def test_a_command_about_a_question_is_refused_where_none_is(kind: type[commands.Command]) -> None:
    classroom = Classroom()
    classroom.joins("Ana")
    classroom.goes_to("s1")
    code = classroom.refuses(sample(kind, "s1"))
    assert code == ("unknown_question" if kind is commands.Answer else "no_question")
