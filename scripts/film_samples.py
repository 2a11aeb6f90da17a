"""Films the string of the sample lessons: drawn frames with a synthesised sound. Run by hand; needs ffmpeg.

Three plucks: low and loud, high and loud, high and soft. The picture shows a slow-motion string and, below it, the wave
that the sound makes: wide for a low tone, narrow for a high one, tall for a loud one.
"""

from __future__ import annotations

import array
import math
import subprocess
import sys
import tempfile
import wave
from pathlib import Path
from typing import NamedTuple

from draw_samples import (
    ACCENT,
    BARK,
    CORAL,
    INK,
    MIST,
    PAPER,
    SAMPLES,
    SAND,
    SOFT_BLUE,
    SUN,
    circle,
    drawn,
    line,
    rounded,
    stroke,
)
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

WIDTH, HEIGHT, FRAMES_PER_S, LENGTH_S = 854, 480, 25, 12.0
RATE_HZ = 44100


class Pluck(NamedTuple):
    """One tone: when, how high, how strong (0-1), how many waves are drawn, and how fast the drawn string swings."""

    at_s: float
    pitch_hz: float
    strength: float
    waves: float
    swing_hz: float


PLUCKS = (Pluck(1.2, 196.0, 1.0, 3, 3.0), Pluck(4.8, 587.3, 1.0, 9, 7.5), Pluck(8.4, 587.3, 0.3, 9, 7.5))


def sounding(t: float) -> tuple[Pluck | None, float]:
    """The pluck that sounds at a time, and how much of it is left (0-1)."""
    heard = [pluck for pluck in PLUCKS if pluck.at_s <= t]
    if not heard:
        return None, 0.0
    age = t - heard[-1].at_s
    return heard[-1], math.exp(-0.75 * age) * min(1.0, max(0.0, (3.4 - age) / 0.4))


def frame(t: float) -> QImage:
    """The picture at a time."""
    return drawn(WIDTH, HEIGHT, lambda painter, _width, _height: paint(painter, t))


def paint(painter: QPainter, t: float) -> None:
    """Paints one frame."""
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor(PAPER))
    rounded(painter, SAND, QRectF(40, 36, WIDTH - 80, 200), 24)
    rounded(painter, MIST, QRectF(40, 260, WIDTH - 80, 184), 24)
    pluck, left = sounding(t)
    string(painter, t, pluck, left)
    trace(painter, t, pluck, left)


def string(painter: QPainter, t: float, pluck: Pluck | None, left: float) -> None:
    """The string between two pegs; a third of it, held by a finger, sounds three times as high."""
    start, end, middle = 96.0, WIDTH - 96.0, 136.0
    short = start if pluck is None or pluck.pitch_hz < 300 else start + (end - start) * 2 / 3
    swing = 0.0
    if pluck is not None:
        swing = 46 * pluck.strength * left * math.cos(2 * math.pi * pluck.swing_hz * (t - pluck.at_s))
        for ghost in (-1, -0.5, 0.5, 1):
            stroke(painter, "#E6D3A3", 3, bow(short, end, middle, 46 * pluck.strength * left * ghost))
    if short > start:
        stroke(painter, INK, 5, line(((start, middle), (short, middle))))
    stroke(painter, INK, 5, bow(short, end, middle, swing))
    for x in (start, end):
        rounded(painter, BARK, QRectF(x - 13, middle - 58, 26, 116), 10)
        circle(painter, SUN, x, middle, 9)
    if short > start:
        circle(painter, CORAL, short, middle, 19)
    upcoming = [p for p in PLUCKS if -0.8 < t - p.at_s < 0.25]
    if upcoming:
        ago = t - upcoming[0].at_s
        rise = 62 * ago / 0.25 if ago > 0 else 24 * max(0.0, -ago - 0.3)
        x = start + (end - start) * 5 / 6
        stroke(painter, CORAL, 30, line(((x, 24), (x, middle - 22 - max(rise, 0.0)))))


def bow(start: float, end: float, middle: float, swing: float) -> QPainterPath:
    """A string that swings as one arc."""
    return line((start + (end - start) * i / 60, middle - swing * math.sin(math.pi * i / 60)) for i in range(61))


def trace(painter: QPainter, t: float, pluck: Pluck | None, left: float) -> None:
    """The wave of the sound, moving to the right as sound does."""
    start, end, middle = 72.0, WIDTH - 72.0, 352.0
    stroke(painter, "#C3CBE0", 3, line(((start, middle), (end, middle))))
    if pluck is None or left < 0.01:
        return
    age = t - pluck.at_s
    front = min(1.0, age / 0.9)
    height = 70 * pluck.strength * left
    points = []
    for i in range(481):
        part = i / 480
        if part > front:
            break
        phase = 2 * math.pi * (pluck.waves * part - pluck.swing_hz * 0.4 * age)
        ease = min(1.0, (front - part) * 12 + (0 if front < 1 else 1))
        points.append((start + (end - start) * part, middle - height * ease * math.sin(phase)))
    if len(points) > 1:
        stroke(painter, SOFT_BLUE, 13, line(points))
        stroke(painter, ACCENT, 6, line(points))


def sound(path: Path) -> None:
    """Writes the plucked tones: soft partials that die away, never louder than a third of full scale."""
    samples = array.array("h", bytes(2 * int(RATE_HZ * LENGTH_S)))
    for pluck in PLUCKS:
        first = int(pluck.at_s * RATE_HZ)
        for i in range(int(3.4 * RATE_HZ)):
            age = i / RATE_HZ
            tone = sum(
                math.sin(2 * math.pi * pluck.pitch_hz * part * age) * math.exp(-age * (0.75 + 0.9 * part)) / part**1.6
                for part in (1, 2, 3, 4, 5)
            )
            fade = min(1.0, age / 0.008) * min(1.0, (3.4 - age) / 0.4)
            samples[first + i] += int(9500 * pluck.strength * fade * tone)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(samples.tobytes())


def film(target: Path, work: Path) -> None:
    """Encodes the frames and the sound to H.264 and AAC."""
    for number in range(int(LENGTH_S * FRAMES_PER_S)):
        frame(number / FRAMES_PER_S).save(str(work / f"{number:04}.png"))
    sound(work / "sound.wav")
    command = ["ffmpeg", "-y", "-loglevel", "error", "-framerate", str(FRAMES_PER_S), "-i", str(work / "%04d.png")]
    command += ["-i", str(work / "sound.wav"), "-c:v", "libx264", "-preset", "veryslow", "-tune", "animation"]
    command += ["-crf", "27", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "64k", "-map_metadata", "-1"]
    command += ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"]
    subprocess.run([*command, str(target)], check=True)


def main(folders: list[str]) -> None:
    """Writes the film and its poster into the media folder of every sample lesson, or into the folders given."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        film(work / "string.mp4", work)
        for folder in [Path(name) for name in folders] or sorted(SAMPLES.glob("*/media")):
            (folder / "string.mp4").write_bytes((work / "string.mp4").read_bytes())
            frame(PLUCKS[1].at_s + 1.0).save(str(folder / "string.jpg"), quality=88)


if __name__ == "__main__":
    main(sys.argv[1:])
