"""Titles and headings of reports."""

from __future__ import annotations

from itadesk.model.catalogue import Catalogue, Indicator
from itadesk.model.work import Measure
from itadesk.reports.content import Align, Paragraph, Run


def title(text: str, size: float = 16.0) -> Paragraph:
    """The centred title of a document or of a part of it."""
    return Paragraph(
        (Run(text, bold=True),),
        "title",
        size,
        Align.CENTRE,
        after=6.0,
        keep_with_next=True,
        outline=1,
    )


def subtitle(text: str, size: float = 16.0) -> Paragraph:
    """A centred line below a title, not in the bookmarks."""
    return Paragraph(
        (Run(text, bold=True),), "title", size, Align.CENTRE, after=6.0, keep_with_next=True
    )


def heading(text: str, size: float = 16.0) -> Paragraph:
    """A heading at the left that stays with what follows."""
    return Paragraph(
        (Run(text, bold=True),),
        "heading",
        size,
        before=8.0,
        after=4.0,
        keep_with_next=True,
        outline=2,
    )


def subheading(text: str, size: float = 16.0) -> Paragraph:
    """A line in bold above paragraphs, not in the bookmarks."""
    return Paragraph((Run(text, bold=True),), size=size, before=6.0, after=2.0, keep_with_next=True)


def indicator_name(indicator: Indicator) -> str:
    """ตัวชี้วัดที่ n with its name, as every form prints it."""
    return f"ตัวชี้วัดที่ {indicator.no} {indicator.name.text}".rstrip()


def measure_title(catalogue: Catalogue, measure: Measure) -> str:
    """A measure's own title, else the indicator that it answers."""
    indicator = catalogue.indicator(measure.indicator or 0)
    return measure.title or (indicator_name(indicator) if indicator else "มาตรการ")


def body(text: str, size: float = 16.0) -> Paragraph:
    """A paragraph of running text with the official first-line indent of 2.5 cm."""
    return Paragraph((Run(text),), "body", size, Align.THAI, first=2.5, before=6.0, after=6.0)
