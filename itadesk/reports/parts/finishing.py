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
    named = " ".join(title.split())
    document = Document(named, data.office.name, (Section(blocks),), subject=subject)
    digits = options.digits or data.settings.digits
    return localised(document, thai=digits is Digits.THAI)
