"""What one participant sends for one question in one round: always the whole value. Pure values."""

from __future__ import annotations

import msgspec


class Choice(msgspec.Struct, frozen=True, tag_field="kind", tag="choice", forbid_unknown_fields=True):
    """The chosen options, by their place on the board (0 is A). Several only where the question allows it."""

    options: tuple[int, ...]


class Words(msgspec.Struct, frozen=True, tag_field="kind", tag="words", forbid_unknown_fields=True):
    """All words this participant wants on the web now; a word left out is withdrawn."""

    words: tuple[str, ...]


class Text(msgspec.Struct, frozen=True, tag_field="kind", tag="text", forbid_unknown_fields=True):
    """The text of an open answer; an empty one takes the answer back."""

    text: str


Value = Choice | Words | Text

MAX_WORD = 30
"""Characters in one word of a word web."""
MAX_TEXT = 240
"""Characters in an open answer."""
MAX_NAME = 20
"""Characters in a name."""
