"""Sheet ทะเบียน OIT."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from itadesk.errors import BadValue
from itadesk.exchange import layout as at
from itadesk.exchange.book import Book, Raw
from itadesk.exchange.planning.places import question_of, year_words
from itadesk.exchange.planning.plan import Target
from itadesk.exchange.planning.reading_row import Notes, RowReader, first_of_each, plain, readers
from itadesk.exchange.planning.records import note_record
from itadesk.labels import OIT_ANSWER
from itadesk.model.oit import OitEntry
from itadesk.services.oit import addresses
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise

_FIELDS = {
    at.ANSWER: "answer",
    at.URL: "urls",
    at.EXPLANATION: "explanation",
    at.ITEM_UNIT: "unit",
    at.CHECKED: "checked_on",
}


def plan_register(target: Target, book: Book, notes: Notes) -> tuple[OitEntry, ...]:
    """Entries to write, each whole; an empty cell leaves what is there."""
    known = {entry.code: entry for entry in target.oit}
    planned: list[OitEntry] = []
    items = _incoming(target, readers(book, at.OIT, notes))
    for reader, given in first_of_each(items, at.CODE, lambda one: _name(one.code)):
        before = known.get(given.code)
        after = _merged(before, given) if before else given
        note_record(reader, at.CODE, _name(given.code), _FIELDS, before, after)
        if after != before:
            planned.append(after)
    return tuple(planned)


def _incoming(
    target: Target, rows: list[RowReader]
) -> Iterator[tuple[RowReader, object, OitEntry]]:
    for reader in rows:
        if not reader.has(*_FIELDS):
            continue
        item = question_of(reader, target, reader.hint(at.ITEM_NAME))
        if item is None:
            continue
        if not item.binary:
            reader.refuse(
                at.CODE,
                f"ข้อ {to_thai(item.code)} ไม่ใช่รายการ OIT ของ{year_words(target.year)} โปรดแก้ไขข้อ",
            )
            continue
        given = _entry(reader, item.code)
        if not (reader.failed or given.empty):
            yield reader, given.code, given


def _entry(reader: RowReader, code: str) -> OitEntry:
    return OitEntry(
        code,
        reader.take(at.ANSWER, _answer),
        reader.take(at.URL, lambda raw: _addresses(raw, code)) or (),
        reader.text(at.EXPLANATION) or "",
        reader.line(at.ITEM_UNIT) or "",
        reader.day(at.CHECKED),
    )


def _answer(raw: Raw) -> bool | None:
    typed = at.folded(plain(raw))
    if typed in ("-", "–"):
        return None
    words = {at.folded(word): answer for answer, word in OIT_ANSWER.items()}
    if typed not in words:
        known = " หรือ ".join(OIT_ANSWER.values())
        raise BadValue(f"ต้องเป็น{known} (กรอกไว้ {plain(raw)[:40]}) โปรดแก้ไข")
    return words[typed]


def _addresses(raw: Raw, code: str) -> tuple[str, ...]:
    return addresses(OitEntry(code, urls=tuple(normalise(plain(raw)).split("\n"))))


def _merged(before: OitEntry, given: OitEntry) -> OitEntry:
    values = {
        field.name: value
        for field in fields(OitEntry)
        if (value := getattr(given, field.name)) not in (None, "", ())
    }
    return replace(before, **values)


def _name(code: str) -> str:
    return f"ทะเบียน OIT ข้อ {to_thai(code)}"
