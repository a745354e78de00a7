"""The last steps that every form shares."""

from __future__ import annotations

from itadesk.model.office import Digits
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Document, Section
from itadesk.reports.digits import localised
from itadesk.reports.forms import Options


def finished(
    title: str, blocks: tuple[Block, ...], data: YearData, options: Options, subject: str = ""
) -> Document:
    """Blocks on upright pages, in the digits of this printing or else of the office."""
    return bound(title, (Section(blocks),), data, options, subject)


def bound(
    title: str, sections: tuple[Section, ...], data: YearData, options: Options, subject: str = ""
) -> Document:
    """Sections of any shape, in the digits of this printing or else of the office."""
    named = " ".join(title.split())
    document = Document(named, data.office.name, sections, subject=subject)
    digits = options.digits or data.settings.digits
    return localised(document, thai=digits is Digits.THAI)
