"""Where sessions may live, on computers that are made up."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from polling import places
from polling.places import Machine, Unfit, why_not

HOME = r"C:\Users\ana"
ONEDRIVE = Machine(
    environment={"OneDrive": rf"{HOME}\Wolk", "OneDriveCommercial": rf"{HOME}\Werk", "OneDriveConsumer": ""},
    drive_type=lambda root: {"Z:\\": 4, "C:\\": 3}.get(root, 1),
)


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        (rf"{HOME}\AppData\Local\klassikaal", None),
        (rf"{HOME}\Wolk\lessen", Unfit("synchronised", "OneDrive")),
        (rf"{HOME.lower()}\wolk\lessen", Unfit("synchronised", "OneDrive")),
        (rf"{HOME}\Werk", Unfit("synchronised", "OneDrive")),
        (rf"{HOME}\Wolken\lessen", None),
        (rf"{HOME}\OneDrive - Het Lyceum\Documenten\les", Unfit("synchronised", "OneDrive")),
        (rf"{HOME}\OneDrive\les", Unfit("synchronised", "OneDrive")),
        (rf"{HOME}\Dropbox (Persoonlijk)\les", Unfit("synchronised", "Dropbox")),
        (r"G:\Mijn Drive\les", Unfit("synchronised", "Google Drive")),
        (rf"{HOME}\iCloudDrive\les", Unfit("synchronised", "iCloud")),
        (rf"{HOME}\Nextcloud2\les", Unfit("synchronised", "Nextcloud")),
        (r"\\school\thuis\ana", Unfit("network", r"\\school\thuis")),
        ("//school/thuis/ana", Unfit("network", r"\\school\thuis")),
        (r"Z:\lessen", Unfit("network", "Z:")),
        (r"D:\lessen", None),
    ],
)
def test_a_folder_on_windows(folder: str, why: Unfit | None) -> None:
    assert why_not(PureWindowsPath(folder), ONEDRIVE) == why


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ("/Users/ana/Library/Application Support/klassikaal", None),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/les", Unfit("synchronised", "iCloud")),
        ("/Users/ana/Library/CloudStorage/OneDrive-Lyceum/les", Unfit("synchronised", "OneDrive")),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/les", Unfit("synchronised", "Google Drive")),
        ("/Users/ana/Library/CloudStorage/Box-Box/les", Unfit("synchronised", "Box-Box")),
        ("/Users/ana/Library/CloudStorage", None),
        ("/home/ana/Dropbox", Unfit("synchronised", "Dropbox")),
        ("/home/ana/Dropboxen", None),
        ("/home/ana/ownCloud/les", Unfit("synchronised", "ownCloud")),
        ("/home/ana/Google Drive/les", Unfit("synchronised", "Google Drive")),
        ("/home/ana/.local/share/klassikaal", None),
    ],
)
def test_a_folder_that_a_service_keeps_the_same(folder: str, why: Unfit | None) -> None:
    assert why_not(PurePosixPath(folder), Machine()) == why


MOUNTS = r"""9p / 9p rw 0 0
/dev/sda1 /home ext4 rw 0 0
server:/thuis /home/ana nfs4 rw 0 0
/dev/sdb1 /home/ana/schijf ext4 rw 0 0
//school/les /mnt/grote\040map cifs rw 0 0
ana@school: /home/bo/ver fuse.sshfs rw 0 0
drvfs /mnt/c 9p rw 0 0
server:/oud /srv nfs rw 0 0
/dev/sdc1 /srv ext4 rw 0 0
half a-line
"""


@pytest.mark.parametrize(
    ("folder", "system"),
    [
        ("/home/ana/.local/share/klassikaal", "nfs4"),
        ("/home/ana", "nfs4"),
        ("/home/anabel/les", ""),
        ("/home/ana/schijf/les", ""),
        ("/mnt/grote map/les", "cifs"),
        ("/home/bo/ver/les", "sshfs"),
        ("/mnt/c/Users/ana", "9p"),
        ("/srv/les", ""),
        ("/tmp/les", ""),
    ],
)
def test_a_folder_on_linux_is_where_the_deepest_and_latest_mount_says(folder: str, system: str) -> None:
    why = why_not(PurePosixPath(folder), Machine(mounts=MOUNTS))
    assert why == (Unfit("network", system) if system else None)


def test_this_computer_is_looked_at(tmp_path: PurePath) -> None:
    assert why_not(tmp_path, places.here()) is None
    assert places.here().drive_type("C:\\") in range(7)


def test_a_computer_without_a_list_of_mounts_has_none(tmp_path: PurePath) -> None:
    assert places._mounts(tmp_path / "nothing") == ""
