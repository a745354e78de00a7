"""Content blocks of a document, the same for every writer.

Lengths are centimetres, sizes nominal points of TH Sarabun (16 pt body).
"""

from __future__ import annotations

from itadesk.reports.content.blocks import (
    Bar,
    Bars,
    Cell,
    Contents,
    Gap,
    PageBreak,
    Row,
    Table,
)
from itadesk.reports.content.document import (
    Block,
    Document,
    PageNumbers,
    Section,
    code_line,
    listed,
    paragraphs,
)
from itadesk.reports.content.letters import (
    Band,
    Column,
    Emblem,
    Rule,
    Signature,
    Together,
)
from itadesk.reports.content.text import (
    Align,
    Paragraph,
    Picture,
    Run,
    VAlign,
)

__all__ = [
    "Align",
    "Band",
    "Bar",
    "Bars",
    "Block",
    "Cell",
    "Column",
    "Contents",
    "Document",
    "Emblem",
    "Gap",
    "PageBreak",
    "PageNumbers",
    "Paragraph",
    "Picture",
    "Row",
    "Rule",
    "Run",
    "Section",
    "Signature",
    "Table",
    "Together",
    "VAlign",
    "code_line",
    "listed",
    "paragraphs",
]
