"""All the checks found: what is open, what was confirmed, what the published items ask for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.checks import Examined, Remark, Severity
from itadesk.completeness import Tick
from itadesk.model.answer import AnsweredCheck
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.buttons import ToolButton
from ui.widgets.labels import heading, label
from ui.widgets.line_button import LineButton

SIGNS = {
    Severity.MISTAKE: ("▲", "urgent"),
    Severity.MISSING: ("○", "improve"),
    Severity.NOTE: ("i", "accent"),
}


def remark_line(remark: Remark) -> LineButton:
    """What is wrong; the line itself leads to where to mend it."""
    sign, ink = SIGNS[remark.severity]
    line = LineButton(sign, remark.message.partition(" โปรด")[0], ink)
    line.setToolTip(remark.message)
    return line


class CheckList(QWidget):
    """Emits the place of a line that is pressed, and what is to be confirmed or told again.

    `may_answer`: the file can be written.
    """

    chosen = Signal(str)
    confirm = Signal(Remark)
    withdraw = Signal(AnsweredCheck)

    def __init__(self, *, may_answer: bool = True) -> None:
        super().__init__()
        self._may_answer = may_answer
        self.lines: tuple[LineButton, ...] = ()
        self.ticks: tuple[LineButton, ...] = ()
        self.confirms: tuple[ToolButton, ...] = ()
        self.withdraws: tuple[ToolButton, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_found(self, found: Examined, ticks: Sequence[Tick], asked_by: str) -> None:
        """Everything anew; the keys stay where they were, or at what follows."""
        stop = self._stop()
        self._clear()
        count = to_thai(str(len(found.open)))
        self._head(f"ควรตรวจสอบ {count} เรื่อง" if found.open else "✓ ไม่พบข้อที่ต้องแก้ไข")
        rows = [self._open(remark) for remark in found.open]
        self.lines = tuple(line for line, _ in rows)
        self.confirms = tuple(tool for _, tool in rows)
        if found.answered:
            self._head(f"ยืนยันว่าถูกต้องแล้ว {to_thai(str(len(found.answered)))} เรื่อง")
        self.withdraws = tuple(self._answered(*each) for each in found.answered)
        self._head(f"สิ่งที่เอกสารตามข้อ {asked_by} ต้องมี" if asked_by else "สิ่งที่เอกสารเผยแพร่ต้องมี")
        self.ticks = tuple(self._tick(each) for each in ticks)
        self._column.addStretch()
        self._return_to(stop)

    def _groups(self) -> tuple[tuple[QAbstractButton, ...], ...]:
        return self.lines, self.confirms, self.withdraws, self.ticks

    def _stop(self) -> tuple[int, int, str] | None:
        """Which group has the keys, where in it, and the name of what has them."""
        for number, group in enumerate(self._groups()):
            for place, each in enumerate(group):
                if each.hasFocus() or each is self.window().focusWidget():
                    return number, place, each.accessibleName()
        return None

    def _return_to(self, stop: tuple[int, int, str] | None) -> None:
        if stop is None:
            return
        number, place, name = stop
        group = self._groups()[number] or self.lines or self.ticks
        named = (each for each in group if each.accessibleName() == name)
        again = next(named, group[min(place, len(group) - 1)])
        for each in (again.parentWidget(), again):
            if each is not None:
                each.show()  # a layout shows what is new later; what is hidden takes no keys
        again.setFocus()

    def _open(self, remark: Remark) -> tuple[LineButton, ToolButton]:
        line = remark_line(remark)
        line.clicked.connect(lambda: self.chosen.emit(remark.place))
        tool = ToolButton("done", "ยืนยันว่าถูกต้อง…", partial(self.confirm.emit, remark))
        tool.setAccessibleName(f"ยืนยันว่าถูกต้อง: {line.text()}")
        self._row(line, tool)
        return line, tool

    def _answered(self, remark: Remark, answer: AnsweredCheck) -> ToolButton:
        line = LineButton("✓", remark.message.partition(" โปรด")[0], "keep")
        line.clicked.connect(lambda: self.chosen.emit(remark.place))
        tool = ToolButton("undo", "ยกเลิกการยืนยัน", partial(self.withdraw.emit, answer))
        tool.setAccessibleName(f"ยกเลิกการยืนยัน: {line.text()}")
        self._row(line, tool)
        why = label(f"{answer.reason} ({format_date(answer.on, 'short')})", "quiet", wrap=True)
        why.setIndent(theme.px(28))
        self._column.addWidget(why)
        return tool

    def _tick(self, tick: Tick) -> LineButton:
        words = tick.what if tick.done else f"{tick.what} — {tick.how}"
        sign, ink = ("✓", "keep") if tick.done else ("○", "improve")
        line = LineButton(sign, words, ink)
        line.clicked.connect(lambda: self.chosen.emit(tick.place))
        self._column.addWidget(line)
        return line

    def _head(self, text: str) -> None:
        if self._column.count():
            self._column.addSpacing(theme.GAP)
        self._column.addWidget(heading(text))

    def _row(self, line: LineButton, tool: ToolButton) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(line, 1)
        row.addWidget(tool)
        tool.setVisible(self._may_answer)
        self._column.addWidget(holder)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
