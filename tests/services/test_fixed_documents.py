"""What was signed or sent stays as it was; its signed copy lies beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from itadesk.errors import BadFile, BadValue
from itadesk.model.document import DocumentRecord, DocumentState, Signatory
from itadesk.model.kept import FileRole
from itadesk.services.documents import (
    attach_scan,
    move_document,
    remove_document,
    save_document,
    scan_of,
)
from itadesk.services.files import file_body
from itadesk.services.freezing import frozen_of, outdated
from itadesk.services.office import save_office
from itadesk.services.years import load_year

PDF = b"%PDF-1.7 of the day it was signed"
DAY = date(2025, 11, 5)


@pytest.fixture
def letter(filled_store):
    draft = DocumentRecord(form="letter", number="12", fields={"to": "ผู้รับ"})
    return save_document(filled_store, 2568, draft).created


def sign(store, letter, pdf=PDF):
    return move_document(store, 2568, letter, DocumentState.SIGNED, pdf=pdf)


def stored(store, letter):
    return next(each for each in load_year(store, 2568).documents if each.id == letter)


def frozen(store, letter):
    return frozen_of(load_year(store, 2568), letter)


def picture():
    from PIL import Image

    target = BytesIO()
    Image.new("RGB", (20, 30), "white").save(target, "PNG")
    return target.getvalue()


def test_signing_keeps_the_pdf_of_that_moment_in_one_action(filled_store, letter):
    sign(filled_store, letter)
    kept = frozen(filled_store, letter)
    assert file_body(filled_store, kept.id) == PDF
    filled_store.undo()
    assert stored(filled_store, letter).state is DocumentState.DRAFT
    assert frozen(filled_store, letter) is None
    filled_store.redo()
    assert file_body(filled_store, frozen(filled_store, letter).id) == PDF


def test_publishing_what_is_signed_keeps_the_pdf_of_the_signing(filled_store, letter):
    sign(filled_store, letter)
    move_document(
        filled_store, 2568, letter, DocumentState.PUBLISHED, published_on=DAY, pdf=b"%PDF-1.7 later"
    )
    assert file_body(filled_store, frozen(filled_store, letter).id) == PDF


def test_a_later_change_of_the_data_is_noticed(filled_store, letter):
    sign(filled_store, letter)
    data = load_year(filled_store, 2568)
    assert not outdated(data, stored(filled_store, letter))
    save_office(filled_store, replace(data.office, name="เทศบาลตำบลชื่อใหม่"))
    assert outdated(load_year(filled_store, 2568), stored(filled_store, letter))


def test_publishing_changes_nothing_that_is_printed(filled_store, letter):
    sign(filled_store, letter)
    move_document(
        filled_store, 2568, letter, DocumentState.PUBLISHED, published_on=DAY, url="www.a.th"
    )
    assert not outdated(load_year(filled_store, 2568), stored(filled_store, letter))


def test_a_draft_again_lets_the_pdf_go_until_it_is_undone(filled_store, letter):
    sign(filled_store, letter)
    move_document(filled_store, 2568, letter, DocumentState.DRAFT)
    assert frozen(filled_store, letter) is None
    filled_store.undo()
    assert file_body(filled_store, frozen(filled_store, letter).id) == PDF


@pytest.mark.parametrize(
    "reworded",
    [
        {"number": "13"},
        {"fields": {"to": "ผู้อื่น"}},
        {"signatories": (Signatory("นายทดลอง ระบบ"),)},
        {"state": DocumentState.DRAFT, "day": DAY},
    ],
)
def test_what_is_signed_cannot_be_reworded(filled_store, letter, reworded):
    sign(filled_store, letter)
    signed = stored(filled_store, letter)
    with pytest.raises(BadValue, match="กลับเป็นร่าง"):
        save_document(filled_store, 2568, replace(signed, **reworded))
    assert stored(filled_store, letter) == signed


def test_a_new_signed_copy_takes_the_place_of_the_earlier_one(filled_store, letter):
    attach_scan(filled_store, 2568, letter, "สแกน.pdf", PDF)
    attach_scan(filled_store, 2568, letter, "ภาพถ่าย.png", picture())
    data = load_year(filled_store, 2568)
    scan = scan_of(data, letter)
    assert (scan.name, scan.media) == ("ภาพถ่าย.png", "image/png")
    assert [each.role for each in data.files].count(FileRole.SCAN) == 1
    filled_store.undo()
    assert scan_of(load_year(filled_store, 2568), letter).name == "สแกน.pdf"
    assert scan_of(load_year(filled_store, 2568), None) is None


def test_a_signed_copy_that_is_no_scan_is_refused_and_the_earlier_one_stays(filled_store, letter):
    attach_scan(filled_store, 2568, letter, "สแกน.pdf", PDF)
    with pytest.raises(BadFile, match="PDF หรือภาพ"):
        attach_scan(filled_store, 2568, letter, "จดหมาย.docx", b"PK\x03\x04")
    assert scan_of(load_year(filled_store, 2568), letter).name == "สแกน.pdf"


def test_removing_a_document_takes_its_files_and_undo_brings_them_back(filled_store, letter):
    sign(filled_store, letter)
    attach_scan(filled_store, 2568, letter, "สแกน.pdf", PDF)
    before = load_year(filled_store, 2568).files
    remove_document(filled_store, 2568, letter)
    assert not [each for each in load_year(filled_store, 2568).files if each.document == letter]
    filled_store.undo()
    assert load_year(filled_store, 2568).files == before
    assert file_body(filled_store, frozen(filled_store, letter).id) == PDF
