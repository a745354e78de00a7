"""What was signed or sent stays as it was: the PDF of that moment, and whether it still agrees."""

from __future__ import annotations

from hashlib import sha256

from itadesk.model.changes import Changes
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.reports.content import Document
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
