"""ลบถาวร: words, deleted things and the old part of the change log go for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from re import Pattern

from itadesk.errors import BadValue
from itadesk.model.changes import Changes, Kind
from itadesk.ports import Store
from itadesk.replacing import pattern_of
from itadesk.thai.normalise import normalise

SHORTEST = 3  # letters; shorter words stand everywhere
INSTEAD = "(ลบถาวร)"
LOG = "change_log"


@dataclass(frozen=True, slots=True)
class Traces:
    """Where words stand: texts of the office, and lines of the change log."""

    texts: int
    lines: int


def traces_of(store: Store, words: str) -> Traces:
    """BadValue when the words are too short to be meant."""
    places = dict(store.forgetting.places(_pattern(words)))
    lines = places.pop(LOG, 0)
    return Traces(sum(places.values()), lines)


def forget_words(store: Store, words: str, instead: str = INSTEAD) -> Changes:
    """Replaces the words everywhere, also in the change log; empty `instead` means the mark."""
    store.forgetting.forget_words(_pattern(words), normalise(instead).strip() or INSTEAD)
    return Changes(frozenset(Kind), "ลบถาวร")


def forget_deleted(store: Store) -> Changes:
    """What the log and the kept contents still hold of deleted things."""
    store.forgetting.forget_deleted()
    return Changes(frozenset(), "ลบถาวร")


def forget_before(store: Store, day: date) -> Changes:
    """The lines of the change log older than a day."""
    store.forgetting.forget_before(day.isoformat())
    return Changes(frozenset(), "ลบถาวร")


def _pattern(words: str) -> Pattern[str]:
    pattern = pattern_of(words) if len(normalise(words).strip()) >= SHORTEST else None
    if pattern is None:
        raise BadValue("โปรดพิมพ์คำที่จะลบถาวรอย่างน้อย ๓ ตัวอักษร เช่น ชื่อและนามสกุลเต็ม")
    return pattern
