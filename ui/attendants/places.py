"""Asks once where a file at a place of risk is to be worked on, and brings it back at the end."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from itadesk import homing
from itadesk.errors import ItadeskError
from itadesk.files import read_file
from itadesk.homing import Link, Way
from itadesk.model.changes import Changes
from itadesk.places import Kind, Place, place_of
from ui import homecoming
from ui.background import run_in_background
from ui.sample import is_sample
from ui.widgets.notice import Tone
from ui.widgets.offer_bar import OfferBar

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.window import Window

HOME, STAY = "home", "stay"
WHERE = "ในเครื่อง · ใส่สำเนากลับที่เดิมเมื่อปิด"
_OFFER = "ย้ายมาทำงานในเครื่องนี้ได้ แล้วโปรแกรมใส่สำเนากลับไปที่เดิมให้ทุกครั้งที่ปิด"


def attend(window: Window, frame: Frame) -> None:
    """Nothing is asked of a file that is only viewed, nor of the sample."""
    session = frame.session
    if session.path is None or session.read_only or is_sample(session.path):
        return
    session.ended.connect(lambda: homecoming.end(window, session))
    if session.working != session.path:  # the pages were made anew
        _show(frame)
        return
    left = homing.link_beside(session.path)
    if left is not None:  # the working file itself was opened
        _belong(window, frame, left)
        return
    left = homing.link_to(window.storage.home, session.path)
    if left is not None and not _take_up(window, frame, left):
        return
    if left is None:
        _look(window, frame, session.path)


def _look(window: Window, frame: Frame, path: Path) -> None:
    """The place may not answer at once."""
    choice = window.settings.place_choice(path)
    if choice == HOME:
        move_home(window, frame)
    elif not choice:
        run_in_background(frame, partial(place_of, path), partial(_tell, window, frame), frame.tell)


def _tell(window: Window, frame: Frame, place: Place | None) -> None:
    session = frame.session
    if place is None or session.closed or session.path is None or session.working != session.path:
        return
    path = session.path
    if place.kind is Kind.PUBLIC:
        window.settings.keep_place_choice(path, STAY)
        frame.tell(place.sentence, Tone.INFO)
        return
    bar = OfferBar()

    def answer(choice: str) -> None:
        bar.withdraw()
        window.settings.keep_place_choice(path, choice)
        if choice == HOME:
            move_home(window, frame)

    bar.say(
        f"{place.sentence} {_OFFER}",
        [("ย้ายมาไว้ในเครื่อง", partial(answer, HOME)), ("ใช้ที่เดิมต่อ", partial(answer, STAY))],
    )
    frame.offer(bar)


def move_home(window: Window, frame: Frame) -> None:
    """Goes on with the file in the program's own folder."""
    session = frame.session
    if session.path is None:
        return
    session.settling.emit()
    try:
        link = homing.take_home(window.storage.home, session.path, session.whole())
        store = window.storage.open(link.working)
    except ItadeskError as refusal:
        frame.tell(f"ยังย้ายมาไว้ในเครื่องไม่ได้ {refusal}", Tone.PROBLEM)
        return
    session.continue_on(store, link.working)
    try:
        homing.rebase(link, homing.digest(read_file(link.place)))  # closing may have tidied it
    except OSError:
        return  # it went away just now; what was taken counts
    _show(frame)


def _belong(window: Window, frame: Frame, link: Link) -> None:
    session = frame.session
    session.path = link.place
    window.settings.forget(link.working)
    window.settings.remember(link.place)
    session.changed.emit(Changes())
    _show(frame)


def _take_up(window: Window, frame: Frame, link: Link) -> bool:
    """Goes on with what was left at home; False when two versions have to be told apart first."""
    session, storage = frame.session, window.storage
    try:
        way = homecoming.look(storage, link)
    except ItadeskError as refusal:
        frame.tell(str(refusal), Tone.PROBLEM)
        return False
    if way is Way.SAME:
        homing.forget(link)
        return True
    if way is Way.OTHER:
        _offer_choice(window, frame, link)
        return False
    try:
        store = storage.open(link.working)
    except ItadeskError as refusal:
        frame.tell(f"มีงานที่ค้างไว้ในเครื่องที่ “{link.working}” แต่เปิดไม่ได้ {refusal}", Tone.PROBLEM)
        return False
    session.continue_on(store, link.working)
    _show(frame)
    frame.tell("เปิดต่อจากงานที่ค้างไว้ในเครื่อง ซึ่งใหม่กว่าไฟล์ที่ที่เดิม", Tone.INFO)
    return True


def _offer_choice(window: Window, frame: Frame, link: Link) -> None:
    bar = OfferBar()

    def compare() -> None:
        """The file is closed first: the one that is chosen is opened anew."""
        window.close_file()
        homecoming.choose(window, link)
        window.open_path(link.place)

    def soon() -> None:
        """After the click is over: the bar goes with its frame."""
        QTimer.singleShot(0, window, compare)

    bar.say(
        "ในเครื่องนี้มีงานที่ค้างไว้ของไฟล์นี้ และไฟล์ที่เปิดอยู่ถูกแก้ไขจากที่อื่นแล้ว ทั้งสองฉบับยังอยู่ครบ",
        [("เปรียบเทียบแล้วเลือก…", soon), ("ภายหลัง", bar.withdraw)],
    )
    frame.offer(bar)


def _show(frame: Frame) -> None:
    frame.status.show_where(f"· {WHERE}")
