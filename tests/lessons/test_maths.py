"""Dollar signs in a lesson: which hold a formula, and which are money."""

from __future__ import annotations

import pytest

from lessons import markdown
from lessons.maths import formula_at, readable


@pytest.mark.parametrize(
    "text",
    [
        "kost $5 en $6",
        "US$5 en US$6",
        "van $5-$6",
        "5$ en 6$",
        "$ 5 en 6 $",
        "een $x",
        r"een \$x$ teken",
        r"\$x\$",
        "$x\ny$",
        "$$ $$",
        "$$a$b$$",
        "€ 5",
        "`$x$`",
    ],
)
def test_a_dollar_sign_in_prose_stays_text(text: str) -> None:
    assert markdown.plain(text) == " ".join(text.replace("\\$", "$").replace("`", "").split())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Los $x^2=4$ op.", "Los x² = 4 op."),
        ("($x_1$, $x_2$)", "(x₁, x₂)"),
        ("$a*b*c$ en *d*", "a*b*c en d"),
        (r"$5\%$ van \$6", "5% van $6"),
        (r"$a\$b$", "a$b"),
        ("$$\n\\frac{a}{b}\n$$", "a/b"),
        ("**$x^2$**", "x²"),
        ("[zie $x^2$](https://example.org)", "zie x²"),
    ],
)
def test_a_formula_between_dollar_signs_is_read_before_other_marks(text: str, told: str) -> None:
    assert markdown.plain(text) == told


def test_a_formula_between_double_dollar_signs_is_large() -> None:
    large, small = formula_at("$$x$$", 0), formula_at("$x$", 0)
    assert large is not None
    assert small is not None
    assert (large.is_large, small.is_large) == (True, False)


def test_notes_are_readable_without_markdown() -> None:
    assert readable("Reken $x^2$ voor; \\$y$ *niet*, $5") == "Reken x² voor; \\$y$ *niet*, $5"


def test_typed_dollar_signs_stay_text() -> None:
    typed = "van $x$ tot US$5 en $6"
    assert markdown.plain(markdown.escaped(typed)) == typed


def test_questions_options_and_links_hold_formulas() -> None:
    text = "# Wat is $x^2$?\n\nZie [$y^2$](https://example.org)\n\n- [x] $\\frac{1}{2}$\n  > want $z^2$\n- [ ] b"
    lesson, problems = markdown.read(text)
    slide = lesson.slides[0]
    assert problems == ()
    assert markdown.plain(slide.question) == "Wat is x²?"
    assert markdown.plain(slide.options[0].text) == "½"
    assert markdown.plain(slide.options[0].feedback) == "want z²"
    assert [link.text for link in slide.links] == ["y²"]
    assert markdown.write(lesson) == text


def test_formulas_that_cannot_be_read_are_told_with_their_line() -> None:
    text = "# Een\n\nEerst $x$\ndan $\\frac{1$\nof $$\nx\n$$ en $\\foo$\n\n---\n\n# Twee\n\n- [ ] $a^$\n- [x] b"
    _, problems = markdown.read(text)
    assert [(each.code, each.line, each.slide) for each in problems] == [
        ("maths_unreadable", 4, 1),
        ("maths_unknown", 7, 1),
        ("maths_unreadable", 13, 2),
    ]
    assert problems[1].parameters == {"command": "\\foo", "formula": "\\foo"}
