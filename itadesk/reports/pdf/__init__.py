"""Typesets content blocks as PDF."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from itadesk.files import replace_file
from itadesk.reports.content import Document

if TYPE_CHECKING:
    from itadesk.reports.pdf.filling import Breaker
    from itadesk.reports.pdf.paragraphs import Typesetter


def write(document: Document, path: Path, breaker: Breaker | None = None) -> None:
    """Put the document at `path` in one step; raises CannotWrite."""
    replace_file(path, render(document, breaker))


def render(document: Document, breaker: Breaker | None = None) -> bytes:
    """The document as PDF: equal documents give equal bytes.

    `breaker` finds where lines may begin; without one the program's own word list is used.
    """
    from itadesk.reports.pdf.flow import lay_out
    from itadesk.reports.pdf.pdffile import assemble

    sheets = lay_out(document, typesetter(breaker))
    return assemble(document, sheets.pages, sheets.bookmarks)


@lru_cache(maxsize=4)
def typesetter(breaker: Breaker | None = None) -> Typesetter:
    """What lays out paragraphs, with all that it remembers; one for each breaker."""
    from itadesk.reports.pdf.faces import laksaman
    from itadesk.reports.pdf.paragraphs import Typesetter

    return Typesetter(laksaman(), breaker or _own_breaker())


def _own_breaker() -> Breaker:
    from itadesk.thai.breaking import make_breaker

    return make_breaker()
