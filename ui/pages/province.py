"""ภาพรวมจังหวัด: offices by score, who has not sent, where all are weak."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from itadesk.gathering import OfficeLine, office_lines
from itadesk.model.changes import Changes, Kind
from itadesk.model.province import FileState
from itadesk.services.consolidating import save_standing, workbooks_of, year_of_office
from itadesk.services.province import load_province, save_announced, save_expected
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs import files
from ui.models.offices import arrival_words, figure_words, received_words, round_words
from ui.session import Session
from ui.typesetting import Typesetter
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.notice import notify_done
from ui.widgets.office_filters import OfficeFilters
from ui.widgets.office_table import OfficeTable
from ui.widgets.one_shown import OneShown
from ui.widgets.province_side import ProvinceSide

SHOWS = (Kind.PROVINCE, Kind.YEARS, Kind.SETTINGS, Kind.CATALOGUE)
ACTS = (
    ("รับไฟล์…", "take_files"),
    ("รับทั้งโฟลเดอร์…", "take_folder"),
    ("รายชื่อหน่วยงาน…", "paste_expected"),
    ("ผลที่ประกาศ…", "paste_announced"),
    ("หนังสือทวงถาม…", "remind"),
    ("รวมผลรายงานของหน่วยงาน…", "gather_reports"),
    ("ประวัติการรับ…", "show_imports"),
)
SENT = (".xlsx", ".itadesk")


class ProvincePage(QWidget):
    """Filters above, the offices at the left, sums at the right; files can be dropped on it."""

    reworded = Signal()

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAcceptDrops(True)
        self._session, self._today = session, today
        self.lines: tuple[OfficeLine, ...] = ()
        self.filters, self.table, self.side = OfficeFilters(), OfficeTable(), ProvinceSide()
        self.look = button("ดูข้อมูล", self._look, role="quiet", sign="eye")
        self.returned = button("ส่งคืนแก้ไข", partial(self._stand, FileState.RETURNED), role="quiet")
        self.accepted = button("รับรอง", partial(self._stand, FileState.ACCEPTED), role="quiet")
        self._stack, self._typesetter = OneShown(), Typesetter(self)
        self._lay_out()
        self._add_actions()
        self.setFocusProxy(self.table)
        self.filters.changed.connect(self._filter)
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _line: self._look())
        session.changed.connect(self._changed)
        session.year_shown.connect(self.reload)
        self.reload()

    def subtitle(self) -> str:
        if not self.lines:
            return "รวมไฟล์ Excel ที่หน่วยงานส่งมา แล้วดูผลทั้งจังหวัดในหน้าเดียว"
        sent = sum(line.received is not None for line in self.lines)
        return to_thai(f"ปี {self._session.year} ส่งแล้ว {sent} จาก {len(self.lines)} หน่วยงาน")

    def take_files(self) -> None:
        """Files that offices sent, chosen one by one."""
        self.take(files.pick_several(self, "เลือกไฟล์จากหน่วยงาน", self._folder(), files.SENT))

    def take_folder(self) -> None:
        """All workbooks of a folder and the folders in it."""
        folder = files.pick_folder(self, "เลือกโฟลเดอร์ที่หน่วยงานส่งมา", self._folder())
        if folder is not None:
            self.take((folder,))

    def take(self, paths: Sequence[Path]) -> None:
        """Reads files and folders, and keeps them when agreed."""
        from ui.dialogs.consolidate import ConsolidateDialog

        found = list(workbooks_of(paths))
        if not found:
            return
        dialog = ConsolidateDialog(self, self._session, found)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            notify_done(self, "รับไฟล์จากหน่วยงานแล้ว", self._session)

    def paste_expected(self) -> None:
        """The offices whose files are awaited."""
        self._paste(False, lambda found: self._session.run(save_expected, found.offices))

    def paste_announced(self) -> None:
        """What was announced of all offices, before any file comes."""
        year = self._session.year or 0
        self._paste(True, lambda found: self._session.run(save_announced, year, found.results))

    def remind(self) -> None:
        """Letters to those among the shown offices whose files are awaited."""
        from ui.dialogs.reminder_set import ReminderSetDialog

        lines, folder = self.table.rows.lines, self._folder()
        ReminderSetDialog(self, self._session, self._typesetter, folder, lines).exec()

    def gather_reports(self) -> None:
        """What offices did in a round, into the own report."""
        from ui.dialogs.gather_reports import GatherReportsDialog

        if self._session.data is not None:
            dialog = GatherReportsDialog(self, self._session, self._session.data)
            if dialog.exec() == QDialog.DialogCode.Accepted:
                notify_done(self, "รวมผลรายงานไว้ที่หน้าติดตามผลแล้ว", self._session)

    def show_imports(self) -> None:
        """What came in, to be taken back."""
        from ui.dialogs.imports import ImportsDialog

        ImportsDialog(self, self._session).exec()

    def reload(self) -> None:
        """Reads the year again."""
        year = self._session.year
        if year is None:
            return
        found = self._session.ask(load_province, year)
        self.lines = office_lines(found)
        self._stack.setCurrentIndex(0 if self.lines else 1)
        self.filters.show_choices(self.lines)
        self._filter()
        self.reworded.emit()

    def _filter(self) -> None:
        shown = self.filters.wanted(self._today()).of(self.lines)
        self.table.show_lines(shown)
        if self._session.data is not None:
            self.side.show_offices(shown, self._session.data, self._today())

    def _chose(self, line: OfficeLine | None) -> None:
        there = line is not None and line.received is not None
        for each in (self.look, self.returned, self.accepted):
            each.setEnabled(there)
        self.side.chosen.setText("" if line is None else _told(line, self._today()))
        self.side.cards[self.side.chosen].setVisible(line is not None)

    def _look(self) -> None:
        from ui.dialogs.office_view import OfficeView

        line = self.table.line()
        if line is not None and line.received is not None:
            data = self._session.ask(year_of_office, line.received)
            OfficeView(self, data, received_words(line)).exec()

    def _stand(self, state: FileState) -> None:
        """Takes the state, or back to รับแล้ว when it has it already; a remark can be given."""
        from ui.dialogs.standing import ask_remark

        line = self.table.line()
        if line is None or line.received is None:
            return
        again = line.standing is not None and line.standing.state is state
        remark = line.standing.remark if line.standing else ""
        if state is FileState.RETURNED and not again:
            given = ask_remark(self, line.name, remark)
            if given is None:
                return
            remark = given
        wanted = FileState.RECEIVED if again else state
        self._session.run(save_standing, line.received.year, line.received.key, wanted, remark)

    def _paste(self, announced: bool, keep: Callable[..., object]) -> None:
        from ui.dialogs.office_list import OfficeListDialog

        dialog = OfficeListDialog(self, announced=announced)
        if dialog.exec() == QDialog.DialogCode.Accepted and keep(dialog.found) is not None:
            notify_done(self, "เก็บรายการที่วางแล้ว", self._session)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*SHOWS):
            self.reload()

    def _folder(self) -> Path:
        return self._session.path.parent if self._session.path else Path.home()

    def _add_actions(self) -> None:
        for words, name in ACTS:
            action = QAction(words, self)
            action.triggered.connect(lambda _=False, name=name: getattr(self, name)())
            self.addAction(action)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        for each in (self.look, self.returned, self.accepted):
            row.addWidget(each)
        row.addStretch()
        column.addLayout(row)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        both.addWidget(left)
        both.addWidget(self.side)
        both.setSizes([600, 300])
        both.setStretchFactor(0, 2)
        both.setStretchFactor(1, 1)
        shown = QWidget()
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.GAP)
        inside.addWidget(self.filters)
        inside.addWidget(both, 1)
        empty = EmptyState(
            "ยังไม่มีข้อมูลของหน่วยงานในปีนี้",
            "ลากไฟล์ Excel ที่หน่วยงานส่งมาวางในหน้านี้ หรือกดรับไฟล์ จะวางรายชื่อหน่วยงานและผลที่ประกาศไว้ก่อนก็ได้",
            "office",
            ("รับไฟล์…", self.take_files),
        )
        self._stack.addWidget(shown)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, theme.BLOCK)
        whole.addWidget(self._stack)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
            self.take(paths)


def _dropped(event: QDropEvent) -> list[Path]:
    """Folders, workbooks and files of districts among what is dropped."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_dir() or path.suffix.lower() in SENT]


def _told(line: OfficeLine, today: date) -> str:
    """What the table has no room for."""
    rounds = round_words(line.received, today) if line.received else ""
    told = (line.name, arrival_words(line), figure_words(line), rounds)
    return "\n".join(filter(None, told))
