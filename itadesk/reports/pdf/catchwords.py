"""The first words of the next page at the foot of a page: /ในการนี้..."""

from __future__ import annotations

from itadesk.reports.content import Align, Paragraph, Run
from itadesk.reports.pdf.filling import Breaker
from itadesk.reports.pdf.metrics import CATCHWORD_ROOM, NUMBER_SIZE
from itadesk.reports.pdf.sheets import Sheets

_MOST = 20  # letters
_FEWEST = 4  # letters; a number alone says too little


def write_catchwords(sheets: Sheets, first: int) -> None:
    """On every page of the section at hand but its last; the section began on page `first`."""
    for page, following in zip(sheets.pages[first:], sheets.pages[first + 1 :], strict=False):
        words = first_words(following.begins, sheets.setter.breaker)
        if words:
            said = Paragraph((Run(f"/{words}..."),), size=NUMBER_SIZE, align=Align.RIGHT)
            laid = sheets.setter.lay(said, sheets.width)
            top = sheets.bottom + CATCHWORD_ROOM - laid.pitch
            page.line(laid.lines[0], sheets.left, top, laid.size, None)


def first_words(text: str, breaker: Breaker) -> str:
    """A phrase up to a space where it is short, else as many words as are."""
    ends = [*breaker.breaks(text), len(text)] if text else [0]
    end = max((each for each in ends if each <= _MOST), default=ends[0])
    space = text.find(" ", _FEWEST, end)
    return text[: end if space < 0 else space].strip()
