"""Changes an office makes to a year's catalogue: texts, names, weights, levels, issues.

Each function gives a new, valid catalogue; which question belongs where is in `structure`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from itadesk.catalogue.faults import refusal
from itadesk.catalogue.fields import LONGEST_TEXT
from itadesk.catalogue.reader import parse_catalogue, to_body
from itadesk.catalogue.rules import faults
from itadesk.errors import BadValue, NotFound
from itadesk.model.catalogue import (
    Catalogue,
    Certainty,
    Indicator,
    Instrument,
    Issue,
    Level,
    Question,
    RatingRule,
    Sourced,
    SubIndicator,
)
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line

BY_OFFICE = "หน่วยงานกรอกเอง"
_HUNDREDTH = Decimal("0.01")


def office_id(year: int) -> str:
    """The id of a catalogue an office made or changed itself."""
    return f"urn:itadesk:catalogue:{year}:office"


def checked(catalogue: Catalogue) -> Catalogue:
    """The catalogue as the office's own; BadCatalogue where it could not be read again."""
    name = f"ชุดข้อคำถามปี {to_thai(str(catalogue.year))}"
    found = faults(catalogue)
    if found:
        raise refusal(name, found)
    return parse_catalogue(to_body(replace(catalogue, id=office_id(catalogue.year))), name)


def with_filled_texts(catalogue: Catalogue, texts: Mapping[str, str]) -> Catalogue:
    """Texts the office filled in, by place, with what stood there before as a candidate.

    Places: a question code, `instrument:OIT`, `indicator:8`, `sub:9.1`. One the catalogue no
    longer has is passed over, so that the year can always be read.
    """
    if not any(texts.values()):
        return catalogue

    def text(place: str, before: Sourced) -> Sourced:
        return _filled(before, texts[place]) if texts.get(place) else before

    filled = map_instruments(
        catalogue, lambda one: replace(one, name=text(f"instrument:{one.code}", one.name))
    )
    return map_indicators(filled, lambda one: _with_texts(one, text))


def _with_texts(indicator: Indicator, text: Callable[[str, Sourced], Sourced]) -> Indicator:
    return replace(
        indicator,
        name=text(f"indicator:{indicator.no}", indicator.name),
        sub_indicators=tuple(
            SubIndicator(sub.code, text(f"sub:{sub.code}", sub.name))
            for sub in indicator.sub_indicators
        ),
        questions=tuple(
            replace(question, text=text(question.code, question.text))
            for question in indicator.questions
        ),
    )


def set_question_text(catalogue: Catalogue, code: str, text: str) -> Catalogue:
    """The office's wording of a question; "" makes it unknown again, the old one a candidate."""
    place = f"ข้อความของข้อ {to_thai(code)}"

    def change(question: Question) -> Question:
        return replace(question, text=_filled(question.text, _clean(place, text, needed=False)))

    return checked(map_question(catalogue, code, change))


def set_indicator_name(catalogue: Catalogue, indicator_no: int, name: str) -> Catalogue:
    """The name of an indicator; the one before stays as a candidate."""
    clean = _clean(f"ชื่อตัวชี้วัดที่ {to_thai(str(indicator_no))}", name)
    indicator = indicator_called(catalogue, indicator_no)
    return checked(
        with_indicator(catalogue, replace(indicator, name=_filled(indicator.name, clean)))
    )


def set_sub_indicator_name(catalogue: Catalogue, code: str, name: str) -> Catalogue:
    """The name of a sub-indicator; the one before stays as a candidate."""
    clean = _clean(f"ชื่อตัวชี้วัดย่อย {to_thai(code)}", name)
    indicator = indicator_with(catalogue, code)
    subs = tuple(
        SubIndicator(code, _filled(sub.name, clean)) if sub.code == code else sub
        for sub in indicator.sub_indicators
    )
    return checked(with_indicator(catalogue, replace(indicator, sub_indicators=subs)))


def set_weights(catalogue: Catalogue, weights: Mapping[str, Decimal | None]) -> Catalogue:
    """Weights in percent by instrument, confirmed by the office; when all known they make 100."""
    for code, weight in weights.items():
        if catalogue.instrument(code) is None:
            raise _no_such(f"แบบวัด {code}")
        if weight is not None:
            _check_score(f"น้ำหนักของ {code}", weight)

    def change(instrument: Instrument) -> Instrument:
        if instrument.code not in weights:
            return instrument
        weight = weights[instrument.code]
        sure = Certainty.UNKNOWN if weight is None else Certainty.OFFICE
        return replace(instrument, weight=weight, weight_certainty=sure)

    return checked(map_instruments(catalogue, change))


