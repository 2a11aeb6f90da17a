"""Makes the sounds of Klassikaal (presenter/sounds): soft tones that fade, computed and nothing else.

    python scripts/compose_sounds.py

Standard library only. Run it again after a change, listen, and commit both.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "presenter" / "sounds"
RATE = 24_000
LOUDNESS = 0.5
HARMONICS = ((1.0, 1.0), (2.0, 0.22), (3.0, 0.07), (4.16, 0.04))
"""(how many times the tone, how loud): a struck bar of wood rather than a whistle."""
TIMER_END = ((0.0, 587.33), (0.32, 880.0))
"""(when it is struck in seconds, its tone in hertz): a fifth, upwards."""
TRIAL = ((0.0, 659.26),)
"""As loud as the end of a timer, so that trying it says how loud that will be."""


def main() -> None:
    """Write every sound."""
    FOLDER.mkdir(exist_ok=True)
    write(FOLDER / "timer-end.wav", struck(TIMER_END, 1.7))
    write(FOLDER / "trial.wav", struck(TRIAL, 0.8))


def struck(notes: tuple[tuple[float, float], ...], length_s: float) -> list[float]:
    """The samples, from -1 to 1, of these notes sounding together until they have faded."""
    samples = [0.0] * round(length_s * RATE)
    for begin_s, tone_hz in notes:
        first = round(begin_s * RATE)
        for place in range(first, len(samples)):
            samples[place] += note((place - first) / RATE, tone_hz)
    fade = round(0.08 * RATE)
    for place in range(fade):
        samples[-1 - place] *= place / fade
    loudest = max(abs(sample) for sample in samples)
    return [sample / loudest * LOUDNESS for sample in samples]


def note(at_s: float, tone_hz: float) -> float:
    """One note, so long after it was struck: in within 8 milliseconds, gone within a second; high parts go first."""
    attack = min(1.0, at_s / 0.008)
    return attack * sum(
        share * math.exp(-at_s * (3.2 + 1.6 * times)) * math.sin(2 * math.pi * tone_hz * times * at_s)
        for times, share in HARMONICS
    )


def write(path: Path, samples: list[float]) -> None:
    """One channel, 16 bits."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", round(sample * 32767)) for sample in samples))


if __name__ == "__main__":
    main()
