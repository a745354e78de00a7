"""An office, a year, a score; and all rows of a store."""

from decimal import Decimal

from itadesk.model.assessment import QuestionScore
from itadesk.model.changes import Kind
from itadesk.model.office import Office, OfficeKind

OFFICE = Office("องค์การบริหารส่วนตำบลบ้านทดลอง", OfficeKind.SAO, "จังหวัดสมมติ", "อำเภอสมมติ", "00000")


def start(store, year=2568):
    with store.transaction("เพิ่มปี", Kind.YEARS):
        store.assessments.create(year, year + 1, "catalogue")


def record(store, code, value, label="คะแนน"):
    with store.transaction(label, Kind.SCORES):
        store.assessments.save_score(2568, QuestionScore(code, Decimal(value)))


def dump(store) -> dict[str, list[tuple]]:
    """Every data row of the store."""
    tables = store._history._tables
    return {
        name: sorted(tuple(row) for row in store._file.rows(f"SELECT * FROM {name}"))
        for name in tables
    }
