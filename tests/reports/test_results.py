"""The form results: score before and after, rules, weak points, what came of the measures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from db.opening import open_store
from itadesk.comparison import change, overall_of, signed
from itadesk.model.office import Digits, Office, OfficeKind
from itadesk.model.work import Measure, RoundReport, Step
from itadesk.reports.content import Document, Paragraph, Table, paragraphs
from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, form_of
from itadesk.reports.parts.rating_table import level_rule
from itadesk.services.measures import save_measure
from itadesk.services.office import save_limitations, save_office, save_round_report
from itadesk.services.scores import (
    ScoreEntry,
    record_official,
    record_rating,
    record_score,
    record_scores,
    save_result_head,
)
from itadesk.services.years import load_year, start_year
from itadesk.thai.digits import to_arabic
from tests.helpers.seeds import seed

FORM = form_of("results")
COLUMNS = [
    "มาตรการ/โครงการ/กิจกรรม",
    "ขั้นตอน/วิธีการปฏิบัติ",
    "ช่วงระยะเวลาในการดำเนินการ",
    "ผู้รับผิดชอบ",
    "ผลการดำเนินการ (output)",
    "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)",
]


@pytest.fixture
def data(data):
    """The sample year with the form's own pages alone."""
    texts = {key: text for key, text in data.texts.items() if not key[1].startswith("with_")}
    return replace(data, texts=texts)


def printed(data, **options) -> Document:
    return FORM.build(data, Options(digits=Digits.ARABIC, **options))


def text_of(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def tables(document: Document) -> list[Table]:
    return [b for section in document.sections for b in section.blocks if isinstance(b, Table)]


def cell_texts(row) -> list[str]:
    return ["\n".join(block.text for block in cell.blocks) for cell in row.cells]


def plain(document: Document) -> list[str]:
    """Paragraphs of the pages before the results, outside tables."""
    return [b.text for b in document.sections[0].blocks if isinstance(b, Paragraph)]


def years(*overall: tuple[int, str]):
    """A store with announced overall scores only."""
    store = open_store(None)
    for year, value in overall:
        start_year(store, year)
        record_official(store, year, "overall", value)
    return store


def test_the_score_stands_with_its_change_and_level(data):
    assert (
        "ได้คะแนนภาพรวม 92.17 คะแนน เพิ่มขึ้นจากปีที่ผ่านมา +2.90 อยู่ในระดับการประเมิน “ผ่านดี” การประเมิน"
        in text_of(printed(data))
    )


def test_without_the_year_before_nothing_is_said_of_a_change(data):
    text = text_of(printed(replace(data, neighbours={})))
    assert "ได้คะแนนภาพรวม 92.17 คะแนน อยู่ในระดับ" in text
    assert "ปีที่ผ่านมา" not in text


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("88.61", "เพิ่มขึ้นจากปีที่ผ่านมา +2.62"),
        ("92.43", "ลดลงจากปีที่ผ่านมา -1.20"),
        ("91.23", "เท่ากับปีที่ผ่านมา"),
    ],
)
def test_a_change_has_its_sign(before, said):
    with_years = years((2566, before), (2567, "91.23"))
    assert said in text_of(printed(load_year(with_years, 2567)))
    with_years.close()


def test_the_following_year_is_told_once_it_is_in_the_file():
    store = years((2567, "91.23"))
    assert "หลังดำเนินการตามมาตรการ" not in text_of(printed(load_year(store, 2567)))
    start_year(store, 2568)
    assert "หลังดำเนินการตามมาตรการ" not in text_of(printed(load_year(store, 2567)))
    record_official(store, 2568, "overall", "95.40")
    record_rating(store, 2568, "ผ่านดี")
    text = text_of(printed(load_year(store, 2567)))
    assert "ได้คะแนนภาพรวม 95.40 คะแนน เพิ่มขึ้นจากปีที่ผ่านมา +4.17 อยู่ในระดับ" in text
    assert "ระดับการประเมิน “ผ่านดี”" in text
    store.close()


