"""Commands that keep an office's file safe: copies of it, a look through it, what is left of it."""

from __future__ import annotations

import argparse

from itadesk.errors import BadFile
from itadesk.holders import refusal
from itadesk.model.examination import Part
from itadesk.storage import Storage


def backup(found: argparse.Namespace, files: Storage) -> None:
    """A verified copy, in the user's own data or the folder given."""
    print(files.back_up(found.file, found.to))


def restore(found: argparse.Namespace, files: Storage) -> None:
    """A copy takes the file's place; the present file is kept beside it."""
    aside = files.restore(found.file, found.backup)
    print(found.file)
    if aside is not None:
        print(f"เก็บไฟล์ก่อนกู้คืนไว้ที่ {aside}")


def verify(found: argparse.Namespace, files: Storage) -> None:
    """Says that the file is whole, or what is wrong with it; with --mend, rights what it can."""
    if found.mend and files.verify(found.file):
        _mend(found, files)
    problems = files.verify(found.file)
    if problems:
        for problem in problems[1:]:
            print(problem)
        raise BadFile(problems[0])
    print(f"ไฟล์ “{found.file.name}” สมบูรณ์")


def salvage(found: argparse.Namespace, files: Storage) -> None:
    """A new file with every row that can still be read, and what was lost."""
    saved = files.salvage(found.file, found.out)
    print(found.out)
    _print_parts(saved.parts)
    for note in saved.notes:
        print(f"ข้อสังเกต: {note}")


def _mend(found: argparse.Namespace, files: Storage) -> None:
    holder = files.holder(found.file)
    if holder is not None:
        raise refusal(holder, found.file.name)
    mended = files.mend(found.file)
    print(f"ซ่อมแล้ว เก็บไฟล์ก่อนซ่อมไว้ที่ {mended.aside}")
    _print_parts(mended.lost)


def _print_parts(parts: tuple[Part, ...]) -> None:
    for part in parts:
        lost = f" หายไป {part.lost}" if part.lost else ""
        print(f"{part.name}\tกู้ได้ {part.saved}{lost}")
