"""Where a lesson's text holds maths: the rule for dollar signs, for Markdown and for plain text. It draws nothing.

A formula stands between two dollar signs that touch it: `$x^2$`. The first follows no letter or digit, nothing but the
formula lies between them on their line, and no letter or digit follows the second. So "$5 en $6" and "US$5" stay text.
Between `$$` and `$$` a formula may take several lines. `\\$` is always a dollar sign.
"""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from lessons.formula import plain_formula

TOKEN = "maths"
"""The type of a formula's token: its content is LaTeX, its markup the dollar signs around it;
`lines` of its meta counts the line ends in it."""


@dataclass(frozen=True)
class Found:
    """A formula in a text: its LaTeX, and where what follows begins. `is_large` between double dollar signs."""

    latex: str
    end: int
    is_large: bool


def with_maths(parser: MarkdownIt) -> MarkdownIt:
    """The parser, which now reads formulas as tokens of their own."""
    parser.inline.ruler.before("escape", TOKEN, _rule)
    return parser


def readable(text: str) -> str:
    """Plain text in which every formula is written with the signs that any font has."""
    parts: list[str] = []
    start = place = 0
    while (place := text.find("$", place)) >= 0:
        found = None if text[:place].endswith("\\") else formula_at(text, place)
        if found is None:
            place += 1
            continue
        parts += [text[start:place], plain_formula(found.latex)]
        start = place = found.end
    return "".join([*parts, text[start:]])


def formula_at(text: str, start: int) -> Found | None:
    """The formula that begins with the dollar sign at `start`, if one does."""
    if start and text[start - 1].isalnum():
        return None
    return _large(text, start) if text.startswith("$$", start) else _inline(text, start)


def _large(text: str, start: int) -> Found | None:
    end = text.find("$$", start + 2)
    latex = text[start + 2 : end].strip() if end > 0 else ""
    return Found(latex, end + 2, True) if latex and "$" not in latex.replace("\\$", "") else None


def _inline(text: str, start: int) -> Found | None:
    end = _closing(text, start + 1)
    latex = text[start + 1 : end] if end else ""
    follows = text[end + 1 : end + 2] if end else ""
    touches = bool(latex) and not latex[0].isspace() and not latex[-1].isspace()
    return Found(latex, end + 1, False) if touches and not follows.isalnum() and follows != "$" else None


def _closing(text: str, start: int) -> int:
    """Where the next dollar sign of the line is, past those with a backslash; 0 when there is none."""
    place = start
    while place < len(text) and text[place] != "\n":
        if text[place] == "$":
            return place
        place += 2 if text[place] == "\\" else 1
    return 0


def _rule(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    found = formula_at(state.src[: state.posMax], state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push(TOKEN, "", 0)
        token.content = found.latex
        token.markup = "$$" if found.is_large else "$"
        token.meta = {"lines": state.src.count("\n", state.pos, found.end)}
    state.pos = found.end
    return True
