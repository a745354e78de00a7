"""The phrase library: keeping, finding, using phrases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from itadesk.errors import BadValue
from itadesk.files import replace_file
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


def export_phrases(store: Store, path: Path) -> int:
    """Writes the library as a file for other offices; how many phrases are in it."""
    from itadesk.exchange.phrase_file import phrase_file

    every = store.phrases.all()
    replace_file(path, phrase_file(every))
    return len(every)


def new_phrases(store: Store, found: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Those of another office that the library does not have yet."""
    known = {(each.kind, each.text) for each in store.phrases.all()}
    fresh = {(each.kind, each.text): each for each in found}
    return tuple(each for key, each in fresh.items() if key not in known)


def add_phrases(store: Store, found: Sequence[Phrase]) -> Changes:
    """Adds the new ones in one action; what the library has already stays as it is."""
    with action(store, "นำเข้าคลังข้อความ", Kind.PHRASES) as changes:
        for phrase in new_phrases(store, found):
            store.phrases.save(replace(phrase, uses=0, id=None))
    return changes
