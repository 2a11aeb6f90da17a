"""presenter/deeds.py: commands go to the room, actions stay here."""

from __future__ import annotations

import pytest

from polling.commands import Next, StartTimer, StopTimer
from presenter.deeds import Deeds
from presenter.keys import Action


def test_a_command_is_sent() -> None:
    sent: list[object] = []
    Deeds(lambda message: sent.append(message) is None).on_wanted(Next())
    assert sent == [Next()]


@pytest.mark.parametrize("action", [each for each in Action if each is not Action.REPLACE_TIMER])
def test_every_action_has_one_signal(action: Action) -> None:
    sent: list[object] = []
    deeds = Deeds(lambda message: sent.append(message) is None)
    told: list[str] = []
    deeds.slides_wanted.connect(lambda: told.append("SHOW_SLIDES"))
    deeds.slides_left.connect(lambda: told.append("LEAVE_SLIDES"))
    deeds.timer_offered.connect(lambda: told.append("OFFER_TIMER"))
    deeds.quick_offered.connect(lambda: told.append("OFFER_QUICK"))
    deeds.names_switched.connect(lambda: told.append("SWITCH_NAMES"))
    deeds.video_switched.connect(lambda: told.append("SWITCH_VIDEO"))
    deeds.grid_wanted.connect(lambda: told.append("SHOW_GRID"))
    deeds.keys_wanted.connect(lambda: told.append("SHOW_KEYS"))
    deeds.chart_switched.connect(lambda: told.append("SWITCH_CHART"))
    deeds.figures_switched.connect(lambda: told.append("SWITCH_FIGURES"))
    deeds.view_switched.connect(lambda: told.append("SWITCH_VIEW"))
    deeds.repack_wanted.connect(lambda: told.append("REPACK_WORDS"))
    deeds.swap_wanted.connect(lambda: told.append("SWAP_SCREENS"))
    deeds.louder.connect(lambda: told.append("LOUDER"))
    deeds.softer.connect(lambda: told.append("SOFTER"))
    deeds.sound_switched.connect(lambda: told.append("SWITCH_SOUND"))
    deeds.output_undone.connect(lambda: told.append("UNDO_OUTPUT"))
    deeds.on_wanted(action)
    assert (told, sent) == ([action.name], [])


def test_the_slides_own_timer_takes_the_place_of_the_other_in_two_commands() -> None:
    sent: list[object] = []
    Deeds(lambda message: sent.append(message) is None).on_wanted(Action.REPLACE_TIMER)
    assert sent == [StopTimer(), StartTimer()]
