"""The form ranking: order, numbers, signature."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pypdfium2
import pytest

from itadesk.model.assessment import Assessment
from itadesk.model.office import Digits, Office, OfficeKind
from itadesk.model.work import Measure
from itadesk.reports.content import Paragraph, Table, paragraphs
from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, form_of
from itadesk.reports.parts.numbering import listing
from itadesk.reports.pdf import render
from itadesk.scoring import score
from tests.helpers.seeds import seed
from tests.unit.scored import as_officials, assess, every

FORM = form_of("ranking")


def scored(data, scores=(), official=()):
    made = assess(data.catalogue, scores, official)
    return replace(data, assessment=made, result=score(data.catalogue, made))


def rows_of(data, **options):
    """Number, name, score and lines of each row, in Arabic digits unless told otherwise."""
    options.setdefault("digits", Digits.ARABIC)
    document = FORM.build(data, Options(**options))
    table = next(b for b in document.sections[0].blocks if isinstance(b, Table))
    return [
        tuple("\n".join(each.text for each in cell.blocks) for cell in row.cells)
        for row in table.rows
    ]


def text_of(document):
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def test_rows_rise_by_score_and_are_numbered_without_a_gap(data):
    rows = rows_of(data)
    assert [row[0] for row in rows] == [str(n) for n in range(1, 11)]
    scores = [float(row[2]) for row in rows]
    assert scores == sorted(scores)
    assert rows[0][1] == "การปรับปรุงการทำงาน"


def test_an_announced_figure_is_what_is_ranked(data):
    rows = rows_of(scored(data, every(data.catalogue, 90), {"7": "12.34"}))
    assert rows[0][1:3] == ("ประสิทธิภาพการสื่อสาร", "12.34")


def test_ties_stand_by_number_also_where_only_the_hundredths_agree(data):
    first, second = (one.name.text for one in list(data.catalogue.indicators)[:2])
    data = scored(data, official={"1": "80.004", "2": "80.001"})
    assert [row[1] for row in rows_of(data)[:2]] == [first, second]


def test_all_full_marks_stand_by_number(data):
    names = [indicator.name.text for indicator in data.catalogue.indicators]
    rows = rows_of(scored(data, every(data.catalogue, 100)))
    assert [row[1] for row in rows] == names
    assert {row[2] for row in rows} == {"100.00"}


def test_indicators_without_a_figure_come_last_as_a_dash(data):
    rows = rows_of(scored(data, {"e1": 50}))
    assert rows[0][2] == "50.00\n(ยังไม่ครบ)"
    assert [row[2] for row in rows[1:]] == ["-"] * 9
    assert rows[1][1] == next(data.catalogue.indicators).name.text


def test_activities_of_several_measures_are_numbered_through(data):
    measures = (
        Measure(indicator=1, title="โครงการแรก", activities="๑) ก\n๑.๑ ย่อย\n๒) ข"),
        Measure(indicator=1, activities="๑. ค\n๒.ง"),
        Measure(indicator=1, title="จ"),
        Measure(indicator=2, activities="๑. ลำพัง"),
    )
    lines = {row[1]: row[3] for row in rows_of(replace(data, measures=measures))}
    names = [indicator.name.text for indicator in data.catalogue.indicators]
    assert lines[names[0]] == "โครงการแรก\n1. ก\n1.1 ย่อย\n2. ข\n3. ค\n4. ง\n5. จ"
    assert lines[names[1]] == "ลำพัง"
    assert lines[names[2]] == "-"


def test_a_measure_of_no_indicator_is_not_lost(data):
    rows = rows_of(replace(data, measures=(Measure(issue=2, activities="ทำแผน"),)))
    assert rows[-1] == ("11", "มาตรการอื่น", "-", "ทำแผน")


@pytest.mark.parametrize(
    ("typed", "lead", "items"),
    [
        ("ก\nข", (), ["ก", "ข"]),
        ("หัวข้อ\n๑. ก\n๒. ข", ("หัวข้อ",), ["ก", "ข"]),
        ("- ก\n- ข", (), ["ก", "ข"]),
        ("๑.๑) ก\n๑.๒) ข", (), ["ก", "ข"]),
        ("๑. ก\n(๑) ย่อย\n๒. ข", (), ["ก", "ข"]),
        ("๑.๕ ล้านบาท", (), ["๑.๕ ล้านบาท"]),
        ("๑.๑ ก\n๑.๒ ข", (), ["ก", "ข"]),
        ("", (), []),
    ],
)
def test_typed_numbers_are_told_from_the_text(typed, lead, items):
    found = listing(typed)
    assert (found.lead, [item.text for item in found.items]) == (lead, items)


def signed(document):
    return [block for block in document.sections[0].blocks if isinstance(block, Paragraph)][-3:]


def test_the_signature_is_a_chain_with_the_last_row(data):
    blocks = FORM.build(data, Options()).sections[0].blocks
    table = next(block for block in blocks if isinstance(block, Table))
    after = blocks[blocks.index(table) + 1 :]
    assert [block.keep_with_next for block in after] == [True] * (len(after) - 1) + [False]
    assert all(p.keep_with_next for cell in table.rows[-1].cells for p in cell.blocks)
    word = docx.Document(BytesIO(render_docx(FORM.build(data, Options()))))
    below = word.element.body.findall(".//{*}tbl")[-1].getnext()
    assert docx.text.paragraph.Paragraph(below, word).paragraph_format.keep_with_next


def test_the_signature_is_never_alone_on_a_page(data):
    """However long the table is, a line that is not the signature stands above it."""
    seen = set()
    for count in range(8, 22):
        long = Measure(indicator=3, activities="\n".join(f"๑. งานที่ {n}" for n in range(count)))
        document = FORM.build(replace(data, measures=(long,)), Options())
        pdf = pypdfium2.PdfDocument(render(document))
        seen.add(len(pdf))
        text = pdf[len(pdf) - 1].get_textpage().get_text_range()
        pdf.close()
        assert text.index("หมายเหตุ") < text.index("ลงนาม") < text.index("นายก")
    assert len(seen) == 2


def test_an_empty_name_is_a_dotted_line_in_brackets(data):
    label, name, position = (line.text for line in signed(FORM.build(data, Options())))
    assert label.startswith("ลงนาม ....")
    assert name.strip("().") == ""
    assert (name[0], name[-1]) == ("(", ")")
    assert position == "นายกองค์การบริหารส่วนตำบลตัวอย่าง"


def test_the_name_has_one_pair_of_brackets_however_it_was_typed(data):
    for typed in ("นายทดสอบ ระบบ", "(นายทดสอบ ระบบ)"):
        document = FORM.build(data, Options(texts={"sign_name": typed, "sign_position": ""}))
        _, name, position = signed(document)
        assert name.text == "(นายทดสอบ ระบบ)"
        assert position.text.startswith("ตำแหน่ง ....")


@pytest.mark.parametrize(
    ("kind", "name", "head"),
    [
        (OfficeKind.MUNICIPALITY, "เทศบาลเมืองทดสอบ", "นายกเทศมนตรีเมืองทดสอบ"),
        (OfficeKind.PAO, "องค์การบริหารส่วนจังหวัดทดสอบ", "นายกองค์การบริหารส่วนจังหวัดทดสอบ"),
        (OfficeKind.PROVINCE, "จังหวัดทดสอบ", "ผู้ว่าราชการจังหวัดทดสอบ"),
        (OfficeKind.PROVINCE, "สำนักงานจังหวัดทดสอบ", "ผู้ว่าราชการจังหวัดทดสอบ"),
    ],
)
def test_the_position_is_that_of_the_head_of_the_office(data, kind, name, head):
    office = Office(name, kind, province="ทดสอบ")
    assert signed(FORM.build(replace(data, office=office), Options()))[-1].text == head


def test_an_empty_year_prints_and_says_what_is_missing(data):
    empty = Assessment(data.year, data.assessment.plan_year, data.assessment.catalogue_id)
    bare = replace(
        data, assessment=empty, result=score(data.catalogue, empty), measures=(), findings=()
    )
    assert [row[2:] for row in rows_of(bare)] == [("-", "-")] * 10
    assert FORM.lacking(bare)[-1] == "ยังไม่มีมาตรการ"
    assert len(FORM.lacking(bare)) == 4
    assert FORM.lacking(data) == []


def test_seed_001_comes_out_in_its_own_order_and_words(data):
    """But for the last two: a tie, which the seed has the other way round."""
    found = seed("001")
    official = as_officials(
        row["คะแนนที่ได้รับ"] for row in sorted(found["rows"], key=lambda row: row["indicator_no"])
    )
    measures = tuple(
        Measure(indicator=row["indicator_no"], activities="\n".join(row["มาตรการที่ต้องดำเนินการ"]))
        for row in found["rows"]
    )
    data = replace(scored(data, official=official), measures=measures)
    rows = rows_of(data, digits=Digits.THAI)
    wanted = [
        (row["คะแนนที่ได้รับ_text"], "\n".join(row["มาตรการที่ต้องดำเนินการ"])) for row in found["rows"]
    ]
    wanted[-2:] = reversed(wanted[-2:])
    assert [row[2:] for row in rows] == wanted
    heads = [cell.blocks[0].text for cell in table_head(data)]
    assert heads == found["columns"]


def table_head(data):
    document = FORM.build(data, Options())
    return next(b for b in document.sections[0].blocks if isinstance(b, Table)).head[0].cells
