"""What must survive a power cut: a new file is safe only once its folder is on disk too."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows neither allows nor needs it: names are journalled.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folders(folder: Path) -> None:
    """For the owner only; each new one is made durable in its parent, or it could vanish with its files."""
    if folder.is_dir():
        return
    make_folders(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)
