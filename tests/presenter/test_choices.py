"""presenter/choices.py: the teacher's choices about the app."""

from __future__ import annotations

from pathlib import Path

from presenter.choices import MOST_SCREENS, Choices
from presenter.settings import Settings, SettingsFile


def test_a_choice_is_announced_and_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    choices = Choices(Settings(), file)
    told: list[Settings] = []
    choices.changed.connect(told.append)
    choices.on_theme("dark")
    choices.on_theme("dark")
    choices.on_language("en")
    choices.on_notes_resized(24)
    choices.on_projector("beamer + laptop", "beamer")
    choices.on_closes_by_itself(True)
    choices.on_volume(60)
    choices.on_chart_switched()
    choices.on_figures_switched()
    choices.on_figures_switched()
    assert len(told) == 9
    assert file.read() == told[-1]
    assert told[-1] == Settings(
        language="en",
        theme="dark",
        notes_px=24,
        projectors={"beamer + laptop": "beamer"},
        closes_by_itself=True,
        volume=60,
        is_donut=True,
    )


def test_the_screens_of_the_last_classrooms_are_remembered(tmp_path: Path) -> None:
    choices = Choices(Settings(), SettingsFile(tmp_path))
    for room in range(MOST_SCREENS + 1):
        choices.on_projector(f"room {room}", "beamer")
    choices.on_projector("room 1", "laptop")
    kept = choices.settings.projectors
    assert len(kept) == MOST_SCREENS
    assert "room 0" not in kept
    assert list(kept)[-1] == "room 1"
    assert kept["room 1"] == "laptop"
