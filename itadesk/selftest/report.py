"""What the trials saw as a text to save and send: nothing of the office, no user, no computer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime

from itadesk import __version__
from itadesk.selftest import Outcome, Verdict
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai

_SIGNS = {Verdict.GOOD: "✓", Verdict.LOOK: "○", Verdict.BAD: "▲"}


def headline(outcomes: Sequence[Outcome]) -> str:
    """How many of each, in one line."""
    verdicts = [outcome.found.verdict for outcome in outcomes]
    counts = [f"{each} {verdicts.count(each)}" for each in Verdict if each in verdicts]
    return to_thai(f"ตรวจ {len(verdicts)} เรื่อง: " + " · ".join(counts))


def report_text(outcomes: Sequence[Outcome], now: datetime) -> str:
    """The whole report, a block a trial."""
    day = to_thai(f"{format_date(now.date())} เวลา {now:%H.%M} น.")
    head = (
        "รายงานการตรวจสอบเครื่อง",
        f"โปรแกรม itadesk รุ่น {__version__} · Python {sys.version.split()[0]} · {day}",
        headline(outcomes),
        "รายงานนี้ไม่มีข้อมูลของหน่วยงาน ชื่อผู้ใช้ หรือชื่อเครื่อง",
    )
    return "\n".join(("\n".join(head), *map(_block, outcomes), ""))


def as_rows(outcomes: Sequence[Outcome]) -> list[dict[str, str]]:
    """For programs that read it."""
    return [
        {
            "id": outcome.trial.id,
            "title": outcome.trial.title,
            "verdict": outcome.found.verdict.name.lower(),
            "found": outcome.found.words,
            "how": outcome.trial.how,
            "advice": outcome.found.advice,
        }
        for outcome in outcomes
    ]


def sign(verdict: Verdict) -> str:
    """For those who do not tell colours apart."""
    return _SIGNS[verdict]


def _block(outcome: Outcome) -> str:
    trial, found = outcome.trial, outcome.found
    lines = [
        "",
        f"{sign(found.verdict)} {found.verdict}  {trial.title}",
        f"   พบ: {found.words}",
        f"   วิธีตรวจ: {trial.how}",
    ]
    return "\n".join(lines + ([f"   ควรทำ: {found.advice}"] if found.advice else []))
