"""ทั้งชุด: the documents of the year into one folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadesk.model.office import Digits
from itadesk.services.reporting import forms_of
from itadesk.services.whole_set import NamedFile, files_of, read_set
from itadesk.thai.digits import to_thai
from ui.dialogs.folder_set import FolderSet
from ui.models.forms import form_rows
from ui.session import Session
from ui.typesetting import Typesetter

_WORKBOOK = ".xlsx"


class WholeSetDialog(FolderSet):
    """A tick for every form; `digits` by form where they were chosen."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        typesetter: Typesetter,
        digits: Mapping[str, Digits],
        folder: Path,
    ) -> None:
        super().__init__(parent, session, typesetter, folder)
        self._digits = digits
        data = session.data
        for row in form_rows(session.ask(forms_of), data) if data else ():
            words = f"{row.title} · {row.state}" if row.lacking else row.title
            self.add_entry(row.id, words, "\n".join((row.title, row.state, *row.lacking)))
        kinds = {".pdf": "PDF", ".docx": "Word", _WORKBOOK: "ข้อมูลเป็น Excel"}
        self.lay_out("สร้างเอกสารทั้งชุด", kinds)
        self.pdf, self.word, self.workbook = self.kinds.values()
        self.workbook.setChecked(True)

    def files(self, year: int) -> Sequence[NamedFile]:
        whole = self._session.ask(
            read_set, year, self.chosen(), self._documents(),
            workbook=self.workbook.isChecked(), digits=self._digits,
        )  # fmt: skip
        return list(files_of(whole))

    def count(self) -> None:
        chosen, all_of_them = len(self.chosen()), self.list.count()
        many = f"เอกสาร {to_thai(str(chosen))} จาก {to_thai(str(all_of_them))} แบบ"
        self.state.setText(f"{many} จะอยู่ในโฟลเดอร์ใหม่โฟลเดอร์เดียว")
        files = chosen * len(self._documents()) + (_WORKBOOK in self.endings())
        self.agree.setEnabled(files > 0)

    def _documents(self) -> tuple[str, ...]:
        return tuple(ending for ending in self.endings() if ending != _WORKBOOK)
