"""Bytes as text, whoever saved them. No files, no Markdown."""

from __future__ import annotations

import codecs

from lessons.problems import Problem, warning


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Bytes as text; a byte order mark and the line ends stay in it. Never raises."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(mark):
            return data.decode("utf-16", errors="replace"), (warning("not_utf8", encoding="UTF-16"),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as reason:
        line = data.count(b"\n", 0, reason.start) + 1
    text = data.decode("cp1252", errors="replace")
    return text, (warning("not_utf8", line, encoding="Windows-1252"),)
