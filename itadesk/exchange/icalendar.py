"""Deadlines as a calendar file (RFC 5545), for the calendar of a phone or of Outlook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from itadesk.deadlines import Deadline
from itadesk.model.office import Office
from itadesk.thai.normalise import normalise_line

WARN = (7, 1)  # days before
_LONGEST = 75  # bytes of a line
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})


def calendar_file(office: Office, year: int, days: Sequence[Deadline], now: datetime) -> bytes:
    """A whole-day entry for each deadline of a score year; taken in again it replaces itself."""
    stamp = now.astimezone(UTC)
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//itadesk//TH", "CALSCALE:GREGORIAN"),
        "METHOD:PUBLISH",
        *(line for each in days for line in _entry(office, year, each, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _entry(office: Office, year: int, deadline: Deadline, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{office.id or 'office'}-{year}-{deadline.key}@itadesk"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{int(stamp.timestamp()) // 60}"  # a later file is the newer one
    yield f"DTSTART;VALUE=DATE:{deadline.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{deadline.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'ITA: {deadline.what}')}"
    yield f"DESCRIPTION:{_text(office.name)}"
    yield "TRANSP:TRANSPARENT"
    for days in WARN:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{days}D")
        yield from (f"DESCRIPTION:{_text(deadline.what)}", "END:VALARM")
    yield "END:VEVENT"


def _text(words: str) -> str:
    return normalise_line(words).translate(_ESCAPED)


def _folded(line: str) -> Iterable[str]:
    """Lines of at most 75 bytes, a letter never cut; those that go on begin with a space."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LONGEST:
            yield part
            part = " "
        part += letter
    yield part
