"""Joins the ES modules of a page into one short script, so that a phone needs one request. Knows a small, strict subset
of modules and raises on anything else; it is no general bundler.

What it understands, each statement starting at the beginning of a line:
`import { a, b } from './other.js';` and `export function|const|let|class|async function`. All modules end up in one
scope, so two of them may not declare the same name at their top level. What it is made of is made short by
`shortening`; `origins` tells where a line of the result came from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from polling import shortening

_IMPORT = re.compile(r"^import \{ (\w+(?:, \w+)*),? \} from '(\.{1,2}/[\w./-]+\.js)';$")
_DECLARATION = re.compile(r"^(export )?(?:async function|function|const|let|class) (\w+)")
_DECLARES = re.compile(r"^(?:export |import\b|async |function\b|const\b|let\b|var\b|class\b)")
_MODULE_WORD = re.compile(r"^\s+(?:import|export)\b|\bimport\s*\(|\bimport\.meta\b")


class NotUnderstood(Exception):
    """A module holds something that cannot be joined; the message names file and line."""


@dataclass(frozen=True)
class _Module:
    imports: tuple[tuple[Path, tuple[str, ...]], ...]
    exports: frozenset[str]
    declared: tuple[str, ...]
    lines: tuple[tuple[int, str], ...]


def join(entry: Path) -> str:
    """The script of `entry` and everything it imports, each module once, imported ones first."""
    return "\n".join(text for _, text in _joined(entry))


def origins(entry: Path) -> list[str]:
    """Where each line of the script that `join` gives began, such as `view.js:12`."""
    return [origin for origin, _ in _joined(entry)]


def _joined(entry: Path) -> list[tuple[str, str]]:
    modules: dict[Path, _Module] = {}
    _collect(entry.resolve(), modules, ())
    owners: dict[str, Path] = {}
    for path, module in modules.items():
        for name in module.declared:
            if name in owners:
                raise NotUnderstood(f"{path.name}: {name} is declared in {owners[name].name} too")
            owners[name] = path
    lines = [(f"{path.name}:{number}", text) for path, module in modules.items() for number, text in module.lines]
    try:
        short = shortening.shorten("\n".join(text for _, text in lines))
    except shortening.CannotShorten as refusal:
        raise NotUnderstood(f"{lines[min(refusal.line, len(lines) - 1)][0]}: {refusal}") from refusal
    return [(lines[line][0], text) for line, text in short]


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
    code: list[tuple[int, str]] = []
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
        code.append((number, line.strip()))
    return _Module(tuple(imports), frozenset(exports), tuple(declared), tuple(code))


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
