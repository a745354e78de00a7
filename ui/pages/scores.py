"""The page of scores: one table to type or paste the result into."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadesk.catalogue.candidates import empty_instruments
from itadesk.model.changes import Changes, Kind
from itadesk.model.year import YearData
from itadesk.naming import file_name
from itadesk.services.catalogues import copy_catalogue, fill_text, source_of_missing
from itadesk.services.scores import note_score
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs.fill_text import FillText
from ui.dialogs.result_head import ResultHead
from ui.entries.scores import progress
from ui.models.score_rows import filled, score_rows
from ui.models.scores import ROW, Cell, Column, ScoreModel
from ui.score_saving import save_cell
from ui.session import Session
from ui.widgets.draft_line import DraftLine
from ui.widgets.missing_questions import MissingQuestions
from ui.widgets.note_line import NoteLine
from ui.widgets.notice import notify
from ui.widgets.score_actions import ScoreActions
from ui.widgets.score_strip import ScoreStrip
from ui.widgets.score_table import ScoreTable

SHOWN = (Kind.SCORES, Kind.CATALOGUE, Kind.SETTINGS, Kind.YEARS)


def _parts_words(data: YearData) -> str:
    """The words of the button that shows the columns of parts; "" in a year without them."""
    names = [instrument.code for instrument in data.catalogue.instruments if instrument.parts]
    return f"แยกส่วน {names[0]}" if names else ""


def _word(action: QAction, words: str) -> None:
    """Names an action; one without a name is not offered."""
    action.setText(words or action.text())
    action.setVisible(bool(words))


class ScoresPage(QWidget):
    """Joins strip, table and the line of drafts; what is saved comes back through the session."""

    wants_page = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._saving = False
        self.strip, self.drafts, self.missing = ScoreStrip(), DraftLine(), MissingQuestions()
        self.note = NoteLine()
        self.model = ScoreModel(self._save, self)
        self.table = ScoreTable(self.model)
        self.deeds = ScoreActions(session, self.table, self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 4, theme.PAGE, 4)
        column.setSpacing(theme.GAP)
        for widget in (self.strip, self.missing, self.table, self.drafts, self.note):
            column.addWidget(widget)
        column.setStretch(2, 1)
        self.setFocusProxy(self.table)
        self._add_actions()
        self._listen()
        self.reload()
        self.table.go_to_first()

    def subtitle(self) -> str:
        data = self._session.data
        how_far = f" — {progress(data).words}" if data else ""
        return f"พิมพ์คะแนนแล้วกด Enter หรือคัดลอกจาก Excel มาวางได้ทั้งตาราง{how_far}"

    def unsaved(self) -> str:
        """What was typed and cannot be taken is in the window only."""
        count = self.model.draft_count()
        return f"คะแนน {to_thai(str(count))} ช่องยังไม่ได้บันทึก โปรดดูช่องที่มีกรอบสีแดง" if count else ""

    def show_place(self, within: str) -> None:
        """Goes to the score of a question, or to an announced figure by its key."""
        for column in (Column.SCORE, Column.OFFICIAL):
            index = self.model.place(Cell(within, column))
            if index.isValid() and self.model.cell(index):
                self.table.go_to(index)
                return

    def reload(self) -> None:
        """Reads the year again."""
        data = self._session.data
        if data is None:
            return
        self.model.show_rows(score_rows(data), data.year, thai=data.settings.digits == "thai")
        have, all_of_them = filled(data)
        self.strip.show_year(data, to_thai(f"{have}/{all_of_them}"))
        self._show_missing(data)
        self._show_note()
        _word(self.items, self.deeds.items_words())
        _word(self.parts, _parts_words(data))

    def _show_missing(self, data: YearData) -> None:
        codes = empty_instruments(data.catalogue)
        source = self._session.ask(source_of_missing, data.year) if codes else None
        self.missing.show_missing(data.year, codes, source)
        self.texts.setVisible(not all(one.text.confirmed for one in data.catalogue.questions))

    def _use_as_draft(self, source: int) -> None:
        year = self._session.year
        if year is not None and self._session.run(copy_catalogue, source, year) is not None:
            words = f"นำข้อคำถามของปี {to_thai(str(source))} มาเป็นร่างแล้ว กรอกคะแนนได้เลย"
            notify(self, words, action=("ตรวจและยืนยันข้อความ", self._edit_texts))
            self.table.go_to_first()
            self.table.setFocus()

    def _edit_texts(self) -> None:
        from ui.dialogs.catalogue_editor import CatalogueEditor

        if self._session.year is not None:
            CatalogueEditor.ask(self, self._session, self._session.year)

    def _add_actions(self) -> None:
        self.paste = QAction("วางจาก Excel", self)
        self.paste.setToolTip("คัดลอกช่วงคะแนนจาก Excel แล้วกดที่นี่ หรือกด Ctrl+V ในตาราง")
        self.paste.triggered.connect(self.deeds.paste)
        self.items = QAction("ได้ ๑๐๐ คะแนนทุกข้อ", self)
        self.items.triggered.connect(self.deeds.fill_items)
        self.parts = QAction("แยกส่วน", self)
        self.parts.setCheckable(True)
        self.parts.setToolTip("แสดงช่องคะแนนส่วนที่ ๑ และส่วนที่ ๒ ของแต่ละข้อ")
        self.parts.triggered.connect(self.table.show_parts)
        self.table.parts_turned.connect(self.parts.setChecked)
        self.texts = QAction("ตรวจและยืนยันข้อความข้อคำถาม…", self)
        self.texts.triggered.connect(self._edit_texts)
        self.announced = QAction("ข้อมูลที่ประกาศ…", self)
        self.announced.triggered.connect(lambda: ResultHead.ask(self, self._session))
        self.sheet = QAction("บันทึกคะแนนเป็น Excel…", self)
        self.sheet.triggered.connect(self.save_sheet)
        self.addActions(
            [self.paste, self.items, self.parts, self.texts, self.announced, self.sheet]
        )

    def save_sheet(self) -> None:
        """Writes all scores of the year in one row, as provinces ask for them."""
        from itadesk.exchange.shapes import SCORES
        from itadesk.services.reporting import write_report
        from ui.document_output import DocumentOutput

        data, path = self._session.data, self._session.path
        if data is None:
            return
        self._session.settling.emit()
        name = file_name(f"คะแนน ITA ปี {data.year} {data.office.name}")
        ask = self._session.ask
        output = DocumentOutput(self, path.parent if path else None)
        output.save(name, ".xlsx", lambda to: ask(write_report, data.year, SCORES, to))

    def _listen(self) -> None:
        self._session.changed.connect(self._after_change)
        self._session.year_shown.connect(self.reload)
        self._session.settling.connect(self._settle)
        self.table.fill_wanted.connect(self._fill_text)
        self.missing.wanted.connect(self._use_as_draft)
        self.strip.announced.clicked.connect(self.announced.trigger)
        self.model.drafted.connect(self._show_drafts)
        self.table.selectionModel().currentChanged.connect(self._show_drafts)
        self.table.selectionModel().currentChanged.connect(self._show_note)
        self.deeds.note_wanted.connect(self._write_note)
        self.note.wanted.connect(self._write_note)
        self.note.written.connect(self._save_note)
        self.note.ended.connect(self._show_drafts)
        self.note.left.connect(self.table.setFocus)
        self.drafts.next_wanted.connect(self._go_to_next_draft)
        self.drafts.old_wanted.connect(self._drop_drafts)

    def _save(self, cell: Cell, typed: str) -> str:
        self._saving = True
        try:
            return save_cell(self._session, cell, typed)
        finally:
            self._saving = False

    def _settle(self) -> None:
        """Saves the cell that is being typed in."""
        if not self._saving:
            self.table.finish_typing()
            self.note.finish()

    def _after_change(self, changes: Changes) -> None:
        if changes.touches(*SHOWN):
            self.reload()
        if changes.touches(Kind.CATALOGUE):
            self.table.settle()

    def _show_drafts(self) -> None:
        drafts = self.model.drafts()
        here = self.model.cell(self.table.currentIndex())
        shown = here if here in drafts else next(iter(drafts), None)
        reason = drafts[shown].reason if shown and not self.note.writing else ""
        self.drafts.show_draft(reason, len(drafts))  # one line at a time leaves room for the table

    def _show_note(self) -> None:
        row = self.table.currentIndex().data(ROW)
        if row is not None and row.is_question:
            self.note.show_note(row.key, row.head, row.note)
        else:
            self.note.show_note("", "", "")

    def _write_note(self) -> None:
        """Opens the note of the question that the table is at."""
        row = self.table.currentIndex().data(ROW)
        if row is not None and row.is_question:
            self.note.write()
            self._show_drafts()

    def _save_note(self, code: str, text: str) -> None:
        if self._session.year is not None:
            self._session.run(note_score, self._session.year, code, text)

    def _go_to_next_draft(self) -> None:
        places = sorted(self.model.place(cell) for cell in self.model.drafts())
        here = self.table.currentIndex()
        after = [place for place in places if here < place]
        if places:
            self.table.go_to((after or places)[0])
            self.table.setFocus()

    def _drop_drafts(self) -> None:
        for cell in self.model.drafts():
            self.model.drop_draft(cell)
        self.table.setFocus()

    def _fill_text(self, index: QModelIndex) -> None:
        data, row = self._session.data, index.data(ROW)
        if data is None or not row.is_question or not row.can_fill:
            return
        question = data.catalogue.question(row.key)
        if question is None:
            return
        text = FillText.ask(self, question)
        if text is not None:
            self._session.run(fill_text, data.year, row.key, text)
