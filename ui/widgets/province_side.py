"""Beside the table of offices: how many sent and passed, levels, rounds, where all are weak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from itadesk.catalogue.wording import proposed
from itadesk.findings import classify
from itadesk.gathering import (
    PASS,
    OfficeLine,
    WeakPlace,
    by_group,
    levels,
    weakest_indicators,
    weakest_questions,
)
from itadesk.model.office import Thresholds
from itadesk.model.work import FindingClass
from itadesk.model.year import YearData
from itadesk.owing import RoundLine, round_lines
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score
from ui import theme
from ui.models.offices import UNRATED
from ui.widgets.bars import Bar, BarList
from ui.widgets.card import Card
from ui.widgets.labels import label

MOST_QUESTIONS, MOST_GROUPS = 8, 40
NARROWEST = 220  # px of a chart


class ProvinceSide(QScrollArea):
    """Figures of the offices that are shown; a card without any is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = label(wrap=True)  # of one office, what the table has no room for
        self.figures, self.groups = label(wrap=True), label(wrap=True)
        self.levels = BarList("จำนวนหน่วยงานแต่ละระดับ")
        self.rounds = BarList("มาตรการที่รายงานแล้วแต่ละรอบ")
        self.indicators = BarList("ตัวชี้วัดเฉลี่ยจากน้อยไปมาก")
        self.questions = BarList("ข้อคำถามที่ได้คะแนนเฉลี่ยน้อยที่สุด")
        self.cards: dict[QWidget, Card] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(theme.px(290))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(theme.GAP)
        for title, widget in (
            ("หน่วยงานที่เลือก", self.chosen),
            ("ภาพรวม", self.figures),
            ("จำนวนหน่วยงานแต่ละระดับ", self.levels),
            ("มาตรการที่รายงานแล้วแต่ละรอบ", self.rounds),
            ("รายอำเภอ", self.groups),
            ("ตัวชี้วัดเฉลี่ย จากน้อยไปมาก", self.indicators),
            ("ข้อที่เฉลี่ยน้อยที่สุด", self.questions),
        ):
            widget.setMinimumWidth(theme.px(NARROWEST))  # long names give way
            card = Card(title)
            card.add(widget)
            self.cards[widget] = card
            column.addWidget(card)
        column.addStretch()
        self.setWidget(inside)
        for each in (self.viewport(), inside):
            each.setAutoFillBackground(False)

    def show_offices(self, lines: Sequence[OfficeLine], data: YearData, today: date) -> None:
        """`data` names the indicators, questions and levels of the year."""
        received = [line.received for line in lines if line.received is not None]
        self.figures.setText(_figures(lines))
        self.groups.setText(_groups(lines))
        names, thresholds = _names(data), data.settings.thresholds
        indicators = _bars(weakest_indicators(lines), names, thresholds)
        questions = _bars(weakest_questions(received)[:MOST_QUESTIONS], names, thresholds)
        order = [level.name for level in data.catalogue.rating.levels]
        rated = any(line.rating for line in lines)
        for chart, bars, limit in (
            (self.levels, _level_bars(lines, order) if rated else [], None),
            (self.rounds, [_round_bar(each) for each in round_lines(received, today)], None),
            (self.indicators, indicators, PASS),
            (self.questions, questions, PASS),
        ):
            chart.show_bars(bars, limit)
            self.cards[chart].setVisible(bool(bars))


def _names(data: YearData) -> dict[str, str]:
    """Names of indicators and texts of questions by key."""
    indicators = {str(each.no): proposed(each.name) for each in data.catalogue.indicators}
    return indicators | {each.code: proposed(each.text) for each in data.catalogue.questions}


def _level_bars(lines: Sequence[OfficeLine], order: Sequence[str]) -> list[Bar]:
    """In the order of the year's rule, those without one last; a bar is a share of all."""
    found = levels(lines)
    names = [
        *(name for name in order if name in found),
        *sorted(set(found) - set(order), reverse=True),
    ]
    return [
        Bar(name or UNRATED, Decimal(100) * found[name] / len(lines), to_thai(str(found[name])))
        for name in names
    ]


def _round_bar(found: RoundLine) -> Bar:
    share = Decimal(100) * found.told / found.measures
    late = f" ค้าง {found.late}" if found.late else ""
    told = f"{found.told}/{found.measures} มาตรการ"
    return Bar(
        to_thai(f"รอบ {found.months} เดือน{late}"),
        share,
        format_score(share),
        FindingClass.URGENT if found.late else FindingClass.KEEP,
        to_thai(f"รายงานแล้ว {told} ครบ {found.told_offices}/{found.offices} แห่ง"),
    )


def _figures(lines: Sequence[OfficeLine]) -> str:
    scores = [line.overall for line in lines if line.overall is not None]
    sent = sum(line.received is not None for line in lines)
    bare = sum(line.received is not None and line.received.only_measures for line in lines)
    told = [f"หน่วยงาน {len(lines)} แห่ง ส่งแล้ว {sent} แห่ง"]
    if bare:
        told.append(f"รายงานเฉพาะมาตรการ {bare} แห่ง")
    if scores:
        passed = sum(score >= PASS for score in scores)
        share = Decimal(100) * passed / len(scores)
        mean = format_score(sum(scores, Decimal()) / len(scores))
        told += [
            f"คะแนนเฉลี่ย {mean} คะแนน",
            f"ผ่านเกณฑ์ {passed} จาก {len(scores)} แห่ง (ร้อยละ {format_score(share)})",
        ]
    return to_thai("\n".join(told))


def _groups(lines: Sequence[OfficeLine]) -> str:
    told = []
    found = by_group(lines, lambda line: line.district or "ไม่ระบุอำเภอ")
    for each in found[:MOST_GROUPS]:
        mean = f" เฉลี่ย {format_score(each.mean)}" if each.mean is not None else ""
        told.append(f"{each.name} ส่ง {each.sent}/{each.offices} ผ่าน {each.passed}{mean}")
    if len(found) > MOST_GROUPS:
        told.append(f"และอีก {len(found) - MOST_GROUPS} อำเภอ เลือกดูได้จากรายการอำเภอ")
    return to_thai("\n".join(told))


def _bars(
    places: Sequence[WeakPlace], names: Mapping[str, str], thresholds: Thresholds
) -> list[Bar]:
    return [
        Bar(
            f"{to_thai(each.key)} {names.get(each.key, '')}".strip(),
            each.mean,
            format_score(each.mean),
            classify(each.mean, thresholds),
            to_thai(f"จาก {each.offices} แห่ง ต่ำสุด {format_score(each.lowest)}"),
        )
        for each in places
    ]
