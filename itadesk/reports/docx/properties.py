"""What a Word file says of itself: title and office, no person, no computer, no time."""

from __future__ import annotations

from datetime import UTC, datetime

from docx.document import Document as WordDocument
from docx.opc.part import Part

FIXED_TIME = datetime(2001, 1, 1, tzinfo=UTC)
LONGEST = 255  # letters; Word takes no more
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>itadesk</Application></Properties>"
)
_CUSTOM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)


def describe(word: WordDocument, title: str, author: str, subject: str) -> None:
    """Replaces all that the file, or the template it was made of, says of its making."""
    core = word.core_properties
    core.title, core.author, core.subject = (text[:LONGEST] for text in (title, author, subject))
    core.last_modified_by = author[:LONGEST]
    core.comments = core.keywords = core.category = core.content_status = ""
    core.language, core.revision = "th-TH", 1
    core.created = core.modified = FIXED_TIME
    for part in word.part.package.iter_parts():
        _blank(part)


def _blank(part: Part) -> None:
    bodies = {"/docProps/app.xml": _APP, "/docProps/custom.xml": _CUSTOM}
    if str(part.partname) in bodies:
        part._blob = bodies[str(part.partname)]
