"""Kept files come back as they went in; contents are stored once and leave with their entries."""

from dataclasses import replace
from hashlib import sha256

import pytest

from db.opening import create_store, open_store
from itadesk.errors import NotFound
from itadesk.model.changes import Kind
from itadesk.model.document import DocumentRecord, Signatory
from itadesk.model.kept import FileRole, KeptFile

from .builders import OFFICE, start

BODY = b"%PDF-1.7 body"


def kept(role=FileRole.SCAN, body=BODY, **values):
    digest = sha256(body).hexdigest()
    return KeptFile(
        role, "สำเนา.pdf", media="application/pdf", size=len(body), digest=digest, **values
    )


def add(store, entry, body=BODY):
    with store.transaction("แนบไฟล์", Kind.FILES):
        return store.files.add(entry, body)


def contents(store):
    return [row["digest"] for row in store._file.rows("SELECT digest FROM content")]


def test_a_file_comes_back_with_its_content(store):
    entry = kept(year=2568, months=6, caption="ภาพที่ ๑", note="รอย", path="/ที่อื่น")
    number = add(store, entry)
    assert store.files.of_year(2568) == (replace(entry, id=number),)
    assert store.files.body(number) == BODY
    assert store.files.of_office() == ()


def test_files_of_the_office_belong_to_no_year(store):
    number = add(store, kept(FileRole.SEAL))
    assert [each.id for each in store.files.of_office()] == [number]
    assert store.files.of_year(2568) == ()


def test_equal_contents_are_stored_once(store):
    add(store, kept(year=2568))
    add(store, kept(FileRole.FROZEN, year=2568))
    assert len(contents(store)) == 1


def test_what_is_kept_elsewhere_has_no_content(store):
    number = add(store, kept(year=2568, path="/ที่อื่น"), None)
    with pytest.raises(NotFound):
        store.files.body(number)


def test_a_removed_file_comes_back_by_undo_with_its_content(store):
    number = add(store, kept(year=2568))
    with store.transaction("เอาออก", Kind.FILES):
        store.files.delete(number)
    assert store.files.of_year(2568) == ()
    store.undo()
    assert store.files.body(number) == BODY


def test_the_files_of_a_document_go_with_it_and_come_back_with_it(store):
    with store.transaction("เอกสาร", Kind.DOCUMENTS):
        document = store.documents.save(2568, DocumentRecord(form="letter"))
    number = add(store, kept(year=2568, document=document))
    with store.transaction("ลบ", Kind.DOCUMENTS):
        store.documents.delete(2568, document)
    assert store.files.of_year(2568) == ()
    store.undo()
    assert [each.id for each in store.files.of_year(2568)] == [number]


def test_captions_can_be_changed_and_a_file_that_is_gone_says_so(store):
    number = add(store, kept(year=2568))
    with store.transaction("คำบรรยาย", Kind.FILES):
        store.files.save(replace(kept(year=2568), id=number, caption="ใหม่"))
    assert store.files.of_year(2568)[0].caption == "ใหม่"
    for use in (store.files.save, lambda entry: store.files.delete(entry.id)):
        with pytest.raises(NotFound), store.transaction("แก้", Kind.FILES):
            use(replace(kept(), id=number + 1))


def test_contents_without_an_entry_leave_when_the_file_is_closed(tmp_path):
    path = tmp_path / "a.itadesk"
    store = create_store(path, OFFICE)
    start(store)
    stays = add(store, kept(year=2568))
    goes = add(store, kept(body=b"other", year=2568), b"other")
    with store.transaction("เอาออก", Kind.FILES):
        store.files.delete(goes)
    assert len(contents(store)) == 2
    store.close()
    store.close()
    again = open_store(path)
    assert contents(again) == [again.files.of_year(2568)[0].digest]
    assert again.files.body(stays) == BODY
    again.close()


def test_the_people_of_the_office_come_back_as_they_were_set(store):
    people = (Signatory("นายทดสอบ", "ว่าที่ร้อยตรี", "นายก", "รักษาราชการแทน"), Signatory())
    settings = replace(store.office.settings(), signatories=people)
    with store.transaction("ตั้งค่า", Kind.SETTINGS):
        store.office.save_settings(settings)
    assert store.office.settings().signatories == people
