"""Writes content blocks as an editable Word document."""

from __future__ import annotations

from itadesk.reports.content import Document

FONT = "TH SarabunPSK"  # named, not embedded; Word takes the one of the PC


def render_docx(document: Document, font: str = FONT) -> bytes:
    """The document as .docx; the same bytes for the same document."""
    from itadesk.reports.docx.building import build

    return build(document, font)
