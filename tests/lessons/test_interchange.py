"""The JSON form: what scripts rely on, and that it can be read back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given

import lessons
from lessons.composing import essence
from lessons.guarding import tidied
from lessons.interchange import from_json, schema, to_json
from lessons.markdown import read
from lessons.model import Lesson
from lessons.problems import CannotOpen
from tests.lessons.strategies import LESSONS

PACKAGE = Path(lessons.__file__).parent
TEXT = """---
title: Water
subject: Aardrijkskunde
level: havo
year: 2
duration: 50
school: Baken
---
<!-- timer: 1:00 -->
# Zee
![zee](media/zee.png)
<!-- notes: Vertel. -->
---
<!-- time: 30
     points: 2 -->
# Wat is nat?
Kijk.
- [x] ![w](media/w.png) Water
  > Klopt.
- [ ] Zand
---
<!-- kind: quiz -->
# Weet je het?
- [ ] a
- [ ] b
---
<!-- kind: wordweb
     max: 5 -->
# Nat?
"""


def test_scripts_find_what_they_rely_on() -> None:
    found = json.loads(to_json(read(TEXT)[0]))
    assert {key: found[key] for key in ("title", "subject", "level", "year", "language", "duration_min")} == {
        "title": "Water",
        "subject": "Aardrijkskunde",
        "level": "havo",
        "year": "2",
        "language": "nl",
        "duration_min": 50,
    }
    text, quiz, undecided, web = found["slides"]
    assert [slide["number"] for slide in found["slides"]] == [1, 2, 3, 4]
    assert (text["kind"], text["title"], text["question"], text["timer_s"], text["notes"]) == (
        "text",
        "Zee",
        None,
        60,
        "Vertel.",
    )
    assert text["media"] == [{"target": "media/zee.png", "kind": "picture", "alt": "zee"}]
    assert (text["options"], text["points"], text["time_s"]) == ([], None, None)
    assert (quiz["kind"], quiz["question"], quiz["body"], quiz["time_s"], quiz["points"]) == (
        "quiz",
        "Wat is nat?",
        "Kijk.",
        30,
        2,
    )
    assert [(option["text"], option["right"], option["feedback"]) for option in quiz["options"]] == [
        ("Water", True, "Klopt."),
        ("Zand", False, None),
    ]
    assert [option["right"] for option in undecided["options"]] == [None, None]
    assert (web["kind"], web["max_words"], web["notes"]) == ("wordweb", 5, None)


def test_the_json_form_is_read_back() -> None:
    lesson, _ = read(TEXT)
    again = from_json(to_json(lesson))
    assert [essence(tidied(slide)) for slide in again.slides] == [essence(slide) for slide in lesson.slides]
    assert (again.extra, again.title, again.duration_min) == (lesson.extra, "Water", 50)


@given(LESSONS)
def test_any_lesson_comes_back_from_json(lesson: Lesson) -> None:
    again = from_json(to_json(lesson))
    assert to_json(again) == to_json(from_json(to_json(again)))
    assert [slide.kind for slide in again.slides] == [slide.kind for slide in lesson.slides]


def test_little_is_enough_for_a_lesson() -> None:
    lesson = from_json(b'{"title": "X", "slides": [{"kind": "poll", "question": "Wat?", "options": [{"text": "a"}]}]}')
    assert (lesson.title, lesson.slides[0].question, lesson.slides[0].options[0].text) == ("X", "Wat?", "a")


def test_unsafe_media_are_left_out() -> None:
    data = b'{"slides": [{"media": [{"target": "../x.png"}], "options": [{"picture": {"target": "/etc/p"}}]}]}'
    (slide,) = from_json(data).slides
    assert (slide.media, slide.options[0].picture) == ((), None)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"slides": 3}', b'{"slides": [{"kind": "song"}]}', b'{"lesson": 2}', b"{\xff}"]
)
def test_what_is_not_the_form_is_refused(data: bytes) -> None:
    with pytest.raises(CannotOpen) as caught:
        from_json(data)
    assert caught.value.code == "json_unreadable"


def test_the_shipped_schema_is_the_one_of_the_form() -> None:
    assert (PACKAGE / "lesson.schema.json").read_bytes() == schema()
    found = json.loads(schema())["$defs"]["SlideForm"]["properties"]
    assert {
        "number",
        "kind",
        "title",
        "body",
        "question",
        "options",
        "timer_s",
        "time_s",
        "points",
        "media",
        "notes",
    } <= set(found)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_prompts_example_is_a_lesson_without_problems(language: str) -> None:
    text = (PACKAGE / "prompts" / f"{language}.md").read_text(encoding="utf-8")
    match = re.search(r"```markdown\n(.*?)\n```", text, re.DOTALL)
    assert match
    lesson, problems = read(match[1])
    assert (len(lesson.slides), lesson.language, problems) == (4, language, ())
    assert len(text.split("\n")) < 80
