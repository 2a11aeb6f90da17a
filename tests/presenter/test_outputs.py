"""presenter/outputs.py: where sound goes."""

from __future__ import annotations

import pytest
from PySide6.QtMultimedia import QAudioDevice
from pytestqt.qtbot import QtBot

from presenter.outputs import (
    COMPUTERS,
    OutputFact,
    OutputPlan,
    Outputs,
    Turn,
    Why,
    instead,
    is_projector,
    plan,
    system_devices,
    turn,
)
from presenter.settings import Output
from tests.presenter.pretend_devices import PretendDevices

SPEAKERS = OutputFact("spk", "Luidsprekers (Realtek)", True)
HDMI = OutputFact("hdmi", "EPSON PJ (HDMI 1)")
HEADSET = OutputFact("head", "Headset (USB)")
NOWHERE = OutputPlan()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("EPSON PJ (HDMI 1)", True),
        ("NVIDIA High Definition Audio", True),
        ("Intel(R) Display Audio", True),
        ("LG TV", True),
        ("BenQ projector", True),
        ("HDA Intel PCH, DP 1", True),
        ("Beamer lokaal 12", True),
        ("DisplayPort 2", True),
        ("Luidsprekers (Realtek(R) Audio)", False),
        ("MacBook Air-luidsprekers", False),
        ("AirPods van Ana", False),
        ("HDMI headphones", False),
        ("Netvideo", False),
        ("", False),
    ],
)
def test_a_projector_is_known_by_the_name_of_its_output(name: str, wanted: bool) -> None:
    assert is_projector(name) is wanted


def test_a_projector_goes_before_what_the_computer_would_do() -> None:
    assert plan((SPEAKERS, HEADSET), None) == OutputPlan(Why.COMPUTER, "spk", SPEAKERS.name, True)
    assert plan((SPEAKERS, HEADSET, HDMI), None) == OutputPlan(Why.PROJECTOR, "hdmi", HDMI.name, False)


def test_what_the_teacher_chose_goes_before_a_projector() -> None:
    assert plan((SPEAKERS, HDMI), COMPUTERS).id == "spk"
    chosen = plan((SPEAKERS, HEADSET, HDMI), Output("head", "Headset (USB)"))
    assert (chosen.why, chosen.id) == (Why.CHOSEN, "head")


def test_an_output_is_known_again_by_its_name_where_the_system_numbers_it_anew() -> None:
    assert plan((SPEAKERS, HDMI), Output("other number", HDMI.name)).id == "hdmi"


def test_a_choice_that_is_not_plugged_in_leaves_it_to_the_computer() -> None:
    assert plan((SPEAKERS, HDMI), Output("head", "Headset (USB)")) == OutputPlan(Why.AWAY, "spk", SPEAKERS.name, True)


def test_a_computer_without_sound_is_a_plan_too() -> None:
    assert plan((), None) == NOWHERE
    assert plan((), Output("head", "Headset")).why is Why.AWAY


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        (None, plan((SPEAKERS,), None), None),
        (None, plan((SPEAKERS, HDMI), None), Turn.PROJECTOR),
        (None, plan((SPEAKERS,), Output("x", "X")), Turn.AWAY),
        (plan((SPEAKERS,), None), plan((SPEAKERS, HDMI), None), Turn.PROJECTOR),
        (plan((SPEAKERS, HDMI), None), plan((SPEAKERS,), None), Turn.MOVED),
        (plan((SPEAKERS, HEADSET), Output("head", "")), plan((SPEAKERS,), Output("head", "")), Turn.AWAY),
        (plan((SPEAKERS,), Output("head", "")), plan((SPEAKERS, HEADSET), Output("head", "")), Turn.BACK),
        (plan((SPEAKERS,), None), plan((), None), Turn.NOWHERE),
        (plan((SPEAKERS,), None), plan((SPEAKERS, HEADSET), None), None),
    ],
)
def test_what_the_teacher_hears_of(before: OutputPlan | None, now: OutputPlan, wanted: Turn | None) -> None:
    assert turn(before, now) is wanted


def test_what_went_to_the_projector_by_itself_can_be_taken_back() -> None:
    before, outlets = plan((SPEAKERS,), None), (SPEAKERS, HDMI)
    assert instead(before, plan(outlets, None), outlets) == COMPUTERS
    own = OutputFact("hdmi", HDMI.name, True)
    others = (own, OutputFact("spk", SPEAKERS.name))
    assert instead(before, plan(others, None), others) == Output("spk", SPEAKERS.name)
    assert instead(None, plan((own,), None), (own,)) == COMPUTERS


class Heard:
    """What was heard of the outputs of a computer."""

    def __init__(self, *names: str, choice: Output | None = None) -> None:
        self.devices = PretendDevices(*names)
        self.outputs = Outputs(choice, lambda: self.devices)  # type: ignore[arg-type, return-value]
        self.turns: list[Turn] = []
        self.through: list[str] = []
        self.outputs.turned.connect(self.turns.append)
        self.outputs.rerouted.connect(lambda device: self.through.append(device.name))


def test_a_projector_that_is_plugged_in_gets_the_sound(qtbot: QtBot) -> None:
    heard = Heard("Luidsprekers")
    heard.outputs.look()
    assert (heard.through, heard.turns) == (["Luidsprekers"], [])
    heard.devices.are_now("Luidsprekers", "HDMI 1")
    qtbot.waitUntil(lambda: heard.turns == [Turn.PROJECTOR])
    assert heard.through == ["Luidsprekers", "HDMI 1"]
    device = heard.outputs.device()
    assert device is not None
    assert device.description() == "HDMI 1"
    heard.devices.are_now("Luidsprekers")
    qtbot.waitUntil(lambda: heard.turns == [Turn.PROJECTOR, Turn.MOVED])
    assert heard.through[-1] == "Luidsprekers"


def test_a_choice_holds_at_once_and_is_told(qtbot: QtBot) -> None:
    heard = Heard("Luidsprekers", "HDMI 1")
    chosen: list[Output] = []
    heard.outputs.chosen.connect(chosen.append)
    heard.outputs.look()
    heard.outputs.choose(COMPUTERS)
    assert (heard.through, chosen) == (["HDMI 1", "Luidsprekers"], [COMPUTERS])
    heard.outputs.choose(Output("hdmi 1", "HDMI 1"))
    assert heard.through[-1] == "HDMI 1"


def test_it_looks_soon_after_the_start_and_never_after_the_end(qtbot: QtBot) -> None:
    heard = Heard("Luidsprekers")
    with qtbot.waitSignal(heard.outputs.changed, timeout=10_000):
        heard.outputs.begin()
    heard.outputs.stop()
    heard.devices.are_now("HDMI 1")
    assert not heard.outputs._looking.isActive()
    assert heard.outputs.device() is None


def test_without_a_library_for_sound_there_is_nowhere_to_go(qtbot: QtBot) -> None:
    outputs = Outputs(None, lambda: None)
    outputs.look()
    assert (outputs.plan, outputs.outlets) == (NOWHERE, ())


@pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "No audio device", extend=True)
def test_this_computer_tells_its_own_outputs(qtbot: QtBot) -> None:
    devices = system_devices()
    assert devices is not None
    outputs = Outputs(None, lambda: devices)
    outputs.look()
    every: list[QAudioDevice] = devices.audioOutputs()
    assert [each.name for each in outputs.outlets] == [each.description() for each in every]
    outputs.stop()
