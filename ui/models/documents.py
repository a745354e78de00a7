"""Documents of a form in the words of the window: their states, and how one is named."""

from __future__ import annotations

from collections.abc import Sequence

from itadesk.model.document import DocumentRecord, DocumentState
from itadesk.model.year import YearData
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai

STATES = {
    DocumentState.DRAFT: "ร่าง",
    DocumentState.SUBMITTED: "เสนอ",
    DocumentState.SIGNED: "ลงนาม",
    DocumentState.PUBLISHED: "เผยแพร่",
}
_SENT = ("letter", "memo")  # forms that are sent rather than published


def state_words(form: str) -> dict[DocumentState, str]:
    """The road of a document of this form."""
    last = "ส่งแล้ว" if form in _SENT else STATES[DocumentState.PUBLISHED]
    return {**STATES, DocumentState.PUBLISHED: last}


def documents_of(data: YearData, form: str) -> tuple[DocumentRecord, ...]:
    """Those of a form, the newest first."""
    return tuple(each for each in reversed(data.documents) if each.form == form)


def title_of(document: DocumentRecord, place: int) -> str:
    """Number and day, else which of the form's documents it is, then its state."""
    known = [f"ที่ {document.number}"] if document.number else []
    known += [format_date(document.day, "short")] if document.day else []
    known = known or [f"ฉบับที่ {place}"]
    return to_thai(" · ".join((*known, state_words(document.form)[document.state])))


def summary_of(documents: Sequence[DocumentRecord]) -> str:
    """State and number of the newest, and how many there are; "" when there is none."""
    if not documents:
        return ""
    newest = documents[0]
    words = [state_words(newest.form)[newest.state]]
    words += [f"ที่ {newest.number}"] if newest.number else []
    words += [f"{len(documents)} ฉบับ"] if len(documents) > 1 else []
    return to_thai(" · ".join(words))


def published_words(document: DocumentRecord) -> str:
    """When and where it was published or sent; "" when it was not."""
    if document.state is not DocumentState.PUBLISHED or document.published_on is None:
        return ""
    word = state_words(document.form)[document.state].removesuffix("แล้ว")
    return f"{word}เมื่อ {format_date(document.published_on)}"
