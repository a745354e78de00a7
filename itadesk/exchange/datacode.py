"""A short code for the state of a year's data: does the paper agree with the file?

Four groups of three letters stand for scores, analysis, measures and rounds, so that a comparison
can say which of them differ; a thirteenth tells a slip of the hand from changed data. Texts of
single forms are not in it: they are not in the workbook either, and both carry the same code.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass

from itadesk.errors import BadValue
from itadesk.exchange import layout as at
from itadesk.exchange.content import hashed, sheets_of
from itadesk.model.year import YearData
from itadesk.reports.content.document import CODE_LABEL as LABEL
from itadesk.thai.digits import to_arabic

PARTS = ("คะแนน", "ผลการวิเคราะห์", "มาตรการ", "ผลการดำเนินงานและทะเบียน OIT")
_SHEETS = (
    (at.OFFICE, at.QUESTIONS, at.INDICATORS),
    (at.FINDINGS, at.LIMITATIONS),
    (at.MEASURES,),
    (at.ROUNDS, at.OIT),
)
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's, without those read for digits
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUP, _BITS = 3, 5
_LONG = len(PARTS) * _GROUP + 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a code agrees with a year: the parts that differ, none when it is that of the data."""

    year: int
    differing: tuple[str, ...]


def code_of(data: YearData) -> str:
    """Such as 7K3-M9Q-XD0-2VA-5; equal for equal data, whoever computes it."""
    sheets = sheets_of(data)
    groups = [
        _group(json.dumps([sheets[name] for name in names], ensure_ascii=False, default=hashed))
        for names in _SHEETS
    ]
    return "-".join((*groups, _check("".join(groups))))


def compared(typed: str, data: YearData) -> Agreement:
    """What a code on paper says of a year; BadValue when it cannot be a code."""
    plain, own = read_code(typed), code_of(data).replace("-", "")
    places = range(0, _LONG - 1, _GROUP)
    differ = (plain[n : n + _GROUP] != own[n : n + _GROUP] for n in places)
    return Agreement(
        data.year, tuple(name for name, other in zip(PARTS, differ, strict=True) if other)
    )


def read_code(typed: str) -> str:
    """The thirteen letters of a code, however they are typed; BadValue."""
    plain = re.sub(r"[\s\-–.]", "", to_arabic(typed)).upper().translate(_ALIKE)
    if len(plain) != _LONG or not set(plain) <= set(_LETTERS):
        raise BadValue(
            f"“{typed.strip()}” ไม่ใช่{LABEL} โปรดพิมพ์ ๑๓ ตัวจากท้ายกระดาษ เช่น 7K3-M9Q-XD0-2VA-5"
        )
    if plain[-1] != _check(plain[:-1]):
        raise BadValue(f"{LABEL} “{typed.strip()}” มีตัวที่พิมพ์ผิด โปรดเทียบกับท้ายกระดาษทีละตัว")
    return plain


def _group(text: str) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:4], "big")
    return "".join(_LETTERS[number >> _BITS * n & 31] for n in range(_GROUP))


def _check(groups: str) -> str:
    """Any one letter that is wrong is seen, and neighbours that changed places nearly always."""
    total = sum((2 * n + 1) * _LETTERS.index(letter) for n, letter in enumerate(groups))
    return _LETTERS[total & 31]
