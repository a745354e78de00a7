"""The form measures: the second part of the development document, alone."""

from __future__ import annotations

from dataclasses import replace

from itadesk.model.assessment import Assessment
from itadesk.model.work import Measure
from itadesk.reports.content import Table, paragraphs
from itadesk.reports.forms import Options, form_of
from itadesk.scoring import score

FORM = form_of("measures")


def tables(document):
    return [block for block in document.sections[0].blocks if isinstance(block, Table)]


def text_of(document):
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def test_its_tables_are_those_of_the_development_document(data):
    whole = tables(form_of("development").build(data, Options()))
    assert tables(FORM.build(data, Options())) == [t for t in whole if len(t.widths) == 5]


def test_the_opening_names_both_years_and_nothing_above_it(data):
    title, opening = FORM.build(data, Options()).sections[0].blocks[:2]
    assert title.text.endswith("ประจำปีงบประมาณ พ.ศ. ๒๕๖๙")
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๘ มากำหนด" in opening.text
    assert "ข้างต้น" not in opening.text


def test_a_year_without_measures_says_so(data):
    bare = replace(data, measures=())
    document = FORM.build(bare, Options())
    assert tables(document) == []
    assert document.sections[0].blocks[-1].text == "ยังไม่ได้กำหนดมาตรการ"
    assert FORM.lacking(bare) == ["ยังไม่มีมาตรการ ตัวชี้วัดที่ ๑ ๒ ๓ ๔ ๕ ๖ ๗ ๘ ๙ ๑๐"]


def test_an_empty_year_lacks_measures_too(data):
    empty = Assessment(data.year, data.assessment.plan_year, data.assessment.catalogue_id)
    bare = replace(data, assessment=empty, result=score(data.catalogue, empty), measures=())
    assert FORM.lacking(bare) == ["ยังไม่มีมาตรการ"]


def test_a_measure_without_an_indicator_is_printed_under_its_own_head(data):
    document = FORM.build(replace(data, measures=(Measure(activities="ทำแผน"),)), Options())
    assert [b.text for b in document.sections[0].blocks if not isinstance(b, Table)][-1] == (
        "มาตรการอื่น"
    )
    assert "ทำแผน" in text_of(document)
