"""Deadlines and report rounds of a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from os import urandom
from pathlib import Path

from itadesk.deadlines import Deadline, deadlines, usual_deadlines
from itadesk.errors import BadValue
from itadesk.files import replace_file
from itadesk.model.calendar import OwnDeadline
from itadesk.model.changes import Changes, Kind
from itadesk.model.road import RoadStep
from itadesk.ports import Store
from itadesk.rounds import checked_rounds, reported_rounds
from itadesk.services.changing import action
from itadesk.services.years import load_year
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line


def save_deadlines(store: Store, year: int, wanted: Sequence[Deadline]) -> Changes:
    """Keeps these deadlines and no others; one without a key is a new one of the office's own.

    BadValue when one does not say what is due.
    """
    data = load_year(store, year)
    plan_year, rounds = data.assessment.plan_year, data.own_rounds
    usual = {each.key: each for each in usual_deadlines(plan_year, rounds)}
    before = {each.key for each in deadlines(plan_year, data.own_deadlines, rounds)}
    rows = {each.key or _new_key(): _own(each, usual.get(each.key)) for each in wanted}
    with action(store, "กำหนดการ", Kind.CALENDAR) as changes:
        for key, own in rows.items():
            store.calendar.save_deadline(year, key, own)
        for key in sorted(before - rows.keys()):
            gone = OwnDeadline(usual[key].what, None) if key in usual else None
            store.calendar.save_deadline(year, key, gone)
    return changes


def write_calendar(store: Store, year: int, days: Sequence[Deadline], path: Path) -> None:
    """The deadlines as a file for the calendar of a phone or of Outlook. CannotWrite."""
    from itadesk.exchange.icalendar import calendar_file

    replace_file(path, calendar_file(store.office.get(), year, days, datetime.now(UTC)))


def mark_step(store: Store, year: int, step: RoadStep, *, passed: bool) -> Changes:
    """A step of the year's road was done outside the program, or was not after all."""
    mark = OwnDeadline(step.title, None) if passed else None
    with action(store, step.title, Kind.CALENDAR) as changes:
        store.calendar.save_deadline(year, step.key, mark)
    return changes


def save_rounds(store: Store, year: int, months: tuple[int, ...]) -> Changes:
    """The rounds of the measures in months from the plan year's start; () are the usual ones.

    BadValue for a round that is not within two years, or that leaves out one with reports.
    """
    wanted = checked_rounds(months)
    reported = set(reported_rounds(store.rounds.of_year(year)))
    missing = sorted(reported - set(wanted)) if wanted else []
    if missing:
        raise BadValue(
            f"รอบ {to_thai(str(missing[0]))} เดือนมีรายงานผลอยู่แล้ว จึงเอาออกไม่ได้ โปรดคงรอบนี้ไว้ในรายการ"
        )
    with action(store, "รอบรายงาน", Kind.CALENDAR, Kind.ROUNDS) as changes:
        store.calendar.save_rounds(year, wanted)
    return changes


def _own(wanted: Deadline, usual: Deadline | None) -> OwnDeadline | None:
    """None where it is as usual."""
    words = normalise_line(wanted.what).strip()
    if not words:
        raise BadValue("ยังไม่ได้กรอกว่าต้องทำอะไรภายในวันนี้ โปรดกรอกชื่องาน")
    own = OwnDeadline(words, wanted.day)
    return None if usual and own == OwnDeadline(usual.what, usual.day) else own


def _new_key() -> str:
    return f"own-{urandom(4).hex()}"
