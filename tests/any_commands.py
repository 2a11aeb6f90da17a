"""Every command there is, with sensible and odd contents, for tests in which a machine invents them."""

from __future__ import annotations

from hypothesis import strategies as st

from polling import commands
from polling.answers import Choice, Text, Words
from polling.commands import Cover, Mode
from polling.quick import Quick

values = st.one_of(
    st.builds(Choice, st.lists(st.integers(-1, 3), max_size=3).map(tuple)),
    st.builds(Words, st.lists(st.sampled_from(["zee", "ZEE", "duin", "!", "x" * 31, "wind"]), max_size=4).map(tuple)),
    st.builds(Text, st.sampled_from(["", "Omdat.", "x" * 241, "<b>vet</b>"])),
)
slides = st.sampled_from([f"s{number}" for number in range(1, 10)])
people = st.sampled_from([f"p{number}" for number in range(1, 6)])
typed_names = st.sampled_from(["Ana", "ana", "Bo", "Bo 2", "", "\u202eBo", "x" * 30])
items = st.sampled_from(["p1", "p2", "zee", "duin", "nothing"])
MADE: dict[type[commands.Command], st.SearchStrategy[commands.Command]] = {
    commands.Join: st.builds(commands.Join, st.just(""), typed_names, st.just("")),
    commands.Answer: st.builds(commands.Answer, people, slides, st.integers(0, 3), st.integers(1, 30), values),
    commands.Next: st.builds(commands.Next),
    commands.Back: st.builds(commands.Back),
    commands.Skip: st.builds(commands.Skip),
    commands.GoTo: st.builds(commands.GoTo, slides),
    commands.AskQuick: st.builds(commands.AskQuick, st.sampled_from(Quick)),
    commands.Again: st.builds(commands.Again),
    commands.Reopen: st.builds(commands.Reopen),
    commands.Close: st.builds(commands.Close),
    commands.Reveal: st.builds(commands.Reveal),
    commands.SwitchLive: st.builds(commands.SwitchLive),
    commands.MarkRight: st.builds(commands.MarkRight, st.lists(st.integers(0, 3), max_size=2).map(tuple)),
    commands.CountHands: st.builds(commands.CountHands, st.integers(-1, 3), st.sampled_from([1, -1, 2_001])),
    commands.Show: st.builds(commands.Show, items),
    commands.Hide: st.builds(commands.Hide, items),
    commands.MergeWord: st.builds(commands.MergeWord, items, st.one_of(items, st.just(""))),
    commands.RenameWord: st.builds(commands.RenameWord, items, st.sampled_from(["", "Noordzee", "x" * 40])),
    commands.PinWord: st.builds(commands.PinWord, items, st.booleans()),
    commands.GroupWord: st.builds(commands.GroupWord, items, st.sampled_from(["", "Dieren", "x" * 40])),
    commands.Moderate: st.builds(commands.Moderate, st.sampled_from(Mode)),
    commands.Star: st.builds(commands.Star, items, st.booleans()),
    commands.Enlarge: st.builds(commands.Enlarge, st.one_of(st.just(""), items)),
    commands.StartTimer: st.builds(commands.StartTimer, st.sampled_from([None, 0.5, 5, -1])),
    commands.PauseTimer: st.builds(commands.PauseTimer),
    commands.ExtendTimer: st.builds(commands.ExtendTimer),
    commands.StopTimer: st.builds(commands.StopTimer),
    commands.CoverWith: st.builds(commands.CoverWith, st.sampled_from(Cover)),
    commands.Freeze: st.builds(commands.Freeze, st.booleans()),
    commands.HideAnswers: st.builds(commands.HideAnswers, st.booleans()),
    commands.Pause: st.builds(commands.Pause),
    commands.Resume: st.builds(commands.Resume),
    commands.CloseByItself: st.builds(commands.CloseByItself, st.booleans()),
    commands.CountPages: st.builds(commands.CountPages, st.dictionaries(slides, st.integers(2, 4), max_size=3)),
    commands.Rename: st.builds(commands.Rename, people, typed_names),
    commands.CoverName: st.builds(commands.CoverName, people, st.booleans()),
    commands.GiveTime: st.builds(commands.GiveTime, people, st.sampled_from([0, 50, 100, 125, 150])),
    commands.Remove: st.builds(commands.Remove, people, st.booleans()),
    commands.Readmit: st.builds(commands.Readmit, people),
    commands.Lock: st.builds(commands.Lock, st.booleans()),
    commands.GiveSeat: st.builds(commands.GiveSeat, people, st.just("")),
    commands.NameClass: st.builds(commands.NameClass, typed_names),
    commands.BeginAt: st.builds(commands.BeginAt, slides),
    commands.End: st.builds(commands.End),
    commands.Tick: st.builds(commands.Tick),
}
"""How the machine makes each command. The ids and hashes that a server makes are filled in where it is obeyed."""
ALL = tuple(commands.Command.__subclasses__())
