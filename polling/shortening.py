"""Makes a script shorter for the road: no comments, no blanks that part no words, and short names for its own names.
Knows the small, strict JavaScript that our pages are written in, and is no general minifier: no scopes, no grammar.

How it works. The script is cut into tokens. A name is *own* when it is declared somewhere: after `const`, `let`,
`function` or `class`, as a parameter, or where an error is caught. Within a statement at the top, an own name gets one
short name wherever it stands for a value, so it does not matter whose scope it is in: two that were different stay
different. What is reached with a dot, the keys of objects and the methods of classes keep their names, and so does
what a browser has a name for (`_KEPT`). `{ state }` becomes `{state:a}`. Each statement at the top has a line of its
own, so that the line that a browser names in an error leads back to the source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<string>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")
      | (?P<number>\.?\d[\w.]*)
      | (?P<word>[A-Za-z_$][\w$]*)
      | (?P<sign>=>|\.\.\.|[=!]==?|\*\*=?|\+\+|--|&&|\|\||\?\?|\?\.(?!\d)|[-+*%&|^<>]=|[-+*/%&|^~!?:;,.<>=(){}\[\]])""",
    re.DOTALL | re.VERBOSE,
)
_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
_WORD = re.compile(r"\w+")
_JOINS = re.compile(r"[\w$]")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")

_RESERVED = frozenset(
    _WORD.findall(
        """
        await break case catch class const continue debugger default delete do else enum export
        extends false finally for function if implements import in instanceof interface let new null
        of package private protected public return static super switch this throw true try typeof
        undefined var void while with yield async get set arguments eval NaN Infinity
        """
    )
)
_VALUE_FOLLOWS = _RESERVED - {"this", "null", "true", "false", "undefined", "super", "arguments", "NaN", "Infinity"}
"""After these words a `/` begins a pattern and a `{` an object (but for the four that open a block)."""
_BEFORE_BLOCK = frozenset({"if", "for", "while", "switch", "catch", "with"})
_OPENS_BLOCK = frozenset({"else", "try", "finally", "do", ")", ";", "{", "}", "=>", ""})
_KEPT = frozenset(
    _WORD.findall(
        """
        alert blur caches close closed confirm console crypto customElements document event external
        find fetch focus frames history isSecureContext length localStorage location matchMedia
        menubar moveBy moveTo name navigator navigation open opener origin parent performance print
        prompt screen scroll scrollBy scrollTo self sessionStorage status stop toolbar top window
        """
    )
)
"""Short names that a browser has for something of its own: who declares one may mean the other elsewhere."""
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$"


