"""The teacher's remotes: which code may pair one, which of them steer, and whether a command is theirs. No sockets and
no clock: times come in as seconds that only grow.

Theory of operation. The laptop shows a secret in a QR code, for a minute and for one phone. The phone does not say the
secret: it proves that it has it (`Pair.proof`), and both sides make the remote's key from it and a random number of
each. So who listens on the network learns no key. Before the remote may steer, the teacher says yes on the laptop,
where the two digits stand that the phone shows. Each command of a remote is sealed with its key and a number that only
rises: one that was changed, or comes again, or comes late, is not obeyed. Nothing of this is kept when the server
stops.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

from polling.wire import Pair, Paired, RemoteView, Sealed, Steer

PAIR_WITHIN_S = 60.0
"""A code that nobody scanned for so long is worth nothing."""
MOST_REMOTES = 8


@dataclass(slots=True)
class Remote:
    """One phone of the teacher. `last` is the highest number it used."""

    id: str
    key: bytes
    is_in: bool = False
    last: int = 0

    @property
    def digits(self) -> str:
        """What stands on the phone and on the laptop, so that the teacher knows which phone asks."""
        return f"{int(_proof(self.key, 'digits')[:8], 16) % 100:02}"


class Remotes:
    """All remotes of one server."""

    def __init__(self, new_secret: Callable[[], str]) -> None:
        self._new_secret = new_secret
        self._offered = ""
        self._until_s = 0.0
        self._remotes: dict[str, Remote] = {}
        self._count = 0

    def offer(self, now_s: float) -> str:
        """A new secret for the QR code; the one before is worth nothing any more."""
        self._offered, self._until_s = self._new_secret(), now_s + PAIR_WITHIN_S
        return self._offered

    def pair(self, asked: Pair, now_s: float) -> tuple[Remote, Paired] | None:
        """A new remote that asks to be let in, and what it is told; None when its proof is not that of the code that
        stands open. A code that was shown wrongly once is closed too."""
        secret, self._offered = self._offered, ""
        is_right = _is(asked.proof, secret.encode(), f"pair.{asked.nonce}")
        if not secret or now_s > self._until_s or not is_right or len(self._remotes) >= MOST_REMOTES:
            return None
        self._count += 1
        nonce = self._new_secret()
        key = bytes.fromhex(_proof(secret.encode(), f"key.{asked.nonce}.{nonce}"))
        remote = Remote(f"r{self._count}", key)
        self._remotes[remote.id] = remote
        return remote, Paired(remote=remote.id, nonce=nonce)

    def steers(self, asked: Steer) -> Remote | None:
        """The remote that comes back; None when it is not known, or this is not its word."""
        remote = self._remotes.get(asked.remote)
        return remote if remote is not None and _is_next(remote, asked.n, "steer", asked.proof) else None

    def opened(self, remote: Remote, sealed: Sealed) -> str | None:
        """The command in a seal; None when it is not to be obeyed."""
        is_known = self._remotes.get(remote.id) is remote and remote.is_in
        return sealed.body if is_known and _is_next(remote, sealed.n, sealed.body, sealed.proof) else None

    def judge(self, remote: str, yes: bool) -> bool:
        """Let a remote steer, or send it away; False when there is none of this id."""
        if remote not in self._remotes:
            return False
        if yes:
            self._remotes[remote].is_in = True
        else:
            del self._remotes[remote]
        return True

    def has(self, remote: Remote) -> bool:
        """True until it is sent away."""
        return self._remotes.get(remote.id) is remote

    @property
    def views(self) -> tuple[RemoteView, ...]:
        """What teacher screens are told of them."""
        return tuple(RemoteView(id=each.id, digits=each.digits, is_in=each.is_in) for each in self._remotes.values())


def _is_next(remote: Remote, number: int, body: str, proof: str) -> bool:
    if number <= remote.last or not _is(proof, remote.key, f"{number}.{body}"):
        return False
    remote.last = number
    return True


def _is(given: str, key: bytes, text: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), _proof(key, text).encode())


def _proof(key: bytes, text: str) -> str:
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
