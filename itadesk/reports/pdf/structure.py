"""What the pieces of the pages are: the tree that screen readers and converters walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from itadesk.reports.content import Paragraph

Kind = Literal[
    "Document", "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Figure", "TOC", "TOCI"
]
_DEEPEST = 3


@dataclass(slots=True, eq=False)
class Element:
    """The `number`th of a `tree`, which is in reading order, and what is `below` it.

    A leaf holds the `marks` (page, number on the page) under which it is drawn. `extra` are
    further entries in PDF syntax.
    """

    kind: Kind
    extra: str
    parent: int
    number: int
    tree: list[Element]
    below: list[int] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, kind: Kind, extra: str = "") -> Element:
        number = len(self.tree)
        made = Element(kind, extra, self.number, number, self.tree)
        self.tree.append(made)
        self.below.append(number)
        return made

    def paragraph(self, paragraph: Paragraph) -> Element | None:
        """A heading or a paragraph; None for one without text."""
        return self.add(self._kind(paragraph)) if paragraph.text.strip() else None

    def _kind(self, paragraph: Paragraph) -> Kind:
        """A first title is a heading even when it is no bookmark."""
        level = min(paragraph.outline or 0, _DEEPEST)
        if not level and paragraph.style == "title":
            level = 0 if any(self.tree[each].kind == "H1" for each in self.below) else 1
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


def new_tree() -> Element:
    """The root of a document; its own parent stands two objects before it in the file."""
    root = Element("Document", "", -2, 0, [])
    root.tree.append(root)
    return root


def tree_objects(
    root: Element, marked: Sequence[Sequence[Element]], pages: Sequence[int], first: int
) -> list[str]:
    """The bodies of the objects `first`… : the tree's root, where marks belong, the elements.

    `marked` are the elements of each page by the numbers of their marks; `pages` the objects of
    the pages.
    """
    base = first + 2
    parents = "".join(
        f"{page}[{' '.join([f'{base + each.number} 0 R' for each in owners])}]"
        for page, owners in enumerate(marked)
        if owners
    )
    return [
        f"<</Type/StructTreeRoot/K {base} 0 R/ParentTree {first + 1} 0 R"
        f"/ParentTreeNextKey {len(pages)}>>",
        f"<</Nums[{parents}]>>",
        *[_body(element, base, pages) for element in root.tree],
    ]


def _body(element: Element, base: int, pages: Sequence[int]) -> str:
    head = f"<</S/{element.kind}/P {base + element.parent} 0 R{element.extra}"
    if element.below:
        return f"{head}/K[{' '.join([f'{base + each} 0 R' for each in element.below])}]>>"
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
