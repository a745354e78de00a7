"""What the pieces of the pages are: the tree that screen readers and converters walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from itadesk.reports.content import Paragraph

Kind = Literal["Document", "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Figure"]
_DEEPEST = 3


@dataclass(slots=True, eq=False)
class Element:
    """A node; a leaf holds the `marks` (page, number on the page) under which it is drawn.

    `extra` are further entries in PDF syntax.
    """

    kind: Kind
    extra: str = ""
    below: list[Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, kind: Kind, extra: str = "") -> Element:
        made = Element(kind, extra)
        self.below.append(made)
        return made

    def paragraph(self, paragraph: Paragraph) -> Element | None:
        """A heading or a paragraph; None for one without text."""
        return self.add(self._kind(paragraph)) if paragraph.text.strip() else None

    def _kind(self, paragraph: Paragraph) -> Kind:
        """A first title is a heading even when it is no bookmark."""
        level = min(paragraph.outline or 0, _DEEPEST)
        if not level and paragraph.style == "title":
            level = 0 if any(each.kind == "H1" for each in self.below) else 1
        kinds: tuple[Kind, ...] = ("P", "H1", "H2", "H3")
        return kinds[level]

    def figure(self, described: str) -> Element:
        """A picture; `described` is read out in its place."""
        text = ("\ufeff" + described).encode("utf-16-be").hex().upper()
        return self.add("Figure", f"/Alt<{text}>")

    def cell(self, kind: Kind, columns: int, rows: int) -> Element:
        """A cell of a row, over so many columns and rows."""
        entries = "/Scope/Column" if kind == "TH" else ""
        entries += f"/ColSpan {columns}" if columns > 1 else ""
        entries += f"/RowSpan {rows}" if rows > 1 else ""
        return self.add(kind, f"/A<</O/Table{entries}>>" if entries else "")


def tree_objects(
    root: Element, marked: Sequence[Sequence[Element]], pages: Sequence[int], first: int
) -> list[str]:
    """The bodies of the objects `first`… : the tree's root, where marks belong, the elements.

    `marked` are the elements of each page by the numbers of their marks; `pages` the objects of
    the pages.
    """
    elements: list[tuple[Element, int]] = []
    numbers: dict[Element, int] = {}
    _collect(root, first, first + 2, elements, numbers)
    parents = "".join(
        f"{page}[{' '.join([f'{numbers[each]} 0 R' for each in owners])}]"
        for page, owners in enumerate(marked)
        if owners
    )
    return [
        f"<</Type/StructTreeRoot/K {first + 2} 0 R/ParentTree {first + 1} 0 R"
        f"/ParentTreeNextKey {len(pages)}>>",
        f"<</Nums[{parents}]>>",
        *[_body(element, parent, numbers, pages) for element, parent in elements],
    ]


def _collect(
    element: Element,
    parent: int,
    first: int,
    elements: list[tuple[Element, int]],
    numbers: dict[Element, int],
) -> None:
    """Numbers an element and what is below it from `first` on, in reading order."""
    number = numbers[element] = first + len(elements)
    elements.append((element, parent))
    for each in element.below:
        _collect(each, number, first, elements, numbers)


def _body(element: Element, parent: int, numbers: dict[Element, int], pages: Sequence[int]) -> str:
    head = f"<</S/{element.kind}/P {parent} 0 R{element.extra}"
    if element.below:
        return f"{head}/K[{' '.join([f'{numbers[each]} 0 R' for each in element.below])}]>>"
    if not element.marks:
        return f"{head}>>"
    home, number = element.marks[0]
    if len(element.marks) == 1:
        return f"{head}/Pg {pages[home]} 0 R/K {number}>>"
    kids = " ".join(
        str(mark) if page == home else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>"
        for page, mark in element.marks
    )
    return f"{head}/Pg {pages[home]} 0 R/K[{kids}]>>"
