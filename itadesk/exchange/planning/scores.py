"""Sheets คะแนนข้อคำถาม and คะแนนตัวชี้วัด."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from itadesk.exchange import layout as at
from itadesk.exchange.book import Book
from itadesk.exchange.planning.places import question_of, year_words
from itadesk.exchange.planning.plan import Outcome, Target
from itadesk.exchange.planning.reading_row import Notes, RowReader, first_of_each, readers, shown
from itadesk.model.assessment import OVERALL, QuestionScore
from itadesk.model.catalogue import Question
from itadesk.services.scores import official_keys, official_names
from itadesk.thai.digits import to_thai

_FIELDS: Mapping[str, str] = {at.SCORE: "score", at.PART1: "part1", at.PART2: "part2"}


def plan_scores(target: Target, book: Book, notes: Notes) -> tuple[QuestionScore, ...]:
    """Question scores to write, each whole; an empty cell leaves what is there."""
    planned: list[QuestionScore] = []
    items = _incoming(target, readers(book, at.QUESTIONS, notes))
    for reader, given in first_of_each(items, at.CODE, lambda s: f"ข้อ {to_thai(s.code)}"):
        before = target.assessment.scores.get(given.code) or QuestionScore(given.code)
        values = {
            field: value
            for field in _FIELDS.values()
            if (value := getattr(given, field)) is not None
        }
        after = given if before.empty else replace(before, **values)
        if not notes.only_refused:
            _compare(reader, before, values)
        if after != before:
            planned.append(after)
    return tuple(planned)


def _incoming(
    target: Target, rows: list[RowReader]
) -> Iterator[tuple[RowReader, object, QuestionScore]]:
    for reader in rows:
        if not reader.has(*at.SCORES):
            continue
        question = question_of(reader, target, reader.hint(at.QUESTION))
        if question is None:
            continue
        _warn_of_place(reader, target, question)
        given = _score(reader, target, question)
        if not reader.failed and not given.empty:
            yield reader, given.code, given


def _score(reader: RowReader, target: Target, question: Question) -> QuestionScore:
    values: dict[str, Decimal | None] = {}
    allowed = _columns(target, question)
    for part, column in enumerate(at.SCORES):
        if not reader.has(column):
            continue
        name = f"คะแนนข้อ {to_thai(question.code)}" + (f" ส่วนที่ {to_thai(str(part))}" if part else "")
        value = reader.score(column, name, binary=question.binary)
        if value is not None and part not in allowed:
            reader.refuse(
                column,
                f"{name} กรอกไม่ได้ เพราะ{year_words(target.year)} ข้อนี้ไม่แยกส่วน "
                f"โปรดกรอกในช่อง {at.SCORE} แทน",
            )
        values[_FIELDS[column]] = value
    return QuestionScore(question.code, **values)


def _columns(target: Target, question: Question) -> frozenset[int]:
    indicator = target.catalogue.indicator_of(question.code)
    instrument = target.catalogue.instrument_of(indicator.no) if indicator else None
    return (
        frozenset((0, *(part.no for part in instrument.parts))) if instrument else frozenset((0,))
    )


def _warn_of_place(reader: RowReader, target: Target, question: Question) -> None:
    """Offices mistype ตัวชี้วัดที่ often; the code is what counts."""
    if reader.notes.only_refused:
        return
    typed = reader.hint(at.INDICATOR)
    indicator = target.catalogue.indicator_of(question.code)
    if typed and indicator and at.folded(typed) not in (str(indicator.no), f"ตัวชี้วัดที่{indicator.no}"):
        reader.warn(
            at.INDICATOR,
            f"ข้อ {to_thai(question.code)} อยู่ในตัวชี้วัดที่ {to_thai(str(indicator.no))} "
            f"ไม่ใช่ {typed[:20]} โปรดตรวจสอบว่าคะแนนตรงกับข้อ",
        )


def _compare(reader: RowReader, before: QuestionScore, values: Mapping[str, Decimal]) -> None:
    columns = {field: column for column, field in _FIELDS.items()}
    for field, value in values.items():
        name = f"ข้อ {to_thai(before.code)} {columns[field]}"
        note_value(reader, columns[field], name, getattr(before, field), value)


def note_value(
    reader: RowReader, column: str, name: str, before: object | None, after: object
) -> bool:
    """Notes a single value as added, changed or the same; True when it is not the same."""
    old, new = shown(before), shown(after)
    if before == after:
        reader.note(Outcome.SAME, column, f"{name} {new} เหมือนเดิม", old, new)
        return False
    if before is None:
        reader.note(Outcome.ADDED, column, f"เพิ่ม{name} {new}", old, new)
    else:
        reader.note(Outcome.CHANGED, column, f"แก้ไข{name} จาก {old} เป็น {new}", old, new)
    return True


def plan_official(
    target: Target, book: Book, notes: Notes
) -> tuple[Mapping[str, Decimal], str | None]:
    """Official figures by key, and the official rating, that differ from what is there."""
    figures: dict[str, Decimal] = {}
    rating: str | None = None
    names = official_names(target.catalogue)
    items = _official(target, readers(book, at.INDICATORS, notes), names)
    said = {**names, at.RATING: at.RATING}
    for reader, (key, value) in first_of_each(items, at.INDICATOR, lambda pair: said[pair[0]]):
        if isinstance(value, str):
            known: object = target.assessment.official_rating
            rating = value if note_value(reader, at.OFFICIAL, at.RATING, known, value) else None
            continue
        known = target.assessment.official.get(key)
        if note_value(reader, at.OFFICIAL, names[key], known, value):
            figures[key] = value
    return figures, rating


def _official(
    target: Target, rows: list[RowReader], names: Mapping[str, str]
) -> Iterator[tuple[RowReader, object, tuple[str, Decimal | str]]]:
    labels = {**official_keys(target.catalogue), at.RATING: at.RATING}
    keys = {at.folded(label): key for key, label in labels.items()}
    keys |= {at.folded(key): key for key in labels if key != OVERALL}
    for reader in rows:
        if not reader.has(at.OFFICIAL):
            continue
        typed = reader.hint(at.INDICATOR) or reader.hint(at.INDICATOR_NAME)
        key = keys.get(at.folded(typed))
        if key is None:
            _refuse_key(reader, target, typed)
            continue
        value = (
            _rating(reader, target) if key == at.RATING else reader.score(at.OFFICIAL, names[key])
        )
        if value is not None:
            yield reader, key, (key, value)


def _refuse_key(reader: RowReader, target: Target, typed: str) -> None:
    if not typed:
        reader.refuse(at.INDICATOR, "ยังไม่ได้กรอกตัวชี้วัดที่ โปรดกรอกเลขตัวชี้วัด หรือ IIT EIT OIT")
        return
    reader.refuse(
        at.INDICATOR,
        f"ไม่มี “{typed[:40]}” ในชุดข้อคำถาม{year_words(target.year)} โปรดแก้ไขตัวชี้วัดที่",
    )


def _rating(reader: RowReader, target: Target) -> str | None:
    typed = reader.line(at.OFFICIAL)
    if typed is None or typed in ("-", "–"):
        return None
    levels = {at.folded(level.name): level.name for level in target.catalogue.rating.levels}
    level = levels.get(at.folded(typed.removeprefix("ระดับ")))
    if level is None:
        reader.refuse(
            at.OFFICIAL,
            f"ไม่มีระดับ “{typed[:40]}” ในเกณฑ์ของ{year_words(target.year)} "
            f"โปรดเลือกจาก {' · '.join(levels.values())}",
        )
    return level
