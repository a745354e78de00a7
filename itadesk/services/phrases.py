"""The phrase library: keeping, finding, using phrases."""

from __future__ import annotations

from dataclasses import replace

from itadesk.errors import BadValue
from itadesk.model.changes import Changes, Kind
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.thai.normalise import normalise


def phrases(store: Store, kind: PhraseKind | None = None) -> tuple[Phrase, ...]:
    """Of one kind or of all, the most used first."""
    return tuple(each for each in store.phrases.all() if kind in (None, each.kind))


def save_phrase(store: Store, phrase: Phrase) -> Changes:
    """Adds (id None) or changes a phrase; BadValue when it is empty."""
    text = normalise(phrase.text).strip()
    if not text:
        raise BadValue("ยังไม่มีข้อความที่จะเก็บเข้าคลัง โปรดพิมพ์ข้อความก่อน")
    with action(store, "คลังข้อความ", Kind.PHRASES) as changes:
        saved = store.phrases.save(replace(phrase, text=text))
    return replace(changes, created=saved if phrase.id is None else None)


def use_phrase(store: Store, phrase: Phrase) -> Changes:
    """Counts that a phrase was taken, so that it stands higher the next time."""
    with action(store, "ใช้ข้อความจากคลัง", Kind.PHRASES) as changes:
        store.phrases.save(replace(phrase, uses=phrase.uses + 1))
    return changes


def remove_phrase(store: Store, phrase_id: int) -> Changes:
    """Can be undone; texts that were made from it stay."""
    with action(store, "ลบข้อความจากคลัง", Kind.PHRASES) as changes:
        store.phrases.delete(phrase_id)
    return changes