def test_an_incomplete_score_says_so_and_is_not_compared(data):
    store = years((2567, "90"))
    start_year(store, 2568)
    record_scores(store, 2568, [ScoreEntry(code, "100") for code in ("i1", "e1", "o1")])
    found = load_year(store, 2568)
    text = text_of(printed(found))
    assert "100.00 (ยังไม่ครบ)" in text
    assert "ปีที่ผ่านมา" not in text
    assert change(overall_of(found, 2567), overall_of(found, 2568)) is None
    store.close()
    assert signed(change(overall_of(data, 2567), overall_of(data, 2568))) == "+2.90"


def test_a_year_without_scores_is_printed_and_says_what_it_lacks():
    store = open_store(None)
    start_year(store, 2568)
    found = load_year(store, 2568)
    text = text_of(printed(found))
    assert "ยังไม่มีคะแนนภาพรวมของปีงบประมาณ พ.ศ. 2568" in text
    assert text.count("ยังไม่ได้กรอกคะแนน") == 3
    assert "ไม่มีตัวชี้วัดที่ต้องแก้ไข" not in text
    assert FORM.lacking(found)[-2:] == ["ยังไม่มีมาตรการ", "ยังไม่ได้กรอกข้อจำกัดของหน่วยงาน"]
    store.close()


def test_levels_have_the_bounds_of_the_rules(data):
    store = years((2565, "80"))
    old, new = load_year(store, 2565).catalogue.rating.levels, data.catalogue.rating.levels
    store.close()
    assert [level_rule(old, place).removeprefix("คะแนนภาพรวม ") for place in range(7)] == [
        "95–100 คะแนน",
        "85–94.99 คะแนน",
        "75–84.99 คะแนน",
        "65–74.99 คะแนน",
        "55–64.99 คะแนน",
        "50–54.99 คะแนน",
        "0–49.99 คะแนน",
    ]
    assert [level_rule(new, place) for place in range(5)] == [
        "คะแนนภาพรวมและคะแนนทุกเครื่องมือตั้งแต่ 95 คะแนนขึ้นไป",
        "คะแนนภาพรวมและคะแนนทุกเครื่องมือตั้งแต่ 85 คะแนนขึ้นไป",
        "คะแนนภาพรวมตั้งแต่ 85 คะแนนขึ้นไป แต่มีบางเครื่องมือต่ำกว่า 85 คะแนน",
        "คะแนนภาพรวม 70–84.99 คะแนน",
        "คะแนนภาพรวม 0–69.99 คะแนน",
    ]


def test_one_rule_is_one_table_and_two_stand_side_by_side():
    store = years((2565, "84.20"), (2566, "81"), (2567, "90"))
    two = tables(printed(load_year(store, 2566)))[0]
    one = tables(printed(load_year(store, 2567)))[0]
    store.close()
    assert [cell.blocks[0].text for cell in two.head[0].cells] == [
        "Rating Score เดิม",
        "Rating Score ใหม่",
    ]
    assert len(two.widths) == 4
    area = sum(cell.rowspan * cell.colspan for row in two.rows for cell in row.cells)
    assert area == 4 * len(two.rows)
    assert [row.cells[0].blocks[0].text for row in one.rows][-1] == "ต้องปรับปรุงโดยด่วน"
    assert sum(cell.rowspan for row in one.rows for cell in row.cells) == 3 * len(one.rows)


def test_each_part_of_the_outer_survey_has_its_own_weak_points(data):
    lines = plain(printed(data))
    assert "2.1 EIT ส่วนที่ 1 (ได้คะแนน 90.08)" in lines
    assert "2.2 EIT ส่วนที่ 2 (ได้คะแนน 88.44)" in lines
    weak = [line for line in lines if " ข้อ " in line and " คะแนน " in line and line[0].isdigit()]
    assert [(line.split()[0], line.split()[2], line.split()[-1]) for line in weak] == [
        ("2.1.1", "e7", "84.50"),
        ("2.2.1", "e7", "83.60"),
        ("3.1", "o11", "0.00"),
        ("3.2", "o24", "0.00"),
    ]
    assert "แบบวัด IIT ไม่มีตัวชี้วัดใดต้องแก้ไขโดยเร่งด่วน" in lines


