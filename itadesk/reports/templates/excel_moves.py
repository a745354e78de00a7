"""Where rows of a workbook go when some are repeated, and the formulas that follow them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError

_AREA = re.compile(
    r"(?P<sheet>(?:'(?:[^']|'')+'|[^'!]+)!)?"
    r"(?P<c1>\$?[A-Z]{1,3})?(?P<r1>\$?[1-9]\d{0,6})(?::(?P<c2>\$?[A-Z]{1,3})?(?P<r2>\$?[1-9]\d{0,6}))?"
)
_OF_MANY = ("SUM(", "AVERAGE(", "COUNT(", "COUNTA(", "MIN(", "MAX(", "MEDIAN(")


@dataclass(frozen=True, slots=True)
class Moves:
    """Of one sheet: how many rows stand where one stood, by row from 1; at least one each."""

    rows: Mapping[int, int]

    def first(self, row: int) -> int:
        return row + sum(count - 1 for at, count in self.rows.items() if at < row)

    def last(self, row: int) -> int:
        return self.first(row) + self.rows.get(row, 1) - 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a formula stands: its sheet and, in a repeated row, that row and which copy (0…)."""

    sheet: str
    row: int = 0
    copy: int = 0


def moved_formula(formula: str, place: Place, moves: Mapping[str, Moves]) -> str:
    """The formula with every reference at its new rows; one to a repeated row grows with it.

    In a repeated row it means the same copy, and without $ also the row above, as filled down.
    """
    try:
        tokens = Tokenizer(formula)
    except TokenizerError:  # Excel would not have taken it either: it stays as it is
        return formula
    functions: list[str] = []
    for number, token in enumerate(tokens.items):
        if token.type in (Token.FUNC, Token.PAREN, Token.ARRAY):
            if token.subtype == Token.OPEN:
                functions.append(token.value.upper())
            elif functions:
                functions.pop()
        elif token.type == Token.OPERAND and token.subtype == Token.RANGE:
            alone = bool(functions) and functions[-1] in _OF_MANY and _alone(tokens.items, number)
            token.value = moved_reference(token.value, place, moves, grows=alone)
    return "=" + "".join(token.value for token in tokens.items)


def moved_reference(
    reference: str, place: Place, moves: Mapping[str, Moves], *, grows: bool = False
) -> str:
    """A cell, an area or rows, with or without a sheet; names stay. `grows`: a single cell too."""
    found = _AREA.fullmatch(reference)
    if found is None or bool(found["c1"]) != bool(found["c2"] or not found["r2"]):
        return reference
    title = (found["sheet"] or "")[:-1]
    sheet = title[1:-1].replace("''", "'") if title.startswith("'") else title or place.sheet
    if sheet not in moves:
        return reference
    if place.sheet != sheet or not place.row:
        place = Place(sheet)
    begin, end = found["r1"], found["r2"]
    if grows and not end and not place.row and int(begin.lstrip("$")) in moves[sheet].rows:
        end = begin
    text = f"{found['sheet'] or ''}{found['c1'] or ''}{_row(begin, place, moves[sheet])}"
    if end:
        column = found["c2"] or found["c1"] or ""
        text += f":{column}{_row(end, place, moves[sheet], last=True)}"
    return text


def _row(row: str, place: Place, moves: Moves, *, last: bool = False) -> str:
    fixed, number = ("$", int(row[1:])) if row.startswith("$") else ("", int(row))
    if place.row and not fixed and place.row - number in (0, 1):
        return str(moves.first(place.row) + place.copy + number - place.row)
    return f"{fixed}{moves.last(number) if last else moves.first(number)}"


def _alone(tokens: list[Token], number: int) -> bool:
    """True of a whole argument of a function."""
    around = [token for token in tokens if token.type != Token.WSPACE]
    at = around.index(tokens[number])
    beside = around[at - 1 : at] + around[at + 1 : at + 2]
    return len(beside) == 2 and all(each.type in (Token.FUNC, Token.SEP) for each in beside)
