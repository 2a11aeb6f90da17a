"""Writing lessons: nothing is lost, and nothing is touched that was not edited."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from lessons.composing import essence
from lessons.details import tidied as tidied_details
from lessons.guarding import escaped, tidied
from lessons.markdown import plain, plain_line, read, source_of, write
from lessons.model import Kind, Layout, Lesson, Media, MediaKind, Option, Settings, Slide, TimerMode
from tests.lessons.strategies import HOSTILE, LESSONS, SLIDES
from tests.lessons.test_markdown import ANY_TEXT


@given(ANY_TEXT)
def test_an_unedited_lesson_is_written_exactly_as_it_was(text: str) -> None:
    assert write(read(text)[0]) == text


def shape(slide: Slide) -> tuple[object, ...]:
    """What of a slide always survives, whatever its texts are."""
    options = [(option.right, option.picture and option.picture.target) for option in slide.options]
    return slide.id, slide.kind, bool(slide.title), options, slide.notes, slide.settings


def asked(slide: Slide) -> bool:
    """True when something is asked; a question with no title, no question and only odd signs may take those for one."""
    return bool(slide.question)


@given(LESSONS)
def test_any_lesson_survives_being_written(lesson: Lesson) -> None:
    text = write(lesson)
    again, _ = read(text)
    assert tidied_details(again) == tidied_details(lesson)
    meant = [tidied(slide) for slide in lesson.slides]
    assert [shape(slide) for slide in again.slides] == [shape(slide) for slide in meant]
    assert all(asked(new) for new, old in zip(again.slides, meant, strict=True) if asked(old))
    assert write(again) == text


@given(SLIDES)
def test_what_was_written_once_is_written_the_same_again(slide: Slide) -> None:
    (again,) = read(write(Lesson(slides=(slide,))))[0].slides
    (twice,) = read(write(Lesson(slides=(essence(again),))))[0].slides
    assert essence(twice) == essence(again)


@given(HOSTILE)
@example("--- ---")
@example("- - -")
def test_typed_text_shows_exactly_what_was_typed(text: str) -> None:
    typed = " ".join(text.replace("\0", "\ufffd").replace("\ufeff", "").split())
    assert plain_line(escaped(typed)) == typed
    assert plain(escaped(typed)) == typed


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_a_typed_quiz_survives_to_the_letter(title: str, body: str, option: str, feedback: str, notes: str) -> None:
    quiz = Slide(
        kind=Kind.QUIZ,
        title=escaped(" ".join(title.split())),
        question="Wat is waar?",
        body=escaped(body),
        options=(
            Option(text=escaped(" ".join(option.split())), right=True, feedback=escaped(feedback)),
            Option(text="b"),
        ),
        explanation=escaped(body),
        notes=notes,
    )
    (again,) = read(write(Lesson(slides=(quiz,))))[0].slides
    assert essence(again) == essence(tidied(quiz))


@pytest.mark.parametrize(
    "typed", ["2*3*4", "snake_case en _nadruk_", "1. De zon", "- een", "C# is #1 #", "a|b", "<b>", "&amp;", "50%"]
)
def test_typed_signs_stay_signs(typed: str) -> None:
    assert plain_line(escaped(typed)) == plain(escaped(typed)) == typed


def test_ordinary_typed_text_gets_no_backslashes() -> None:
    typed = 'Hallo, wereld! (Zie bladzijde 3: "de zon" - 50% & meer.) snake_case #2'
    assert escaped(typed) == typed
    assert escaped("een\ntwee\n\n\ndrie\n") == "een\\\ntwee\n\ndrie"


# --- editing --------------------------------------------------------------------------------------------------------

LESSON = """---
lesson: 1
title: Water
school: 't Baken
---

# Waar blijft de regen?

Elke druppel  maakt een **rondreis**.

* verdampt
* valt

<!-- notes:
Vraag eerst wie nat is.
-->

---

<!-- soort: quizvraag
     time: 30 -->

## Hoe heet water in de grond?

Kijk goed naar de plaat.

* [ ] Oppervlaktewater
* [x] Grondwater
  > Klopt: het zakt.

* [ ] Regenwater

> Want het zakt.