class CannotShorten(Exception):
    """The script holds something that is not understood; the message names the line, counted from 0."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


@dataclass(slots=True)
class _Token:
    kind: str
    text: str
    line: int
    breaks: bool
    """True when a line ended before it."""
    within: str = ""
    """What stands around it: `block`, `object`, `class`, `template`, `(`, `[`, or nothing at the top."""
    depth: int = 0


def shorten(script: str) -> list[tuple[int, str]]:
    """The statements at the top of a script, each on one line with the number (from 0) of the line where it began.

    Raises CannotShorten.
    """
    statements = _statements(_placed(list(_tokens(script))))
    _rename(statements)
    return [(tokens[0].line, _joined(tokens)) for tokens in statements]


def _statements(tokens: Sequence[_Token]) -> list[list[_Token]]:
    """Those at the top. What nothing needs is left out: a `;` or `,` before what closes, parentheses around a lone
    parameter."""
    statements: list[list[_Token]] = []
    before: _Token | None = None
    for place, token in enumerate(tokens):
        follows = [each.text for each in tokens[place + 1 : place + 3]]
        if before is None or (token.breaks and token.depth == 0 and _ends(before, token)):
            statements.append([])
        if not (token.kind == "sign" and _is_idle(statements[-1], token.text, follows)):
            statements[-1].append(token)
        before = token
    return statements


def _is_idle(before: Sequence[_Token], text: str, follows: Sequence[str]) -> bool:
    if text == ";":
        return follows[:1] == ["}"]
    return text == "," and follows[:1] in (["}"], ["]"], [")"]) and before[-1].text not in (",", "[")


def _joined(tokens: Sequence[_Token]) -> str:
    text = tokens[0].text
    for before, after in pairwise(tokens):
        text += _between(before, after) + after.text
    return text


def _tokens(script: str) -> Iterator[_Token]:
    at = line = 0
    before = ""
    is_value = breaks = False
    braces: list[bool] = []
    while at < len(script):
        kind = ""
        if script[at] == "`" or (script[at] == "}" and braces and braces[-1]):
            if script[at] == "}":
                braces.pop()
            match = _TEMPLATE.match(script, at + 1)
            kind = "template"
            if match and match[0].endswith("${"):
                braces.append(True)
        elif script[at] == "/" and not is_value and script[at : at + 2] not in ("//", "/*"):
            match = _PATTERN.match(script, at)
            kind = "pattern"
        else:
            match = _TOKEN.match(script, at)
        if match is None:
            raise CannotShorten(line, f"what is {script[at : at + 12]!r}?")
        text = script[at : match.end()]
        kind = kind or match.lastgroup or ""
        at = match.end()
        if kind == "blank":
            breaks = breaks or "\n" in text
        else:
            yield _Token(kind, text, line, breaks)
            breaks = False
            if text in ("{", "}") and kind == "sign":
                _follow_braces(braces, text, line)
            before = text
            is_value = _is_value(kind, before)
        line += text.count("\n")
    if braces:
        raise CannotShorten(line, "it ends within braces")


def _follow_braces(braces: list[bool], text: str, line: int) -> None:
    if text == "{":
        braces.append(False)
    elif not braces:
        raise CannotShorten(line, "a brace too many")
    else:
        braces.pop()


def _is_value(kind: str, text: str) -> bool:
    """True when a value may end here, so that a `/` divides."""
    if kind == "word":
        return text not in _VALUE_FOLLOWS
    if kind == "template":
        return text.endswith("`")
    return kind != "sign" or text in (")", "]", "}", "++", "--")


def _placed(tokens: list[_Token]) -> list[_Token]:
    """The tokens, each told what stands around it."""
    around: list[str] = []
    is_class = False
    for place, token in enumerate(tokens):
        before = tokens[place - 1].text if place else ""
        if (token.kind == "template" and token.text[0] == "}") or (
            token.kind == "sign" and token.text in (")", "]", "}")
        ):
            if not around:
                raise CannotShorten(token.line, f"a {token.text[0]} too many")
            around.pop()
        token.within = around[-1] if around else ""
        token.depth = len(around)
        if token.text == "class" and before != "." and _NAME.fullmatch(_text(tokens, place + 1)):
            is_class = True
        if token.kind == "sign" and token.text == "{":
            around.append("class" if is_class else _kind_of_brace(tokens, place))
            is_class = False
        elif token.kind == "sign" and token.text in ("(", "["):
            around.append(token.text)
        elif token.kind == "template" and token.text.endswith("${"):
            around.append("template")
    return tokens


def _kind_of_brace(tokens: Sequence[_Token], place: int) -> str:
    before = tokens[place - 1].text if place else ""
    is_case = before == ":" and tokens[place].within in ("block", "") and not _is_choice(tokens, place)
    return "block" if is_case or before in _OPENS_BLOCK else "object"


def _is_choice(tokens: Sequence[_Token], colon: int) -> bool:
    """True for the colon of `a ? b : c`, false for that of a case or a label."""
    for token in reversed(tokens[:colon]):
        if token.text == "?" or token.text in (";", "case", "default"):
            return token.text == "?"
    return False


def _rename(statements: Sequence[list[_Token]]) -> None:
    """Gives every own name its short one. A name that is declared at the top has one everywhere; any other has one for
    the whole statement it is in. The names that occur most get the shortest."""
    bare = [[place for place in range(len(each)) if _stands_for_value(each, place)] for each in statements]
    own = [_own_names(each) for each in statements]
    shared = set().union(*(_declared_at_top(each) for each in statements))
    others = {
        tokens[place].text
        for tokens, places, names in zip(statements, bare, own, strict=True)
        for place in places
        if tokens[place].text not in names | shared
    }
    free = [name for name in _short_names() if name not in _RESERVED | others]
    everywhere = Counter(
        tokens[place].text for tokens, places in zip(statements, bare, strict=True) for place in places
    )
    most = max((len(names - shared) for names in own), default=0)
    top = _given(Counter({name: everywhere[name] for name in shared}), free[most:])
    for tokens, places, names in zip(statements, bare, own, strict=True):
        local = Counter(tokens[place].text for place in places if tokens[place].text in names - shared)
        _put(tokens, places, top | _given(local, free))


def _given(uses: Counter[str], free: Sequence[str]) -> dict[str, str]:
    return dict(zip(sorted(uses, key=lambda name: (-uses[name], name)), free, strict=False))


def _put(tokens: Sequence[_Token], places: Sequence[int], short: Mapping[str, str]) -> None:
    keys = [place for place in places if _is_shorthand(tokens, place)]
    for place in places:
        name = tokens[place].text
        if name in short:
            tokens[place].text = f"{name}:{short[name]}" if place in keys else short[name]


def _declared_at_top(tokens: Sequence[_Token]) -> set[str]:
    found: set[str] = set()
    for place, token in enumerate(tokens):
        if token.depth == 0:
            found |= _declared(tokens, place)
    return _renamed(found)


def _own_names(tokens: Sequence[_Token]) -> set[str]:
    """All that a statement declares, at the top or within."""
    found: set[str] = set()
    for place, token in enumerate(tokens):
        follows = _text(tokens, place + 1)
        found |= _declared(tokens, place)
        if token.kind == "word" and follows == "=>":
            found.add(token.text)
        elif token.text == "catch" and follows == "(":
            found |= _bound(tokens, place + 2, (")",))
        elif token.text == "(" and token.kind == "sign" and _holds_parameters(tokens, place):
            found |= _bound(tokens, place + 1, (")",))
    return _renamed(found)


def _declared(tokens: Sequence[_Token], place: int) -> set[str]:
    """What is declared by the word at this place, if it declares."""
    if tokens[place].kind != "word" or _text(tokens, place - 1) == ".":
        return set()
    if tokens[place].text in ("const", "let"):
        return _bound(tokens, place + 1, ("=", "of", "in", ";"))
    return {_text(tokens, place + 1)} if tokens[place].text in ("function", "class") else set()


def _renamed(names: set[str]) -> set[str]:
    return {name for name in names if name not in _RESERVED | _KEPT and _NAME.fullmatch(name)}


def _bound(tokens: Sequence[_Token], start: int, ends: tuple[str, ...]) -> set[str]:
    """The names that a pattern from `start` on binds; what they are by default is not among them."""
    found: set[str] = set()
    depth = tokens[start].depth
    default: int | None = None
    for place in range(start, len(tokens)):
        token = tokens[place]
        if token.text in ends and token.depth <= depth:
            break
        if token.text == "=" and default is None:
            default = token.depth
        elif default is not None and (token.depth < default or (token.text == "," and token.depth == default)):
            default = None
        is_key = token.within == "object" and _text(tokens, place + 1) == ":"
        if token.kind == "word" and default is None and not is_key:
            found.add(token.text)
    return found


def _holds_parameters(tokens: Sequence[_Token], place: int) -> bool:
    """True for the parenthesis of a function, a method or an arrow."""
    depth = tokens[place].depth
    ends = (at for at in range(place + 1, len(tokens)) if tokens[at].depth == depth and tokens[at].text == ")")
    follows = _text(tokens, next(ends, len(tokens)) + 1)
    is_named = place > 0 and tokens[place - 1].kind == "word" and tokens[place - 1].text not in _BEFORE_BLOCK
    return follows == "=>" or (follows == "{" and is_named)


def _stands_for_value(tokens: Sequence[_Token], place: int) -> bool:
    token, before = tokens[place], _text(tokens, place - 1)
    if token.kind != "word" or token.text in _RESERVED or before in (".", "?.") or token.within == "class":
        return False
    return not (token.within == "object" and before in ("{", ",") and _text(tokens, place + 1) in (":", "("))


def _is_shorthand(tokens: Sequence[_Token], place: int) -> bool:
    is_first = tokens[place].within == "object" and _text(tokens, place - 1) in ("{", ",")
    return is_first and _text(tokens, place + 1) in (",", "}", "=")


def _text(tokens: Sequence[_Token], place: int) -> str:
    """Of the token at this place, or nothing beside the ends."""
    return tokens[place].text if 0 <= place < len(tokens) else ""


def _short_names() -> Iterator[str]:
    yield from _LETTERS
    for first, second in product(_LETTERS, _LETTERS + "0123456789"):
        yield first + second


def _between(before: _Token, after: _Token) -> str:
    """What must stand between two tokens."""
    if after.breaks and before.text != ";" and _ends(before, after):
        return "\n"
    if _JOINS.match(before.text[-1]) and _JOINS.match(after.text[0]):
        return " "
    if before.text[-1] in "+-/" and after.text[0] in "+-/":
        return " "
    return ""


def _ends(before: _Token, after: _Token) -> bool:
    """True when a line break between the two may end a statement."""
    if before.kind == "sign" and before.text not in (")", "]", "}", "++", "--", ";"):
        return False
    return after.text not in ("}", ")", "]", ".", ",", ";", ":", "?", "&&", "||", "else", "catch", "finally")
