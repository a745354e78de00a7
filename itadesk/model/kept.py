"""Files the office keeps with its data: scans, frozen PDFs, photos, emblem, seal, templates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileRole(StrEnum):
    """What a kept file is for; the last three belong to the office and to no year."""

    SCAN = "scan"  # the signed copy of a document
    FROZEN = "frozen"  # the PDF of the moment a document was signed or sent
    PHOTO = "photo"
    EVIDENCE = "evidence"
    GARUDA = "garuda"
    SEAL = "seal"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """All of a file but its content: `size` in bytes, `digest` the content's SHA-256 in hex.

    `document`, `measure` and `months` (of a round) say what it belongs to. `note` of a frozen
    PDF is the fingerprint of what it shows, of a template the placeholders it uses. `path` is
    where a larger file lies that is not kept.
    """

    role: FileRole
    name: str
    id: int | None = None
    media: str = ""
    size: int = 0
    digest: str = ""
    year: int | None = None
    document: int | None = None
    measure: int | None = None
    months: int | None = None
    caption: str = ""
    note: str = ""
    path: str = ""
