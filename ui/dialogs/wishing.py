"""ลองปรับคะแนน: what other scores would give, and the cheapest way to a level."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.model.catalogue import Level
from itadesk.model.result import Figure, Result, shown
from itadesk.model.year import YearData
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score
from itadesk.wishing import Way, next_level, ways, wished
from ui import theme
from ui.dialogs.frame import FieldRoom
from ui.widgets.buttons import button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.card import Card
from ui.widgets.labels import label, set_property
from ui.widgets.wish_tree import WishTree

ONLY = "ลองเท่านั้น คะแนนที่บันทึกไว้ไม่เปลี่ยน พิมพ์คะแนนที่อยากได้ หรือติ๊กข้อ OIT ที่จะทำให้ครบ"
NO_WAY = "คำนวณทางไปสู่ระดับนี้ไม่ได้ เพราะคะแนนยังไม่ครบ หรือยังไม่ทราบน้ำหนักของแบบวัดปีนี้"
_MOST = 8  # codes named in a way
_LEVEL = 6  # letters of a level that are seen at least: the side is narrow where the text is large
_BY_LENGTH = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class WishDialog(QDialog):
    """Questions at the left, what they would give at the right."""

    def __init__(self, parent: QWidget | None, data: YearData) -> None:
        super().__init__(parent)
        self._data, self._thai = data, data.settings.digits == "thai"
        self.setWindowTitle(to_thai(f"ลองปรับคะแนน ปี {data.year}"))
        self.tree = WishTree(data)
        self.overall, self.rating = label("", "heading", wrap=True), label("", "badge")
        self.parts, self.refusal = label("", "quiet", wrap=True), label("", wrap=True)
        self.level = CalmCombo()
        self.ways = Card("ทางที่ใช้แรงน้อยที่สุด")
        self.tried: list[QWidget] = []
        self.again = button("ล้างค่าที่ลอง", lambda: self.tree.show_wishes({}))
        self._fill_levels()
        self._lay_out()
        self.tree.changed.connect(self._compute)
        self.tree.refused.connect(self.refusal.setText)
        self.level.currentIndexChanged.connect(self._show_ways)
        self._compute()
        self._show_ways()

    def _compute(self) -> None:
        """The figures with what is wished now."""
        self.refusal.setText("")
        data = self._data
        found = wished(data.catalogue, data.assessment, self.tree.wishes)
        before, after = found.before, found.after
        self.overall.setText(f"คะแนนภาพรวม {self._moved(before.overall, after.overall)}")
        self.rating.setText(_levels(before, after))
        kind = {True: "keep", False: "urgent", None: "none"}[after.passes]
        set_property(self.rating, "kind", kind)
        lines = (
            f"{to_thai(code)} {self._moved(figure, after.instruments[code])}"
            for code, figure in before.instruments.items()
            if figure.value is not None
        )
        self.parts.setText("\n".join(lines))
        self.again.setEnabled(bool(self.tree.wishes))

    def _moved(self, before: Figure, after: Figure) -> str:
        """๙๐.๐๐ → ๙๒.๐๐ (▲ ๒.๐๐)."""
        if before.value is None or after.value is None:
            return "ยังไม่ครบ"
        change = shown(after.value) - shown(before.value)
        now = format_score(before.value, self._thai)
        if not change:
            return now
        sign = "▲" if change > 0 else "▼"
        step = format_score(abs(change), self._thai)
        return f"{now} → {format_score(after.value, self._thai)} ({sign}\u00a0{step})"

    def _fill_levels(self) -> None:
        """Levels above the one that the scores give; the next one is chosen."""
        rule, result = self._data.catalogue.rating, self._data.result
        above = next_level(self._data.catalogue, result)
        higher = rule.levels[: rule.levels.index(above) + 1] if above else ()
        for each in reversed(higher):
            self.level.addItem(each.name, each)
        self.level.setEnabled(bool(higher))

    def _show_ways(self) -> None:
        for old in self.tried:
            self.ways.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.tried = []
        level = self.level.currentData()
        if not isinstance(level, Level):
            top = self._data.result.computed_rating is not None
            self._add(label("ได้ระดับสูงสุดแล้ว" if top else NO_WAY, wrap=True))
            return
        found = ways(self._data.catalogue, self._data.assessment, level)
        if not found:
            self._add(label(NO_WAY, wrap=True))
        for way in found:
            self._add(label(self._words(way), wrap=True))
            wishes = {each.question.code: each.to for each in way.raises}
            deed = partial(self.tree.show_wishes, wishes)
            self._add(button("ลองทางนี้", deed))

    def _add(self, widget: QWidget) -> None:
        self.ways.add(widget)
        self.tried.append(widget)

    def _words(self, way: Way) -> str:
        items = [each.question.code for each in way.raises if each.question.binary]
        surveys = [each for each in way.raises if not each.question.binary]
        points = format_score(sum((each.points for each in surveys), way.points * 0), self._thai)
        told = []
        if items:
            told.append(to_thai(f"ทำข้อ OIT ให้ครบอีก {len(items)} ข้อ: {_named(items)}"))
        if surveys:
            codes = _named([each.question.code for each in surveys])
            told.append(f"เพิ่มคะแนนแบบสำรวจรวม {points} คะแนน ในข้อ {to_thai(codes)}")
        overall = format_score(way.result.overall.value, self._thai)
        return f"{' และ'.join(told)} จะได้ภาพรวม {overall}"

    def _lay_out(self) -> None:
        room = self.screen().availableSize()
        self.resize(QSize(theme.px(1000), theme.px(600)).boundedTo(room * 0.95))
        result = Card("ผลที่จะได้")
        row = QHBoxLayout()
        row.addWidget(self.rating)
        row.addStretch()
        result.add(self.overall)
        result.body.addLayout(row)
        result.add(self.parts)
        self.level.setSizeAdjustPolicy(_BY_LENGTH)
        self.level.setMinimumContentsLength(_LEVEL)
        self.level.setAccessibleName("ระดับที่อยากได้")
        self.ways.add(label("ไปให้ถึงระดับ", "quiet"))
        self.ways.add(self.level)
        side = QVBoxLayout()
        side.setSpacing(theme.GAP)
        side.addWidget(result)
        side.addWidget(self.ways)
        side.addStretch()
        across = QHBoxLayout()
        across.setSpacing(theme.BLOCK)
        across.addWidget(self.tree, 62)
        beside = FieldRoom(side)
        words = beside.widget().minimumSizeHint().width()
        beside.setMinimumWidth(words + beside.verticalScrollBar().sizeHint().width())
        across.addWidget(beside, 38)
        below = QHBoxLayout()
        below.addWidget(self.again)
        below.addWidget(self.refusal, 1)
        below.addWidget(button("ปิด", self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 16, theme.PAGE, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(label(ONLY, "quiet", wrap=True))
        column.addLayout(across, 1)
        column.addLayout(below)


def _levels(before: Result, after: Result) -> str:
    one, other = (each.computed_rating or "ยังไม่ครบ" for each in (before, after))
    return one if one == other else f"{one} → {other}"


def _named(codes: list[str]) -> str:
    shown_codes = " ".join(codes[:_MOST])
    return f"{shown_codes} และอีก {len(codes) - _MOST} ข้อ" if len(codes) > _MOST else shown_codes
