"""Rules every catalogue keeps, whether shipped, given or edited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from itadesk.catalogue.faults import Fault
from itadesk.model.catalogue import Catalogue, Indicator, Instrument, Level, Question
from itadesk.thai.digits import INSTRUMENT_CODES, to_thai

ITEMS = "OIT"  # the instrument whose questions are items, 0 or 100
PART_RULES = frozenset({"mean"})
MOST_QUESTIONS = 500
_YEARS = range(2400, 3000)  # B.E.; anything else is a year of another era
_CODE = re.compile(r"([a-z])([1-9][0-9]{0,2})")
_MEND = "โปรดแก้ไข"
_Key = TypeVar("_Key", int, str)


def code_letter(instrument: Instrument) -> str:
    """The letter that begins the codes of an instrument's questions."""
    return instrument.code[:1].lower()


def number_of(code: str) -> int | None:
    """The number in a question's code; None where the code is not one."""
    match = _CODE.fullmatch(code)
    return int(match[2]) if match else None


def fully_assigned(indicator: Indicator) -> bool:
    """Whether each of its questions (at least one) names a sub-indicator."""
    questions = indicator.questions
    return bool(questions) and all(q.sub_indicator is not None for q in questions)


def faults(catalogue: Catalogue) -> list[Fault]:
    """All that is wrong, from the top of the catalogue to its end; empty when it is right."""
    return [fault for rule in _RULES for fault in rule(catalogue)]


def level_faults(levels: tuple[Level, ...]) -> Iterator[Fault]:
    """Levels fall from best to worst and leave no score without a level."""
    if not levels or levels[-1].overall_min != 0 or levels[-1].each_min is not None:
        yield Fault("เกณฑ์ระดับ", "ต้องมีระดับสุดท้ายที่เริ่มจาก ๐ คะแนนและไม่มีเงื่อนไขรายแบบวัด โปรดเพิ่มระดับนั้น")
    for higher, lower in pairwise(levels):
        if _rank(higher) <= _rank(lower):
            says = f"ต้องสูงกว่าระดับ “{lower.name}” ที่อยู่ถัดไป โปรดเรียงจากดีที่สุดลงมา"
            yield Fault(f"เกณฑ์ระดับ “{higher.name}”", says)
        if lower.passes and not higher.passes:
            says = "เป็นระดับที่ผ่าน แต่ระดับที่สูงกว่าไม่ผ่าน โปรดแก้ไขช่องผ่านหรือไม่ผ่าน"
            yield Fault(f"เกณฑ์ระดับ “{lower.name}”", says)
    for name in _twice([level.name for level in levels]):
        yield Fault("เกณฑ์ระดับ", f"มีชื่อ “{name}” ซ้ำกัน โปรดตั้งชื่อให้ต่างกัน")


def _rank(level: Level) -> tuple[Decimal, Decimal]:
    return level.overall_min, Decimal(-1) if level.each_min is None else level.each_min


def _levels(catalogue: Catalogue) -> Iterator[Fault]:
    return level_faults(catalogue.rating.levels)


def _head(catalogue: Catalogue) -> Iterator[Fault]:
    if catalogue.year not in _YEARS:
        yield Fault("ช่องปี", f"ต้องเป็นปี พ.ศ. (พบ {to_thai(str(catalogue.year))}) {_MEND}")
    if not catalogue.instruments:
        yield Fault("", f"ไม่มีแบบวัด {_MEND}")
    if sum(1 for _ in catalogue.questions) > MOST_QUESTIONS:
        yield Fault("", f"มีข้อคำถามเกิน {to_thai(str(MOST_QUESTIONS))} ข้อ {_MEND}")


def _instruments(catalogue: Catalogue) -> Iterator[Fault]:
    for instrument in catalogue.instruments:
        place = f"แบบวัด {instrument.code}"
        if instrument.code not in INSTRUMENT_CODES:
            yield Fault(place, f"ต้องเป็นหนึ่งใน {' '.join(INSTRUMENT_CODES)} {_MEND}")
        if not instrument.indicators:
            yield Fault(place, f"ไม่มีตัวชี้วัด {_MEND}")
        if instrument.parts_rule not in PART_RULES:
            yield Fault(place, f"ใช้วิธีรวมส่วนที่โปรแกรมไม่รู้จัก (พบ “{instrument.parts_rule}”) {_MEND}")
        if [part.no for part in instrument.parts] not in ([], [1, 2]):
            yield Fault(place, f"ต้องมีส่วนที่ ๑ และส่วนที่ ๒ หรือไม่มีเลย {_MEND}")
    for code in _twice([instrument.code for instrument in catalogue.instruments]):
        yield Fault(f"แบบวัด {code}", f"มีมากกว่าหนึ่งแห่ง {_MEND}")


