"""The form summary: one page with score, chart, weakest questions and measures by status."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from db.opening import open_store
from itadesk.model.office import Digits
from itadesk.reports.content import Bars, Document, Table, paragraphs
from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, form_of
from itadesk.reports.pdf import render
from itadesk.services.scores import ScoreEntry, record_scores
from itadesk.services.years import load_year, start_year

FORM = form_of("summary")


def printed(data) -> Document:
    return FORM.build(data, Options(digits=Digits.ARABIC))


def text_of(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def chart_of(document: Document) -> Bars:
    return next(block for block in document.sections[0].blocks if isinstance(block, Bars))


def tables(document: Document) -> list[Table]:
    return [block for block in document.sections[0].blocks if isinstance(block, Table)]


def cell_texts(row) -> list[str]:
    return [" ".join(block.text for block in cell.blocks) for cell in row.cells]


def entered(**scores):
    store = open_store(None)
    start_year(store, 2568)
    record_scores(store, 2568, [ScoreEntry(code, value) for code, value in scores.items()])
    found = load_year(store, 2568)
    store.close()
    return found


@pytest.mark.parametrize("digits", list(Digits))
def test_it_is_one_page(data, digits):
    pdf = pypdfium2.PdfDocument(render(FORM.build(data, Options(digits=digits))))
    assert len(pdf) == 1
    pdf.close()


def test_an_empty_year_is_one_page_too():
    document = printed(entered())
    pdf = pypdfium2.PdfDocument(render(document))
    assert len(pdf) == 1
    pdf.close()
    assert cell_texts(tables(document)[0].rows[0]) == [
        "คะแนนภาพรวม -",
        "ระดับผลการประเมิน -",
        "เทียบกับปี 2567 - ยังไม่มีผลของปี 2567",
    ]
    assert "ยังไม่ได้กรอกคะแนนรายข้อ" in text_of(document)
    assert all(bar.value is None for bar in chart_of(document).bars)


def test_score_level_and_change_stand_at_the_top(data):
    assert cell_texts(tables(printed(data))[0].rows[0]) == [
        "คะแนนภาพรวม 92.17",
        "ระดับผลการประเมิน ผ่านดี ผ่านเกณฑ์",
        "เทียบกับปี 2567 +2.90 ปี 2567 ได้ 89.27 ผ่านดี",
    ]


def test_an_incomplete_score_is_marked_and_not_compared(data):
    found = entered(i1="100", e1="100", o1="100")
    boxes = cell_texts(tables(printed(replace(found, neighbours=data.neighbours)))[0].rows[0])
    assert boxes[0] == "คะแนนภาพรวม 100.00 ยังไม่ครบ"
    assert boxes[2].startswith("เทียบกับปี 2567 - ปี 2567 ได้ 89.27")


def test_the_chart_has_instruments_parts_and_indicators_with_signs(data):
    chart = chart_of(printed(data))
    assert [bar.label.text for bar in chart.bars] == [
        "IIT", "1. การปฏิบัติหน้าที่", "2. การใช้งบประมาณ", "3. การใช้อำนาจ",
        "4. การใช้ทรัพย์สินของราชการ", "5. การแก้ไขปัญหาการทุจริต",
        "EIT", "EIT ส่วนที่ 1", "EIT ส่วนที่ 2", "6. คุณภาพการดำเนินงาน",
        "7. ประสิทธิภาพการสื่อสาร", "8. การปรับปรุงการทำงาน",
        "OIT", "9. การเปิดเผยข้อมูล", "10. การป้องกันการทุจริต",
    ]  # fmt: skip
    assert chart.mark == 85
    assert {bar.note.text.split()[0] for bar in chart.bars} == {"●"}
    signs = [bar.note.text for bar in chart_of(printed(entered(i1="100", i4="60"))).bars[1:3]]
    assert signs == ["✓ 100.00 ยังไม่ครบ", "▲ 60.00 ยังไม่ครบ"]


def test_the_weakest_questions_rise_and_ties_left_out_are_counted(data):
    rows = [cell_texts(row) for row in tables(printed(data))[1].rows]
    assert [(row[0], row[2]) for row in rows] == [
        ("o11", "0.00"),
        ("o24", "0.00"),
        ("e7", "84.05"),
        ("e6", "85.73"),
        ("e8", "86.95"),
    ]
    zeros = entered(**{f"o{n}": "0" for n in range(1, 9)})
    rows = [cell_texts(row) for row in tables(printed(zeros))[1].rows]
    assert len(rows) == 6
    assert rows[-1] == ["และอีก 3 ข้อที่ได้ 0.00 คะแนนเท่ากัน"]


def test_full_marks_everywhere_are_said(data):
    assert "ทุกข้อที่กรอกแล้วได้คะแนนเต็ม" in text_of(printed(entered(i1="100")))
    assert "ทุกข้อที่กรอกแล้ว" not in text_of(printed(data))


def test_measures_are_counted_by_status(data):
    table = tables(printed(data))[-1]
    heads, counts = cell_texts(table.head[0]), cell_texts(table.rows[0])
    assert dict(zip(heads, counts, strict=True)) == {
        "ทั้งหมด": "10",
        "แล้วเสร็จ": "9",
        "อยู่ระหว่างดำเนินการ": "1",
        "ยังไม่เริ่ม": "0",
        "ยกเลิก": "0",
        "ยังไม่ระบุสถานะ": "0",
    }
    silent = tables(printed(replace(data, rounds=())))[-1]
    assert cell_texts(silent.rows[0]) == ["10", "0", "0", "0", "0", "10"]


def test_word_has_the_chart_as_a_picture_that_tells_its_figures(data):
    import docx

    content = printed(data)
    first, second = render_docx(content), render_docx(content)
    assert first == second
    word = docx.Document(BytesIO(first))
    (shape,) = word.inline_shapes
    told = shape._inline.docPr.get("descr")
    assert "1. การปฏิบัติหน้าที่ ● 97.92" in told
    assert round(shape.width.cm, 1) == 16.5


def test_lacking_is_about_scores(data):
    assert FORM.lacking(data) == []
    assert FORM.lacking(entered(i1="90"))[0] == "ยังไม่ได้กรอกคะแนน IIT ๑๔ ข้อ"
