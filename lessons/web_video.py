"""Addresses of films on the web: which film of YouTube one names, and from where it plays. Opens nothing."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import msgspec

from lessons.media import is_web_address

_HOSTS = frozenset({"youtube.com", "youtube-nocookie.com"})
_SHORT = "youtu.be"
_FOLDERS = frozenset({"embed", "shorts", "live", "v"})
_ID = re.compile(r"[A-Za-z0-9_-]{6,20}")
_MOMENT = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?")


class WebVideo(msgspec.Struct, frozen=True):
    """A film of YouTube by its id, from a moment in seconds."""

    id: str
    start_s: float = 0.0


def youtube(address: str) -> WebVideo | None:
    """The film of YouTube that an address names; None for every other one, a list or a channel too."""
    if not is_web_address(address):
        return None
    try:
        parts = urlsplit(address)
        asked = parse_qs(parts.query, max_num_fields=30)
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("music.")
    found = _id(host, [name for name in parts.path.split("/") if name], asked.get("v", [""])[0])
    if not _ID.fullmatch(found):
        return None
    moments = asked.get("t", []) + asked.get("start", [])
    return WebVideo(found, _seconds(moments[0]) if moments else 0.0)


def _id(host: str, path: list[str], asked: str) -> str:
    if host == _SHORT:
        return path[0] if len(path) == 1 else ""
    if host not in _HOSTS:
        return ""
    if path == ["watch"]:
        return asked
    return path[1] if len(path) == 2 and path[0] in _FOLDERS else ""


def _seconds(moment: str) -> float:
    """`90`, `90s` or `1h2m3s`; 0 for what is no moment."""
    found = _MOMENT.fullmatch(moment.strip().lower())
    if found is None:
        return 0.0
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return float(hours * 3600 + minutes * 60 + seconds)
