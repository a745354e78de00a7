"""Settings: the question sets by year, made, edited, given away and taken over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadesk.catalogue.candidates import empty_instruments
from itadesk.catalogue.reader import read_catalogue
from itadesk.errors import ItadeskError
from itadesk.model.catalogue import Catalogue
from itadesk.naming import file_name
from itadesk.services.catalogues import (
    copy_catalogue,
    export_catalogue,
    save_catalogue,
    source_of_missing,
)
from itadesk.services.years import catalogue_of, catalogue_years
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs.files import CATALOGUE, pick_open, pick_save
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, separator
from ui.widgets.notice import Tone, notify, notify_done
from ui.widgets.turning_row import TurningRow

_WIDEST = 640  # px that the buttons of a year ask for, however large the text is


class CataloguesCard(Card):
    """A line a year, and two buttons below them all."""

    def __init__(self, session: Session, folder: Callable[[], Path]) -> None:
        super().__init__("ชุดข้อคำถาม")
        self._session, self._folder = session, folder
        self._lines: list[QWidget] = []
        self.add(
            label(
                "ข้อคำถามของแต่ละปี แก้ไขและเติมข้อความได้ ส่งเป็นไฟล์ให้หน่วยงานอื่นใช้ต่อได้", "quiet", wrap=True
            )
        )
        row = QHBoxLayout()
        row.addWidget(button("สร้างชุดของปีใหม่จากปีก่อน…", self.copy, sign="plus"))
        row.addWidget(button("เพิ่มจากไฟล์…", self.take_in, sign="import"))
        row.addStretch()
        self.body.addLayout(row)
        self.load()

    def load(self) -> None:
        """Reads the years again."""
        for old in self._lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for year in self._session.ask(catalogue_years):
            for widget in (self._line(year), separator()):
                self.body.insertWidget(2 + len(self._lines), widget)
                self._lines.append(widget)

    def copy(self) -> None:
        """A new year's set from an earlier one."""
        from ui.dialogs.new_catalogue import NewCatalogue

        year = NewCatalogue.ask(self, self._session)
        if year is not None:
            words = f"สร้างชุดข้อคำถามปี {_thai(year)} แล้ว โปรดตรวจและยอมรับข้อความทุกข้อ"
            notify(self, words, Tone.DONE, ("ตรวจและแก้ไข", lambda: self.edit(year)))

    def edit(self, year: int) -> None:
        """Opens the editor of a year's set."""
        from ui.dialogs.catalogue_editor import CatalogueEditor

        CatalogueEditor.ask(self, self._session, year)

    def group(self, year: int) -> None:
        """Opens the issues of a year."""
        from ui.dialogs.issue_map import IssueMap

        if IssueMap.ask(self, self._session, year):
            notify_done(self, f"บันทึกประเด็นการวิเคราะห์ปี {_thai(year)} แล้ว", self._session)

    def fill_up(self, source: int, year: int) -> None:
        """The questions a year lacks, from an earlier one."""
        if self._session.run(copy_catalogue, source, year) is not None:
            words = f"นำข้อคำถามของปี {_thai(source)} มาเป็นร่างของปี {_thai(year)} แล้ว"
            notify(self, words, Tone.DONE, ("ตรวจและแก้ไข", lambda: self.edit(year)))

    def give_out(self, year: int) -> None:
        """Saves a year's set as a file."""
        name = file_name(f"ชุดข้อคำถาม ITA {_thai(year)}", ".json")
        path = pick_save(self, "บันทึกชุดข้อคำถามเป็นไฟล์", self._folder() / name, CATALOGUE)
        if path is None:
            return
        try:
            self._session.ask(export_catalogue, year, path)
        except ItadeskError as refusal:
            notify(self, str(refusal), Tone.PROBLEM)
        else:
            notify(self, f"บันทึกชุดข้อคำถามปี {_thai(year)} เป็นไฟล์ “{path.name}” แล้ว")

    def take_in(self) -> None:
        """Adds a set from a file."""
        path = pick_open(self, "เพิ่มชุดข้อคำถามจากไฟล์", self._folder(), CATALOGUE)
        if path is None:
            return
        from ui.dialogs.moved_scores import may_move_scores

        try:
            given = read_catalogue(path)
        except ItadeskError as refusal:
            notify(self, str(refusal), Tone.PROBLEM)
            return
        if not may_move_scores(self, self._session, given):
            return
        changes = self._session.run(save_catalogue, given)
        if changes is not None:
            notify_done(self, f"เพิ่ม{changes.label}แล้ว", self._session)

    def _offer_rest(self, row: FlowLayout, year: int) -> None:
        source = self._session.ask(source_of_missing, year)
        if source is None:
            return
        fill = button(
            f"ใช้ข้อคำถามของปี {_thai(source)} เป็นร่าง", lambda: self.fill_up(source, year), sign="copy"
        )
        fill.setAccessibleName(f"{fill.text()}ของปี {_thai(year)}")
        row.addWidget(fill)

    def _line(self, year: int) -> QWidget:
        words, actions = QWidget(), QWidget()
        said = QHBoxLayout(words)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(theme.GAP)
        said.addWidget(label(f"ปี {_thai(year)}", "strong"))
        catalogue = self._session.ask(catalogue_of, year)
        said.addWidget(label(_how_sure(catalogue), "quiet", wrap=True), 1)
        row = FlowLayout(actions)
        if empty_instruments(catalogue):
            self._offer_rest(row, year)
        edit = button("แก้ไข", lambda: self.edit(year), role="quiet", sign="edit")
        edit.setAccessibleName(f"แก้ไขชุดข้อคำถามปี {_thai(year)}")
        issues = button("ประเด็น", lambda: self.group(year), role="quiet", sign="analysis")
        issues.setAccessibleName(f"จัดข้อคำถามปี {_thai(year)} ตามประเด็นการวิเคราะห์")
        give = button("บันทึกเป็นไฟล์", lambda: self.give_out(year), role="quiet", sign="export")
        give.setAccessibleName(f"บันทึกชุดข้อคำถามปี {_thai(year)} เป็นไฟล์")
        for each in (edit, issues, give):
            row.addWidget(each)
        words.setMinimumWidth(theme.px(220))
        actions.setMinimumWidth(min(theme.px(420), _WIDEST, row.wide()))
        return TurningRow({words: 1, actions: 0}, theme.GAP)


def _how_sure(catalogue: Catalogue) -> str:
    """How many questions there are, and how many texts nobody has confirmed."""
    questions = list(catalogue.questions)
    doubtful = sum(not question.text.confirmed for question in questions)
    words = f"{_thai(len(questions))} ข้อ"
    missing = empty_instruments(catalogue)
    if missing:
        words += f" · ยังไม่มีข้อคำถาม {' '.join(missing)}"
    return f"{words} · ยังไม่ยืนยันข้อความ {_thai(doubtful)} ข้อ" if doubtful else words


def _thai(number: int) -> str:
    return to_thai(str(number))
