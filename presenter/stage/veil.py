"""What is left of a picture when nothing that students typed may be seen: counts and bars, and no word of theirs. Pure.

A veiled content is made anew from what the lesson and the counts say, so that a field that comes later is not shown by
itself.
"""

from __future__ import annotations

from dataclasses import replace

from presenter.stage.content import Content, JoinContent, OpenContent, WebContent


def veiled(content: Content) -> Content:
    """The content without what students typed. One that holds nothing of theirs comes back as it is."""
    match content:
        case WebContent():
            return _without_words(content)
        case OpenContent():
            return _without_cards(content)
        case JoinContent():
            joined = content.hidden_names or len(content.names)
            return replace(content, names=(), hidden_names=joined)
        case _:
            return content


def _without_words(content: WebContent) -> WebContent:
    return WebContent(
        web=content.web.emptied(),
        question=content.question,
        context=content.context,
        words=content.words,
        participants=content.participants,
        timer=content.timer,
        is_hidden=content.participants > 0,
    )


def _without_cards(content: OpenContent) -> OpenContent:
    return OpenContent(
        question=content.question,
        overline=content.overline,
        context=content.context,
        picture=content.picture,
        answered=content.answered,
        note=content.note,
        timer=content.timer,
        is_hidden=content.cards is not None or content.is_hidden,
    )
