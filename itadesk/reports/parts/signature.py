"""Where a document is signed: ลงนาม, (name), position."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.reports.content import Align, Paragraph, Run
from itadesk.reports.forms import FormText

LEFT = 7.0  # cm; the block stands in the right half
LINE = "." * 44
SPACES = (26.0, 2.0, 0.0)  # pt above each line
TEXTS = (
    FormText("sign_label", "คำนำหน้าช่องลงนาม", "ลงนาม"),
    FormText("sign_name", "ชื่อผู้ลงนาม", ""),
    FormText("sign_position", "ตำแหน่งผู้ลงนาม", "{head}"),
)


def signature(words: Mapping[str, str], size: float) -> tuple[Paragraph, ...]:
    """Three lines that stay together; what is empty is a dotted line to write on."""
    name = words["sign_name"].strip().strip("()").strip() or LINE
    lines = (
        f"{words['sign_label']} {LINE}".strip(),
        f"({name})",
        words["sign_position"].strip() or f"ตำแหน่ง {LINE}",
    )
    return tuple(
        Paragraph(
            (Run(line),),
            size=size,
            align=Align.CENTRE,
            indent=LEFT,
            before=SPACES[place],
            keep_with_next=place < len(lines) - 1,
        )
        for place, line in enumerate(lines)
    )
