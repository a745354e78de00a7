"""The pages of a document as they are filled: margins, running lines, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from itadesk.reports.content import (
    Align,
    Document,
    PageNumbers,
    Paragraph,
    Run,
    Section,
    code_line,
)
from itadesk.reports.pdf.drawing import Bookmark, Box, Page
from itadesk.reports.pdf.lines import Line
from itadesk.reports.pdf.metrics import (
    A4,
    CATCHWORD_ROOM,
    CM,
    CODE_EDGE,
    NUMBER_SIZE,
    NUMBER_TOP,
    NUMBERED_TEXT_TOP,
    STAMP_EDGE,
)
from itadesk.reports.pdf.paragraphs import Laid, Typesetter
from itadesk.reports.pdf.structure import Element, new_tree

# Of a page: what the rows of a table need below the lines above them.
_LEFT = 1 / 3
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(slots=True)
class Sheets:
    """All pages so far; `y` is where the next thing goes, in points from the page's top.

    `known` are the bookmarks of an earlier laying out of the same document. `catching` leaves room
    for words of the next page.
    """

    setter: Typesetter
    document: Document
    known: Sequence[Bookmark] = ()
    catching: bool = False
    pages: list[Page] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    y: float = 0.0
    top: float = 0.0
    left: float = 0.0
    width: float = 0.0
    bottom: float = 0.0
    running: tuple[Paragraph, ...] = ()
    section: Section = field(default_factory=lambda: Section(()))
    tree: Element = field(default_factory=new_tree)

    def begin(self, section: Section) -> None:
        """Start a section on a new page."""
        self.section = section
        self.left = section.left * CM
        across = A4[1] if section.landscape else A4[0]
        self.width = across - (section.left + section.right) * CM
        self.running = ()
        self._turn(self.tree.paragraph(section.stamp) if section.stamp else None)

    def run(self) -> None:
        """Begin the running lines, below what opens the section or on a page of their own."""
        running = self.section.running
        laid = [self.setter.lay(paragraph, self.width) for paragraph in running]
        height = sum(each.before + each.height + each.after for each in laid)
        if not self.fresh and self.room - height < _LEFT * (self.bottom - self.top):
            self._turn()
        self.running = running
        for paragraph in running:
            self._head(paragraph, self.tree.paragraph(paragraph))
        self.top = self.y

    def turn(self) -> None:
        """Go to a new page of the section."""
        self._turn()
        for paragraph in self.running:
            self._head(paragraph, None)
        self.top = self.y

    def _turn(self, stamped: Element | None = None) -> None:
        width, height = A4[::-1] if self.section.landscape else A4
        self.pages.append(Page(width, height, len(self.pages)))
        self.y = self.section.top * CM
        self.bottom = height - self.section.bottom * CM
        if self.catching and self.section.catchwords:
            self.bottom -= CATCHWORD_ROOM
        if self.section.stamp:
            self._stamp(self.section.stamp, stamped)
        if self.document.code:
            self._code(self.document.code)
        if self.section.page_numbers is PageNumbers.DASHED and len(self.pages) > 1:
            self._number(len(self.pages))
        self.top = self.y

    def _head(self, paragraph: Paragraph, owner: Element | None) -> None:
        laid = self.setter.lay(paragraph, self.width)
        self.y += laid.before
        self.lines(laid, 0, len(laid.lines), owner)
        self.y += laid.after

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y <= self.top

    @property
    def room(self) -> float:
        return self.bottom - self.y

    def lines(self, laid: Laid, begin: int, end: int, owner: Element | None) -> None:
        """Put lines of a paragraph one under the other from `y` on."""
        page = self.pages[-1]
        for line in laid.lines[begin:end]:
            page.line(line, self.left, self.y, laid.size, owner)
            self.y += laid.pitch

    def text(self, line: Line, left: float, top: float, size: float, owner: Element | None) -> None:
        """Put a line at a place of this page."""
        self.pages[-1].line(line, self.left + left, top, size, owner)

    def frame(self, box: Box, shade: bool) -> None:
        """A cell's border; `x` counts from the left margin."""
        placed = Box(self.left + box.x, box.top, box.width, box.height)
        if shade:
            self.pages[-1].shades.append(placed)
        self.pages[-1].frames.append(placed)

    def bookmark(self, paragraph: Paragraph) -> None:
        if paragraph.outline is not None:
            y = self.pages[-1].height - self.y
            mark = Bookmark(paragraph.outline, paragraph.text, len(self.pages) - 1, y)
            self.bookmarks.append(mark)

    def _stamp(self, stamp: Paragraph, owner: Element | None) -> None:
        laid = self.setter.lay(stamp, self.width)
        page = self.pages[-1]
        for line in laid.lines[:1]:
            page.line(line, self.left, STAMP_EDGE, laid.size, owner)
            foot = page.height - STAMP_EDGE - laid.pitch
            page.line(line, self.left, foot, laid.size, None)

    def _code(self, code: str) -> None:
        laid = self.setter.lay(code_line(code), self.width)
        page = self.pages[-1]
        page.line(laid.lines[0], self.left, page.height - CODE_EDGE - laid.pitch, laid.size, None)

    def _number(self, number: int) -> None:
        text = f"- {number} -"
        if self.document.thai_digits:
            text = text.translate(_THAI_DIGITS)
        paragraph = Paragraph((Run(text),), size=NUMBER_SIZE, align=Align.CENTRE)
        laid = self.setter.lay(paragraph, self.width)
        self.y = NUMBER_TOP
        self.lines(laid, 0, 1, None)
        self.y = max(self.section.top * CM, NUMBERED_TEXT_TOP)
