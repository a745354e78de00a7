"""A first choice of sheet and columns for a workbook that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from itadesk.exchange import layout as at
from itadesk.exchange.foreign import ForeignBook, ForeignSheet
from itadesk.exchange.foreign_rows import Columns, Naming, is_score
from itadesk.thai.digits import to_arabic

_LOOKED_AT = 300  # rows of a sheet
_HEADS = 8  # rows above the first question that may be its heads
_FEWEST = 0.5  # of the questions' rows that a column of scores has numbers in
_SCORE = re.compile(r"คะแนน|ผลประเมิน|ผลการประเมิน|ค่าเฉลี่ย|ร้อยละ|score|%", re.IGNORECASE)
_NO_SCORE = re.compile(r"เต็ม|น้ำหนัก|จำนวน|ลำดับ|เป้าหมาย|ผลต่าง|เปลี่ยนแปลง|เพิ่ม|ลด", re.IGNORECASE)
_PART = re.compile(r"(?:ส่วน(?:ที่)?|part|eit)\s*\(?([12])(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(25\d\d)(?!\d)")
_PARTS = {"1": at.PART1, "2": at.PART2}


def guess(book: ForeignBook, name: Naming, year: int, remembered: Mapping[str, Columns]) -> Columns:
    """What was chosen for the same heads before, else the sheet and column with most questions."""
    for sheet in book.sheets if remembered else ():
        for head in range(1, min(_LOOKED_AT, sheet.rows) + 1):
            known = remembered.get(fingerprint(sheet, head))
            if known is not None:
                return Columns(sheet.name, head, known.code, known.scores)
    found = [(each, *_naming_column(each, name)) for each in book.sheets]
    sheet, column, rows = max(found, key=lambda one: len(one[2]))
    if not rows:
        return Columns(book.sheets[0].name)
    return guess_scores(sheet, column, rows, year)


def guess_for(sheet: ForeignSheet, name: Naming, year: int) -> Columns:
    """The same within a sheet that was chosen."""
    column, rows = _naming_column(sheet, name)
    return guess_scores(sheet, column, rows, year) if rows else Columns(sheet.name)


def guess_scores(sheet: ForeignSheet, code: int, rows: list[int], year: int) -> Columns:
    """Heads and score columns around a column whose `rows` name questions."""
    head = _head_above(sheet, rows[0])
    scores: dict[str, int] = {}
    weights = sorted(
        ((_weight(sheet, head, n, code, rows, year), -n) for n in range(1, sheet.columns + 1)),
        reverse=True,
    )
    for weight, negative in weights:
        if weight > 0:
            part = _part_of(heads_of(sheet, head, -negative))
            scores.setdefault(part, -negative)
    ordered = tuple((part, scores[part]) for part in at.SCORES if part in scores)
    return Columns(sheet.name, head, code, ordered)


def heads_of(sheet: ForeignSheet, head: int, column: int) -> str:
    """The words over a column, those of a row of heads above first; a title is none."""
    above = (head - 1,) if head > 1 and _words(sheet, head - 1) > 1 else ()
    rows = (row for row in (*above, head) if head and not is_score(sheet, row, column))
    words = (sheet.text(row, column) for row in rows)
    return " ".join(dict.fromkeys(filter(None, words)))


def fingerprint(sheet: ForeignSheet, head: int) -> str:
    """Equal for sheets with the same heads; "" without heads to know them by."""
    if not 1 <= head <= sheet.rows:
        return ""
    texts = [at.folded(sheet.text(head, n)) for n in range(1, sheet.columns + 1)]
    return "|".join(texts).strip("|") if sum(map(bool, texts)) > 1 else ""


def _naming_column(sheet: ForeignSheet, name: Naming) -> tuple[int, list[int]]:
    """The column that names most questions, and the first row of each of them.

    Codes with a letter go before bare numbers, which may only count the rows.
    """
    best: tuple[int, list[int]] = (0, [])
    weight = 0
    for column in range(1, sheet.columns + 1):
        first: dict[str, int] = {}
        lettered = 0
        for row in range(1, min(sheet.rows, _LOOKED_AT) + 1):
            text = sheet.text(row, column)
            code = name(text, _own_instrument(sheet)) if text else ""
            if code and code not in first:
                first[code] = row
                lettered += not to_arabic(text).strip(" .").isdecimal()
        if 2 * lettered + len(first) > weight:
            best, weight = (column, sorted(first.values())), 2 * lettered + len(first)
    return best


def _own_instrument(sheet: ForeignSheet) -> str:
    return next((code for code in ("IIT", "EIT", "OIT") if code in sheet.name.upper()), "")


def _head_above(sheet: ForeignSheet, first: int) -> int:
    """The row above the first question with most words, two at least; the nearest of equals."""
    words = {row: _words(sheet, row) for row in range(first - 1, max(0, first - 1 - _HEADS), -1)}
    best = max(words, key=lambda row: words[row], default=0)
    return best if words.get(best, 0) > 1 else 0


def _words(sheet: ForeignSheet, row: int) -> int:
    """How many cells of a row hold words; a merged area counts once."""
    places = {sheet.covers.get((row, n), (row, n)) for n in range(1, sheet.columns + 1)}
    return sum(bool(sheet.text(*p)) and not is_score(sheet, *p) for p in places)


def _weight(
    sheet: ForeignSheet, head: int, column: int, code: int, rows: Iterable[int], year: int
) -> int:
    """How likely a column holds scores; 0 or less when it does not."""
    if column == code:
        return 0
    asked = list(rows)
    numbers = [row for row in asked if is_score(sheet, row, column)]
    words = to_arabic(heads_of(sheet, head, column))
    years = {int(each) for each in _YEAR.findall(words)}
    if len(numbers) < _FEWEST * len(asked) and not _PART.search(words):
        return 0
    if not numbers or _NO_SCORE.search(words) or (years and year not in years):
        return 0
    weight = 1 + 2 * (column > code) + 4 * bool(_SCORE.search(words)) + 3 * (year in years)
    return 0 if _counts(sheet, column, numbers) and weight < 5 else weight


def _counts(sheet: ForeignSheet, column: int, rows: list[int]) -> bool:
    """Whether the numbers are 1, 2, 3 …: the order of the rows."""
    texts = [to_arabic(sheet.text(row, column)) for row in rows]
    return len(texts) > 1 and texts == [str(n) for n in range(1, len(texts) + 1)]


def _part_of(words: str) -> str:
    match = _PART.search(to_arabic(words))
    return _PARTS[match[1]] if match else at.SCORE
