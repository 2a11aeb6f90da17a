"""Makes this machine ready for Klassikaal: a virtual environment with the locked packages, and the system's libraries.

    python3 scripts/prepare.py run      what a lesson needs
    python3 scripts/prepare.py test     that, and what the tests need (pytest, a browser, a virtual screen)

Standard library only, for it runs before anything is installed. What is there already is left alone, so the second
time takes a moment. System libraries are a matter of Linux: as root on Debian or Ubuntu they are installed, elsewhere
one line says what to run, and the set-up goes on.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
VENV = HOUSE / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "prepared.json"
LOCKED = HOUSE / "constraints.txt"

# Library that Qt loads -> the Debian packages that may hold it, the first that exists is taken.
LIBRARIES: dict[str, tuple[str, ...]] = {
    # Windows, painting, fonts
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libglib-2.0.so.0": ("libglib2.0-0", "libglib2.0-0t64"),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    # A screen on X11
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    # Film and sound
    "libpulse.so.0": ("libpulse0",),
    "libXrandr.so.2": ("libxrandr2",),
    # Films from the web
    "libnss3.so": ("libnss3",),
    "libasound.so.2": ("libasound2", "libasound2t64"),
    "libXcomposite.so.1": ("libxcomposite1",),
    "libXdamage.so.1": ("libxdamage1",),
    "libXtst.so.6": ("libxtst6",),
    "libxkbfile.so.1": ("libxkbfile1",),
}
# What Node.js loads, which drives the tests' browser and checks the phone page.
TEST_LIBRARIES: dict[str, tuple[str, ...]] = {"libatomic.so.1": ("libatomic1",)}
# What tests run -> its package: screens that are not there, networks and disks of their own, a look at system calls.
TEST_PROGRAMS: dict[str, tuple[str, ...]] = {
    "Xvfb": ("xvfb",),
    "Xorg": ("xserver-xorg-core",),
    "xrandr": ("x11-xserver-utils",),
    "dbus-daemon": ("dbus-daemon", "dbus"),
    "ip": ("iproute2",),
    "mount": ("mount",),
    "strace": ("strace",),
    "unshare": ("util-linux",),
}
DUMMY_CARD = Path("/usr/lib/xorg/modules/drivers/dummy_drv.so")
"""A graphics card that is none: screens are plugged and pulled on it."""
EMOJI = Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(wish: str) -> int:
    """Prepares for `run` or `test`; the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is just what must hear this
        say(f"Klassikaal needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 1
    if sys.platform.startswith("linux"):
        install_from_system(missing_from_system(wish))
    if not make_venv():
        return 1
    return 0 if install_packages(wish) else 1


def say(text: str) -> None:
    """Tells the person at the terminal, at once."""
    print(text, flush=True)


def missing_from_system(wish: str) -> list[tuple[str, ...]]:
    """What this Linux lacks, each as the names of packages that may hold it."""
    libraries = LIBRARIES if wish == "run" else LIBRARIES | TEST_LIBRARIES
    missing = [packages for library, packages in libraries.items() if not can_load(library)]
    if not EMOJI.exists():
        missing.append(("fonts-noto-color-emoji",))
    if wish == "test":
        if not any(shutil.which(browser) for browser in BROWSERS):
            missing.append(("chromium", "chromium-browser"))
        missing += [packages for program, packages in TEST_PROGRAMS.items() if not shutil.which(program)]
        if not DUMMY_CARD.exists():
            missing.append(("xserver-xorg-video-dummy",))
    return missing


def can_load(library: str) -> bool:
    """Whether the loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_from_system(missing: list[tuple[str, ...]]) -> None:
    """Installs with apt as root; else says which line to run. Never fails: much works without."""
    if not missing:
        return
    if not shutil.which("apt-get"):
        say(
            "Klassikaal may miss system packages; on Debian they are called: " + " ".join(names[0] for names in missing)
        )
        return
    if not is_root():
        say("For windows, film and sound, run this once:")
        say("    sudo apt-get install --no-install-recommends " + " ".join(available(names) for names in missing))
        return
    apt = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*apt, "update"], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    packages = sorted({available(names) for names in missing})
    say("Installing from the system: " + " ".join(packages))
    done = subprocess.run(
        [*apt, "install", "--no-install-recommends", *packages],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode != 0:
        say(done.stdout[-2000:])
        say("That did not work; going on without.")


def is_root() -> bool:
    """Whether this user may install for the whole machine."""
    return sys.platform != "win32" and os.geteuid() == 0


def available(names: tuple[str, ...]) -> str:
    """The first of the names that this release of the system can install."""
    for name in names[:-1]:
        policy = subprocess.run(["apt-cache", "policy", name], capture_output=True, text=True).stdout
        if "Candidate:" in policy and "Candidate: (none)" not in policy:
            return name
    return names[-1]


def make_venv() -> bool:
    """Makes `.venv` when it is not there or its Python is gone; says why when it cannot."""
    if works(VENV_PYTHON):
        return True
    say("Making .venv")
    if make_venv_once() or (install_venv_module() and make_venv_once()):
        return True
    say("Python cannot make a virtual environment here. On Debian: sudo apt-get install python3-venv")
    return False


def make_venv_once() -> bool:
    """One try."""
    return subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True).returncode == 0


def install_venv_module() -> bool:
    """Debian keeps the module that makes environments in a package of its own."""
    if not is_root() or not shutil.which("apt-get"):
        return False
    install_from_system([("python3-venv",)])
    return True


def works(python: Path) -> bool:
    """Whether a Python is there, starts, and has pip."""
    try:
        return subprocess.run([str(python), "-c", "import pip"], capture_output=True).returncode == 0
    except OSError:
        return False


def install_packages(wish: str) -> bool:
    """Installs the project, editable, with the locked packages; remembers for which files it did so."""
    had = read_stamp()
    want = {"files": fingerprint(), "dev": wish == "test" or had.get("dev") is True}
    if had == want:
        return True
    say("Installing Python packages (the first time some 300 MB)")
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", str(LOCKED)]
    project = f"{HOUSE}[dev]" if want["dev"] else str(HOUSE)
    for what in (["setuptools"], ["--no-build-isolation", "-e", project]):
        done = subprocess.run(
            [*pip, *what], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        if done.returncode != 0:
            say(done.stdout + "The packages could not be installed: see above.")
            return False
    STAMP.write_text(json.dumps(want), encoding="utf-8")
    return True


def read_stamp() -> dict[str, object]:
    """What was installed the last time."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def fingerprint() -> str:
    """Changes when what must be installed changes, or where the project lies."""
    digest = hashlib.sha256(str(HOUSE).encode())
    for path in (HOUSE / "pyproject.toml", LOCKED):
        digest.update(path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    if sys.argv[1:] not in (["run"], ["test"]):
        sys.exit("usage: prepare.py run|test")
    sys.exit(main(sys.argv[1]))
