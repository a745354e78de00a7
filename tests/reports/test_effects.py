"""What came of the measures is printed once the next result is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.model.year import OtherYear
from itadesk.reports.content import Table, paragraphs
from itadesk.reports.forms import Options, form_of
from itadesk.services.years import load_year
from tests.unit.scored import assess, catalogue, every


@pytest.fixture
def year(filled_store):
    data = load_year(filled_store, 2568)
    cat = catalogue(2568)
    other = OtherYear(replace(cat, year=2569), assess(replace(cat, year=2569), every(cat, 99)))
    return replace(data, neighbours={**data.neighbours, 2569: other})


def texts(data, form):
    document = form_of(form).build(data, Options())
    return [paragraph.text for paragraph in paragraphs(document)]


def test_results_show_each_question_that_was_aimed_at(year):
    found = texts(year, "results")
    assert "ผลต่อคะแนนของข้อคำถามที่มาตรการมุ่งแก้ไข" in found
    assert any(text.startswith("+") for text in found)


def test_before_the_next_result_the_table_is_not_there(year):
    assert "ผลต่อคะแนนของข้อคำถามที่มาตรการมุ่งแก้ไข" not in texts(replace(year, neighbours={}), "results")


def test_an_office_that_empties_the_head_prints_no_table(year):
    quiet = replace(year, texts={**year.texts, ("results", "effects_head"): ""})
    tables = [
        sum(
            isinstance(block, Table)
            for s in form_of("results").build(d, Options()).sections
            for block in s.blocks
        )
        for d in (year, quiet)
    ]
    assert tables[0] == tables[1] + 1


def test_the_summary_names_the_largest_gains_and_losses(year):
    cat = year.catalogue
    scores = {q.code: 90 for q in cat.questions} | {"i1": 100, "i2": 10}
    before = OtherYear(replace(cat, year=2567), assess(replace(cat, year=2567), scores))
    line = next(
        t for t in texts(replace(year, neighbours={2567: before}), "summary") if "เพิ่มมากที่สุด" in t
    )
    assert "i๒ (+" in line
    assert "เทียบรายข้อกับปี ๒๕๖๗" in line
    assert not any("เพิ่มมากที่สุด" in t for t in texts(replace(year, neighbours={}), "summary"))


def test_the_summary_stays_one_page_with_them(filled_store):
    from io import BytesIO

    from pypdf import PdfReader

    from itadesk.services.reporting import compose, pdf_of
    from itadesk.services.scores import record_score

    for question in load_year(filled_store, 2567).catalogue.questions:
        record_score(filled_store, 2567, question.code, "0" if question.binary else "50")
    pdf = PdfReader(BytesIO(pdf_of(compose(filled_store, 2568, "summary"))))
    assert "เทียบรายข้อกับปี" in pdf.pages[0].extract_text()
    assert len(pdf.pages) == 1
