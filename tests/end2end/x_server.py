"""A real X server with outputs that are plugged, unplugged and mirrored while an app runs. No card, no monitor: root
only, Linux only. Started and ended by pid."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from PIL import Image, ImageGrab

LAPTOP, PROJECTOR = "DUMMY0", "DUMMY1"
LAPTOP_SIZE, PROJECTOR_SIZE = (1366, 768), (1920, 1080)
PATIENCE_S = 20.0

_CONFIGURATION = """
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "1366x768" 85.50 1366 1436 1579 1792 768 771 774 798
  Modeline "1920x1080" 148.50 1920 2008 2052 2200 1080 1084 1089 1125
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 2160
    Modes "1366x768" "1920x1080"
  EndSubSection
EndSection
"""


class XServer:
    """One server, with a laptop's screen and a socket for a projector."""

    def __init__(self, folder: Path) -> None:
        configuration = folder / "xorg.conf"
        configuration.write_text(_CONFIGURATION, "utf-8")
        # -displayfd: the server takes a free number and says which.
        tells, hears = os.pipe()
        command = ["Xorg", "-displayfd", str(hears), "-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp"]
        command += ["-config", str(configuration), "-logfile", str(folder / "xorg.log")]
        with (folder / "xorg.out").open("wb") as out:
            self._process = subprocess.Popen(command, stdout=out, stderr=out, pass_fds=(hears,))
        os.close(hears)
        with os.fdopen(tells) as told:
            number = told.readline().strip()
        assert number, (folder / "xorg.out").read_text("utf-8", "replace")
        self.display = f":{number}"

    def ends(self) -> None:
        """Stop the server."""
        self._process.terminate()
        self._process.wait(10)

    def plugs(self, where: str = "right-of") -> None:
        """Connect the projector: `right-of` the laptop's screen, `left-of` it, or showing the `same-as` it."""
        for mode in ("1920x1080", "1366x768"):
            if mode not in self._modes_of(PROJECTOR):
                self._xrandr("--addmode", PROJECTOR, mode)
        size = "1366x768" if where == "same-as" else "1920x1080"
        self._xrandr("--output", PROJECTOR, "--mode", size, f"--{where}", LAPTOP)

    def unplugs(self) -> None:
        """Pull the plug."""
        self._xrandr("--output", PROJECTOR, "--off")

    def picture(self) -> Image.Image:
        """All screens as they are now."""
        return ImageGrab.grab(xdisplay=self.display)

    def _modes_of(self, output: str) -> str:
        told = self._xrandr()
        found = re.search(rf"^{output} .*\n((?:  .*\n)*)", told, re.MULTILINE)
        return found[1] if found else ""

    def _xrandr(self, *arguments: str) -> str:
        command = ["xrandr", "-display", self.display, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE_S).stdout
