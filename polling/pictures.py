"""Pictures as phones get them: scaled once, at most 60 kB, named by the hash of the original. No sockets."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageOps

from lessons.model import Lesson, MediaKind

MAX_BYTES = 60_000
"""A phone picture is no larger, so that thirty of them load over a crowded wifi."""
MAX_PIXELS = 50_000_000
"""A picture with more is not decoded."""
_SIDE = 1000
_QUALITIES = (82, 70, 58, 46, 34)

_log = logging.getLogger(__name__)


def paths(lesson: Lesson, hashes: Mapping[str, str]) -> dict[str, str]:
    """For each picture of a question or an option that is a file: its target -> its path on the server."""
    return {
        medium.target: f"/media/{hashes[medium.target][:32]}.jpg"
        for slide in lesson.slides
        if slide.asks
        for medium in slide.all_media
        if medium.kind is MediaKind.PICTURE and medium.target in hashes
    }


def for_phone(path: Path) -> bytes | None:
    """The picture as a JPEG of at most MAX_BYTES; None when it cannot be read or is too large to decode."""
    try:
        with Image.open(path) as original:
            if original.width * original.height > MAX_PIXELS:
                return None
            upright = ImageOps.exif_transpose(original).convert("RGBA")
            upright.thumbnail((_SIDE, _SIDE))
            return _small(_on_white(upright))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as reason:
        _log.info("a picture cannot be shown on phones: %s", type(reason).__name__)
        return None


def _on_white(picture: Image.Image) -> Image.Image:
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _small(picture: Image.Image) -> bytes:
    while True:
        for quality in _QUALITIES:
            encoded = io.BytesIO()
            picture.save(encoded, "JPEG", quality=quality, optimize=True, progressive=True)
            if encoded.tell() <= MAX_BYTES:
                return encoded.getvalue()
        picture = picture.resize((max(1, picture.width * 2 // 3), max(1, picture.height * 2 // 3)))
