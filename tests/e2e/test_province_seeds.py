"""A file of made-up offices gives documents of the shape of the published 000 and 001."""

from __future__ import annotations

import random
import re

import openpyxl
import pytest

from db.opening import create_store, open_store
from itadesk.__main__ import main
from itadesk.model.office import Office, OfficeKind
from itadesk.model.work import Measure, RoundReport
from itadesk.services.exchange import export_workbook
from itadesk.services.gathering_reports import keep_reports, plan_reports
from itadesk.services.measures import save_measure
from itadesk.services.office import save_office, save_round_report
from itadesk.services.scores import record_official
from itadesk.services.years import load_year, start_year
from tests.helpers.printed import squeezed, text_of, unprinted
from tests.helpers.seeds import SHARED

YEAR, OFFICES = 2568, 12
PARTS = ("อบรมบุคลากร", "ประกาศแนวทาง", "เผยแพร่คู่มือ", "เปิดช่องทางร้องเรียน", "ตรวจสอบภายใน")


def heads_of(name, first):
    """The column heads of a published table."""
    found = sorted((SHARED / "seeds").glob(f"{name}_*.txt"))
    if not found:
        pytest.skip("the seeds are not beside this checkout")
    lines = found[0].read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(first)).split("\t")


def plan():
    """A measure an indicator, in three numbered lines."""
    return [
        Measure(
            indicator=number,
            activities="\n".join(
                f"{n}. {part}ตัวชี้วัดที่ {number}" for n, part in enumerate(PARTS[:3], 1)
            ),
            responsible="ทุกส่วนราชการ",
        )
        for number in range(1, 11)
    ]


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    """The file after its offices reported on its plan, and all that they told."""
    folder, chance, told = tmp_path_factory.mktemp("province"), random.Random(1), []
    for number in range(OFFICES):
        office = open_store(None)
        save_office(office, Office(f"สำนักงานตัวอย่างที่ {number}", OfficeKind.AGENCY, "ตัวอย่าง"))
        start_year(office, YEAR)
        for measure in plan():
            made = save_measure(office, YEAR, measure).created
            text = f"{chance.choice(PARTS)} {chance.randint(1, 99)} ครั้ง"
            save_round_report(office, RoundReport(made, 6, output=text))
            told.append(f"สำนักงานตัวอย่างที่ {number}: {text}")
        export_workbook(office, YEAR, folder / f"{number}.xlsx")
        office.close()
    path = folder / "จังหวัด.itadesk"
    create_store(path, Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, "ตัวอย่าง")).close()
    assert main(["consolidate", str(path), str(folder)]) == 0
    store = open_store(path)
    start_year(store, YEAR)
    for measure in plan():
        save_measure(store, YEAR, measure)
        record_official(store, YEAR, str(measure.indicator), f"{chance.uniform(70, 100):.2f}")
    keep_reports(store, plan_reports(store, YEAR, 6))
    scores = load_year(store, YEAR).assessment.official
    store.close()
    return path, told, scores


def report(path, form, ending):
    out = path.with_name(f"{form}.{ending}")
    words = ["report", path, form, out, "--year", YEAR, "--digits", "arabic", "--round", "6"]
    assert main([str(word) for word in words]) == 0
    return out


def cells(book):
    sheet = openpyxl.load_workbook(book).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def head_row(rows, heads):
    """The row of a sheet that has the published heads."""
    wanted = [squeezed(head) for head in heads]
    return next(
        (n for n, row in enumerate(rows) if [squeezed(str(v)) for v in row if v] == wanted), None
    )


def test_the_progress_of_all_offices_has_the_columns_of_000_and_every_result(province):
    path, told, _ = province
    heads = heads_of("000", "แบบ สำรวจ")
    assert head_row(cells(report(path, "progress", "xlsx")), heads) is not None
    text = text_of(report(path, "progress", "pdf"))
    assert len(told) == OFFICES * 10
    assert len(unprinted(told, text)) == 0
    for head in heads:
        assert squeezed(head) in text


def test_the_ranking_has_the_columns_of_001_in_the_order_of_rising_scores(province):
    path, _, scores = province
    heads = heads_of("001", "ลำดับที่")
    rows = cells(report(path, "ranking", "xlsx"))
    at = head_row(rows, heads)
    assert at is not None
    shown = [[v for v in row if v is not None] for row in rows[at + 1 :] if row[0]]
    figures = [float(row[2]) for row in shown[:10]]
    assert figures == sorted(float(scores[str(n)]) for n in range(1, 11))
    text = text_of(report(path, "ranking", "pdf"))
    assert unprinted([m.activities for m in plan()], re.sub(r"\n", "", text)) == []
