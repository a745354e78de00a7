"""Entering scores, official figures and what else the result page says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from itadesk.errors import BadValue, NotFound
from itadesk.model.assessment import OVERALL, Assessment, QuestionScore
from itadesk.model.catalogue import Catalogue, Question
from itadesk.model.changes import Changes, Kind
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.years import catalogue_of
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise
from itadesk.thai.numbers import parse_score

Typed = str | int | float | Decimal | None


@dataclass(frozen=True, slots=True)
class ScoreEntry:
    """One cell to record: part 0 is คะแนน itself, 1 and 2 its parts; None empties it."""

    code: str
    value: Typed
    part: int = 0


def checked(catalogue: Catalogue, entry: ScoreEntry) -> Decimal | None:
    """The value of a cell as a score; BadValue or NotFound says what is wrong with it."""
    question = _question(catalogue, entry.code)
    if entry.value is None:
        return None
    name = f"คะแนนข้อ {to_thai(entry.code)}" + (
        f" ส่วนที่ {to_thai(str(entry.part))}" if entry.part else ""
    )
    return parse_score(entry.value, name=name, binary=question.binary)


def record_score(store: Store, year: int, code: str, value: Typed, part: int = 0) -> Changes:
    """One cell of the score table."""
    return record_scores(store, year, (ScoreEntry(code, value, part),))


def record_scores(store: Store, year: int, entries: Iterable[ScoreEntry]) -> Changes:
    """Several cells as one action; a bad one refuses all."""
    catalogue = catalogue_of(store, year)
    scores = dict(_assessment(store, year).scores)
    changed: dict[str, QuestionScore] = {}
    for entry in entries:
        value = checked(catalogue, entry)
        before = changed.get(entry.code) or scores.get(entry.code) or QuestionScore(entry.code)
        changed[entry.code] = _with(before, entry.part, value)
    label = (
        f"คะแนนข้อ {to_thai(next(iter(changed)))}"
        if len(changed) == 1
        else f"คะแนน {to_thai(str(len(changed)))} ข้อ"
    )
    with action(store, label, Kind.SCORES) as changes:
        for score in changed.values():
            store.assessments.save_score(year, score)
    return changes


def fill_items(store: Store, year: int, codes: Iterable[str], value: Decimal) -> Changes:
    """The same score for many items at once (OIT ได้ ๑๐๐ คะแนนทุกข้อ)."""
    return record_scores(store, year, [ScoreEntry(code, value) for code in codes])


def official_keys(catalogue: Catalogue) -> Mapping[str, str]:
    """Every key an official figure may have, with its Thai name, in printed order."""
    names: dict[str, str] = {}
    for instrument in catalogue.instruments:
        for indicator in instrument.indicators:
            names[str(indicator.no)] = f"ตัวชี้วัดที่ {to_thai(str(indicator.no))}"
    for instrument in catalogue.instruments:
        names[instrument.code] = instrument.code
        for part in instrument.parts:
            names[instrument.part_key(part.no)] = f"{instrument.code} {part.label}"
    names[OVERALL] = "คะแนนภาพรวม"
    return names


def official_name(catalogue: Catalogue, key: str) -> str:
    """What the figure is called in a sentence, e.g. คะแนนที่ประกาศของตัวชี้วัดที่ ๑; NotFound."""
    names = official_keys(catalogue)
    if key not in names:
        raise NotFound(
            f"ไม่มี “{key}” ในชุดข้อคำถามของปี {to_thai(str(catalogue.year))} โปรดตรวจสอบตัวชี้วัดที่กรอก"
        )
    return _official(names[key])


def official_names(catalogue: Catalogue) -> Mapping[str, str]:
    """All of them by key, in printed order."""
    return {key: _official(name) for key, name in official_keys(catalogue).items()}


def _official(name: str) -> str:
    return f"คะแนนที่ประกาศของ{' ' if name[0].isascii() else ''}{name}"


def record_official(store: Store, year: int, key: str, value: Typed) -> Changes:
    """คะแนนที่ประกาศ of an indicator, instrument, part or the whole; None takes it away."""
    name = official_name(catalogue_of(store, year), key)
    score = None if value is None else parse_score(value, name=name)
    _assessment(store, year)
    with action(store, name, Kind.SCORES) as changes:
        store.assessments.save_official(year, key, score)
    return changes


def record_cells(
    store: Store, year: int, entries: Sequence[ScoreEntry], official: Mapping[str, Typed]
) -> Changes:
    """Scores and official figures pasted together, as one action; a bad one refuses all."""
    count = to_thai(str(len(entries) + len(official)))
    with action(store, f"คะแนน {count} ช่อง", Kind.SCORES) as changes:
        if entries:
            record_scores(store, year, entries)
        for key, value in official.items():
            record_official(store, year, key, value)
    return changes


def record_rating(store: Store, year: int, level: str | None) -> Changes:
    """ระดับที่ประกาศ; one of the levels of the year's rule, or None."""
    levels = [known.name for known in catalogue_of(store, year).rating.levels]
    if level is not None and level not in levels:
        raise BadValue(
            f"ไม่มีระดับ “{level}” ในเกณฑ์ของปี {to_thai(str(year))} โปรดเลือกจาก {' · '.join(levels)}"
        )
    assessment = _assessment(store, year)
    with action(store, "ระดับที่ประกาศ", Kind.SCORES) as changes:
        store.assessments.save_head(replace(assessment, official_rating=level))
    return changes


def note_score(store: Store, year: int, code: str, text: str) -> Changes:
    """What the office wants to remember about a score; an empty text takes the note away."""
    _question(catalogue_of(store, year), code)
    with action(store, f"หมายเหตุข้อ {to_thai(code)}", Kind.SCORES) as changes:
        store.assessments.save_note(year, code, normalise(text).strip())
    return changes


def save_result_head(store: Store, assessment: Assessment) -> Changes:
    """Day of announcement, respondents and recommendations of a result."""
    _assessment(store, assessment.year)
    with action(store, "ข้อมูลผลการประเมิน", Kind.SCORES) as changes:
        store.assessments.save_head(assessment)
    return changes


def _question(catalogue: Catalogue, code: str) -> Question:
    question = catalogue.question(code)
    if question is None:
        raise NotFound(
            f"ไม่มีข้อ {to_thai(code)} ในชุดข้อคำถามของปี {to_thai(str(catalogue.year))} "
            "โปรดตรวจสอบข้อหรือปีที่เลือก"
        )
    return question


def _assessment(store: Store, year: int) -> Assessment:
    assessment = store.assessments.get(year)
    if assessment is None:
        raise NotFound(f"ไม่พบข้อมูลปี {to_thai(str(year))} ในไฟล์นี้ โปรดเพิ่มปีก่อน")
    return assessment


def _with(score: QuestionScore, part: int, value: Decimal | None) -> QuestionScore:
    if part == 0:
        return replace(score, score=value)
    return replace(score, part1=value) if part == 1 else replace(score, part2=value)
