"""The form analysis: the first part of the development document, alone."""

from __future__ import annotations

from dataclasses import replace

from itadesk.model.assessment import Assessment
from itadesk.model.office import Digits
from itadesk.reports.content import Table, paragraphs
from itadesk.reports.forms import Options, form_of
from itadesk.scoring import score

FORM = form_of("analysis")


def tables(document):
    return [block for block in document.sections[0].blocks if isinstance(block, Table)]


def text_of(document):
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def test_its_tables_are_those_of_the_development_document(data):
    whole = tables(form_of("development").build(data, Options()))
    assert tables(FORM.build(data, Options())) == [t for t in whole if len(t.widths) == 3]


def test_the_title_names_office_year_and_how_many_indicators(data):
    first = FORM.build(data, Options()).sections[0].blocks[0].text
    assert first.endswith("ขององค์การบริหารส่วนตำบลตัวอย่าง ในปีงบประมาณ พ.ศ. ๒๕๖๘ (๑๐ ตัวชี้วัด)")


def test_a_text_changed_by_the_office_for_this_form_leaves_the_others_alone(data):
    changed = replace(data, texts={("analysis", "col_score"): "ร้อยละ"})
    assert "ร้อยละ" in text_of(FORM.build(changed, Options()))
    assert "ร้อยละ" not in text_of(form_of("development").build(changed, Options()))


def test_a_year_without_any_score_says_so_and_still_prints(data):
    empty = Assessment(data.year, data.assessment.plan_year, data.assessment.catalogue_id)
    data = replace(data, assessment=empty, result=score(data.catalogue, empty))
    assert FORM.lacking(data)[:3] == [
        "ยังไม่ได้กรอกคะแนน IIT ๑๕ ข้อ",
        "ยังไม่ได้กรอกคะแนน EIT ๙ ข้อ",
        "ยังไม่ได้กรอกคะแนน OIT ๒๘ ข้อ",
    ]
    assert text_of(FORM.build(data, Options())).count("ยังไม่ได้กรอกคะแนน") == 9


def test_measures_that_are_missing_do_not_concern_it(data):
    assert FORM.lacking(replace(data, measures=())) == []


def test_arabic_digits_when_asked_for(data):
    document = FORM.build(data, Options(digits=Digits.ARABIC))
    assert "95.63" in text_of(document)
    assert not document.thai_digits
