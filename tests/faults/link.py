"""A network that loses: two network namespaces, joined by a process that passes packets on, late, twice, or not at all.

`python -m tests.faults.link NAME` makes the namespaces NAME-laptop and NAME-phones, says "ready", and then obeys one
word on a line: `fine`, `poor` (loses 5 %, repeats 2 %, delays each by 100 ms more or less, so that they overtake each
other) or `dark` (nothing comes through, and nobody is told). It ends, and takes the namespaces away, when its standard
input closes. Linux as root only; nothing outside its own namespaces is touched.
"""

from __future__ import annotations

import contextlib
import ctypes
import heapq
import os
import random
import select
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import IO

from tests.polling_process import HOUSE

LAPTOP, PHONES = "10.99.0.1", "10.99.0.2"
LOSES, REPEATS, DELAY_S, JITTER_S = 0.05, 0.02, 0.1, 0.05
PACKET_BYTES = 4096
QUEUE = 5000
"""Packets under way at most; more are lost, as in a real network."""
_TUNSETIFF, _IFF_TUN, _IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
_CLONE_NEWNET = 0x40000000


class Link:
    """A link that is up while the context lasts. `laptop` and `phones` are commands to run something at either end."""

    def __init__(self) -> None:
        self._name = f"kk{os.getpid()}"
        self.laptop = ("ip", "netns", "exec", f"{self._name}-laptop")
        self.phones = ("ip", "netns", "exec", f"{self._name}-phones")
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Link:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.link", self._name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=HOUSE,
        )
        assert _pipe(self._process.stdout).readline() == b"ready\n"
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process is not None
        _pipe(self._process.stdin).close()
        self._process.wait(10)
        _pipe(self._process.stdout).close()
        for name in _names(self._name):
            subprocess.run(["ip", "netns", "delete", name], capture_output=True)

    def is_(self, word: str) -> None:
        """Let the network be fine, poor or dark."""
        assert self._process is not None
        _pipe(self._process.stdin).write(f"{word}\n".encode())
        _pipe(self._process.stdin).flush()

    @contextlib.contextmanager
    def at_the_laptop(self) -> Iterator[None]:
        """Sockets that this thread opens now are the laptop's."""
        with entered(f"{self._name}-laptop"):
            yield


@contextlib.contextmanager
def entered(namespace: str) -> Iterator[None]:
    """Sockets that this thread opens now are in this network namespace."""
    here = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{namespace}", os.O_RDONLY)
    try:
        _enter(there)
        yield
    finally:
        _enter(here)
        os.close(here)
        os.close(there)


class Wire:
    """What lies between the two ends."""

    def __init__(self, ends: tuple[int, int]) -> None:
        self._other = {ends[0]: ends[1], ends[1]: ends[0]}
        self._underway: list[tuple[float, int, int, bytes]] = []
        self._count = 0
        self.mood = "fine"

    def carry(self) -> bool:
        """Take in and give out what there is; False when standard input has closed."""
        wait_s = self._underway[0][0] - time.monotonic() if self._underway else 1.0
        ready, _, _ = select.select([*self._other, sys.stdin.fileno()], [], [], max(0.0, wait_s))
        for end in ready:
            if end == sys.stdin.fileno():
                word = os.read(end, 100).decode().split()
                if not word:
                    return False
                self.mood = word[-1]
            else:
                self._take(self._other[end], os.read(end, PACKET_BYTES))
        while self._underway and self._underway[0][0] <= time.monotonic():
            _, _, target, packet = heapq.heappop(self._underway)
            with contextlib.suppress(OSError):
                os.write(target, packet)
        return True

    def _take(self, target: int, packet: bytes) -> None:
        if self.mood == "dark" or (self.mood == "poor" and random.random() < LOSES) or len(self._underway) > QUEUE:
            return
        copies = 2 if self.mood == "poor" and random.random() < REPEATS else 1
        for _ in range(copies):
            self._count += 1
            late_s = DELAY_S + random.uniform(-JITTER_S, JITTER_S) if self.mood == "poor" else 0.0
            heapq.heappush(self._underway, (time.monotonic() + late_s, self._count, target, packet))


def serve(name: str) -> None:
    """Make the namespaces, carry packets until told to end, take the namespaces away."""
    names = _names(name)
    try:
        for each in names:
            _ip("netns", "add", each)
        ends = (_end(names[0], LAPTOP, PHONES), _end(names[1], PHONES, LAPTOP))
        print("ready", flush=True)
        wire = Wire(ends)
        while wire.carry():
            pass
    finally:
        for each in names:
            subprocess.run(["ip", "netns", "delete", each], capture_output=True)


def _end(name: str, here: str, there: str) -> int:
    """A tunnel device in this namespace; what is written to the file arrives there."""
    import fcntl  # which other systems have not

    end = os.open("/dev/net/tun", os.O_RDWR)
    device = name[-15:]
    fcntl.ioctl(end, _TUNSETIFF, struct.pack("16sH", device.encode(), _IFF_TUN | _IFF_NO_PI))
    _ip("link", "set", device, "netns", name)
    _ip("-n", name, "link", "set", "lo", "up")
    _ip("-n", name, "address", "add", here, "peer", there, "dev", device)
    _ip("-n", name, "link", "set", device, "up")
    return end


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True)


def _names(name: str) -> tuple[str, str]:
    return f"{name}-laptop", f"{name}-phones"


def _enter(namespace: int) -> None:
    if ctypes.CDLL(None, use_errno=True).setns(namespace, _CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


if __name__ == "__main__":
    serve(sys.argv[1])
