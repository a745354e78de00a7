"""Help inside the program: one topic a file of resources/help, with pictures, without a browser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.item_look import item_style
from ui.widgets.labels import label, show_if
from ui.widgets.reader import FOLDER, Reader

LIST = 210  # px of the list of topics


@dataclass(frozen=True, slots=True)
class Topic:
    """`id` is that of a page where the topic is about one."""

    id: str
    title: str
    text: str  # Markdown


@cache
def topics() -> tuple[Topic, ...]:
    """All topics in the order of their files, whose names begin with a number."""
    return tuple(
        Topic(path.stem.partition("-")[2], text.partition("\n")[0].lstrip("# "), text)
        for path in sorted(FOLDER.glob("[0-9]*.md"))
        for text in (path.read_text(encoding="utf-8"),)
    )


def found(words: str) -> tuple[Topic, ...]:
    """The topics in which every one of the words occurs; all of them without words."""
    wanted = words.casefold().split()
    return tuple(
        topic for topic in topics() if all(word in topic.text.casefold() for word in wanted)
    )


class HelpWindow(QWidget):
    """A window beside the program's own: topics at the left, the chosen one at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("วิธีใช้ itadesk")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = QLineEdit()
        self.search.setPlaceholderText("ค้นหาในวิธีใช้")
        self.search.setAccessibleName("ค้นหาในวิธีใช้")
        self.search.setClearButtonEnabled(True)
        self.list, self.text = QListWidget(), Reader()
        self.list.setAccessibleName("หัวข้อวิธีใช้")
        self.list.setProperty("role", "index")
        self.list.setStyleSheet(item_style("QListView", "5px 8px"))
        self.none = label("ไม่พบคำนี้ ลองใช้คำอื่นหรือคำที่สั้นลง", "quiet", wrap=True)
        self._shown = ""
        self._wanted: tuple[Topic, ...] = ()
        self._lay_out()
        self.search.textChanged.connect(self._search)
        self.list.currentRowChanged.connect(self._choose)
        self.text.asked.connect(self.open)
        QShortcut(QKeySequence("Esc"), self, self.close)
        wanted = QSize(theme.px(960), theme.px(640))
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def open(self, topic: str) -> None:
        """Shows a topic; one that does not exist gives the first."""
        self.search.clear()
        self._list(topics(), topic)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    @property
    def shown(self) -> str:
        """The id of the topic that is read."""
        return self._shown

    def _list(self, wanted: tuple[Topic, ...], chosen: str) -> None:
        self._wanted = wanted
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([topic.title for topic in wanted])
        places = [place for place, topic in enumerate(wanted) if topic.id == chosen]
        self.list.setCurrentRow(places[0] if places else 0)
        self.list.blockSignals(False)
        show_if(not wanted, self.none)
        self._choose(self.list.currentRow())

    def _search(self, words: str) -> None:
        self._list(found(words), self._shown)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._wanted):
            self._shown = self._wanted[row].id
            self.text.read(self._wanted[row].text, self.search.text().strip())

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.GAP)
        for widget in (self.search, self.none, self.list):
            left.addWidget(widget)
        self.none.hide()
        self.list.setFixedWidth(theme.px(LIST))
        self.search.setFixedWidth(theme.px(LIST))
        self.none.setFixedWidth(theme.px(LIST))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.BLOCK, theme.BLOCK, theme.BLOCK, theme.BLOCK)
        row.setSpacing(theme.BLOCK)
        row.addLayout(left)
        row.addWidget(self.text, 1)
