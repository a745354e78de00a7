"""The rail at the left: office, year, and the pages of the year's road."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from itadesk.thai.digits import to_thai
from ui import theme
from ui.icons import beside_words, icon
from ui.pages import Page, Progress
from ui.widgets.by_enter import press_by_enter
from ui.widgets.labels import label, separator
from ui.widgets.rail_item import RailItem

WIDTH, FOLDED = 184, 52  # px


class Rail(QWidget):
    """Emits `chosen` with a page's id; folds to icons when there is little room."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("หน้าต่าง ๆ ของโปรแกรม")
        self.office = label(role="strong", wrap=True)
        self.year = QToolButton()
        self.year.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.year.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.year.setIconSize(beside_words())
        press_by_enter(self.year)
        self._group = QButtonGroup(self)
        self._items: dict[str, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self.office)
        self._column.addWidget(self.year, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(theme.GAP)
        self._fill(pages)
        self.fold(False)

    @property
    def folded(self) -> bool:
        return self.width() < theme.px(WIDTH)

    def items(self) -> Mapping[str, RailItem]:
        """The buttons by page id, in rail order."""
        return self._items

    def fold(self, folded: bool) -> None:
        """Icons only, or icons with words."""
        self.setFixedWidth(theme.px(FOLDED) if folded else self._room())
        self.office.setVisible(not folded)
        for item in self._items.values():
            item.fold(folded)
        self._name_year(folded)

    def show_office(self, name: str, year: int | None) -> None:
        """What the head of the rail says."""
        self.office.setText(name)
        self.office.setToolTip(name)
        self.year.setProperty("year", year)
        self._name_year(self.folded)

    def mark(self, page_id: str) -> None:
        """Shows which page is open; Tab comes to it, arrows go to the others."""
        self._items[page_id].setChecked(True)
        for each, item in self._items.items():
            strong = each == page_id
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def show_progress(self, progress: Mapping[str, Progress]) -> None:
        """The sign of each step; a page that is not named has none."""
        for page_id, item in self._items.items():
            item.show_progress(progress.get(page_id))

    def _fill(self, pages: Sequence[Page]) -> None:
        number = 0
        stepping = True
        for page in pages:
            if number and stepping and not page.step:
                stepping = False
                self._column.addStretch()
                self._column.addWidget(separator())
            number += page.step
            self._add(page, number if page.step else None)
        if stepping:
            self._column.addStretch()

    def _add(self, page: Page, number: int | None) -> None:
        item = RailItem(page, number)
        item.clicked.connect(lambda: self.chosen.emit(page.id))
        self._group.addButton(item)
        self._column.addWidget(item)
        self._items[page.id] = item

    def _name_year(self, folded: bool) -> None:
        year = self.year.property("year")
        words = f"ปี {to_thai(str(year))}" if year else "ยังไม่มีปี"
        self.year.setText("" if folded else f"{words}  ▾")
        self.year.setIcon(icon("calendar"))
        self.year.setToolTip(f"{words} (ปีงบประมาณที่ประเมิน) กดเพื่อเลือกปีอื่น")
        self.year.setAccessibleName(f"{words} เลือกปีงบประมาณที่ประเมิน")

    def _room(self) -> int:
        return max(
            theme.px(WIDTH), *(item.wide() + theme.px(16) for item in self._items.values()), 0
        )
