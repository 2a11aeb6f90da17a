"""Joining modules: what it understands becomes one script, everything else is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from polling import bundle
from polling.bundle import NotUnderstood


def joined(folder: Path, **modules: str) -> str:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return bundle.join(folder / "main.js")


def test_imported_modules_come_first_and_once(tmp_path: Path) -> None:
    script = joined(
        tmp_path,
        main="import { left } from './left.js';\nimport { right } from './right.js';\nleft(right);\n",
        left="import { base } from './base.js';\nexport function left() {\n  return base;\n}\n",
        right="import { base } from './base.js';\nexport const right = base;\n",
        base="export const base = 1;\n",
    )
    assert script.split("\n") == [
        "const a=1;",
        "function b(){return a}",
        "const c=a;",
        "b(c);",
    ]


def test_an_import_may_run_over_several_lines(tmp_path: Path) -> None:
    script = joined(
        tmp_path,
        main="import {\n  a,\n  b,\n} from './other.js';\na(b);\n",
        other="export class a {}\nexport let b = 2;\nexport async function c() {}\n",
    )
    assert script == "class a{}\nlet b=2;\nasync function c(){}\na(b);"


def test_a_line_of_the_script_leads_back_to_its_source(tmp_path: Path) -> None:
    joined(
        tmp_path,
        main="import { left } from './left.js';\n\n// why\nleft(\n  1,\n);\nleft(2);\n",
        left="// what\nexport function left(/** @type {number} */ a) {\n  return a;\n}\n",
    )
    assert bundle.origins(tmp_path / "main.js") == ["left.js:2", "main.js:4", "main.js:7"]


def test_comments_on_lines_of_their_own_are_left_out(tmp_path: Path) -> None:
    text = "// one\n/* two */\n/**\n * three\n */\nconst a = 'b // c /* d';\n\n  // four\n"
    assert joined(tmp_path, main=text) == "const a='b // c /* d';"


def test_what_cannot_be_made_short_is_named_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match=r"other.js:2: what is '#"):
        joined(tmp_path, main="import { a } from './other.js';\na();\n", other="export const a = 1;\n#;\n")


@pytest.mark.parametrize(
    ("main", "says"),
    [
        ("import * as a from './other.js';\n", "main.js:1"),
        ("import a from './other.js';\n", "main.js:1"),
        ("import { a as b } from './other.js';\n", "main.js:1"),
        ("import './other.js';\n", "main.js:1"),
        ("import { a } from 'https://example.org/a.js';\n", "main.js:1"),
        ("const b = 1;\nconst c = import('./other.js');\n", "main.js:2"),
        ("const b = import.meta.url;\n", "main.js:1"),
        ("export default 1;\n", "main.js:1"),
        ("export { a };\n", "main.js:1"),
        ("if (true) {\n  export const b = 1;\n}\n", "main.js:2"),
        ("var b = 1;\n", "main.js:1"),
        ("const { b } = {};\n", "main.js:1"),
        ("const b = `two\nlines`;\n", "main.js:1"),
        ("/* a */ const b = 1;\n", "code after a comment"),
        ("/* a\n */ const b = 1;\n", "code after a comment"),
        ("/* a\n", "ends in the middle"),
        ("import { a\n", "ends in the middle"),
        ("import { missing } from './other.js';\n", "does not export missing"),
        ("import { a } from './other.js';\nconst a = 2;\n", "a is declared in other.js too"),
    ],
)
def test_what_it_does_not_understand_it_refuses(tmp_path: Path, main: str, says: str) -> None:
    with pytest.raises(NotUnderstood, match=says):
        joined(tmp_path, main=main, other="export const a = 1;\n")


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match="circle"):
        joined(
            tmp_path,
            main="import { a } from './other.js';\n",
            other="import { b } from './main.js';\nexport const a = 1;\n",
        )


def test_a_module_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        joined(tmp_path, main="import { a } from './nowhere.js';\n")
