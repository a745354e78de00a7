"""The first page: the result at a glance, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from itadesk.checks import run_checks
from itadesk.deadlines import next_deadlines
from itadesk.findings import classify
from itadesk.model.result import NOTHING, Figure
from itadesk.model.year import YearData
from itadesk.services.years import load_year, score_years
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score
from ui import theme
from ui.entries import pages
from ui.session import Session
from ui.widgets.bars import Bar, BarList
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.labels import label
from ui.widgets.next_task import Deadlines, Found, NextTask
from ui.widgets.overall import Overall
from ui.years import add_year


class HomePage(QWidget):
    """Left the result, right the work; an invitation while the file has no year."""

    wants_page = Signal(str)

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session, self._today = session, today
        self.overall = Overall()
        self.instruments = BarList("คะแนนตามแบบวัด")
        self.indicators = BarList("คะแนนตามตัวชี้วัด")
        self.limit = label(role="quiet")
        self.next, self.found, self.deadlines = NextTask(), Found(), Deadlines()
        self.empty = EmptyState(
            "ไฟล์นี้ยังไม่มีปีงบประมาณ",
            "เพิ่มปีงบประมาณที่ประเมิน แล้วกรอกหรือวางคะแนนที่ได้",
            "calendar",
            ("เพิ่มปี…", lambda: add_year(self, session)),
        )
        self._either = QStackedLayout(self)
        self._either.addWidget(self.empty)
        self._either.addWidget(self._scrolled())
        self.next.chosen.connect(self.wants_page)
        self.found.chosen.connect(self.wants_page)
        session.changed.connect(lambda _changes: self.reload())
        session.year_shown.connect(self.reload)
        self.reload()

    def subtitle(self) -> str:
        data = self._session.data
        if data is None:
            return ""
        year, plan = to_thai(str(data.year)), to_thai(str(data.assessment.plan_year))
        return f"ผลการประเมินปีงบประมาณ {year} สำหรับมาตรการที่ดำเนินการในปีงบประมาณ {plan}"

    def reload(self) -> None:
        """Reads the year again."""
        data = self._session.data
        self._either.setCurrentIndex(0 if data is None else 1)
        if data is None:
            return
        thai = data.settings.digits == "thai"
        limit = data.settings.thresholds.urgent
        self.overall.show_year(data, self._year_before(data))
        self.instruments.show_bars(instrument_bars(data), limit)
        self.indicators.show_bars(indicator_bars(data), limit)
        edge = to_thai(f"{limit.normalize():f}")
        self.limit.setText(f"เรียงจากน้อยไปมาก เส้นประคือ {edge} คะแนน")
        self._show_next(data)
        self.found.show_remarks(run_checks(data))
        today = self._today()
        coming = next_deadlines(data.assessment.plan_year, today, data.own_deadlines)
        self.deadlines.show_deadlines(coming, today, thai=thai)

    def _show_next(self, data: YearData) -> None:
        steps = [page for page in pages() if page.step]
        after = next((page for page in steps if page.progress is None), None)
        known = [(page, page.progress(data)) for page in steps if page.progress is not None]
        if after is not None:  # what comes later in the year is not asked for before it is begun
            known = [(p, how) for p, how in known if p.order < after.order or how.state == "begun"]
        self.next.show_steps(known, after or (steps[-1] if steps else None))

    def _year_before(self, data: YearData) -> Figure | None:
        before = data.year - 1
        if before not in self._session.ask(score_years):
            return None
        return self._session.ask(load_year, before).result.overall

    def _scrolled(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "page")
        row = QHBoxLayout(holder)
        row.setContentsMargins(theme.PAGE, 2, theme.PAGE, 2)
        row.setSpacing(12)
        row.addLayout(self._result(), 58)
        row.addLayout(self._work(), 42)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        return area

    def _result(self) -> QVBoxLayout:
        top = Card()
        row = QHBoxLayout()
        row.setSpacing(theme.PAGE)
        row.addWidget(self.overall, 2)
        row.addWidget(self.instruments, 3)
        top.body.addLayout(row)
        top.add(self.overall.remark)
        top.body.setContentsMargins(theme.BLOCK, theme.GAP, theme.BLOCK, 10)
        below = Card("ตัวชี้วัด")
        below.body.setContentsMargins(theme.BLOCK, theme.GAP, theme.BLOCK, 10)
        below.head.addWidget(self.limit)
        below.add(self.indicators, 1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(top)
        column.addWidget(below, 1)
        return column

    def _work(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        for card in (self.next, self.found, self.deadlines):
            column.addWidget(card)
        column.addStretch()
        return column


def instrument_bars(data: YearData) -> list[Bar]:
    """The instruments in printed order."""
    figures = data.result.instruments
    return [
        _bar(data, one.code, figures.get(one.code, NOTHING)) for one in data.catalogue.instruments
    ]


def indicator_bars(data: YearData) -> list[Bar]:
    """The indicators from the lowest score up; those without a score last."""
    bars = [
        _bar(
            data,
            f"{to_thai(str(indicator.no))} {indicator.name.text}",
            data.result.indicators.get(indicator.no, NOTHING),
        )
        for indicator in data.catalogue.indicators
    ]
    return sorted(bars, key=lambda bar: (bar.value is None, bar.value or 0))


def _bar(data: YearData, name: str, figure: Figure) -> Bar:
    if figure.value is None:
        return Bar(name, None, "")
    found = classify(figure.value, data.settings.thresholds)
    text = format_score(figure.value, data.settings.digits == "thai")
    return Bar(name, figure.value, text, found, "" if figure.complete else "ยังไม่ครบ")
