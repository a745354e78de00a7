"""Two files that should be one: what each holds, side by side, and which one to go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from itadesk.services.summary import FileSummary, compared
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from ui import theme
from ui.background import run_in_background
from ui.dialogs.frame import open_at
from ui.dialogs.restore_text import comparison
from ui.widgets.buttons import button, primary_button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.labels import label

LATER = "ตัดสินใจภายหลัง"


@dataclass(frozen=True, slots=True)
class Version:
    """A file to be told from another, by its title; what is open has its `summary` at hand."""

    path: Path
    title: str
    read: Callable[[], FileSummary | str]
    summary: FileSummary | None = None

    @property
    def line(self) -> str:
        """Which file it is, and of when."""
        moment = "กำลังแก้ไขอยู่" if self.summary is not None else when(self.path)
        return f"{self.title}: {self.path.name} · {moment}"


@dataclass(frozen=True, slots=True)
class Choice:
    """The word of a button, and what the dialog gives when it is pressed."""

    words: str
    answer: str


class VersionsDialog(QDialog):
    """`mine` beside one of `others`; nothing is chosen by itself."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        remark: str,
        mine: Version,
        others: Sequence[Version],
        choices: Sequence[Choice],
        later: str = LATER,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        open_at(self, 860, 460)
        self._mine, self._others = mine, others
        self._read: dict[str, FileSummary | str] = {}
        self.answer = ""
        self.which = CalmCombo()
        self.which.setAccessibleName("ไฟล์ที่เปรียบเทียบ")
        for each in others:
            self.which.addItem(f"{each.title} · {when(each.path)}")
        self.which.setVisible(len(others) > 1)
        self.text = QTextBrowser()
        self.text.setAccessibleName("สิ่งที่ต่างกัน")
        self.buttons = [button(choice.words, partial(self._choose, choice)) for choice in choices]
        self.later = primary_button(later, self.reject)
        self.later.setDefault(True)
        self._lay_out(title, remark)
        self.which.currentIndexChanged.connect(self._show)
        for version in (mine, *others):
            self._look(version)
        self._show()

    @property
    def other(self) -> Version:
        """The one that is looked at."""
        return self._others[self.which.currentIndex()]

    def _choose(self, choice: Choice) -> None:
        self.answer = choice.answer
        self.accept()

    def _look(self, version: Version) -> None:
        def keep(read: FileSummary | str) -> None:
            self._read[version.title] = read
            self._show()

        if version.summary is not None:
            self._read[version.title] = version.summary
        else:
            run_in_background(self, version.read, keep, keep)

    def _show(self) -> None:
        here, there = (self._read.get(each.title) for each in (self._mine, self.other))
        for read in (here, there):
            if isinstance(read, str):
                self.text.setPlainText(f"▲ {read}")
                return
        if not (isinstance(here, FileSummary) and isinstance(there, FileSummary)):
            self.text.setPlainText("กำลังอ่านไฟล์…")
            return
        heads = (self._mine.title, self.other.title)
        self.text.setHtml(comparison(compared(here, there), beside=True, heads=heads))

    def _lay_out(self, title: str, remark: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(label(remark, "quiet", wrap=True))
        for version in (self._mine, *self._others):
            words = label(version.line, wrap=True)
            words.setToolTip(str(version.path))
            column.addWidget(words)
        column.addWidget(self.which)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addStretch()
        for each in (*self.buttons, self.later):
            row.addWidget(each)
        column.addLayout(row)


def ask(
    parent: QWidget | None,
    title: str,
    remark: str,
    mine: Version,
    others: Sequence[Version],
    choices: Sequence[Choice],
    later: str = LATER,
) -> tuple[str, Path]:
    """The answer of the button, "" for later, and the file that was compared."""
    dialog = VersionsDialog(parent, title, remark, mine, others, choices, later)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    return (dialog.answer if agreed else ""), dialog.other.path


def when(path: Path) -> str:
    """Day and time of a file as its disk has it."""
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, OverflowError, ValueError):
        return "ไม่ทราบเวลา"
    return f"{format_date(moment.date(), 'short')} {to_thai(f'{moment:%H.%M}')} น."
