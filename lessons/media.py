"""Addresses of pictures and videos: which kind each is, and whether it may be opened. Opens nothing."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from lessons.model import Media, MediaKind

PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
"""The picture files that are shown."""
VIDEO_SUFFIXES = frozenset({".mp4", ".m4v", ".webm", ".mov"})
"""The video files that play."""
SUBTITLE_SUFFIXES = frozenset({".vtt", ".srt"})
"""The subtitle files that are read."""

OTHER_VIDEO_SUFFIXES = frozenset({".avi", ".wmv", ".flv", ".mpg", ".mpeg", ".mkv", ".3gp", ".ogv", ".ts", ".vob"})
"""Videos too, but ones that do not play; known so that the slide says so."""

_WEB_VIDEO_HOSTS = frozenset({"youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com"})
_WEB_ADDRESS = re.compile(r"https://[\w-]+(?:\.[\w-]+)*(?::[0-9]{1,5})?(?:[/?#][^\s<>\"\\\\^`{|}]*)?", re.IGNORECASE)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


def suffix(target: str) -> str:
    """The file name's ending in small letters, dot included; "" when there is none."""
    path = unquote(urlsplit(target).path) if is_web_address(target) else target
    return PurePosixPath(path).suffix.lower()


def is_web_address(target: str) -> bool:
    """True for an https address with a named host, and without a user name in it."""
    return _WEB_ADDRESS.fullmatch(target) is not None


def is_safe_name(name: str) -> bool:
    """True for one part of a path that every system can hold as it is written: no devices, no dots alone, no trailing
    dot or space, no signs that Windows forbids."""
    if not name or name in {".", ".."} or name[0] == " " or name[-1] in " .":
        return False
    return not _FORBIDDEN.search(name) and not _DEVICE.fullmatch(name) and len(name.encode()) <= 200


def is_safe_path(target: str) -> bool:
    """True for a relative path below `media/` that cannot lead out of the lesson on any system."""
    parts = target.split("/")
    return len(parts) >= 2 and parts[0] == "media" and len(parts) <= 8 and all(is_safe_name(part) for part in parts)


def is_safe(target: str) -> bool:
    """True for what a lesson may point at: a path below `media/`, or an https address."""
    return is_web_address(target) or is_safe_path(target)


def kind_of(target: str) -> MediaKind:
    """How an address is shown; what is not a video is a picture."""
    if is_web_address(target):
        host = (urlsplit(target).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("player.")
        if host in _WEB_VIDEO_HOSTS:
            return MediaKind.WEB_VIDEO
    return MediaKind.VIDEO if suffix(target) in VIDEO_SUFFIXES | OTHER_VIDEO_SUFFIXES else MediaKind.PICTURE


def medium(source: str, alt: str = "") -> Media:
    """The medium at an address as Markdown gives it: a file's path is unquoted, a web address stays as it is."""
    target = source if is_web_address(source) else unquote(source, errors="replace").removeprefix("./")
    return Media(kind=kind_of(target), target=target, alt=" ".join(alt.split()))
