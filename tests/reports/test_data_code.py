"""The code of the data stands at the foot of every page of a report, and on nothing official."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from itadesk.exchange.datacode import code_of
from itadesk.reports.forms import Options, form_of, forms
from itadesk.services.reporting import built, compose, furnished, pdf_of, write_report
from itadesk.services.years import load_year

OFFICIAL = {"letter", "memo", "announcement", "order", "minutes"}
BEARING = [form.id for form in forms() if not (form.official or form.gathers)]


def test_what_follows_the_rules_of_correspondence_bears_none(filled_store):
    assert {form.id for form in forms() if form.official} == OFFICIAL
    for form_id in OFFICIAL:
        assert compose(filled_store, 2568, form_id).code == ""


@pytest.mark.parametrize("form_id", BEARING)
def test_every_page_of_a_report_bears_it(filled_store, form_id):
    code = code_of(load_year(filled_store, 2568))
    pages = PdfReader(BytesIO(pdf_of(compose(filled_store, 2568, form_id)))).pages
    for page in pages:
        assert page.extract_text().count(f"รหัสข้อมูล {code}") == 1


def test_word_has_it_at_the_foot(filled_store, tmp_path):
    path = tmp_path / "รายงาน.docx"
    write_report(filled_store, 2568, "results", path)
    code = code_of(load_year(filled_store, 2568))
    for section in docx.Document(path).sections:
        for foot in (section.footer, section.first_page_footer):
            assert code in "".join(each.text for each in foot.paragraphs)


def test_a_signed_document_is_not_changed_by_its_code(filled_store):
    from itadesk.services.freezing import fingerprint

    data, form = load_year(filled_store, 2568), form_of("results")
    options = furnished(filled_store, data, form, Options())
    assert fingerprint(built(form, data, options)) == fingerprint(form.build(data, options))


def test_nothing_else_moves_on_the_page(filled_store):
    from dataclasses import replace

    document = compose(filled_store, 2568, "development")
    with_code, without = (
        PdfReader(BytesIO(pdf_of(each))) for each in (document, replace(document, code=""))
    )
    assert len(with_code.pages) == len(without.pages)
    for one, other in zip(with_code.pages, without.pages, strict=True):
        lines = [line for line in one.extract_text().splitlines() if "รหัสข้อมูล" not in line]
        assert lines == other.extract_text().splitlines()
