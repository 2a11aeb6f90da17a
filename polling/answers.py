"""What one participant sends for one question in one round: always the whole value. Pure values.

The limits in the types are for reading what somebody sent: wide enough for every honest phone, and small enough that
cleaning and checking it costs nothing.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

Place = Annotated[int, msgspec.Meta(ge=0, le=99)]
TypedWord = Annotated[str, msgspec.Meta(max_length=200)]
TypedText = Annotated[str, msgspec.Meta(max_length=2_000)]


class Choice(msgspec.Struct, frozen=True, tag_field="kind", tag="choice", forbid_unknown_fields=True):
    """The chosen options, by their place on the board (0 is A). Several only where the question allows it."""

    options: Annotated[tuple[Place, ...], msgspec.Meta(max_length=16)]


class Words(msgspec.Struct, frozen=True, tag_field="kind", tag="words", forbid_unknown_fields=True):
    """All words this participant wants on the web now; a word left out is withdrawn."""

    words: Annotated[tuple[TypedWord, ...], msgspec.Meta(max_length=50)]


class Text(msgspec.Struct, frozen=True, tag_field="kind", tag="text", forbid_unknown_fields=True):
    """The text of an open answer; an empty one takes the answer back."""

    text: TypedText


Value = Choice | Words | Text

MAX_WORD = 30
"""Characters in one word of a word web."""
MAX_TEXT = 240
"""Characters in an open answer."""
MAX_NAME = 20
"""Characters in a name."""
