"""Replacing words in all that an office wrote in a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from itadesk.errors import BadValue
from itadesk.model.changes import Changes, Kind
from itadesk.model.document import DocumentRecord
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure
from itadesk.ports import Store
from itadesk.replacing import FormWords, Limitations, Match, Path, Record, passages, replaced
from itadesk.services.changing import action
from itadesk.services.documents import save_document
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_form_text, save_limitations, save_round_report
from itadesk.services.oit import save_oit_entry
from itadesk.services.years import load_year
from itadesk.thai.digits import to_arabic, to_thai
from itadesk.thai.normalise import normalise

_SHOWN = 24  # letters of the words in the name of the action


def replace_words(store: Store, year: int, chosen: Iterable[Match], new: str) -> Changes:
    """Puts other words in the places chosen, as one action; digits stay of the kind they were.

    BadValue when no place is chosen, or when a text is no longer as it was found.
    """
    by_record: dict[int, list[Match]] = {}
    for match in chosen:
        by_record.setdefault(id(match.passage.record), []).append(match)
    found = list(by_record.values())
    if not found:
        raise BadValue("ยังไม่ได้เลือกตำแหน่งที่จะแทนที่ โปรดเลือกอย่างน้อยหนึ่งตำแหน่ง")
    now = {id(each.record): each.record for each in passages(load_year(store, year))}.values()
    if any(group[0].passage.record not in now for group in found):
        raise BadValue("ข้อความเปลี่ยนไปหลังจากค้นหา โปรดค้นหาใหม่อีกครั้ง")
    words, first = normalise(new), found[0][0]
    old = first.passage.text[first.start : first.end]
    kinds: set[Kind] = set()
    with action(store, f"แทนที่ “{_short(old)}” ด้วย “{_short(words)}”") as changes:
        for group in found:
            kinds |= _save(store, year, _rewritten(group, words)).kinds
    return Changes(frozenset(kinds), changes.label)


def _rewritten(found: Sequence[Match], words: str) -> Record:
    """The record with all its places replaced; the last of a text first, so that places hold."""
    texts: dict[Path, str] = {}
    for match in sorted(found, key=lambda each: each.start, reverse=True):
        text = texts.get(match.passage.path, match.passage.text)
        put = _in_digits_of(text[match.start : match.end], words)
        texts[match.passage.path] = f"{text[: match.start]}{put}{text[match.end :]}"
    record = found[0].passage.record
    for path, text in texts.items():
        record = replaced(record, path, text)
    return record


def _in_digits_of(old: str, words: str) -> str:
    if to_arabic(old) == to_thai(old):
        return words  # no digits to go by
    return to_thai(words) if to_thai(old) == old else to_arabic(words)


def _save(store: Store, year: int, record: Record) -> Changes:
    match record:
        case Finding():
            return save_finding(store, year, record)
        case Measure():
            return save_measure(store, year, record)
        case OitEntry():
            return save_oit_entry(store, year, record)
        case DocumentRecord():
            return save_document(store, year, record)
        case Limitations():
            return save_limitations(store, year, record.texts)
        case FormWords():
            return save_form_text(store, year, record.form, record.key, record.text)
        case _:
            return save_round_report(store, record)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"
