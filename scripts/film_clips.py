"""Films the clips of the tests: each second has a colour of its own, so that a frame tells the time. Run by hand; needs
ffmpeg with x264, libvpx, libaom and libopus.

    python scripts/film_clips.py        writes tests/media anew; the same ffmpeg writes the same bytes
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MEDIA = Path(__file__).resolve().parent.parent / "tests" / "media"
COLOURS = ("red", "lime", "blue")
SIZE, FRAMES_PER_S = "128x72", 10
"""Small, in the proportions of the board."""

_PLAIN = ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1"]
_INDEX_FIRST = ["-movflags", "+faststart"]
_H264 = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "10"]
_AV1 = ["-c:v", "libaom-av1", "-cpu-used", "8", "-g", "10"]
_AAC = ["-c:a", "aac", "-b:a", "24k", "-ar", "16000"]
_OPUS = ["-c:a", "libopus", "-b:a", "24k", "-ar", "48000"]

CLIPS: dict[str, tuple[list[str], list[str]]] = {
    "h264.mp4": ([*_H264, *_INDEX_FIRST], _AAC),
    "silent.mp4": ([*_H264, *_INDEX_FIRST], []),
    "index-last.mp4": (_H264, _AAC),
    "vp8.webm": (["-c:v", "libvpx", "-g", "10"], _OPUS),
    "vp9.webm": (["-c:v", "libvpx-vp9", "-g", "10"], _OPUS),
    "av1.mp4": ([*_AV1, *_INDEX_FIRST], _AAC),
    "av1-silent.mp4": ([*_AV1, *_INDEX_FIRST], []),
    "sound-only.mp4": ([], [*_AAC, *_INDEX_FIRST]),
}
"""Each clip's picture and its sound, as ffmpeg's options; nothing where it has none."""


def film(name: str, picture: list[str], sound: list[str]) -> None:
    """Write one clip of three seconds."""
    inputs: list[str] = []
    streams: list[str] = []
    if picture:
        for colour in COLOURS:
            inputs += ["-f", "lavfi", "-i", f"color=c={colour}:s={SIZE}:r={FRAMES_PER_S}:d=1"]
        joined = "".join(f"[{place}]" for place in range(len(COLOURS)))
        streams = ["-filter_complex", f"{joined}concat=n={len(COLOURS)}:v=1[v]", "-map", "[v]"]
    if sound:
        streams += ["-map", str(len(COLOURS) if picture else 0)]
        inputs += ["-f", "lavfi", "-i", f"sine=440:d={len(COLOURS)}"]
    command = ["ffmpeg", "-v", "error", "-y", *inputs, *streams, *picture, *sound, *_PLAIN, str(MEDIA / name)]
    subprocess.run(command, check=True)


def main() -> int:
    """Film them all."""
    MEDIA.mkdir(exist_ok=True)
    for name, (picture, sound) in CLIPS.items():
        film(name, picture, sound)
        print(f"{name}: {(MEDIA / name).stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
