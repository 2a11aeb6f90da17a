"""presenter/choices.py: the teacher's choices about the app."""

from __future__ import annotations

from pathlib import Path

from presenter.choices import Choices
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
    choices.on_projector("beamer")
    choices.on_closes_by_itself(True)
    choices.on_volume(60)
    choices.on_chart_switched()
    choices.on_figures_switched()
    choices.on_figures_switched()
    choices.on_view_switched()
    assert len(told) == 10
    assert file.read() == told[-1]
    assert told[-1] == Settings(
        language="en",
        theme="dark",
        notes_px=24,
        projector="beamer",
        closes_by_itself=True,
        volume=60,
        is_donut=True,
        is_cloud=True,
    )
