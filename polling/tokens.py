"""The secrets of a session: participant tokens, the teacher's key, the room code. All random numbers come from here."""

from __future__ import annotations

import hashlib
import hmac
import random
import secrets

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_token() -> str:
    """A participant's secret: 128 random bits as 32 hexadecimal digits."""
    return secrets.token_hex(16)


def digest(token: str) -> str:
    """How a token is stored: its SHA-256 in hexadecimal. The token has 128 random bits, so no salt is needed."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def new_key() -> str:
    """The teacher's key: 128 random bits, safe in an address."""
    return secrets.token_urlsafe(16)


def is_key(given: str, key: str) -> bool:
    """Whether this is the teacher's key, compared in constant time."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), key.encode())


def new_room_code() -> str:
    """Four digits, the first of them not 0: it keeps the next classroom out and is no secret."""
    return str(secrets.randbelow(9000) + 1000)


def new_session_id() -> str:
    """A name for a session that a person can read aloud: ten letters and digits that are hard to confuse."""
    return "".join(secrets.choice(_LETTERS) for _ in range(10))


def shuffled(count: int) -> tuple[int, ...]:
    """The places 0 to count-1 in a random order."""
    places = list(range(count))
    random.SystemRandom().shuffle(places)
    return tuple(places)
