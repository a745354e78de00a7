"""The first page of a report: title in the upper half, lines about the result below it."""

from __future__ import annotations

from itadesk.model.year import YearData
from itadesk.reports.content import Align, Block, Emblem, PageBreak, Paragraph, Run
from itadesk.reports.forms import Options

CM = 72 / 2.54  # pt
TITLE_FROM_TOP = 150.0  # pt below the upper margin
TITLE_FROM_SEAL = 36.0  # pt, at least
LINES_FROM_TITLE = 60.0  # pt
TEXT_MIDDLE = 8.0  # cm from the left margin; titles stand over the text, not over the sheet


def seal_of(data: YearData, options: Options) -> tuple[Emblem, ...]:
    """The office's seal as covers bear it; nothing when it has none."""
    height = float(data.settings.seal_height)
    seal = Emblem(height, options.seal, axis=TEXT_MIDDLE, told=f"ตราของ{data.office.name}")
    return (seal,) if options.seal else ()


def cover(
    title: str, lines: tuple[str, ...], size: float, seal: tuple[Emblem, ...] = ()
) -> tuple[Block, ...]:
    """A page of its own; the title two steps larger than `size`, in bold, where it stands
    without a seal too unless the seal is high."""
    taken = sum(each.height * CM for each in seal)
    head = Paragraph(
        (Run(title, bold=True),),
        "title",
        size + 4,
        Align.CENTRE,
        before=max(TITLE_FROM_TOP - taken, TITLE_FROM_SEAL),
        after=LINES_FROM_TITLE,
        outline=1,
    )
    below = tuple(
        Paragraph((Run(line, bold=True),), "title", size + 2, Align.CENTRE, after=6.0)
        for line in lines
        if line
    )
    return (*seal, head, *below, PageBreak())
