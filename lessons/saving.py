"""Files written whole or not at all: a crash at any moment leaves the old file or the new one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO


def replace_file(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file beside its place, make sure it is on disk, then put it into its place. Raises OSError."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def replace_bytes(path: Path, data: bytes) -> None:
    """Write a file of these bytes, whole or not at all."""

    def write(file: IO[bytes]) -> None:
        file.write(data)

    replace_file(path, write)


def open_private(path: Path) -> IO[bytes]:
    """A new, empty file that this user alone may read, in the place of one that is there. Raises OSError."""
    path.unlink(missing_ok=True)
    return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _sync_folder(folder: Path) -> None:
    """Make the new name itself safe; systems that cannot open a folder do so by themselves."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # some network folders cannot: then their server decides
    finally:
        os.close(descriptor)
