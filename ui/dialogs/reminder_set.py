"""หนังสือทวงถาม: letters to offices whose files are awaited, into one folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadesk.gathering import OfficeLine, not_sent
from itadesk.services.reminders import recipient, reminders
from itadesk.services.whole_set import NamedFile
from itadesk.thai.digits import to_thai
from ui.dialogs.folder_set import FolderSet
from ui.models.offices import is_returned
from ui.session import Session
from ui.typesetting import Typesetter


class ReminderSetDialog(FolderSet):
    """Offices that have not sent, or whose file went back, of those that are shown."""

    what = "หนังสือทวงถาม"
    asking = "เลือกที่เก็บหนังสือทวงถาม"

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        typesetter: Typesetter,
        folder: Path,
        lines: Sequence[OfficeLine],
    ) -> None:
        super().__init__(parent, session, typesetter, folder)
        self._waiting = {line.key: line for line in not_sent(lines)}
        for key, line in self._waiting.items():
            why = "ส่งคืนแก้ไข" if is_returned(line) else "ยังไม่ส่งไฟล์"
            place = f"อำเภอ{line.district} · " if line.district else ""
            self.add_entry(key, f"{line.name}\n{place}{why}", f"เรียน {recipient(line)}")
        self.lay_out("หนังสือทวงถาม", {".pdf": "PDF", ".docx": "Word"})

    def files(self, year: int) -> Sequence[NamedFile]:
        chosen = [self._waiting[key] for key in self.chosen()]
        return self._session.ask(reminders, year, chosen, self.endings())

    def count(self) -> None:
        chosen = len(self.chosen())
        self.state.setText(
            f"หนังสือ {to_thai(str(chosen))} ฉบับ เว้นเลขที่และวันที่ไว้ให้กรอก "
            "แก้ข้อความได้ที่หน้าเอกสาร แบบหนังสือภายนอก ต้นแบบ “ทวงข้อมูลจากหน่วยงาน”"
        )
        self.agree.setEnabled(chosen > 0 and bool(self.endings()))
