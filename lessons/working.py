"""The working folder of an opened `.lesson`: where it is unpacked, and what keeps unsaved changes after a crash.

The folder is the autosave. A marker in it says which archive it was unpacked from and what its text then was, so that
opening the same lesson again can tell unsaved work from a mere copy. Unsaved work is never thrown away.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from pathlib import Path

import msgspec

from lessons.archive import LESSON_FILE, unpack
from lessons.problems import CannotOpen, Problem, warning
from lessons.saving import replace_bytes

MARKER_FILE = ".unpacked.json"


class Marker(msgspec.Struct, frozen=True):
    """The SHA-256 of the archive and of its text when the folder was last the same as the archive."""

    archive: str
    text: str


def folder_for(source: Path, work: Path) -> Path:
    """The working folder of the archive at this place; another place is another folder."""
    place = os.path.normcase(source.resolve())
    slug = re.sub(r"[^a-z0-9]+", "-", source.stem.lower()).strip("-")[:40] or "les"
    return work / f"{slug}-{hashlib.sha256(place.encode('utf-8', 'replace')).hexdigest()[:8]}"


def opened(source: Path, work: Path) -> tuple[Path, tuple[Problem, ...]]:
    """The working folder of the archive, unpacked; unsaved changes of an earlier time stay in it or beside it."""
    folder = folder_for(source, work)
    try:
        archive = hash_of(source)
        marker = _marker(folder)
        is_edited = marker is not None and _text_hash(folder) != marker.text
        if marker is not None and marker.archive == archive:
            return folder, (warning("autosave_kept", name=source.name),) if is_edited else ()
        part = _unpacked(source, folder.parent, archive)
        try:
            problems: tuple[Problem, ...] = ()
            if is_edited and _text_hash(folder) != _text_hash(part):  # the same text: only the marker came too late
                aside = _aside(folder)
                os.replace(folder, aside)
                problems = (warning("autosave_aside", name=source.name, folder=str(aside)),)
            if folder.exists():
                shutil.rmtree(folder)
            os.replace(part, folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as reason:
        raise CannotOpen("file_unreadable", {"name": source.name, "reason": reason.strerror or str(reason)}) from reason
    return folder, problems


def mark(source: Path, folder: Path) -> None:
    """Note that the folder and the archive are now the same. Raises OSError."""
    replace_bytes(folder / MARKER_FILE, msgspec.json.encode(Marker(hash_of(source), _text_hash(folder))))


def hash_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _text_hash(folder: Path) -> str:
    file = folder / LESSON_FILE
    return hash_of(file) if file.is_file() else ""


def _marker(folder: Path) -> Marker | None:
    try:
        return msgspec.json.decode((folder / MARKER_FILE).read_bytes(), type=Marker)
    except (OSError, msgspec.DecodeError):
        return None


def _aside(folder: Path) -> Path:
    """A free name beside the folder."""
    number = 1
    while (aside := folder.with_name(f"{folder.name}-{number}")).exists():
        number += 1
    return aside


def _unpacked(source: Path, work: Path, archive: str) -> Path:
    """A new folder with all of the archive in it; none when the archive is refused."""
    work.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=".part-", dir=work))
    try:
        unpack(source, part)
        replace_bytes(part / MARKER_FILE, msgspec.json.encode(Marker(archive, _text_hash(part))))
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return part
