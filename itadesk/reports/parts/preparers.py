"""Who made, checked and approved a report: a place to sign for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from itadesk.reports.content import Align, Block, Paragraph, Run
from itadesk.reports.forms import FormText
from itadesk.reports.parts.document_texts import signer_texts

KEYS = {"maker": "ผู้จัดทำ", "checker": "ผู้ตรวจสอบ", "approver": "ผู้เห็นชอบ"}
LINE = "." * 40
ABOVE = 26.0  # pt, for the hand
TEXTS = (
    FormText("with_preparers", "พิมพ์ช่องลงชื่อผู้จัดทำ ผู้ตรวจสอบ ผู้เห็นชอบ", "", switch=True),
    *(
        text
        for key, who in KEYS.items()
        for text in (
            FormText(f"{key}_label", f"คำท้ายช่องลงชื่อ{who} (ว่าง = ไม่พิมพ์ช่องนี้)", who),
            *signer_texts(key, who, ""),
        )
    ),
)


def blocks(words: Mapping[str, str], size: float) -> tuple[Block, ...]:
    """A block for each, one below the other on one page; what is not known is dotted."""
    keys = [key for key in KEYS if words["with_preparers"] and words[f"{key}_label"]]
    lines = [line for key in keys for line in _block(words, key, size)]
    return (*lines[:-1], *(replace(each, keep_with_next=False) for each in lines[-1:]))


def _block(words: Mapping[str, str], key: str, size: float) -> list[Paragraph]:
    label, name, position, rank, acting = (
        words[f"{key}_{part}"].strip() for part in ("label", "name", "position", "rank", "acting")
    )
    texts = [
        f"ลงชื่อ {rank} {LINE} {label}" if rank else f"ลงชื่อ {LINE} {label}",
        f"({name.strip('()').strip() or LINE})",
        position or f"ตำแหน่ง {LINE}",
        *([acting] if acting else []),
    ]
    return [
        Paragraph(
            (Run(text),),
            size=size,
            align=Align.CENTRE,
            before=0.0 if place else ABOVE,
            keep_with_next=True,
        )
        for place, text in enumerate(texts)
    ]
