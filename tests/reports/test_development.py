"""The form development: what it prints for the sample office and for odd years."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from db.opening import open_store
from itadesk.model.office import Digits
from itadesk.model.work import Finding
from itadesk.reports.content import Document, Table, paragraphs
from itadesk.reports.forms import Options, form_of, forms
from itadesk.services.findings import save_finding
from itadesk.services.office import save_form_text
from itadesk.services.sample import fill_sample, sample_year
from itadesk.services.scores import ScoreEntry, record_score, record_scores
from itadesk.services.years import load_year
from itadesk.thai.digits import to_thai

FORM = form_of("development")


@pytest.fixture
def sample():
    store = open_store(None)
    fill_sample(store)
    yield store
    store.close()


def printed(store, **options) -> Document:
    return FORM.build(load_year(store, sample_year()), Options(**options))


def text_of(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def analysis_of(document: Document, indicator: int) -> str:
    """Text of the merged cell of an indicator's table."""
    blocks = document.sections[0].blocks
    heading = f"ตัวชี้วัดที่ {to_thai(str(indicator))} "
    at = next(
        n
        for n, b in enumerate(blocks)
        if not isinstance(b, Table) and heading in getattr(b, "text", "")
    )
    return "\n".join(block.text for block in blocks[at + 1].rows[0].cells[-1].blocks)


def test_every_text_of_the_year_is_printed(sample):
    data = load_year(sample, sample_year())
    text = text_of(printed(sample, digits=Digits.ARABIC)).replace("\n", "")
    from itadesk.thai.digits import to_arabic

    wanted = [f.cause for f in data.findings] + [f.guideline for f in data.findings]
    wanted += [m.activities for m in data.measures] + [m.analysis for m in data.measures]
    wanted += [s.text for m in data.measures for s in m.steps]
    wanted += [unit for m in data.measures for unit in m.units]
    wanted += [q.text.text for q in data.catalogue.questions if not q.binary]
    missing = [w for w in wanted if to_arabic(w.replace("\n", "")) not in to_arabic(text)]
    assert missing == []


def test_lowest_question_is_computed_whatever_the_finding_says(sample):
    data = load_year(sample, sample_year())
    mine = next(f for f in data.findings if f.indicator == 3)
    save_finding(sample, sample_year(), replace(mine, codes=("i9",)))
    lines = analysis_of(printed(sample), 3).split("\n")
    assert lines[1].startswith("i๗ ")
    assert lines[2] == "เกี่ยวกับข้อ :"
    assert lines[3].startswith("i๙ ")


def test_ties_are_all_named(sample):
    lines = analysis_of(printed(sample), 5).split("\n")
    assert [line[:3] for line in lines[1:3]] == ["i๑๔", "i๑๕"]


def test_the_lowest_of_a_shared_table_is_the_lowest_of_all_its_indicators(sample):
    year = sample_year()
    record_scores(sample, year, [ScoreEntry("o24", "100"), ScoreEntry("o28", None)])
    lines = analysis_of(printed(sample), 9).split("\n")
    assert lines[1].startswith("o๑๑ ")
    assert lines[2] == "(ยังไม่ครบ)"


def test_an_indicator_with_full_marks_has_no_lowest_question(sample):
    year = sample_year()
    record_scores(sample, year, [ScoreEntry(f"i{n}", "100") for n in (13, 14, 15)])
    assert analysis_of(printed(sample), 5).split("\n")[1] == "-ไม่มี"


def test_a_missing_score_marks_the_figure_incomplete(sample):
    record_score(sample, sample_year(), "i1", None)
    text = text_of(printed(sample))
    assert "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ (ได้คะแนน ๙๗.๘๒ ยังไม่ครบ)" in text


def test_items_of_the_document_check_share_a_table_with_their_range(sample):
    document = printed(sample)
    table = document.sections[0].blocks[-1]
    tables = [b for b in document.sections[0].blocks if isinstance(b, Table) and len(b.widths) == 3]
    first = [row.cells[0].blocks[0].text for row in tables[-1].rows]
    assert first[0] == "o๑ - o๒๘"
    assert [text.split()[0] for text in first[1:]] == ["o๑๑", "o๒๔"]
    assert isinstance(table, Table)


def test_digits_follow_the_choice_but_not_inside_addresses(sample):
    year = sample_year()
    save_finding(
        sample,
        year,
        Finding(indicator=1, cause="ดูที่ https://example.go.th/a1?b=2 วันที่ 5", guideline="-"),
    )
    thai = text_of(printed(sample, digits=Digits.THAI))
    assert "https://example.go.th/a1?b=2 วันที่ ๕" in thai
    assert "i๒ " in thai
    arabic = text_of(printed(sample, digits=Digits.ARABIC))
    assert "i2 " in arabic
    assert "95.63" in arabic


def test_titles_can_be_changed_by_the_office_and_for_one_printing(sample):
    year = sample_year()
    save_form_text(sample, year, FORM.id, "title", "ผลการวิเคราะห์ของ{office}")
    assert text_of(printed(sample)).startswith("ผลการวิเคราะห์ของ")
    assert text_of(printed(sample, texts={"title": "ครั้งนี้"})).startswith("ครั้งนี้")
    save_form_text(sample, year, FORM.id, "title", None)
    assert text_of(printed(sample)).startswith("การนำผลการประเมิน ITA")


def test_lacking_names_what_is_missing(sample):
    assert FORM.lacking(load_year(sample, sample_year())) == []
    record_score(sample, sample_year(), "o3", None)
    data = load_year(sample, sample_year())
    assert FORM.lacking(replace(data, measures=())) == [
        "ยังไม่ได้กรอกคะแนน OIT ๑ ข้อ",
        "ยังไม่มีมาตรการ ตัวชี้วัดที่ ๑ ๒ ๓ ๔ ๕ ๖ ๗ ๘ ๙ ๑๐",
    ]
    assert FORM.lacking(replace(data, measures=data.measures[:2]))[1:] == [
        "ยังไม่มีมาตรการ ตัวชี้วัดที่ ๓ ๔ ๕ ๖ ๗ ๘ ๙ ๑๐",
    ]


def test_official_figure_is_what_the_form_prints(sample):
    from itadesk.services.scores import record_official

    record_official(sample, sample_year(), "1", Decimal("97.91"))
    assert "(ได้คะแนน ๙๗.๙๑)" in text_of(printed(sample))


def test_every_form_names_its_texts_once():
    for form in forms():
        keys = [text.key for text in form.texts]
        assert len(keys) == len(set(keys))
