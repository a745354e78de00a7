"""The register of public items: a row an item, in bands by indicator and sub-indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from itadesk.catalogue.wording import printed, printed_text
from itadesk.model.catalogue import Certainty, Indicator, Question
from itadesk.model.oit import OitEntry
from itadesk.model.year import YearData
from itadesk.oit import items, register
from itadesk.reports.content import Cell, Paragraph, Row, Run, Table
from itadesk.reports.forms import FormText
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import indicator_name
from itadesk.thai.dates import format_date

WIDTHS = (1.6, 6.4, 1.7, 8.9, 3.4, 3.0)
NONE = "-"
DOUBTFUL = "(การแบ่งข้อตามตัวชี้วัดยังไม่ยืนยัน)"
ANSWERS = {True: "มี", False: "ไม่มี", None: NONE}
TEXTS = (
    FormText("col_item", "หัวตาราง ช่องที่ ๑", "ข้อ"),
    FormText("col_name", "หัวตาราง ช่องที่ ๒", "รายการข้อมูล"),
    FormText("col_answer", "หัวตาราง ช่องที่ ๓", "มี/ไม่มี"),
    FormText("col_url", "หัวตาราง ช่องที่ ๔", "URL"),
    FormText("col_unit", "หัวตาราง ช่องที่ ๕", "หน่วยงานรับผิดชอบ"),
    FormText("col_checked", "หัวตาราง ช่องที่ ๖", "ตรวจล่าสุด"),
    FormText("explanation", "หัวข้อคำอธิบายในช่องที่ ๔", "คำอธิบาย :"),
    FormText("other", "หัวข้อรายการที่ไม่อยู่ในชุดข้อคำถามของปี", "รายการอื่น"),
)


def counts(data: YearData) -> dict[str, str]:
    """How many items there are, and how they are answered."""
    known = {item.code for item in items(data.catalogue)}
    answers = [e.answer for e in register(data.catalogue, data.oit) if e.code in known]
    return {
        "items": str(len(answers)),
        "yes": str(answers.count(True)),
        "no": str(answers.count(False)),
        "open": str(answers.count(None)),
    }


@dataclass(frozen=True, slots=True)
class RegisterPart:
    """Prints the register of a year with the words of a form."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle

    def table(self) -> Table:
        """Entries of items that the year no longer has come last, so that none is lost."""
        entries = {e.code: e for e in register(self.data.catalogue, self.data.oit)}
        rows: list[Row] = []
        for indicator in self.data.catalogue.indicators:
            listed = [question for question in indicator.questions if question.binary]
            if listed:
                rows += self._indicator_rows(indicator, listed, entries)
        known = {item.code for item in items(self.data.catalogue)}
        others = [entry for code, entry in entries.items() if code not in known]
        if others:
            rows.append(self._band(self.words["other"]))
            rows += [self._row(each, NONE) for each in others]
        keys = ("col_item", "col_name", "col_answer", "col_url", "col_unit", "col_checked")
        return self.style.table(WIDTHS, tuple(self.words[key] for key in keys), rows)

    def _indicator_rows(
        self, indicator: Indicator, listed: list[Question], entries: Mapping[str, OitEntry]
    ) -> list[Row]:
        """Sub-indicators have bands where the catalogue knows which items are theirs."""
        doubt = indicator.structure_certainty in (Certainty.UNVERIFIED, Certainty.UNKNOWN)
        mark = f" {DOUBTFUL}" if doubt else ""
        names = {sub.code: printed(sub.name) for sub in indicator.sub_indicators}
        rows = [self._band(indicator_name(indicator) + mark)]
        for code, group in groupby(listed, key=lambda question: question.sub_indicator):
            if code is not None:
                rows.append(self._band(f"{code} {names.get(code, '')}".rstrip()))
            rows += [self._row(entries[each.code], printed_text(each)) for each in group]
        return rows

    def _band(self, text: str) -> Row:
        line = replace(self.style.line(Run(text, bold=True)), keep_with_next=True)
        return Row((Cell((line,), colspan=len(WIDTHS), shade=True),), splittable=False)

    def _row(self, entry: OitEntry, name: str) -> Row:
        day = entry.checked_on
        return Row(
            (
                self.style.number(entry.code),
                self.style.text(name),
                self.style.number(ANSWERS[entry.answer]),
                Cell(tuple(self._where(entry))),
                self.style.text(entry.unit or NONE),
                self.style.number(format_date(day, "short", thai=False) if day else NONE),
            ),
            splittable=False,
        )

    def _where(self, entry: OitEntry) -> list[Paragraph]:
        """Addresses letter by letter as they were typed, a line each, then the explanation."""
        lines = [self.style.line(Run(url, literal=True)) for url in entry.urls]
        if entry.explanation:
            first, *rest = entry.explanation.split("\n")
            label = Run(f"{self.words['explanation']} ".lstrip(), bold=True)
            lines.append(self.style.line(label, Run(first)))
            lines += [self.style.line(Run(each)) for each in rest]
        return lines or [self.style.line(Run(NONE))]
