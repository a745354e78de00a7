"""Documents of a year: beginning, changing, moving them along their road."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from itadesk.errors import BadValue, NotFound
from itadesk.model.changes import Changes, Kind
from itadesk.model.document import DocumentRecord, DocumentState, Signatory
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.files import keep_file
from itadesk.services.freezing import freeze, mark_of, thaw
from itadesk.services.years import load_year
from itadesk.thai.normalise import normalise, normalise_line

FIXED = (DocumentState.SIGNED, DocumentState.PUBLISHED)  # what was signed or sent stays as it was


def documents(store: Store, year: int, form: str | None = None) -> tuple[DocumentRecord, ...]:
    """Documents of a year, of one form or of all, in the order in which they were begun."""
    found = store.documents.of_year(year)
    return tuple(each for each in found if form in (None, each.form))


def save_document(store: Store, year: int, document: DocumentRecord) -> Changes:
    """Adds (id None) or changes a document.

    BadValue when a published one has no day, or when one that is signed would be reworded.
    """
    if not document.form:
        raise BadValue("ยังไม่ได้เลือกแบบของเอกสาร โปรดเลือกแบบ เช่น หนังสือภายนอก")
    clean = _clean(document)
    _check_publishing(clean)
    if clean.id is not None:
        _check_fixed(_document(store, year, clean.id), clean)
    label = "เพิ่มเอกสาร" if document.id is None else "แก้ไขเอกสาร"
    with action(store, label, Kind.DOCUMENTS) as changes:
        saved = store.documents.save(year, clean)
    return replace(changes, created=saved if document.id is None else None)


def move_document(
    store: Store,
    year: int,
    document_id: int,
    state: DocumentState,
    *,
    published_on: date | None = None,
    url: str | None = None,
    pdf: bytes = b"",
) -> Changes:
    """Puts a document in a state; a published one has the day and may have the address.

    `pdf` shows it at this moment: it is kept when the document becomes fixed, and let go when it
    is a draft again.
    """
    document = _document(store, year, document_id)
    moved = replace(
        document,
        state=state,
        published_on=published_on or document.published_on,
        url=document.url if url is None else normalise_line(url),
    )
    _check_publishing(moved)
    with action(store, "สถานะเอกสาร", Kind.DOCUMENTS, Kind.FILES) as changes:
        store.documents.save(year, moved)
        if state not in FIXED:
            thaw(store, year, document_id)
        elif document.state not in FIXED and pdf:
            freeze(store, year, document_id, pdf, mark_of(load_year(store, year), moved))
    return changes


def copy_document(store: Store, year: int, document_id: int) -> Changes:
    """A draft with the same texts and signatories, without number, day and publication."""
    document = _document(store, year, document_id)
    draft = DocumentRecord(
        form=document.form, fields=document.fields, signatories=document.signatories
    )
    return save_document(store, year, draft)


def remove_document(store: Store, year: int, document_id: int) -> Changes:
    """Can be undone; its texts and signatories go with it."""
    with action(store, "ลบเอกสาร", Kind.DOCUMENTS, Kind.FILES) as changes:
        store.documents.delete(year, document_id)
    return changes


def attach_scan(
    store: Store, year: int, document_id: int, name: str, body: bytes, path: str = ""
) -> Changes:
    """Keeps the signed copy (PDF or picture) in place of an earlier one; `path` is its place
    on the computer, kept instead of a content that is too large."""
    scan = KeptFile(FileRole.SCAN, name, year=year, document=document_id, path=path)
    with action(store, "แนบสำเนาที่ลงนาม", Kind.FILES) as changes:
        for each in store.files.of_year(year):
            if (each.document, each.role) == (document_id, FileRole.SCAN) and each.id is not None:
                store.files.delete(each.id)
        keep_file(store, scan, body)
    return changes


def scan_of(data: YearData, document_id: int | None) -> KeptFile | None:
    """The signed copy of a document."""
    wanted = (document_id, FileRole.SCAN)
    return next((each for each in data.files if (each.document, each.role) == wanted), None)


def _document(store: Store, year: int, document_id: int) -> DocumentRecord:
    for document in store.documents.of_year(year):
        if document.id == document_id:
            return document
    raise NotFound("ไม่พบเอกสารนี้แล้ว อาจถูกลบหรือเลิกทำไป โปรดเลือกจากรายการใหม่อีกครั้ง")


def _check_publishing(document: DocumentRecord) -> None:
    if document.state is not DocumentState.PUBLISHED:
        return
    if document.published_on is None:
        raise BadValue("ยังไม่ได้กรอกวันที่เผยแพร่เอกสาร โปรดกรอกวันที่ก่อนเปลี่ยนสถานะเป็นเผยแพร่")
    if document.day and document.published_on < document.day:
        raise BadValue("วันที่เผยแพร่อยู่ก่อนวันที่ของเอกสาร โปรดแก้ไขวันที่ให้ตรงกัน")


def _check_fixed(stored: DocumentRecord, typed: DocumentRecord) -> None:
    moved = replace(typed, state=stored.state, published_on=stored.published_on, url=stored.url)
    if stored.state in FIXED and moved != stored:
        raise BadValue("เอกสารนี้ลงนามแล้ว จึงแก้ไขข้อความไม่ได้ โปรดเลือก “กลับเป็นร่าง” ก่อน")


def _clean(document: DocumentRecord) -> DocumentRecord:
    return replace(
        document,
        number=normalise_line(document.number),
        fields={key: normalise(text) for key, text in document.fields.items()},
        signatories=tuple(map(_clean_signatory, document.signatories)),
        url=normalise_line(document.url),
    )


def _clean_signatory(signatory: Signatory) -> Signatory:
    return Signatory(
        normalise_line(signatory.name),
        normalise_line(signatory.rank),
        normalise(signatory.position),
        normalise(signatory.acting),
    )
