"""lessons/gaps.py: what a lesson still misses, slide by slide."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.gaps import SENTENCES, Gap, GapCode, gaps, sentence
from lessons.markdown import read

UNFINISHED = """\
# Een blad

---

<!-- kind: quiz -->

# Welke stof maakt het groen?

- [ ] Zetmeel
- [ ] Bladgroen

---

<!-- kind: video -->

---

<!-- kind: text -->

---

# Een plaat

![Wolk](media/wolk.png)

---

<!-- layout: picture -->

# Kijk hier
"""


def found(text: str, folder: Path) -> list[tuple[int, str, str]]:
    return [(gap.slide, gap.code.value, gap.target) for gap in gaps(read(text)[0], folder)]


def test_everything_that_is_missing_is_named_in_order(tmp_path: Path) -> None:
    assert found(UNFINISHED, tmp_path) == [
        (2, "right_option", ""),
        (3, "video", ""),
        (4, "picture", ""),
        (5, "file", "media/wolk.png"),
        (6, "picture", ""),
    ]


@pytest.mark.parametrize(
    "whole",
    [
        "# Vraag?\n\n- [ ] Ja\n- [x] Nee\n",
        "# Peiling?\n\n- [ ] Ja\n- [ ] Nee\n",
        "<!-- kind: quiz -->\n\n# Nog zonder antwoorden\n",
        "<!-- kind: video -->\n\n![](https://youtu.be/abc)\n",
        "# Alleen een titel\n",
        "<!-- layout: picture -->\n\n![](https://example.org/wolk.png)\n",
        "<!-- kind: open -->\n",
    ],
)
def test_what_can_be_given_has_no_gap(whole: str, tmp_path: Path) -> None:
    assert found(whole, tmp_path) == []


def test_a_file_that_is_there_is_no_gap_and_subtitles_are_not_asked_for(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "film.mp4").write_bytes(b"film")
    text = "<!-- subtitles: media/film.vtt -->\n\n![](media/film.mp4)\n"
    assert found(text, tmp_path) == []


def test_the_picture_of_an_option_can_be_missing(tmp_path: Path) -> None:
    assert found("# Welke?\n\n- [x] ![](media/a.png) Een\n- [ ] Twee\n", tmp_path) == [(1, "file", "media/a.png")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_gap_has_a_sentence(language: str) -> None:
    said = {sentence(Gap(1, code, "media/wolk.png"), language) for code in GapCode}
    assert len(said) == len(SENTENCES) == len(GapCode)
    assert any("media/wolk.png" in each for each in said)
