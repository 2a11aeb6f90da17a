"""The room under any order of commands: a state machine that compares it with plain bookkeeping after every step."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from polling import commands, events
from polling.answers import Choice, Text, Words
from polling.commands import Cover
from polling.decisions import decide
from polling.moves import Phase
from polling.parts import position_part, roster_part, tally_part, words_part
from polling.phone_state import own_answers, phone_state
from polling.presence import Presence
from polling.refusal import Refused
from polling.room import GRACE_MS, Room, read_back
from tests.classroom import Classroom

STEPS = {
    Phase.ASKING: {None, Phase.WAITING, Phase.ASKING, Phase.CLOSED, Phase.REVEALED},
    Phase.CLOSED: {Phase.ASKING, Phase.CLOSED},
    Phase.REVEALED: {Phase.CLOSED, Phase.REVEALED},
    Phase.WAITING: {Phase.WAITING},
}
"""phase -> the phases it can come from."""

values = st.one_of(
    st.builds(Choice, st.lists(st.integers(-1, 3), max_size=3).map(tuple)),
    st.builds(Words, st.lists(st.sampled_from(["zee", "ZEE", "duin", "!", "x" * 31, "wind"]), max_size=4).map(tuple)),
    st.builds(Text, st.sampled_from(["", "Omdat.", "x" * 241, "<b>vet</b>"])),
)
slides = st.sampled_from([f"s{number}" for number in range(1, 10)])
teacher_commands = st.one_of(
    st.sampled_from(
        [
            commands.Next(),
            commands.Back(),
            commands.Skip(),
            commands.Again(),
            commands.Reopen(),
            commands.Close(),
            commands.Reveal(),
            commands.SwitchLive(),
            commands.PauseTimer(),
            commands.ExtendTimer(),
            commands.StopTimer(),
            commands.Pause(),
            commands.Resume(),
            commands.Tick(),
        ]
    ),
    st.builds(commands.GoTo, slides),
    st.builds(commands.CoverWith, st.sampled_from(Cover)),
    st.builds(commands.StartTimer, st.sampled_from([None, 0.5, 5, -1])),
    st.builds(commands.Show, st.sampled_from(["p1", "p2", "zee", "nothing"])),
    st.builds(commands.Hide, st.sampled_from(["p1", "p2", "zee", "nothing"])),
    st.builds(commands.MarkRight, st.lists(st.integers(0, 3), max_size=2).map(tuple)),
)


class RoomStates(RuleBasedStateMachine):
    """Teachers press anything, phones send anything, old messages come again, and the server restarts anywhere."""

    sent = Bundle("sent")

    @initialize()
    def begin(self) -> None:
        self.classroom = Classroom()
        self.phases: dict[str, Phase] = {}
        self.revisions: dict[str, int] = {}
        self.highest: dict[tuple[str, str, int], tuple[int, object]] = {}

    @property
    def room(self) -> Room:
        return self.classroom.room

    def obey(self, command: commands.Command) -> None:
        before = self.room.revision
        decision = decide(self.room, command, self.classroom.now_ms)
        assert self.room.revision == before
        if isinstance(decision, Refused):
            return
        for event in decision:
            self.room.apply(event)
            if isinstance(event, events.Answered):
                key = (event.participant, event.slide, event.round)
                assert event.revision > self.highest.get(key, (0, None))[0]
                assert self.room.questions[event.slide].phase is Phase.ASKING
                self.highest[key] = (event.revision, event.value)
        self.classroom.happened += decision

    @rule(name=st.sampled_from(["Ana", "ana", "Bo", "", "\u202eBo", "x" * 30]))
    def join(self, name: str) -> None:
        participant = f"p{len(self.room.participants) + 1}"
        self.obey(commands.Join(participant, name, f"hash of {participant}"))

    @rule(target=sent, who=st.integers(1, 4), slide=slides, value=values, round_=st.integers(1, 3))
    def answer(self, who: int, slide: str, value: Choice, round_: int) -> commands.Answer:
        return self.answered(f"p{who}", slide, round_, value)

    @rule(target=sent, who=st.integers(1, 4), value=values)
    def answer_what_is_asked(self, who: int, value: Choice) -> commands.Answer:
        question = self.room.question
        slide = "s2" if question is None else question.slide.id
        return self.answered(f"p{who}", slide, 1 if question is None else len(question.rounds), value)

    def answered(self, participant: str, slide: str, round_: int, value: Choice) -> commands.Answer:
        self.revisions[participant] = self.revisions.get(participant, 0) + 1
        sent = commands.Answer(participant, slide, round_, self.revisions[participant], value)
        self.obey(sent)
        return sent

    @rule(old=sent)
    def any_old_answer_comes_again(self, old: commands.Answer) -> None:
        self.obey(old)

    @rule(command=teacher_commands)
    def teach(self, command: commands.Command) -> None:
        self.obey(command)

    @rule(seconds=st.sampled_from([0.1, 5, 29.9, 30.5, 200]))
    def wait(self, seconds: float) -> None:
        self.classroom.waits(seconds)

    @rule()
    def restart(self) -> None:
        again = read_back(self.classroom.happened)
        assert again is not None
        assert told(again, self.classroom.now_ms) == told(self.room, self.classroom.now_ms)
        self.classroom.room = again

    @invariant()
    def every_answer_that_was_kept_counts_once(self) -> None:
        for slide, question in self.room.questions.items():
            for each in question.rounds:
                kept = {
                    who: (revision, value)
                    for (who, where, number), (revision, value) in self.highest.items()
                    if (where, number) == (slide, each.number)
                }
                assert {who: (one.revision, one.value) for who, one in each.answers.items()} == kept
                chosen = [value for _, value in kept.values() if isinstance(value, Choice)]
                recount = [sum(place in value.options for value in chosen) for place in range(len(each.tally.counts))]
                assert list(each.tally.counts) == recount

    @invariant()
    def phases_move_along_the_table(self) -> None:
        for slide, question in self.room.questions.items():
            assert self.phases.get(slide) in {*STEPS[question.phase], None}
            self.phases[slide] = question.phase

    @invariant()
    def one_question_is_asked_and_it_is_the_one_at_hand(self) -> None:
        asking = [slide for slide, question in self.room.questions.items() if question.phase is Phase.ASKING]
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
        room.is_paused,
        room.held,
    )


TestRoomStates = RoomStates.TestCase
TestRoomStates.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
