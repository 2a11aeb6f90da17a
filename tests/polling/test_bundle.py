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
    assert script.split("\n") == ["const base=1;function left(){return base;}", "const right=base;left(right);"]


def test_an_import_may_run_over_several_lines(tmp_path: Path) -> None:
    script = joined(
        tmp_path,
        main="import {\n  a,\n  b,\n} from './other.js';\na(b);\n",
        other="export class a {}\nexport let b = 2;\nexport async function c() {}\n",
    )
    assert script == "class a{}\nlet b=2;async function c(){}\na(b);"


def test_line_breaks_that_part_something_stay(tmp_path: Path) -> None:
    text = "a = b // c;\nd = 'http://e';\nf(\n  g,\n);\nh = i\nj = k;\n"
    assert joined(tmp_path, main=text) == "a=b // c;\nd='http://e';\nf(g,);h=i\nj=k;"


def test_comments_on_lines_of_their_own_are_left_out(tmp_path: Path) -> None:
    text = "// one\n/* two */\n/**\n * three\n */\nconst a = 'b // c /* d';\n\n  // four\n"
    assert joined(tmp_path, main=text) == "const a='b // c /* d';"


def test_types_within_a_line_are_left_out(tmp_path: Path) -> None:
    text = "const a = (/** @type {string | null} */ b) => /** @type {any} */ (b);\nconst c = '/** bare */';\n"
    assert joined(tmp_path, main=text) == "const a=(b)=>(b);const c='/** bare */';"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (
            "for (const a of [b, c]) if (a !== 'd , e' && !f) return { g: a };",
            "for(const a of[b,c])if(a!=='d , e'&&!f)return{g:a};",
        ),
        ("const a = b + +c - -d;", "const a=b + +c - -d;"),
        ("const a = 'b = c' ? 'd , e' : f;", "const a='b = c'?'d , e':f;"),
        ("const a = `b = ${c}` + d , e;", "const a=`b = ${c}` + d , e;"),
        ("const a = /b = c/ , d;", "const a=/b = c/ , d;"),
        ('const a = "b = c" , d;', 'const a="b = c" , d;'),
        ("const a = 'it\\'s = b' , c;", "const a='it\\'s = b' , c;"),
    ],
)
def test_blanks_are_left_out_where_they_part_no_words(tmp_path: Path, line: str, kept: str) -> None:
    assert joined(tmp_path, main=line) == kept


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
