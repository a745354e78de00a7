"""The form province: sums, ranking, who did not pass, where all are weak, who has not sent."""

from dataclasses import replace

import pytest

from itadesk.gathering import office_lines
from itadesk.model.office import Digits
from itadesk.model.province import ExpectedOffice, FileState, ProvinceYear
from itadesk.reports.content import Bars, Table, paragraphs
from itadesk.reports.forms import Options, form_of
from itadesk.reports.pdf import render
from itadesk.services.consolidating import save_standing
from itadesk.services.office import save_office
from itadesk.services.province import save_expected
from itadesk.services.reporting import compose, forms_of
from itadesk.services.sample_province import PROVINCE, sample_province
from itadesk.services.sample_record import sample_data

FORM = form_of("province")


@pytest.fixture(scope="module")
def document():
    data = replace(sample_data(), office=PROVINCE)
    return FORM.build(data, Options(digits=Digits.ARABIC, province=sample_province()))


def tables(document):
    """Each table as rows of texts, by its first head."""
    found = {}
    for block in document.sections[0].blocks:
        if isinstance(block, Table):
            heads = [cell.blocks[0].text for cell in block.head[-1].cells]
            rows = [[cell.blocks[0].text for cell in row.cells] for row in block.rows]
            found.setdefault(heads[0], []).append(rows)
    return found


def test_the_offices_stand_by_score_with_their_figures_and_change(document):
    ranking = tables(document)["ลำดับ"][0]
    scores = [float(row[8]) for row in ranking]
    assert len(ranking) == 11
    assert scores == sorted(scores, reverse=True)
    assert [row[0] for row in ranking] == [str(n) for n in range(1, 12)]
    assert all(len(row) == 11 for row in ranking)
    assert {row[10][0] for row in ranking} <= {"+", "-", "0"}


def test_those_that_did_not_pass_have_a_table_of_their_own(document):
    ranking, failed = tables(document)["ลำดับ"]
    assert failed == [row for row in ranking if float(row[8]) < 85]
    assert failed


def test_sums_agree_with_each_other(document):
    districts, kinds = tables(document)["อำเภอ"][0], tables(document)["ประเภท"][0]
    for rows in (districts, kinds):
        assert sum(int(row[1]) for row in rows) == 12
        assert sum(int(row[2]) for row in rows) == 11
    levels = tables(document)["ระดับ"][0]
    assert sum(int(row[1]) for row in levels) == 12
    assert levels[-1][0] == "ยังไม่มีระดับ"


def test_weak_places_and_those_who_have_not_sent(document):
    (bars,) = (block for block in document.sections[0].blocks if isinstance(block, Bars))
    values = [bar.value for bar in bars.bars]
    assert values == sorted(values)
    assert len(values) == 10
    questions = tables(document)["ข้อ"][0]
    assert len(questions) == 10
    waiting = tables(document)["ที่"][0]
    assert {row[3] for row in waiting} == {"ยังไม่ส่งไฟล์", "ส่งคืนแก้ไข ขอคะแนนรายข้อให้ครบ"}


def test_the_opening_tells_the_sums_in_words(document):
    text = "\n".join(paragraph.text for paragraph in paragraphs(document))
    lines = office_lines(sample_province())
    passed = sum(line.passes is True for line in lines)
    assert "12 แห่ง ส่งข้อมูลแล้ว 11 แห่ง มีผลคะแนน 11 แห่ง" in text
    assert f"{passed} แห่ง คิดเป็นร้อยละ" in text


def test_a_year_without_offices_says_so():
    for options in (Options(), Options(province=ProvinceYear(2568))):
        document = FORM.build(sample_data(), options)
        assert "ยังไม่มีข้อมูลของหน่วยงาน" in "".join(p.text for p in paragraphs(document))


def test_expected_offices_alone_make_a_document_that_typesets():
    options = Options(province=ProvinceYear(2568, expected=sample_province().expected))
    assert render(FORM.build(sample_data(), options)).startswith(b"%PDF")


def test_only_provinces_have_the_form_and_get_what_they_gathered(store):
    assert FORM not in forms_of(store)
    save_office(store, PROVINCE)
    assert FORM in forms_of(store)
    save_expected(store, [ExpectedOffice("หน่วยที่รอ", district="เมือง")])
    save_standing(store, 2568, "x", FileState.ACCEPTED, "")
    text = "".join(p.text for p in paragraphs(compose(store, 2568, "province")))
    assert "หน่วยที่รอ" in text


def test_what_was_told_of_the_measures_stands_by_round(document):
    rounds = tables(document)["รอบ"][0]
    assert [row[0] for row in rounds] == ["รอบ 6 เดือน", "รอบ 12 เดือน"]
    for row in rounds:
        assert int(row[1]) == 11
        assert int(row[4]) <= int(row[3])
        assert float(row[5]) == round(100 * int(row[4]) / int(row[3]), 2)


def test_offices_without_scores_make_a_document_of_measures_alone():
    found = sample_province()
    bare = tuple(
        replace(each, figures={}, rating="", scores=tuple(None for _ in each.codes))
        for each in found.received
    )
    options = Options(
        digits=Digits.ARABIC, province=ProvinceYear(2568, received=bare, expected=found.expected)
    )
    document = FORM.build(replace(sample_data(), office=PROVINCE), options)
    text = "\n".join(paragraph.text for paragraph in paragraphs(document))
    assert "ส่งข้อมูลแล้ว 11 แห่ง รวม 110 มาตรการ" in text
    assert not {"ลำดับ", "ระดับ", "ข้อ"} & set(tables(document))
    listed, waiting = tables(document)["ที่"]
    assert len(listed) == 11
    assert listed[0][3] == "10"
    assert len(waiting) == 1
    assert render(document).startswith(b"%PDF")


def test_an_office_that_only_has_measures_stands_apart_from_those_with_scores():
    found = sample_province()
    bare = replace(found.received[0], figures={}, rating="")
    options = Options(
        digits=Digits.ARABIC, province=replace(found, received=(bare, *found.received[1:]))
    )
    document = FORM.build(replace(sample_data(), office=PROVINCE), options)
    ranking, listed = tables(document)["ลำดับ"][0], tables(document)["ที่"][0]
    assert bare.office.name not in {row[1] for row in ranking}
    assert [row[1] for row in listed] == [bare.office.name]
