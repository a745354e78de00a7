"""ติดตามผล: what was done for each measure by a round of the year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadesk.lateness import late_measures
from itadesk.model.changes import Changes, Kind
from itadesk.model.work import RoundReport, RoundStatus
from itadesk.model.year import YearData
from itadesk.reports.parts.rounds import current_round
from itadesk.rounds import rounds_of
from itadesk.services.office import save_round_report
from itadesk.thai.digits import to_thai
from ui import theme
from ui.entries.rounds import how_far
from ui.models.rounds import (
    narrowed,
    report_of,
    round_rows,
    title_of,
)
from ui.round_deeds import check_files, choose_rounds, copy_earlier, give_status, offer_copy
from ui.session import Session
from ui.unit_exchange import UnitExchange
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import button
from ui.widgets.evidence_files import EvidenceFiles
from ui.widgets.list_and_form import on_alt_arrows
from ui.widgets.one_shown import OneShown
from ui.widgets.round_form import RoundForm
from ui.widgets.round_views import RoundViews, no_measures

PLANS = (Kind.MEASURES, Kind.CATALOGUE, Kind.SETTINGS, Kind.YEARS)
SHOWS = (Kind.ROUNDS, Kind.CALENDAR, Kind.FILES, *PLANS)
NEXT = "มาตรการถัดไปที่ยังไม่รายงาน"
Key = tuple[int, int, int]  # year, measure, months of the round


class RoundsPage(QWidget):
    """The round above, measures at the left, plan and report of the chosen one at the right."""

    wants_page = Signal(str)
    reworded = Signal()

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session, self._today = session, today
        self._shown: Key | None = None
        self._refused: dict[Key, RoundReport] = {}
        self._unread: dict[Key, str] = {}
        self._saving = False
        self.form = RoundForm(EvidenceFiles(session))
        self.copy = button("คัดลอกจากรอบก่อน", self.copy_earlier, role="quiet", sign="copy")
        self.views = RoundViews(self.form, self.copy)
        self.bar, self.measures, self.name = self.views.bar, self.views.measures, self.views.name
        self.choice, self._scroll = self.bar.choice, self.views.card.scroller
        self.months = 0  # until a year is shown
        self._stack = OneShown()
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
        self.views.several.status.connect(self._give_status)
        self.views.board.chosen.connect(self._go_to_late)
        self.choice.chosen.connect(self.show_round)
        self.bar.narrowed.connect(self._narrow)
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
        """Goes to a round, and to a measure by its number: `6` or `6:3`; `late` is the board."""
        months, _, number = within.partition(":")
        self.views.show_board(within == "late")
        if within == "late":
            return
        self.show_round(int(months))
        data = self._session.data
        if number and data is not None:
            self._go_to(data.measures[int(number) - 1].id)

    def place(self) -> str:
        measures = self._session.data.measures if self._session.data is not None else ()
        shown = self._shown[1] if self._shown is not None else None
        position = next((each.position for each in measures if each.id == shown), "")
        return f"{self.months}:{position}"

    def show_round(self, months: int) -> None:
        """Shows what was reported in another round, of the same measure."""
        self._leave()
        self.views.show_board(False)
        self.months = months
        self._reload()
        self.reworded.emit()

    def next_unreported(self) -> None:
        """Goes to the next measure without a result in this round."""
        self._leave()
        data = self._session.data
        if data is None or not data.measures:
            return
        rows, shown = round_rows(data, self.months), self._shown
        here = next((n + 1 for n, row in enumerate(rows) if shown and row.id == shown[1]), 0)
        silent = [row.id for row in (*rows[here:], *rows[:here]) if not row.reported]
        if not silent:
            self.wants_page.emit("documents")
            return
        self._go_to(min(silent, key=lambda each: self.measures.rows.place(each) < 0))
        self.form.output.setFocus()

    def copy_earlier(self) -> None:
        """Takes over the report of the latest round before; an empty one only."""
        self._leave()
        if self._shown is not None:
            copy_earlier(self, self._session, self.form)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.views)
        self._stack.addWidget(no_measures(partial(self.wants_page.emit, "measures")))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, theme.BLOCK)
        column.addWidget(self._stack)

    def _add_actions(self) -> None:
        self.go_on = QAction(NEXT, self)
        self.go_on.triggered.connect(self.next_unreported)
        self.addAction(self.go_on)
        self.units = UnitExchange(
            self, self._session, lambda: self.months, self.show_round, self._today
        )
        self.addActions(self.units.actions())
        for words, do in (
            ("กำหนดรอบรายงาน", self._choose_rounds),
            ("ตรวจสอบไฟล์หลักฐาน", self._check_files),
        ):
            action = QAction(words, self)
            action.triggered.connect(do)
            self.addAction(action)
        on_alt_arrows(self, self.measures.step)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*SHOWS) and not self._saving:
            self._reload()

    def _show_year(self) -> None:
        data = self._session.data
        if data is not None:
            self.months = current_round(data)
            self._reload()

    def _narrow(self) -> None:
        self._leave()
        self._reload(keep=False)

    def _go_to(self, measure_id: int | None) -> None:
        """Shows a measure though the list may be narrowed to others."""
        if self.measures.rows.place(measure_id) < 0:
            self.bar.show_all()
        self.measures.choose(measure_id)

    def _go_to_late(self, measure_id: int, months: int) -> None:
        self.show_round(months or max(self.choice.rounds()))
        self._go_to(measure_id)
        self.form.output.setFocus()

    def _choose_rounds(self) -> None:
        """A round that is not kept any more gives way to the one nearest to it."""
        choose_rounds(self, self._session)
        kept = rounds_of(self._session.data) if self._session.data else ()
        if kept and self.months not in kept:
            self.show_round(min(kept, key=lambda months: abs(months - self.months)))

    def _give_status(self, status: RoundStatus) -> None:
        give_status(self, self._session, self.measures.selected(), self.months, status)

    def _check_files(self) -> None:
        self.form.files.show_problems(check_files(self, self._session))

    def _reload(self, keep: bool = True) -> None:
        """`keep` leaves the measure that is worked on in a list that is narrowed to others."""
        data = self._session.data
        if data is None:
            return
        late = late_measures(data, self._today())
        everything = round_rows(data, self.months, late)
        self.bar.show_rows(everything)
        self.views.board.show_late(late)
        shown = self._shown[1] if self._shown and self._shown[0] == data.year else None
        place = self.measures.currentIndex().row()
        wanted = {row.id for row in narrowed(everything, *self.bar.wanted())}
        wanted |= {shown} if keep and self.measures.rows.place(shown) >= 0 else set()
        rows = [row for row in everything if row.id in wanted]
        self.measures.rows.show_rows(rows)
        self.choice.show_rounds(sorted({*rounds_of(data), self.months}), self.months)
        self.go_on.setVisible(bool(everything))
        silent = any(not row.reported for row in everything)
        self.go_on.setText(NEXT if silent else "ขั้นต่อไป: เอกสาร")
        self._stack.setCurrentIndex(0 if everything else 1)
        if self.measures.rows.place(shown) < 0 and rows:
            shown = rows[min(max(place, 0), len(rows) - 1)].id
        self._show(data, shown)
        self.measures.choose(shown)
        self.views.settle()

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

    def _offer_copy(self) -> None:
        data = self._session.data
        if data is not None and self._shown is not None:
            offer_copy(self.copy, data, self.form)

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
