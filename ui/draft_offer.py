"""Offers a text that was being typed when the program ended without being closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from itadesk.services.years import score_years
from ui.fields import Box, box_at, put
from ui.widgets.notice import Tone
from ui.widgets.offer_bar import OfferBar

if TYPE_CHECKING:
    from itadesk.drafts import Draft
    from ui.attendants.drafts import DraftKeeper
    from ui.frame import Frame

SHOWN = 40  # letters of the text in the line
TITLE = "ข้อความที่พิมพ์ค้างไว้"
USED = "ใส่ข้อความที่พิมพ์ค้างไว้กลับในช่องเดิมแล้ว"
ELSEWHERE = "ช่องที่พิมพ์ไว้ไม่อยู่ที่เดิมหรือมีข้อความใหม่แล้ว คัดลอกข้อความนี้ไปวางเองได้"


class DraftOffer(QObject):
    """One text after another, until none is left."""

    def __init__(self, frame: Frame, keeper: DraftKeeper) -> None:
        super().__init__(frame)
        self._frame, self._keeper = frame, keeper
        self.bar = OfferBar()
        frame.offer(self.bar)
        self._next()

    def _next(self) -> None:
        if not self._keeper.left:
            self.bar.withdraw()
            return
        draft = self._keeper.left[0]
        self.bar.say(
            _words(draft, {page.id: page.title for page in self._frame.pages()}),
            [
                ("ใช้ข้อความนี้", lambda: self._use(draft)),
                ("ดู", lambda: self._show(draft, "ยังไม่ได้อยู่ในไฟล์ เพราะครั้งก่อนปิดไม่ปกติ")),
                ("ทิ้ง", lambda: self._answered(draft)),
            ],
        )

    def _use(self, draft: Draft) -> None:
        box = self._box(draft)
        if box is None:
            self._show(draft, ELSEWHERE)
            return
        self._answered(draft)
        put(box, draft.text)
        self._frame.tell(USED, Tone.INFO)

    def _box(self, draft: Draft) -> Box | None:
        """Goes to the box; None when it is not there, or holds another text than it did."""
        frame = self._frame
        if draft.year in frame.session.ask(score_years):
            frame.session.show_year(draft.year)
        frame.show_page(f"{draft.page}:{draft.within}" if draft.within else draft.page)
        place = getattr(frame.page(), "place", None)
        within = place() if callable(place) else ""
        if (frame.shown, frame.session.year or 0, within) != draft.place[:3]:
            return None
        return box_at(frame.page(), draft.field, draft.saved)

    def _show(self, draft: Draft, remark: str) -> None:
        from ui.dialogs.text_view import TextView

        deeds = [("ทิ้งข้อความนี้", lambda: self._answered(draft))]
        TextView(self._frame, TITLE, remark, draft.text, deeds).ask()

    def _answered(self, draft: Draft) -> None:
        self._keeper.answered(draft)
        self._next()


def _words(draft: Draft, titles: dict[str, str]) -> str:
    line = " ".join(draft.text.split())
    text = f"{line[:SHOWN]}…" if len(line) > SHOWN else line
    where = f"หน้า{titles.get(draft.page, '')}"
    if draft.name:
        where += f" ช่อง{draft.name}"
    return f"พบ{TITLE} ({where}): “{text}”"