def _weights(catalogue: Catalogue) -> Iterator[Fault]:
    weights = [i.weight for i in catalogue.instruments if i.weight is not None]
    total = sum(weights, Decimal())
    if weights and len(weights) == len(catalogue.instruments) and total != 100:
        names = " ".join(instrument.code for instrument in catalogue.instruments)
        says = f"รวมกันได้ {to_thai(f'{total:f}')} แต่ต้องได้ ๑๐๐ โปรดแก้น้ำหนักให้รวมกันได้ ๑๐๐"
        yield Fault(f"น้ำหนักของแบบวัด {names}", says)


def _indicators(catalogue: Catalogue) -> Iterator[Fault]:
    for no in _twice([indicator.no for indicator in catalogue.indicators]):
        yield Fault(f"ตัวชี้วัดที่ {to_thai(str(no))}", f"มีมากกว่าหนึ่งแห่ง {_MEND}")
    for indicator in catalogue.indicators:
        if indicator.no < 1:
            yield Fault("ตัวชี้วัด", f"มีลำดับน้อยกว่า ๑ {_MEND}")
        yield from _sub_indicators(indicator)


def _sub_indicators(indicator: Indicator) -> Iterator[Fault]:
    place = f"ตัวชี้วัดที่ {to_thai(str(indicator.no))}"
    codes = [sub.code for sub in indicator.sub_indicators]
    for code in _twice(codes):
        yield Fault(place, f"มีตัวชี้วัดย่อย {to_thai(code)} ซ้ำกัน {_MEND}")
    for code in codes:
        if not re.fullmatch(rf"{indicator.no}\.[1-9][0-9]?", code):
            form = to_thai(f"{indicator.no}.1")
            yield Fault(place, f"มีตัวชี้วัดย่อย “{to_thai(code)}” ซึ่งต้องเขียนแบบ {form} {_MEND}")
    for question in indicator.questions:
        if question.sub_indicator is not None and question.sub_indicator not in codes:
            says = f"อ้างตัวชี้วัดย่อย {to_thai(question.sub_indicator)} ซึ่งไม่มีในตัวชี้วัดนี้ {_MEND}"
            yield Fault(_place(question), says)
    if not fully_assigned(indicator):
        some = [q for q in indicator.questions if q.sub_indicator is not None]
        if some:
            says = "มีข้อที่ยังไม่อยู่ในตัวชี้วัดย่อยใด โปรดจัดให้ครบทุกข้อ หรือไม่จัดเลย"
            yield Fault(place, says)


def _questions(catalogue: Catalogue) -> Iterator[Fault]:
    for code in _twice([question.code for question in catalogue.questions]):
        yield Fault(f"ข้อ {to_thai(code)}", f"มีมากกว่าหนึ่งแห่ง {_MEND}")
    numbers = {issue.no for issue in catalogue.issues}
    for question in catalogue.questions:
        for issue in question.issues:
            if issue not in numbers:
                says = f"อ้างประเด็นที่ {to_thai(str(issue))} ซึ่งไม่มีในรายการประเด็น {_MEND}"
                yield Fault(_place(question), says)
    for instrument in catalogue.instruments:
        yield from _codes(instrument)


def _codes(instrument: Instrument) -> Iterator[Fault]:
    letter = code_letter(instrument)
    before = 0
    for question in (q for indicator in instrument.indicators for q in indicator.questions):
        number = number_of(question.code)
        if number is None or question.code[0] != letter:
            form = to_thai(f"{letter}1")
            yield Fault(_place(question), f"ต้องมีรหัสแบบ {form} ตามแบบวัด {instrument.code} {_MEND}")
            continue
        if number < before:
            yield Fault(_place(question), "อยู่หลังข้อที่มีเลขมากกว่า โปรดเรียงข้อจากน้อยไปมาก")
        before = max(before, number)
        if question.binary is not (instrument.code == ITEMS):
            kind = "๐ หรือ ๑๐๐ เท่านั้น" if instrument.code == ITEMS else "๐ ถึง ๑๐๐"
            yield Fault(f"{_place(question)} ช่อง “binary”", f"ต้องบอกว่าคะแนนเป็น {kind} {_MEND}")


def _issues(catalogue: Catalogue) -> Iterator[Fault]:
    for no in _twice([issue.no for issue in catalogue.issues]):
        yield Fault(f"ประเด็นที่ {to_thai(str(no))}", f"มีมากกว่าหนึ่งแห่ง {_MEND}")


def _place(question: Question) -> str:
    return f"ข้อ {to_thai(question.code)}"


def _twice(values: Iterable[_Key]) -> list[_Key]:
    return [value for value, times in Counter(values).items() if times > 1]


_RULES: tuple[Callable[[Catalogue], Iterator[Fault]], ...] = (
    _head,
    _instruments,
    _weights,
    _indicators,
    _questions,
    _issues,
    _levels,
)
