"""Joins the ES modules of a page into one script, so that a phone needs one request. Knows a small, strict subset of
modules and raises on anything else; it is no general bundler and renames nothing.

What it understands, each statement starting at the beginning of a line:
`import { a, b } from './other.js';` and `export function|const|let|class|async function`. All modules end up in one
scope, so two of them may not declare the same name at their top level. Comments that stand on lines of their own, types
within a line (`/** @type {…} */`) and blanks and line breaks that part no words are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(r"^import \{ (\w+(?:, \w+)*),? \} from '(\.{1,2}/[\w./-]+\.js)';$")
_DECLARATION = re.compile(r"^(export )?(?:async function|function|const|let|class) (\w+)")
_DECLARES = re.compile(r"^(?:export |import\b|async |function\b|const\b|let\b|var\b|class\b)")
_TYPE = re.compile(r"/\*\* @type \{[^*]*\} \*/ ?")
_PIECE = re.compile(r"'[^'\\]*'|[^'\"`/]+")
_BLANKS = re.compile(r" ?([=<>!&|?:,;(){}\[\]*%]+) ?")
_BREAK = re.compile(r"(?m)^((?!.*//).*[;{,(])\n")
_MODULE_WORD = re.compile(r"^\s+(?:import|export)\b|\bimport\s*\(|\bimport\.meta\b")


class NotUnderstood(Exception):
    """A module holds something that cannot be joined; the message names file and line."""


@dataclass(frozen=True)
class _Module:
    imports: tuple[tuple[Path, tuple[str, ...]], ...]
    exports: frozenset[str]
    declared: tuple[str, ...]
    code: str


def join(entry: Path) -> str:
    """The script of `entry` and everything it imports, each module once, imported ones first."""
    modules: dict[Path, _Module] = {}
    _collect(entry.resolve(), modules, ())
    owners: dict[str, Path] = {}
    for path, module in modules.items():
        for name in module.declared:
            if name in owners:
                raise NotUnderstood(f"{path.name}: {name} is declared in {owners[name].name} too")
            owners[name] = path
    return _without_breaks("\n".join(module.code for module in modules.values()))


def _collect(path: Path, modules: dict[Path, _Module], above: tuple[Path, ...]) -> None:
    if path in above:
        raise NotUnderstood(f"{path.name}: modules import each other in a circle")
    if path in modules:
        return
    module = _parse(path)
    for target, names in module.imports:
        _collect(target, modules, (*above, path))
        for name in names:
            if name not in modules[target].exports:
                raise NotUnderstood(f"{path.name}: {target.name} does not export {name}")
    modules[path] = module


def _parse(path: Path) -> _Module:
    imports: list[tuple[Path, tuple[str, ...]]] = []
    exports: set[str] = set()
    declared: list[str] = []
    code: list[str] = []
    for number, line in _statements(path):
        if match := _IMPORT.match(line):
            names = tuple(name.strip() for name in match[1].split(",") if name.strip())
            imports.append(((path.parent / match[2]).resolve(), names))
            continue
        if match := _DECLARATION.match(line):
            declared.append(match[2])
            if match[1]:
                exports.add(match[2])
                line = line.removeprefix("export ")
        elif _DECLARES.match(line):
            raise NotUnderstood(f"{path.name}:{number}: {line.strip()}")
        if _MODULE_WORD.search(line) or line.count("`") % 2:
            raise NotUnderstood(f"{path.name}:{number}: {line.strip()}")
        code.append(_without_blanks(_TYPE.sub("", line.strip())))
    return _Module(tuple(imports), frozenset(exports), tuple(declared), "\n".join(code))


def _statements(path: Path) -> list[tuple[int, str]]:
    """The lines that are code, with their numbers; an import over several lines comes as one."""
    found: list[tuple[int, str]] = []
    in_comment = False
    pending = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        bare = line.strip()
        if in_comment or bare.startswith("/*"):
            in_comment = "*/" not in bare
            if not in_comment and not bare.endswith("*/"):
                raise NotUnderstood(f"{path.name}:{number}: code after a comment")
            continue
        if not bare or bare.startswith("//"):
            continue
        if pending or line.startswith("import {"):
            pending = f"{pending} {bare}".strip()
            if pending.endswith(";"):
                found.append((number, pending))
                pending = ""
            continue
        found.append((number, line))
    if in_comment or pending:
        raise NotUnderstood(f"{path.name}: ends in the middle of a comment or an import")
    return found


def _without_breaks(code: str) -> str:
    """The script without line breaks after a sign that ends nothing by itself, or has ended it already."""
    return _BREAK.sub(r"\1", code)


def _without_blanks(line: str) -> str:
    """A line of code without the blanks around signs. Plain strings stay as they are; from the first other string,
    pattern or division on, so does the rest of the line."""
    kept = ""
    while piece := _PIECE.match(line):
        kept += piece[0] if piece[0].startswith("'") else _BLANKS.sub(r"\1", piece[0])
        line = line[piece.end() :]
    return kept + line
