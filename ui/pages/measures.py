"""มาตรการ: what the office will do, for which indicator, how, when and by whom."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from itadesk.model.changes import Changes, Kind
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.services.measures import move_measure, new_measure, remove_measure, save_measure
from itadesk.services.office import save_settings
from itadesk.thai.digits import to_thai
from ui import theme
from ui.entries.measures import how_far, without_measure
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.labels import heading
from ui.widgets.list_and_form import FormCard, on_alt_arrows
from ui.widgets.measure_form import NOTHING_UNREAD, MeasureForm, Unread
from ui.widgets.measure_table import MeasureTable
from ui.widgets.notice import Tone, notify, notify_done
from ui.widgets.one_shown import OneShown

SHOWS = (
    *(Kind.MEASURES, Kind.FINDINGS, Kind.ROUNDS),
    *(Kind.CATALOGUE, Kind.SCORES, Kind.SETTINGS, Kind.YEARS),
)
LOW, WIDE = 480, 640  # px of the page: lower and as wide, the table stands beside the form
Key = tuple[int, int]  # year and measure


class MeasuresPage(QWidget):
    """The table above, the form of the chosen measure below."""

    wants_page = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._shown: Key | None = None
        self._refused: dict[Key, Measure] = {}
        self._unread: dict[Key, Unread] = {}
        self._saving = False
        self.table, self.form, self.name = MeasureTable(), MeasureForm(), heading("")
        self.up = button("เลื่อนขึ้น", partial(self._move, -1), role="quiet", sign="up")
        self.down = button("เลื่อนลง", partial(self._move, 1), role="quiet", sign="down")
        self.remove = button("ลบ", self._remove, role="quiet", sign="delete")
        self.up.setToolTip("Alt+↑")
        self.down.setToolTip("Alt+↓")
        self._stack, self._both = OneShown(), QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self.setFocusProxy(self.table)
        session.settling.connect(self.form.settle)  # before the saver looks
        self.saver = AutoSave(self, session)
        self.saver.watch(self.form)
        self.saver.due.connect(self._save)
        self.form.unit_added.connect(self._keep_unit)
        self.table.chosen.connect(self._choose)
        self.table.moved.connect(self._drop)
        self._add_actions()
        session.changed.connect(self._changed)
        session.year_shown.connect(self._reload)
        self._reload()

    def subtitle(self) -> str:
        data = self._session.data
        if data is None:
            return ""
        plan_year = to_thai(str(data.assessment.plan_year))
        return f"มาตรการที่จะดำเนินการในปีงบประมาณ {plan_year} — {how_far(data)}"

    def unsaved(self) -> str:
        """What the file refused to take, and dates that are none, are in the window only."""
        lost = {*self._refused, *self._unread} - {self._shown}
        if self._shown is not None and (self.form.unsaved or self.form.unread()):
            lost.add(self._shown)
        count = to_thai(str(len(lost)))
        return f"มาตรการ {count} รายการมีข้อความหรือวันที่ที่ยังไม่ได้บันทึก" if lost else ""

    def show_place(self, within: str) -> None:
        """Goes to a measure by its number, or offers one for `indicator:7`."""
        kind, _, number = within.rpartition(":")
        if kind:
            words = f"ตัวชี้วัดที่ {to_thai(number)} ยังไม่มีมาตรการ"
            notify(self, words, Tone.INFO, ("เพิ่มมาตรการ", partial(self.add, int(number))))
        else:
            self.table.selectRow(int(number) - 1)

    def place(self) -> str:
        return str(self.table.rows.place(self._shown[1]) + 1) if self._shown is not None else ""

    def add(self, indicator: int | None) -> None:
        """A new measure for an indicator, saved at once, ready to be filled in."""
        data = self._session.data
        if data is None:
            return
        self._leave()
        changes = self._session.run(save_measure, data.year, new_measure(data, indicator))
        if changes is not None and changes.created is not None:
            self.table.choose(changes.created)
            self.form.title.setFocus()

    def menu(self) -> QMenu:
        """The indicators to add a measure for, those without one first."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        data = self._session.data
        if data is None:
            return made
        missing = without_measure(data)
        others = [each.no for each in data.catalogue.indicators if each.no not in missing]
        for title, numbers in (("ยังไม่มีมาตรการ", missing), ("ตัวชี้วัดอื่น", others)):
            if not numbers:
                continue
            made.addAction(title).setEnabled(False)
            for no in numbers:
                indicator = data.catalogue.indicator(no)
                name = indicator.name.text if indicator else ""
                made.addAction(f"{to_thai(str(no))} {name}", partial(self.add, no))
            made.addSeparator()
        made.addAction("มาตรการอื่น (ไม่ระบุตัวชี้วัด)", partial(self.add, None))
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.name, 1)
        for each in (self.up, self.down, self.remove):
            head.addWidget(each)
        card = FormCard(head, self.form, 430)
        self._both.setChildrenCollapsible(False)
        self._both.setHandleWidth(12)
        self.table.setMinimumSize(200, 134)
        self._both.addWidget(self.table)
        self._both.addWidget(card)
        self._both.setStretchFactor(0, 2)
        self._both.setStretchFactor(1, 5)
        self._both.setSizes([220, 500])
        empty = EmptyState(
            "ยังไม่มีมาตรการ",
            "เพิ่มมาตรการสำหรับตัวชี้วัดที่ต้องพัฒนา โปรแกรมนำสาเหตุที่เขียนไว้และช่วงเวลาทั้งปีงบประมาณมาใส่ให้",
            "measures",
            ("เพิ่มมาตรการ", self.show_menu),
        )
        self._stack.addWidget(self._both)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, theme.BLOCK)
        column.addWidget(self._stack)

    def _add_actions(self) -> None:
        add = QAction("เพิ่มมาตรการ", self)
        add.triggered.connect(self.show_menu)
        self.addAction(add)
        on_alt_arrows(self, self._move)

    def show_menu(self) -> None:
        """Drops the menu below the buttons of the title line."""
        menu = self.menu()
        place = QPoint(self.width() - menu.sizeHint().width() - theme.PAGE, 0)
        menu.popup(self.mapToGlobal(place))

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*SHOWS) and not self._saving:
            self._reload()

    def _reload(self) -> None:
        data = self._session.data
        if data is None:
            return
        self.table.show_data(data)
        self._stack.setCurrentIndex(0 if data.measures else 1)
        shown = self._shown[1] if self._shown and self._shown[0] == data.year else None
        wanted = self.table.rows.place(shown) if shown is not None else -1
        if wanted < 0 and data.measures:
            last = min(max(self.table.currentIndex().row(), 0), len(data.measures) - 1)
            shown = data.measures[last].id
            self._shown = None
        self.table.choose(shown)
        self._show(data, shown)

    def _choose(self, measure_id: int | None) -> None:
        data = self._session.data
        if data is not None and self._shown != (data.year, measure_id):
            self._leave()
            self._show(self._session.data or data, measure_id)
            self.table.choose(measure_id)

    def _show(self, data: YearData, measure_id: int | None) -> None:
        measure = next((each for each in data.measures if each.id == measure_id), None)
        if measure is None or measure.id is None:
            self._shown = None
            return
        key = (data.year, measure.id)
        if key == self._shown:
            self.form.take(measure, data)
        else:
            self._shown = key
            self.form.begin(measure, data, self._unread.pop(key, NOTHING_UNREAD))
            typed = self._refused.pop(key, None)
            if typed is not None:
                self.form.restore(typed, data)
                self.saver.touch()
        self.name.setText(f"มาตรการลำดับที่ {to_thai(str(measure.position))}")
        self.up.setEnabled(measure.position > 1)
        self.down.setEnabled(measure.position < len(data.measures))

    def _leave(self) -> None:
        """Before another measure is shown: saves, and remembers dates that are none."""
        self.form.settle()
        self._save()
        if self._shown is not None and self.form.unread():
            self._unread[self._shown] = self.form.unread()

    def _save(self) -> None:
        """Saves what differs from the file; what is refused stays to be saved later."""
        if self._shown is None or self._saving or not self.form.unsaved:
            return
        typed = self.form.measure()
        self._saving = True
        changes = self._session.run(save_measure, self._shown[0], typed)
        self._saving = False
        if changes is None:
            self._refused[self._shown] = typed
        else:
            self._refused.pop(self._shown, None)
            self._reload()

    def _keep_unit(self, name: str) -> None:
        data = self._session.data
        if data is not None and name not in data.settings.units:
            units = (*data.settings.units, name)
            self._session.run(save_settings, replace(data.settings, units=units))

    def _move(self, by: int) -> None:
        self._leave()
        if self._shown is None:
            return
        year, measure_id = self._shown
        position = self.table.rows.place(measure_id) + 1 + by
        if 1 <= position <= len(self.table.rows.measures):
            self._session.run(move_measure, year, measure_id, position)

    def _drop(self, row: int, to: int) -> None:
        """A row was dragged to another place."""
        measure = self.table.rows.measures[row]
        self._leave()
        year = self._session.year
        if year is not None and measure.id is not None:
            self._session.run(move_measure, year, measure.id, to + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low, the table stands beside the form."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        beside = self.height() < theme.px(LOW) and wide
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        if (self._both.orientation() == across) != beside:
            self._both.setOrientation(across if beside else down)
            self._both.setSizes([230, 560] if beside else [220, 500])
        self.table.show_narrow(beside or not wide)

    def _remove(self) -> None:
        self._leave()
        if self._shown is None:
            return
        year, measure_id = self._shown
        if self._session.run(remove_measure, year, measure_id) is not None:
            notify_done(self, "ลบมาตรการแล้ว", self._session)
