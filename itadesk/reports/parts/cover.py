"""The first page of a report: title in the upper half, lines about the result below it."""

from __future__ import annotations

from itadesk.reports.content import Align, Block, PageBreak, Paragraph, Run

TITLE_FROM_TOP = 150.0  # pt below the upper margin
LINES_FROM_TITLE = 60.0  # pt


def cover(title: str, lines: tuple[str, ...], size: float) -> tuple[Block, ...]:
    """A page of its own; the title two steps larger than `size`, in bold."""
    head = Paragraph(
        (Run(title, bold=True),),
        "title",
        size + 4,
        Align.CENTRE,
        before=TITLE_FROM_TOP,
        after=LINES_FROM_TITLE,
        outline=1,
    )
    below = tuple(
        Paragraph((Run(line, bold=True),), "title", size + 2, Align.CENTRE, after=6.0)
        for line in lines
        if line
    )
    return (head, *below, PageBreak())
