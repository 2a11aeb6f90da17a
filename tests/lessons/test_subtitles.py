"""Subtitles, as films bring them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.subtitles import MAX_CUE_CHARACTERS, Cue, read, said_at

VTT = """\ufeffWEBVTT - een film

STYLE
::cue { color: red }

NOTE niet voor de klas

begin
00:01.000 --> 00:02.500 align:start position:10%
<v Roel>Een <i>lange</i> snaar &amp; een korte

01:00:00,5 --> 01:00:01.000
Laat\r
"""
SRT = "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}Eerst\r\ndan\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nEinde\r\n"


def test_a_vtt_file_gives_its_words_and_times() -> None:
    assert read(VTT) == (Cue(1000, 2500, "Een lange snaar & een korte"), Cue(3_600_500, 3_601_000, "Laat"))


def test_a_srt_file_keeps_its_lines() -> None:
    assert read(SRT) == (Cue(1000, 2000, "Eerst\ndan"), Cue(3000, 4000, "Einde"))


@pytest.mark.parametrize(
    "text",
    ["", "WEBVTT", "00:01.000 --> 00:02.000", "00:02.000 --> 00:01.000\nTerug", "1\n2\n00:01.000 --> 00:02.000\nWat"],
)
def test_what_says_nothing_is_no_cue(text: str) -> None:
    assert read(text) == ()


def test_a_cue_is_never_longer_than_a_board_can_show() -> None:
    (cue,) = read(f"00:01.000 --> 00:02.000\n{'x' * 5000}")
    assert len(cue.text) == MAX_CUE_CHARACTERS


@pytest.mark.parametrize(
    ("at_ms", "said"),
    [(0, ""), (1000, "een"), (1999, "een"), (2000, "twee"), (4999, "twee"), (5000, "een"), (9000, "")],
)
def test_the_cue_that_began_last_is_the_one_that_is_said(at_ms: int, said: str) -> None:
    assert said_at((Cue(1000, 9000, "een"), Cue(2000, 5000, "twee")), at_ms) == said


@given(st.text(st.sampled_from("0123456789:.,-> \n<{}\\&amp;WEBVTTa"), max_size=200))
def test_reading_never_fails_and_cues_stand_in_order(text: str) -> None:
    cues = read(text)
    assert list(cues) == sorted(cues, key=lambda cue: cue.start_ms)
    assert all(cue.text and cue.start_ms < cue.end_ms for cue in cues)
