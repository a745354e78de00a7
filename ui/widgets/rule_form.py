"""Weights of the instruments and rating levels of a year."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from itadesk.catalogue.editing import set_levels, set_weights
from itadesk.errors import ItadeskError
from itadesk.model.catalogue import Certainty, Level
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import parse_score
from ui import theme
from ui.models.catalogue_draft import CatalogueDraft
from ui.widgets.buttons import button
from ui.widgets.item_look import item_style
from ui.widgets.labels import heading, label
from ui.widgets.text_field import LineField

HEADS = ("ระดับ", "คะแนนภาพรวมตั้งแต่", "ทุกแบบวัดตั้งแต่", "ผ่าน")
NAME, OVERALL, EACH, PASSES = range(4)
_SURE = (Certainty.CERTAIN, Certainty.OFFICE, Certainty.LIKELY)


class RuleForm(QWidget):
    """Weights are taken together, levels as a table."""

    def __init__(self, draft: CatalogueDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._showing = False
        self.weights: dict[str, LineField] = {}
        self._row = QHBoxLayout()
        self.weights_state, self.levels_state = label(role="quiet"), label(role="quiet", wrap=True)
        self.table = QTableWidget(0, len(HEADS))
        self.table.setHorizontalHeaderLabels(HEADS)
        self.table.setAccessibleName("ระดับผลการประเมิน")
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.table.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.setMinimumHeight(theme.px(230))
        self.table.setStyleSheet(item_style("QTableView", "0 5px"))
        self.table.itemChanged.connect(self._set_levels)
        self.remove = button("ลบระดับที่เลือก", self._remove, role="quiet", sign="delete")
        self._lay_out()

    def show_code(self, _code: str = "") -> None:
        """Weights and levels as they are."""
        self._showing = True
        catalogue = self._draft.catalogue
        for instrument in catalogue.instruments:
            weight = instrument.weight
            text = "" if weight is None else to_thai(f"{weight:f}")
            self.weights[instrument.code].begin(text)
        sure = all(each.weight_certainty in _SURE for each in catalogue.instruments)
        self.weights_state.setText("" if sure else "○ น้ำหนักยังไม่ยืนยัน")
        rule = catalogue.rating
        source = f" ที่มา: {rule.source}" if rule.source else ""
        confirmed = rule.certainty in _SURE
        self.levels_state.setText(("✓ ยืนยันแล้ว" if confirmed else "○ เกณฑ์ยังไม่ยืนยัน") + source)
        self._fill(rule.levels)
        self._showing = False

    def settle(self) -> None:
        """Takes what is typed."""
        self._set_weights()

    def _lay_out(self) -> None:
        self._row.setSpacing(theme.GAP)
        for instrument in self._draft.catalogue.instruments:
            field = LineField()
            field.setMaximumWidth(72)
            field.setAccessibleName(f"น้ำหนักของ {instrument.code}")
            field.left.connect(self._left_weight)
            field.returnPressed.connect(self._set_weights)
            self.weights[instrument.code] = field
            self._row.addWidget(label(instrument.code))
            self._row.addWidget(field)
            self._row.addSpacing(theme.GAP)
        self._row.addWidget(self.weights_state)
        self._row.addStretch()
        buttons = QHBoxLayout()
        buttons.addWidget(button("เพิ่มระดับ", self._add, role="quiet", sign="plus"))
        buttons.addWidget(self.remove)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.BLOCK, 12, theme.BLOCK, 12)
        column.setSpacing(theme.GAP)
        column.addWidget(heading("น้ำหนักของแบบวัด (ร้อยละ)"))
        column.addLayout(self._row)
        column.addSpacing(theme.GAP)
        column.addWidget(heading("ระดับผลการประเมิน"))
        column.addWidget(self.levels_state)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _fill(self, levels: tuple[Level, ...]) -> None:
        self.table.setRowCount(len(levels))
        for row, level in enumerate(levels):
            each = "" if level.each_min is None else to_thai(f"{level.each_min:f}")
            texts = (level.name, to_thai(f"{level.overall_min:f}"), each, "")
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column == PASSES:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
                                  | Qt.ItemFlag.ItemIsSelectable)  # fmt: skip
                    checked = Qt.CheckState.Checked if level.passes else Qt.CheckState.Unchecked
                    item.setCheckState(checked)
                self.table.setItem(row, column, item)
        for column in (OVERALL, EACH, PASSES):
            self.table.resizeColumnToContents(column)

    def _left_weight(self) -> None:
        if not any(field.hasFocus() for field in self.weights.values()):
            self._set_weights()

    def _set_weights(self) -> None:
        known = {each.code: each.weight for each in self._draft.catalogue.instruments}
        try:
            typed = {code: _number(f"น้ำหนักของ {code}", field.stored())
                     for code, field in self.weights.items()}  # fmt: skip
        except ItadeskError as refusal:
            self._draft.refuse(str(refusal))
            return
        if typed != known:
            self._draft.apply(set_weights, typed)

    def _set_levels(self) -> None:
        if self._showing:
            return
        try:
            levels = [self._level(row) for row in range(self.table.rowCount())]
        except ItadeskError as refusal:
            self._draft.refuse(str(refusal))
            return
        self._draft.apply(set_levels, levels)

    def _level(self, row: int) -> Level:
        name, overall, each, passes = (self.table.item(row, n) for n in range(len(HEADS)))
        if name is None or overall is None or each is None or passes is None:
            raise AssertionError("every cell of the table has an item")
        place = f"คะแนนของระดับ “{name.text()}”"
        return Level(
            name.text(),
            _number(place, overall.text()) or Decimal(0),
            _number(place, each.text()),
            passes.checkState() == Qt.CheckState.Checked,
        )

    def _add(self) -> None:
        """A new level at the end, to be named; taken once it makes sense."""
        self._showing = True
        levels = [self._level(row) for row in range(self.table.rowCount())]
        self._fill((*levels, Level("", Decimal(0), None, False)))
        self._showing = False
        self.table.setCurrentCell(self.table.rowCount() - 1, NAME)
        self.table.editItem(self.table.currentItem())

    def _remove(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            levels = [self._level(n) for n in range(self.table.rowCount()) if n != row]
            self._draft.apply(set_levels, levels)


def _number(place: str, text: str) -> Decimal | None:
    return parse_score(text, name=place)
