"""Whose names official documents bear when they name nobody themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.model.document import DocumentRecord, Signatory
from itadesk.reports.content import paragraphs
from itadesk.reports.forms import Options, form_of
from itadesk.reports.parts.names import chief_title, deputy_title, head_title
from itadesk.services.years import load_year

OFFICIAL = ("letter", "announcement", "order")


@pytest.fixture
def people(data):
    """The head, who has a rank; the one below him; the head of the unit."""
    office = data.office
    return (
        Signatory("นายหนึ่ง ตัวอย่าง", "ว่าที่ร้อยตรี", head_title(office)),
        Signatory("นางสอง ตัวอย่าง", "", deputy_title(office)),
        Signatory("นายสาม ตัวอย่าง", "", chief_title(office)),
    )


@pytest.fixture
def known(data, people):
    return replace(data, documents=(), settings=replace(data.settings, signatories=people))


def lines(data, form, **texts):
    built = form_of(form).build(data, Options(texts=texts))
    return [paragraph.text for paragraph in paragraphs(built)]


@pytest.mark.parametrize("form", OFFICIAL)
def test_the_first_of_the_list_signs_for_the_office(known, form):
    found = lines(known, form)
    assert "(นายหนึ่ง ตัวอย่าง)" in found
    assert "ว่าที่ร้อยตรี" in found
    assert not [note for note in form_of(form).lacking(known) if "ผู้ลงนาม" in note]


@pytest.mark.parametrize("form", OFFICIAL)
def test_without_a_list_a_line_to_write_on_stands_there(known, form):
    nobody = replace(known, settings=replace(known.settings, signatories=()))
    assert any(line.startswith("(…") for line in lines(nobody, form))


def test_one_who_acts_for_the_head_signs_when_he_is_first(known, people):
    acting = replace(people[1], acting="รักษาราชการแทน นายก")
    listed = replace(known, settings=replace(known.settings, signatories=(acting, *people)))
    found = lines(listed, "letter")
    assert "(นางสอง ตัวอย่าง)" in found
    assert "รักษาราชการแทน นายก" in found
    assert "(นายหนึ่ง ตัวอย่าง)" not in found


def test_in_a_memo_each_signs_in_the_place_of_his_position(known):
    found = [line for line in lines(known, "memo") if line.startswith("(")]
    assert found[1:] == ["(นายสาม ตัวอย่าง)", "(นางสอง ตัวอย่าง)", "(นายหนึ่ง ตัวอย่าง)"]
    assert found[0].startswith("(…")  # the one who prepared it is in no list


def test_a_circular_memo_is_signed_by_the_head_of_the_unit(known):
    assert "(นายสาม ตัวอย่าง)" in lines(known, "memo", template="แจ้งเวียน")


def test_whom_the_document_names_signs_alone(known):
    own = DocumentRecord(1, "letter", signatories=(Signatory("นางสี่ ตัวอย่าง"),))
    found = lines(replace(known, documents=(own,)), "letter")
    assert "(นางสี่ ตัวอย่าง)" in found
    assert "ว่าที่ร้อยตรี" not in found
    assert head_title(known.office) in found


def test_whom_the_text_of_the_form_names_signs(known):
    named = replace(known, texts={("letter", "sign_name"): "นางห้า ตัวอย่าง"})
    assert "(นางห้า ตัวอย่าง)" in lines(named, "letter")
    assert "ว่าที่ร้อยตรี" not in lines(named, "letter")


def test_a_table_to_sign_has_the_name_when_all_of_it_can_be_printed(known, people):
    plain = replace(known, settings=replace(known.settings, signatories=people[1:]))
    assert "(นางสอง ตัวอย่าง)" in lines(plain, "ranking")
    assert "(นายหนึ่ง ตัวอย่าง)" not in lines(known, "ranking")


def test_people_come_back_from_the_file_as_they_were(filled_store, people):
    from itadesk.services.office import save_settings

    settings = filled_store.office.settings()
    save_settings(filled_store, replace(settings, signatories=people))
    data = load_year(filled_store, 2568)
    assert data.settings.signatories == people
    filled_store.undo()
    assert filled_store.office.settings().signatories == ()
