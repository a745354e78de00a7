"""ติดตามผล: what was done for each measure by a round of the year."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from itadesk.model.changes import Changes, Kind
from itadesk.model.work import RoundReport
from itadesk.model.year import YearData
from itadesk.reports.parts.rounds import FIRST_ROUND, latest_round
from itadesk.rounds import is_blank, rounds_of
from itadesk.services.office import save_round_report
from itadesk.thai.digits import to_thai
from ui import theme
from ui.entries.rounds import how_far
from ui.models.rounds import (
    earlier_report,
    report_of,
    round_name,
    round_rows,
    title_of,
)
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.labels import heading
from ui.widgets.list_and_form import FormCard, on_alt_arrows
from ui.widgets.notice import notify_done
from ui.widgets.round_choice import RoundChoice
from ui.widgets.round_form import RoundForm
from ui.widgets.round_list import RoundList

SHOWS = (Kind.ROUNDS, Kind.MEASURES, Kind.CATALOGUE, Kind.SETTINGS, Kind.YEARS)
NEXT = "มาตรการถัดไปที่ยังไม่รายงาน"
Key = tuple[int, int, int]  # year, measure, months of the round


class RoundsPage(QWidget):
    """The round above, measures at the left, plan and report of the chosen one at the right."""

    wants_page = Signal(str)
    reworded = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._shown: Key | None = None
        self._refused: dict[Key, RoundReport] = {}
        self._unread: dict[Key, str] = {}
        self._saving = False
        self.choice, self.measures, self.form = RoundChoice(), RoundList(), RoundForm()
        self.name = heading("")
        self.copy = button("คัดลอกจากรอบก่อน", self.copy_earlier, role="quiet", sign="copy")
        self.months = FIRST_ROUND
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.measures)
        session.settling.connect(self.form.settle)  # before the saver looks
        self.saver = AutoSave(self, session)
        self.saver.watch(self.form)
        self.saver.due.connect(self._save)
        self.form.edited.connect(self._offer_copy)
        self.form.progress.textEdited.connect(self._offer_copy)
        queued = Qt.ConnectionType.QueuedConnection
        self.form.progress.judged.connect(self._reveal, queued)  # once it has its place
        self.measures.chosen.connect(self._choose)
        self.choice.chosen.connect(self.show_round)
        self._add_actions()
        session.changed.connect(self._changed)
        session.year_shown.connect(self._show_year)
        self._show_year()

    def subtitle(self) -> str:
        data = self._session.data
        return "" if data is None else how_far(data, self.months)

    def unsaved(self) -> str:
        """What the file refused, and percentages that are none, are in the window only."""
        lost = {*self._refused, *self._unread} - {self._shown}
        if self._shown is not None and (self.form.unsaved or self.form.unread()):
            lost.add(self._shown)
        count = to_thai(str(len(lost)))
        return f"ผลการดำเนินการ {count} รายการมีข้อความหรือตัวเลขที่ยังไม่ได้บันทึก" if lost else ""

    def show_place(self, within: str) -> None:
        """Goes to a round, and to a measure by its number: `6` or `6:3`."""
        months, _, number = within.partition(":")
        self.show_round(int(months))
        if number:
            self.measures.setCurrentIndex(self.measures.rows.index(int(number) - 1))

    def show_round(self, months: int) -> None:
        """Shows what was reported in another round, of the same measure."""
        self._leave()
        self.months = months
        self._reload()
        self.reworded.emit()

    def next_unreported(self) -> None:
        """Goes to the next measure without a result in this round."""
        self._leave()
        data = self._session.data
        if data is None or not data.measures:
            return
        rows = round_rows(data, self.months)
        place = self.measures.currentIndex().row()
        silent = [row.id for row in (*rows[place + 1 :], *rows[: place + 1]) if not row.reported]
        if not silent:
            self.wants_page.emit("documents")
            return
        self.measures.choose(silent[0])
        self.form.output.setFocus()

    def copy_earlier(self) -> None:
        """Takes over the report of the latest round before; an empty one only."""
        self._leave()
        data = self._session.data
        if data is None or self._shown is None or not self._may_copy():
            return
        _, measure_id, months = self._shown
        earlier = earlier_report(data, measure_id, months)
        if earlier is None:
            return
        report = replace(earlier, id=self.form.stored.id, months=months)
        if self._session.run(save_round_report, report) is not None:
            notify_done(self, f"คัดลอกจาก{round_name(earlier.months)}แล้ว", self._session)
            self.form.output.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        self.name.setWordWrap(True)
        head.addWidget(self.name, 1)
        head.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignTop)
        card = FormCard(head, self.form, 380)
        self._scroll = card.scroller
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        both.addWidget(self.measures)
        both.addWidget(card)
        both.setStretchFactor(1, 1)
        both.setSizes([self.fontMetrics().horizontalAdvance("ก") * 26, 900])
        full = QWidget()
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.GAP)
        inside.addWidget(self.choice)
        inside.addWidget(both, 1)
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, theme.BLOCK)
        column.addWidget(self._stack)

    def _empty(self) -> EmptyState:
        return EmptyState(
            "ยังไม่มีมาตรการให้ติดตาม",
            "เพิ่มมาตรการของปีนี้ก่อน แล้วกลับมารายงานผลของแต่ละรอบที่หน้านี้",
            "rounds",
            ("ไปที่หน้ามาตรการ", partial(self.wants_page.emit, "measures")),
        )

    def _add_actions(self) -> None:
        self.go_on = QAction(NEXT, self)
        self.go_on.triggered.connect(self.next_unreported)
        self.addAction(self.go_on)
        on_alt_arrows(self, self.measures.step)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*SHOWS) and not self._saving:
            self._reload()

    def _show_year(self) -> None:
        data = self._session.data
        if data is not None:
            self.months = latest_round(data) or FIRST_ROUND
            self._reload()

    def _reload(self) -> None:
        data = self._session.data
        if data is None:
            return
        rows, place = round_rows(data, self.months), self.measures.currentIndex().row()
        self.measures.rows.show_rows(rows)
        self.choice.show_rounds(sorted({*rounds_of(data), self.months}), self.months)
        self.go_on.setVisible(bool(rows))
        silent = any(not row.reported for row in rows)
        self.go_on.setText(NEXT if silent else "ขั้นต่อไป: เอกสาร")
        self._stack.setCurrentIndex(0 if rows else 1)
        shown = self._shown[1] if self._shown and self._shown[0] == data.year else None
        if self.measures.rows.place(shown) < 0 and rows:
            shown = rows[min(max(place, 0), len(rows) - 1)].id
        self._show(data, shown)
        self.measures.choose(shown)

    def _choose(self, measure_id: int) -> None:
        data = self._session.data
        if data is not None and self._shown != (data.year, measure_id, self.months):
            self._leave()
            self._show(self._session.data or data, measure_id)
            self.measures.choose(measure_id)

    def _show(self, data: YearData, measure_id: int | None) -> None:
        measure = next((each for each in data.measures if each.id == measure_id), None)
        if measure is None or measure.id is None:
            self._shown = None
            return
        key = (data.year, measure.id, self.months)
        report = report_of(data, measure.id, self.months)
        if key == self._shown:
            self.form.take(report, measure, data)
        else:
            self._keep_unread()
            self._shown = key
            self.form.begin(report, measure, data, self._unread.pop(key, ""))
            self._scroll.verticalScrollBar().setValue(0)
            typed = self._refused.pop(key, None)
            if typed is not None:
                self.form.restore(typed)
                self.saver.touch()
        self.name.setText(f"{to_thai(str(measure.position))}. {title_of(measure)}")
        self._offer_copy()

    def _reveal(self) -> None:
        """What is wrong must not stand below the edge."""
        if self.form.problem.isVisible():
            self._scroll.ensureWidgetVisible(self.form.problem, 0, theme.GAP)

    def _keep_unread(self) -> None:
        """What is no percentage is shown again when its report is."""
        if self._shown is not None and self.form.unread():
            self._unread[self._shown] = self.form.unread()

    def _may_copy(self) -> bool:
        return is_blank(self.form.report()) and not self.form.unread()

    def _offer_copy(self) -> None:
        data = self._session.data
        if data is None or self._shown is None:
            return
        earlier = earlier_report(data, *self._shown[1:])
        self.copy.setEnabled(earlier is not None and self._may_copy())
        if earlier is None:
            self.copy.setToolTip("ยังไม่มีผลของรอบก่อนให้คัดลอก")
        elif self.copy.isEnabled():
            self.copy.setToolTip(f"คัดลอกจาก{round_name(earlier.months)}")
        else:
            self.copy.setToolTip("คัดลอกได้เมื่อยังไม่ได้กรอกผลของรอบนี้")

    def _leave(self) -> None:
        """Before another report is shown."""
        self.form.settle()
        self._save()

    def _save(self) -> None:
        """Saves what differs from the file; what is refused stays to be saved later."""
        if self._shown is None or self._saving or not self.form.unsaved:
            return
        key, typed = self._shown, self.form.report()
        self._saving = True
        changes = self._session.run(save_round_report, typed)
        self._saving = False
        if changes is None:
            self._refused[key] = typed
        else:
            self._refused.pop(key, None)
            self._reload()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.measures.viewport().update()
