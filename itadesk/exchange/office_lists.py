"""Tables of offices pasted from Excel or a web page: who is expected, what was announced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from itadesk.errors import BadValue
from itadesk.exchange.layout import folded
from itadesk.model.assessment import OVERALL
from itadesk.model.office import OfficeKind
from itadesk.model.province import Announced, ExpectedOffice
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line
from itadesk.thai.numbers import parse_score

_TEXTS = {
    "name": ("ชื่อหน่วยงาน", "หน่วยงาน", "ชื่ออปท.", "ชื่ออปท", "อปท.", "อปท", "ชื่อ"),
    "code": ("รหัสหน่วยงาน", "รหัส", "รหัสอปท.", "รหัสอปท"),
    "kind": ("ประเภท", "ประเภทหน่วยงาน", "ประเภทอปท."),
    "district": ("อำเภอ", "อำเภอ/เขต"),
    "province": ("จังหวัด",),
    "rating": ("ระดับ", "ระดับผลการประเมิน", "ผลการประเมิน", "ระดับที่ประกาศ"),
}
_SCORES = {
    OVERALL: ("คะแนนภาพรวม", "คะแนนรวม", "คะแนน", "คะแนนita", "คะแนนเฉลี่ย"),
    "IIT": ("iit", "คะแนนiit"),
    "EIT": ("eit", "คะแนนeit"),
    "EIT1": ("eitส่วนที่1", "eit1", "eitpart1"),
    "EIT2": ("eitส่วนที่2", "eit2", "eitpart2"),
    "OIT": ("oit", "คะแนนoit"),
}
_HEADS = {folded(word): key for table in (_TEXTS, _SCORES) for key in table for word in table[key]}
_FIRST_ROWS = 10  # a title may stand above the head
_TOTALS = ("รวม", "รวมทั้งสิ้น", "เฉลี่ย", "ค่าเฉลี่ย", "หมายเหตุ")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class OfficeList:
    """What a pasted table holds, and a sentence for each row that was left out."""

    offices: tuple[ExpectedOffice, ...] = ()
    results: tuple[Announced, ...] = ()
    problems: tuple[str, ...] = ()


def read_office_list(rows: Rows) -> OfficeList:
    """Rows below a head that names the columns; BadValue when no head with names is found.

    A table without a head and with one column is a list of names. Totals are left out.
    """
    at, columns = _head(rows)
    offices: list[ExpectedOffice] = []
    results: list[Announced] = []
    problems: list[str] = []
    for number, row in enumerate(rows[at:], start=at + 1):
        cells = {key: normalise_line(row[i]).strip() for key, i in columns.items() if i < len(row)}
        if not cells.get("name") or folded(cells["name"]) in map(folded, _TOTALS):
            continue
        try:
            office, figures = _office(cells), _figures(cells)
        except BadValue as refusal:
            problems.append(f"แถวที่ {to_thai(str(number))}: {refusal}")
            continue
        offices.append(office)
        if figures or cells.get("rating"):
            results.append(Announced(office, figures, cells.get("rating", "")))
    return OfficeList(tuple(offices), tuple(results), tuple(problems))


def _head(rows: Rows) -> tuple[int, Mapping[str, int]]:
    """Where the rows begin, and the column of each kind of cell."""
    for at, row in enumerate(rows[:_FIRST_ROWS]):
        found = {_HEADS[folded(cell)]: i for i, cell in enumerate(row) if folded(cell) in _HEADS}
        if "name" in found:
            return at + 1, found
    if rows and all(len([cell for cell in row if cell.strip()]) <= 1 for row in rows):
        return 0, {"name": 0}
    raise BadValue(
        "ไม่พบหัวตารางที่มีช่อง “ชื่อหน่วยงาน” โปรดคัดลอกตารางพร้อมแถวหัวตาราง "
        "เช่น รหัสหน่วยงาน ชื่อหน่วยงาน ประเภท อำเภอ คะแนนภาพรวม แล้ววางใหม่"
    )


def _office(cells: Mapping[str, str]) -> ExpectedOffice:
    kind = cells.get("kind", "")
    known = {folded(each): str(each) for each in OfficeKind}
    return ExpectedOffice(
        name=cells["name"],
        code=cells.get("code", ""),
        kind=known.get(folded(kind), kind),
        district=cells.get("district", "").removeprefix("อำเภอ").strip(),
        province=cells.get("province", "").removeprefix("จังหวัด").strip(),
    )


def _figures(cells: Mapping[str, str]) -> dict[str, Decimal]:
    figures: dict[str, Decimal] = {}
    for key in _SCORES:
        typed = cells.get(key, "")
        if typed in ("", "-", "–"):
            continue
        value = parse_score(typed, name=f"คะแนนของ {cells['name']}")
        if value is not None:
            figures[key] = value
    return figures
