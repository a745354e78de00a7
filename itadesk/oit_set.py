"""ชุดเอกสาร OIT: which document of which score year a year's items ask for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from itadesk.catalogue.wording import proposed
from itadesk.model.catalogue import Catalogue, Question
from itadesk.oit import items
from resources import ROOT


@dataclass(frozen=True, slots=True)
class ItemDocument:
    """An item of OIT, and the form of the score year that answers it."""

    code: str
    name: str
    form: str
    score_year: int


def item_documents(catalogue: Catalogue) -> tuple[ItemDocument, ...]:
    """Items that a form of the program answers, known by their name, in the year's order.

    The item on measures shows the result of the year before; the one on what was done reports the
    measures that were made from the result before that.
    """
    found = ((each, _hint(each)) for each in items(catalogue))
    return tuple(
        ItemDocument(each.code, proposed(each.text), hint.form, catalogue.year - hint.back)
        for each, hint in found
        if hint is not None
    )


@dataclass(frozen=True, slots=True)
class _Hint:
    """A form by the name of the item; `back` years lie between the item and the result."""

    name: str
    form: str
    back: int


def _hint(question: Question) -> _Hint | None:
    names = {question.text.text, *question.text.candidates}
    return next((hint for hint in _hints() if hint.name in names), None)


@lru_cache(maxsize=1)
def _hints() -> tuple[_Hint, ...]:
    text = (ROOT / "catalogue-hints" / "documents.json").read_text(encoding="utf-8")
    return tuple(_Hint(**each) for each in json.loads(text)["items"])
