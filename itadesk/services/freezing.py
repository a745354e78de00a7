"""What was signed or sent stays as it was: the PDF of that moment, and whether it still agrees."""

from __future__ import annotations

from hashlib import sha256

from itadesk.model.changes import Changes
from itadesk.model.document import DocumentRecord
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.office import Digits
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.reports.content import Document
from itadesk.reports.forms import Options, form_of
from itadesk.services.files import keep_file


def fingerprint(document: Document) -> str:
    """Equal for equal contents, whatever the typesetting; SHA-256 in hex."""
    return sha256(repr(document).encode()).hexdigest()


def freeze(store: Store, year: int, document_id: int, pdf: bytes, mark: str) -> Changes:
    """Keeps the PDF of a document with the fingerprint (`mark`) of what it shows."""
    kept = KeptFile(FileRole.FROZEN, "ฉบับที่ลงนาม.pdf", year=year, document=document_id, note=mark)
    return keep_file(store, kept, pdf)


def frozen_of(data: YearData, document_id: int) -> KeptFile | None:
    """The newest frozen PDF of a document."""
    own = [each for each in data.files if each.document == document_id]
    return next((each for each in reversed(own) if each.role is FileRole.FROZEN), None)


def mark_of(data: YearData, document: DocumentRecord) -> str:
    """The fingerprint of what a document would show now, whichever digits are chosen."""
    options = Options(digits=Digits.ARABIC, document=document.id)
    return fingerprint(form_of(document.form).build(data, options))


def outdated(data: YearData, document: DocumentRecord) -> bool:
    """Whether the data have changed since the document was frozen."""
    frozen = frozen_of(data, document.id) if document.id is not None else None
    return frozen is not None and frozen.note != mark_of(data, document)


def thaw(store: Store, year: int, document_id: int) -> None:
    """Lets the frozen PDF go, within an action of the caller."""
    for each in store.files.of_year(year):
        frozen = each.document == document_id and each.role is FileRole.FROZEN
        if frozen and each.id is not None:
            store.files.delete(each.id)
