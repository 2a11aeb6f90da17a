"""The rules of the house about text: nothing that a person wrote is read as markup, in no browser and no window."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent

MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|setHTML|parseFromString|createContextualFragment|srcdoc|document\s*\.\s*write"
    r"|\beval\b|\bFunction\s*\(|setTimeout\s*\(\s*['\"`]|setInterval\s*\(\s*['\"`]|setAttribute\s*\(\s*['\"`]on|javascript:"
)
"""What would make code or elements out of text."""
ATTRIBUTES_PLACE = Path("polling/browser/dom.js")
"""The only place that sets attributes by a name that it was given."""
HTTPS_ONLY = (
    "randomUUID",
    "subtle",
    "serviceWorker",
    "wakeLock",
    "clipboard",
    "mediaDevices",
    "locks",
    "storage",
    "share",
)
"""What browsers keep from a page that came over http; used only where the same module asks whether it is there."""


def scripts() -> Iterator[Path]:
    """The JavaScript that browsers get."""
    yield from sorted((HOUSE / "polling").rglob("*.js"))


def code_of(script: str) -> str:
    """A script without its comments."""
    return re.sub(r"/\*.*?\*/|(?<![:'\"`\\])//[^\n]*", "", script, flags=re.DOTALL)


def wrongs_of_script(script: str, place: Path) -> set[str]:
    """What a script does with text that it should not, and what it takes for granted of the browser."""
    code = code_of(script)
    found = {match[0] for match in MARKUP.finditer(code)}
    if place != ATTRIBUTES_PLACE and "setAttribute" in code:
        found.add("setAttribute")
    for name in HTTPS_ONLY:
        is_used = re.search(rf"(?:navigator|crypto|window|globalThis|self)\s*\??\.\s*{name}\b", code)
        if is_used and not re.search(rf"['\"]{name}['\"] in ", code):
            found.add(name)
    return found


def test_no_script_makes_markup_or_code_out_of_text() -> None:
    places = [path.relative_to(HOUSE) for path in scripts()]
    assert ATTRIBUTES_PLACE in places
    wrongs = {str(place): wrongs_of_script((HOUSE / place).read_text("utf-8"), place) for place in places}
    assert {place: found for place, found in wrongs.items() if found} == {}


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("row.innerHTML = name;", {"innerHTML"}),
        ("row.insertAdjacentHTML('beforeend', name);", {"insertAdjacentHTML"}),
        ("document.write(name)", {"document.write"}),
        ("eval(name); new Function(name)", {"eval", "Function("}),
        ("row.setAttribute('onclick', name)", {"setAttribute('on", "setAttribute"}),
        ("setTimeout('go()', 1)", {"setTimeout('"}),
        ("frame.srcdoc = name", {"srcdoc"}),
        ("const id = crypto.randomUUID();", {"randomUUID"}),
        ("if ('wakeLock' in navigator) navigator.wakeLock.request('screen');", set()),
        ("// innerHTML is never used, see https://example.org\n/* eval */ row.textContent = name;", set()),
        ("const there = 'https://example.org'; row.outerHTML = name;", {"outerHTML"}),
        ("state.storage = 1", set()),
    ],
)
def test_a_script_that_does_is_noticed(script: str, found: set[str]) -> None:
    assert wrongs_of_script(script, Path("polling/phone/planted.js")) == found


ALLOWED = {Path("presenter/console/parts.py"): {"QLabel", "setTextFormat"}}
"""Here stands the label that only knows plain text; everybody else uses that one."""
READS_MARKUP = {
    "QErrorMessage": "reads its text as HTML",
    "QGraphicsTextItem": "can hold HTML",
    "QLabel": "guesses whether its text is HTML: use PlainLabel",
    "QMessageBox": "guesses whether its text is HTML: use presenter.dialogs",
    "QProgressDialog": "shows its text in a QLabel",
    "QInputDialog": "shows its text in a QLabel",
    "QSplashScreen": "guesses whether its text is HTML",
    "QStaticText": "guesses whether its text is HTML",
    "QTextBrowser": "reads HTML and follows links",
    "QTextDocument": "can hold HTML: use QTextLayout or QPlainTextEdit",
    "QTextEdit": "reads HTML: use QPlainTextEdit",
    "QToolTip": "guesses whether its text is HTML",
    "QWhatsThis": "reads its text as HTML",
    "QWizard": "shows its text in QLabels",
}
"""The classes of Qt that may take a text for HTML. They open the files and addresses which that HTML names."""
READ_AS_MARKUP = {"setToolTip", "setWhatsThis", "setHtml", "insertHtml", "appendHtml", "setMarkdown", "setTextFormat"}
READ_AS_MARKUP |= {"ToolTipRole", "WhatsThisRole", "RichText", "AutoText", "MarkdownText"}
"""What hands a text to such a class, by a method, a role or a format."""


def wrongs_of_module(source: str, place: Path) -> set[str]:
    """What of Qt a module uses that may take a text for HTML."""
    used = {name for node in ast.walk(ast.parse(source)) for name in names_in(node)}
    return used & (READS_MARKUP.keys() | READ_AS_MARKUP) - ALLOWED.get(place, set())


def names_in(node: ast.AST) -> set[str]:
    """The names that one node of a module brings in or uses."""
    match node:
        case ast.ImportFrom(names=names):
            return {alias.name for alias in names}
        case ast.Attribute(attr=name):
            return {name}
        case ast.keyword(arg=str(name)):
            return {"set" + name[:1].upper() + name[1:]}
    return set()


def test_no_window_takes_text_for_markup() -> None:
    places = [path.relative_to(HOUSE) for path in sorted((HOUSE / "presenter").rglob("*.py"))]
    assert ALLOWED.keys() <= set(places)
    wrongs = {str(place): wrongs_of_module((HOUSE / place).read_text("utf-8"), place) for place in places}
    assert {place: found for place, found in wrongs.items() if found} == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from PySide6.QtWidgets import QLabel, QWidget", {"QLabel"}),
        ("from PySide6 import QtWidgets\nQtWidgets.QMessageBox.warning(None, title, text)", {"QMessageBox"}),
        ("row.setToolTip(name)", {"setToolTip"}),
        ("QPushButton(toolTip=name)", {"setToolTip"}),
        ("if role == Qt.ItemDataRole.ToolTipRole: return name", {"ToolTipRole"}),
        ("label.setTextFormat(Qt.TextFormat.RichText)", {"setTextFormat", "RichText"}),
        ("from presenter.console.parts import PlainLabel\nPlainLabel(name)", set()),
    ],
)
def test_a_window_that_does_is_noticed(source: str, found: set[str]) -> None:
    assert wrongs_of_module(source, Path("presenter/planted.py")) == found
