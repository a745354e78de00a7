"""Steps and units of a measure: lines of a cell, and what the steps have of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from itadesk.errors import BadValue
from itadesk.exchange.book import Raw
from itadesk.exchange.layout import LONGEST, width
from itadesk.exchange.planning.reading_row import plain
from itadesk.model.work import Step
from itadesk.thai.dates import parse_date
from itadesk.thai.digits import to_arabic, to_thai
from itadesk.thai.normalise import normalise, normalise_line

_Own = tuple[date | None, date | None, str]
Details = Mapping[int, _Own]  # by number of the step, from 1


def steps_of(raw: Raw) -> tuple[Step, ...] | None:
    """A step a line, numbering as written; None when there is none."""
    return tuple(Step(line) for line in _lines(raw)) or None


def units_of(raw: Raw) -> tuple[str, ...] | None:
    """Units a line each, or with commas on one line."""
    text = normalise(plain(raw))
    parts = text.split("\n") if "\n" in text else text.split(",")
    return tuple(filter(None, map(normalise_line, parts))) or None


def details_of(raw: Raw) -> Details | None:
    """Own dates and unit by number of the step, from lines "๑ | วันเริ่ม | วันสิ้นสุด | หน่วยงาน"."""
    found: dict[int, _Own] = {}
    for line in _lines(raw):
        cells = [cell.strip() for cell in line.split("|", 3)]
        number = to_arabic(cells[0]).rstrip(".)")
        if len(cells) != 4 or not number.isdecimal() or int(number[:9]) in found:
            raise BadValue(
                f"อ่านบรรทัด “{line[:60]}” ไม่ได้ โปรดพิมพ์ในรูป ๑ | ๑ ต.ค. ๒๕๖๘ | ๓๑ มี.ค. ๒๕๖๙ | กองคลัง"
            )
        name = f"ขั้นที่ {to_thai(number)}"
        start = parse_date(cells[1], name=f"วันเริ่มของ{name}")
        end = parse_date(cells[2], name=f"วันสิ้นสุดของ{name}")
        found[int(number[:9])] = (start, end, cells[3])
    return found or None


def with_details(steps: tuple[Step, ...], details: Details) -> tuple[Step, ...] | None:
    """The steps with their own dates and units; None when a number is not among them."""
    if any(not 1 <= number <= len(steps) for number in details):
        return None
    nothing: _Own = (None, None, "")
    made = []
    for number, step in enumerate(steps, start=1):
        start, end, unit = details.get(number, nothing)
        made.append(replace(step, start=start, end=end, unit=unit))
    return tuple(made)


def _lines(raw: Raw) -> list[str]:
    text = normalise(plain(raw))
    if len(text) > LONGEST // 2 and width(text) > LONGEST:
        raise BadValue("ข้อความยาวเกิน ๓๒,๗๖๗ ตัวอักษร โปรดแบ่งหรือย่อข้อความ")
    return list(filter(None, map(normalise_line, text.split("\n"))))
