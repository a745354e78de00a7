"""What is done with cells of the score table: copy, paste, fill, empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sized
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from itadesk.model.year import YearData
from itadesk.services.scores import fill_items
from itadesk.thai.digits import to_thai
from ui.dialogs import message
from ui.models.scores import Cell, Column, ScoreModel
from ui.score_clipboard import Placed, clipped, copied, placed
from ui.score_saving import save_cells
from ui.session import Session
from ui.widgets.notice import Tone, notify, notify_done
from ui.widgets.score_table import ScoreTable

FULL = Decimal(100)
NOWHERE = Placed()


class ScoreActions(QObject):
    """The table's actions with their keys, and the menu of the right button."""

    note_wanted = Signal()

    def __init__(self, session: Session, table: ScoreTable, model: ScoreModel) -> None:
        super().__init__(table)
        self._session, self._table, self._model = session, table, model
        standard = QKeySequence.StandardKey
        for words, key, deed in (
            ("ตัด", standard.Cut, self.cut),
            ("คัดลอก", standard.Copy, self.copy),
            ("คัดลอกพร้อมหัวตาราง", "Ctrl+Shift+C", self.copy_with_heads),
            ("วาง", standard.Paste, self.paste),
            ("ใส่ค่าเดียวกับช่องบน", "Ctrl+D", self.fill_down),
            ("ล้างค่า", standard.Delete, self.clear),
            ("หมายเหตุของคะแนนข้อนี้…", "Shift+F2", self.note_wanted.emit),
        ):
            self._add(words, QKeySequence(key), deed)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.toggled.connect(self.toggle)
        table.given.connect(self.give)
        table.undrafted.connect(self._undraft)
        table.pen.block_pasted.connect(self.paste)

    def copy(self) -> None:
        """The chosen cells as a table for Excel; the whole table with its heads."""
        self._copy(heads=False)

    def cut(self) -> None:
        """Copies the chosen cells and empties them."""
        self.copy()
        self.clear()

    def copy_with_heads(self) -> None:
        """The chosen cells with the titles of their columns and the codes of their rows."""
        self._copy(heads=True)

    def paste(self) -> None:
        """A block from Excel at the current cell, or a table with codes wherever it belongs."""
        data = self._session.data
        rows = clipped(QGuiApplication.clipboard().mimeData())
        if data is None or not rows:
            self._say("ยังไม่มีอะไรให้วาง โปรดคัดลอกช่วงคะแนนจาก Excel ก่อน", Tone.INFO)
            return
        if len(rows) == len(rows[0]) == 1 and len(self._chosen()) > 1:
            self._spread(rows[0][0])
            return
        found = placed(rows, data.catalogue, self._model, self._table.currentIndex())
        if not found.typed and not found.wrong and not found.lost:
            self._say("ไม่พบคะแนนในข้อมูลที่คัดลอกมา โปรดคัดลอกช่วงคะแนนจาก Excel ใหม่", Tone.INFO)
            return
        if any(cell.column in (Column.PART1, Column.PART2) for cell in found.typed | found.wrong):
            self._table.show_parts(True)
        self._take(found.typed, "วาง", found)

    def fill_down(self) -> None:
        """The topmost chosen value into the cells below it."""
        typed: dict[Cell, str] = {}
        for index in self._chosen():
            above = self._source(index)
            cell = self._model.cell(index)
            if above is not None and cell is not None:
                typed[cell] = self._model.typed(above)
        self._take(typed, "ใส่ค่า")

    def clear(self) -> None:
        """Empties the chosen cells."""
        cells = [self._model.cell(index) for index in self._chosen()]
        held = [c for c in cells if c and self._model.typed(self._model.place(c))]
        self._take(dict.fromkeys(held, ""), "ล้าง", quiet=len(held) < 2)

    def toggle(self, index: QModelIndex) -> None:
        """100 instead of 0 or nothing, 0 instead of 100, for an item."""
        cell = self._model.cell(index)
        if cell is not None and self._model.row(index.row()).binary:
            self.give(index, "0" if self._model.row(index.row()).figure.value == FULL else "100")

    def give(self, index: QModelIndex, value: str) -> None:
        """A score given by one key."""
        cell = self._model.cell(index)
        if cell is not None:
            self._take({cell: value}, "ใส่ค่า", quiet=True)

    def items_words(self) -> str:
        """The words of the button that gives every item its full score; "" without items."""
        data = self._session.data
        if data is None:
            return ""
        names = [
            one.code
            for one in data.catalogue.instruments
            if any(q.binary for i in one.indicators for q in i.questions)
        ]
        return f"{names[0]} ได้ ๑๐๐ คะแนนทุกข้อ" if names else ""

    def fill_items(self) -> None:
        """Gives 100 to every empty item; items at 0 only when asked and agreed."""
        data = self._session.data
        if data is None:
            return
        empty, below = _items(data)
        if not empty and not below:
            self._say(f"{self.items_words()}แล้ว", Tone.INFO)
        elif empty:
            self._fill(data, empty, f" (คงข้อที่ได้ ๐ ไว้ {_count(below)} ข้อ)" if below else "")
        elif message.confirm(
            self._table,
            "เปลี่ยนข้อที่ได้ ๐ คะแนนเป็น ๑๐๐ หรือไม่",
            f"มี {_count(below)} ข้อที่กรอกไว้ว่าได้ ๐ คะแนน หากเปลี่ยนแล้วยังเลิกทำได้ด้วย Ctrl+Z",
            yes="เปลี่ยนเป็น ๑๐๐",
        ):
            self._fill(data, below, "")

    def _copy(self, *, heads: bool) -> None:
        indexes = self._table.selectionModel().selectedIndexes()
        shown = [index for index in indexes if not self._table.isColumnHidden(index.column())]
        whole = len(indexes) == self._model.rowCount() * self._model.columnCount()
        QGuiApplication.clipboard().setMimeData(copied(self._model, shown, heads=heads or whole))

    def _spread(self, text: str) -> None:
        """One value into every chosen cell."""
        cells = [self._model.cell(index) for index in self._chosen()]
        self._take({cell: text for cell in cells if cell}, "วาง")

    def _fill(self, data: YearData, codes: list[str], remark: str) -> None:
        if self._session.run(fill_items, data.year, codes, FULL) is not None:
            self._offer_undo(f"ใส่ ๑๐๐ คะแนนให้ {_count(codes)} ข้อแล้ว{remark}")

    def _add(self, words: str, key: QKeySequence, deed: Callable[[], None]) -> None:
        action = QAction(words, self._table)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: deed())
        self._table.addAction(action)

    def _chosen(self) -> list[QModelIndex]:
        """The chosen cells that can be typed in, from the top."""
        chosen = self._table.selectionModel().selectedIndexes()
        hidden = self._table.isColumnHidden
        return sorted(i for i in chosen if self._model.cell(i) and not hidden(i.column()))

    def _source(self, index: QModelIndex) -> QModelIndex | None:
        """Where Ctrl+D takes the value of a cell from."""
        column = [other for other in self._chosen() if other.column() == index.column()]
        if len(column) > 1:
            return column[0] if index != column[0] else None
        above = index.siblingAtRow(index.row() - 1)
        while above.isValid() and self._model.cell(above) is None:
            above = above.siblingAtRow(above.row() - 1)
        return above if above.isValid() else None

    def _take(
        self, typed: Mapping[Cell, str], deed: str, found: Placed = NOWHERE, *, quiet: bool = False
    ) -> None:
        """Saves what can be saved; the rest stays in its cells as it was typed."""
        for cell in typed:
            self._model.drop_draft(cell)
        wrong = save_cells(self._session, typed) | found.wrong
        for cell, draft in wrong.items():
            self._model.keep_draft(cell, draft)
        words = f"{deed}แล้ว {to_thai(str(len(typed) - len(wrong) + len(found.wrong)))} ช่อง"
        if wrong:
            self._table.go_to(min(self._model.place(cell) for cell in wrong))
            words += f" ยังต้องแก้ไข {_count(wrong)} ช่อง ซึ่งมีกรอบสีแดงและเครื่องหมาย ▲"
        if found.lost:
            words += f" และไม่ได้นำมาใช้ {_count(found.lost)} รายการ: {found.lost[0]}"
        if wrong or found.lost:  # what is in a cell is said below the table until it is mended
            self._say(words, Tone.PROBLEM if found.lost else Tone.INFO)
        elif typed and not quiet:
            self._offer_undo(words)

    def _undraft(self, index: QModelIndex) -> None:
        cell = self._model.cell(index)
        if cell is not None:
            self._model.drop_draft(cell)

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._table.actions())
        index = self._table.indexAt(where)
        if index.isValid() and self._model.row(index.row()).can_fill:
            menu.addSeparator()
            fill = menu.addAction("เติมข้อความข้อคำถาม…")
            fill.triggered.connect(lambda: self._table.fill_wanted.emit(index))
        if self._model.cell(index) and self._model.row(index.row()).binary:
            menu.addSeparator()
            for value, key in (("100", "Y"), ("0", "N")):
                menu.addAction(f"ให้ {to_thai(value)} คะแนน\t{key}").triggered.connect(
                    lambda _=False, value=value: self._give(value)
                )
        menu.popup(self._table.viewport().mapToGlobal(where))

    def _give(self, value: str) -> None:
        chosen = [i for i in self._chosen() if self._model.row(i.row()).binary]
        cells = [self._model.cell(index) for index in chosen]
        self._take({cell: value for cell in cells if cell}, "ใส่ค่า")

    def _offer_undo(self, text: str) -> None:
        notify_done(self._table, text, self._session)

    def _say(self, text: str, tone: Tone) -> None:
        notify(self._table, text, tone)


def _items(data: YearData) -> tuple[list[str], list[str]]:
    """Codes of items without a score, and of those below 100."""
    values = {
        q.code: data.result.questions[q.code].value if q.code in data.result.questions else None
        for q in data.catalogue.questions
        if q.binary
    }
    empty = [code for code, value in values.items() if value is None]
    return empty, [code for code, value in values.items() if value is not None and value < FULL]


def _count(of: Sized) -> str:
    return to_thai(str(len(of)))
