"""One row of a sheet while it is planned: takes its cells, and notes what becomes of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from itadesk.errors import BadValue
from itadesk.exchange.book import Book, Fault, Raw, Row
from itadesk.exchange.layout import LONGEST, NEEDED, width
from itadesk.exchange.planning.plan import ImportRow, Outcome
from itadesk.labels import OIT_ANSWER
from itadesk.thai.dates import format_date, parse_date
from itadesk.thai.digits import to_arabic, to_thai
from itadesk.thai.normalise import normalise, normalise_line
from itadesk.thai.numbers import parse_score

Taken = TypeVar("Taken")
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_NOTHING = frozenset(("-", "–", "—"))


@dataclass(slots=True)
class Notes:
    """What planning has found so far."""

    rows: list[ImportRow] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    only_refused: bool = False


@dataclass(slots=True)
class RowReader:
    """A row under its sheet's name; `failed` once a cell was refused."""

    sheet: str
    row: Row
    notes: Notes
    failed: bool = False

    def note(
        self, result: Outcome, column: str, text: str, before: str = "", after: str = ""
    ) -> None:
        """A line of the preview; `text` is said after the place."""
        if self.notes.only_refused and result is not Outcome.REFUSED:
            return
        place = f"ชีต {self.sheet} แถว {to_thai(str(self.row.number))}"
        message = f"{place} ช่อง {column}: {text}" if column else f"{place}: {text}"
        self.notes.rows.append(
            ImportRow(self.sheet, self.row.number, column, result, message, before, after)
        )

    def refuse(self, column: str, sentence: str) -> None:
        """Said once, however often the cell is taken."""
        self.failed = True
        self.note(Outcome.REFUSED, column, sentence)
        if self.notes.rows[-1] in self.notes.rows[-9:-1]:
            self.notes.rows.pop()

    def warn(self, column: str, sentence: str) -> None:
        """Something to look at that stops nothing and changes nothing."""
        if self.notes.only_refused:
            return
        self.note(Outcome.SAME, column, sentence)
        self.notes.warnings.append(self.notes.rows[-1].message)

    def has(self, *columns: str) -> bool:
        """True when one of the columns is filled in."""
        return not self.row.cells.keys().isdisjoint(columns)

    def take(
        self, column: str, parse: Callable[[Raw], Taken | None], name: str = "ค่าในช่องนี้"
    ) -> Taken | None:
        """The cell as `parse` has it; None when it is empty or was refused."""
        raw = self.row.cells.get(column)
        if raw is None:
            return None
        if isinstance(raw, Fault):
            self.refuse(column, f"{name} {raw.words}")
            return None
        try:
            return parse(raw)
        except BadValue as error:
            self.refuse(column, str(error))
            return None

    def hint(self, column: str) -> str:
        """What a describing cell shows, "" when nothing; such a cell is never refused."""
        raw = self.row.cells.get(column)
        return "" if raw is None or isinstance(raw, Fault) else normalise_line(plain(raw))

    def text(self, column: str) -> str | None:
        """Of several lines."""
        return self.take(column, lambda raw: _text(raw, normalise))

    def line(self, column: str) -> str | None:
        return self.take(column, lambda raw: _text(raw, normalise_line))

    def score(self, column: str, name: str, *, binary: bool = False) -> Decimal | None:
        return self.take(column, lambda raw: _score(raw, name, binary), name)

    def day(self, column: str) -> date | None:
        return self.take(column, lambda raw: _day(raw, column), column)

    def whole(self, column: str) -> int | None:
        """A number from 1 on, such as a ลำดับ."""
        return self.take(column, lambda raw: _whole(raw, column), column)


def readers(book: Book, sheet: str, notes: Notes) -> list[RowReader]:
    """The sheet's rows; a sheet without its key columns is refused here, once."""
    found = book.sheets.get(sheet)
    if found is None:
        return []
    head = RowReader(sheet, Row(1, {}), notes)
    for column in found.doubled:
        head.refuse(column, f"มีช่อง {column} มากกว่าหนึ่งช่อง โปรดลบหรือเปลี่ยนชื่อช่องที่ไม่ใช้")
    for columns in NEEDED[sheet]:
        if not set(columns) & set(found.columns):
            head.refuse(
                columns[0],
                f"ไม่พบช่อง {' หรือ '.join(columns)} โปรดพิมพ์ชื่อช่องให้ตรงตามแบบฟอร์มในแถวที่ ๑ ของชีต",
            )
    return [] if head.failed else [RowReader(sheet, row, notes) for row in found.rows]


def first_of_each(
    items: Iterable[tuple[RowReader, object, Taken]], column: str, name: Callable[[Taken], str]
) -> Iterator[tuple[RowReader, Taken]]:
    """Each key's first row; a repeated row is the same when equal and refused when not."""
    seen: dict[object, tuple[int, Taken]] = {}
    for reader, key, value in items:
        if key is None or key not in seen:
            seen[key] = (reader.row.number, value)
            yield reader, value
            continue
        first, known = seen[key]
        again = f"{name(value)} ซ้ำกับแถว {to_thai(str(first))}"
        if known == value:
            reader.note(Outcome.SAME, column, f"{again} และเหมือนกัน")
        else:
            reader.refuse(column, f"{again} แต่ข้อมูลไม่เหมือนกัน โปรดลบแถวที่ไม่ถูกต้อง")


def shown(value: object) -> str:
    """A value as the preview shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return OIT_ANSWER[value]
    if isinstance(value, date):
        return format_date(value, "short")
    if isinstance(value, Decimal):
        return to_thai(f"{value:f}")
    return to_thai(str(value)) if isinstance(value, int) else str(value)


def plain(raw: Raw) -> str:
    """What the cell shows, as text."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float):
        return f"{Decimal(repr(raw)):f}"
    return format_date(raw, "short") if isinstance(raw, date) else str(raw)


def _text(raw: Raw, clean: Callable[[str], str]) -> str | None:
    text = clean(plain(raw))
    if len(text) > LONGEST // 2 and width(text) > LONGEST:
        raise BadValue("ข้อความยาวเกิน ๓๒,๗๖๗ ตัวอักษร โปรดแบ่งหรือย่อข้อความ")
    return text if text.strip() else None


def _score(raw: Raw, name: str, binary: bool) -> Decimal | None:
    if isinstance(raw, date | Fault):
        raise BadValue(f"{name} เป็นวันที่ ({plain(raw)}) โปรดกรอกตัวเลขระหว่าง ๐ ถึง ๑๐๐")
    return parse_score(raw, name=name, binary=binary)


def _day(raw: Raw, name: str) -> date | None:
    if isinstance(raw, date | str):
        return parse_date(raw, name=name)
    return parse_date(plain(raw), name=name)


def _whole(raw: Raw, name: str) -> int | None:
    typed = to_arabic(plain(raw)).strip().rstrip(".)").strip()
    if typed in _NOTHING:
        return None
    if not _WHOLE.fullmatch(typed) or not int(typed):
        raise BadValue(f"{name} ต้องเป็นจำนวนนับ เช่น ๑ (กรอกไว้ {plain(raw)[:40]}) โปรดแก้ไข")
    return int(typed)
