"""The form unit-sheet: who gets which measures, room to write, what is known, where to sign."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest

from itadesk.model.office import Digits
from itadesk.model.work import Measure, RoundReport, RoundStatus, Step
from itadesk.reports.content import Table, paragraphs
from itadesk.reports.forms import Options, form_of
from itadesk.reports.pdf import render

FORM = form_of("unit-sheet")
ARABIC = Options(digits=Digits.ARABIC, round=6)


@pytest.fixture
def shared(data):
    """Three measures: of กองคลัง, of two units (one by a step), and of nobody."""
    measures = (
        Measure(1, 1, title="ก", units=("กองคลัง",)),
        Measure(2, 2, title="ข", units=("หน่วยใหม่",), steps=(Step("๑. ทำ", unit="กองคลัง"),)),
        Measure(3, 3, title="ค", responsible="ทุกส่วนราชการ"),
    )
    return replace(data, measures=measures, rounds=(), own_deadlines={})


def sheets(document):
    """(title, numbers of the measures) of each section."""
    found = []
    for section in document.sections:
        tables = [block for block in section.blocks if isinstance(block, Table)]
        rows = [row for table in tables for row in table.rows]
        found.append((section.running[0].text, [row.cells[0].blocks[0].text for row in rows]))
    return found


def cells_of(document):
    (table,) = (b for b in document.sections[0].blocks if isinstance(b, Table))
    return [["\n".join(each.text for each in c.blocks) for c in row.cells] for row in table.rows]


def test_every_unit_gets_its_share_and_what_is_nobodys_comes_last(shared):
    found = sheets(FORM.build(shared, ARABIC))
    assert [numbers for _, numbers in found] == [["1", "2"], ["2"], ["3"]]
    first, second, last = (title.split("\n")[1] for title, _ in found)
    assert first == "กองคลัง องค์การบริหารส่วนตำบลตัวอย่าง"
    assert second.startswith("หน่วยใหม่ ")
    assert last.startswith("มาตรการที่ยังไม่ระบุสำนัก/กอง ")


def test_one_unit_can_be_chosen(shared):
    options = replace(ARABIC, texts={"only": "กองคลัง"})
    assert [numbers for _, numbers in sheets(FORM.build(shared, options))] == [["1", "2"]]


def test_a_unit_without_measures_says_so(shared):
    for data, options in (
        (shared, replace(ARABIC, texts={"only": "กองช่าง"})),
        (replace(shared, measures=()), ARABIC),
    ):
        document = FORM.build(data, options)
        assert sheets(document)[0][1] == []
        assert "ยังไม่มีมาตรการในปีงบประมาณ พ.ศ. 2569" in [p.text for p in paragraphs(document)]


def test_cells_wait_for_the_hand_and_hold_what_is_known(shared):
    report = RoundReport(1, 6, "ทำแล้ว", "ดีขึ้น", Decimal(50), RoundStatus.DONE, "ภาพถ่าย", "ฝนตก")
    other = RoundReport(2, 12, "ของรอบอื่น")
    known, empty = cells_of(FORM.build(replace(shared, rounds=(report, other)), ARABIC))
    assert known[3:] == [
        *("ทำแล้ว", "ดีขึ้น", "50"),
        "☐ ยังไม่เริ่ม\n☐ อยู่ระหว่างดำเนินการ\n☑ แล้วเสร็จ\n☐ ยกเลิก",
        *("ภาพถ่าย", "ฝนตก"),
    ]
    boxes = "☐ ยังไม่เริ่ม\n☐ อยู่ระหว่างดำเนินการ\n☐ แล้วเสร็จ\n☐ ยกเลิก"
    assert empty[3:] == ["", "", "", boxes, "", ""]
    assert empty[1] == "ข\nขั้นตอน :\n๑. ทำ (กองคลัง)".replace("๑", "1")


@pytest.mark.parametrize(
    ("months", "day"), [(6, "31 มีนาคม 2569"), (12, "30 กันยายน 2569"), (9, "30 มิถุนายน 2569")]
)
def test_the_day_to_return_it_is_the_rounds(shared, months, day):
    document = FORM.build(shared, replace(ARABIC, round=months))
    text = "\n".join(each.text for each in paragraphs(document))
    assert f"แล้วส่งคืนสำนักปลัดภายในวันที่ {day}" in text
    assert f"(รอบ {months} เดือน)" in text


def test_places_to_sign_and_the_advice_can_be_left_out(shared):
    bare = {"reporter": "", "chief": "", "how": ""}
    text = "\n".join(p.text for p in paragraphs(FORM.build(shared, replace(ARABIC, texts=bare))))
    assert "ลงชื่อ" not in text
    assert "โปรดกรอก" not in text


def test_every_page_lies_on_its_side_and_bears_title_and_head(shared):
    many = tuple(
        Measure(n, n, title=f"มาตรการ {n}", steps=(Step("ทำ"),) * 6, units=("กองคลัง",))
        for n in range(1, 15)
    )
    pdf = pypdfium2.PdfDocument(render(FORM.build(replace(shared, measures=many), ARABIC)))
    texts = [page.get_textpage().get_text_range() for page in pdf]
    assert len(texts) > 3
    assert all(page.get_width() > page.get_height() for page in pdf)
    assert all("กองคลัง องค์การ" in text and "ผลผลิต" in text for text in texts)
    pdf.close()


def test_lacking_tells_of_measures_without_a_unit(shared, data):
    assert FORM.lacking(replace(data, measures=())) == ["ยังไม่มีมาตรการ"]
    assert FORM.lacking(replace(data, measures=(Measure(1, 1),))) == [
        "มาตรการ ๑ รายการยังไม่ระบุผู้รับผิดชอบ"
    ]
    assert FORM.lacking(shared) == []
