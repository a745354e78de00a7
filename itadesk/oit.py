"""The items of a year with what the office answered, in printed order."""

from __future__ import annotations

from collections.abc import Iterable

from itadesk.model.catalogue import Catalogue, Question
from itadesk.model.oit import OitEntry


def items(catalogue: Catalogue) -> tuple[Question, ...]:
    """The questions of a year that are answered มี or ไม่มี with an address."""
    return tuple(question for question in catalogue.questions if question.binary)


def register(catalogue: Catalogue, entries: Iterable[OitEntry]) -> tuple[OitEntry, ...]:
    """An entry an item, empty where nothing was answered; those of no item come last."""
    found = {entry.code: entry for entry in entries}
    listed = tuple(found.pop(q.code, OitEntry(q.code)) for q in items(catalogue))
    return (*listed, *found.values())
