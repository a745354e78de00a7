"""A command that writes into an office's file, which a window may have open."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from itadesk.errors import CannotWrite
from itadesk.holders import refusal
from itadesk.ports import Store
from itadesk.storage import Storage

_LISTENING = 1.0  # seconds between two looks at who has the file


def to_write(files: Storage, path: Path) -> Store:
    """The open file; CannotWrite while a window or another PC has it."""
    while True:
        store = files.open(path)
        holder = files.holder(path) if store.read_only else None
        if holder is None:
            return store
        store.close()
        if holder.heard:
            raise refusal(holder, path.name)
        time.sleep(_LISTENING)  # a PC that ended without a word: soon it counts as gone


def keep_copy(files: Storage, path: Path) -> None:
    """Before much is changed; when no copy can be made that is said, and the work goes on."""
    try:
        files.back_up(path)
    except CannotWrite as failure:
        sys.stderr.write(f"{failure}\n")
