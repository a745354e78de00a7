"""Keeps work going when the place of the open file fails, and says that it is not saved there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from itadesk import homing
from itadesk.errors import CannotWrite, ItadeskError, PlaceFails
from itadesk.homing import Way, digest
from itadesk.services.summary import summarise
from ui import homecoming
from ui.background import run_in_background
from ui.session import Session, Unkept
from ui.widgets.notice import Tone
from ui.widgets.offer_bar import OfferBar
from ui.widgets.status import clock

if TYPE_CHECKING:
    from itadesk.ports import Store
    from ui.frame import Frame
    from ui.window import Window

PAUSE = 5000  # ms between two looks at the place
_SAFE = "เก็บไว้ในเครื่องนี้ก่อน ทำงานต่อได้ตามปกติ"
_IN_MEMORY = "งานใหม่อยู่ในหน่วยความจำเท่านั้น โปรดอย่าปิดโปรแกรม"
_ELSEWHERE, _BACK, _COMPARE = "บันทึกไว้ที่อื่น…", "บันทึกกลับที่เดิม", "เปรียบเทียบแล้วเลือก…"


class PlaceWatch(QObject):
    """Lives as long as the frame."""

    def __init__(
        self, window: Window, frame: Frame, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(frame)
        self._window, self._frame, self._session = window, frame, frame.session
        self._now = now
        self._bar: OfferBar | None = None
        self._refused = False  # a save failed and nothing could stand in
        self._said = ""  # why the last attempt to write failed: said once, not with every look
        self._doubted = ""  # what the last look found; a line may fail for a moment
        self._way = Way.AWAY
        self._session.stand_in = self.stand_in
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._session.changed.connect(self._saved)
        self._show()

    def look(self) -> None:
        """Asks the place in the background: whether it still is, or is again."""
        session = self._session
        place, unkept = session.path, session.unkept
        if session.closed or place is None:
            return
        if unkept is None:
            run_in_background(self, session.astray, self._doubt, self._doubt)
            return
        settle = partial(homecoming.settle, self._window.storage)
        look = partial(homing.way_back, place, unkept.base, session.whole(), settle)
        run_in_background(self, look, self._found, self._frame.tell)

    def stand_in(self, reason: str) -> bool:
        """Goes on in a file at home, else in memory; False when the content cannot be read."""
        session, before = self._session, self._session.unkept
        if session.path is None:
            return False
        try:
            body = session.whole()
        except PlaceFails:
            if not self._refused:
                self._refused = True
                self._frame.status.show_unkept(f"ยังไม่ได้บันทึก ตั้งแต่ {clock(self._now())}")
            self._timer.start()
            return False
        link = homecoming.link_of(session)
        base = before.base if before else link.base if link else digest(body)
        made = None if session.working != session.path else self._at_home(session.path, body, base)
        store, working = made or (
            self._window.storage.in_memory(body, session.path.name),
            session.working,
        )
        since = before.since if before else self._now()
        session.unkept = Unkept(reason, since, base, made is not None)
        session.continue_on(store, working)
        self._way = Way.AWAY
        self._show()
        self._timer.start()
        return True

    def save_elsewhere(self) -> None:
        """All of the present content becomes another file, which is worked on from now."""
        from ui.dialogs.files import OFFICE, pick_save

        session, settings = self._session, self._window.settings
        if session.path is None:
            return
        target = pick_save(
            self._frame, "บันทึกไฟล์นี้ไว้ที่อื่น", settings.folder / session.path.name, OFFICE
        )
        if target is None:
            return
        if target == session.path:
            self._frame.tell("โปรดเลือกชื่อหรือโฟลเดอร์อื่น เพราะที่เดิมยังบันทึกไม่ได้", Tone.PROBLEM)
            return
        session.settling.emit()
        self._said = ""
        if self._put(target, session.whole()):
            settings.remember(target)
            self._frame.tell(f"บันทึกไว้ที่ “{target}” แล้ว และทำงานต่อในไฟล์นั้น")

    def _at_home(self, place: Path, body: bytes, base: str) -> tuple[Store, Path] | None:
        """None where the disk of the program's own folder fails as well."""
        try:
            link = homing.rebase(homing.take_home(self._window.storage.home, place, body), base)
            return self._window.storage.open(link.working), link.working
        except ItadeskError:
            return None

    def _doubt(self, reason: str) -> None:
        """Two looks in a row have to find nothing."""
        session = self._session
        if session.closed or session.unkept is not None:
            return
        if not reason and self._refused:
            session.settling.emit()  # what is still in the boxes is tried again
        elif reason and self._doubted and self.stand_in(reason):
            reason = ""
        self._doubted = reason
        self._timer.start()

    def _saved(self) -> None:
        """A save that went well is the end of one that did not."""
        if self._refused and self._session.unkept is None:
            self._refused = False
            self._frame.status.show_unkept("")

    def _found(self, way: Way) -> None:
        if self._session.closed or self._session.unkept is None:
            return
        self._way = way
        if way in (Way.BACK, Way.SAME) and self._return():
            return
        self._show()
        self._timer.start()

    def _back(self) -> None:
        """Looks once more: another file may lie there by now."""
        session = self._session
        if session.path is None or session.unkept is None:
            return
        settle = partial(homecoming.settle, self._window.storage)
        way = homing.way_back(session.path, session.unkept.base, session.whole(), settle)
        if way is not Way.GONE or not self._return():
            self._found(way)

    def _return(self) -> bool:
        """The place has all that was done meanwhile."""
        session = self._session
        if session.path is None:
            return False
        session.settling.emit()
        if not self._put(session.path, session.whole()):
            return False
        self._frame.tell(f"บันทึกลงที่เดิม “{session.path}” ครบแล้ว")
        return True

    def _put(self, target: Path, body: bytes) -> bool:
        """Writes there and goes on there, unless another has that file open."""
        storage = self._window.storage
        taken = f"ไฟล์ “{target.name}” มีผู้อื่นเปิดอยู่ โปรดเลือกที่อื่น"
        try:
            if storage.holder(target) is not None:
                raise CannotWrite(taken)
            homing.put_back(target, body)
            store = storage.open(target)
        except ItadeskError as refusal:
            self._complain(str(refusal))
            return False
        if store.read_only:  # it was opened there meanwhile
            store.close()
            self._complain(taken)
            return False
        self._go_on(store, target)
        return True

    def _complain(self, words: str) -> None:
        if words != self._said:
            self._said = words
            self._frame.tell(words, Tone.PROBLEM)

    def _go_on(self, store: Store, path: Path) -> None:
        session, link = self._session, homecoming.link_of(self._session)
        session.unkept, session.path = None, path
        self._doubted = self._said = ""
        session.continue_on(store, path, holding=False)
        if link is not None:
            homing.forget(link)
        self._show()
        self._frame.status.show_saved(self._now())
        self._timer.start()

    def _choose(self) -> None:
        """Between what is open and what another put at the place."""
        from ui.dialogs.place_versions import Version

        session, window = self._session, self._window
        if session.path is None:
            return
        session.settling.emit()
        place, body = session.path, session.whole()
        mine = Version(place, "ฉบับที่เปิดอยู่", str, session.ask(summarise))
        answer = homecoming.ask_which(window, mine, place, window.storage)
        try:
            if answer:
                homecoming.keep(place, body, answer)
        except ItadeskError as refusal:
            self._frame.tell(str(refusal), Tone.PROBLEM)
            return
        if answer == homecoming.MINE:
            self._return()
        elif answer == homecoming.THEIRS:
            self._leave_for(place)

    def _leave_for(self, place: Path) -> None:
        """What was open lies beside it now."""
        link = homecoming.link_of(self._session)
        self._session.unkept, self._session.working = None, place
        if link is not None:
            homing.forget(link)
        QTimer.singleShot(0, self._window, lambda: self._window.open_path(place))

    def _show(self) -> None:
        unkept = self._session.unkept
        if unkept is None:
            if self._bar is not None:
                self._bar.withdraw()
                self._bar = None
            self._frame.status.show_unkept("")
            return
        where = "ยังไม่ได้บันทึกลงที่เดิม" if unkept.safe else "ยังไม่ได้บันทึก"
        self._frame.status.show_unkept(f"{where} ตั้งแต่ {clock(unkept.since)}")
        if self._bar is None:
            self._bar = OfferBar(Tone.PROBLEM)
            self._frame.offer(self._bar)
        deeds: list[tuple[str, Callable[[], object]]] = [(_ELSEWHERE, self.save_elsewhere)]
        if self._way is Way.GONE:
            deeds.insert(0, (_BACK, self._back))
        elif self._way is Way.OTHER:
            deeds.insert(0, (_COMPARE, self._choose))
        self._bar.say(f"{unkept.reason} {_words(unkept, self._way)}", deeds)


def _words(unkept: Unkept, way: Way) -> str:
    """Where the work is meanwhile, and what happens next."""
    kept = _SAFE if unkept.safe else _IN_MEMORY
    following = {
        Way.AWAY: "เมื่อต่อกลับ โปรแกรมจะบันทึกลงที่เดิมให้เอง",
        Way.FULL: "เมื่อมีที่ว่างพอ โปรแกรมจะบันทึกลงที่เดิมให้เอง",
    }
    return " ".join(filter(None, (kept, following.get(way, ""))))


def attend(window: Window, frame: Frame) -> None:
    """Watches the place of a file that is written."""
    session: Session = frame.session
    if session.path is not None and not session.read_only:
        PlaceWatch(window, frame)
