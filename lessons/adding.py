"""Bringing a picture or video into a lesson: looked at by its content, copied below `media/` under a name of our own.

Decodes nothing. The name is `slug-<sha8>` and the ending that fits the content, so that the same file twice is one file
and two files with one name are two.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from pathlib import Path, PurePath
from typing import IO

from lessons import media
from lessons.archive import LARGEST_TOTAL
from lessons.model import Media, MediaKind
from lessons.problems import CannotOpen, CannotSave
from lessons.saving import replace_file

_CHUNK = 256 * 1024
_PICTURES = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF87a", ".gif"), (b"GIF89a", ".gif"))
_STILLS = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis"})
"""Pictures that begin like a film."""


def suffix_of(start: bytes) -> str:
    """The ending that fits a file which starts with these (at least 64) bytes; "" for what is not shown."""
    for sign, suffix in _PICTURES:
        if start.startswith(sign):
            return suffix
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return ".webp"
    if start[4:8] == b"ftyp" and start[8:12] not in _STILLS:
        return ".mov" if start[8:12] == b"qt  " else ".mp4"
    if start.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in start:
        return ".webm"
    return ""


def add_file(path: Path, folder: Path, wanted: MediaKind) -> Media:
    """Copy a picture or video into the lesson's folder. Raises CannotOpen for what is not of the wanted kind or cannot
    be read, and CannotSave when there is no room for it."""
    try:
        with path.open("rb") as file:
            return _added(file, path.name, folder, wanted)
    except OSError as reason:
        raise CannotOpen("file_unreadable", {"name": path.name, "reason": reason.strerror or str(reason)}) from reason


def add_bytes(data: bytes, name: str, folder: Path, wanted: MediaKind) -> Media:
    """Keep a picture or video that is not in a file, with the same care."""
    return _added(io.BytesIO(data), name, folder, wanted)


def _added(file: IO[bytes], name: str, folder: Path, wanted: MediaKind) -> Media:
    suffix = suffix_of(file.read(64))
    is_film = suffix in media.VIDEO_SUFFIXES
    if not suffix or is_film is not (wanted is MediaKind.VIDEO):
        raise CannotOpen(_refusal(wanted), {"target": name, "suffix": PurePath(name).suffix or name})
    if file.seek(0, io.SEEK_END) > LARGEST_TOTAL:
        raise CannotOpen("file_too_large", {"name": name, "limit": f"{LARGEST_TOTAL // 1024 // 1024} MB"})
    file.seek(0)
    sha = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        sha.update(chunk)
    stem = PurePath(name).stem
    target = f"media/{slug(stem)}-{sha.hexdigest()[:8]}{suffix}"
    file.seek(0)
    _keep(file, folder / target)
    return Media(kind=MediaKind.VIDEO if is_film else MediaKind.PICTURE, target=target, alt=_described(stem))


def _refusal(wanted: MediaKind) -> str:
    return "video_does_not_play" if wanted is MediaKind.VIDEO else "picture_does_not_show"


def _keep(file: IO[bytes], place: Path) -> None:
    if place.exists():
        return

    def write(copy: IO[bytes]) -> None:
        while chunk := file.read(_CHUNK):
            copy.write(chunk)

    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(place, write)
    except OSError as reason:
        raise CannotSave("file_unwritable", {"name": place.name, "reason": reason.strerror or str(reason)}) from reason


def slug(text: str) -> str:
    """Text as a part of a file name that every system can hold; "media" when nothing is left of it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "media"


def _described(stem: str) -> str:
    """What a file is called, as a description: words, not the number of a camera."""
    words = " ".join(re.split(r"[\s_-]+", stem)).strip()
    return (
        words
        if re.search(r"[^\W\d_]{3}", words) and not re.match(r"(?i)(img|dsc|screenshot|schermafbeelding)", words)
        else ""
    )
