"""เปรียบเทียบปี: two years side by side, and all years of the file as lines."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from itadesk.comparing import Compared, Level, compare, figures_of
from itadesk.effects import aimed_codes
from itadesk.model.changes import Changes, Kind
from itadesk.services.years import load_year, other_year, score_years
from itadesk.thai.digits import to_thai
from ui import theme
from ui.models.compare import AIM, DOWN, LINE, UP, Shown, lines_of
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.card import Card
from ui.widgets.compare_table import CompareTable
from ui.widgets.empty import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.notice import notify
from ui.widgets.one_shown import OneShown
from ui.widgets.slope import SlopeChart
from ui.years import add_year

SHOWS = (Kind.YEARS, Kind.SCORES, Kind.CATALOGUE, Kind.MEASURES, Kind.FINDINGS)
LEAST = 180  # px of the table; below that the page scrolls
WORDS = {Shown.ALL: "ทั้งหมด", Shown.GAIN: f"{UP} ดีขึ้น", Shown.LOSS: f"{DOWN} ลดลง"}
WORDS[Shown.AIMED] = f"{AIM} มีมาตรการ"


class ComparePage(QWidget):
    """The years and the filter above, the table at the left, the chart at the right."""

    wants_page = Signal(str)
    reworded = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._rows: tuple[Compared, ...] = ()
        self._stale = False
        self.before, self.after = CalmCombo(), CalmCombo()
        self.before.setAccessibleName("ปีก่อน")
        self.after.setAccessibleName("ปีหลัง")
        self.filters = {shown: QPushButton() for shown in Shown}
        self.swap = button("สลับปี", self._swap, role="quiet")
        self.table, self.chart = CompareTable(), SlopeChart()
        self.table.setMinimumHeight(theme.px(LEAST))
        self.nothing = label(role="quiet", wrap=True)
        self.star = label("* เทียบตามเลขข้อ เพราะยังไม่ทราบข้อความของข้อนี้ครบทั้งสองปี", "quiet", wrap=True)
        self.moved = label("", "quiet", wrap=True)
        self._both, self._stack = QSplitter(Qt.Orientation.Horizontal), OneShown()
        self._lay_out()
        self._add_actions()
        self.setFocusProxy(self.table)
        for choice in (self.before, self.after):
            choice.setMinimumContentsLength(7)
            choice.currentIndexChanged.connect(self._compare)
        self.table.activated.connect(self._open_line)
        session.changed.connect(self._changed)
        session.year_shown.connect(self._read_when_seen)
        self.reload()

    def subtitle(self) -> str:
        if len(self._rows) < 2:
            return "ดูว่าคะแนนของแต่ละปีต่างกันที่ใด"
        before, after = self.before.currentText(), self.after.currentText()
        return f"{before} เทียบกับ {after} จับคู่ข้อคำถามตามความหมาย แม้เลขข้อเปลี่ยน"

    def reload(self) -> None:
        """Reads the years; the shown one beside the one before it, until others are chosen."""
        years = self._session.ask(score_years)
        self._stack.setCurrentIndex(0 if len(years) > 1 else 1)
        self.copy.setEnabled(len(years) > 1)
        if len(years) < 2:
            self._rows = ()
            return
        kept = (self.before.currentData(), self.after.currentData())
        same = self.property("year") == self._session.year and set(kept) <= set(years)
        wanted = kept if same else self._usual(years)
        self.setProperty("year", self._session.year)
        for choice, year in zip((self.before, self.after), wanted, strict=True):
            choice.blockSignals(True)
            choice.clear()
            for each in years:
                choice.addItem(f"ปี {to_thai(str(each))}", each)
            choice.choose(year)
            choice.blockSignals(False)
        found = [figures_of(self._session.ask(other_year, year)) for year in years]
        self.chart.show_years(found)
        self._compare()

    def show_only(self, shown: Shown) -> None:
        """All lines, or gains or losses only."""
        self.filters[shown].setChecked(True)
        lines = lines_of(self._rows, shown)
        self.table.rows.show_lines(lines, self.before.currentData(), self.after.currentData())
        self.table.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.star.setVisible(not all(line.sure for line in lines))
        self.nothing.setText(
            "ปีก่อนไม่มีมาตรการที่มุ่งแก้ข้อคำถามใด"
            if shown is Shown.AIMED
            else f"ไม่มีรายการที่คะแนน{WORDS[shown][2:]}ในสองปีนี้"
        )
        self.moved.setText(_moved_words(lines_of(self._rows, Shown.AIMED)))

    def _usual(self, years: tuple[int, ...]) -> tuple[int, int]:
        after = self._session.year or years[0]
        earlier = [year for year in years if year < after]
        return (earlier[0], after) if earlier else (after, years[years.index(after) - 1])

    def _compare(self) -> None:
        before, after = self.before.currentData(), self.after.currentData()
        ask = self._session.ask
        aimed = aimed_codes(ask(load_year, before)) if before < after else ()
        self._rows = compare(ask(other_year, before), ask(other_year, after), aimed)
        for shown, each in self.filters.items():
            count = to_thai(str(len(lines_of(self._rows, shown))))
            each.setText(WORDS[shown] if shown is Shown.ALL else f"{WORDS[shown]} {count}")
        self.show_only(next(s for s, each in self.filters.items() if each.isChecked()))
        self.reworded.emit()

    def _swap(self) -> None:
        before, after = self.before.currentData(), self.after.currentData()
        self.before.choose(after)
        self.after.choose(before)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*SHOWS):
            self._read_when_seen()

    def _read_when_seen(self) -> None:
        """Typing on another page does not wait for the comparison."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.reload()

    def _open_line(self, index: QModelIndex) -> None:
        """Enter or a double click goes to the line in the year that has it."""
        line: Compared = index.data(LINE)
        year = self.before if line.alone == "before" else self.after
        places = {Level.QUESTION: f"scores:{line.code}", Level.INDICATOR: f"analysis:{line.code}"}
        place = places.get(line.level, "home")
        self._session.show_year(year.currentData())
        self.wants_page.emit(place)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.rows.as_text())
        notify(self, "คัดลอกตารางแล้ว วางใน Excel หรือ Word ได้เลย")

    def _add_actions(self) -> None:
        self.copy = QAction("คัดลอกตาราง", self)
        self.copy.triggered.connect(self._copy)
        self.copy.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.copy)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        card = Card("แนวโน้มทุกปี")
        card.add(self.chart, 1)
        self._both.addWidget(left)
        self._both.addWidget(card)
        self._both.setChildrenCollapsible(False)
        self._both.setHandleWidth(12)
        self._both.setSizes([640, 300])
        self._both.setStretchFactor(0, 2)
        self._both.setStretchFactor(1, 1)
        shown_years = QWidget()
        inside = QVBoxLayout(shown_years)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.GAP)
        inside.addLayout(self._choices())
        inside.addWidget(self._both, 1)
        inside.addWidget(self.moved)
        inside.addWidget(self.star)
        empty = EmptyState(
            "ไฟล์นี้มีผลคะแนนปีเดียว",
            "เพิ่มอีกปีที่ต้องการเทียบ แล้วกรอกคะแนนของปีนั้น หรือกรอกเฉพาะคะแนนที่ประกาศก็เทียบได้",
            "compare",
            ("เพิ่มปี…", lambda: add_year(self, self._session)),
        )
        self._stack.addWidget(shown_years)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, theme.BLOCK)
        whole.addWidget(self._stack)
        stops = (self.table, self.before, self.after, self.swap, *self.filters.values())
        for one, after in pairwise(stops):  # those before the page's proxy are never reached
            QWidget.setTabOrder(one, after)

    def _choices(self) -> FlowLayout:
        """The two years, then the filter, which stays in one line for the arrow keys."""
        group, filters = QButtonGroup(self), QWidget()
        beside = QHBoxLayout(filters)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.GAP)
        for shown, each in self.filters.items():
            each.setCheckable(True)
            each.setMinimumHeight(theme.TARGET)
            each.setChecked(shown is Shown.ALL)
            each.clicked.connect(lambda _=False, shown=shown: self.show_only(shown))
            group.addButton(each)
            beside.addWidget(each)
        row = FlowLayout(gap=theme.GAP)
        for part in (self.before, label("เทียบกับ", "quiet"), self.after, self.swap, filters):
            row.addWidget(part)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._read_when_seen()
        super().showEvent(event)


def _moved_words(aimed: tuple[Compared, ...]) -> str:
    """Whether the measures of the earlier year moved what they aimed at; "" without any."""
    changes = [each.change for each in aimed if each.change is not None]
    if not changes:
        return ""
    better = sum(change > 0 for change in changes)
    return to_thai(
        f"{AIM} มาตรการของปีก่อนมุ่งแก้ {len(aimed)} ข้อ คะแนนเพิ่มขึ้น {better} ข้อ"
        f" ลดลง {sum(change < 0 for change in changes)} ข้อ"
    )