def set_levels(catalogue: Catalogue, levels: Iterable[Level]) -> Catalogue:
    """The rating rule of the year, best level first."""
    clean = tuple(replace(level, name=_clean("ชื่อระดับ", level.name)) for level in levels)
    for level in clean:
        _check_score(f"คะแนนต่ำสุดของระดับ “{level.name}”", level.overall_min)
        if level.each_min is not None:
            _check_score(f"คะแนนต่ำสุดรายแบบวัดของระดับ “{level.name}”", level.each_min)
    return checked(replace(catalogue, rating=RatingRule(clean, BY_OFFICE, Certainty.OFFICE)))


def set_issues(catalogue: Catalogue, issues: Iterable[Issue]) -> Catalogue:
    """The list of issues; questions leave those that are no longer in it."""
    kept = tuple(replace(one, name=_clean("ชื่อประเด็น", one.name)) for one in issues)
    numbers = {issue.no for issue in kept}

    def change(question: Question) -> Question:
        return replace(question, issues=tuple(no for no in question.issues if no in numbers))

    listed = replace(catalogue, issues=kept)
    return checked(
        map_indicators(
            listed, lambda one: replace(one, questions=tuple(map(change, one.questions)))
        )
    )


def set_issues_of(catalogue: Catalogue, code: str, issues: Iterable[int]) -> Catalogue:
    """The issues a question belongs to, none or several."""
    chosen = tuple(sorted(set(issues)))
    return checked(map_question(catalogue, code, lambda one: replace(one, issues=chosen)))


def map_instruments(catalogue: Catalogue, change: Callable[[Instrument], Instrument]) -> Catalogue:
    """Each instrument changed; not yet checked."""
    return replace(catalogue, instruments=tuple(map(change, catalogue.instruments)))


def map_indicators(catalogue: Catalogue, change: Callable[[Indicator], Indicator]) -> Catalogue:
    """Each indicator changed; not yet checked."""
    return map_instruments(
        catalogue, lambda one: replace(one, indicators=tuple(map(change, one.indicators)))
    )


def map_question(
    catalogue: Catalogue, code: str, change: Callable[[Question], Question]
) -> Catalogue:
    """One question changed; NotFound when there is none. Not yet checked."""
    indicator = catalogue.indicator_of(code)
    if indicator is None:
        raise _no_such(f"ข้อ {to_thai(code)}")
    questions = tuple(change(q) if q.code == code else q for q in indicator.questions)
    return with_indicator(catalogue, replace(indicator, questions=questions))


def with_indicator(catalogue: Catalogue, indicator: Indicator) -> Catalogue:
    """The indicator of that number replaced; not yet checked."""
    return map_indicators(catalogue, lambda one: indicator if one.no == indicator.no else one)


def indicator_called(catalogue: Catalogue, indicator_no: int) -> Indicator:
    """The indicator of that number, or NotFound."""
    indicator = catalogue.indicator(indicator_no)
    if indicator is None:
        raise _no_such(f"ตัวชี้วัดที่ {to_thai(str(indicator_no))}")
    return indicator


def indicator_with(catalogue: Catalogue, sub_code: str) -> Indicator:
    """The indicator a sub-indicator belongs to, or NotFound."""
    for indicator in catalogue.indicators:
        if any(sub.code == sub_code for sub in indicator.sub_indicators):
            return indicator
    raise _no_such(f"ตัวชี้วัดย่อย {to_thai(sub_code)}")


def _no_such(what: str) -> NotFound:
    return NotFound(f"ไม่มี{what} ในชุดข้อคำถามนี้ โปรดเลือกจากรายการ")


def _filled(before: Sourced, text: str) -> Sourced:
    """The office's text; what stood there before stays to choose from."""
    others = dict.fromkeys((before.text, *before.candidates))
    candidates = tuple(other for other in others if other and other != text)
    if text:
        return Sourced(text, BY_OFFICE, Certainty.OFFICE, candidates)
    unknown = Certainty.UNVERIFIED if candidates else Certainty.UNKNOWN
    return Sourced("", before.source, unknown, candidates)


def _clean(place: str, text: str, *, needed: bool = True) -> str:
    clean = normalise_line(text)
    if needed and not clean:
        raise BadValue(f"{place}ยังว่างอยู่ โปรดกรอกก่อนบันทึก")
    if len(clean) > LONGEST_TEXT:
        raise BadValue(f"{place}ยาวเกิน {to_thai(str(LONGEST_TEXT))} ตัวอักษร โปรดย่อให้สั้นลง")
    return clean


def _check_score(place: str, value: Decimal) -> None:
    if not value.is_finite() or not 0 <= value <= 100 or value % _HUNDREDTH:
        raise BadValue(f"{place}ต้องเป็นตัวเลข ๐ ถึง ๑๐๐ ทศนิยมไม่เกิน ๒ ตำแหน่ง โปรดแก้ไข")
