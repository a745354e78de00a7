"""Checks of announced figures against those that the entered scores give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.model.assessment import OVERALL
from itadesk.model.catalogue import Instrument
from itadesk.model.result import NOTHING, Figure, shown
from itadesk.model.year import YearData
from itadesk.scoring import score
from itadesk.services.scores import official_keys
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score

TOLERANCE = Decimal("0.01")  # the announced figures are themselves rounded


def differs(found: CheckData) -> Iterator[Remark]:
    """An announced figure that the entered scores do not give, where they are all there."""
    data = found.data
    for key, name in official_keys(data.catalogue).items():
        figure = _figure(data, key)
        if not _apart(figure) or not figure.computed_complete or _parts_lack(data, key):
            continue
        yield Remark(
            "scores.official_differs",
            Severity.NOTE,
            f"{name} คำนวณจากคะแนนที่กรอกได้ {format_score(figure.computed)} "
            f"แต่คะแนนที่ประกาศคือ {format_score(figure.official)} โปรดตรวจสอบคะแนนที่กรอก",
            f"scores:{key}",
        )


def not_reproducible(found: CheckData) -> Iterator[Remark]:
    """An announced overall score that cannot be computed again, and what is not there for it."""
    data = found.data
    figure = data.result.overall
    if figure.official is None:
        return
    lacking = list(_lacking(data))
    if figure.computed_complete and not (lacking and _apart(figure)):
        return
    yield Remark(
        "scores.not_reproducible",
        Severity.NOTE,
        f"คะแนนภาพรวมที่ประกาศ {format_score(figure.official)} ยังคำนวณซ้ำจากที่กรอกไว้ไม่ได้{_bound(data)} "
        f"เพราะยังไม่มี{' '.join(lacking)} หากมีข้อมูลโปรดกรอกที่หน้าคะแนน",
        f"scores:{OVERALL}",
    )


def _apart(figure: Figure) -> bool:
    if figure.official is None or figure.computed is None:
        return False
    return abs(shown(figure.computed) - figure.official) > TOLERANCE


def _parts_lack(data: YearData, key: str) -> bool:
    """Whether a figure may differ because the parts of an instrument are not known."""
    unknown = [each.code for each in data.catalogue.instruments if _without_parts(data, each)]
    return key in unknown or (key == OVERALL and bool(unknown))


def _without_parts(data: YearData, instrument: Instrument) -> bool:
    keys = [instrument.part_key(part.no) for part in instrument.parts]
    return any(data.result.instruments.get(key, NOTHING).value is None for key in keys)


def _lacking(data: YearData) -> Iterator[str]:
    """What the overall score is made of and is not there."""
    indicators = [
        str(each.no)
        for each in data.catalogue.indicators
        if not data.result.indicators.get(each.no, NOTHING).complete
    ]
    if indicators:
        yield f"คะแนนครบของตัวชี้วัดที่ {to_thai(' '.join(indicators))}"
    for instrument in data.catalogue.instruments:
        if _without_parts(data, instrument):
            yield f"คะแนนแยกส่วนของ {instrument.code}"


def _bound(data: YearData) -> str:
    """The most that can come out, where the announced figure is above it."""
    full = {
        str(each.no): Decimal(100)
        for each in data.catalogue.indicators
        if not data.result.indicators.get(each.no, NOTHING).complete
    }
    official = {key: value for key, value in data.assessment.official.items() if key != OVERALL}
    most = score(data.catalogue, replace(data.assessment, official={**official, **full})).overall
    announced = data.result.overall.official
    if most.computed is None or announced is None or shown(most.computed) + TOLERANCE >= announced:
        return ""
    said = f"ถ้าส่วนที่ขาดได้ ๑๐๐ ก็ได้ไม่เกิน {format_score(most.computed)}" if full else ""
    return f" ({said or f'คำนวณได้ {format_score(most.computed)}'})"


def _figure(data: YearData, key: str) -> Figure:
    if key.isdigit():
        return data.result.indicators.get(int(key), NOTHING)
    return data.result.instruments.get(key, data.result.overall)


CHECKS: tuple[Check, ...] = (differs, not_reproducible)
