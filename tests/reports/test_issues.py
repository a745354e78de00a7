"""The form issues: cover, questions, weak points, plan, strengths, limitations."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from itadesk.issues import grouped, issue_facts
from itadesk.model.office import Digits, Thresholds, WeakRule
from itadesk.model.work import Finding, Measure, Step
from itadesk.reports.content import PageBreak, Table, paragraphs
from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, form_of
from itadesk.reports.pdf import render
from itadesk.scoring import score
from tests.unit.scored import assess, catalogue, every

FORM = form_of("issues")
SUGGESTED = "ใช้การจัดกลุ่มข้อคำถามที่โปรแกรมเสนอ โปรดตรวจสอบ"


def scored(data, scores=(), official=(), rating=None):
    made = assess(data.catalogue, scores, official, rating)
    return replace(data, assessment=made, result=score(data.catalogue, made))


def with_threshold(data, below=95, keep=100):
    rule = Thresholds(keep=Decimal(keep), weak_rule=WeakRule.THRESHOLD, weak_below=Decimal(below))
    return replace(data, settings=replace(data.settings, thresholds=rule))


def blocks_of(data, **options):
    options.setdefault("digits", Digits.ARABIC)
    return FORM.build(data, Options(**options)).sections[0].blocks


def issue_blocks(data, number):
    """The blocks of one issue, after its heading."""
    blocks = blocks_of(data)
    heads = [at for at, b in enumerate(blocks) if getattr(b, "outline", None) == 2]
    at = next(at for at in heads if blocks[at].text.startswith(f"ประเด็นที่ {number} "))
    end = next(after for after in heads if after > at)
    return blocks[at + 1 : end]


def lines_of(blocks):
    return [block.text for block in blocks if hasattr(block, "text")]


def tables_of(blocks):
    return [block for block in blocks if isinstance(block, Table)]


def text_of(document):
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def grid(table):
    """First lines of the cells of each row, with their row spans."""
    return [[(cell.blocks[0].text, cell.rowspan) for cell in row.cells] for row in table.rows]


def weak_in(table):
    """The codes that begin the cells of the third column, merged cells before it or not."""
    texts = [text for row in grid(table) for text, _ in row]
    return [found[1] for text in texts if (found := re.match(r"([ieo]\d+) ", text))]


def test_the_cover_has_title_office_overall_and_level(data):
    blocks = blocks_of(data)
    cover = blocks[: next(at for at, b in enumerate(blocks) if isinstance(b, PageBreak))]
    title, *lines = [block.text for block in cover]
    assert title.endswith("องค์การบริหารส่วนตำบลตัวอย่าง\nประจำปีงบประมาณ พ.ศ. 2568")
    assert lines == [
        "คะแนนภาพรวมขององค์การบริหารส่วนตำบลตัวอย่าง : 92.17 คะแนน",
        "ระดับผลการประเมิน : “ผ่านดี”",
    ]


def test_an_incomplete_result_has_no_level_on_the_cover(data):
    lines = lines_of(blocks_of(scored(data, {"i1": 90})))
    assert lines[1:3] == [
        "คะแนนภาพรวมขององค์การบริหารส่วนตำบลตัวอย่าง : - คะแนน",
        "ระดับผลการประเมิน : “ยังไม่ครบ”",
    ]


def test_the_announced_overall_is_what_the_cover_prints(data):
    lines = lines_of(blocks_of(scored(data, official={"overall": 96.52}, rating="ผ่านดี")))
    assert "96.52" in lines[1]
    assert "ผ่านดี" in lines[2]


def test_issues_follow_one_another_without_a_gap(data):
    heads = [line for line in lines_of(blocks_of(data)) if re.match(r"ประเด็นที่ \d ", line)]
    assert [line.split()[1] for line in heads] == list("1234567")


def test_weak_questions_are_starred_and_stand_in_the_table(data):
    blocks = issue_blocks(data, 1)
    questions, points = tables_of(blocks)
    codes = [row.cells[0].blocks[0].text for row in questions.rows]
    assert codes == ["i1", "i2*", "i3", "e1", "e2*", "e3", "o5", "o6", "o7", "o8"]
    assert weak_in(points) == ["i2", "e2"]
    assert points.head[0].cells[0].colspan == 5
    assert [cell.blocks[0].text for cell in points.head[1].cells] == [
        "แบบวัด", "ตัวชี้วัด", "ข้อคำถาม", "คะแนน", "การวิเคราะห์",
    ]  # fmt: skip
    assert "* ข้อคำถามที่เป็นจุดอ่อน" in lines_of(blocks)


def test_instrument_indicator_and_analysis_are_merged_where_they_are_the_same(data):
    data = with_threshold(scored(data, every(data.catalogue, 90)))
    findings = (
        Finding(issue=1, codes=("i1", "i2"), cause="เรื่องขั้นตอน"),
        Finding(issue=1, codes=("i3",), cause="เรื่องสินบน"),
        Finding(indicator=6, cause="เรื่องบริการ"),
    )
    _, points = tables_of(issue_blocks(replace(data, findings=findings), 1))
    rows = grid(points)[:6]
    assert [row[0] for row in rows if len(row) == 5] == [("IIT", 3), ("EIT", 3)]
    assert rows[0][1] == ("ตัวชี้วัดที่ 1", 3)
    assert [row[-1] for row in rows] == [
        ("เรื่องขั้นตอน", 2),
        ("90.00", 1),
        ("เรื่องสินบน", 1),
        ("เรื่องบริการ", 3),
        ("90.00", 1),
        ("90.00", 1),
    ]


def test_the_same_words_of_two_indicators_are_not_merged(data):
    data = with_threshold(scored(data, every(data.catalogue, 90)))
    _, points = tables_of(issue_blocks(replace(data, findings=()), 1))
    spans = [row[-1][1] for row in grid(points) if row[-1][0] == "-"]
    assert spans == [3, 3, 4]  # indicators 1, 6 and 9


def test_what_was_written_once_about_two_indicators_is_printed_once(data):
    data = with_threshold(scored(data, every(data.catalogue, 90)))
    shared = Finding(issue=1, cause="เรื่องเดียวกัน")
    _, points = tables_of(issue_blocks(replace(data, findings=(shared,)), 1))
    assert [cell for row in grid(points) for cell in row if "เดียวกัน" in cell[0]] == [
        ("เรื่องเดียวกัน", 10)
    ]


def test_the_offices_rule_says_what_is_weak_and_the_head_says_which_rule(data):
    assert "(ข้อคำถามที่ได้คะแนนน้อยที่สุดของแต่ละตัวชี้วัด)" in "".join(lines_of(issue_blocks(data, 1)))
    blocks = issue_blocks(with_threshold(data, 98), 1)
    assert "(ข้อคำถามที่ได้คะแนนน้อยกว่า 98 คะแนน)" in "".join(lines_of(blocks))
    assert weak_in(tables_of(blocks)[1]) == ["i2", "e1", "e2"]


def test_a_conclusion_of_the_office_wins_over_the_one_from_the_data(data):
    assert any(
        "มีข้อคำถามที่เป็นจุดอ่อน 2 ข้อ ได้แก่ ข้อ i2 (95.63 คะแนน) และข้อ e2 (89.20 คะแนน)" in line
        for line in lines_of(issue_blocks(data, 1))
    )
    own = Finding(issue=1, conclusion="สรุปของเรา")
    lines = lines_of(issue_blocks(replace(data, findings=(*data.findings, own)), 1))
    assert "สรุปของเรา" in lines
    assert not any("ได้แก่" in line for line in lines)


def test_the_plan_has_four_heads_and_numbers_without_a_gap(data):
    lines = lines_of(issue_blocks(data, 1))
    heads = [line for line in lines if re.match(r"\d\) ", line)]
    assert heads == [
        "1) วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ",
        "2) การกำหนดผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง",
        "3) การกำหนดขั้นตอนหรือวิธีการปฏิบัติ",
        "4) ระยะเวลาดำเนินการ 1 ตุลาคม 2568 – 30 กันยายน 2569",
    ]
    for part, count in (("1", 4), ("3", 7)):
        numbers = [found[1] for line in lines if (found := re.match(rf"{part}\.(\d+)\) ", line))]
        assert numbers == [str(n) for n in range(1, count + 1)]


def test_who_does_what_is_told_where_units_differ(data):
    lines = lines_of(issue_blocks(data, 1))
    assert "- สำนักปลัด (ข้อ 1.1–1.2)" in lines
    assert "- สำนักปลัด กองคลัง กองช่าง (ข้อ 1.3–1.4)" in lines
    assert "- สำนักปลัด" in lines_of(issue_blocks(data, 6))


def test_a_dash_that_was_typed_is_not_printed_twice(data):
    own = [replace(each, units=(), responsible="- ทุกส่วนราชการ") for each in data.measures]
    lines = lines_of(issue_blocks(replace(data, measures=tuple(own)), 1))
    assert "- ทุกส่วนราชการ" in lines


def test_periods_that_differ_stand_one_below_the_other(data):
    first, *rest = data.measures
    changed = replace(first, end=date(2025, 12, 31), period_text="ทุกเดือน")
    lines = lines_of(issue_blocks(replace(data, measures=(changed, *rest)), 1))
    assert lines[-3:] == [
        "4) ระยะเวลาดำเนินการ",
        "- 1 ตุลาคม 2568 – 31 ธันวาคม 2568 ทุกเดือน (ข้อ 1.1–1.2)",
        "- 1 ตุลาคม 2568 – 30 กันยายน 2569 (ข้อ 1.3–1.4)",
    ]


def test_measures_of_the_issue_go_before_those_of_its_indicators(data):
    own = Measure(issue=6, title="ชื่อโครงการ", activities="๑. หนึ่ง", steps=(Step("ทำ"),))
    facts = issue_facts(grouped(replace(data, measures=(own,))))
    assert [len(each.measures) for each in facts] == [0, 0, 0, 0, 0, 1, 0]
    lines = lines_of(issue_blocks(replace(data, measures=(own,)), 6))
    at = lines.index("ชื่อโครงการ")
    assert lines[at + 1] == "1.1) หนึ่ง"


def test_no_measure_is_lost_and_none_is_put_where_it_is_not_weak(data):
    full = scored(data, every(data.catalogue, 100))
    extra = (*data.measures, Measure(activities="ไม่มีที่อยู่"), Measure(issue=99, activities="หลง"))
    text = text_of(FORM.build(replace(full, measures=extra), Options()))
    for measure in extra:
        for line in measure.activities.split("\n"):
            assert text.count(line.split(". ")[-1]) >= 1, line
    assert "มาตรการอื่น" in text
    assert "มาตรการ ๒ รายการไม่ได้ระบุประเด็นหรือตัวชี้วัด" in FORM.lacking(replace(full, measures=extra))


def test_all_full_marks_are_strengths_and_no_weak_point_is_named(data):
    full = scored(data, every(data.catalogue, 100))
    document = FORM.build(replace(full, measures=(), findings=()), Options(digits=Digits.ARABIC))
    text = text_of(document)
    assert "*" not in text.replace("ผู้บังคับบัญชา*", "")
    assert text.count("ไม่พบข้อคำถามที่เป็นจุดอ่อน") == 7
    assert "1) วิธีการ" not in text
    strengths = tables_of(document.sections[0].blocks)[-1]
    assert [row[2][0] for row in grid(strengths)] == ["100.00"] * 10
    assert "มี 52 ข้อ ได้แก่ i1–i15 e1–e9 o1–o28" in text


def test_strengths_follow_the_threshold_too(data):
    blocks = blocks_of(with_threshold(data, 96))
    head = next(line for line in lines_of(blocks) if "จุดแข็งที่ต้องรักษาไว้" in line)
    assert head.endswith("(ตัวชี้วัดที่ได้ตั้งแต่ 96 คะแนนขึ้นไป)")
    table = tables_of(blocks)[-1]
    assert [row.cells[1].blocks[0].text.split()[1] for row in table.rows] == ["1", "2", "3"]


def test_no_strength_is_said_in_words(data):
    assert any("ยังไม่มีตัวชี้วัดใดได้คะแนนถึงเกณฑ์ข้างต้น" in line for line in lines_of(blocks_of(data)))


def test_missing_scores_are_not_taken_for_the_absence_of_weak_points(data):
    empty = scored(data)
    text = text_of(FORM.build(empty, Options()))
    assert text.count("จึงยังสรุปจุดอ่อนของประเด็นนี้ไม่ได้") == 7
    assert "ไม่พบข้อคำถามที่เป็นจุดอ่อน" not in text
    assert "ยังไม่มีคะแนนรายข้อ ๑๐ ข้อ" in text


def test_no_measures_leave_no_hole(data):
    lines = lines_of(issue_blocks(replace(data, measures=()), 4))
    assert [line for line in lines if line.endswith("ยังไม่ได้กำหนด")] == [
        "1) วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ ยังไม่ได้กำหนด",
        "2) การกำหนดผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง ยังไม่ได้กำหนด",
        "3) การกำหนดขั้นตอนหรือวิธีการปฏิบัติ ยังไม่ได้กำหนด",
        "4) ระยะเวลาดำเนินการ ยังไม่ได้กำหนด",
    ]
    assert "ยังไม่มีมาตรการ ประเด็นที่ ๑ ๒ ๓ ๔ ๕ ๖ ๗" in FORM.lacking(replace(data, measures=()))


def test_limitations_are_numbered_anew(data):
    limits = ("๑. คนน้อย", "๓) เงินน้อย", "2.5 ล้านบาทไม่พอ")
    lines = lines_of(blocks_of(replace(data, limitations=limits)))
    assert lines[-3:] == ["1) คนน้อย", "2) เงินน้อย", "3) 2.5 ล้านบาทไม่พอ"]
    bare = replace(data, limitations=())
    assert lines_of(blocks_of(bare))[-1] == "-ไม่มี"
    assert "ยังไม่ได้กรอกข้อจำกัดของหน่วยงาน" in FORM.lacking(bare)


def test_lacking_says_that_the_grouping_is_a_suggestion(data):
    assert FORM.lacking(data) == [SUGGESTED]
    own = replace(data, catalogue=grouped(data).catalogue)
    assert FORM.lacking(own) == []
    assert blocks_of(own) == blocks_of(data)


def test_lacking_names_issues_without_an_analysis(data):
    findings = tuple(f for f in data.findings if f.indicator != 4)
    assert FORM.lacking(replace(data, findings=findings))[1:] == [
        "ยังไม่ได้เขียนผลการวิเคราะห์ ประเด็นที่ ๔"
    ]


def test_a_grouping_of_its_own_is_used_as_it_is(data):
    """A question in several issues is weak in all of them and analysed in all of them."""
    data = replace(data, catalogue=catalogue(2566), measures=(), findings=())
    data = with_threshold(scored(data, {"e1": 89.92, "e2": 91.11, "e3": 90.52, "e4": 99}))
    data = replace(data, findings=(Finding(issue=1, codes=("e1", "e2", "e3"), cause="ล่าช้า"),))
    for number in (1, 2):
        _, points = tables_of(issue_blocks(data, number))
        assert [row[-1] for row in grid(points)] == [("ล่าช้า", 3), ("91.11", 1), ("90.52", 1)]
    assert SUGGESTED not in FORM.lacking(data)


@pytest.mark.parametrize("thai", [True, False])
def test_digits_follow_the_choice(data, thai):
    digits = Digits.THAI if thai else Digits.ARABIC
    text = text_of(FORM.build(data, Options(digits=digits)))
    assert ("ประเด็นที่ ๑ " in text) is thai
    assert not re.search("[0-9]" if thai else "[๐-๙]", text)


def test_pdf_and_word_come_out_of_the_same_content(data):
    document = FORM.build(data, Options())
    assert render(document).startswith(b"%PDF")
    assert render_docx(document).startswith(b"PK")
