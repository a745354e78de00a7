"""Beside the table of offices: how many sent and passed, levels, and where all are weak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from itadesk.findings import classify
from itadesk.gathering import PASS, OfficeLine, WeakPlace, by_group, levels
from itadesk.model.office import Thresholds
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score
from ui import theme
from ui.widgets.bars import Bar, BarList
from ui.widgets.card import Card
from ui.widgets.labels import label

MOST_QUESTIONS, MOST_GROUPS = 8, 40
NARROWEST = 220  # px of a chart


class ProvinceSide(QScrollArea):
    """Figures of the offices that are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = label(wrap=True)
        self.levels, self.groups = label(wrap=True), label(wrap=True)
        self.indicators = BarList("ตัวชี้วัดเฉลี่ยจากน้อยไปมาก")
        self.questions = BarList("ข้อคำถามที่ได้คะแนนเฉลี่ยน้อยที่สุด")
        for chart in (self.indicators, self.questions):
            chart.setMinimumWidth(theme.px(NARROWEST))  # long names give way
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(theme.px(290))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(theme.GAP)
        for title, widgets in (
            ("ภาพรวม", (self.figures, self.levels)),
            ("รายอำเภอ", (self.groups,)),
            ("ตัวชี้วัดเฉลี่ย จากน้อยไปมาก", (self.indicators,)),
            ("ข้อที่เฉลี่ยน้อยที่สุด", (self.questions,)),
        ):
            card = Card(title)
            for widget in widgets:
                card.add(widget)
            column.addWidget(card)
        column.addStretch()
        self.setWidget(inside)
        for each in (self.viewport(), inside):
            each.setAutoFillBackground(False)

    def show_offices(
        self,
        lines: Sequence[OfficeLine],
        indicators: Sequence[WeakPlace],
        questions: Sequence[WeakPlace],
        names: Mapping[str, str],
        thresholds: Thresholds,
    ) -> None:
        """`names` are those of indicators and questions by key."""
        self.figures.setText(_figures(lines))
        found = sorted(levels(lines).items(), key=lambda pair: -pair[1])
        told = [f"{name or 'ยังไม่มีระดับ'} {count}" for name, count in found]
        self.levels.setText(to_thai(" · ".join(told)))
        self.groups.setText(_groups(lines))
        self.indicators.show_bars(_bars(indicators, names, thresholds), PASS)
        self.questions.show_bars(_bars(questions[:MOST_QUESTIONS], names, thresholds), PASS)


def _figures(lines: Sequence[OfficeLine]) -> str:
    scores = [line.overall for line in lines if line.overall is not None]
    sent = sum(line.received is not None for line in lines)
    told = [f"หน่วยงาน {len(lines)} แห่ง ส่งแล้ว {sent} แห่ง"]
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
