"""Pieces of official documents, with the measures of the rules on correspondence.

Measures: official-formats §0–§1. Lengths count from the left margin, 3 cm from the sheet's edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from itadesk.errors import BadValue
from itadesk.model.year import YearData
from itadesk.reports.content import (
    Align,
    Band,
    Block,
    Column,
    Document,
    Emblem,
    Gap,
    Paragraph,
    Run,
    Section,
    Signature,
)
from itadesk.reports.forms import Options
from itadesk.reports.parts import classes
from itadesk.reports.parts.finishing import bound
from itadesk.thai.dates import MONTHS, SHORT_MONTHS, Style, format_date, parse_date
from itadesk.thai.digits import to_arabic

LEFT, RIGHT, TOP, BOTTOM = 3.0, 2.0, 1.5, 2.0  # margins; TOP is that of the Garuda
PAGE_MIDDLE = 7.5
RIGHT_HALF = 11.75  # the middle between PAGE_MIDDLE and the right margin
CENTRED_TAIL = 1.0  # brings what is centred to the middle of the sheet
INDENT = 2.5
DATED_LEFT = 5.0
DEEPER = 0.75  # a level of numbering
ASCENT = 0.85  # of the size: a line's height above its baseline
BEFORE, BEFORE_CLOSING = 6.0, 12.0  # pt
# Four strokes of Enter, 84 pt from line to line: three blank lines of 21 pt between them.
SIGN_SPACE, SIGN_LEAST, OWNER_SPACE, OWNER_LEAST = 63.0, 42.0, 63.0, 21.0  # pt
COMPANY = 2  # lines of text that stand with the closing
NUMBER_BLANK, DAY_BLANK, YEAR_BLANK = ("\u00a0" * count for count in (10, 8, 8))
NAME_LINE = "…" * 22

_MONTH_YEAR = re.compile(r"(?P<month>[ก-๎.]+)\s+(?:พ\.\s?ศ\.\s*)?(?P<year>\d{4})")
_LEVEL = re.compile(r"\s*[0-9๐-๙]+((?:\.[0-9๐-๙]+)*)[.)]?\s")


def official(
    title: str,
    blocks: Iterable[Block],
    data: YearData,
    options: Options,
    subject: str = "",
    *,
    top: float = TOP,
    words: Mapping[str, str] | None = None,
) -> Document:
    """A document on sheets with the margins of letters; `words` may have texts of CLASSES."""
    section = Section(
        tuple(blocks),
        left=LEFT,
        right=RIGHT,
        top=top,
        bottom=BOTTOM,
        stamp=classes.secrecy(words or {}),
        catchwords=bool((words or {}).get("catchwords")),
    )
    return bound(title, (section,), data, options, subject)


def plain(text: str, size: float, *, before: float = 0.0, indent: float = 0.0) -> Paragraph:
    """Lines at the left."""
    return Paragraph((Run(text),), size=size, before=before, indent=indent)


def garuda(options: Options, size: float, above: float = 0.0) -> Emblem:
    """3 cm high in the middle of the sheet; the line after it, and the `above` points that stand
    before that, end level with its foot."""
    return Emblem(3.0, options.emblem, rise=size * ASCENT + above)


def centred(
    text: str, size: float, *, before: float = 0.0, tail: float = CENTRED_TAIL
) -> Paragraph:
    """A title line in the middle of the sheet, under the Garuda."""
    return Paragraph(
        (Run(text, bold=True),),
        "title",
        size,
        Align.CENTRE,
        before=before,
        tail=tail,
        keep_with_next=True,
    )


def body(text: str, size: float) -> list[Paragraph]:
    """A paragraph a line, indented; numbers of a deeper level begin farther in."""
    return [_body_line(line.strip(), size) for line in text.split("\n") if line.strip()]


def _body_line(line: str, size: float) -> Paragraph:
    level = _LEVEL.match(line)
    depth = level[1].count(".") if level else 0
    first = INDENT + DEEPER * min(depth, 3)
    align = Align.LEFT if level else Align.THAI  # items are short: spread out they fall apart
    return Paragraph((Run(line),), size=size, align=align, first=first, before=BEFORE)


def numbered(line: str) -> bool:
    """Whether a line begins with a number: "๑. " "๒.๑ " "๓) "."""
    return _LEVEL.match(line) is not None


def field(label: str, value: str, size: float, *, before: float = BEFORE) -> Band:
    """A label and its value, whose further lines hang under it."""
    return Band((_column(label, size), _column(value, size)), before)


def _column(text: str, size: float, **place: float | bool) -> Column:
    lines = text.split("\n")
    left, flush = place.get("left"), bool(place.get("flush"))
    return Column(tuple(plain(line, size) for line in lines), left, flush=flush)


def signature(
    words: Mapping[str, str],
    size: float,
    *,
    key: str = "sign",
    closing: str = "",
    below: str = "",
    space: float = SIGN_SPACE,
    least: float = SIGN_LEAST,
) -> Signature:
    """Closing phrase, room for the hand, (name), position, the line of one who acts, `below`."""
    name = words[f"{key}_name"].strip().strip("()").strip()
    lines = [f"({name or NAME_LINE})"]
    for part in ("position", "acting"):
        lines += [line.strip() for line in words[f"{key}_{part}"].split("\n") if line.strip()]
    lines += [below] if below else []
    rank = words[f"{key}_rank"].strip()
    return Signature(
        tuple(plain(line, size) for line in lines),
        RIGHT_HALF,
        plain(closing, size, before=BEFORE_CLOSING, indent=PAGE_MIDDLE) if closing else None,
        plain(rank, size) if rank else None,
        space=space,
        least=least,
    )


def dated(label: str, date: str, size: float) -> Paragraph:
    """ประกาศ ณ วันที่ …, 5 cm from the margin."""
    text = f"{label} {long_date(date, 'era')}"
    return plain(text, size, before=BEFORE_CLOSING, indent=DATED_LEFT)


def owner(text: str, size: float) -> list[Paragraph | Gap]:
    """The unit that the letter comes from, with its telephone, at the foot."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [Gap(OWNER_SPACE, OWNER_LEAST), *(plain(line, size) for line in lines)] if lines else []


def long_date(text: str, style: Style = "long") -> str:
    """The day in Thai long form; a draft's missing day, or all of an unknown date, is blank.

    Raises BadValue for what is neither a date nor a month with its year.
    """
    month = _MONTH_YEAR.fullmatch(to_arabic(text.strip()))
    era = "พ.ศ. " if style == "era" else ""
    if month and (name := _month(month["month"])):
        return f"{DAY_BLANK}{name} {era}{month['year']}"
    day = parse_date(text, name="วันที่ของเอกสาร")
    if day is None:
        return f"{DAY_BLANK}{DAY_BLANK}{era}" if era else ""
    return format_date(day, style, thai=False)


def _month(text: str) -> str | None:
    if text in MONTHS:
        return text
    return MONTHS[SHORT_MONTHS.index(text)] if text in SHORT_MONTHS else None


def year_of(text: str) -> str:
    """The Buddhist-Era year of a date, or of a month with its year; "" when there is none."""
    month = _MONTH_YEAR.fullmatch(to_arabic(text.strip()))
    if month:
        return month["year"]
    try:
        day = parse_date(text)
    except BadValue:
        return ""
    return format_date(day, thai=False).split()[-1] if day else ""


def missing(words: Mapping[str, str], wanted: Mapping[str, str]) -> list[str]:
    """ "ยังไม่ได้กรอก…" for each of the texts that is empty."""
    return [f"ยังไม่ได้กรอก{name}" for key, name in wanted.items() if not words[key].strip()]
