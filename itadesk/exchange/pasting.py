"""Scores pasted from Excel or from the result page: which cell belongs to which question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from itadesk.errors import BadValue, NotFound
from itadesk.exchange.layout import CODE, PART1, PART2, QUESTION, SCORE, folded
from itadesk.exchange.likeness import Texts
from itadesk.model.catalogue import Catalogue, Question
from itadesk.thai.codes import parse_code
from itadesk.thai.digits import to_arabic, to_thai
from itadesk.thai.numbers import parse_score

_CELL = re.compile(r'"((?:[^"]|"")*+)"(?=\t|\r|\n|\Z)|([^\t\r\n]*)')
_LINE_END = re.compile(r"\r\n|\r|\n")
_NUMBER = re.compile(r"[-+−–]?[\d.,]*\d[\d.,]*\s*%?", re.ASCII)
_HEAD_WORD = re.compile(r"คะแนน|ส่วนที่|score", re.IGNORECASE)
_GROUP = re.compile(
    r"ตัวชี้วัด(?:ที่|ย่อย(?:ที่)?)?\s*[\d๐-๙]|แบบวัด|คะแนน|รวม|เฉลี่ย|[IEO]IT\b"
    r"|(?:ประเด็น(?:ข้อคำถาม)?|ลำดับ(?:ที่)?|รายการ|ตัวชี้วัด)$",
    re.IGNORECASE,
)
_PARTS = {folded(SCORE): 0, folded(PART1): 1, folded(PART2): 2, "ส่วนที่1": 1, "ส่วนที่2": 2}
_HIGHEST_PART = 2

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class PastedScore:
    """A cell of a paste; `code` is "" where no question was found, `problem` one sentence."""

    code: str
    part: int
    value: Decimal | None
    raw: str
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: its question or why there is none, and its cells by part of the score."""

    question: Question | None
    cells: tuple[tuple[int, str], ...]
    problem: str = ""


def read_pasted(text: str) -> tuple[tuple[str, ...], ...]:
    """Rows and cells as Excel puts them on the clipboard; a quoted cell may hold line ends."""
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    at = 0
    while at < len(text) or row:
        match = _CELL.match(text, at)
        assert match  # the second branch matches anything
        quoted, plain = match.groups()
        cell = quoted.replace('""', '"') if quoted is not None else plain
        row.append(_LINE_END.sub("\n", cell))
        at = match.end()
        if at < len(text) and text[at] == "\t":
            at += 1
            if at < len(text):
                continue
            row.append("")
        ending = _LINE_END.match(text, at)
        at = ending.end() if ending else at
        rows.append(tuple(row))
        row = []
    return tuple(rows)


def match_pasted(
    catalogue: Catalogue, rows: Rows, start: str | None, part: int = 0
) -> tuple[PastedScore, ...]:
    """Each pasted score with its question.

    A table with codes or question texts goes to those; plain columns go downwards from the
    question `start` (the first one when None) and rightwards from `part` (คะแนน, ๑, ๒).
    Nothing is dropped but headings and empty cells: what cannot be taken comes with a problem.
    """
    table = [[cell.strip() for cell in row] for row in rows]
    while table and not any(table[-1]):
        table.pop()
    texts = Texts(catalogue)
    named = _naming_column(catalogue, table, texts)
    if named is None:
        lines = _downwards(catalogue, table, start, part)
    else:
        lines = _by_name(catalogue, table, texts, named, part)
    return tuple(_scored(catalogue, lines))


def _naming_column(catalogue: Catalogue, table: Rows, texts: Texts) -> int | None:
    """The column that says which question a row is about: codes, else texts."""
    width = max(map(len, table), default=0)
    for names in (
        lambda cell: _coded(catalogue, cell) is not None,
        lambda cell: not _is_number(cell) and texts.question(cell) is not None,
    ):
        for column in range(width):
            cells = [row[column] for row in table if column < len(row) and row[column]]
            if any(map(names, cells[:40])):
                return column
    return None


def _coded(catalogue: Catalogue, cell: str) -> Question | None:
    code = parse_code(cell) if cell and len(cell) <= 40 else None
    return catalogue.question(code) if code else None


def _downwards(catalogue: Catalogue, table: Rows, start: str | None, part: int) -> Iterator[_Line]:
    questions = list(catalogue.questions)
    codes = [question.code for question in questions]
    if start is not None and start not in codes:
        raise NotFound(f"ไม่มีข้อ {to_thai(start)} ในชุดข้อคำถามของปีนี้ โปรดเลือกช่องคะแนนที่จะวางใหม่")
    at = codes.index(start) if start is not None else 0
    for number, row in enumerate(table):
        if number == 0 and _is_head(row):
            continue
        cells = tuple((part + column, cell) for column, cell in enumerate(row))
        if at < len(questions):
            yield _Line(questions[at], cells)
        else:
            yield _Line(None, cells, "ข้อมูลที่วางมีมากกว่าจำนวนข้อคำถาม โปรดตรวจสอบช่องแรกที่วาง")
        at += 1


