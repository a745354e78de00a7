"""The office's own catalogues: filling in, copying, editing, giving and taking."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from itadesk.catalogue.candidates import as_candidates, empty_instruments, with_missing_from
from itadesk.catalogue.reader import to_body
from itadesk.errors import BadValue
from itadesk.files import replace_file
from itadesk.model.catalogue import Catalogue, Question
from itadesk.model.changes import Changes, Kind
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.years import catalogue_of, catalogue_years
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line


def fill_text(store: Store, year: int, place: str, text: str) -> Changes:
    """A text the shipped catalogue does not know, as the office has it; "" takes it away."""
    with action(store, "เติมข้อความข้อคำถาม", Kind.CATALOGUE) as changes:
        store.catalogues.fill_text(year, place, normalise_line(text))
    return changes


def copy_catalogue(store: Store, from_year: int, to_year: int) -> Changes:
    """A year's catalogue, or the instruments it has no question of, as candidates.

    BadValue when nothing is missing, or when the earlier year has none of it either.
    """
    earlier = catalogue_of(store, from_year)
    if to_year not in catalogue_years(store):
        return save_catalogue(store, as_candidates(earlier, to_year))
    there = catalogue_of(store, to_year)
    missing = " ".join(empty_instruments(there))
    if not missing:
        raise BadValue(f"มีข้อคำถามของปี {to_thai(str(to_year))} ทุกแบบวัดแล้ว โปรดแก้ไขชุดนั้นแทน หรือพิมพ์ปีอื่น")
    made = with_missing_from(there, earlier)
    if made == there:
        raise BadValue(
            f"ชุดข้อคำถามปี {to_thai(str(from_year))} ไม่มีข้อคำถาม {missing} ให้คัดลอก โปรดเลือกปีอื่น"
        )
    return save_catalogue(store, made)


def source_of_missing(store: Store, year: int) -> int | None:
    """The newest earlier year with questions of an instrument that `year` has none of."""
    missing = empty_instruments(catalogue_of(store, year))
    for other in catalogue_years(store):
        if other < year and missing:
            lacking = empty_instruments(catalogue_of(store, other))
            if any(code not in lacking for code in missing):
                return other
    return None


def scores_that_would_move(store: Store, catalogue: Catalogue) -> tuple[str, ...]:
    """Codes with a score in the year that would be gone or stand for another question.

    A code keeps its question while its indicator and its place or text there are the same.
    """
    assessment = store.assessments.get(catalogue.year)
    if assessment is None:
        return ()
    before, after = _places(catalogue_of(store, catalogue.year)), _places(catalogue)
    return tuple(
        code
        for code in before
        if code in assessment.scores and _moved(before[code], after.get(code))
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a question stands, and what it is called there."""

    indicator: int
    ordinal: int
    words: frozenset[str]


def _places(catalogue: Catalogue) -> dict[str, _Place]:
    return {
        question.code: _Place(indicator.no, ordinal, _words(question))
        for indicator in catalogue.indicators
        for ordinal, question in enumerate(indicator.questions)
    }


def _words(question: Question) -> frozenset[str]:
    return frozenset(filter(None, (question.text.text, *question.text.candidates)))


def _moved(before: _Place, after: _Place | None) -> bool:
    if after is None or before.indicator != after.indicator:
        return True
    return before.ordinal != after.ordinal and not before.words & after.words


def save_catalogue(store: Store, catalogue: Catalogue) -> Changes:
    """Keeps an edited catalogue in the office's file; the shipped one stays as it is.

    Texts filled in before are part of what was edited; by code they would come back over it.
    """
    label = f"ชุดข้อคำถามปี {to_thai(str(catalogue.year))}"
    with action(store, label, Kind.CATALOGUE, Kind.SCORES) as changes:
        store.catalogues.save(catalogue.year, to_body(catalogue))
        for place in store.catalogues.filled_texts(catalogue.year):
            store.catalogues.fill_text(catalogue.year, place, "")
    return changes


def export_catalogue(store: Store, year: int, path: Path) -> None:
    """Writes the year's catalogue, filled texts included, as a file for other offices."""
    body = to_body(catalogue_of(store, year))
    replace_file(path, json.dumps(body, ensure_ascii=False, indent=1).encode())
