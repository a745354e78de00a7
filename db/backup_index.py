"""Whose copies belong to a path, also when the file at it can no longer be read."""

from __future__ import annotations

import json
import os
from contextlib import closing
from pathlib import Path

from db.backups import mark_of
from db.opening import open_reader
from itadesk.errors import ItadeskError
from itadesk.files import replace_file

_NAME = "index.json"
_MOST = 500  # paths; the ones backed up longest ago go first


def remember(folder: Path, path: Path, mark: str) -> None:
    """Notes in `folder` that the file at `path` has copies with this mark. Raises CannotWrite."""
    known = _known(folder)
    key = _key(path)
    if known.get(key) == mark:
        return
    known.pop(key, None)
    kept = list(known.items())[-_MOST + 1 :]
    body = json.dumps({**dict(kept), key: mark}, ensure_ascii=False, indent=1)
    replace_file(folder / _NAME, os.fsencode(body))


def mark_at(folder: Path, path: Path) -> str:
    """The mark of the copies of the file at `path`; "" when nothing is known."""
    try:
        with closing(open_reader(path)) as store:
            return mark_of(store.office.get().id)
    except ItadeskError:
        return _known(folder).get(_key(path), "")


def _known(folder: Path) -> dict[str, str]:
    """Empty when nothing can be read: it is written anew with the next copy."""
    try:
        found = json.loads(os.fsdecode((folder / _NAME).read_bytes()))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): str(mark) for key, mark in found.items()}


def _key(path: Path) -> str:
    return os.path.normcase(path.absolute())
