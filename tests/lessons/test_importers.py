"""Lessons made elsewhere: copied LessonUp pages in three variants and three languages, and other formats.

Beside each page `lessonup/<name>.txt` stand the lesson it becomes (`.md`) and what is to be completed (`.problems`).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import importers
from lessons.importers import fenced_markdown, lessonup
from lessons.importers._pasted_text import logical_lines, markdown, tidy_lines
from lessons.markdown import plain, read, write
from lessons.model import Kind, Lesson
from lessons.problems import CannotOpen, Problem

PAGES = Path(__file__).parent / "lessonup"
NAMES = sorted(page.stem for page in PAGES.glob("*.txt"))


def page(text: str) -> Lesson:
    return lessonup.read(text.encode())[0]


def problems(text: str) -> list[Problem]:
    return lessonup.read(text.encode())[1]


def told(found: list[Problem] | tuple[Problem, ...]) -> str:
    return "".join(f"{each.slide} {each.line} {each.code}\n" for each in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_copied_page_becomes_exactly_this_lesson(name: str) -> None:
    data = (PAGES / f"{name}.txt").read_bytes()
    assert importers.recognised(data)
    lesson, found = importers.read(data)
    assert write(lesson) == (PAGES / f"{name}.md").read_text(encoding="utf-8")
    assert told(found) == (PAGES / f"{name}.problems").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_windows_line_ends_make_no_difference(name: str) -> None:
    data = (PAGES / f"{name}.txt").read_bytes()
    assert lessonup.read(data.replace(b"\n", b"\r\n")) == lessonup.read(data)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_survives_as_a_lesson_file(name: str) -> None:
    lesson, _ = lessonup.read((PAGES / f"{name}.txt").read_bytes())
    again, _ = read(write(lesson))
    assert [(each.kind, each.title, each.question, each.body) for each in again.slides] == [
        (each.kind, each.title, each.question, each.body) for each in lesson.slides
    ]


def test_there_are_three_variants_in_three_languages() -> None:
    wanted = {f"{language}-{variant}" for language in ("nl", "en", "fr") for variant in ("plain", "notes", "compact")}
    assert wanted <= set(NAMES)


@pytest.mark.parametrize(
    ("line", "subject", "level", "year"),
    [
        ("BiologieMiddelbare schoolhavoLeerjaar 2", "Biologie", "havo", "2"),
        ("NaskMiddelbare schoolvmbo gLeerjaar 1-4", "Nask", "vmbo g", "1-4"),
        ("MBOStudiejaar 1,2", "", "MBO", "1, 2"),
        ("RekenenVoortgezet speciaal onderwijsLeerjaar 3", "Rekenen", "Voortgezet speciaal onderwijs", "3"),
        ("TaalPraktijkonderwijsLeerjaar 1", "Taal", "Praktijkonderwijs", "1"),
        ("MathsPrimary EducationAge 5,6", "Maths", "Primary Education", "5, 6"),
        ("MuziekBasisschool", "Muziek", "Basisschool", ""),
        ("Geen niveau hier", "", "", ""),
    ],
)
def test_subject_level_and_year_are_taken_apart(line: str, subject: str, level: str, year: str) -> None:
    lesson = page(f"T\n1 / 1\n{line}\nOnderdelen in deze les\nEen\nSlide 1 - Tekstslide")
    assert (lesson.subject, lesson.level, lesson.year) == (subject, level, year)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Tekstslide", Kind.TEXT), ("Quizvraag", Kind.QUIZ), ("Woordweb", Kind.WORDWEB), ("Open vraag", Kind.OPEN),
        ("Video", Kind.VIDEO), ("Interactieve video", Kind.VIDEO), ("Poll", Kind.POLL), ("Sleepvraag", Kind.TEXT),
        ("Link", Kind.TEXT), ("Slide", Kind.TEXT), ("Quiz", Kind.QUIZ), ("Mind map", Kind.WORDWEB),
        ("Open question", Kind.OPEN), ("Drag question", Kind.TEXT), ("Diapositive", Kind.TEXT), ("Lien", Kind.TEXT),
        ("Hotspot", Kind.TEXT),
    ],
)  # fmt: skip
def test_every_label_is_known_or_becomes_text(label: str, kind: Kind) -> None:
    text = f"In deze les zit 1 slide\nWat is dit?\nSlide 1 - {label}"
    assert [slide.kind for slide in page(text).slides] == [kind]
    unknown = label in ("Sleepvraag", "Drag question", "Hotspot")
    assert ("import_kind" in [problem.code for problem in problems(text)]) is unknown


@pytest.mark.parametrize(
    ("lines", "options"),
    [
        ("A\neen\nB\ntwee", ["een", "twee"]),
        ("A\nB\nB\nA", ["B", "A"]),
        ("A\n\neen\nB\ntwee\nC\ndrie\n\nD\nvier", ["een", "twee", "drie", "vier"]),
        ("A\neen\nnog een\nB\ntwee", ["een nog een", "twee"]),
        ("A\nB", ["", ""]),
        ("kies A\nA\neen\nB\ntwee", ["een", "twee"]),
        ("A\nis de letter\nA\neen\nB\ntwee", ["een", "twee"]),
        ("A\neen", []),
        ("a\neen\nb\ntwee", []),
    ],
)
def test_options_stand_below_their_letters(lines: str, options: list[str]) -> None:
    (slide,) = page(f"In deze les zit 1 slide\nWat is dit?\n{lines}\nSlide 1 - Quizvraag").slides
    assert [option.text for option in slide.options] == options
    assert all(option.right is None for option in slide.options)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Kop\nTekst.", "Kop", "Tekst."),
        ("Kop\n\nTekst.", "Kop", "Tekst."),
        ("Kop", "", "Kop"),
        ("Zin.\nTekst.", "", "Zin.\\\nTekst."),
        ("  • punt\nTekst", "", "- punt\n\nTekst"),
        ("x" * 71 + "\nTekst", "", "x" * 71 + "\\\nTekst"),
        ("x" * 70 + "\nTekst", "x" * 70, "Tekst"),
        ("Een zin die\ndoorloopt.\nTekst.", "", "Een zin die doorloopt.\\\nTekst."),
        ("Kop\ntimer\n5:00", "", "Kop"),
        ("timer\nTekst.", "timer", "Tekst."),
    ],
)
def test_a_short_first_line_is_the_title(text: str, title: str, body: str) -> None:
    (slide,) = page(f"In deze les zit 1 slide\n{text}\nSlide 1 - Tekstslide").slides
    assert (slide.title, slide.body) == (title, body)


@pytest.mark.parametrize(
    ("text", "question", "body"),
    [
        ("Een blad is groen. Welke stof?", "Welke stof?", "Een blad is groen."),
        ("Welke stof? Denk goed na.", "Welke stof?", "Denk goed na."),
        ("Noem een stof.", "Noem een stof.", ""),
        ("Denk na.\nNoem een stof.", "Noem een stof.", "Denk na."),
        ("Zie https://a.nl/?x=1 eens. Wat?", "Wat?", "Zie <https://a.nl/?x=1> eens."),
    ],
)
def test_the_last_sentence_that_asks_is_the_question(text: str, question: str, body: str) -> None:
    (slide,) = page(f"In deze les zit 1 slide\n{text}\nSlide 1 - Open vraag").slides
    assert (slide.question, slide.body) == (question, body)


def test_a_label_counts_only_with_the_next_number_and_a_known_kind_first() -> None:
    text = "In deze les zitten 2 slides\nSlide 1 - Inleiding\nTekst\nSlide 1 - Tekstslide\nEen\nSlide 2 - Rubriek\n"
    lesson = page(text)
    assert [slide.kind for slide in lesson.slides] == [Kind.TEXT, Kind.TEXT]
    assert "Slide 1 - Inleiding" in plain(lesson.slides[0].body) or lesson.slides[0].title == "Slide 1 - Inleiding"
    assert [problem.code for problem in problems(text)] == ["import_kind"]


@pytest.mark.parametrize(
    ("label", "language"), [("Quizvraag", "nl"), ("Mind map", "en"), ("Lien", "fr"), ("Quiz", "en")]
)
def test_without_words_of_the_page_the_labels_tell_the_language(label: str, language: str) -> None:
    assert page(f"Wat?\nSlide 1 - {label}").language == language


@pytest.mark.parametrize(
    "first", ["volgende", "next", "suivant", "1 / 2", "Slide 1: Tekstslide", "Onderdelen in deze les"]
)
def test_words_of_the_page_are_no_title(first: str) -> None:
    assert page(f"{first}\n1 / 1\nEen\nSlide 1 - Tekstslide").title == ""


def test_of_two_unknown_labels_the_first_counts() -> None:
    lesson = page("In deze les zitten 2 slides\nEen\nSlide 1 - Rubriek\nTwee\nSlide 2 - Hotspot")
    assert [slide.body for slide in lesson.slides] == ["Een", "Twee"]


def test_a_page_without_slides_is_a_lesson_without_slides() -> None:
    lesson, found = lessonup.read(b"In deze les zitten 3 slides\nniets")
    assert lesson.slides == ()
    assert [problem.code for problem in found] == ["import_count"]


def test_instructions_without_text_below_a_label_are_none() -> None:
    text = "Een\nSlide 1 - Tekstslide\nDeze slide heeft geen instructies\nTwee\nSlide 2 - Tekstslide\n\n"
    assert [slide.notes for slide in page(text).slides] == ["", ""]


PAGE_LINES = st.sampled_from(
    [
        *("Slide 1 - Quizvraag", "Slide 2 - Tekstslide", "Slide 2 - X", "A", "B", "een", "Wat?", "", "  • x", "  1. y"),
        *("timer", "5:00", "1 / 3", "In deze les zitten 3 slides", "Onderdelen in deze les", "\u00a0", "https:", "0"),
        *("Deze slide heeft geen instructies", "MBOStudiejaar 1", "<!-- x", "---", "# kop", "- [ ] x", "```"),
    ]
)


@given(st.lists(PAGE_LINES, max_size=25).map("\n".join))
def test_any_page_gives_a_lesson_that_can_be_written(text: str) -> None:
    lesson, _ = lessonup.read(text.encode())
    again, _ = read(write(lesson))
    assert [slide.kind for slide in again.slides] == [slide.kind for slide in lesson.slides]


@given(st.binary(max_size=200))
def test_any_bytes_are_recognised_or_not_and_never_raise(data: bytes) -> None:
    lessonup.read(data)
    fenced_markdown.read(data)
    importers.recognised(data)


# --- pasted text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("een\u00a0 \u200btwee\u00a0", "een twee"),
        ("Zin.\n\n\n\nZin twee.", "Zin.\n\nZin twee."),
        ("• punt dat\ndoorloopt\n• Twee\nNieuw", "- punt dat doorloopt\n- Twee\n\nNieuw"),
        ("  1. een\n    vervolg\n  2. Twee", "1. een vervolg\n2. Twee"),
        ("  • een\n    ◦ onder\n  1. Los", "- een\n  - onder\n\n1. Los"),
        ("a. appel\nb. peer", "a. appel\\\nb. peer"),
        ("Zie (https://a.nl/b_c). En *dit*.", "Zie (<https://a.nl/b_c>). En \\*dit\\*."),
        ("Kijk\nhttps://a.nl", "Kijk\\\n<https://a.nl>"),
        ("de 1. ene en de 2. andere", "de 1. ene en de 2. andere"),
    ],
)
def test_pasted_text_keeps_its_lines_and_lists(text: str, expected: str) -> None:
    assert markdown(logical_lines(tidy_lines(text))) == expected


# --- other formats --------------------------------------------------------------------------------------------------


def test_a_lesson_in_a_code_fence_is_unwrapped() -> None:
    data = "```markdown\n---\ntitle: X\n---\n# Een\n\n—\n\n# Twee\n```\n".encode()
    lesson, found = importers.read(data)
    assert (lesson.title, [slide.title for slide in lesson.slides], found) == ("X", ["Een", "Twee"], ())


def test_breaks_that_became_dashes_are_breaks_again() -> None:
    assert fenced_markdown.unwrapped("een\n–––\ntwee\n— \ndrie — vier") == "een\n---\ntwee\n---\ndrie — vier"


def test_an_ordinary_lesson_needs_no_importer() -> None:
    assert not importers.recognised(b"---\ntitle: X\n---\n# Slide 2 - Quiz\n\n```markdown\nx\n```\nna")


def test_what_nobody_knows_is_refused() -> None:
    with pytest.raises(CannotOpen) as caught:
        importers.read(b"zomaar", "x.txt")
    assert (caught.value.code, caught.value.parameters) == ("file_unknown", {"name": "x.txt"})


def test_every_format_is_found_by_its_module() -> None:
    assert [each.__name__.rpartition(".")[2] for each in importers.formats()] == [
        "fenced_markdown",
        "json_form",
        "lessonup",
    ]
