"""Changes of which question belongs to which indicator and sub-indicator.

Ranges are by the number in the codes, first and last included; neighbours give way or take over,
so that no question is ever left without a place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from itadesk.catalogue.editing import (
    BY_OFFICE,
    checked,
    indicator_called,
    indicator_with,
    with_indicator,
)
from itadesk.catalogue.rules import (
    ITEMS,
    MOST_QUESTIONS,
    code_letter,
    fully_assigned,
    number_of,
)
from itadesk.errors import BadValue
from itadesk.model.catalogue import (
    Catalogue,
    Certainty,
    Indicator,
    Instrument,
    Question,
    Sourced,
    SubIndicator,
)
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line


def set_question_count(catalogue: Catalogue, indicator_no: int, count: int) -> Catalogue:
    """How many questions an indicator has; added or dropped at its end.

    The codes of the instrument's later questions move along with their texts.
    """
    indicator = indicator_called(catalogue, indicator_no)
    if not 0 <= count <= MOST_QUESTIONS:
        raise BadValue(f"จำนวนข้อต้องเป็น ๐ ถึง {to_thai(str(MOST_QUESTIONS))} โปรดแก้ไขจำนวนข้อ")
    instrument = _instrument_of(catalogue, indicator)
    at = [one.no for one in instrument.indicators].index(indicator_no)
    kept = indicator.questions[:count]
    earlier = [question for one in instrument.indicators[:at] for question in one.questions]
    before = [_number(question) for question in (*earlier, *kept)]
    last = before[-1] if before else 0
    added = range(last + 1, last + 1 + count - len(kept))
    changed = replace(
        indicator,
        questions=(*kept, *(_new_question(instrument, indicator, number) for number in added)),
        structure_certainty=Certainty.OFFICE,
    )
    moved = count - len(indicator.questions)
    later = tuple(_moved(one, instrument, moved) for one in instrument.indicators[at + 1 :])
    return checked(
        _with_indicators(catalogue, instrument, (*instrument.indicators[:at], changed, *later))
    )


def set_range(catalogue: Catalogue, indicator_no: int, first: int, last: int) -> Catalogue:
    """The questions of an indicator from `first` to `last`, as the office confirms them."""
    instrument = _instrument_of(catalogue, indicator_called(catalogue, indicator_no))
    indicators = instrument.indicators
    questions = [question for one in indicators for question in one.questions]
    owners = [at for at, one in enumerate(indicators) for _ in one.questions]
    at = [one.no for one in indicators].index(indicator_no)
    names = [f"ตัวชี้วัดที่ {to_thai(str(one.no))}" for one in indicators]
    owners = _owners_after(questions, owners, at, (first, last), names)
    made = tuple(
        _adopted(
            one,
            [q for q, owner in zip(questions, owners, strict=True) if owner == index],
            at == index,
        )
        for index, one in enumerate(indicators)
    )
    return checked(_with_indicators(catalogue, instrument, made))


def set_sub_indicator_range(catalogue: Catalogue, code: str, first: int, last: int) -> Catalogue:
    """The items of a sub-indicator from `first` to `last`; the rest go to its neighbours."""
    indicator = indicator_with(catalogue, code)
    codes = [sub.code for sub in indicator.sub_indicators]
    at = codes.index(code)
    assigned = fully_assigned(indicator)
    owners = [
        codes.index(q.sub_indicator) if assigned and q.sub_indicator else at
        for q in indicator.questions
    ]
    names = [f"ตัวชี้วัดย่อย {to_thai(one)}" for one in codes]
    owners = _owners_after(indicator.questions, owners, at, (first, last), names)
    return checked(_with_subs(catalogue, indicator, [codes[owner] for owner in owners]))


def add_sub_indicator(catalogue: Catalogue, indicator_no: int, code: str, name: str) -> Catalogue:
    """A sub-indicator at the end of its indicator, without items as yet."""
    indicator = indicator_called(catalogue, indicator_no)
    clean = normalise_line(name)
    if not clean:
        raise BadValue(f"ชื่อตัวชี้วัดย่อย {to_thai(code)} ยังว่างอยู่ โปรดกรอกก่อนบันทึก")
    made = SubIndicator(code, Sourced(clean, BY_OFFICE, Certainty.OFFICE))
    subs = (*indicator.sub_indicators, made)
    return checked(with_indicator(catalogue, replace(indicator, sub_indicators=subs)))


def remove_sub_indicator(catalogue: Catalogue, code: str) -> Catalogue:
    """Its items go to the one before it, else the one after it, else to none."""
    indicator = indicator_with(catalogue, code)
    codes = [sub.code for sub in indicator.sub_indicators]
    at = codes.index(code)
    neighbour = codes[at - 1] if at else next(iter(codes[1:]), None)
    owners = [
        neighbour if question.sub_indicator == code else question.sub_indicator
        for question in indicator.questions
    ]
    subs = tuple(sub for sub in indicator.sub_indicators if sub.code != code)
    return checked(_with_subs(catalogue, replace(indicator, sub_indicators=subs), owners))


def _owners_after(
    questions: Sequence[Question],
    owners: Sequence[int],
    at: int,
    bounds: tuple[int, int],
    names: Sequence[str],
) -> list[int]:
    """Who owns each question once `at` has exactly those within the bounds."""
    first, last = bounds
    numbers = [_number(question) for question in questions]
    if first > last or first not in numbers or last not in numbers:
        raise BadValue(
            f"ไม่มีช่วงข้อ {to_thai(str(first))} ถึง {to_thai(str(last))} สำหรับ{names[at]} "
            "โปรดเลือกข้อแรกและข้อสุดท้ายจากข้อที่มีอยู่"
        )
    after: list[int] = []
    for number, owner in zip(numbers, owners, strict=True):
        if number < first:
            after.append(min(owner, at - 1))
        else:
            after.append(at if number <= last else max(owner, at + 1))
    if min(after) < 0:
        raise BadValue(f"{names[at]} เป็นลำดับแรก จึงต้องเริ่มที่ข้อ {to_thai(str(numbers[0]))} โปรดแก้ข้อแรก")
    if max(after) == len(names):
        raise BadValue(
            f"{names[at]} เป็นลำดับสุดท้าย จึงต้องจบที่ข้อ {to_thai(str(numbers[-1]))} โปรดแก้ข้อสุดท้าย"
        )
    return after


def _adopted(indicator: Indicator, questions: Sequence[Question], named: bool) -> Indicator:
    """An indicator with its new questions; those that came over join the nearest sub-indicator."""
    own = {question.code for question in indicator.questions}
    subs = [sub.code for sub in indicator.sub_indicators] if fully_assigned(indicator) else []
    made: list[Question] = []
    for question in questions:
        if question.code in own:
            made.append(question)
        else:
            first = not any(one.code in own for one in made)
            home = (subs[0] if first else subs[-1]) if subs else None
            made.append(replace(question, sub_indicator=home))
    same = not named and tuple(made) == indicator.questions
    sure = indicator.structure_certainty if same else Certainty.OFFICE
    return replace(indicator, questions=tuple(made), structure_certainty=sure)


def _with_subs(
    catalogue: Catalogue, indicator: Indicator, owners: Sequence[str | None]
) -> Catalogue:
    questions = tuple(
        replace(question, sub_indicator=owner)
        for question, owner in zip(indicator.questions, owners, strict=True)
    )
    made = replace(indicator, questions=questions, structure_certainty=Certainty.OFFICE)
    return with_indicator(catalogue, made)


def _new_question(instrument: Instrument, indicator: Indicator, number: int) -> Question:
    subs = indicator.sub_indicators
    return Question(
        code=f"{code_letter(instrument)}{number}",
        text=Sourced(""),
        binary=instrument.code == ITEMS,
        sub_indicator=subs[-1].code if subs and fully_assigned(indicator) else None,
    )


def _moved(indicator: Indicator, instrument: Instrument, by: int) -> Indicator:
    letter = code_letter(instrument)
    questions = tuple(
        replace(question, code=f"{letter}{_number(question) + by}")
        for question in indicator.questions
    )
    return replace(indicator, questions=questions)


def _number(question: Question) -> int:
    return number_of(question.code) or 0


def _instrument_of(catalogue: Catalogue, indicator: Indicator) -> Instrument:
    return next(one for one in catalogue.instruments if indicator in one.indicators)


def _with_indicators(
    catalogue: Catalogue, instrument: Instrument, indicators: tuple[Indicator, ...]
) -> Catalogue:
    made = replace(instrument, indicators=indicators)
    instruments = tuple(made if one is instrument else one for one in catalogue.instruments)
    return replace(catalogue, instruments=instruments)
