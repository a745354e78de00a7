"""Localises the digits of a finished document, run by run."""

from __future__ import annotations

from dataclasses import replace

from itadesk.reports.content import (
    Band,
    Bars,
    Block,
    Cell,
    Document,
    Gap,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    Together,
)
from itadesk.thai.digits import localise


def localised(document: Document, *, thai: bool) -> Document:
    """The document in Thai or Arabic digits; literal runs stay as they are."""
    sections = tuple(
        replace(
            section,
            blocks=tuple(_block(block, thai=thai) for block in section.blocks),
            running=tuple(_paragraph(each, thai=thai) for each in section.running),
            opening=tuple(_paragraph(each, thai=thai) for each in section.opening),
        )
        for section in document.sections
    )
    return replace(
        document,
        title=localise(document.title, thai),
        sections=sections,
        thai_digits=thai,
    )


def _block(block: Block, *, thai: bool) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, thai=thai)
    if isinstance(block, Table):
        return replace(
            block,
            rows=tuple(_row(row, thai=thai) for row in block.rows),
            head=tuple(_row(row, thai=thai) for row in block.head),
        )
    if isinstance(block, Bars):
        bars = (
            replace(
                bar, label=_paragraph(bar.label, thai=thai), note=_paragraph(bar.note, thai=thai)
            )
            for bar in block.bars
        )
        return replace(block, bars=tuple(bars))
    if isinstance(block, Together):
        return replace(block, blocks=tuple(_part(each, thai=thai) for each in block.blocks))
    if isinstance(block, Band | Signature):
        return _part(block, thai=thai)
    return block


def _part(
    block: Paragraph | Gap | Band | Signature, *, thai: bool
) -> Paragraph | Gap | Band | Signature:
    if isinstance(block, Paragraph):
        return _paragraph(block, thai=thai)
    if isinstance(block, Band):
        columns = (
            replace(each, blocks=tuple(_paragraph(line, thai=thai) for line in each.blocks))
            for each in block.columns
        )
        return replace(block, columns=tuple(columns))
    if isinstance(block, Signature):
        return replace(
            block,
            lines=tuple(_paragraph(each, thai=thai) for each in block.lines),
            closing=_paragraph(block.closing, thai=thai) if block.closing else None,
            rank=_paragraph(block.rank, thai=thai) if block.rank else None,
        )
    return block


def _row(row: Row, *, thai: bool) -> Row:
    return replace(row, cells=tuple(_cell(cell, thai=thai) for cell in row.cells))


def _cell(cell: Cell, *, thai: bool) -> Cell:
    blocks = (
        _paragraph(each, thai=thai) if isinstance(each, Paragraph) else each for each in cell.blocks
    )
    return replace(cell, blocks=tuple(blocks))


def _paragraph(paragraph: Paragraph, *, thai: bool) -> Paragraph:
    runs = tuple(_run(run, thai=thai) for run in paragraph.runs)
    return paragraph if runs == paragraph.runs else replace(paragraph, runs=runs)


def _run(run: Run, *, thai: bool) -> Run:
    text = run.text if run.literal else localise(run.text, thai)
    return run if text == run.text else replace(run, text=text)
