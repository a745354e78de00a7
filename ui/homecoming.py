"""Puts what was worked on at home back at its place; two versions are never made one."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from itadesk import homing
from itadesk.errors import CannotWrite, ItadeskError
from itadesk.files import read_file
from itadesk.homing import Link, Way
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from itadesk.services.summary import FileSummary
    from itadesk.storage import Storage
    from ui.dialogs.place_versions import Version
    from ui.session import Session
    from ui.window import Window

MINE, THEIRS = "mine", "theirs"
KEPT = "งานทั้งหมดเก็บไว้ในเครื่องนี้แล้ว เปิดโปรแกรมครั้งหน้าจะใส่กลับที่เดิมให้เอง"
_WHY = {
    Way.AWAY: "เพราะติดต่อที่เก็บเดิมไม่ได้ เช่น แฟลชไดรฟ์ยังไม่ได้เสียบ",
    Way.FULL: "เพราะที่ว่างของที่เก็บเดิมไม่พอ",
    Way.OTHER: "เพราะไฟล์ที่นั่นถูกแก้ไขจากที่อื่น ทั้งสองฉบับยังอยู่ครบ",
}


def settle(storage: Storage, path: Path) -> None:
    """Opens and closes a file, which takes back what a killed program left half done."""
    storage.open(path).close()


def look(storage: Storage, link: Link) -> Way:
    """What stands at the place of a working file, which is made whole first and checked.

    Raises BadFile when it is damaged, CannotWrite when it cannot be read.
    """
    settle(storage, link.working)
    return homing.way_back(link.place, link.base, _bytes(link.working), partial(settle, storage))


def bring_back(storage: Storage, link: Link) -> Way:
    """Puts a closed working file back where that writes over no one's work.

    Raises BadFile when the working file is damaged, CannotWrite when the place refuses.
    """
    way = look(storage, link)
    if way in (Way.BACK, Way.GONE):
        homing.put_back(link.place, _bytes(link.working))
    if way in (Way.BACK, Way.GONE, Way.SAME):
        homing.forget(link)
    return way


def end(window: Window, session: Session) -> None:
    """When a file is closed: back to its place, or a word on why not."""
    from ui.dialogs import message

    link = link_of(session)
    if link is None:
        return
    try:
        way = bring_back(window.storage, link)
    except ItadeskError as refusal:
        message.tell(window, "ยังใส่สำเนากลับที่เดิมไม่ได้", f"{refusal} {KEPT}")
        return
    if way is Way.OTHER:
        choose(window, link)
    elif way in _WHY:
        message.tell(window, "ยังใส่สำเนากลับที่เดิมไม่ได้", f"{_WHY[way]} {KEPT}")


def at_start(window: Window) -> None:
    """What a crash or a pulled stick left at home goes back, or is told of."""
    for link in homing.links(window.storage.home):
        if window.session is not None and window.session.working == link.working:
            continue
        try:
            way = bring_back(window.storage, link)
        except ItadeskError as refusal:
            window.tell(f"{refusal} ไฟล์นั้นอยู่ที่ “{link.working}”", Tone.PROBLEM)
            continue
        name = link.place.name
        if way is Way.OTHER:
            words = f"งานที่ค้างไว้ของ “{name}” ยังไม่ได้ใส่กลับ {_WHY[way]}"
            window.tell(words, Tone.PROBLEM, ("เปรียบเทียบ…", partial(choose, window, link)))
        elif way in _WHY:
            words = f"งานที่ค้างไว้ของ “{name}” ยังไม่ได้ใส่กลับ {_WHY[way]}"
            opening = partial(window.open_path, link.working)
            window.tell(words, Tone.PROBLEM, ("เปิดงานนั้น", opening))
        else:
            window.tell(f"ใส่งานที่ค้างไว้กลับที่ “{link.place}” แล้ว")


def ready(window: Window, path: Path) -> Path | None:
    """What to open for `path`: its working file while the place is away. None: nothing now.

    A file that is open is closed before it is opened again: it saves what is being typed, and what
    was worked on at home goes back to its place.
    """
    session = window.session
    if session is not None and session.path is not None and is_same(session.path, path):
        if not window.may_close():
            return None
        window.close_file()
    if not (window.storage.home / "working").is_dir() or _is_there(path):
        return path
    link = homing.link_to(window.storage.home, path)
    return path if link is None else link.working


def is_same(one: Path, other: Path) -> bool:
    """Whether two ways lead to one file, also one that is not there now."""
    return one == other or os.path.realpath(one) == os.path.realpath(other)


def choose(window: Window, link: Link) -> str:
    """Asks which of two versions stays at the place; the other one is kept beside it."""
    mine = version(window.storage, link.working, "ฉบับในเครื่อง")
    answer = ask_which(window, mine, link.place, window.storage)
    if answer:
        try:
            keep(link.place, _bytes(link.working), answer)
        except ItadeskError as refusal:
            window.tell(str(refusal), Tone.PROBLEM)
            return ""
        homing.forget(link)
    return answer


def ask_which(window: Window, mine: Version, place: Path, storage: Storage) -> str:
    """MINE, THEIRS, or "" for later."""
    from ui.dialogs.place_versions import Choice, ask

    answer, _ = ask(
        window,
        f"ไฟล์ “{place.name}” มีสองฉบับที่ไม่ตรงกัน",
        "ฉบับที่ไม่ได้เลือกจะเก็บไว้ข้างกันในโฟลเดอร์เดิม ไม่มีฉบับใดถูกลบ",
        mine,
        [version(storage, place, "ฉบับที่ที่เดิม")],
        [Choice("ใช้ฉบับในเครื่อง", MINE), Choice("ใช้ฉบับที่ที่เดิม", THEIRS)],
    )
    return answer


def keep(place: Path, mine: bytes, answer: str) -> None:
    """Both versions stay: the chosen one under the name of the place. Raises CannotWrite."""
    now = datetime.now()
    if answer == THEIRS:
        homing.keep_beside(place, mine, "ฉบับในเครื่อง", now)
        return
    homing.keep_beside(place, _bytes(place), "ฉบับที่ถูกแทน", now)
    homing.put_back(place, mine)


def version(storage: Storage, path: Path, title: str) -> Version:
    """A file to be compared, read when it is looked at."""
    from ui.dialogs.place_versions import Version

    return Version(path, title, partial(_summary, storage, path))


def link_of(session: Session) -> Link | None:
    """Where the open file belongs, when it is worked on at home."""
    if session.working is None or session.working == session.path:
        return None
    return homing.link_beside(session.working)


def _summary(storage: Storage, path: Path) -> FileSummary | str:
    from itadesk.services.summary import summarise

    try:
        with closing(storage.read(path)) as store:
            return summarise(store)
    except ItadeskError as refusal:
        return str(refusal)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _bytes(path: Path) -> bytes:
    try:
        return read_file(path)
    except OSError as error:
        raise CannotWrite(f"อ่านไฟล์ “{path}” ไม่ได้ จึงยังไม่ได้ใส่กลับ โปรดลองอีกครั้ง") from error
