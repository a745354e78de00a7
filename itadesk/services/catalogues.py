"""The office's own catalogues: filling in, copying, editing, giving and taking."""

from __future__ import annotations

import json
from pathlib import Path

from itadesk.catalogue.editing import as_candidates
from itadesk.catalogue.reader import read_catalogue, to_body
from itadesk.errors import BadValue
from itadesk.files import replace_file
from itadesk.model.catalogue import Catalogue
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
    """A new year's catalogue with last year's texts as candidates."""
    if to_year in store.catalogues.years():
        raise BadValue(f"มีชุดข้อคำถามของปี {to_thai(str(to_year))} ในไฟล์นี้แล้ว โปรดแก้ไขชุดนั้นแทน")
    made = as_candidates(catalogue_of(store, from_year), to_year)
    return save_catalogue(store, made)


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


def add_catalogue(store: Store, path: Path) -> Changes:
    """Takes over a catalogue file from another office; the file is validated first."""
    return save_catalogue(store, read_catalogue(path))


def newest_before(store: Store, year: int) -> int:
    """The last year with a catalogue before `year`, to copy from."""
    earlier = [known for known in catalogue_years(store) if known < year]
    return earlier[0] if earlier else catalogue_years(store)[-1]
