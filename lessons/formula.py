"""A formula in LaTeX: whether it can be read, and how it is written with plain signs. It draws nothing.

The library that reads LaTeX is loaded with the first formula: most lessons have none.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LONGEST = 600
"""Characters; what is longer is no formula for a slide."""

_RAISED = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_SMALL = frozenset([*_RAISED.values(), *_LOWERED.values()])
_FRACTIONS = {
    ("1", "2"): "½", ("1", "3"): "⅓", ("2", "3"): "⅔", ("1", "4"): "¼", ("3", "4"): "¾", ("1", "5"): "⅕",
    ("2", "5"): "⅖", ("3", "5"): "⅗", ("4", "5"): "⅘", ("1", "6"): "⅙", ("5", "6"): "⅚", ("1", "8"): "⅛",
    ("3", "8"): "⅜", ("5", "8"): "⅝", ("7", "8"): "⅞",
}  # fmt: skip
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}
_ABOVE = {"→": "\u20d7", "^": "\u0302", "~": "\u0303", "˙": "\u0307", "¨": "\u0308", "¯": "\u0305", "―": "\u0305"}
"""What stands above one sign, as the sign that combines with it."""
_RELATIONS = frozenset("=<>≤≥≠≈∼≡∝→←↔⇒⇐⇔∈∉⊂⊆↦±∧∨")
_NAMES = ("sin", "cos", "tan", "log", "ln", "lim", "max", "min", "exp", "mod", "gcd")
_LARGE = frozenset("∑∏∫")
_BRACES = frozenset("⏟⏞_‾")
_ENVIRONMENTS = frozenset(
    ("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "cases", "array", "align")
) | {"align*", "aligned", "split", "substack"}
_ENVIRONMENT = re.compile(r"\\begin\s*\{([^{}]*)\}")
_TIES = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u2003": " ", "∘": "°"})


@lru_cache(maxsize=1024)
def stumble(latex: str) -> str | None:
    """Where reading the formula stumbles: a command that is not known, "" for what cannot be read at all; None when all
    is well."""
    if len(latex) > LONGEST or not _is_balanced(latex):
        return ""
    strange = next((name for name in _ENVIRONMENT.findall(latex) if name not in _ENVIRONMENTS), None)
    if strange is not None:
        return f"\\begin{{{strange}}}"
    read = _read(latex)
    return "" if read is None or not read[0] else read[1]


@lru_cache(maxsize=1024)
def plain_formula(latex: str) -> str:
    """The formula in signs that any font has, "½(a+b)" or "x²"; one that cannot be read as it was written."""
    read = _read(latex) if stumble(latex) is None else None
    return latex if read is None else read[0]


def _is_balanced(latex: str) -> bool:
    depth = 0
    place = 0
    while place < len(latex) and depth >= 0:
        if latex[place] == "\\":
            place += 1
        elif latex[place] in "{}":
            depth += 1 if latex[place] == "{" else -1
        place += 1
    return depth == 0


def _read(latex: str) -> tuple[str, str | None] | None:
    """The formula in plain signs, and the first command in it that is not known; None when it cannot be read."""
    from latex2mathml.converter import convert_to_element

    try:
        tree = convert_to_element(latex)
        texts = [_text(part) for part in tree.iter() if part.tag in ("mi", "mo")]
        strange = next((text for text in texts if len(text) > 1 and text.startswith("\\")), None)
        return " ".join(_written(tree).split()), strange
    except Exception:
        # A formula is what anyone may have typed, and the library says in dozens of ways that it is none.
        return None


def _text(part: Element) -> str:
    return html.unescape(part.text or "").translate(_TIES)


def _written(part: Element) -> str:
    writer = _WRITERS.get(part.tag)
    if writer is not None:
        return writer(part)
    return _joined(list(part)) if len(part) else _text(part)


def _joined(parts: list[Element]) -> str:
    """Parts beside each other: with air around what compares, after a name such as sin, and before a fraction."""
    line = ""
    for part in parts:
        text = _operator(part) if part.tag == "mo" else _written(part)
        is_glued = bool(line and text) and line[-1].isalnum() and text[0].isalnum()
        after_name = is_glued and (line.endswith(_NAMES) or (_is_name(part) and line[-1] not in _SMALL))
        after_number = is_glued and line[-1].isdigit() and part.tag == "mfrac" and text[0].isdecimal()
        line += " " + text if after_name or after_number else text
    return line


def _operator(part: Element) -> str:
    text = _text(part)
    return f" {text} " if text in _RELATIONS else text


def _is_name(part: Element) -> bool:
    return part.tag in ("mi", "mo") and len(_text(part)) > 1 and _text(part).isalpha()


def _fraction(part: Element) -> str:
    above, below = (_written(each).strip() for each in part)
    if part.get("linethickness") == "0":
        return f"{above} {below}"
    return _FRACTIONS.get((above, below)) or f"{_held(above)}/{_held(below)}"


def _held(text: str) -> str:
    """A text that stays together: in brackets when it is more than one sign, number or power."""
    letters = [sign for sign in text if sign.isalpha() and sign not in _SMALL]
    is_number = not letters and all(sign.isdigit() or sign in ",.°" for sign in text)
    is_sign = len(letters) == 1 and text[0] in letters and all(sign in "′°" or sign in _SMALL for sign in text[1:])
    return text if is_number or is_sign or (text[:1] == "√" and _held(text[1:]) == text[1:]) else f"({text})"


def _raised(part: Element) -> str:
    base, power = part
    return _base(base) + _marked(_written(power), _RAISED, "^")


def _lowered(part: Element) -> str:
    base, index = part
    if _text(base) in ("lim", "max", "min"):
        return _under(part)
    after = " " if _text(base) in _NAMES else ""
    return _base(base) + _marked(_written(index), _LOWERED, "_") + after


def _both(part: Element) -> str:
    base, index, power = part
    after = " " if _text(base) in _LARGE else ""
    return _base(base) + _marked(_written(index), _LOWERED, "_") + _marked(_written(power), _RAISED, "^") + after


def _base(part: Element) -> str:
    text = _written(part)
    return f"({text})" if part.tag in ("mfrac", "msqrt") else text


def _marked(text: str, signs: dict[str, str], mark: str) -> str:
    text = text.replace(" ", "") if mark == "_" or len(text) < 4 else text.strip()
    if text in ("′", "″", "°"):
        return text
    if all(sign in signs for sign in text):
        return "".join(signs[sign] for sign in text)
    return mark + (text if len(text) == 1 else f"({text})")


def _root(part: Element) -> str:
    if part.tag == "msqrt":
        return "√" + _held(_joined(list(part)).strip())
    base, index = (_written(each).strip() for each in part)
    return (_ROOTS.get(index) or _marked(index, _RAISED, "") + "√") + _held(base)


def _over(part: Element) -> str:
    base, above = (_written(each).strip() for each in part)
    sign = _ABOVE.get(above)
    if sign is not None:
        return "".join(letter + sign for letter in base) if sign == "\u0305" or len(base) == 1 else base
    return base if above in _BRACES else f"{base}({above})"


def _under(part: Element) -> str:
    base, below, *above = (_written(each).strip() for each in part)
    return base if below in _BRACES else f"{base}({below}{'…' + above[0] if above else ''}) "


def _table(part: Element) -> str:
    return "; ".join(" ".join(_written(cell).strip() for cell in row) for row in part)


def _nothing(part: Element) -> str:
    return ""


def _space(part: Element) -> str:
    return "" if part.get("width", "").startswith(("-", "negative")) else " "


_WRITERS: dict[str, Callable[[Element], str]] = {
    "mfrac": _fraction,
    "msup": _raised,
    "msub": _lowered,
    "msubsup": _both,
    "msqrt": _root,
    "mroot": _root,
    "mover": _over,
    "munder": _under,
    "munderover": _under,
    "mtable": _table,
    "mphantom": _nothing,
    "mspace": _space,
}
