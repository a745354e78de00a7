"""The year's road: what to do next with one button, and every step with how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from itadesk.model.road import RoadStep
from ui import theme
from ui.fonts import base_font
from ui.widgets.buttons import button, primary_button
from ui.widgets.card import Card
from ui.widgets.labels import heading, label
from ui.widgets.painting import line_height
from ui.widgets.road_step import StepButton
from ui.widgets.roving import rove, stop_at

MOST = 7  # steps in a row
NARROW, NARROWEST = 36, 27  # heights of a line
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
GAP = 4  # px between steps


class RoadCard(Card):
    """Emits `chosen` with a step to go to, `marked` with one and whether it was done elsewhere."""

    chosen = Signal(RoadStep)
    marked = Signal(RoadStep, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("ขั้นตอนของปี")
        self._next: RoadStep | None = None
        self.title, self.words = heading(""), label(wrap=True)
        self.mark = button("ทำแล้วนอกโปรแกรม", lambda: self._mark(), role="quiet", sign="check")
        self.go = primary_button("", lambda: self._go())
        self.strip = RoadStrip()
        self.strip.chosen.connect(self.chosen)
        self.strip.marked.connect(self.marked)
        self._said, self._top = QBoxLayout(ACROSS), QBoxLayout(ACROSS)
        self._said.addWidget(self.title)
        self._said.addWidget(self.words, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.GAP)
        deeds.addStretch()
        deeds.addWidget(self.mark)
        deeds.addWidget(self.go)
        self._top.setSpacing(theme.GAP)
        self._top.addLayout(self._said, 1)
        self._top.addLayout(deeds)
        self.body.addLayout(self._top)
        self.add(self.strip)

    def show_road(
        self, steps: Sequence[RoadStep], after: RoadStep | None, deed: str, today: date
    ) -> None:
        """`after` is the step to do next, None when all are done; `deed` names its button."""
        self._next = after
        self.title.setText(f"ขั้นต่อไป: {after.title}" if after else "ทำครบทุกขั้นของปีนี้แล้ว")
        self.words.setText(after.todo if after else "")
        self.go.setText(deed)
        self.go.setVisible(after is not None)
        self.mark.setVisible(after is not None and after.markable)
        self.strip.show_steps(steps, after, today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence stands below its title where there is little room, the buttons too."""
        super().resizeEvent(event)
        lines = self.width() / line_height(base_font())
        self._said.setDirection(DOWN if lines < NARROW else ACROSS)
        self._said.setSpacing(0 if lines < NARROW else theme.GAP)
        self._top.setDirection(DOWN if lines < NARROWEST else ACROSS)

    def _go(self) -> None:
        if self._next is not None:
            self.chosen.emit(self._next)

    def _mark(self) -> None:
        if self._next is not None:
            self.marked.emit(self._next, True)


class RoadStrip(QWidget):
    """The steps in rows of equal length, as many in a row as there is room for."""

    chosen = Signal(RoadStep)
    marked = Signal(RoadStep, bool)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: tuple[StepButton, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._across = 0

    def show_steps(self, steps: Sequence[RoadStep], after: RoadStep | None, today: date) -> None:
        """Tab stops at the step that is next."""
        if len(steps) != len(self.buttons):
            self._fill(len(steps))
        for made, step in zip(self.buttons, steps, strict=True):
            made.show_step(step, here=step is after, today=today)
        stop_at(self.buttons, next((n for n, step in enumerate(steps) if step is after), 0))
        self._arrange()

    def _fill(self, count: int) -> None:
        for old in self.buttons:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = tuple(StepButton() for _ in range(count))
        for made in self.buttons:
            made.chosen.connect(self.chosen)
            made.marked.connect(self.marked)
        rove(self, self.buttons)
        self._across = 0

    def _arrange(self) -> None:
        """Rows as even as they can be."""
        if not self.buttons:
            return
        wide = max(each.sizeHint().width() for each in self.buttons) + GAP
        most = max(1, min(MOST, (self.width() + GAP) // wide))
        across = ceil(len(self.buttons) / ceil(len(self.buttons) / most))
        if across == self._across:
            return
        for column in range(self._across):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        for n, each in enumerate(self.buttons):
            self._grid.addWidget(each, n // across, n % across)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
