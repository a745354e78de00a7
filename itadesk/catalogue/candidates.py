"""Questions of an earlier year as candidates for a later one, whole or where it has none."""

from __future__ import annotations

from dataclasses import replace

from itadesk.catalogue.editing import checked, map_indicators, map_instruments, office_id
from itadesk.model.catalogue import Catalogue, Certainty, Indicator, Instrument, Sourced
from itadesk.thai.digits import to_thai


def as_candidates(catalogue: Catalogue, year: int) -> Catalogue:
    """A new year from an earlier one: its question texts are only proposals, all is unverified."""
    source = f"ชุดข้อคำถามปี {to_thai(str(catalogue.year))}"
    made = replace(
        map_indicators(catalogue, lambda one: _unverified_indicator(one, source)),
        id=office_id(year),
        version="1",
        year=year,
        rating=replace(catalogue.rating, source=source, certainty=Certainty.UNVERIFIED),
        scale_source=source if catalogue.scale else "",
        notes=(f"คัดลอกจาก{source} โปรดตรวจสอบกับคู่มือของปี {to_thai(str(year))}",),
    )
    return checked(map_instruments(made, lambda one: _unverified_instrument(one, source)))


def empty_instruments(catalogue: Catalogue) -> tuple[str, ...]:
    """Codes of the instruments without any question, as when a year's are not published."""
    return tuple(
        instrument.code
        for instrument in catalogue.instruments
        if not any(indicator.questions for indicator in instrument.indicators)
    )


def with_missing_from(catalogue: Catalogue, earlier: Catalogue) -> Catalogue:
    """Instruments without any question take those of an earlier year; the rest stays.

    The texts are only candidates, unverified; the catalogue itself when there is nothing to take.
    """
    theirs = set(empty_instruments(earlier))
    given = {one.code: one for one in earlier.instruments if one.code not in theirs}
    codes = [code for code in empty_instruments(catalogue) if code in given]
    if not codes:
        return catalogue
    source = f"ชุดข้อคำถามปี {to_thai(str(earlier.year))}"
    numbers = {issue.no for issue in catalogue.issues or earlier.issues}
    known = numbers if catalogue.issues in ((), earlier.issues) else set()
    made = map_instruments(
        catalogue,
        lambda one: _filled_up(one, given[one.code], source, known) if one.code in codes else one,
    )
    note = f"ข้อคำถาม {' '.join(codes)} คัดลอกจาก{source} โปรดตรวจสอบกับคู่มือของปี"
    return checked(
        replace(
            made,
            issues=catalogue.issues or earlier.issues,
            scale=catalogue.scale or earlier.scale,
            scale_source=catalogue.scale_source if catalogue.scale else source,
            notes=(*catalogue.notes, f"{note} {to_thai(str(catalogue.year))}"),
        )
    )


def _filled_up(
    instrument: Instrument, given: Instrument, source: str, issues: set[int]
) -> Instrument:
    """The indicators given; names the office has confirmed already stay."""
    own = {one.no: one for one in instrument.indicators}
    taken = {one.no: _taken(one, own.get(one.no), source, issues) for one in given.indicators}
    both = {**own, **taken}
    return replace(instrument, indicators=tuple(both[no] for no in sorted(both)))


def _taken(given: Indicator, own: Indicator | None, source: str, issues: set[int]) -> Indicator:
    made = _unverified_indicator(given, source)
    questions = tuple(
        replace(one, issues=tuple(no for no in one.issues if no in issues))
        for one in made.questions
    )
    name = own.name if own is not None and own.name.confirmed else made.name
    return replace(made, name=name, questions=questions)


def _unverified_instrument(instrument: Instrument, source: str) -> Instrument:
    known = instrument.weight is not None
    return replace(
        instrument,
        name=_unverified(instrument.name, source),
        weight_certainty=Certainty.UNVERIFIED if known else Certainty.UNKNOWN,
        parts_rule_certainty=Certainty.UNKNOWN,
    )


def _unverified_indicator(indicator: Indicator, source: str) -> Indicator:
    return replace(
        indicator,
        name=_unverified(indicator.name, source),
        sub_indicators=tuple(
            replace(sub, name=_unverified(sub.name, source)) for sub in indicator.sub_indicators
        ),
        questions=tuple(
            replace(question, text=_proposed(question.text, source))
            for question in indicator.questions
        ),
        structure_certainty=Certainty.UNVERIFIED,
    )


def _unverified(name: Sourced, source: str) -> Sourced:
    return replace(name, source=source, certainty=Certainty.UNVERIFIED)


def _proposed(text: Sourced, source: str) -> Sourced:
    candidates = tuple(dict.fromkeys(filter(None, (text.text, *text.candidates))))
    if not candidates:
        return Sourced("")
    return Sourced("", source, Certainty.UNVERIFIED, candidates)
