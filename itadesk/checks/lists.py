"""Checks of numbered lines: holes, and numbers used twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.thai.digits import to_arabic, to_thai

_NUMBER = re.compile(
    r"^[ \t(]*(?P<number>\d{1,2}(?:\.\d{1,2})*)(?:(?P<dot>[.)](?!\d))|(?=[ \t]+\D))", re.MULTILINE
)


def holes(found: CheckData) -> Iterator[Remark]:
    """A list that leaves a number out or has one twice."""
    for text in found.texts:
        fault = fault_of(text.text)
        if fault:
            yield Remark(
                "documents.numbering",
                Severity.NOTE,
                f"{text.name} {to_thai(fault)} โปรดแก้ไขลำดับเลข",
                text.place,
            )


@lru_cache(maxsize=2048)
def fault_of(text: str) -> str:
    """What is wrong with the numbers of its lines; "" when nothing is, or there are none.

    A number that is smaller than the one before it belongs to another list.
    """
    last: dict[tuple[int, ...], int] = {}
    for match in _NUMBER.finditer(to_arabic(text)):
        *above, number = (int(part) for part in match["number"].split("."))
        before = last.get(tuple(above), 0)
        if not (match["dot"] or above) and number != before + 1:
            continue  # a line that begins with a number of something
        for deeper in [each for each in last if len(each) > len(above)]:
            del last[deeper]
        if number == before > 1:
            return f"มีข้อ {match['number']} ซ้ำกัน"
        if before and number > before + 1:
            left, wanted = (".".join(map(str, (*above, n))) for n in (before, before + 1))
            return f"ข้ามจากข้อ {left} ไปข้อ {match['number']} (ไม่มีข้อ {wanted})"
        last[tuple(above)] = number
    return ""


CHECKS: tuple[Check, ...] = (holes,)
