"""Joins core, storage and window; the command line starts here."""

from __future__ import annotations

import atexit
import gc
import logging
import os
import sys
from argparse import Namespace
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from itadesk.cli.arguments import parse
from itadesk.errors import ItadeskError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from itadesk.holders import Holder
    from itadesk.holding import Holding
    from itadesk.model.backup import Backup
    from itadesk.model.examination import Examination, Mended, Salvaged
    from itadesk.model.office import Office
    from itadesk.ports import Store
    from itadesk.storage import Storage

# What starting makes is kept: looking for garbage after every 700 new objects takes a tenth of it.
_OBJECTS_BETWEEN_COLLECTIONS = 20_000
_OBJECTS_OF_A_COMMAND = 100_000  # it ends soon: a long document makes these, and no garbage


def main(words: list[str] | None = None) -> int:
    """Runs a command, or the window without one; returns the exit code."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)  # in the end all goes: no need to look for garbage among it
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    _speak_utf8()
    found = parse(sys.argv[1:] if words is None else words)
    try:
        if found.command == "window":
            return _window(found.file)
        if found.command in ("selftest", "journey"):
            return _tried(found)
        if found.command == "read-workbooks":
            _read_workbooks()
        else:
            _command(found)
        sys.stdout.flush()
    except ItadeskError as refusal:
        print(str(refusal), file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader has seen enough (`| head`); what is left goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0


def _speak_utf8() -> None:
    """Windows would otherwise choke on Thai, and any system on a file name that is no text."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _command(found: Namespace) -> None:
    gc.set_threshold(_OBJECTS_OF_A_COMMAND)
    from itadesk.cli.commands import run

    run(found, Files())


def _tried(found: Namespace) -> int:
    from ui.selftest import begin_without_window, window_trials

    kept_alive = begin_without_window()
    if found.command == "journey":
        from ui.journey import run as travel

        return travel(kept_alive, Files(), found.folder)
    from itadesk.cli.selftest import run

    return run(found, Files(), window_trials)


def _read_workbooks() -> None:
    from itadesk.cli.reader import serve

    serve(sys.stdin.buffer, sys.stdout.buffer)


def _window(path: Path | None) -> int:
    from itadesk.one_window import begin

    files = Files()
    try:
        seat = begin(files.home, path)
    except ItadeskError as refusal:
        from ui.app import say

        return say(str(refusal))
    if seat is None:  # the first window has come forward
        return 0
    from ui.app import run

    return run(path, files, seat)


class Files:
    """`itadesk.storage.Storage` by SQLite, imported when first asked: the window shows before."""

    def __init__(self, home: Path | None = None, holding: Holding | None = None) -> None:
        self._home, self._given = home, holding

    @cached_property
    def _holding(self) -> Holding:
        from itadesk.holding import Holding

        return self._given or Holding(self.home)

    @property
    def home(self) -> Path:
        from platformdirs import user_data_path

        return self._home or user_data_path("itadesk", appauthor=False)

    @property
    def _copies(self) -> Path:
        return self.home / "backups"

    def open(self, path: Path) -> Store:
        from db.header import is_older
        from db.opening import open_reader, open_store

        with suppress(ItadeskError):  # opening says what is wrong, and keeps a copy beside
            if is_older(path):
                self.back_up(path)
        return self._holding.opened(path, partial(open_store, path), partial(open_reader, path))

    def create(self, path: Path, office: Office) -> Store:
        from db.opening import create_store

        made = create_store(path, office)
        return self._holding.opened(path, lambda: made, lambda: made)

    def read(self, path: Path) -> Store:
        from db.opening import open_reader

        return open_reader(path)

    def in_memory(self, body: bytes, name: str) -> Store:
        from db.inmemory import open_bytes

        return open_bytes(body, name)

    def back_up(
        self, path: Path, folder: Path | None = None, copied: Callable[[], object] | None = None
    ) -> Path:
        from datetime import datetime

        from db.backup_index import remember
        from db.backups import back_up

        made = back_up(path, folder or self._copies, datetime.now(), copied)
        if folder is None:
            remember(self._copies, path, made.mark)
        return made.path

    def backups(self, path: Path, folder: Path | None = None) -> Sequence[Backup]:
        from db.backup_index import mark_at
        from db.backups import backups_in

        found = backups_in(folder or self._copies, mark_at(self._copies, path))
        return tuple(reversed(found))

    def save_copy(self, path: Path, target: Path) -> None:
        from db.backups import save_copy

        save_copy(path, target)

    def restore(self, path: Path, backup: Path) -> Path | None:
        from db.backups import restore

        with self._holding.alone(path):
            return restore(path, backup)

    def verify(self, path: Path) -> Sequence[str]:
        from db.integrity import verify

        return verify(path)

    def examine(self, path: Path) -> Examination:
        from db.integrity import examine

        return examine(path)

    def mend(self, path: Path) -> Mended:
        from db.integrity import mend

        with self._holding.alone(path):
            return mend(path)

    def salvage(self, path: Path, target: Path) -> Salvaged:
        from db.salvage import salvage

        return salvage(path, target)

    def holder(self, path: Path) -> Holder | None:
        return self._holding.holder(path)

    def unclean(self, path: Path) -> bool:
        return self._holding.unclean(path)


if TYPE_CHECKING:
    _fulfils: type[Storage] = Files

if __name__ == "__main__":
    sys.exit(main())