def _by_name(
    catalogue: Catalogue, table: Rows, texts: Texts, named: int, part: int
) -> Iterator[_Line]:
    parts = _headed_parts(table) or _numbered_parts(table, named, part)
    seen: set[str] = set()
    for row in table:
        name = row[named] if named < len(row) else ""
        cells = tuple((p, row[column]) for column, p in parts.items() if column < len(row))
        question = _coded(catalogue, name) or texts.question(name)
        if question is None:
            if not is_group(name) and not _is_head([cell for _, cell in cells]):
                yield _Line(None, cells, _unknown(name))
        elif question.code in seen:
            yield _Line(
                question, cells, f"ข้อ {to_thai(question.code)} มีมากกว่าหนึ่งแถว โปรดตรวจสอบข้อมูลที่วาง"
            )
        else:
            seen.add(question.code)
            yield _Line(question, cells)


def _unknown(name: str) -> str:
    if not name:
        return "ไม่มีรหัสข้อหรือข้อความของข้อคำถามในแถวนี้ โปรดกรอกคะแนนเอง"
    return f"ไม่พบข้อคำถามที่ตรงกับ “{name[:60]}” โปรดกรอกคะแนนเอง"


def _headed_parts(table: Rows) -> dict[int, int]:
    """Parts of the score by column, from a head such as คะแนน, คะแนนส่วนที่ ๑."""
    for row in table[:3]:
        found: dict[int, int] = {}
        for column, cell in enumerate(row):
            part = _PARTS.get(folded(cell))
            if part is not None and part not in found.values():
                found[column] = part
        if found:
            return found
    return {}


def _numbered_parts(table: Rows, named: int, part: int) -> dict[int, int]:
    """Without a head: columns of numbers, those right of the name first, from `part` on."""
    width = max(map(len, table), default=0)
    numeric = [c for c in range(width) if c != named and _mostly_numbers(table, c)]
    right = [column for column in numeric if column > named]
    return {column: part + n for n, column in enumerate(right or numeric)}


def _mostly_numbers(table: Rows, column: int) -> bool:
    cells = [row[column] for row in table if column < len(row) and row[column]]
    return 2 * sum(map(_is_number, cells)) >= len(cells) > 0


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(to_arabic(cell)) is not None


def _is_head(cells: Sequence[str]) -> bool:
    """True of the words over columns of scores, and of nothing at all."""
    return all(_HEAD_WORD.search(cell) and not _is_number(cell) for cell in cells if cell)


def is_group(name: str) -> bool:
    """True of what stands over the questions of an indicator, or over the table."""
    return folded(name) in (folded(CODE), folded(QUESTION)) or _GROUP.match(name) is not None


def _scored(catalogue: Catalogue, lines: Iterator[_Line]) -> Iterator[PastedScore]:
    for line in lines:
        code = line.question.code if line.question else ""
        for part, raw in line.cells:
            if not raw:
                continue
            if line.question is None or line.problem:
                yield PastedScore(code, part, None, raw, line.problem)
                continue
            value, problem = _value(catalogue, line.question, part, raw)
            if value is not None or problem:
                yield PastedScore(code, part, value, raw, problem)


def _value(
    catalogue: Catalogue, question: Question, part: int, raw: str
) -> tuple[Decimal | None, str | None]:
    code = to_thai(question.code)
    name = f"คะแนนข้อ {code}" + (f" ส่วนที่ {to_thai(str(part))}" if part else "")
    if part > _HIGHEST_PART:
        return None, f"ข้อมูลที่วางของข้อ {code} มีช่องมากกว่าช่องคะแนน โปรดวางเฉพาะช่องคะแนน"
    if part and part not in _parts_of(catalogue, question):
        return None, f"ข้อ {code} ไม่แยกคะแนนเป็นส่วน โปรดวางในช่องคะแนนแทน"
    try:
        return parse_score(raw, name=name, binary=question.binary), None
    except BadValue as error:
        return None, str(error)


def _parts_of(catalogue: Catalogue, question: Question) -> frozenset[int]:
    indicator = catalogue.indicator_of(question.code)
    instrument = catalogue.instrument_of(indicator.no) if indicator else None
    return frozenset(part.no for part in instrument.parts) if instrument else frozenset()
