"""What any report may have around its own pages: preface, contents, preparers, appendices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from itadesk.model.year import YearData
from itadesk.reports.content import (
    Block,
    Contents,
    PageBreak,
    Paragraph,
    Run,
    Section,
)
from itadesk.reports.forms import FormText, Options
from itadesk.reports.parts import evidence, photos, preface, preparers
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import subtitle

TEXTS = (
    *preface.TEXTS,
    FormText("with_contents", "พิมพ์สารบัญ", "", switch=True),
    FormText("contents_title", "หัวเรื่องสารบัญ", "สารบัญ"),
    *preparers.TEXTS,
    *photos.TEXTS,
    *evidence.TEXTS,
)


def enclosed(
    sections: tuple[Section, ...],
    words: Mapping[str, str],
    data: YearData,
    options: Options,
    cover: tuple[Block, ...] = (),
) -> tuple[Section, ...]:
    """The sections of a report with its cover and with what the office wants around them.

    `cover` ends with a page break. Without any wish it stands on the first pages of the report.
    """
    size, style = float(data.settings.body_size), CellStyle.of(data.settings)
    parts = [photos.blocks(data, words, options, style), evidence.blocks(data, words, style)]
    appendix = _on_pages_of_their_own([part for part in parts if part])
    if signed := preparers.blocks(words, size):
        *others, last = sections
        sections = (*others, replace(last, blocks=(*last.blocks, *signed)))
    if appendix:
        sections = (*sections, Section(appendix))
    return _headed(cover, _front(sections, words, size), sections)


def _front(
    sections: tuple[Section, ...], words: Mapping[str, str], size: float
) -> tuple[Block, ...]:
    """Preface and contents; contents of a report without headings would be empty."""
    parts = [preface.blocks(words, size)]
    blocks = (block for section in sections for block in section.blocks)
    headed = any(isinstance(each, Paragraph) and each.outline is not None for each in blocks)
    if words["with_contents"] and headed:
        head = subtitle(words["contents_title"], size + 2)
        over = [Paragraph((Run(text, bold=True),), size=size) for text in ("เรื่อง", "หน้า")]
        parts.append((head, Contents((over[0], over[1]), size)))
    return _on_pages_of_their_own([part for part in parts if part])


def _headed(
    cover: tuple[Block, ...], front: tuple[Block, ...], sections: tuple[Section, ...]
) -> tuple[Section, ...]:
    if front:
        return (Section((*cover, *front)), *sections)
    first, *others = sections
    return (replace(first, blocks=(*cover, *first.blocks)), *others)


def _on_pages_of_their_own(parts: list[tuple[Block, ...]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for part in parts:
        blocks += [PageBreak(), *part] if blocks else part
    return tuple(blocks)
