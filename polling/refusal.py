"""Why something that was asked is not done: a code with parameters, for the reader's own catalogue. Pure."""

from __future__ import annotations

import msgspec


class Refused(msgspec.Struct, frozen=True):
    """What was asked cannot be done now; nothing changed. `code` is one of docs/protocol.md."""

    code: str
    parameters: dict[str, str | int] = {}
