"""Buddhist-Era dates, fiscal years (1 October to 30 September) and periods."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta
from typing import Literal

from itadesk.errors import BadValue
from itadesk.thai.digits import to_arabic, to_thai

Style = Literal["long", "short", "era"]

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
ERA = 543
_MONTH_NO = {
    name.replace(".", ""): n for names in (MONTHS, SHORT_MONTHS) for n, name in enumerate(names, 1)
}
_MONTH = r"(?P<month>[ก-๎]+\.?\s?[ก-๎]*\.?)"
_YEAR = r"(?:ปี\s*)?(?P<era>[พค]\.?\s?ศ\.?\s*)?(?P<year>\d{4}|\d{2})"
_WORDED = re.compile(rf"(?P<day>\d{{1,2}})\s*(?:เดือน\s*)?{_MONTH}\s*{_YEAR}")
_SLASHED = re.compile(rf"(?P<day>\d{{1,2}})\s*([/.-])\s*(?P<month>\d{{1,2}})\s*\2\s*{_YEAR}")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?")
_LEAD = re.compile(r"^(?:(?:ลง|เมื่อ|ณ|ตั้งแต่)\s*)?(?:วัน(?:[ก-์]*ที่)?)?\s*")
_EXAMPLE = "เช่น ๑ ต.ค. ๒๕๖๘"


def parse_date(value: str | date | datetime | None, *, name: str = "วันที่") -> date | None:
    """The date, None when empty. A year of 2400 or more is Buddhist Era.

    Raises BadValue for what is no date of the calendar or not of C.E. 1950–2100.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        typed = to_thai(f"{value.day}/{value.month}/{value.year}")
        return _make(value.day, value.month, _christian(value.year, "", typed, name), typed, name)
    typed = " ".join((value or "").replace("\u200b", "").split())
    text = _LEAD.sub("", to_arabic(typed))
    if text in ("", "-", "–"):
        return None
    for pattern in (_ISO, _WORDED, _SLASHED):
        match = pattern.fullmatch(text)
        month = _month(match["month"]) if match else None
        if match and month:
            era = match["era"] if "era" in match.re.groupindex else ""
            year = _christian(int(match["year"]), era or "", typed, name)
            return _make(int(match["day"]), month, year, typed, name)
    raise BadValue(f"{name} “{typed[:40]}” อ่านเป็นวันที่ไม่ได้ โปรดพิมพ์วัน เดือน และปี พ.ศ. {_EXAMPLE}")


def format_date(day: date, style: Style = "long", thai: bool = True) -> str:
    """long ๑๗ มกราคม ๒๕๖๕ · short ๑ ต.ค. ๒๕๖๘ · era ๑๖ มกราคม พ.ศ. ๒๕๖๗."""
    month = (SHORT_MONTHS if style == "short" else MONTHS)[day.month - 1]
    era = "พ.ศ. " if style == "era" else ""
    text = f"{day.day} {month} {era}{day.year + ERA}"
    return to_thai(text) if thai else text


def fiscal_year_of(day: date) -> int:
    """Fiscal year (B.E.) of a day."""
    return day.year + ERA + (day.month >= 10)


def fiscal_period(year: int) -> tuple[date, date]:
    """First and last day of a fiscal year (B.E.)."""
    return date(year - ERA - 1, 10, 1), date(year - ERA, 9, 30)


def fiscal_months(year: int, first: int, last: int) -> tuple[date, date]:
    """First and last day of months of a fiscal year (B.E.), October is 1; above 12 the next."""
    start, after = (
        date(year - ERA - 1 + (9 + months) // 12, (9 + months) % 12 + 1, 1)
        for months in (first - 1, last)
    )
    return start, after - timedelta(days=1)


def format_period(start: date, end: date, thai: bool = True) -> str:
    """๑ ต.ค. ๒๕๖๘ – ๓๐ ก.ย. ๒๕๖๙."""
    return f"{format_date(start, 'short', thai)} – {format_date(end, 'short', thai)}"


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 99 else None
    return _MONTH_NO.get(re.sub(r"[.\s]", "", text))


def _christian(year: int, era: str, typed: str, name: str) -> int:
    buddhist = year >= 2400 or era.startswith("พ")
    if year < 100:
        year, buddhist = (2000 + year, False) if era.startswith("ค") else (2500 + year, True)
    common = year - ERA if buddhist else year
    if not 1950 <= common <= 2100:
        raise BadValue(f"{name} “{typed[:40]}” มีปีที่ไม่น่าถูกต้อง โปรดพิมพ์ปี พ.ศ. สี่หลัก {_EXAMPLE}")
    return common


def _make(day: int, month: int, year: int, typed: str, name: str) -> date:
    if not 1 <= month <= 12:
        raise BadValue(f"{name} “{typed[:40]}” ไม่มีในปฏิทิน เดือนมีตั้งแต่ ๑ ถึง ๑๒ โปรดพิมพ์ใหม่ {_EXAMPLE}")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        length = to_thai(f"เดือน{MONTHS[month - 1]} {year + ERA} มี {last} วัน")
        raise BadValue(f"{name} “{typed[:40]}” ไม่มีในปฏิทิน {length} โปรดแก้ไขวันที่")
    return date(year, month, day)
