"""What an office wrote in a year, text by text, and where words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from itadesk.model.document import DocumentRecord
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, RoundReport
from itadesk.model.year import YearData
from itadesk.reports.forms import FormText, forms
from itadesk.services.documents import FIXED
from itadesk.subjects import where_written
from itadesk.thai.clusters import may_begin
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise

_BEFORE, _AFTER = 28, 40  # letters of context
_DIGIT = {d: f"[{a}{t}]" for a, t in zip("0123456789", "๐๑๒๓๔๕๖๗๘๙", strict=True) for d in (a, t)}
_MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")  # words do not end below one
FINDING = {
    "cause": "สาเหตุเกิดจาก",
    "guideline": "แนวทางการยกระดับ",
    "conclusion": "สรุป",
}
MEASURE = {
    "title": "หัวข้อ",
    "activities": "มาตรการ โครงการ หรือกิจกรรม",
    "analysis": "ผลการวิเคราะห์",
    "period_text": "ช่วงระยะเวลา",
    "responsible": "ผู้รับผิดชอบอื่น",
    "success": "ตัวชี้วัดความสำเร็จ",
    "target": "ค่าเป้าหมาย",
    "budget": "งบประมาณ",
    "overseer": "ผู้กำกับติดตาม",
}
ROUND = {
    "output": "ผลการดำเนินการ",
    "outcome": "ผลลัพธ์",
    "obstacles": "ปัญหาอุปสรรค",
    "evidence": "หลักฐาน",
}
OIT = {"explanation": "คำอธิบาย", "unit": "หน่วยงานรับผิดชอบ"}


@dataclass(frozen=True, slots=True)
class Limitations:
    """ข้อจำกัด of a year, as one record."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormWords:
    """A text of a form that the office has made its own."""

    form: str
    key: str
    text: str


Record = Finding | Measure | RoundReport | OitEntry | DocumentRecord | Limitations | FormWords
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One text: the record that holds it, where in it, the page it is written on, its name."""

    record: Record
    path: Path
    place: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Words found in a passage, from and to."""

    passage: Passage
    start: int
    end: int

    def around(self) -> tuple[str, str, str]:
        """What stands before, the words, what stands after; in one line, cut between letters."""
        text, first, last = self.passage.text, self.start - _BEFORE, self.end + _AFTER
        first, last = max(first, 0), min(last, len(text))
        while 0 < first < self.start and not may_begin(text, first):
            first += 1
        while self.end < last < len(text) and not may_begin(text, last):
            last -= 1
        before, after = text[first : self.start], text[self.end : last]
        return (
            f"{'…' if first else ''}{_flat(before)}",
            _flat(text[self.start : self.end]),
            f"{_flat(after)}{'…' if last < len(text) else ''}",
        )


def matches(data: YearData, words: str) -> tuple[Match, ...]:
    """Every place of the year that has the words; digits of either kind, any space and case."""
    pattern = pattern_of(words)
    if pattern is None:
        return ()
    return tuple(
        Match(passage, *found.span())
        for passage in passages(data)
        for found in pattern.finditer(passage.text)
        if not _MARK.match(passage.text, found.end())
    )


def pattern_of(words: str) -> re.Pattern[str] | None:
    """Finds the words in digits of either kind, any space and case; None when there are none."""
    wanted = normalise(words).strip()
    if not wanted:
        return None
    return re.compile("".join(map(_either, re.split(r"(\s+)", wanted))), re.IGNORECASE)


def replaced(record: Record, path: Path, text: str) -> Any:  # noqa: ANN401  # of its own kind
    """The record with another text at a place."""
    name, *rest = path
    value: Any = text
    if rest:
        held = getattr(record, str(name))
        if isinstance(held, Mapping):
            value = {**held, str(rest[0]): text}
        else:
            at = int(rest[0])
            item = replace(held[at], **{str(rest[1]): text}) if len(rest) > 1 else text
            value = (*held[:at], item, *held[at + 1 :])
    return replace(record, **{str(name): value})


def passages(data: YearData) -> Iterator[Passage]:
    """The texts of a year in the order of its road; what was signed is not among them."""
    for found in (_findings, _measures, _rounds, _oit, _limitations, _documents):
        yield from (each for each in found(data) if each.text)


def _either(part: str) -> str:
    if part.isspace():
        return r"\s+"
    return "".join(_DIGIT.get(each) or re.escape(each) for each in part)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _fields(record: Record, names: Mapping[str, str], place: str, of: str) -> Iterator[Passage]:
    for field, name in names.items():
        yield Passage(record, (field,), place, f"{of} · {name}", getattr(record, field))


def _findings(data: YearData) -> Iterator[Passage]:
    for each in data.findings:
        issue = each.indicator is None
        of = f"ประเด็นที่ {each.issue}" if issue else f"ตัวชี้วัดที่ {each.indicator}"
        yield from _fields(each, FINDING, where_written(each), to_thai(of))


def _measures(data: YearData) -> Iterator[Passage]:
    for each in data.measures:
        of, place = to_thai(f"มาตรการที่ {each.position}"), f"measures:{each.position}"
        yield from _fields(each, MEASURE, place, of)
        for n, step in enumerate(each.steps):
            name = to_thai(f"{of} · ขั้นตอนที่ {n + 1}")
            yield Passage(each, ("steps", n, "text"), place, name, step.text)
            yield Passage(each, ("steps", n, "unit"), place, f"{name} ผู้รับผิดชอบ", step.unit)
        for n, unit in enumerate(each.units):
            yield Passage(each, ("units", n), place, f"{of} · ผู้รับผิดชอบ", unit)


def _rounds(data: YearData) -> Iterator[Passage]:
    positions = {each.id: each.position for each in data.measures}
    for each in data.rounds:
        number = positions.get(each.measure_id, 0)
        of = to_thai(f"รอบ {each.months} เดือน มาตรการที่ {number}")
        yield from _fields(each, ROUND, f"rounds:{each.months}:{number}", of)


def _oit(data: YearData) -> Iterator[Passage]:
    for each in data.oit:
        yield from _fields(each, OIT, f"oit:{each.code}", f"ทะเบียน OIT ข้อ {to_thai(each.code)}")


def _limitations(data: YearData) -> Iterator[Passage]:
    record = Limitations(data.limitations)
    for n, text in enumerate(data.limitations):
        yield Passage(record, ("texts", n), "documents:results", to_thai(f"ข้อจำกัดที่ {n + 1}"), text)


def _documents(data: YearData) -> Iterator[Passage]:
    for form in forms():
        texts = {each.key: each for each in form.texts if not each.switch and not each.choices}
        place = f"documents:{form.id}"
        for (of_form, key), text in data.texts.items():
            if of_form == form.id and key in texts:
                name = _of(form.title, texts[key])
                yield Passage(FormWords(form.id, key, text), ("text",), place, name, text)
        for document in data.documents:
            if document.form == form.id and document.state not in FIXED:
                for key, text in document.fields.items():
                    if key in texts:
                        name = _of(form.title, texts[key])
                        yield Passage(document, ("fields", key), place, name, text)


def _of(title: str, text: FormText) -> str:
    return f"{title} · {text.label}"
