"""presenter/choices.py: the teacher's choices about the app."""

from __future__ import annotations

from pathlib import Path

from presenter.choices import MOST_SCREENS, Choices
from presenter.settings import Output, Settings, SettingsFile


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
    choices.on_output(Output("hdmi", "TV"))
    choices.on_chart_switched()
    choices.on_figures_switched()
    choices.on_figures_switched()
    choices.on_wifi("Leerlingen", "geheim12")
    choices.on_phones_allowed(False)
    choices.on_view_switched()
    assert len(told) == 13
    assert file.read() == told[-1]
    assert told[-1] == Settings(
        language="en",
        theme="dark",
        notes_px=24,
        projectors={"beamer + laptop": "beamer"},
        closes_by_itself=True,
        volume=60,
        output=Output("hdmi", "TV"),
        is_donut=True,
        wifi_name="Leerlingen",
        wifi_password="geheim12",
        listens_here_only=True,
        is_cloud=True,
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


def test_keys_make_it_louder_softer_and_silent(tmp_path: Path) -> None:
    choices = Choices(Settings(volume=50), SettingsFile(tmp_path))
    heard: list[int] = []
    choices.heard_changed.connect(heard.append)
    choices.on_louder()
    choices.on_softer()
    choices.on_softer()
    choices.on_sound_switched()
    choices.on_sound_switched()
    choices.on_theme("dark")
    assert heard == [60, 50, 40, 0, 40]
    choices.on_sound_switched()
    choices.on_volume(70)
    assert (choices.settings.volume, choices.settings.is_muted) == (70, False)