def test_urgent_indicators_come_with_their_questions_numbered_through():
    store = open_store(None)
    start_year(store, 2568)
    low = {"i1": "80", "i2": "90", "i3": "60", "i4": "84.99", "i5": "85", "i6": "99"}
    record_scores(store, 2568, [ScoreEntry(code, value) for code, value in low.items()])
    lines = plain(printed(load_year(store, 2568)))
    store.close()
    lead = next(line for line in lines if line.startswith("แบบวัด IIT"))
    assert lead.endswith("1 ตัวชี้วัด คือ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (76.67) (คะแนนยังไม่ครบ)")
    items = [line.split()[:3] for line in lines if line.startswith("1.") and " ข้อ " in line]
    assert items == [["1.1", "ข้อ", "i1"], ["1.2", "ข้อ", "i3"], ["1.3", "ข้อ", "i4"]]


def test_the_survey_is_one_when_scores_were_entered_without_parts():
    store = open_store(None)
    start_year(store, 2568)
    record_score(store, 2568, "e1", "90", 1)
    record_score(store, 2568, "e2", "80")
    lines = plain(printed(load_year(store, 2568)))
    store.close()
    assert not any("EIT ส่วนที่" in line for line in lines if line[0].isdigit())
    assert any(line.startswith("2.1 ข้อ e2 ") for line in lines)


def test_results_are_those_of_the_latest_round_or_of_the_chosen_one(data):
    by_round = {months: tables(printed(data, round=months))[-1] for months in (None, 6, 12)}
    assert cell_texts(by_round[None].head[0]) == COLUMNS
    assert by_round[None] == by_round[12] != by_round[6]
    reports = {r.measure_id: r for r in data.rounds if r.months == 6}
    for measure, row in zip(data.measures, by_round[6].rows, strict=True):
        cells = cell_texts(row)
        assert to_arabic(reports[measure.id].output) in cells[4]
        assert to_arabic(reports[measure.id].outcome) == cells[5]
    assert [cell_texts(row)[0].split(".")[0] for row in by_round[12].rows] == [
        str(number) for number in range(1, 11)
    ]


def test_the_results_lie_across_and_their_head_repeats(data):
    upright, across, last = printed(data).sections
    assert (upright.landscape, across.landscape, last.landscape) == (False, True, False)
    table = next(block for block in across.blocks if isinstance(block, Table))
    assert table.head


def test_word_numbers_every_page_but_the_cover(data):
    import docx

    made = docx.Document(BytesIO(render_docx(printed(data))))
    first = [section.first_page_header.paragraphs[0].text for section in made.sections]
    assert first == ["", "-  -", "-  -"]


def test_measures_without_a_report_have_a_dash_and_are_counted(data):
    silent = replace(data, rounds=data.rounds[:-1])
    assert cell_texts(tables(printed(silent))[-1].rows[-1])[4:] == ["-", "-"]
    assert FORM.lacking(silent) == ["มาตรการ ๑ รายการยังไม่มีผลการดำเนินงานรอบ ๑๒ เดือน"]
    bare = (*data.rounds[:-1], replace(data.rounds[-1], outcome=""))
    assert FORM.lacking(replace(data, rounds=bare)) == [
        "มาตรการ ๑ รายการยังไม่มีผลผลิตหรือผลลัพธ์รอบ ๑๒ เดือน"
    ]
    assert FORM.lacking(data) == []


def test_no_rounds_and_no_measures_are_said(data):
    none = replace(data, rounds=())
    assert "รอบ" not in "".join(b.text for b in printed(none).sections[1].blocks[:1])
    assert FORM.lacking(none) == ["ยังไม่ได้กรอกผลการดำเนินงานของมาตรการ"]
    assert "ยังไม่ได้กำหนดมาตรการ" in text_of(printed(replace(data, measures=(), rounds=())))


