"""The phones of tap_to_paint.py as a process of their own: does what its standard input says, one line each, and prints
one line of JSON for it.

    join 30          let so many phones join
    poll s2 6        each phone answers the poll on slide s2 once, spread over 6 s; prints when each tap was sent
    words s3 6       each phone sends a word; prints [when, word] of each
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from typing import Any

from load import Client, Crowd, framed

WORDS = 60
"""So many different words come in: about what a web holds."""
_CONSONANTS, _VOWELS = "bdfgklmnprstvwz", "aeiou"


def word(number: int) -> str:
    """A made-up word; another for each number."""
    first, second = divmod(number % WORDS, len(_CONSONANTS))
    return f"{_CONSONANTS[second]}{_VOWELS[first]}{_CONSONANTS[(second + 3) % 15]}{_VOWELS[(first + 2) % 5]}n"


class Phones:
    """Those that joined."""

    def __init__(self, port: int, code: str) -> None:
        self._crowd = Crowd(port)
        self._code = code
        self._phones: list[Client] = []

    def join(self, count: int) -> int:
        """Let so many in; how many came in."""
        hellos = [
            framed({"type": "hello", "proto": 1, "room_code": self._code, "name": f"Leerling {number}"})
            for number in range(count)
        ]
        self._phones, joined = self._crowd.join(hellos)
        return len(joined)

    def poll(self, slide: str, seconds: float) -> list[float]:
        """Each phone answers; when, in the order of sending."""
        values = [{"kind": "choice", "options": [number % 4]} for number in range(len(self._phones))]
        return self._stream(slide, seconds, values)

    def words(self, slide: str, seconds: float) -> list[tuple[float, str]]:
        """Each phone sends one word; when and which."""
        told = [word(number) for number in range(len(self._phones))]
        sent = self._stream(slide, seconds, [{"kind": "words", "words": [each]} for each in told])
        return list(zip(sent, told, strict=True))

    def _stream(self, slide: str, seconds: float, values: list[dict[str, Any]]) -> list[float]:
        frames = [
            framed({"type": "answer", "slide": slide, "round": 1, "revision": 1, "value": value}) for value in values
        ]
        chance = random.Random(1)
        due_s = sorted(chance.uniform(0, seconds) for _ in frames)
        self._crowd.expect(b"ack", self._phones)
        began_s, sent = time.monotonic(), []
        for phone, frame, at_s in zip(self._phones, frames, due_s, strict=True):
            while (early_s := began_s + at_s - time.monotonic()) > 0:
                self._crowd.hear(early_s)
            sent.append(time.monotonic())
            phone.send(frame)
        if len(self._crowd.wait(len(frames))) < len(frames):
            raise RuntimeError("answers were not acknowledged")
        return sent


def main() -> None:
    """Obey until standard input ends. Arguments: the port and the room code."""
    phones = Phones(int(sys.argv[1]), sys.argv[2])
    deeds: dict[str, Callable[..., Any]] = {"join": phones.join, "poll": phones.poll, "words": phones.words}
    for line in sys.stdin:
        name, *given = line.split()
        arguments = [json.loads(each) if each[0].isdigit() else each for each in given]
        print(json.dumps(deeds[name](*arguments)), flush=True)


if __name__ == "__main__":
    main()
