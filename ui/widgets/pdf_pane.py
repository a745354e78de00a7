"""The preview: a PDF view beside the list of its pages, below its bar of zoom and search."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from itadesk.thai.digits import to_thai
from ui import theme
from ui.icons import beside_words, icon
from ui.widgets.by_enter import press_by_enter
from ui.widgets.labels import label
from ui.widgets.pdf_page_list import PageList
from ui.widgets.pdf_view import PdfView

_PATIENCE = 250  # ms after the last letter before a search starts
_ZOOMS = (50, 75, 100, 150, 200)  # percent
_WIDE = 680  # px from which a list of pages has its place beside them


class PdfPane(QWidget):
    """`busy` says that the document is being made while the one before is still shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PdfView()
        self.pages, self.hits = label(role="quiet"), label(role="quiet")
        self.list = PageList(self.view)
        self.zoom = _tool("")
        self.search = QLineEdit()
        self.search.setPlaceholderText("ค้นหาในเอกสาร")
        self.search.setAccessibleName("ค้นหาในเอกสาร")
        self.search.setMinimumWidth(theme.px(84))
        self.search.setMaximumWidth(theme.px(200))
        self._busy, self._place = False, ""
        self._icons: dict[str, QToolButton] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self.turn = self._iconed("pages", "รายการหน้า", self._show_list)
        self.turn.setCheckable(True)
        self._lay_out()
        self._listen()

    def busy(self, on: bool) -> None:
        """Says that the document is being laid out anew."""
        self._busy = on
        self._show_state()

    def recolour(self) -> None:
        """Draws the icons in the colours of the theme."""
        for name, each in self._icons.items():
            each.setIcon(icon(name))

    def look_for(self, words: str) -> None:
        """Searches at once."""
        if self.search.text() != words:
            self.search.setText(words)
        self._timer.stop()
        self.view.search(words)

    def _lay_out(self) -> None:
        self._fill_zoom()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.turn)
        row.addWidget(self._iconed("zoom-out", "ย่อ", partial(self.view.zoom_by, -1)))
        row.addWidget(self.zoom)
        row.addWidget(self._iconed("zoom-in", "ขยาย", partial(self.view.zoom_by, 1)))
        row.addSpacing(theme.GAP)
        self.pages.setMinimumWidth(theme.px(70))  # while it is typeset it says more
        row.addWidget(self.pages)
        row.addStretch()
        row.addWidget(self.hits)
        row.addWidget(self._iconed("up", "คำที่พบก่อนหน้า", partial(self.view.go_to_hit, -1)))
        row.addWidget(self._iconed("down", "คำที่พบถัดไป", partial(self.view.go_to_hit, 1)))
        row.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addLayout(row)
        both = QHBoxLayout()
        both.setSpacing(theme.GAP)
        both.addWidget(self.list)
        both.addWidget(self.view, 1)
        column.addLayout(both, 1)
        self._show_hits(0, 0)

    def _fill_zoom(self) -> None:
        menu = QMenu(self.zoom)
        menu.addAction("พอดีความกว้าง", partial(self.view.set_zoom, 0))
        menu.addSeparator()
        for percent in _ZOOMS:
            words = to_thai(f"{percent}%") + (" (เท่ากระดาษจริง)" if percent == 100 else "")
            menu.addAction(words, partial(self.view.set_zoom, percent / 100))
        self.zoom.setMenu(menu)
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setToolTip("ขนาดที่แสดง")
        self.zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("๑๐๐% ▾") + theme.px(20))

    def _listen(self) -> None:
        self.view.opened.connect(self._show_pages)
        self.view.page_shown.connect(self._show_page)
        self.list.chosen.connect(self.view.go_to_page)
        self.view.zoomed.connect(self._show_zoom)
        self.view.found.connect(self._show_hits)
        self.search.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._search)
        self.search.returnPressed.connect(partial(self.view.go_to_hit, 1))
        for keys, by in (("F3", 1), ("Shift+F3", -1)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(self._step, by))
            self.addAction(action)

    def _search(self) -> None:
        self.view.search(self.search.text())

    def _step(self, by: int) -> None:
        self.view.go_to_hit(by)

    def _iconed(self, sign: str, text: str, slot: Callable[[], None]) -> QToolButton:
        made = _tool("")
        made.setIcon(icon(sign))
        made.setToolTip(text)
        made.setAccessibleName(text)
        made.clicked.connect(lambda: slot())
        self._icons[sign] = made
        return made

    def _show_pages(self) -> None:
        self.list.show_source(self.view.source)
        self.list.mark(self.view.page)
        self._show_list()

    def _show_list(self) -> None:
        """The list of pages, where there are several and it is not folded."""
        several = self.list.count() > 1
        self.turn.setEnabled(several)
        self.list.setVisible(several and self.turn.isChecked())

    def _show_page(self, page: int, count: int) -> None:
        self._place = to_thai(f"หน้า {page}/{count}") if count else ""
        if count:
            self.list.mark(page - 1)
        else:
            self.list.show_source(None)
        self.view.setAccessibleDescription(self._place)
        self._show_state()

    def _show_state(self) -> None:
        self.pages.setText("กำลังจัดหน้าเอกสาร…" if self._busy else self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list folds where the page needs the room; it can still be opened."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_WIDE)
        if wide != (event.oldSize().width() >= theme.px(_WIDE)):
            self.turn.setChecked(wide)
            self._show_list()

    def _show_zoom(self, percent: int) -> None:
        self.zoom.setText(to_thai(f"{percent}%") + " ▾")

    def _show_hits(self, hit: int, count: int) -> None:
        searching = bool(self.search.text().strip())
        words = to_thai(f"{hit}/{count}") if count else "ไม่พบ"
        self.hits.setText(words if searching else "")
        for sign in ("up", "down"):
            self._icons[sign].setVisible(searching and count > 1)


def _tool(text: str) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setProperty("role", "quiet")
    made.setMinimumHeight(theme.TARGET)
    made.setIconSize(beside_words())
    press_by_enter(made)
    return made
