"""Documents come back as they were saved, and can be taken back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.opening import create_store, open_store
from itadesk.errors import NotFound
from itadesk.model.changes import Kind
from itadesk.model.document import DocumentRecord, DocumentState, Signatory

from .builders import OFFICE, dump, start

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
names = texts.filter(bool)
records = st.builds(
    DocumentRecord,
    form=names,
    number=texts,
    day=st.none() | st.dates(),
    fields=st.dictionaries(names, texts, max_size=4),
    signatories=st.lists(st.builds(Signatory, texts, texts, texts, texts), max_size=3).map(tuple),
    state=st.sampled_from(DocumentState),
    published_on=st.none() | st.dates(),
    url=texts,
)
LETTER = DocumentRecord(
    form="letter",
    number="ทด 0001/12",
    day=date(2025, 11, 5),
    fields={"subject": "เรื่อง", "to": "ผู้รับ"},
    signatories=(Signatory("นายทดลอง ระบบ", "ว่าที่ร้อยตรี", "ปลัด", "รักษาราชการแทน"), Signatory()),
)


def save(store, document, year=2568):
    with store.transaction("เอกสาร", Kind.DOCUMENTS):
        return store.documents.save(year, document)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=records, second=records)
def test_a_document_comes_back_as_added_and_as_changed(store, first, second):
    made = save(store, first)
    assert store.documents.of_year(2568)[-1] == replace(first, id=made)
    save(store, replace(second, id=made))
    assert store.documents.of_year(2568)[-1] == replace(second, id=made)


def test_a_document_is_still_there_when_the_file_is_opened_again(tmp_path):
    path = tmp_path / "a.itadesk"
    store = create_store(path, OFFICE)
    start(store)
    made = save(store, LETTER)
    store.close()
    store = open_store(path)
    assert store.documents.of_year(2568) == (replace(LETTER, id=made),)
    store.close()


def test_undo_and_redo_carry_texts_and_signatories_along(store):
    before = dump(store)
    made = save(store, LETTER)
    saved = dump(store)
    with store.transaction("ลบ", Kind.DOCUMENTS):
        store.documents.delete(2568, made)
    assert dump(store) == before
    assert store.undo().kinds == {Kind.DOCUMENTS}
    assert dump(store) == saved
    store.undo()
    assert dump(store) == before
    store.redo()
    assert store.documents.of_year(2568) == (replace(LETTER, id=made),)


def test_each_changed_field_leaves_a_line_in_the_change_log(store):
    made = save(store, LETTER)
    count = len(store.change_log.lines())
    save(store, replace(LETTER, id=made, fields={"subject": "ใหม่", "to": "ผู้รับ"}))
    (line,) = store.change_log.lines()[count:]
    assert (line.table, line.field, line.before, line.after) == (
        *("document_field", "text"),
        *("เรื่อง", "ใหม่"),
    )


def test_a_document_goes_with_its_year(store):
    save(store, LETTER)
    with store.transaction("ลบปี"):
        store._file.write("DELETE FROM assessment WHERE year = 2568")
    assert store.documents.of_year(2568) == ()
    assert dump(store)["document_signatory"] == []


def test_a_document_that_is_gone_is_a_sentence(store):
    with pytest.raises(NotFound, match="ไม่พบเอกสารนี้แล้ว"):
        save(store, replace(LETTER, id=99))
    with pytest.raises(NotFound, match="ไม่พบเอกสารนี้แล้ว"), store.transaction("ลบ"):
        store.documents.delete(2568, 99)
    with pytest.raises(NotFound):
        save(store, LETTER, year=2570)
