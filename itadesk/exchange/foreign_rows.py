"""What the rows of a foreign sheet are, once its columns are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from itadesk.exchange import layout as at
from itadesk.exchange.book import Book, Raw, Row, Sheet
from itadesk.exchange.foreign import ForeignSheet
from itadesk.exchange.likeness import Texts, letters
from itadesk.exchange.pasting import is_group
from itadesk.model.catalogue import Catalogue
from itadesk.thai.codes import parse_code
from itadesk.thai.digits import INSTRUMENT_CODES, to_arabic

_INSTRUMENT = re.compile(rf"(?<![A-Z])({'|'.join(INSTRUMENT_CODES)})(?![A-Z])")
_PERCENT = re.compile(r"\s*([\d๐-๙]+(?:\.[\d๐-๙]+)?)\s*%\s*")
_EMPTY = frozenset(("", "-", "–", "—"))
_LONGEST_CODE = 40  # characters
_TEXT = 12  # letters, from which a cell may be the text of a question


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in a sheet, from 1; `head` is the last row of the heads, 0 without.

    `scores` are columns by what they hold (คะแนน, คะแนนส่วนที่ ๑, ๒).
    """

    sheet: str
    head: int = 0
    code: int = 0
    scores: tuple[tuple[str, int], ...] = ()

    def column_of(self, name: str) -> int:
        """0 where there is none."""
        return dict(self.scores).get(name, 0)


class RowKind(Enum):
    """What a row with a code or a score is."""

    SCORED = auto()
    BARE = auto()  # a question without a score
    OTHER = auto()  # the code of a question that the year does not have
    SUM = auto()  # a sum, a mean, a line over the questions
    STRAY = auto()  # a score, and nothing says of what


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row below the heads; `code` as the year's catalogue has it, else as it is written."""

    number: int
    kind: RowKind
    code: str
    cells: Mapping[str, Raw]


Naming = Callable[[str, str], str]


def naming(catalogue: Catalogue) -> Naming:
    """Finds the code of a question by code or text, "" without; also given the instrument.

    What it finds is remembered: the same cells are asked about for each choice of columns.
    """
    texts, known = Texts(catalogue), dict[tuple[str, str], str]()

    def name(text: str, instrument: str) -> str:
        if (text, instrument) not in known:
            known[text, instrument] = _named(catalogue, texts, text, instrument)
        return known[text, instrument]

    return name


def found_rows(sheet: ForeignSheet, columns: Columns, name: Naming) -> Iterator[FoundRow]:
    """The rows below the heads that name a question or hold a score."""
    instrument = _instrument_in(sheet.name)
    for row in range(columns.head + 1, sheet.rows + 1):
        text = sheet.text(row, columns.code)
        instrument = _instrument_of(sheet, row, columns) or instrument
        cells = {
            score: _value(raw)
            for score, column in columns.scores
            if (raw := sheet.cells.get((row, column))) is not None
            and sheet.text(row, column) not in _EMPTY
        }
        code = name(text, instrument)
        if code:
            yield FoundRow(row, RowKind.SCORED if cells else RowKind.BARE, code, cells)
        elif cells:
            yield _without_question(sheet, row, columns, cells, instrument)


def _without_question(
    sheet: ForeignSheet, row: int, columns: Columns, cells: Mapping[str, Raw], instrument: str
) -> FoundRow:
    text = sheet.text(row, columns.code)
    code = parse_code(text, instrument or None) if len(text) <= _LONGEST_CODE else None
    if code is not None:
        return FoundRow(row, RowKind.OTHER, code, cells)
    texts = (sheet.text(row, column) for column in range(1, sheet.columns + 1))
    kind = RowKind.SUM if any(each and is_group(each) for each in texts) else RowKind.STRAY
    return FoundRow(row, kind, text, cells)


def book_of(file: str, rows: Iterable[FoundRow], year: int) -> Book:
    """The scores as a workbook of ours would bring them.

    Those of other years' questions come too, to be refused with the reason.
    """
    brought = [row for row in rows if row.kind in (RowKind.SCORED, RowKind.OTHER)]
    lines = tuple(Row(each.number, {at.CODE: each.code, **each.cells}) for each in brought)
    questions = Sheet(at.QUESTIONS, (at.CODE, *at.SCORES), lines)
    meta = Sheet(at.META, (at.META_YEAR,), (Row(2, {at.META_YEAR: year}),))
    return Book(file, {at.QUESTIONS: questions, at.META: meta})


def is_score(sheet: ForeignSheet, row: int, column: int) -> bool:
    """Whether the cell holds a number that a score can be."""
    text = to_arabic(sheet.text(row, column)).removesuffix("%").strip()
    try:
        return 0 <= float(text) <= 100
    except ValueError:
        return False


def _named(catalogue: Catalogue, texts: Texts, text: str, instrument: str) -> str:
    if not text:
        return ""
    code = parse_code(text, instrument or None) if len(text) <= _LONGEST_CODE else None
    if code is None:
        head, _, rest = text.partition(" ")
        code = parse_code(head) if rest and not head.isdecimal() else None  # "i1 การปฏิบัติ…"
    if code is not None and catalogue.question(code) is not None:
        return code
    question = texts.question(text) if code is None and len(letters(text)) >= _TEXT else None
    return question.code if question else ""


def _instrument_in(text: str) -> str:
    found = set(_INSTRUMENT.findall(text.upper()))
    return found.pop() if len(found) == 1 else ""


def _instrument_of(sheet: ForeignSheet, row: int, columns: Columns) -> str:
    """The instrument that the row names, in a column of its own or in a line over its rows."""
    scores = {column for _, column in columns.scores}
    for column in range(1, sheet.columns + 1):
        if column not in scores and (found := _instrument_in(sheet.text(row, column)[:60])):
            return found
    return ""


def _value(raw: Raw) -> Raw:
    """A score that Excel shows as 95% is 95."""
    match = _PERCENT.fullmatch(raw) if isinstance(raw, str) else None
    return match[1] if match else raw
