"""The wifi of the students as a code that a phone's camera understands. Pure text; it is never sent anywhere."""

from __future__ import annotations

import re

MAX_NAME_BYTES = 32
"""Of a wifi's name, as the standard has it."""
MIN_PASSWORD, MAX_PASSWORD = 8, 63
_SPECIAL = re.compile(r'([\\;,:"])')


def code(name: str, password: str) -> str:
    """What the code holds; "" without a name. Without a password the wifi is open."""
    if not name:
        return ""
    secured = f"T:WPA;S:{_escaped(name)};P:{_escaped(password)};;" if password else f"T:nopass;S:{_escaped(name)};;"
    return f"WIFI:{secured}"


def is_possible(name: str, password: str) -> bool:
    """Whether a wifi can have this name and password; no name at all means that there is none."""
    if not name:
        return not password
    is_name = len(name.encode()) <= MAX_NAME_BYTES and name.isprintable()
    is_password = not password or (MIN_PASSWORD <= len(password) <= MAX_PASSWORD and password.isprintable())
    return is_name and is_password


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
