"""presenter/screens.py: which screen the class sees."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from presenter.screens import ScreenFact, ScreenPlan, Screens, Situation, _told_apart, plan, together

LAPTOP = ScreenFact("laptop", (0, 0, 1366, 768), True)
BEAMER = ScreenFact("beamer", (1366, 0, 1920, 1080), False)
MONITOR = ScreenFact("monitor", (-1280, 0, 1280, 1024), False)
COPY = ScreenFact("copy", (0, 0, 1366, 768), False)


def test_one_screen_is_not_private() -> None:
    assert plan((LAPTOP,)) == ScreenPlan(Situation.ONE, "laptop", None)
    assert not plan((LAPTOP,)).is_private


def test_a_second_screen_is_for_the_class() -> None:
    assert plan((LAPTOP, BEAMER)) == ScreenPlan(Situation.TWO, "laptop", "beamer")
    assert plan((LAPTOP, BEAMER)).is_private


def test_mirrored_screens_are_not_private() -> None:
    assert plan((LAPTOP, COPY)) == ScreenPlan(Situation.MIRRORED, "laptop", None)


def test_of_three_screens_the_largest_is_for_the_class_unless_another_was_chosen() -> None:
    assert plan((LAPTOP, MONITOR, BEAMER)).projector == "beamer"
    assert plan((LAPTOP, MONITOR, BEAMER), "monitor 1280x1024").projector == "monitor"


def test_the_laptop_itself_can_be_chosen_for_the_class() -> None:
    assert plan((LAPTOP, BEAMER), "laptop 1366x768") == ScreenPlan(Situation.TWO, "beamer", "laptop")


def test_a_chosen_screen_that_is_gone_is_forgotten() -> None:
    assert plan((LAPTOP, BEAMER), "monitor 1280x1024").projector == "beamer"


def test_a_laptop_that_is_copied_somewhere_is_not_private_even_with_a_third_screen() -> None:
    seen = plan((LAPTOP, COPY, BEAMER))
    assert (seen.situation, seen.projector, seen.is_private) == (Situation.MIRRORED, "beamer", False)


def test_no_screen_at_all_is_a_plan_too() -> None:
    assert plan(()) == ScreenPlan(Situation.ONE, "", None)


def test_a_classroom_is_known_by_the_names_and_sizes_of_its_screens() -> None:
    other = ScreenFact("beamer", (1366, 0, 1280, 800), False)
    assert together((LAPTOP, BEAMER)) == together((BEAMER, LAPTOP))
    assert together((LAPTOP, BEAMER)) != together((LAPTOP, other))


class PluggedScreens(Screens):
    """The screens of this machine are those that the test says."""

    facts: tuple[ScreenFact, ...] = (LAPTOP, BEAMER)

    def _look(self) -> tuple[ScreenFact, ...]:
        return self.facts

    def have(self, *facts: ScreenFact) -> None:
        """The system says that the screens moved: these are there now."""
        self.facts = facts
        self.on_screens_moved()


@pytest.fixture
def screens(qapp: QApplication) -> PluggedScreens:
    return PluggedScreens(qapp)


@pytest.mark.parametrize(
    "facts",
    [(LAPTOP,), (LAPTOP, COPY), (LAPTOP, COPY, MONITOR), (LAPTOP, MONITOR)],
    ids=["pulled", "copied", "copied beside a third", "another"],
)
def test_what_the_class_may_see_is_followed_at_once(facts: tuple[ScreenFact, ...], screens: PluggedScreens) -> None:
    heard: list[ScreenPlan] = []
    screens.changed.connect(heard.append)
    screens.have(*facts)
    assert heard == [plan(facts)]
    screens.on_settled()
    assert heard == [plan(facts)]


def test_a_screen_of_its_own_is_the_classs_only_when_the_screens_are_quiet(screens: PluggedScreens) -> None:
    screens.have(LAPTOP)
    heard: list[ScreenPlan] = []
    screens.changed.connect(heard.append)
    screens.have(LAPTOP, BEAMER)
    assert (heard, screens.plan.situation) == ([], Situation.ONE)
    screens.on_settled()
    assert heard == [plan((LAPTOP, BEAMER))]


def test_a_moment_without_any_screen_changes_nothing(screens: PluggedScreens) -> None:
    screens.have()
    assert screens.plan == plan((LAPTOP, BEAMER))


def test_screens_of_the_same_name_are_told_apart(qapp: QApplication) -> None:
    laptop, projector = qapp.screens()
    assert list(_told_apart([laptop, projector])) == ["laptop", "projector"]
    assert list(_told_apart([laptop, projector, laptop, laptop])) == ["laptop", "projector", "laptop (2)", "laptop (3)"]