def test_the_author_stands_on_the_cover_when_there_is_one(data):
    assert "โดย งานวิเคราะห์นโยบายและแผน" in text_of(printed(data))
    assert "โดย " not in text_of(printed(replace(data, texts={}))).split("การรายงานผล")[0]
    assert "โดย กองช่าง" in text_of(printed(data, texts={"author": "โดย กองช่าง"}))


def test_the_day_of_the_announcement_is_told_when_known(data):
    told = replace(data, assessment=replace(data.assessment, announced_on="2025-08-18"))
    assert "ซึ่งประกาศเมื่อวันที่ 18 สิงหาคม 2568" in text_of(printed(told))


def test_limitations_are_numbered_anew(data):
    texts = ("๑) หนึ่ง", "๑) สอง", "สาม")
    lines = [b.text for b in printed(replace(data, limitations=texts)).sections[-1].blocks]
    assert lines[-3:] == ["1) หนึ่ง", "2) สอง", "3) สาม"]


def test_digits_are_thai_but_not_in_addresses(data):
    text = "\n".join(p.text for p in paragraphs(FORM.build(data, Options(digits=Digits.THAI))))
    assert "https://www.example.go.th/procurement/2569" in text
    assert "+๒.๙๐" in text


@pytest.fixture(scope="module")
def seed_004():
    given = seed("004")
    store = open_store(None)
    save_office(store, Office(given["agency"]["name_th"], OfficeKind(given["agency"]["kind"])))
    for result in given["results"]:
        start_year(store, result["year"])
        record_official(store, result["year"], "overall", str(result["overall"]))
        if result.get("rating_th"):
            record_rating(store, result["year"], result["rating_th"])
    year = given["scores_fiscal_year"]
    save_result_head(store, replace(store.assessments.get(year), announced_on="2024-07-30"))
    record_scores(
        store,
        year,
        [
            ScoreEntry(w["code"], w["score_text"], w["eit_part"] or 0)
            for w in given["weak_questions"]
        ],
    )
    columns = given["measure_columns"]
    for each in given["measures"]:
        saved = save_measure(
            store,
            year,
            Measure(
                title=each["title"],
                activities="\n".join(each["measures"]),
                steps=tuple(Step(text) for text in each[columns[1]]),
                start=date.fromisoformat(each["period_start"]),
                end=date.fromisoformat(each["period_end"]),
                responsible="\n".join(each[columns[3]]),
            ),
        )
        texts = ("\n".join(each[column]) for column in columns[4:])
        save_round_report(store, RoundReport(saved.created, 12, *texts))
    save_limitations(store, year, tuple(given["limitations"]))
    yield given, load_year(store, year)
    store.close()


def test_seed_004_has_its_columns_scores_and_changes(seed_004):
    given, data = seed_004
    document = printed(data)
    text = text_of(document)
    assert cell_texts(tables(document)[-1].head[0]) == given["measure_columns"]
    before, after = (each for each in given["results"] if "change" in each)
    for result in (before, after):
        assert f"{result['overall']:.2f} คะแนน" in text
        assert to_arabic(result["change_text"]) in text
        assert f"“{result['rating_th']}”" in text


def test_seed_004_names_each_weak_question_once_and_skips_no_number(seed_004):
    given, data = seed_004
    lines = plain(printed(data))
    found = [line for line in lines if " ข้อ " in line and " คะแนน " in line and line[0].isdigit()]
    wanted = [(w["code"], f"{w['score']:.2f}") for w in given["weak_questions"]]
    assert [(line.split()[2], line.split()[-1]) for line in found] == wanted
    numbers = [line.split()[0].rsplit(".", 1) for line in found]
    seen: dict[str, int] = {}
    for place, number in numbers:
        seen[place] = seen.get(place, 0) + 1
        assert int(number) == seen[place]


def test_seed_004_prints_every_text_of_its_measures(seed_004):
    given, data = seed_004
    text = to_arabic(text_of(printed(data)).replace(" ", ""))
    wanted = [
        line
        for each in given["measures"]
        for key in ("measures", *given["measure_columns"][1:2], *given["measure_columns"][4:])
        for line in each[key]
    ]
    assert [line for line in wanted if to_arabic(line.replace(" ", "")) not in text] == []
