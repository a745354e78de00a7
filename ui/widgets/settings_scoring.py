"""Settings: the limits of the classes, their words, and which questions count as weak."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout

from itadesk.errors import BadValue
from itadesk.model.office import Settings, WeakRule
from itadesk.services.office import save_settings
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import parse_score
from ui import theme
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.card import Card
from ui.widgets.labels import label, set_property
from ui.widgets.text_field import LineField

LIMITS = {
    "urgent": "คะแนนต่ำกว่าเท่าใดถือว่าเร่งด่วน",
    "keep": "คะแนนตั้งแต่เท่าใดถือว่ารักษาระดับ",
    "weak_below": "คะแนนต่ำกว่าเท่าใดถือว่าเป็นจุดอ่อน",
}
_CLASSES = {
    "urgent": ("▲", "ต่ำกว่า"),
    "improve": ("●", "ระหว่างนั้น"),
    "keep": ("✓", "ตั้งแต่"),
}


class ScoringCard(Card):
    """Each field is saved by itself; a wrong number stays and is explained."""

    def __init__(self, session: Session) -> None:
        super().__init__("เกณฑ์และถ้อยคำ")
        self._session = session
        self.limits = {key: LineField() for key in LIMITS}
        self.phrases = {key: LineField() for key in ("urgent", "improve", "keep")}
        self.lowest = QRadioButton("เฉพาะข้อที่ได้คะแนนน้อยที่สุดของแต่ละตัวชี้วัด")
        self.below = QRadioButton("ทุกข้อที่ได้คะแนนต่ำกว่า")
        self.problem = label(role="problem", wrap=True)
        self.add(
            label(
                "คะแนนที่แบ่งระดับ ▲ ● ✓ บนจอ และถ้อยคำที่พิมพ์ในเอกสารเมื่อคะแนนอยู่ในระดับนั้น",
                "quiet",
                wrap=True,
            )
        )
        self._add_classes()
        self.add(label("ข้อที่ถือว่าเป็นจุดอ่อน", "strong"))
        self._add_rules()
        self.add(self.problem)
        self._saving = AutoSave(self, session)
        for field in (*self.limits.values(), *self.phrases.values()):
            self._saving.watch(field)
        self._saving.due.connect(self.save)
        self.load()

    def load(self) -> None:
        """Shows what is stored; a wrong number stays."""
        if self.problem.text():
            return
        self.problem.hide()
        limits = self._stored().thresholds
        for key, field in self.limits.items():
            field.show_text(to_thai(f"{Decimal(getattr(limits, key)).normalize():f}"))
        for key, field in self.phrases.items():
            field.show_text(getattr(limits, f"{key}_phrase"))
            field.setCursorPosition(0)
        (self.lowest if limits.weak_rule is WeakRule.LOWEST else self.below).setChecked(True)
        self.limits["weak_below"].setEnabled(self.below.isChecked())

    def save(self) -> None:
        values, wrong = self._numbers()
        for key, field in self.limits.items():
            set_property(field, "wrong", "true" if key in wrong else "")
        if not wrong and values["urgent"] > values["keep"]:
            wrong["urgent"] = "เกณฑ์เร่งด่วนต้องไม่สูงกว่าเกณฑ์รักษาระดับ โปรดแก้ไขเกณฑ์คะแนน"
        self.problem.setText(f"▲ {next(iter(wrong.values()))}" if wrong else "")
        self.problem.setVisible(bool(wrong))
        if wrong:
            return
        rule = WeakRule.LOWEST if self.lowest.isChecked() else WeakRule.THRESHOLD
        words = {f"{key}_phrase": field.stored() for key, field in self.phrases.items()}
        changes: dict[str, Any] = {**values, **words, "weak_rule": rule}
        stored = self._stored()
        settings = replace(stored, thresholds=replace(stored.thresholds, **changes))
        if settings != stored:
            self._session.run(save_settings, settings)

    def _numbers(self) -> tuple[dict[str, Decimal], dict[str, str]]:
        values: dict[str, Decimal] = {}
        wrong: dict[str, str] = {}
        for key, field in self.limits.items():
            try:
                value = parse_score(field.text(), name="เกณฑ์คะแนน")
            except BadValue as refusal:
                wrong[key] = str(refusal)
                continue
            if value is None:
                wrong[key] = "ยังไม่ได้กรอกเกณฑ์คะแนน โปรดกรอกตัวเลขระหว่าง ๐ ถึง ๑๐๐"
            else:
                values[key] = value
        return values, wrong

    def _add_classes(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.GAP)
        grid.setColumnStretch(2, 1)
        for line, (key, (sign, words)) in enumerate(_CLASSES.items()):
            phrase = self.phrases[key]
            phrase.setAccessibleName(f"ถ้อยคำเมื่อคะแนน{words}")
            has_limit = key in self.limits
            grid.addWidget(label(f"{sign} {words}", "quiet"), line, 0, 1, 1 if has_limit else 2)
            grid.addWidget(phrase, line, 2)
            if has_limit:
                self._narrow(key)
                grid.addWidget(self.limits[key], line, 1)
        self.body.addLayout(grid)

    def _add_rules(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        group = QButtonGroup(self)
        for choice in (self.lowest, self.below):
            group.addButton(choice)
            choice.clicked.connect(self._rule_chosen)
        self._narrow("weak_below")
        row = QHBoxLayout()
        row.addWidget(self.below)
        row.addWidget(self.limits["weak_below"])
        row.addWidget(label("คะแนน"))
        row.setSpacing(theme.GAP)
        row.addStretch()
        column.addWidget(self.lowest)
        column.addLayout(row)
        self.body.addLayout(column)

    def _narrow(self, key: str) -> None:
        self.limits[key].setFixedWidth(theme.px(58))
        self.limits[key].setAccessibleName(LIMITS[key])

    def _rule_chosen(self) -> None:
        self.limits["weak_below"].setEnabled(self.below.isChecked())
        self.save()

    def _stored(self) -> Settings:
        return self._session.ask(lambda store: store.office.settings())
