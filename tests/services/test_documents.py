"""A document's road from draft to publication."""

from __future__ import annotations

from datetime import date

import pytest

from itadesk.errors import BadValue, NotFound
from itadesk.model.changes import Kind
from itadesk.model.document import DocumentRecord, DocumentState, Signatory
from itadesk.services.documents import (
    copy_document,
    documents,
    move_document,
    remove_document,
    save_document,
)
from itadesk.services.years import load_year

DAY = date(2025, 11, 5)


@pytest.fixture
def letter(store):
    signatories = (Signatory(" นางสาวทดลอง  ระบบ ", position="ปลัด"),)
    draft = DocumentRecord(
        form="letter", number=" 12 ", day=DAY, fields={"to": "ผู้รับ "}, signatories=signatories
    )
    return save_document(store, 2568, draft).created


def only(store):
    (found,) = documents(store, 2568)
    return found


def test_a_new_document_is_a_tidy_draft_and_part_of_the_year(store, letter):
    found = only(store)
    assert (found.id, found.number, found.state) == (letter, "12", DocumentState.DRAFT)
    assert found.fields == {"to": "ผู้รับ"}
    assert load_year(store, 2568).documents == (found,)
    assert documents(store, 2568, "memo") == ()


def test_its_state_moves_on_and_back_by_undo(store, letter):
    changes = move_document(store, 2568, letter, DocumentState.SIGNED)
    assert changes.kinds == {Kind.DOCUMENTS, Kind.FILES}
    move_document(
        store,
        2568,
        letter,
        DocumentState.PUBLISHED,
        published_on=date(2025, 11, 6),
        url=" www.a.th ",
    )
    assert (only(store).published_on, only(store).url) == (date(2025, 11, 6), "www.a.th")
    store.undo()
    assert only(store).state is DocumentState.SIGNED


def test_publishing_needs_a_day_that_is_not_before_the_document(store, letter):
    with pytest.raises(BadValue, match="วันที่เผยแพร่"):
        move_document(store, 2568, letter, DocumentState.PUBLISHED)
    with pytest.raises(BadValue, match="อยู่ก่อน"):
        move_document(store, 2568, letter, DocumentState.PUBLISHED, published_on=date(2025, 11, 4))
    assert only(store).state is DocumentState.DRAFT


def test_a_copy_is_a_draft_without_number_and_day(store, letter):
    move_document(store, 2568, letter, DocumentState.SIGNED)
    made = copy_document(store, 2568, letter).created
    copy = documents(store, 2568)[1]
    assert copy.id == made
    assert (copy.number, copy.day, copy.state) == ("", None, DocumentState.DRAFT)
    assert (copy.fields, copy.signatories) == (
        only_first(store).fields,
        only_first(store).signatories,
    )


def only_first(store):
    return documents(store, 2568)[0]


def test_what_is_gone_is_a_sentence(store, letter):
    remove_document(store, 2568, letter)
    assert documents(store, 2568) == ()
    for act in (
        lambda: remove_document(store, 2568, letter),
        lambda: copy_document(store, 2568, letter),
        lambda: move_document(store, 2568, letter, DocumentState.SIGNED),
    ):
        with pytest.raises(NotFound, match="ไม่พบเอกสาร"):
            act()
    with pytest.raises(BadValue, match="แบบของเอกสาร"):
        save_document(store, 2568, DocumentRecord())
