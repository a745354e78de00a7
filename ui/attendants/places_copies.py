"""Tells of other files of the same office in the folder, and lets them be compared."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from itadesk.services.summary import summarise
from itadesk.siblings import siblings
from itadesk.thai.digits import to_thai
from ui import homecoming
from ui.background import run_in_background
from ui.sample import is_sample
from ui.widgets.offer_bar import OfferBar

if TYPE_CHECKING:
    from itadesk.storage import Storage
    from ui.frame import Frame
    from ui.window import Window

SEEN = "seen"


def attend(window: Window, frame: Frame) -> None:
    """Each file is told of once; the program's own copies are looked at elsewhere."""
    session, home = frame.session, window.storage.home
    if session.path is None or is_sample(session.path) or home in session.path.parents:
        return
    office = session.ask(lambda store: store.office.get())
    look = partial(siblings, session.path, office.id, partial(_id_of, window.storage))
    run_in_background(frame, look, partial(_tell, window, frame), frame.tell)


def _tell(window: Window, frame: Frame, found: tuple[Path, ...]) -> None:
    new = [each for each in found if not window.settings.place_choice(_key(each))]
    if frame.session.closed or not new:
        return
    bar = OfferBar()

    def done() -> None:
        bar.withdraw()
        for each in found:
            window.settings.keep_place_choice(_key(each), SEEN)

    def look() -> None:
        QTimer.singleShot(0, window, partial(compare, window, frame, found))

    names = f"“{new[0].name}”" + (f" และอีก {to_thai(str(len(new) - 1))} ไฟล์" if new[1:] else "")
    bar.say(
        f"ในโฟลเดอร์เดียวกันมีไฟล์อื่นของหน่วยงานนี้ คือ {names} "
        "อาจเป็นสำเนาที่ขัดแย้งกันจากการแก้ไขสองเครื่อง โปรดดูว่าฉบับใดเป็นฉบับล่าสุด",
        [("เปรียบเทียบ…", look), ("รับทราบ", done)],
    )
    frame.offer(bar)


def compare(window: Window, frame: Frame, found: tuple[Path, ...]) -> None:
    """The open file beside the others; another is opened only when that is wished."""
    from ui.dialogs.place_versions import Choice, Version, ask

    session = frame.session
    if session.closed or session.path is None:
        return
    session.settling.emit()
    mine = Version(session.path, "ฉบับที่เปิดอยู่", str, session.ask(summarise))
    others = [homecoming.version(window.storage, each, each.stem) for each in found]
    answer, other = ask(
        window,
        "ไฟล์ของหน่วยงานเดียวกันหลายฉบับ",
        "เปิดดูได้ทีละฉบับ ไม่มีฉบับใดถูกลบหรือถูกรวมกัน",
        mine,
        others,
        [Choice("เปิดฉบับที่เลือกแทน", SEEN)],
        "ใช้ฉบับที่เปิดอยู่ต่อ",
    )
    if answer:
        window.open_path(other)


def _key(path: Path) -> Path:
    """Remembered apart from what was answered about the place; no file has such a name."""
    return path.with_name(f"{path.name}|{SEEN}")


def _id_of(storage: Storage, path: Path) -> str:
    with closing(storage.read(path)) as store:
        return store.office.get().id
