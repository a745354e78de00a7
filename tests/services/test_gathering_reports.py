"""What offices reported in a round becomes the province's own report, where that is empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.opening import open_store
from itadesk.errors import NotFound
from itadesk.model.office import Office, OfficeKind
from itadesk.model.work import Measure, RoundReport
from itadesk.services.consolidating import (
    apply_consolidation,
    catalogues_of,
    plan_consolidation,
    read_files,
)
from itadesk.services.exchange import export_workbook
from itadesk.services.gathering_reports import keep_reports, plan_reports
from itadesk.services.measures import save_measure
from itadesk.services.office import save_office, save_round_report
from itadesk.services.years import load_year, start_year

YEAR = 2568
TOLD = {
    "สำนักงานหนึ่ง": [(Measure(indicator=1, activities="อบรม"), RoundReport(0, 6, output="อบรมแล้ว"))],
    "สำนักงานสอง": [
        (
            Measure(indicator=1, activities="อบ รม"),
            RoundReport(0, 6, output="=อบรม", obstacles="ฝนตก"),
        ),
        (Measure(indicator=1, activities="เรื่องของตน"), RoundReport(0, 6, output="ทำเอง")),
        (Measure(indicator=2, activities="งบ"), RoundReport(0, 6, outcome="ประหยัด")),
        (Measure(indicator=3, activities="ไม่มีในจังหวัด"), RoundReport(0, 6, output="อื่น")),
    ],
    "สำนักงานสาม": [(Measure(indicator=1, activities="อบรม"), RoundReport(0, 12, output="รอบหลัง"))],
}


def new_office(name, kind=OfficeKind.AGENCY):
    store = open_store(None)
    save_office(store, Office(name, kind, "ตัวอย่าง"))
    start_year(store, YEAR)
    return store


@pytest.fixture
def province(tmp_path):
    """A plan of three measures, and the files of three offices."""
    for number, (name, told) in enumerate(TOLD.items()):
        office = new_office(name)
        for measure, report in told:
            made = save_measure(office, YEAR, measure).created
            save_round_report(office, replace(report, measure_id=made))
        export_workbook(office, YEAR, tmp_path / f"{number}.xlsx")
        office.close()
    store = new_office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE)
    for measure in (
        Measure(indicator=1, activities="ประชุม"),
        Measure(indicator=1, activities="อบรม"),
        Measure(indicator=2, activities="งบประมาณ"),
    ):
        save_measure(store, YEAR, measure)
    files = sorted(tmp_path.glob("*.xlsx"))
    apply_consolidation(
        store, plan_consolidation(store, list(read_files(files, catalogues_of(store))))
    )
    yield store
    store.close()


def reports(store):
    data = load_year(store, YEAR)
    names = {each.id: each.activities for each in data.measures}
    return {(names[each.measure_id], each.months): each for each in data.rounds}


def test_the_same_words_go_before_the_indicator_and_the_names_stand_first(province):
    plan = plan_reports(province, YEAR, 6)
    assert (plan.offices, len(plan.reports), plan.kept) == (2, 3, 0)
    assert reports(province) == {}
    keep_reports(province, plan)
    found = reports(province)
    assert found["อบรม", 6].output == "สำนักงานสอง: =อบรม\nสำนักงานหนึ่ง: อบรมแล้ว"
    assert found["อบรม", 6].obstacles == "สำนักงานสอง: ฝนตก"
    assert found["ประชุม", 6].output == "สำนักงานสอง: ทำเอง"
    assert found["งบประมาณ", 6].outcome == "สำนักงานสอง: ประหยัด"
    assert len(found) == 3
    province.undo()
    assert reports(province) == {}


def test_what_the_province_wrote_itself_stays(province):
    measures = load_year(province, YEAR).measures
    save_round_report(province, RoundReport(measures[1].id, 6, output="ของจังหวัด"))
    plan = plan_reports(province, YEAR, 6)
    assert plan.kept == 1
    keep_reports(province, plan)
    assert reports(province)["อบรม", 6].output == "ของจังหวัด"
    assert plan_reports(province, YEAR, 6).reports == ()


def test_each_round_has_its_own_offices_and_none_is_refused(province):
    (report,) = plan_reports(province, YEAR, 12).reports
    assert report.output == "สำนักงานสาม: รอบหลัง"
    with pytest.raises(NotFound, match="เลือกรอบอื่น"):
        keep_reports(province, plan_reports(province, YEAR, 9))
