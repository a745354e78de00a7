"""The table of phrases; tells which one was chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from itadesk.labels import PHRASE_KIND
from itadesk.model.phrase import Phrase
from ui import theme
from ui.models.phrases import HEADS, KIND, PLACE, TEXT, USES, PhraseModel
from ui.widgets.item_look import item_style
from ui.widgets.row_breaks import break_words

EDGES = 24  # px around the words of a cell
WIDE = 440  # px; below, the kind is seen in the form only


class PhraseTable(QTableView):
    """One row a phrase, chosen as a whole; Delete asks to remove it."""

    chosen = Signal(Phrase)
    unwanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = PhraseModel(self)
        self.setModel(self.rows)
        self.setAccessibleName("ข้อความในคลัง")
        self.setMinimumHeight(theme.px(180))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        break_words(self)
        self.setStyleSheet(item_style("QTableView", "4px 6px"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + 14)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_phrases(
        self, phrases: list[Phrase], chosen: Phrase | None, *, examples: bool = False
    ) -> None:
        """Shows them, with the one of the same text or number chosen, else the first."""
        self.setColumnHidden(USES, examples)
        self.blockSignals(True)
        self.rows.show_phrases(phrases)
        if phrases:
            self.selectRow(_place(phrases, chosen))
            self.scrollTo(self.currentIndex())
        self.blockSignals(False)

    def choose(self, number: int | None) -> None:
        """Goes to the phrase of this number, where it is there."""
        places = [n for n, each in enumerate(self.rows.phrases) if each.id == number is not None]
        if places:
            self.selectRow(places[0])

    def phrase(self) -> Phrase | None:
        """The chosen one."""
        row = self.currentIndex().row()
        return self.rows.phrases[row] if 0 <= row < len(self.rows.phrases) else None

    def _tell(self, current: QModelIndex) -> None:
        if 0 <= current.row() < len(self.rows.phrases):
            self.chosen.emit(self.rows.phrases[current.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room, edges = self.fontMetrics().horizontalAdvance, theme.px(EDGES)
        self.setColumnHidden(KIND, self.viewport().width() < theme.px(WIDE))
        self.setColumnWidth(KIND, max(map(room, PHRASE_KIND.values())) + edges)
        self.setColumnWidth(PLACE, room("ตัวชี้วัด ๑๐") + edges)
        self.setColumnWidth(USES, room(HEADS[USES]) + edges)


def _place(phrases: list[Phrase], chosen: Phrase | None) -> int:
    for number, each in enumerate(phrases):
        if chosen is not None and (each.id, each.text if each.id is None else "") == (
            chosen.id,
            chosen.text if chosen.id is None else "",
        ):
            return number
    return 0
