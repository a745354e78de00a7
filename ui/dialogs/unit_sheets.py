"""ส่งให้สำนัก/กอง: the sheets of a round, one file a unit, and what is out and what is back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadesk.reports.parts.names import parts_word
from itadesk.rounds import rounds_of
from itadesk.services.unit_sheets import UnitState, note_sent, unit_files, unit_states
from itadesk.services.whole_set import NamedFile
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from itadesk.units import measures_of_nobody
from ui.dialogs.folder_set import FolderSet
from ui.models.rounds import round_name
from ui.session import Session
from ui.typesetting import Typesetter
from ui.widgets.calm_combo import CalmCombo

KINDS = {".xlsx": "Excel", ".pdf": "PDF สำหรับพิมพ์", ".docx": "Word"}


class UnitSheetsDialog(FolderSet):
    """A tick for every unit with measures; begins with those that have not reported all."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        typesetter: Typesetter,
        folder: Path,
        months: int,
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent, session, typesetter, folder)
        self._today = today
        self._made: dict[str, str] = {}  # units by the name of their file
        self.round = CalmCombo()
        self.round.setAccessibleName("รอบรายงาน")
        data = session.data
        self._parts = parts_word(data.office) if data else ""
        self.what = f"แบบราย{self._parts}"
        self.asking = f"เลือกที่เก็บแบบราย{self._parts}"
        for each in sorted({*rounds_of(data), months}) if data else ():
            self.round.addItem(round_name(each), each)
        self.round.choose(months)
        self.lay_out(f"ส่งแบบให้{self._parts}", KINDS, self.round)
        self.round.currentIndexChanged.connect(self._show_round)
        self._show_round()

    @property
    def months(self) -> int:
        return int(self.round.currentData())

    def files(self, year: int) -> Sequence[NamedFile]:
        data = self._session.data
        assert data is not None
        assert data.year == year
        made = unit_files(data, self.chosen(), self.months, self.endings())
        self._made = {file.name: file.unit for file in made}
        return [(file.name, file.write) for file in made]

    def finish(self, good: Sequence[str]) -> None:
        units = dict.fromkeys(self._made[name] for name in good)
        year = self._session.year
        if units and year is not None:
            self._session.run(note_sent, year, tuple(units), self.months, self._today())

    def count(self) -> None:
        units, files = len(self.chosen()), len(self.chosen()) * len(self.endings())
        words = to_thai(f"{units} {self._parts} รวม {files} ไฟล์ จะอยู่ในโฟลเดอร์ใหม่โฟลเดอร์เดียว")
        data = self._session.data
        nobody = len(measures_of_nobody(data)) if data else 0
        if nobody:
            words += f"\nมาตรการ {to_thai(str(nobody))} รายการยังไม่ระบุผู้รับผิดชอบ จึงไม่อยู่ในแบบใด"
        self.state.setText(words)
        self.agree.setEnabled(files > 0)

    def _show_round(self) -> None:
        data = self._session.data
        if data is None:
            return
        self.list.blockSignals(True)
        self.list.clear()
        for state in unit_states(data, self.months):
            open_ones = state.measures - state.reported
            words = _words(state)
            self.add_entry(
                state.unit, words, words, ticked=open_ones > 0, offered=state.measures > 0
            )
        self.list.blockSignals(False)
        self.recount()


def _words(state: UnitState) -> str:
    if not state.measures:
        return f"{state.unit}\nยังไม่มีมาตรการ"
    told = to_thai(f"{state.measures} มาตรการ · รายงานแล้ว {state.reported}")
    sign = "✓" if state.reported == state.measures else "○" if not state.reported else "◔"
    return f"{state.unit} · {sign} {told}\n{_road(state)}"


def _road(state: UnitState) -> str:
    """Out, back, or neither."""
    sheet = state.sheet
    sent = f"ส่งแบบ {format_date(sheet.sent_on, 'short')}" if sheet.sent_on else ""
    if sheet.back_on:
        return " · ".join(filter(None, (sent, f"ได้รับคืน {format_date(sheet.back_on, 'short')}")))
    return f"{sent} · ยังไม่ได้รับคืน" if sent else "ยังไม่ได้ส่งแบบ"
