"""The calendar file, read back line by line as the standard says."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from itadesk.deadlines import Deadline, usual_deadlines
from itadesk.exchange.icalendar import calendar_file
from itadesk.model.office import Office, OfficeKind

OFFICE = Office("องค์การบริหารส่วนตำบลตัวอย่าง, หมู่ ๑; \\", OfficeKind.OTHER, id="ab12")
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=7)))
LONG = "ส่งรายงานผลการดำเนินงานตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสให้ผู้กำกับดูแลของอำเภอ"


def read(body):
    """Entries as pairs of name and value, folding and escapes undone."""
    text = body.decode()
    assert "\n" not in text.replace("\r\n", "")
    entries, current = [], None
    for line in re.sub("\r\n ", "", text).split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        value = re.sub(r"\\(.)", r"\1", value)
        if line == "BEGIN:VEVENT":
            current = []
            entries.append(current)
        elif current is not None:
            current.append((name, value))
    return [dict(reversed(entry)) for entry in entries], entries


def test_each_deadline_is_a_day_with_its_words_and_warnings():
    days = usual_deadlines(2569)
    found, raw = read(calendar_file(OFFICE, 2568, days, NOW))
    assert [each["SUMMARY"] for each in found] == [f"ITA: {day.what}" for day in days]
    assert found[0]["DTSTART;VALUE=DATE"] == "20260331"
    assert found[0]["DTEND;VALUE=DATE"] == "20260401"
    assert ("DESCRIPTION", OFFICE.name) in raw[0]
    assert [value for name, value in raw[0] if name == "TRIGGER"] == ["-P7D", "-P1D"]
    assert {each["DTSTAMP"] for each in found} == {"20261120T023000Z"}


@pytest.mark.parametrize("what", [LONG, "a,b;c\\n", "๑" * 200, "ที่กำกับ ํา"])
def test_lines_are_short_and_thai_is_not_cut(what):
    body = calendar_file(OFFICE, 2568, [Deadline(date(2026, 3, 31), what, "k")], NOW)
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    for line in body.split(b"\r\n"):
        line.decode()
    assert read(body)[0][0]["SUMMARY"] == f"ITA: {what}".replace("ํา", "ำ")


def test_a_changed_day_replaces_the_one_taken_in_before():
    first = Deadline(date(2026, 3, 31), "รายงาน", "round-6")
    later = Deadline(date(2026, 4, 15), "รายงาน", "round-6")
    ((one,), _), ((two,), _) = (
        read(calendar_file(OFFICE, 2568, [day], NOW + timedelta(hours=n)))
        for n, day in enumerate((first, later))
    )
    assert one["UID"] == two["UID"]
    assert int(two["SEQUENCE"]) > int(one["SEQUENCE"])
    assert NOW.astimezone(UTC).tzinfo is UTC
