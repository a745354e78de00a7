"""The form oit-register: rows, bands, addresses, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pypdfium2
import pytest

from itadesk.model.office import Digits
from itadesk.model.oit import OitEntry
from itadesk.reports.content import Table, paragraphs
from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, form_of
from itadesk.reports.pdf import render
from tests.unit.scored import catalogue

FORM = form_of("oit-register")
LONG = "https://www.example.go.th/" + "2568/aEb-c_%E0%B8%81/" * 12


def of_year(data, year, *entries):
    return replace(data, catalogue=catalogue(year), oit=entries)


def table_of(data, digits=Digits.ARABIC):
    section = FORM.build(data, Options(digits=digits)).sections[0]
    return next(block for block in section.blocks if isinstance(block, Table))


def rows_of(data, digits=Digits.ARABIC):
    return [
        tuple("\n".join(each.text for each in cell.blocks) for cell in row.cells)
        for row in table_of(data, digits).rows
    ]


def bands(data):
    return [row[0] for row in rows_of(data) if len(row) == 1]


def text_of(document):
    return "\n".join(each.text for each in paragraphs(document))


def test_every_item_of_the_year_has_a_row_with_what_was_answered(data):
    rows = [row for row in rows_of(data) if len(row) > 1]
    assert [row[0] for row in rows] == [f"o{n}" for n in range(1, 29)]
    assert rows[11] == (
        "o12",
        "รายการการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ และความก้าวหน้าการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ",
        "มี",
        "https://www.example.go.th/procurement/2568/plan\n"
        "https://www.example.go.th/procurement/2568/progress",
        "กองคลัง",
        "26 มี.ค. 2568",
    )
    assert rows[10][2:4] == ("ไม่มี", f"คำอธิบาย : {data.oit[10].explanation}")


def test_an_item_that_nobody_answered_is_dashes(data):
    rows = rows_of(of_year(data, 2568))
    assert rows[1] == ("o1", "โครงสร้างและอำนาจหน้าที่", "-", "-", "-", "-")


def test_heads_are_the_six_of_the_register(data):
    heads = [cell.blocks[0].text for cell in table_of(data).head[0].cells]
    assert heads == ["ข้อ", "รายการข้อมูล", "มี/ไม่มี", "URL", "หน่วยงานรับผิดชอบ", "ตรวจล่าสุด"]


def test_sub_indicators_are_bands_where_their_items_are_known(data):
    found = bands(of_year(data, 2566))
    assert found[:3] == ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "9.1 ข้อมูลพื้นฐาน", "9.2 การบริหารงาน"]
    assert [each.split()[0] for each in found[1:6]] == ["9.1", "9.2", "9.3", "9.4", "9.5"]
    rows = [row[0] for row in rows_of(of_year(data, 2566))]
    assert rows[rows.index(found[2]) + 1] == "o11"
    assert bands(data) == ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต"]


def test_what_is_not_sure_says_so(data):
    assert bands(of_year(data, 2567))[0] == ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (การแบ่งข้อตามตัวชี้วัดยังไม่ยืนยัน)")
    names = {row[0]: row[1] for row in rows_of(of_year(data, 2569)) if len(row) > 1}
    assert names["o6"] == "(ยังไม่ทราบข้อความ)"
    assert names["o11"].endswith(" (ข้อความยังไม่ยืนยัน)")
    assert not names["o1"].endswith(")")


@pytest.mark.parametrize("digits", Digits)
@pytest.mark.parametrize("url", ["https://www.example.go.th/2568/๑", "a.local/9-๙", LONG])
def test_addresses_keep_the_digits_that_were_typed(data, digits, url):
    """In Thai and Arabic documents; what stands around them is converted."""
    rows = rows_of(of_year(data, 2568, OitEntry("o1", True, (url,), "ปี ๒๕๖๘ และ 2569")), digits)
    where, told = rows[1][3].split("\n")
    assert where == url
    assert told.endswith("ปี ๒๕๖๘ และ ๒๕๖๙" if digits is Digits.THAI else "ปี 2568 และ 2569")
    assert rows[1][0] == ("o๑" if digits is Digits.THAI else "o1")


def test_entries_that_the_year_does_not_know_are_not_lost(data):
    rows = rows_of(of_year(data, 2568, OitEntry("o43", True, ("example.go.th/old",))))
    assert rows[-2:] == [("รายการอื่น",), ("o43", "-", "มี", "example.go.th/old", "-", "-")]


def test_totals_count_the_items_of_the_year(data):
    entries = (OitEntry("o1", True), OitEntry("o2", False), OitEntry("o43", True))
    document = FORM.build(of_year(data, 2568, *entries), Options(digits=Digits.ARABIC))
    assert "ทั้งหมด 28 ข้อ : มี 1 ข้อ ไม่มี 1 ข้อ ยังไม่ได้ตอบ 26 ข้อ" in text_of(document)
    document = FORM.build(data, Options(texts={"totals": ""}))
    assert "ยังไม่ได้ตอบ" not in text_of(document)


def test_lacking_names_items_without_an_answer_or_an_address(data):
    assert FORM.lacking(data) == []
    entries = (
        OitEntry("o1", True),
        OitEntry("o2", False),
        OitEntry("o3", None, ("example.go.th",)),
        *(OitEntry(f"o{n}", True, ("example.go.th",)) for n in range(4, 28)),
        OitEntry("o43"),
    )
    assert FORM.lacking(of_year(data, 2568, *entries)) == [
        "ยังไม่ได้ตอบมีหรือไม่มี ๒ ข้อ (o๓ o๒๘)",
        "ตอบว่ามี แต่ยังไม่ได้กรอก URL ๑ ข้อ (o๑)",
    ]
    assert FORM.lacking(of_year(data, 2568)) == ["ยังไม่ได้ตอบมีหรือไม่มี ๒๘ ข้อ (o๑ o๒ o๓ o๔ o๕ …)"]


def pages_of(document):
    pdf = pypdfium2.PdfDocument(render(document))
    texts = [page.get_textpage().get_text_range() for page in pdf]
    sizes = {page.get_size() for page in pdf}
    pdf.close()
    return texts, sizes


def test_pages_lie_on_their_side_and_bear_the_head(data):
    texts, sizes = pages_of(FORM.build(data, Options()))
    assert len(texts) == 3
    assert all(width > height for width, height in sizes)
    assert all("รายการข้อมูล" in text and "ตรวจล่าสุด" in text for text in texts)


def test_a_band_is_never_the_last_row_of_a_page(data):
    """However many lines stand above it."""
    seen = set()
    for count in range(12):
        entry = OitEntry("o1", explanation="\n".join("ก" * (count + 1)))
        document = FORM.build(of_year(data, 2566, entry), Options(digits=Digits.ARABIC))
        texts, _ = pages_of(document)
        names = bands(of_year(data, 2566))
        for text in texts:
            last = text.strip().splitlines()[-1]
            assert last not in names
            seen.add(any(line in names for line in text.splitlines()[1:4]))
    assert seen == {True, False}


def test_a_long_address_comes_out_whole_in_pdf_and_word(data):
    entry = OitEntry("o1", True, (LONG,), "", "กองคลัง", date(2025, 3, 31))
    document = FORM.build(of_year(data, 2568, entry), Options())
    texts, _ = pages_of(document)
    assert LONG in "".join("".join(texts).split())
    word = docx.Document(BytesIO(render_docx(document)))
    assert word.tables[0].cell(2, 3).text == LONG
    assert len(word.tables[0].rows) == 1 + 2 + 28
