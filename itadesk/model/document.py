"""Documents of a year (เอกสาร): a form with its number, day, signatories and state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class DocumentState(StrEnum):
    """The road of a document: ร่าง → เสนอ → ลงนาม → เผยแพร่."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SIGNED = "signed"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: name with its title, a rank on the signature line, position, and the second
    line of one who acts for another (รักษาราชการแทน, ปฏิบัติราชการแทน, ปฏิบัติหน้าที่)."""

    name: str = ""
    rank: str = ""
    position: str = ""
    acting: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document; `fields` are its own texts by key of the form, `url` where it is published.

    The first signatory signs; the others are those the form names after him, in its order.
    """

    id: int | None = None
    form: str = ""
    number: str = ""
    day: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    signatories: tuple[Signatory, ...] = ()
    state: DocumentState = DocumentState.DRAFT
    published_on: date | None = None
    url: str = ""
