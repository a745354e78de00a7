"""What the checks read, and that what they know of forms is what forms know."""

from __future__ import annotations

from itadesk.checks import CheckData
from itadesk.checks.leftovers import FILLED
from itadesk.checks.reading import PAPERS, Of
from itadesk.model.document import DocumentState
from itadesk.reports.forms import form_of
from itadesk.reports.texts import placeholders
from itadesk.services.sample_record import sample_data

from .offices import generated


def test_names_that_documents_fill_in_are_no_leftovers():
    assert set(placeholders(sample_data())) == FILLED


def test_every_kind_of_paper_is_a_form():
    assert all(form_of(form).title for form in PAPERS)


def test_each_kind_of_text_is_read_and_says_where_it_is():
    texts = generated(3).texts
    assert {text.of for text in texts} == set(Of) - {Of.REGISTER}
    assert {text.of for text in CheckData(sample_data()).texts} >= {Of.FINDING, Of.LIMITATION}
    assert all(text.place.partition(":")[2] and text.name for text in texts)


def test_what_was_signed_can_not_be_mended_and_is_not_read():
    found = generated(5)
    signed = [d for d in found.data.documents if d.state is DocumentState.SIGNED]
    assert signed
    read = {text.place for text in found.texts if text.of is Of.DOCUMENT}
    assert not any(f"documents:{each.form}" in read for each in signed)
