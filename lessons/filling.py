"""Filling the gaps of a slide: a slide goes in, an edited slide comes out. Opens no files."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from lessons import media, slides
from lessons.guarding import image
from lessons.model import Kind, Media, MediaKind, Option, Slide
from lessons.writing import source_of

_IMAGE = re.compile(r"!\[(?P<alt>[^\]\[\n]*)\]\((?P<target><[^<>\n]*>|[^()\s]+)\)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def marked(slide: Slide, right: Iterable[int]) -> Slide:
    """The slide as a quiz of which these options (places from 0) are right; none means: not chosen yet."""
    places = set(right)
    options = tuple(
        replace(option, right=place in places if places else None) for place, option in enumerate(slide.options)
    )
    return _settled(replace(slide, kind=Kind.QUIZ, options=options))


def polled(slide: Slide) -> Slide:
    """The slide as a poll: no option is right."""
    options = tuple(replace(option, right=None) for option in slide.options)
    return _settled(replace(slide, kind=Kind.POLL, options=options))


def with_medium(slide: Slide, medium: Media) -> Slide:
    """The slide with this picture or video under its text."""
    body = "\n\n".join(part for part in (slide.body, image(medium)) if part)
    return _settled(replace(slide, body=body))


def exchanged(slide: Slide, target: str, medium: Media) -> Slide:
    """The slide with this medium wherever `target` stood. A description that was there stays."""

    def changed(text: str) -> str:
        return _IMAGE.sub(lambda match: _exchanged(match, target, medium), text)

    def option_of(option: Option) -> Option:
        picture = option.picture
        if picture is not None and picture.target == target:
            picture = replace(medium, alt=picture.alt or medium.alt)
        return replace(option, picture=picture, feedback=changed(option.feedback))

    settings = slide.settings
    if settings.poster == target:
        settings = replace(settings, poster=medium.target)
    options = tuple(option_of(option) for option in slide.options)
    return _settled(
        replace(
            slide, body=changed(slide.body), explanation=changed(slide.explanation), options=options, settings=settings
        )
    )


def video_at(address: str) -> Media | None:
    """The video at an address as a teacher pastes it; None for what is no address of a video that can be shown."""
    typed = address.strip()
    if typed.lower().startswith("http://"):
        typed = typed[len("http://") :]
    target = typed if _SCHEME.match(typed) else f"https://{typed}"
    if not media.is_web_address(target):
        return None
    found = media.medium(target)
    is_shown = found.kind is MediaKind.WEB_VIDEO or media.suffix(target) in media.VIDEO_SUFFIXES
    return found if is_shown else None


def _exchanged(match: re.Match[str], target: str, medium: Media) -> str:
    if media.medium(match["target"].strip("<>")).target != target:
        return match[0]
    written = image(replace(medium, alt=""))
    return written.replace("![]", f"![{match['alt']}]", 1) if match["alt"] else image(medium)


def _settled(slide: Slide) -> Slide:
    """The slide as it reads once it has been written: what is seen is what is saved."""
    end = "\r\n" if "\r\n" in slide.source else "\n"
    source = source_of(replace(slide, media=()), end)  # they stand in the body, which may have changed
    return replace(slides.read(source, slide.line).slide, lead=slide.lead)
