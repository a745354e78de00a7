"""One field of a report: the unit's words, the program's, and what stood there when it went out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from itadesk.exchange.planning.plan import Outcome
from itadesk.exchange.planning.reading_row import RowReader
from itadesk.exchange.unit_sheet import FILLED, TEXTS, Base, cell_of, fingerprint
from itadesk.model.work import RoundReport
from itadesk.thai.digits import to_thai
from itadesk.thai.percent import format_percent

_SHORT = 60  # letters of a text in a sentence


class Clash(StrEnum):
    """What to do where both the unit and the program changed a field."""

    KEEP = "keep"  # the program's
    TAKE = "take"  # the unit's
    APPEND = "append"  # the unit's text below the program's; the program's figure


@dataclass(frozen=True, slots=True)
class Settled:
    """The report with the field as it is to be; `clashed` when both sides had changed it."""

    report: RoundReport
    clashed: bool = False


def merged(
    reader: RowReader,
    base: Base,
    column: str,
    ours: RoundReport,
    given: RoundReport,
    clash: Clash,
) -> Settled:
    """Takes a field over or leaves it, and notes which."""
    name = FILLED[column]
    old, new = (fingerprint(getattr(each, name)) for each in (ours, given))
    before, after = (_shown(cell_of(each, name)) for each in (ours, given))
    sent, of = base.fields[name], f"{column}ของ{name_of(base)}"
    if not new or new == old:
        return Settled(ours)
    if new == sent:
        text = f"{of} แก้ไขในโปรแกรมหลังส่งแบบ คงไว้ตามโปรแกรม {_quoted(before)}"
        reader.note(Outcome.SAME, column, text, before, before)
        return Settled(ours)
    if old and old != sent:
        return Settled(_chosen(reader, base, column, ours, given, clash), clashed=True)
    if old:
        text = f"แก้ไข{of} จาก {_quoted(before)} เป็น {_quoted(after)}"
        reader.note(Outcome.CHANGED, column, text, before, after)
    else:
        reader.note(Outcome.ADDED, column, f"เพิ่ม{of} {_quoted(after)}", "", after)
    return Settled(_with(ours, name, getattr(given, name)))


def place_of(base: Base) -> str:
    """ที่ n of the sheet."""
    return f"ที่ {to_thai(str(base.order))}"


def name_of(base: Base) -> str:
    """How messages call a measure."""
    return f"มาตรการ{place_of(base)}"


def _chosen(
    reader: RowReader,
    base: Base,
    column: str,
    ours: RoundReport,
    given: RoundReport,
    clash: Clash,
) -> RoundReport:
    name = FILLED[column]
    before, after = (_shown(cell_of(each, name)) for each in (ours, given))
    said = f"{column}ของ{name_of(base)} ในโปรแกรมคือ {_quoted(before)} ในแบบคือ {_quoted(after)}"
    if clash is Clash.TAKE:
        reader.note(Outcome.CHANGED, column, f"{said} ใช้ตามแบบ", before, after)
        return _with(ours, name, getattr(given, name))
    if clash is Clash.APPEND and column in TEXTS and after not in before:
        both = f"{before}\n{after}"
        reader.note(Outcome.CHANGED, column, f"{said} ต่อท้ายของเดิม", before, both)
        return _with(ours, name, both)
    reader.note(Outcome.SAME, column, f"{said} คงไว้ตามโปรแกรม", before, before)
    return ours


def _with(report: RoundReport, name: str, value: object) -> RoundReport:
    values = {field: getattr(report, field) for field in FILLED.values()} | {name: value}
    return replace(report, **values)


def _shown(value: str | Decimal | None) -> str:
    return format_percent(value) if isinstance(value, Decimal) else value or ""


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _SHORT else f"“{line[:_SHORT]}…”"
