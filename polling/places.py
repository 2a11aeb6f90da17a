"""Where sessions may live: on a disk of this computer, in no folder that a service keeps the same elsewhere. Pure, but
for `here`, which looks at this machine.

SQLite needs the locks and flushes of a disk of its own. A service that uploads a file while it is written, or a server
that drops the connection, can damage it in the middle of a lesson.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath, PureWindowsPath

import msgspec

REMOTE_DRIVE = 4
"""What GetDriveTypeW says of a drive on a network."""
NETWORK_SYSTEMS = frozenset(
    {
        *("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs"),
        *("nfs", "nfs3", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "vmhgfs", "vmhgfs-fuse"),
        *("curlftpfs", "gvfsd-fuse", "kio-fuse", "rclone", "s3fs", "sshfs"),
    }
)
"""File systems, without `fuse.`, whose files are somewhere else."""
SERVICE_FOLDERS = (
    ("OneDrive", r"onedrive([ -].*)?"),
    ("Dropbox", r"dropbox([ -(].*)?"),
    ("Google Drive", r"google ?drive([ -].*)?|my drive|mijn drive"),
    ("iCloud", r"icloud ?drive.*|mobile documents"),
    ("Nextcloud", r"nextcloud[ -]?\d*"),
    ("ownCloud", r"owncloud[ -]?\d*"),
)
"""Services, and how the folders are called that they keep the same on several computers."""
ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


class Unfit(msgspec.Struct, frozen=True):
    """Why sessions cannot live here: `code` names a sentence of polling/sentences.py, `service` the service or the file
    system that is in the way."""

    code: str
    service: str


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """What must be known of a computer: its environment, the mounted file systems (the text of /proc/self/mounts, ""
    elsewhere), and for a Windows drive (`Z:\\`) what kind it is."""

    environment: Mapping[str, str] = {}
    mounts: str = ""
    drive_type: Callable[[str], int] = lambda root: 0


def here() -> Machine:
    """This computer."""
    return Machine(environment=os.environ, mounts=_mounts(Path("/proc/self/mounts")), drive_type=_drive_type)


def why_not(folder: PurePath, machine: Machine) -> Unfit | None:
    """What is against keeping sessions in this folder (absolute, links followed); None when nothing is."""
    service = _service(folder, machine.environment)
    if service:
        return Unfit("synchronised", service)
    system = _network(folder, machine)
    return Unfit("network", system) if system else None


def _service(folder: PurePath, environment: Mapping[str, str]) -> str:
    for name in ONEDRIVE_VARIABLES:
        root = environment.get(name, "")
        if root and folder.is_relative_to(type(folder)(root)):
            return "OneDrive"
    for part in folder.parts:
        for service, pattern in SERVICE_FOLDERS:
            if re.fullmatch(pattern, part.casefold()):
                return service
    above = [part.casefold() for part in folder.parts]
    for place in range(len(above) - 2):
        if above[place : place + 2] == ["library", "cloudstorage"]:
            return folder.parts[place + 2]
    return ""


def _network(folder: PurePath, machine: Machine) -> str:
    if isinstance(folder, PureWindowsPath):
        if folder.drive.startswith("\\\\"):
            return folder.drive
        is_remote = bool(folder.drive) and machine.drive_type(f"{folder.drive}\\") == REMOTE_DRIVE
        return folder.drive if is_remote else ""
    system = _file_system(folder, machine.mounts).removeprefix("fuse.")
    return system if system in NETWORK_SYSTEMS else ""


def _file_system(folder: PurePath, mounts: str) -> str:
    """The kind of file system that holds this folder: the deepest mount wins, of two in one place the later. What holds
    the whole computer is its own disk, whatever it is called."""
    deepest, found = 1, ""
    for point, system in _mounted(mounts):
        depth = len(PurePath(point).parts)
        if depth > 1 and depth >= deepest and folder.is_relative_to(point):
            deepest, found = depth, system
    return found


def _mounted(mounts: str) -> Iterator[tuple[str, str]]:
    """(mount point, kind) of each line; a blank in a name is written as an octal number."""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) >= 3:
            yield re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), fields[1]), fields[2]


def _mounts(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _drive_type(root: str) -> int:
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    else:  # not merely after it: so the type checker passes over it for Windows
        return 0
