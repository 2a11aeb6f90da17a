"""From a tap to the board: the figures of one size, each measured by bench/tap_to_paint.py in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Painted:
    """Milliseconds from sending to the end of the paint event that shows it, and pictures a second meanwhile."""

    poll_p50_ms: float
    poll_p95_ms: float
    poll_fps: float
    word_p50_ms: float
    word_p95_ms: float
    word_fps: float
    next_p50_ms: float
    next_p95_ms: float
    waited_share: float
    """The share of the time of poll and word web in which the app could have run and had no core."""

    def told(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self))


def painted(phones: int) -> Painted:
    """Run the app once with so many phones."""
    script = Path(__file__).with_name("tap_to_paint.py")
    done = subprocess.run([sys.executable, str(script), str(phones)], stdout=subprocess.PIPE, text=True, check=True)
    return Painted(**json.loads(done.stdout.splitlines()[-1]))
