"""The first page: the year's road, the result at a glance, the days to keep, what was found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from itadesk.checks import CheckData, examine
from itadesk.deadlines import deadlines, usual_deadlines
from itadesk.model.result import Figure
from itadesk.model.road import RoadStep, StepState
from itadesk.model.year import YearData
from itadesk.road import next_step, open_deadlines, road
from itadesk.scoring import score
from itadesk.services.calendar import mark_step, save_deadlines
from itadesk.services.checking import check_data
from itadesk.services.years import load_year, score_years
from itadesk.thai.digits import to_thai
from ui import theme
from ui.bars import indicator_bars, instrument_bars
from ui.calendar import give_calendar
from ui.entries import pages
from ui.fonts import base_font
from ui.session import Session
from ui.widgets.bars import BarList
from ui.widgets.card import Card
from ui.widgets.deadline_list import MOST, DeadlineList
from ui.widgets.empty import EmptyState
from ui.widgets.found import Found
from ui.widgets.labels import label
from ui.widgets.notice import notify_done
from ui.widgets.overall import Overall
from ui.widgets.painting import line_height
from ui.widgets.road import RoadCard
from ui.years import add_year

GAP, EDGES = 10, (12, 6, 12, 6)  # px between cards, inside them
ABREAST, PAIRED = 42, 31  # heights of a line: three columns, two
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class HomePage(QWidget):
    """The road above, the result and the work below; an invitation while there is no year."""

    wants_page = Signal(str)

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session, self._today = session, today
        self._steps: tuple[RoadStep, ...] = ()
        self._stale = False
        self._checked: CheckData | None = None
        self._invites: bool | None = None
        self.road, self.overall = RoadCard(), Overall()
        self.instruments = BarList("คะแนนตามแบบวัด")
        self.indicators = BarList("คะแนนตามตัวชี้วัด")
        self.limit = label(role="quiet")
        self.deadlines, self.found = DeadlineList(), Found()
        self.empty = EmptyState(
            "ไฟล์นี้ยังไม่มีปีงบประมาณ",
            "เพิ่มปีงบประมาณที่ประเมิน แล้วกรอกหรือวางคะแนนที่ได้",
            "calendar",
            ("เพิ่มปี…", lambda: add_year(self, session)),
        )
        self._inside, self._left, self._below = (QBoxLayout(ACROSS) for _ in range(3))
        self._either = QStackedLayout(self)
        self._either.addWidget(self.empty)
        self._either.addWidget(self._scrolled())
        self._listen()
        self.reload()

    def subtitle(self) -> str:
        data = self._session.data
        if data is None:
            return ""
        done = sum(step.state is StepState.DONE for step in self._steps)
        return to_thai(
            f"ผลปีงบประมาณ {data.year} สำหรับมาตรการของปีงบประมาณ {data.assessment.plan_year}"
            f" — ทำแล้ว {done} จาก {len(self._steps)} ขั้น"
        )

    def reload(self) -> None:
        """Reads the year again."""
        self._stale = False
        data = self._session.data
        self._choose(empty=data is None)
        if data is None:
            return
        limit = data.settings.thresholds.urgent
        self.overall.show_year(data, _before(data))
        self.instruments.show_bars(instrument_bars(data), limit)
        self.indicators.show_bars(indicator_bars(data), limit)
        self.limit.setText(f"เส้นประคือ {to_thai(f'{limit.normalize():f}')} คะแนน")
        self._show_road(data)
        self._read_over(self._session.ask(check_data, data))
        self._order_keys()

    def _read_over(self, found: CheckData) -> None:
        """The first time only when the page is seen: the checks take as long as the rest of it."""
        first, self._checked = self._checked is None, found
        if first:
            QTimer.singleShot(0, self, self._show_remarks)
        else:
            self._show_remarks()

    def _show_remarks(self) -> None:
        if self._checked is not None:
            self.found.show_remarks(examine(self._checked).open)
            self._order_keys()

    def look_over(self) -> None:
        """Shows all that the checks found, and goes where one of it is mended."""
        from ui.dialogs import checking as dialog

        place = dialog.look_over(self, self._session)
        if place:
            self.wants_page.emit(place)

    def change_deadlines(self) -> None:
        """Asks for the deadlines of the year and keeps them."""
        from ui.dialogs import deadlines as dialog

        data = self._session.data
        if data is None:
            return
        plan_year, rounds = data.assessment.plan_year, data.own_rounds
        shown = deadlines(plan_year, data.own_deadlines, rounds)
        wanted = dialog.ask_deadlines(self, shown, usual_deadlines(plan_year, rounds))
        if wanted is None or wanted == shown:
            return
        if self._session.run(save_deadlines, data.year, wanted) is not None:
            notify_done(self, "บันทึกกำหนดการแล้ว", self._session)

    def _show_road(self, data: YearData) -> None:
        year, today = data.year + 1, self._today()
        in_file = year in self._session.ask(score_years)
        after = self._session.ask(load_year, year) if in_file else None
        self._steps = road(data, after)
        following = next_step(self._steps)
        deed = self._deed(following, data.year if after is None else year) if following else ""
        self.road.show_road(self._steps, following, deed, today)
        days = deadlines(data.assessment.plan_year, data.own_deadlines, data.own_rounds)
        coming = open_deadlines(days, self._steps, today)
        self.deadlines.show_deadlines(coming, today, thai=data.settings.digits == "thai")
        self._fit()

    def _deed(self, step: RoadStep, last: int) -> str:
        """What the button of a step says; `last` is the last year that is at hand."""
        if step.year > last:
            return to_thai(f"เพิ่มปี {step.year}…")
        titles = {page.id: page.title for page in pages()}
        return f"ไปที่หน้า{titles[step.place.partition(':')[0]]}"

    def _go(self, step: RoadStep) -> None:
        """Shows where a step is done, in its year; offers to add a year that is not there."""
        if step.year not in self._session.ask(score_years):
            add_year(self, self._session)
        elif step.year != self._session.year:
            self._session.show_year(step.year)
        if step.year == self._session.year:
            self.wants_page.emit(step.place)

    def _go_to_deadline(self, key: str) -> None:
        """Where the step of a deadline is done; the office's own are changed in the dialog."""
        step = next((each for each in self._steps if each.key == key), None)
        self.change_deadlines() if step is None else self._go(step)

    def _mark(self, step: RoadStep, passed: bool) -> None:
        year = self._session.year
        if year is None or self._session.run(mark_step, year, step, passed=passed) is None:
            return
        words = "บันทึกว่าทำแล้วนอกโปรแกรม" if passed else "เอาเครื่องหมายว่าทำแล้วออก"
        notify_done(self, f"{step.title}: {words}", self._session)

    def _choose(self, *, empty: bool) -> None:
        """The invitation or the year, and where the keys begin."""
        if self._invites is empty:
            return
        self._invites = empty
        self._either.setCurrentIndex(0 if empty else 1)
        self.setFocusProxy((self.empty.go if empty else None) or self.road.go)
        room = QSizePolicy.Policy.Preferred if empty else QSizePolicy.Policy.Ignored
        self.empty.setSizePolicy(room, room)  # what is not seen asks for no height

    def _changed(self) -> None:
        """Reads again when it is seen; while another page is typed on it only takes note."""
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _order_keys(self) -> None:
        """Tab goes as the page is read."""
        stops: list[QWidget] = [
            *(self.road.mark, self.road.go, *self.road.strip.buttons),
            *(*self.instruments.rows, *self.indicators.rows),
            *(self.deadlines.give, self.deadlines.change, *self.deadlines.lines),
            *(self.found.all, *self.found.lines),
        ]
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)

    def _listen(self) -> None:
        self.road.chosen.connect(self._go)
        self.road.marked.connect(self._mark)
        for each in (self.found, self.instruments, self.indicators):
            each.chosen.connect(self.wants_page)
        self.found.wants_all.connect(self.look_over)
        self.deadlines.chosen.connect(self._go_to_deadline)
        self.deadlines.change.clicked.connect(self.change_deadlines)
        self.deadlines.give.clicked.connect(lambda: give_calendar(self, self._session))
        self._session.changed.connect(lambda _changes: self._changed())
        self._session.year_shown.connect(self._changed)

    def _scrolled(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "page")
        column = QVBoxLayout(holder)
        column.setContentsMargins(theme.PAGE, 2, theme.PAGE, 4)
        column.setSpacing(GAP)
        column.addWidget(self.road)
        column.addLayout(self._below, 1)
        self._left.addWidget(self._score_card(), 19)
        self._left.addWidget(self._indicator_card(), 36)
        self._below.addLayout(self._left, 55)
        self._below.addLayout(self._side(), 26)
        for each in (self._left, self._below):
            each.setSpacing(GAP)
        for card in (self.road, self.deadlines, self.found):
            card.body.setContentsMargins(*EDGES)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        return area

    def _score_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(*EDGES)
        self._inside.setSpacing(theme.GAP)
        self._inside.addWidget(self.overall)
        self._inside.addWidget(self.instruments, 1)
        card.body.addLayout(self._inside)
        return card

    def _indicator_card(self) -> Card:
        card = Card("ตัวชี้วัด")
        card.body.setContentsMargins(*EDGES)
        card.body.setSpacing(2)
        card.head.addWidget(self.limit)
        card.add(self.indicators, 1)
        return card

    def _side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.deadlines)
        column.addWidget(self.found, 1)
        return column

    def _fit(self) -> None:
        """Fewer columns where the window is narrow or the letters are large, fewer remarks too."""
        line = line_height(base_font())
        lines = self.width() / line
        spared = max(0, MOST - 1 - len(self.deadlines.lines))  # by deadlines that are over
        self.found.show_most(max(1, round(self.height() / line - 18) // 3) + spared)
        self._inside.setDirection(DOWN if lines >= ABREAST else ACROSS)
        self._left.setDirection(ACROSS if lines >= ABREAST else DOWN)
        self._below.setDirection(ACROSS if lines >= PAIRED else DOWN)

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.reload()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _before(data: YearData) -> Figure | None:
    """The overall figure of the year before, where it is in the file."""
    before = data.neighbours.get(data.year - 1)
    return score(before.catalogue, before.assessment).overall if before else None
