"""presenter/settings.py: what is remembered, and what happens when it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from polling.__main__ import default_data as server_data
from presenter.settings import MAX_NOTES_PX, Settings, SettingsFile, default_data


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    settings = Settings(
        language="en",
        theme="dark",
        notes_px=22,
        projectors={"beamer 1920x1080 + laptop 1366x768": "beamer 1920x1080"},
        closes_by_itself=True,
    )
    SettingsFile(tmp_path / "new").write(settings)
    assert SettingsFile(tmp_path / "new").read() == settings


@pytest.mark.parametrize("text", ["", "{", '{"theme":"pink"}', '{"notes_px":"big"}'])
def test_a_file_that_makes_no_sense_counts_as_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(text)
    assert SettingsFile(tmp_path).read() == Settings()


def test_a_size_out_of_range_is_brought_back(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"notes_px": 900}')
    assert SettingsFile(tmp_path).read().notes_px == MAX_NOTES_PX


@pytest.mark.expects_log("settings were not kept")
def test_a_folder_that_cannot_be_written_does_not_stop_the_lesson(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    SettingsFile(tmp_path / "file").write(Settings())


def test_the_app_and_its_server_mean_the_same_folder() -> None:
    assert default_data() == server_data()