---
# Regenton?
- [ ] Ja
- [ ] Nee"""


def edited(number: int, **fields: object) -> list[str]:
    """The changed lines of LESSON when one slide is edited, as a diff without its header."""
    lesson, _ = read(LESSON)
    slides = list(lesson.slides)
    slides[number - 1] = replace(slides[number - 1], **fields)
    return difference(replace(lesson, slides=tuple(slides)))


def difference(lesson: Lesson) -> list[str]:
    text = write(lesson)
    meant = [essence(tidied(slide)) for slide in lesson.slides]
    assert [essence(slide) for slide in read(text)[0].slides] == meant
    lines = list(difflib.unified_diff(LESSON.split("\n"), text.split("\n"), n=0, lineterm=""))
    return [line for line in lines[2:] if not line.startswith("@@")]


def options(number: int) -> list[Option]:
    return list(read(LESSON)[0].slides[number - 1].options)


def test_editing_one_option_changes_one_line() -> None:
    new = options(2)
    new[1] = replace(new[1], text="Diep grondwater")
    assert edited(2, options=tuple(new)) == ["-* [x] Grondwater", "+* [x] Diep grondwater"]


def test_editing_an_option_leaves_its_feedback_as_it_was_typed() -> None:
    text = "# Wat?\n\n- [x] een\n    >Want dit.\n- [ ] twee\n"
    lesson, _ = read(text)
    (slide,) = lesson.slides
    slide = replace(slide, options=(replace(slide.options[0], text="drie"), slide.options[1]))
    assert write(replace(lesson, slides=(slide,))) == text.replace("een", "drie")


def test_only_what_is_in_the_way_gets_a_backslash() -> None:
    slide = Slide(title="T", body="*vet*\n\n---\n\nzie <!-- en *dit*")
    assert read(source_of(slide))[0].slides[0].body == "*vet*\n\n***\n\nzie \\<!-- en *dit*"


def test_a_list_above_the_options_stays_a_list_of_its_own() -> None:
    slide = Slide(
        kind=Kind.POLL, title="Wat?", question="Wat?", body="- een", options=(Option(text="a"), Option(text="b"))
    )
    again = read(source_of(slide))[0].slides[0]
    assert (again.body, [option.text for option in again.options]) == ("- een", ["a", "b"])


def test_another_right_option_changes_two_lines() -> None:
    new = [replace(option, right=place == 0) for place, option in enumerate(options(2))]
    changed = edited(2, options=tuple(new))
    assert changed == ["-* [ ] Oppervlaktewater", "-* [x] Grondwater", "+* [x] Oppervlaktewater", "+* [ ] Grondwater"]


def test_editing_feedback_changes_its_line() -> None:
    new = options(2)
    new[1] = replace(new[1], feedback="Ja.")
    assert edited(2, options=tuple(new)) == ["-  > Klopt: het zakt.", "+  > Ja."]


def test_an_option_more_is_one_line_more() -> None:
    assert edited(3, options=(*options(3), Option(text="Weet niet"))) == ["+- [ ] Weet niet"]


def test_editing_the_title_keeps_its_level() -> None:
    assert edited(2, title="Hoe dan?", question="Hoe dan?") == ["-## Hoe heet water in de grond?", "+## Hoe dan?"]


def test_editing_the_body_changes_its_line() -> None:
    assert edited(2, body="Kijk naar de plaat.") == ["-Kijk goed naar de plaat.", "+Kijk naar de plaat."]


def test_editing_the_explanation_and_notes_changes_them() -> None:
    assert edited(2, explanation="Daarom.") == ["-> Want het zakt.", "+> Daarom."]
    assert edited(1, notes="Nieuw.") == ["-Vraag eerst wie nat is.", "+Nieuw."]
    assert edited(2, notes="Nieuw.") == ["+<!-- notes:", "+Nieuw.", "+-->", "+"]
    assert edited(3, explanation="Zo.") == ["+", "+> Zo."]


def test_notes_that_are_gone_leave_nothing() -> None:
    assert [line for line in edited(1, notes="") if line != "-"] == ["-<!-- notes:", "-Vraag eerst wie nat is.", "--->"]


def test_a_setting_more_is_written_in_the_settings() -> None:
    new = Settings(time_s=45, points=2)
    assert edited(2, settings=new) == [
        "-<!-- soort: quizvraag",
        "-     time: 30 -->",
        "+<!-- kind: quiz",
        "+     time: 45",
        "+     points: 2 -->",
    ]
    assert edited(3, id="k3f9") == ["+<!-- id: k3f9 -->", "+"]


def test_a_question_edited_in_its_own_paragraph() -> None:
    text = "# Maan\n\nKijk  goed.\n\nHoort hij haar?\n\n- [ ] ja\n- [x] nee\n"
    lesson, _ = read(text)
    slide = replace(lesson.slides[0], question="Hoort zij hem?")
    assert write(replace(lesson, slides=(slide,))) == text.replace("hij haar", "zij hem")


def test_an_edit_that_does_not_fit_its_place_still_holds() -> None:
    for fields in (
        {"title": ""},
        {"body": ""},
        {"body": "---"},
        {"kind": Kind.TEXT},
        {"question": "Anders"},
        {"title": "<!--"},
    ):
        lesson, _ = read(LESSON)
        for number in range(3):
            slides = list(lesson.slides)
            slides[number] = replace(slides[number], **fields)
            again, _ = read(write(replace(lesson, slides=tuple(slides))))
            assert [shape(slide) for slide in again.slides] == [shape(tidied(slide)) for slide in slides]


def test_editing_a_detail_changes_its_line() -> None:
    lesson, _ = read(LESSON)
    assert difference(replace(lesson, title="Water: zee")) == ["-title: Water", '+title: "Water: zee"']
    assert difference(replace(lesson, subject="Aardrijkskunde", tags=("a", "b, c"))) == [
        "+subject: Aardrijkskunde",
        '+tags: [a, "b, c"]',
    ]
    assert difference(replace(lesson, title="")) == ["-title: Water"]
    assert "-school: 't Baken" in difference(replace(lesson, extra=()))


def test_a_lesson_without_details_gets_none() -> None:
    assert write(Lesson(slides=(Slide(title="Een", body="tekst"),))) == "# Een\n\ntekst\n\n"
    assert write(Lesson()) == ""


def test_slides_can_be_moved_added_and_removed() -> None:
    lesson, _ = read(LESSON)
    one, two, three = lesson.slides
    for slides in [(three, one, two), (two,), (one, Slide(title="Nieuw"), three), (two, two), ()]:
        again, _ = read(write(replace(lesson, slides=slides)))
        assert [essence(slide) for slide in again.slides] == [essence(slide) for slide in slides]
        assert again.title == "Water"


def test_a_moved_slide_with_an_open_fence_swallows_nothing() -> None:
    lesson, _ = read("# Een\n\ntekst\n\n```\n---\n# Twee\n")
    one, two = lesson.slides
    fenced = read("# Drie\n\n```\ncode\n```\n")[0].slides[0]
    again, _ = read(write(replace(lesson, slides=(two, one, fenced))))
    assert [slide.title for slide in again.slides] == ["Twee", "Een", "Drie"]


def test_windows_line_ends_stay() -> None:
    lesson, _ = read(LESSON.replace("\n", "\r\n"))
    slides = (replace(lesson.slides[0], body="Nieuw\n\nbegin"), *lesson.slides[1:], Slide(title="Erbij"))
    text = write(replace(lesson, title="Zee", slides=slides))
    assert "\n" not in text.replace("\r\n", "")


def test_an_unclosed_front_matter_is_closed_when_it_is_edited() -> None:
    lesson, _ = read("---\ntitle: X\n\n# Een\n")
    again, problems = read(write(replace(lesson, title="Y")))
    assert (again.title, again.slides[0].title, problems) == ("Y", "Een", ())


def test_what_has_no_place_on_its_kind_is_kept_in_the_body() -> None:
    slide = Slide(
        title="T", question="Wat nu?", options=(Option(text="a"), Option(text="b", right=True)), explanation="want"
    )
    assert tidied(slide).body == "Wat nu?\n\n- [ ] a\n- [x] b\n\n> want"
    assert source_of(slide).strip().startswith("<!-- kind: text -->")


def test_a_medium_that_is_not_in_the_body_is_put_there() -> None:
    video = Media(kind=MediaKind.VIDEO, target="media/de film (1).mp4", alt="a [b]")
    (again,) = read(write(Lesson(slides=(Slide(kind=Kind.VIDEO, title="Film", media=(video,)),))))[0].slides
    assert (again.kind, again.media) == (Kind.VIDEO, (video,))


def test_a_poll_that_gets_a_right_option_becomes_a_quiz() -> None:
    new = (Option(text="Ja", right=True), Option(text="Nee", right=False))
    assert edited(3, kind=Kind.QUIZ, options=new) == ["-- [ ] Ja", "+- [x] Ja"]


def test_a_quiz_that_loses_its_right_option_says_that_it_is_a_quiz() -> None:
    lesson, _ = read("# Wat?\n\n- [x] a\n- [ ] b\n")
    options = (Option(text="a"), Option(text="b"))
    slide = replace(lesson.slides[0], options=options)
    assert write(replace(lesson, slides=(slide,))) == "<!-- kind: quiz -->\n\n# Wat?\n\n- [ ] a\n- [ ] b\n"


def test_a_text_slide_that_becomes_a_question_gets_options() -> None:
    slide = replace(
        read(LESSON)[0].slides[0], kind=Kind.POLL, question="Waarheen?", options=(Option(text="a"), Option(text="b"))
    )
    (again,) = read(source_of(slide))[0].slides
    assert essence(again) == essence(tidied(slide))


def test_a_question_without_answers_gets_its_first_ones() -> None:
    (slide,) = read("<!-- kind: poll -->\n# Wat?\n\nKijk.\n")[0].slides
    slide = replace(slide, options=(Option(text="a"), Option(text="b")))
    assert source_of(slide).strip() == "# Wat?\n\nKijk.\n\n- [ ] a\n- [ ] b"


def test_what_follows_the_last_slide_stays() -> None:
    text = "# Een\n---\n# Twee\n\n---\n\n"
    lesson, _ = read(text)
    slides = (replace(lesson.slides[0], title="Anders"), lesson.slides[1])
    assert write(replace(lesson, slides=slides)) == text.replace("Een", "Anders")


def test_a_question_without_title_and_question_takes_what_there_is() -> None:
    for body, question, left in [
        ("# Wat\n\nmeer", "Wat", "meer"),
        ("#\n\n# Wat", "Wat", ""),
        ("Kijk.\n\nNoem iets.", "Noem iets.", "Kijk."),
        ("***", "", "***"),
    ]:
        slide = tidied(Slide(kind=Kind.OPEN, body=body))
        assert (slide.question, slide.body) == (question, left)


def test_a_body_of_signs_alone_is_kept_as_text() -> None:
    slide = Slide(kind=Kind.WORDWEB, body="<!--")
    (again,) = read(write(Lesson(slides=(Slide(title="Een"), slide, Slide(title="Drie")))))[0].slides[1:2]
    assert (again.kind, plain(again.question)) == (Kind.WORDWEB, "<!--")


def test_details_that_cannot_be_read_back_are_left_out() -> None:
    lesson = Lesson(title="T", extra=(("title", "x"), ("a b", "x"), ("school", "Baken"), ("les", "een\n# twee")))
    assert read(write(lesson))[0].extra == (("school", "Baken"),)


def test_a_head_that_holds_more_than_details_is_written_anew() -> None:
    lesson = Lesson(title="X", head="---\ntitle: X\n---\n# Een\n", slides=(Slide(title="Twee"),))
    again, _ = read(write(lesson))
    assert (again.title, [slide.title for slide in again.slides]) == ("X", ["Twee"])


def test_details_that_are_gone_leave_nothing() -> None:
    lesson, _ = read("\ufeff---\ntitle: X\n\n# Een\n")
    assert write(replace(lesson, title="")) == "\ufeff\n# Een\n"


def test_odd_signs_in_details_are_written_so_that_yaml_reads_them() -> None:
    lesson = Lesson(title='"ja" zei \\ \u202e\U000e0001', description="een\n\ttwee\r", tags=("a]", "b"))
    text = write(lesson)
    assert '\\"ja\\" zei \\\\ \\u202e' in text
    assert read(text)[0].title == lesson.title
    assert read(text)[0].description == "een\n\ttwee"


def test_settings_out_of_range_are_brought_into_range() -> None:
    found = Settings(time_s=0.2, timer_s=0, timer_mode=TimerMode.AUTO, points=9, max_words=99, start_s=float("nan"))
    slide = read(source_of(Slide(title="T", settings=found, kind=Kind.WORDWEB)))[0].slides[0]
    assert slide.settings == Settings(time_s=1, points=2, max_words=10)


@given(st.sampled_from(Layout), st.sampled_from(TimerMode), st.integers(1, 86400))
def test_times_and_modes_come_back(layout: Layout, mode: TimerMode, seconds: int) -> None:
    slide = Slide(title="T", settings=Settings(layout=layout, timer_s=seconds, timer_mode=mode))
    assert read(source_of(slide))[0].slides[0].settings == slide.settings
