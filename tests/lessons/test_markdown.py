"""Reading a lesson's text: every rule of the format, seen from the author's side."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import frontmatter, settings
from lessons.markdown import first_bullets, media_of, plain, plain_line, read, without_media
from lessons.model import Kind, Layout, Lesson, MediaKind, Slide, TimerMode
from lessons.problems import Problem


def lesson(text: str) -> Lesson:
    return read(text)[0]


def slide(text: str) -> Slide:
    (only,) = lesson(text).slides
    return only


def codes(text: str) -> list[str]:
    return [problem.code for problem in read(text)[1]]


def whole(found: Lesson) -> str:
    return found.head + "".join(each.lead + each.source for each in found.slides) + found.tail


def titles(text: str) -> list[str]:
    return [each.title for each in lesson(text).slides]


LESSON_WORDS = st.sampled_from(
    [
        "---\n",
        "----\n",
        "--- \n",
        "-- \n",
        "...\n",
        "***\n",
        "\n",
        "\r\n",
        "\r",
        "\ufeff",
        "\0",
        "# Titel\n",
        "## Kop?\n",
        "title: Les\n",
        "tags: [a, 'b\n",
        "- x\n",
        "- [ ] Ja\n",
        "- [x] Nee\n",
        "  > omdat\n",
        "> citaat\n",
        "Wat?\n",
        "```\n",
        "~~~~\n",
        "  ```\n",
        "- ```\n",
        "<!-- ",
        "-->",
        "<!--\n",
        " time: 30",
        " kind: quiz",
        " tiemr: 3",
        " -->\n",
        "![a](media/a.png)",
        "![b](https://youtu.be/x)",
        "![c](../c.png)",
        "[l](https://a.nl)",
        "`<!--`",
        "\\",
        "`",
        "|",
        "| a | b |\n|---|---|\n",
        "    code\n",
        "<div>\n",
        "&#x110000;",
        "1. een\n",
        "text ",
        "answer: a|b",
        "notes: ",
    ]
)
ANY_TEXT = st.one_of(st.text(), st.lists(st.one_of(LESSON_WORDS, st.text(max_size=5)), max_size=40).map("".join))


def test_a_text_that_was_just_read_is_not_read_again() -> None:
    text = "# Begin\n\n---\n\n# Slot\n"
    assert read(text)[0] is read("".join([text[:5], text[5:]]))[0]


@given(ANY_TEXT)
def test_any_text_is_a_lesson_whose_parts_are_exactly_the_text(text: str) -> None:
    found, problems = read(text)
    assert whole(found) == text
    assert all(isinstance(problem, Problem) for problem in problems)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(0 <= problem.line <= lines and 0 <= problem.slide <= len(found.slides) for problem in problems)


@given(ANY_TEXT)
def test_any_markdown_is_plain_text_and_has_its_media_taken_out(text: str) -> None:
    assert isinstance(plain(text), str)
    assert "\n" not in plain_line(text)
    assert not [medium for medium in media_of(without_media("![a](media/a.png)")) if medium]
    without_media(text)


# --- front matter ---------------------------------------------------------------------------------------------------


def test_front_matter_gives_the_lesson_its_details() -> None:
    found = lesson(
        "---\nlesson: 1\nid: 7q2m\ntitle: De kringloop: van zee naar kraan\nsubject: Aardrijkskunde\n"
        "level: havo\nyear: 2\n"
        "duration: 50\nlanguage: nl\nauthor: A. Jansen\nlicense: CC-BY-4.0\ndescription: Over water\ntheme: dark\n"
        "tags: [water, klimaat]\n---\n# Een\n"
    )
    assert (found.id, found.title, found.subject, found.level) == (
        "7q2m",
        "De kringloop: van zee naar kraan",
        "Aardrijkskunde",
        "havo",
    )
    assert (found.year, found.duration_min, found.language, found.author) == ("2", 50, "nl", "A. Jansen")
    assert (found.license, found.description, found.theme, found.tags) == (
        "CC-BY-4.0",
        "Over water",
        "dark",
        ("water", "klimaat"),
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("'t Kofschip", "'t Kofschip"),
        ("Hoofdstuk 3: Cellen #1", "Hoofdstuk 3: Cellen #1"),
        ("'Een: twee'", "Een: twee"),
        ('"Zeg \\"ja\\""', 'Zeg "ja"'),
        ("'het ''beste'' werk'", "het 'beste' werk"),
        ("'a' en 'b'", "'a' en 'b'"),
        ('"a" en "b"', '"a" en "b"'),
        ("over twee\n  regels", "over twee regels"),
        ("|\n  een\n  twee", "een twee"),
        (">\n  een\n  twee", "een twee"),
        ('"\\u00e9\\ud800\\n"', "é\ufffd"),
        ("", ""),
    ],
)
def test_a_value_is_what_a_teacher_typed(written: str, meant: str) -> None:
    assert lesson(f"---\ntitle: {written}\n---\n# Een").title == meant


def test_a_description_may_have_lines() -> None:
    assert lesson("---\ndescription: |\n  een\n  twee\n---\n# Een").description == "een\ntwee"


@pytest.mark.parametrize(
    "written", ["[a, b c]", "\n- a\n- b c", '\n  - "a"\n  - b c', "['a', \"b c\"]", "a, b c", "[a,, b c,]"]
)
def test_tags_are_a_list_however_it_is_written(written: str) -> None:
    assert lesson(f"---\ntags: {written}\n---\n# Een").tags == ("a", "b c")


def test_a_comma_inside_quotes_is_part_of_a_tag() -> None:
    assert lesson("---\ntags: [\"a, b\", 'c, d']\n---\n# Een").tags == ("a, b", "c, d")


def test_unknown_details_are_kept() -> None:
    assert lesson("---\ntitle: X\nschool: Het Baken\n---\n# Een").extra == (("school", "Het Baken"),)


def test_a_misspelt_detail_gets_a_suggestion() -> None:
    _, (problem, *_) = read("---\ntitel: X\n---\n# Een")
    assert (problem.code, problem.line, problem.parameters["suggestion"]) == ("front_misspelt", 2, "title")


def test_a_detail_given_twice_is_told_and_the_last_counts() -> None:
    text = "---\ntitle: X\ntitle: Y\nschool: a\nschool: b\n---\n# Een"
    assert lesson(text).title == "Y"
    assert codes(text) == ["front_twice"]


@pytest.mark.parametrize("line", ["duration: lang", "duration: 0", "lesson: een"])
def test_a_detail_that_cannot_be_read_is_told(line: str) -> None:
    found, problems = read(f"---\n{line}\n---\n# Een")
    assert found.duration_min is None
    assert [(problem.code, problem.line) for problem in problems] == [("front_bad_value", 2)]


@pytest.mark.parametrize("value", ["50", "50 min", "50 minuten"])
def test_a_duration_is_in_minutes(value: str) -> None:
    assert lesson(f"---\nduration: {value}\n---\n# Een").duration_min == 50


def test_an_empty_duration_says_nothing() -> None:
    assert codes("---\nduration:\n---\n# Een") == []


@pytest.mark.parametrize(("written", "is_told"), [("light", 0), ("#004b87", 0), ("'#004b87, #F28C00'", 0), ("#04b", 1)])
def test_the_theme_may_be_the_colours_of_a_school(written: str, is_told: int) -> None:
    lesson, problems = read(f"---\ntheme: {written}\n---\n\n# Een\n")
    assert lesson.theme == written.strip("'")
    assert [problem.code for problem in problems] == ["front_bad_value"] * is_told


def test_a_newer_format_is_read_and_told() -> None:
    found, problems = read("---\nlesson: 2.1\n---\n# Een")
    assert len(found.slides) == 1
    assert [problem.code for problem in problems] == ["newer_format"]


def test_comments_and_loose_words_in_the_front_matter_harm_nothing() -> None:
    text = "---\ntitle: X\n# een opmerking\nlos woord\n\nlevel: havo\n---\n# Een"
    assert (lesson(text).title, lesson(text).level) == ("X", "havo")
    assert codes(text) == ["front_bad_line"]


def test_forgotten_end_of_the_front_matter_keeps_the_slides() -> None:
    text = "---\ntitle: X\nlevel: havo\n\n# Een\n\n---\n\n# Twee\n"
    assert lesson(text).level == "havo"
    assert titles(text) == ["Een", "Twee"]
    assert codes(text) == ["front_not_closed"]


def test_forgotten_end_with_loose_entries_later_ends_at_the_first_gap() -> None:
    text = "---\ntitle: X\n\nlevel: havo\n\n# Een\n"
    assert (lesson(text).title, lesson(text).level) == ("X", "")


def test_forgotten_end_and_a_slide_of_bullets() -> None:
    text = "---\ntitle: X\n\n- een\n- twee\n"
    assert lesson(text).title == "X"
    assert slide(text).bullets == 2


def test_forgotten_end_and_nothing_more() -> None:
    assert codes("---\ntitle: X\n") == ["front_not_closed", "no_slides"]


def test_front_matter_may_be_empty_or_end_with_dots() -> None:
    assert titles("---\n---\n# Een") == ["Een"]
    assert titles("\n---\ntitle: X\n...\n# Een") == ["Een"]


def test_a_break_before_the_first_slide_is_not_front_matter() -> None:
    assert titles("---\n# Een\n---\n# Twee") == ["Een", "Twee"]
    assert titles("---") == []


# --- breaks ---------------------------------------------------------------------------------------------------------


def test_hyphens_below_text_end_the_slide_and_make_no_heading() -> None:
    one, two = lesson("tekst\n---\nmeer").slides
    assert (one.title, one.body, two.body) == ("", "tekst", "meer")


@pytest.mark.parametrize("line", ["---", "-----", "---  ", "---\t"])
def test_a_line_of_hyphens_is_a_break(line: str) -> None:
    assert len(lesson(f"een\n{line}\ntwee").slides) == 2


@pytest.mark.parametrize("line", ["--", "***", "- - -", " ---", "--- x", "—", "___"])
def test_another_line_is_not(line: str) -> None:
    assert len(lesson(f"een\n\n{line}\n\ntwee").slides) == 1


@pytest.mark.parametrize(
    "text",
    [
        "```\n---\n```",
        "~~~~ md\n---\n~~~\n---\n~~~~~",
        "- ```\n  ---\n---\n  ```",
        "> ```\n---\n> ```",
        "<!-- een\n---\ntwee -->",
        "tekst\n  <!--\n---\n--> meer",
    ],
)
def test_hyphens_inside_code_or_a_comment_are_text(text: str) -> None:
    assert len(lesson(text).slides) == 1


@pytest.mark.parametrize(
    "text", ["```\neen\n---\ntwee", "<!-- een\n---\ntwee", "```a`b\n---\n```", "a `<!--`\n---\n-->"]
)
def test_what_is_never_closed_does_not_swallow_the_lesson(text: str) -> None:
    assert len(lesson(text).slides) == 2


def test_what_is_never_closed_is_told_with_its_line() -> None:
    _, problems = read("# Een\n\n```\ncode\n---\n# Twee\n\n<!-- notitie\n~~~")
    assert [(each.code, each.line, each.slide) for each in problems] == [
        ("fence_not_closed", 3, 1),
        ("comment_not_closed", 8, 2),
        ("fence_not_closed", 9, 2),
    ]


def test_a_closing_fence_is_as_long_as_the_opening_one() -> None:
    assert len(lesson("````\n```\n---\n````\n---\n``\n").slides) == 2


def test_several_unclosed_fences_are_all_told() -> None:
    assert codes("~~~ a\n~~~ b\n~~~~ c") == ["fence_not_closed"] * 3


def test_several_unclosed_comments_on_one_line_are_told_once_each() -> None:
    assert codes("<!-- a <!-- b\n\ntekst\n\n<!-- c") == ["comment_not_closed", "comment_not_closed"]


def test_blank_pieces_are_no_slides() -> None:
    assert titles("\n---\n\n---\n# Een\n---\n\n---\n# Twee\n---\n") == ["Een", "Twee"]


def test_no_slide_at_all_is_told() -> None:
    assert codes("") == ["no_slides"]
    assert codes("---\ntitle: X\n---\n") == ["no_slides"]


def test_a_slide_knows_its_line_and_its_exact_source() -> None:
    one, two = lesson("---\ntitle: X\n---\n# Een\r\n---\r\n\r\n# Twee").slides
    assert (one.line, one.source, one.lead) == (4, "# Een\r\n", "")
    assert (two.line, two.source, two.lead) == (6, "\r\n# Twee", "---\r\n")


def test_carriage_returns_and_byte_order_marks_are_not_in_the_model() -> None:
    found = lesson("\ufeff---\r\ntitle: X\r\n---\r\n# Een\r\n\r\nregel\r\nnog een\r\n")
    assert (found.title, found.slides[0].title, found.slides[0].body) == ("X", "Een", "regel\nnog een")
    assert titles("\ufeff# Een") == ["Een"]


# --- settings and notes ---------------------------------------------------------------------------------------------

QUIZ = "\n# Vraag?\n\n- [ ] a\n- [x] b\n"


def test_a_comment_of_only_settings_is_settings() -> None:
    found = slide("<!-- id: k3f9\n     time: 1:30\n\n     points: 2 -->" + QUIZ)
    assert (found.id, found.settings.time_s, found.settings.points, found.notes) == ("k3f9", 90, 2, "")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("time: 30", "time_s", 30.0),
        ("time: 1:05", "time_s", 65.0),
        ("time: none", "time_s", None),
        ("tijd: 10:00", "time_s", 600.0),
        ("timer: 1:00:00", "timer_s", 3600.0),
        ("timer: geen", "timer_s", None),
        ("timer: 5:00 auto", "timer_mode", TimerMode.AUTO),
        ("timer: up 5:00", "timer_s", 300.0),
        ("timer: up", "timer_s", 0.0),
        ("ask: key", "asks_by_key", True),
        ("ask: arrive", "asks_by_key", False),
        ("live: nee", "live", False),
        ("LIVE: Yes", "live", True),
        ("points: 0", "points", 0),
        ("punten: 2", "points", 2),
        ("multi: ja", "multi", True),
        ("shuffle: yes", "shuffle", True),
        ("answer: Nijl | de Nijl", "accepted", ("Nijl", "de Nijl")),
        ("antwoord: a\\|b|c\\\\|", "accepted", ("a|b", "c\\")),
        ("max: 10", "max_words", 10),
        ("centre: Water: alles", "centre", "Water: alles"),
        ("center: Water", "centre", "Water"),
        ("approve: aan", "approve", True),
        ("anonymous: true", "anonymous", True),
        ("start: 0", "start_s", 0.0),
        ("end: 2:10", "end_s", 130.0),
        ("autoplay: yes", "autoplay", True),
        ("subtitles: media/a.vtt", "subtitles", "media/a.vtt"),
        ("poster: https://a.nl/b.png", "poster", "https://a.nl/b.png"),
        ("layout: columns", "layout", Layout.COLUMNS),
        ("steps: yes", "steps", True),
        ("share: uit", "share", False),
        ("hidden: ja", "hidden", True),
        ("section: Deel 1", "section", "Deel 1"),
    ],
)
def test_every_setting_is_read(line: str, field: str, value: object) -> None:
    found = slide(f"<!-- {line} -->\n# Titel")
    assert getattr(found.settings, field) == value
    assert found.notes == ""


@pytest.mark.parametrize(
    "line",
    [
        "time: 10.00",
        "time: 0",
        "time: 1:60",
        "time: 1:5",
        "time: 1:60:00",
        "time: 99:00:00",
        "time: snel",
        "time:",
        "timer: auto",
        "timer: 5 6",
        "timer: auto up",
        "timer:",
        "start: x",
        "ask: soon",
        "live: soms",
        "points: 3",
        "max: 0",
        "max: 11",
        "answer: | |",
        "centre:",
        "subtitles: ../a.vtt",
        "poster: file:///a.png",
        "layout: mooi",
        "kind: liedje",
        "id: a b",
        "id: é",
    ],
)
def test_a_value_that_does_not_fit_is_told_and_the_comment_is_notes(line: str) -> None:
    text = f"# Titel\n\n<!-- {line} -->"
    assert slide(text).notes == line
    _, problems = read(text)
    assert [(each.code, each.line) for each in problems] == [("settings_are_notes", 3), ("setting_bad_value", 3)]


def test_a_misspelt_setting_gets_a_suggestion() -> None:
    _, problems = read("# Titel\n\n<!-- id: abcd\n     tiemr: 10:00 -->")
    assert [(each.code, each.line) for each in problems] == [("settings_are_notes", 3), ("setting_misspelt", 4)]
    assert problems[1].parameters == {"key": "tiemr", "suggestion": "timer"}


def test_a_lone_misspelt_setting_gets_a_suggestion() -> None:
    assert codes("# Titel\n\n<!-- tiemr: 10:00 -->") == ["settings_are_notes", "setting_misspelt"]


def test_an_unknown_setting_among_settings_is_told() -> None:
    assert codes("# Titel\n\n<!-- id: abcd\nkleurtje: rood -->") == ["settings_are_notes", "setting_unknown"]


@pytest.mark.parametrize(
    "comment",
    [
        "Wijs de plek aan.",
        "tip: vraag eerst wie nat is",
        "Let op: rustig\nblijven",
        "notes: time: 30",
        "https://a.nl",
        "",
    ],
)
def test_ordinary_notes_are_left_in_peace(comment: str) -> None:
    assert codes(f"# Titel\n\n<!-- {comment} -->") == []


@pytest.mark.parametrize(
    ("comment", "notes"),
    [
        ("<!-- Wijs aan. -->", "Wijs aan."),
        ("<!-- notes:\nEerst dit.\nDan dat.\n-->", "Eerst dit.\nDan dat."),
        ("<!--notities: Kort-->", "Kort"),
        ("<!-- Eerst dit.\n     Dan dat. \n\n       - punt -->", "Eerst dit.\nDan dat.\n\n  - punt"),
        ("<!-- pijl --&gt; en --&amp;gt; -->", "pijl --> en --&gt;"),
        ("<!-- notes: time: 30 -->", "time: 30"),
        ("<!-- een -->\n\n<!-- twee -->", "een\n\ntwee"),
        ("tekst <!-- een --> en <!-- twee -->", "een\n\ntwee"),
        ("<!-- een\ntwee --> <!-- drie -->", "een\ntwee\n\ndrie"),
    ],
)
def test_other_comments_are_the_speakers_notes(comment: str, notes: str) -> None:
    assert slide(f"# Titel\n\n{comment}\n").notes == notes


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("een <!-- x --> twee", "een  twee"),
        ("een\n<!-- x -->\ntwee", "een\n\ntwee"),
        ("een\n\n  <!-- x\ny --> twee <!-- z --> drie", "een\n\n\ntwee  drie"),
        ("`<!-- geen -->`", "`<!-- geen -->`"),
        ("``a ` <!-- geen --> ``", "``a ` <!-- geen --> ``"),
        ("\\<!-- geen -->", "\\<!-- geen -->"),
        ("```\n<!-- geen -->\n```", "```\n<!-- geen -->\n```"),
        ("een <!-- open", "een <!-- open"),
        ("a ` b <!-- x -->", "a ` b"),
    ],
)
def test_a_comment_is_not_in_the_body_and_code_is(text: str, body: str) -> None:
    assert slide(f"# T\n\n{text}").body == body


def test_a_setting_that_does_nothing_here_is_told() -> None:
    _, (problem,) = read("# Titel\n\n<!-- punten: 2 -->")
    assert (problem.code, problem.line) == ("setting_not_here", 3)
    assert problem.parameters == {"key": "punten", "kind": "text", "kind_nl": "tekst"}


# --- kinds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# T\n\n- [ ] a\n- [x] b", Kind.QUIZ),
        ("# T\n\n1. [ ] a\n2. [X] b", Kind.QUIZ),
        ("# T\n\n- [ ] a\n- [ ] b", Kind.POLL),
        ("<!-- answer: Nijl -->\n# T", Kind.OPEN),
        ("<!-- answer: Nijl -->\n# T\n\n- [ ] a\n- [ ] b", Kind.POLL),
        ("# T\n\n![film](media/a.mp4)", Kind.VIDEO),
        ("# T\n\n![film](media/a.AVI)", Kind.VIDEO),
        ("# T\n\n![film](https://www.youtube.com/watch?v=x)", Kind.VIDEO),
        ("# T\n\n![film](https://youtu.be/x?t=15)", Kind.VIDEO),
        ("# T\n\n![film](https://player.vimeo.com/video/1)", Kind.VIDEO),
        ("# T\n\n![film](https://a.nl/b.webm?x=1)", Kind.VIDEO),
        ("# T\n\nKijk: ![film](media/a.mp4)", Kind.TEXT),
        ("# T\n\n![a](media/a.mp4) ![b](media/b.mp4)", Kind.TEXT),
        ("# T\n\n![beeld](media/a.png)", Kind.TEXT),
        ("# T\n\n- a\n- [ ] b", Kind.TEXT),
        ("# T\n\n- [ ](https://a.nl)\n- [x]b", Kind.TEXT),
        ("# T\n\n- ```\n  code\n  ```", Kind.TEXT),
        ("<!-- kind: wordweb -->\n# T", Kind.WORDWEB),
        ("<!-- soort: woordweb -->\n# T", Kind.WORDWEB),
        ("<!-- soort: open  vraag -->\n# T", Kind.OPEN),
        ("<!-- soort: Peiling -->\n# T\n\n- [x] a\n- [ ] b", Kind.POLL),
        ("<!-- kind: quizvraag -->\n# T\n\n- [ ] a\n- [ ] b", Kind.QUIZ),
        ("<!-- kind: text -->\n# T\n\n- [ ] a\n- [x] b", Kind.TEXT),
        ("<!-- kind: video -->\n# T", Kind.VIDEO),
    ],
)
def test_the_kind_of_a_slide(text: str, kind: Kind) -> None:
    assert slide(text).kind is kind


# --- questions ------------------------------------------------------------------------------------------------------


def test_options_have_text_right_feedback_and_a_picture() -> None:
    found = slide(
        "# Hoe heet dit?\n\n- [ ] **Regen**\n- [x] Grond-\n  water\n  > Klopt: het zakt\n  > omlaag.\n\n"
        "- [ ] ![zee](media/zee.png) Zee\n- [ ]\n  ![berg](media/berg.png)\n"
    )
    assert [option.text for option in found.options] == ["**Regen**", "Grond- water", "Zee", ""]
    assert [option.right for option in found.options] == [False, True, False, False]
    assert found.options[1].feedback == "Klopt: het zakt\nomlaag."
    assert [option.picture.target if option.picture else "" for option in found.options] == [
        "",
        "",
        "media/zee.png",
        "media/berg.png",
    ]
    assert (found.body, found.media, found.bullets) == ("", (), 0)


def test_an_options_other_blocks_belong_to_its_text() -> None:
    found = slide("# Wat?\n\n- [ ] een\n\n  ![p](media/p.png)\n\n  twee\n  - drie\n- [x] vier")
    assert found.options[0].text == "een twee drie"
    assert found.options[0].picture is not None


def test_an_unsafe_picture_stays_text_of_its_option() -> None:
    text = "# Wat?\n\n- [x] ![p](../p.png)\n- [ ] b"
    assert slide(text).options[0].picture is None
    assert codes(text) == ["media_unsafe"]


def test_a_quiz_without_a_tick_knows_no_right_option() -> None:
    text = "<!-- kind: quiz -->\n# Wat?\n\n- [ ] a\n- [ ] b"
    assert [option.right for option in slide(text).options] == [None, None]
    _, (problem,) = read(text)
    assert (problem.code, problem.line) == ("no_right_option", 2)


def test_a_poll_has_no_right_option() -> None:
    assert [option.right for option in slide("<!-- kind: poll -->\n# W?\n\n- [x] a\n- [ ] b").options] == [None, None]


def test_only_the_first_list_of_tasks_holds_the_options() -> None:
    found = slide("# Wat?\n\n- gewoon\n\nTekst\n\n1. [ ] a\n2. [x] b\n\nDaarna\n\n- [ ] c")
    assert [option.text for option in found.options] == ["a", "b"]
    assert found.body == "- gewoon\n\nTekst\n\nDaarna\n\n- [ ] c"
    assert found.bullets == 2


def test_quotes_after_the_options_explain() -> None:
    found = slide("# Wat?\n\n> Bron\n\n- [ ] a\n- [x] b\n\n> Want **dit**.\n>\n> En dat.\n\nslot\n\n> Nog iets.\n")
    assert found.explanation == "Want **dit**.\n\nEn dat.\n\nNog iets."
    assert found.body == "> Bron\n\nslot"


def test_an_unindented_quote_right_below_the_options_explains() -> None:
    found = slide("# Wat?\n\n- [ ] a\n- [x] b\n> Want dit.")
    assert (found.options[1].feedback, found.explanation) == ("", "Want dit.")


@pytest.mark.parametrize(
    ("text", "title", "question", "body"),
    [
        ("# Wat is dit?\n\nKijk goed.", "Wat is dit?", "Wat is dit?", "Kijk goed."),
        ("# Wat is dit?\n\nOf niet?", "Wat is dit?", "Wat is dit?", "Of niet?"),
        ("# Op de maan\n\nZe praat.\n\nHoort hij haar?", "Op de maan", "Hoort hij haar?", "Ze praat."),
        ("# Op de maan\n\nHoort **hij\nhaar**?", "Op de maan", "Hoort **hij haar**?", ""),
        ("# Op de maan\n\n![m](media/m.png)\nWat is dit?", "Op de maan", "Wat is dit?", "![m](media/m.png)"),
        ("# Op de maan\n\nWat is dit?\n\n![m](media/m.png)", "Op de maan", "Wat is dit?", "![m](media/m.png)"),
        ("# Op de maan\n\nEen zin is genoeg.", "Op de maan", "Op de maan", "Een zin is genoeg."),
        ("# Op de maan\n\nKijk.\n\n## Kies de goede", "Op de maan", "Kies de goede", "Kijk."),
        ("# Wat?\n\nKijk.\n\n## En nu?", "Wat?", "En nu?", "Kijk."),
        ("# Wat?\n\n## \n", "Wat?", "Wat?", "##"),
        ("Kijk.\n\nNoem iets.", "", "Noem iets.", "Kijk."),
        ("![m](media/m.png)", "", "", "![m](media/m.png)"),
        ("![m](media/m.png)\n\n# Wat is dit", "", "Wat is dit", "![m](media/m.png)"),
        ("### Kop\n\nKijk.", "", "Kijk.", "### Kop"),
    ],
)
def test_what_is_asked(text: str, title: str, question: str, body: str) -> None:
    found = slide(f"<!-- kind: open -->\n{text}")
    assert (found.title, found.question, found.body) == (title, question, body)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("# Maan\n\nKijk.\n\n## Kies nu\n\n- [ ] a\n- [x] b", "Kies nu"),
        ("# Maan\n\n## Kies nu\n\nKijk.\n\n- [ ] a\n- [x] b", "Maan"),
        ("# Maan\n\n- [ ] a\n- [x] b\n\n## Kies nu", "Maan"),
        ("# Maan\n\n- [ ] a\n- [x] b\n\nWat klopt?", "Wat klopt?"),
    ],
)
def test_a_heading_asks_only_directly_before_the_options(text: str, question: str) -> None:
    assert slide(text).question == question


def test_text_and_video_ask_nothing() -> None:
    assert slide("# Wat is dit?").question == ""
    assert slide("# Wat is dit?\n\n![f](media/f.mp4)").question == ""


def test_a_question_without_a_question_is_told() -> None:
    assert codes("<!-- kind: open\nsection: Deel -->") == ["no_question"]


@pytest.mark.parametrize(("count", "code"), [(0, "too_few_options"), (1, "too_few_options"), (7, "too_many_options")])
def test_too_few_or_too_many_options_are_told(count: int, code: str) -> None:
    _, problems = read("<!-- kind: poll -->\n# Wat?\n\n" + "- [ ] a\n" * count)
    assert [(each.code, each.parameters["count"]) for each in problems] == [(code, count)]


@pytest.mark.parametrize("count", [2, 6])
def test_two_to_six_options_are_fine(count: int) -> None:
    assert codes("# Wat?\n\n" + "- [ ] a\n" * count) == []


def test_an_empty_option_is_told_with_its_letter() -> None:
    _, (problem,) = read("# Wat?\n\n- [x] a\n- [ ]\n- [ ] ![p](media/p.png)")
    assert (problem.code, problem.line, problem.parameters) == ("empty_option", 4, {"letter": "B"})


def test_a_video_slide_without_a_video_is_told() -> None:
    assert codes("<!-- kind: video -->\n# Film") == ["no_video"]


def test_two_slides_with_one_id_are_told() -> None:
    _, problems = read("<!-- id: abcd -->\n# A\n---\n<!-- id: abcd -->\n# B\n---\n# C\n---\n# D")
    assert [(each.code, each.slide, each.parameters) for each in problems] == [
        ("duplicate_id", 2, {"id": "abcd", "other": 1})
    ]


# --- titles, bodies, media, links -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Een **twee** #", "Een **twee**"),
        ("\n\n## Kop", "Kop"),
        ("Kop\n===", "Kop"),
        ("tekst\n\n# Kop", ""),
        ("### Kop", ""),
        ("<!-- id: abcd -->\n# Kop", "Kop"),
        ("<!-- id: abcd --># Kop", "Kop"),
        ("# Kop <!-- timer: 1:00 -->", "Kop"),
        ("#", ""),
    ],
)
def test_the_title_is_the_first_block_when_that_is_a_heading(text: str, title: str) -> None:
    assert slide(text).title == title


def test_the_body_is_what_was_typed() -> None:
    body = "Een *zin*\\\nnog een  \n\n\n- a\n    - b\n\n```\n\n\ncode\n```\n\n[ref]: https://a.nl"
    assert slide(f"# T\n\n\n{body}\n\n").body == body


def test_bullets_of_the_top_level_are_counted() -> None:
    assert slide("# T\n\n- a\n  - b\n- c\n\n1. d\n2. e").bullets == 4


def test_media_and_links_of_the_slide() -> None:
    found = slide(
        "# T ![t](media/t.png)\n\n![Zee, *wolk*](<media/de zee.png>)\n![f](media/caf%C3%A9.mp4)\n"
        "![y](https://youtu.be/x) ![w](https://a.nl/b.png)\n\n- [kaart **nu**](https://a.nl/k?a=1&b=2)\n"
        "- <https://b.nl> en <a@b.nl>\n- zie https://c.nl/d. Of (http://e.nl)!\n- [x](ftp://a) [](https://leeg.nl)\n"
        "- [een\ntwee](https://twee.nl)\n"
    )
    assert [(medium.kind, medium.target, medium.alt) for medium in found.media] == [
        (MediaKind.PICTURE, "media/t.png", "t"),
        (MediaKind.PICTURE, "media/de zee.png", "Zee, wolk"),
        (MediaKind.VIDEO, "media/café.mp4", "f"),
        (MediaKind.WEB_VIDEO, "https://youtu.be/x", "y"),
        (MediaKind.PICTURE, "https://a.nl/b.png", "w"),
    ]
    assert [(link.text, link.target) for link in found.links] == [
        ("kaart nu", "https://a.nl/k?a=1&b=2"),
        ("https://b.nl", "https://b.nl"),
        ("a@b.nl", "mailto:a@b.nl"),
        ("https://c.nl/d", "https://c.nl/d"),
        ("http://e.nl", "http://e.nl"),
        ("https://leeg.nl", "https://leeg.nl"),
        ("een twee", "https://twee.nl"),
    ]


@pytest.mark.parametrize(
    "target",
    [
        "../a.png",
        "/a.png",
        "C:/a.png",
        "C:%5Ca.png",
        "media/../a.png",
        "media/%2e%2e/a.png",
        "http://a.nl/b.png",
        "a.png",
        "media",
        "media//a.png",
        "media/con.png",
        "media/a.png.",
        "https:///a.png",
        "https://[a/b.png",
        "https://u@a.nl/b.png",
        "ftp://a/b.png",
    ],
)
def test_a_target_outside_the_lesson_is_told_and_not_used(target: str) -> None:
    text = f"# T\n\n![x]({target})"
    assert slide(text).media == ()
    assert codes(text) == ["media_unsafe"]


def test_a_target_with_a_space_is_told() -> None:
    _, (problem,) = read("# T\n\n![x](media/mijn foto.png)\n\n```\n![x](a b)\n```")
    assert (problem.code, problem.line, problem.parameters) == ("media_space", 3, {"target": "media/mijn foto.png"})


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("media/a.avi", "video_does_not_play"),
        ("https://a.nl/a.wmv", "video_does_not_play"),
        ("media/a.svg", "picture_does_not_show"),
        ("media/a", "picture_does_not_show"),
    ],
)
def test_a_file_that_will_not_be_shown_is_told(target: str, code: str) -> None:
    assert codes(f"# T\n\n![x]({target})") == [code]


def test_a_web_picture_may_have_any_name() -> None:
    assert codes("# T\n\n![x](https://a.nl/beeld)") == []


# --- plain text -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Een **vet** en *schuin* `code` ~~weg~~", "Een vet en schuin code weg"),
        ("een\ntwee  \ndrie<br>vier", "een twee\ndrie\nvier"),
        ("een\n\ntwee", "een\n\ntwee"),
        ("- a\n- b\n  - c\n\n3. d\n4. e", "• a\n• b\n  • c\n\n3. d\n4. e"),
        ("1) a\n2) b\n\ndaarna", "1) a\n2) b\n\ndaarna"),
        ("- [ ] open\n- [x] klaar\n- [X]", "• ☐ open\n• ☑ klaar\n• ☑"),
        ("- een\n\n  twee", "• een\ntwee"),
        ("-\n- b", "• b"),
        ("[kaart](https://a.nl) ![weg](media/a.png)", "kaart"),
        ("![weg](media/a.png)", ""),
        ("# Kop\n\n> citaat", "Kop\n\ncitaat"),
        ("```\nx = 1\n\ny\n```\n\n    z", "x = 1\n\ny\n\nz"),
        ("| a | b |\n|---|---|\n| 1 | **2** |\n\nna", "a | b\n1 | 2\n\nna"),
        ("voor\n\n***\n\nna", "voor\n\nna"),
        ("<div>\nweg\n</div>\n\ntekst <b>x</b>", "tekst x"),
        ("2\\*3\\*4 &amp; &lt;", "2*3*4 & <"),
    ],
)
def test_markdown_as_a_phone_shows_it(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@pytest.mark.parametrize(("markdown", "text"), [("1. De *zon*", "1. De zon"), ("- x\ny", "- x y"), ("# a", "# a")])
def test_one_line_keeps_what_starts_it(markdown: str, text: str) -> None:
    assert plain_line(markdown) == text


def test_without_media_keeps_all_but_paragraphs_of_pictures() -> None:
    body = "Een\n\n![a](media/a.png)\n![b](media/b.png)\n\n- c ![d](media/d.png)\n\nzie ![e](media/e.png)"
    assert without_media(body) == "Een\n\n- c ![d](media/d.png)\n\nzie ![e](media/e.png)"


# --- the description for authors ------------------------------------------------------------------------------------

GUIDE = Path(__file__).parents[2] / "docs" / "lesson-format.md"


def test_the_guide_describes_every_setting_and_every_detail() -> None:
    told = set(re.findall(r"`(\w+)`", GUIDE.read_text(encoding="utf-8")))
    assert {*settings.TABLE, *settings.KEY_ALIASES, *frontmatter.KNOWN} - told <= {"center"}


def test_the_guides_first_lesson_has_no_problems() -> None:
    match = re.search(r"```markdown\n(.*?)\n```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    found, problems = read(match[1])
    assert ([each.kind for each in found.slides], problems) == ([Kind.TEXT, Kind.QUIZ, Kind.TEXT], ())


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "Kijk:"), (1, "Kijk:\n\n- a\n  - diep"), (9, "Kijk:\n\n- a\n  - diep\n- b\n\nKlaar")],
)
def test_the_first_bullets_come_with_what_is_under_them(count: int, shown: str) -> None:
    assert first_bullets("Kijk:\n\n- a\n  - diep\n- b\n\nKlaar", count) == shown
