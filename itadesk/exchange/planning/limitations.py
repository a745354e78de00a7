"""Sheet ข้อจำกัด."""

from __future__ import annotations

from collections.abc import Iterator

from itadesk.exchange import layout as at
from itadesk.exchange.book import Book
from itadesk.exchange.planning.plan import Target
from itadesk.exchange.planning.reading_row import Notes, RowReader, first_of_each, readers
from itadesk.exchange.planning.scores import note_value
from itadesk.thai.digits import to_thai

_Given = tuple[int | None, str]


def plan_limitations(target: Target, book: Book, notes: Notes) -> tuple[str, ...] | None:
    """All limitations of the year as they would be; None when they stay as they are."""
    texts = list(target.limitations)
    new: list[tuple[RowReader, int | None, str]] = []
    items = _incoming(readers(book, at.LIMITATIONS, notes))
    for reader, (order, text) in first_of_each(items, at.ORDER, lambda given: _name(given[0])):
        if order is not None and order <= len(texts):
            note_value(reader, at.LIMITATION, _name(order), texts[order - 1], text)
            texts[order - 1] = text
        elif order is None and text in texts:
            note_value(reader, at.LIMITATION, _name(texts.index(text) + 1), text, text)
        else:
            new.append((reader, order, text))
    new.sort(key=lambda one: (one[1] is None, one[1] or 0))
    for reader, _, text in new:
        texts.append(text)
        note_value(reader, at.LIMITATION, _name(len(texts)), None, text)
    return tuple(texts) if tuple(texts) != target.limitations else None


def _incoming(rows: list[RowReader]) -> Iterator[tuple[RowReader, object, _Given]]:
    for reader in rows:
        if not reader.has(at.LIMITATION):
            continue
        order = reader.whole(at.ORDER)
        text = reader.text(at.LIMITATION)
        if text is not None and not reader.failed:
            yield reader, order, (order, text)


def _name(order: int | None) -> str:
    return f"ข้อจำกัดที่ {to_thai(str(order))}" if order is not None else "ข้อจำกัดนี้"
