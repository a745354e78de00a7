"""ชุดเอกสาร OIT: the documents that a year's items ask for, from the score years they are of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from itadesk.naming import file_name
from itadesk.oit_set import ItemDocument, item_documents
from itadesk.ports import Store
from itadesk.services.whole_set import WholeSet, read_set
from itadesk.services.years import catalogue_of, score_years
from itadesk.thai.digits import to_thai

REGISTER = "oit-register"


@dataclass(frozen=True, slots=True)
class OitSet:
    """Sets to be written into one folder, and the items whose score year is not in the file."""

    sets: tuple[WholeSet, ...]
    missing: tuple[ItemDocument, ...]
    items: tuple[ItemDocument, ...] = ()  # of the sets, without the register


def read_oit_set(
    store: Store,
    year: int,
    endings: tuple[str, ...] = (".pdf",),
    *,
    register: bool = True,
    only: Collection[str] | None = None,
) -> OitSet:
    """The documents of an OIT year, each named by its item, and the register of the year itself.

    `only` names the items that are wanted, and the register by its form.
    """
    known = score_years(store)
    sets: list[WholeSet] = []
    items: list[ItemDocument] = []
    missing: list[ItemDocument] = []
    for item in item_documents(catalogue_of(store, year)):
        if only is not None and item.code not in only:
            continue
        if item.score_year in known:
            items.append(item)
            sets.append(_named(read_set(store, item.score_year, [item.form], endings), item))
        else:
            missing.append(item)
    if register and year in known and (only is None or REGISTER in only):
        sets.append(read_set(store, year, [REGISTER], endings))
    return OitSet(tuple(sets), tuple(missing), tuple(items))


def _named(found: WholeSet, item: ItemDocument) -> WholeSet:
    """ "o๒๗ <form> (ผลปี ๒๕๖๗)", so that the files of several years can lie side by side."""
    pieces = tuple(
        replace(
            piece,
            name=file_name(
                f"{to_thai(item.code)} {piece.name} (ผลปี {to_thai(str(item.score_year))})"
            ),
        )
        for piece in found.pieces
    )
    return replace(found, pieces=pieces)
