"""Pages into a PDF file: fonts, outline, tree, information; nothing that changes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import compress

from reportlab.pdfbase import pdfdoc

from itadesk.reports.content import Document
from itadesk.reports.pdf.drawing import Bookmark, Page, merged
from itadesk.reports.pdf.fontobjects import font_object, stream
from itadesk.reports.pdf.images import image_objects
from itadesk.reports.pdf.packing import packed
from itadesk.reports.pdf.shaping import drawable
from itadesk.reports.pdf.structure import Element, tree_objects


def assemble(
    content: Document, pages: Sequence[Page], bookmarks: Sequence[Bookmark], tree: Element
) -> bytes:
    """The bytes of the file."""
    document = pdfdoc.PDFDocument(compression=1, invariant=1, lang="th")
    document.info = _describe(content)
    fonts = {
        face.name: font_object(document, face, frozenset(codes))
        for face, codes in sorted(merged(pages).items(), key=lambda item: item[0].name)
    }
    resources = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFDictionary(fonts)})
    if images := image_objects(document, pages):
        resources["XObject"] = pdfdoc.PDFDictionary(images)
    shared = document.Reference(resources)
    sheets = [_sheet(document, page, shared) for page in pages]
    for page, sheet in zip(pages, sheets, strict=True):
        if page.links:
            document.idToObject[sheet.name].Annots = _links(page, bookmarks, sheets)
    document.Catalog.Outlines = _outline(document, bookmarks, sheets)
    if bookmarks:
        document.Catalog.PageMode = pdfdoc.PDFName("UseOutlines")
    document.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    first = document.objectcounter + 1
    document.Catalog.StructTreeRoot = f"{first} 0 R"
    numbers = [document.idToObjectNumberAndVersion[sheet.name][0] for sheet in sheets]
    parts = tree_objects(tree, [page.marked for page in pages], numbers, first)
    document.objectcounter += len(parts)
    return packed(document, parts, first)


def _describe(content: Document) -> pdfdoc.PDFDictionary:
    """Title, author and subject; no dates, which would make equal documents differ."""
    entries = {"Title": content.title, "Author": content.author, "Subject": content.subject}
    entries |= {"Creator": "itadesk", "Producer": "itadesk"}
    return pdfdoc.PDFDictionary(
        {name: pdfdoc.PDFString(_one_line(text)) for name, text in entries.items() if text}
    )


def _one_line(text: str) -> str:
    return " ".join(drawable(text).split())


@lru_cache(maxsize=128)
def _packed(content: bytes) -> bytes:
    return compress(content, 6)


def _sheet(
    document: pdfdoc.PDFDocument, page: Page, resources: object
) -> pdfdoc.PDFObjectReference:
    sheet = pdfdoc.PDFPage()
    sheet.__NoDefault__ = (*sheet.__NoDefault__, "StructParents")
    sheet.StructParents = page.number
    sheet.MediaBox = pdfdoc.PDFArray([0, 0, round(page.width, 2), round(page.height, 2)])
    content = page.content()
    sheet.Contents = stream(document, content, _packed(content))
    sheet.Resources = resources
    name = document.thisPageName()
    document.addPage(sheet)
    return pdfdoc.PDFObjectReference(name)


def _links(page: Page, bookmarks: Sequence[Bookmark], sheets: Sequence[object]) -> pdfdoc.PDFArray:
    """What of a page can be clicked on."""
    entries = {"Type": pdfdoc.PDFName("Annot"), "Subtype": pdfdoc.PDFName("Link")}
    entries["Border"] = pdfdoc.PDFArray([0, 0, 0])
    found = []
    for link in page.links:
        top, box = page.height - link.box.top, link.box
        edges = (box.x, top - box.height, box.x + box.width, top)
        place = pdfdoc.PDFArray([round(edge, 2) for edge in edges])
        target = _target(bookmarks[link.mark], sheets)
        found.append(pdfdoc.PDFDictionary({**entries, "Rect": place, "Dest": target}))
    return pdfdoc.PDFArray(found)


def _target(mark: Bookmark, sheets: Sequence[object]) -> pdfdoc.PDFArray:
    return pdfdoc.PDFArray([sheets[mark.page], "/XYZ null", round(mark.y, 2), "null"])


def _outline(
    document: pdfdoc.PDFDocument, bookmarks: Sequence[Bookmark], sheets: Sequence[object]
) -> object:
    """A tree of entries; an entry hangs under the nearest one before it of a lower level."""
    if not bookmarks:
        return None
    root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Outlines")})
    above: list[tuple[int, pdfdoc.PDFDictionary]] = [(0, root)]
    children: dict[int, list[pdfdoc.PDFDictionary]] = {}
    nodes = [root]
    for mark in bookmarks:
        while above[-1][0] >= mark.level:
            above.pop()
        parent = above[-1][1]
        title = pdfdoc.PDFString(_one_line(mark.title))
        entry = pdfdoc.PDFDictionary({"Title": title, "Dest": _target(mark, sheets)})
        entry["Parent"] = document.Reference(parent)
        children.setdefault(id(parent), []).append(entry)
        nodes.append(entry)
        above.append((mark.level, entry))
    for node in reversed(nodes):
        _link(document, node, children.get(id(node), []))
    return document.Reference(root)


def _link(
    document: pdfdoc.PDFDocument, parent: pdfdoc.PDFDictionary, entries: list[pdfdoc.PDFDictionary]
) -> None:
    """Join entries to each other and to their parent; all are open, so all are counted."""
    if not entries:
        return
    parent["First"] = document.Reference(entries[0])
    parent["Last"] = document.Reference(entries[-1])
    parent["Count"] = sum(1 + entry.dict.get("Count", 0) for entry in entries)
    for left, right in pairwise(entries):
        left["Next"] = document.Reference(right)
        right["Prev"] = document.Reference(left)
