"""What a document of the office brings to its form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from itadesk.model.document import DocumentRecord, Signatory
from itadesk.reports.forms import Options, form_of
from itadesk.reports.records import own_texts, signers
from itadesk.services.documents import save_document
from itadesk.services.years import load_year


def words_of(store, form, **options):
    data = load_year(store, 2568)
    return form_of(form).words(data, Options(**options))


def test_those_who_sign_stand_in_the_forms_order():
    assert signers(form_of("minutes").texts) == ("taker", "checker")
    assert signers(form_of("memo").texts) == ("sign", "opinion1", "opinion2", "opinion3")
    preparers = ("maker", "checker", "approver")
    assert signers(form_of("ranking").texts) == ("sign", *preparers)
    assert signers(form_of("development").texts) == preparers
    assert signers(form_of("summary").texts) == ()


def test_number_day_and_signatories_are_no_fields():
    keys = [text.key for text in own_texts(form_of("letter").texts)]
    assert {"template", "code", "circular", "to", "body"} <= set(keys)
    assert not {"number", "date", "sign_name", "sign_acting"} & set(keys)


def test_the_record_stands_over_the_template_and_under_this_printing(store):
    who = Signatory("นายทดลอง ระบบ", acting="รักษาราชการแทน")
    letter = DocumentRecord(
        form="letter", number="9", day=date(2025, 11, 5), fields={"to": ""}, signatories=(who,)
    )
    save_document(store, 2568, letter)
    words = words_of(store, "letter")
    assert (words["number"], words["date"], words["to"]) == ("9", "2025-11-05", "")
    assert (words["sign_name"], words["sign_acting"]) == (who.name, who.acting)
    assert words["sign_position"]  # of the template: the record has none
    assert words_of(store, "letter", texts={"number": "10"})["number"] == "10"


def test_who_signs_a_report_is_kept_with_its_document(store):
    save_document(
        store, 2568, DocumentRecord(form="ranking", signatories=(Signatory("นางสาวทดลอง ลงนาม"),))
    )
    data = load_year(store, 2568)
    form = form_of("ranking")
    assert "นางสาวทดลอง ลงนาม" in repr(form.build(data, Options()))
    assert "นางสาวทดลอง ลงนาม" not in repr(form.build(replace(data, documents=()), Options()))
