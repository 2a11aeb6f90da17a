"""Where this server is: the addresses phones may use, the one they are told, and which Host and Origin headers are
ours. No sockets; the addresses are found elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from polling import addresses
from polling.addresses import LOOPBACK, Address
from polling.wire import AddressPart, AddressView


class Hosts:
    """The addresses of one server. `port` and what was found are known once it listens."""

    def __init__(self) -> None:
        self.port = 0
        self._found: tuple[Address, ...] = ()
        self._chosen: str | None = None
        self._own: frozenset[str] = frozenset()

    def find(self, found: Sequence[Address], port: int) -> bool:
        """These are the addresses now, best first. False when nothing changed."""
        if tuple(found) == self._found and port == self.port:
            return False
        self._found, self.port = tuple(found), port
        self._own = frozenset(_own([each.host for each in found], port))
        return True

    def choose(self, host: str) -> bool:
        """Tell phones this address from now on. False when it is not one of ours."""
        if all(each.host != host for each in self._found):
            return False
        self._chosen = host
        return True

    @property
    def told(self) -> str:
        """The address that phones are told."""
        hosts = [each.host for each in self._found]
        return self._chosen if self._chosen in hosts else hosts[0]

    def join_url(self, room_code: str) -> str:
        """The address and room code in the QR code."""
        return addresses.join_url(self.told, self.port, room_code)

    def teacher_url(self, key: str) -> str:
        """The teacher page, with a key in the fragment, which never leaves the browser."""
        return f"{self._teacher_page}#{key}"

    @property
    def _teacher_page(self) -> str:
        return f"http://{addresses.typed(self.told, self.port)}/teacher"

    def is_here(self, host: str) -> bool:
        """True for an address of this laptop itself."""
        return host.startswith("127.") or host == "::1" or any(each.host == host for each in self._found)

    def part(self, room_code: str, key: str = "") -> AddressPart:
        """What teacher screens see of it; with a key where any device may steer that has it."""
        return AddressPart(
            revision=0,
            join_url=self.join_url(room_code),
            teacher_url=self.teacher_url(key) if key else self._teacher_page,
            typed=addresses.typed(self.told, self.port),
            room_code=room_code,
            host=self.told,
            port=self.port,
            addresses=tuple(AddressView(host=each.host, name=each.name) for each in self._found),
        )

    def own(self, given: Sequence[str]) -> str | None:
        """The Host of a request, from all its Host headers: None unless there is one and it is ours to the letter.
        A name that leads here is not enough; that is how a foreign page would reach us."""
        return given[0] if len(given) == 1 and given[0].lower() in self._own else None


def is_own_origin(given: Sequence[str], host: str) -> bool:
    """Whether a websocket comes from a page of ours: its one Origin header names the host it speaks to."""
    return list(given) == [f"http://{host}"]


def _own(hosts: Iterable[str], port: int) -> Iterator[str]:
    for host in (*hosts, LOOPBACK, "localhost"):
        bare = f"[{host.lower()}]" if ":" in host else host.lower()
        yield f"{bare}:{port}"
        if port == 80:
            yield bare
