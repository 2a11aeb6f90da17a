"""presenter/film_file.py: what a file says of itself before it is played."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.film_file import Fault, look

CLIPS = Path(__file__).parent.parent / "media"
PLAYABLE = ("h264.mp4", "silent.mp4", "index-last.mp4", "vp8.webm", "vp9.webm", "av1.mp4", "sound-only.mp4")


@pytest.mark.parametrize("name", PLAYABLE)
def test_a_whole_file_has_no_fault_and_one_that_was_broken_off_has(name: str, tmp_path: Path) -> None:
    assert look(CLIPS / name) is None
    data = (CLIPS / name).read_bytes()
    for part in (0.1, 0.6, 0.99):
        (tmp_path / name).write_bytes(data[: int(len(data) * part)])
        assert look(tmp_path / name) is Fault.CUT, part


def test_what_is_not_there_and_what_is_empty_are_told_apart(tmp_path: Path) -> None:
    assert look(tmp_path / "film.mp4") is Fault.MISSING
    assert look(tmp_path) is Fault.MISSING
    (tmp_path / "film.mp4").touch()
    assert look(tmp_path / "film.mp4") is Fault.EMPTY


@pytest.mark.parametrize(
    "data",
    [
        b"this is no film" * 100,
        b"\0\0\0\0ftyp",
        b"\0\0\0\1ftyp",
        b"\0\0\0\x07free",
        b"\x1a\x45\xdf\xa3",
        b"\x1a\x45\xdf\xa3\x00",
        b"\x1a\x45\xdf\xa3\x81x\x00\x00",
        b"\x1a\x45\xdf\xa3\x81x\x18\x53\x80\x67\xff",
    ],
)
def test_what_says_nothing_of_its_length_is_left_to_the_player(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "film.webm").write_bytes(data)
    assert look(tmp_path / "film.webm") is None


def test_a_length_of_eight_bytes_is_understood(tmp_path: Path) -> None:
    head = b"\0\0\0\1mdat" + (100).to_bytes(8)
    (tmp_path / "film.mp4").write_bytes(head + bytes(84))
    assert look(tmp_path / "film.mp4") is None
    (tmp_path / "film.mp4").write_bytes(head + bytes(83))
    assert look(tmp_path / "film.mp4") is Fault.CUT
