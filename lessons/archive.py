"""The `.lesson` archive: read with suspicion, written byte for byte the same each time. Reads no Markdown.

A lesson comes from a colleague, a website or a USB stick, so an archive is refused as a whole before anything of it is
unpacked: for a name that could lead elsewhere or that two systems see differently, for links, encryption and odd
compression, for sizes and counts that a lesson does not have. Sizes can lie, so they are counted again while reading.
"""

from __future__ import annotations

import os
import stat
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path
from typing import IO, NoReturn

from lessons.media import is_safe_name, is_safe_path
from lessons.problems import CannotOpen

LESSON_FILE = "lesson.md"
MIMETYPE_FILE = "mimetype"
MIMETYPE = b"application/vnd.klassikaal.lesson+zip"

MOST_ENTRIES = 2000
LARGEST_DIRECTORY = 1024 * 1024
LARGEST_TEXT = 4 * 1024 * 1024
LARGEST_TOTAL = 500 * 1024 * 1024
MOST_RATIO = 100
RATIO_FROM = 1024 * 1024
_CHUNK = 256 * 1024
_DATE = (1980, 1, 1, 0, 0, 0)
_END = struct.Struct("<4s4H2LH")
_END_SIGN, _ZIP64_SIGN = b"PK\5\6", b"PK\6\7"
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_ARCHIVES = (".zip", ".lesson", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".jar")


def unpack(path: Path, folder: Path) -> None:
    """Unpack the text and the media into an empty folder. Raises CannotOpen or OSError; then it may hold a part."""
    try:
        with path.open("rb") as file:
            _check_end(file, path)
            with zipfile.ZipFile(file) as archive:
                _unpack(archive, path, folder)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, ValueError) as reason:
        raise CannotOpen("archive_broken", {"name": path.name}) from reason


def is_archive(data: bytes) -> bool:
    """True when a file that starts like this is a zip."""
    return data.startswith(b"PK")


def _refuse(code: str, path: Path, **parameters: str | int) -> NoReturn:
    raise CannotOpen(code, {"name": path.name, **parameters})


def _check_end(file: IO[bytes], path: Path) -> None:
    """Look at the archive's last record before anything is built from it: how much is there to read at all?"""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END.size - 20))
    tail = file.read()
    record = tail[-_END.size :]
    if len(record) < _END.size or not record.startswith(_END_SIGN):
        _refuse("archive_broken", path)
    _, _, _, _, count, directory_size, offset, _ = _END.unpack(record)
    if count > MOST_ENTRIES or tail.startswith(_ZIP64_SIGN):
        _refuse("archive_too_many", path, limit=MOST_ENTRIES)
    if directory_size > LARGEST_DIRECTORY or offset + directory_size + _END.size != size:
        _refuse("archive_broken", path)
    file.seek(0)


def _unpack(archive: zipfile.ZipFile, path: Path, folder: Path) -> None:
    entries = archive.infolist()
    _check(entries, path)
    _check_overlap(entries, archive.start_dir, path)
    wanted = [entry for entry in entries if entry.filename == LESSON_FILE or is_safe_path(entry.filename)]
    if LESSON_FILE not in {entry.filename for entry in wanted}:
        _refuse("no_lesson_inside", path)
    left = LARGEST_TOTAL
    for entry in wanted:
        target = folder.joinpath(*entry.filename.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        left -= _copy(archive, entry, target, min(left, entry.file_size), path)


def _copy(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, limit: int, path: Path) -> int:
    """Unpack one entry; how many bytes it held, which is never more than the limit."""
    count = 0
    with archive.open(entry) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK):
            count += len(chunk)
            if count > limit:
                _refuse("archive_too_large", path, limit=f"{LARGEST_TOTAL // 1024 // 1024} MB")
            file.write(chunk)
    if count != entry.file_size:
        _refuse("archive_broken", path)
    return count


def _check(entries: list[zipfile.ZipInfo], path: Path) -> None:
    """Refuse the archive when any entry is not what a lesson holds."""
    seen: set[str] = set()
    folders: set[str] = set()
    total = 0
    for entry in entries:
        _check_entry(entry, path)
        name = _folded(entry.filename.rstrip("/"))
        if name in seen or (name in folders and not entry.is_dir()):
            _refuse("archive_same_names", path, entry=entry.filename)
        parents = {name[:place] for place, sign in enumerate(name) if sign == "/"}
        if parents & seen:
            _refuse("archive_same_names", path, entry=entry.filename)
        if entry.is_dir():
            folders.add(name)
        else:
            seen.add(name)
        folders |= parents
        total += entry.file_size
    if total > LARGEST_TOTAL:
        _refuse("archive_too_large", path, limit=f"{LARGEST_TOTAL // 1024 // 1024} MB")


def _check_entry(entry: zipfile.ZipInfo, path: Path) -> None:
    name = entry.orig_filename
    if entry.flag_bits & _ENCRYPTED:
        _refuse("archive_encrypted", path)
    mode = stat.S_IFMT(entry.external_attr >> 16)
    if mode not in (0, stat.S_IFREG, stat.S_IFDIR):
        _refuse("archive_link", path, entry=name)
    if not all(is_safe_name(part) for part in name.removesuffix("/").split("/")):
        _refuse("archive_unsafe_name", path, entry=name)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        _refuse("archive_compression", path, entry=name)
    if name.lower().endswith(_ARCHIVES):
        _refuse("archive_nested", path, entry=name)
    if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        _refuse("archive_bomb", path, entry=name)
    if name == LESSON_FILE and entry.file_size > LARGEST_TEXT:
        _refuse("archive_too_large", path, limit=f"{LARGEST_TEXT // 1024 // 1024} MB")


def _folded(name: str) -> str:
    """The name as the least careful of all systems sees it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", name).casefold())


def _check_overlap(entries: list[zipfile.ZipInfo], directory: int, path: Path) -> None:
    """Refuse entries that share bytes: a small archive could unpack to an endless one."""
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            _refuse("archive_broken", path)
        end = entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size
    if end > directory:
        _refuse("archive_broken", path)


def pack(text: bytes, folder: Path, file: IO[bytes]) -> None:
    """Write the archive of this text and the media in the folder; the same content gives the same bytes."""
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(_entry(MIMETYPE_FILE, zipfile.ZIP_STORED), MIMETYPE)
        archive.writestr(_entry(LESSON_FILE, zipfile.ZIP_DEFLATED), text)
        for name in media_in(folder):
            entry = _entry(name, zipfile.ZIP_STORED)
            entry.file_size = (folder / name).stat().st_size
            with (folder / name).open("rb") as source, archive.open(entry, "w") as target:
                while chunk := source.read(_CHUNK):
                    target.write(chunk)


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = compression
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


def media_in(folder: Path) -> list[str]:
    """The files below `media/` that a lesson can hold, as relative paths in order. Links are not followed."""
    found = []
    for base, folders, files in os.walk(folder / "media"):
        folders[:] = [each for each in folders if not (Path(base) / each).is_symlink()]
        for each in files:
            path = Path(base) / each
            name = path.relative_to(folder).as_posix()
            if is_safe_path(name) and path.is_file() and not path.is_symlink() and not name.lower().endswith(_ARCHIVES):
                found.append(name)
    return sorted(found)
