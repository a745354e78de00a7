"""The form progress: five columns across the page, cells that span measures, rounds."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from db.opening import open_store
from itadesk.model.office import Digits
from itadesk.model.work import Measure, RoundReport
from itadesk.reports.content import Document, Table
from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, form_of
from itadesk.reports.pdf import render
from itadesk.services.scores import record_official, record_score
from itadesk.services.years import load_year, start_year

FORM = form_of("progress")
TITLE = "แบบรายงานมาตรการปรับปรุงและพัฒนาเพื่อยกระดับผลการประเมิน"


def printed(data, **options) -> Document:
    return FORM.build(data, Options(digits=Digits.ARABIC, **options))


def table_of(document: Document) -> Table:
    (table,) = document.sections[0].blocks
    return table


def texts(cell) -> list[str]:
    return [block.text for block in cell.blocks]


def pages(document: Document) -> list[str]:
    pdf = pypdfium2.PdfDocument(render(document))
    found = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return found


@pytest.fixture
def many(data):
    """Several measures of one indicator, long enough for more than one page."""
    lines = "\n".join(f"{n}. ทำสิ่งที่ต้องทำให้แล้วเสร็จ" for n in range(1, 16))
    measures = tuple(
        Measure(id=n, position=n, indicator=1, activities=lines, responsible="ทุกส่วนราชการ")
        for n in range(1, 4)
    )
    return replace(data, measures=measures, rounds=(RoundReport(2, 6, "ทำแล้ว"),))


def test_columns_are_those_of_the_form(data):
    table = table_of(printed(data))
    assert [texts(cell)[0] for cell in table.head[0].cells] == [
        "แบบสำรวจ",
        "ตัวชี้วัดที่",
        "วิธีการ/ขั้นตอนการดำเนินการ",
        "หน่วยงาน/ดำเนินการ",
        "ผลการดำเนินงาน",
    ]


def test_instruments_span_their_indicators(data):
    rows = table_of(printed(data)).rows
    first = [row.cells[0] for row in rows if len(row.cells) == 5]
    assert [(texts(cell)[0], cell.rowspan) for cell in first] == [
        ("IIT", 5),
        ("EIT", 3),
        ("OIT", 2),
    ]
    assert len(rows) == 10


def test_an_indicator_has_range_score_and_the_phrase_of_its_class(data):
    thresholds = data.settings.thresholds
    cell = table_of(printed(data)).rows[0].cells[1]
    assert texts(cell) == [
        "1. การปฏิบัติหน้าที่",
        "(ข้อคำถาม i1 - i3)",
        "ในปี 2568 ได้คะแนน 97.92",
        thresholds.improve_phrase,
    ]


@pytest.mark.parametrize(
    ("score", "name"),
    [("84.99", "urgent_phrase"), ("85", "improve_phrase"), ("100", "keep_phrase")],
)
def test_the_phrase_follows_the_score(score, name):
    store = open_store(None)
    start_year(store, 2568)
    record_official(store, 2568, "1", score)
    data = load_year(store, 2568)
    store.close()
    cell = table_of(printed(data)).rows[0].cells[1]
    assert texts(cell)[-1] == getattr(data.settings.thresholds, name)


def test_an_incomplete_score_has_no_phrase():
    store = open_store(None)
    start_year(store, 2568)
    record_score(store, 2568, "i1", "70")
    rows = table_of(printed(load_year(store, 2568))).rows
    store.close()
    assert texts(rows[0].cells[1])[-2:] == ["ในปี 2568 ได้คะแนน 70.00", "(ยังไม่ครบ)"]
    assert texts(rows[1].cells[0])[-1] == "ยังไม่ได้กรอกคะแนน"


def test_measures_of_an_indicator_share_its_cell_and_the_same_unit(many):
    rows = table_of(printed(many)).rows
    instrument, indicator, _, unit, first = rows[0].cells
    assert (instrument.rowspan, indicator.rowspan, unit.rowspan) == (7, 3, 3)
    assert [len(row.cells) for row in rows[:3]] == [5, 2, 2]
    assert texts(first) == ["-"]
    assert texts(rows[1].cells[-1]) == ["ทำแล้ว"]


def test_an_indicator_without_a_measure_still_has_its_row(many):
    rows = table_of(printed(many)).rows
    assert [texts(cell) for cell in rows[3].cells[1:]] == [["-"], ["-"], ["-"]]


def test_a_measure_without_an_indicator_is_not_lost(data):
    stray = replace(data.measures[0], indicator=None)
    rows = table_of(printed(replace(data, measures=(stray, *data.measures[1:])))).rows
    assert [texts(cell)[0] for cell in rows[-1].cells[:2]] == ["-", "มาตรการอื่น"]


def test_title_and_head_are_on_every_page_and_the_lines_above_on_the_first(many):
    chosen = {"above_1": "ระดับคะแนน 5", "above_2": "รายงานของเดือนมีนาคม"}
    found = pages(printed(many, texts=chosen))
    assert len(found) > 2
    assert all(TITLE in page and "ผลการดำเนินงาน" in page for page in found)
    assert ["ระดับคะแนน 5" in page for page in found] == [True] + [False] * (len(found) - 1)
    assert ["รายงานของเดือน" in page for page in found] == [True] + [False] * (len(found) - 1)


def test_the_instrument_is_named_again_where_it_goes_on(many):
    found = pages(printed(many))
    assert all("IIT" in page for page in found[:2])


def test_lines_above_the_title_are_left_out_when_empty(data):
    assert printed(data).sections[0].opening == ()


def test_the_round_is_the_latest_reported_or_the_chosen_one(data):
    assert "(รอบ 12 เดือน)" in printed(data).title
    assert "(รอบ 6 เดือน)" in printed(data, round=6).title
    assert "(รอบ 6 เดือน)" in printed(replace(data, rounds=())).title
    only_six = tuple(report for report in data.rounds if report.months == 6)
    assert printed(replace(data, rounds=only_six)) == printed(data, round=6)
    assert table_of(printed(data, round=6)) != table_of(printed(data))


def test_obstacles_can_be_left_out(data):
    def whole(document):
        cells = (cell for row in table_of(document).rows for cell in row.cells)
        return "\n".join(text for cell in cells for text in texts(cell))

    assert "ปัญหาอุปสรรค :" in whole(printed(data))
    without = whole(printed(data, texts={"obstacles": ""}))
    assert "หมู่บ้านที่ 7" not in without


def test_lacking_names_measures_without_a_result(data):
    assert FORM.lacking(data) == []
    assert FORM.lacking(replace(data, rounds=data.rounds[:-1])) == [
        "มาตรการ ๑ รายการยังไม่มีผลการดำเนินงานรอบ ๑๒ เดือน"
    ]
    assert FORM.lacking(replace(data, measures=(), rounds=()))[-1] == "ยังไม่มีมาตรการ"


def test_word_has_the_lines_above_on_its_first_page_only(data):
    import docx

    made = docx.Document(BytesIO(render_docx(printed(data, texts={"above_1": "ระดับคะแนน 5"}))))
    first, rest = made.sections[0].first_page_header, made.sections[0].header
    assert ["ระดับคะแนน 5" in [p.text for p in head.paragraphs] for head in (first, rest)] == [
        True,
        False,
    ]
    assert all(any(TITLE in p.text for p in head.paragraphs) for head in (first, rest))
