"""Typesets content blocks as PDF."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from itadesk.files import replace_file
from itadesk.reports.content import Document

if TYPE_CHECKING:
    from itadesk.reports.pdf.filling import Breaker
    from itadesk.reports.pdf.installed import Typeface
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
    document: Document,
    breaker: Breaker | None = None,
    *,
    words: tuple[str, ...] = (),
    typeface: Typeface | None = None,
) -> bytes:
    """The document as PDF: equal documents give equal bytes.

    `words` are the office's names that a line never breaks inside; `typeface` is a family of the
    PC instead of the shipped one. What was laid out before is remembered for the same of both; a
    `breaker` of one's own is told apart by identity.
    """
    from itadesk.reports.pdf.flow import lay_out
    from itadesk.reports.pdf.pdffile import assemble

    sheets = lay_out(document, typesetter(breaker, words, typeface))
    return assemble(document, sheets.pages, sheets.bookmarks, sheets.tree)


def typesetter(
    breaker: Breaker | None = None,
    words: tuple[str, ...] = (),
    typeface: Typeface | None = None,
) -> Typesetter:
    """What lays out paragraphs, with all that it remembers; the same for the same arguments."""
    return _typesetter(breaker, words, typeface)


@lru_cache(maxsize=4)
def _typesetter(
    breaker: Breaker | None, words: tuple[str, ...], typeface: Typeface | None
) -> Typesetter:
    from itadesk.reports.pdf.paragraphs import Typesetter

    return Typesetter(_shaper(typeface), breaker or _own_breaker(words))


@lru_cache(maxsize=2)
def _shaper(typeface: Typeface | None) -> Shaper:
    from itadesk.reports.pdf.faces import family_of
    from itadesk.reports.pdf.words import Shaper

    return Shaper(family_of(typeface))


def _own_breaker(words: tuple[str, ...]) -> Breaker:
    from itadesk.thai.breaking import make_breaker

    return make_breaker(words)
