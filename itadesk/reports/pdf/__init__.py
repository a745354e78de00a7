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
    from itadesk.reports.pdf.words import Shaper


def write(
    document: Document,
    path: Path,
    breaker: Breaker | None = None,
    *,
    words: tuple[str, ...] = (),
) -> None:
    """Put the document at `path` in one step; raises CannotWrite."""
    replace_file(path, render(document, breaker, words=words))


def render(
    document: Document, breaker: Breaker | None = None, *, words: tuple[str, ...] = ()
) -> bytes:
    """The document as PDF: equal documents give equal bytes.

    `words` are the office's names that a line never breaks inside. What was laid out before is
    remembered for the same words; a `breaker` of one's own is told apart by identity.
    """
    from itadesk.reports.pdf.flow import lay_out
    from itadesk.reports.pdf.pdffile import assemble

    sheets = lay_out(document, typesetter(breaker, words))
    return assemble(document, sheets.pages, sheets.bookmarks)


def typesetter(breaker: Breaker | None = None, words: tuple[str, ...] = ()) -> Typesetter:
    """What lays out paragraphs, with all that it remembers; the same for the same arguments."""
    return _typesetter(breaker, words)


@lru_cache(maxsize=4)
def _typesetter(breaker: Breaker | None, words: tuple[str, ...]) -> Typesetter:
    from itadesk.reports.pdf.paragraphs import Typesetter

    return Typesetter(_shaper(), breaker or _own_breaker(words))


@lru_cache(maxsize=1)
def _shaper() -> Shaper:
    from itadesk.reports.pdf.faces import laksaman
    from itadesk.reports.pdf.words import Shaper

    return Shaper(laksaman())


def _own_breaker(words: tuple[str, ...]) -> Breaker:
    from itadesk.thai.breaking import make_breaker

    return make_breaker(words)
