"""ชุดเอกสาร OIT: what the items of a year ask for, each document of its own score year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadesk.naming import file_name
from itadesk.oit_set import ItemDocument
from itadesk.reports.forms import form_of
from itadesk.services.oit_set import REGISTER, OitSet, read_oit_set
from itadesk.services.whole_set import NamedFile, files_of
from itadesk.thai.digits import to_thai
from ui.dialogs.folder_set import FolderSet
from ui.session import Session
from ui.typesetting import Typesetter


class OitSetDialog(FolderSet):
    """Items that the program has a document for; those whose score year is not there are told."""

    what = "ชุดเอกสาร OIT"
    asking = "เลือกที่เก็บชุดเอกสาร OIT"

    def __init__(
        self, parent: QWidget | None, session: Session, typesetter: Typesetter, folder: Path
    ) -> None:
        super().__init__(parent, session, typesetter, folder)
        year = session.year
        found = session.ask(read_oit_set, year) if year is not None else OitSet((), ())
        for item in found.items:
            self._add(item)
        for item in found.missing:
            self._add(item, missing=True)
        self.add_entry(REGISTER, form_of(REGISTER).title, "ทะเบียนของปีที่เลือก")
        self.lay_out("ชุดเอกสาร OIT", {".pdf": "PDF", ".docx": "Word"})

    def files(self, year: int) -> Sequence[NamedFile]:
        found = self._session.ask(read_oit_set, year, self.endings(), only=self.chosen())
        return [each for part in found.sets for each in files_of(part)]

    def count(self) -> None:
        chosen = len(self.chosen())
        missing = self.list.count() - self.offered()
        words = f"เอกสาร {to_thai(str(chosen))} รายการ จะอยู่ในโฟลเดอร์ใหม่โฟลเดอร์เดียว"
        if missing:
            words += (
                f"\nอีก {to_thai(str(missing))} ข้อยังทำไม่ได้ เพราะยังไม่มีข้อมูลผลของปีนั้นในไฟล์ "
                "เพิ่มปีได้ที่รายการปีมุมบนซ้าย"
            )
        self.state.setText(words)
        self.agree.setEnabled(chosen > 0 and bool(self.endings()))

    def _add(self, item: ItemDocument, *, missing: bool = False) -> None:
        code, year = to_thai(item.code), to_thai(str(item.score_year))
        title = f"ผลปี {year} · {form_of(item.form).title}"
        words = f"▲ ยังไม่มีข้อมูลผลปี {year} ในไฟล์นี้" if missing else title
        name = f"{code} {item.name}"
        self.add_entry(item.code, f"{name}\n{words}", file_name(title), offered=not missing)
