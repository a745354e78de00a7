"""Emblem, rule, signature, and groups that stay on one page, as official letters have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from itadesk.reports.content import (
    Align,
    Band,
    Block,
    Emblem,
    Gap,
    Paragraph,
    Rule,
    Signature,
    Together,
)
from itadesk.reports.pdf.bands import band_height, draw_band, natural_width
from itadesk.reports.pdf.drawing import Box
from itadesk.reports.pdf.images import shape
from itadesk.reports.pdf.metrics import CM, EMBLEM_SHAPE, RANK_END, RULE
from itadesk.reports.pdf.paragraphs import Laid, Typesetter
from itadesk.reports.pdf.sheets import Sheets
from itadesk.reports.pdf.structure import Element

Part = Paragraph | Gap | Band | Signature
MOST_COMPANY = 6  # lines; no group may ask for more


def draw_emblem(sheets: Sheets, emblem: Emblem) -> None:
    """The image, or nothing in a box of its size."""
    height = emblem.height * CM
    width = height * (shape(emblem.image) if emblem.image else EMBLEM_SHAPE)
    page = sheets.pages[-1]
    middle = page.width / 2 if emblem.axis is None else sheets.left + emblem.axis * CM
    left = sheets.left if emblem.align is Align.LEFT else middle - width / 2
    if emblem.image:
        box = Box(left, sheets.y, width, height)
        page.picture(emblem.image, box, sheets.tree.figure(emblem.told))
    sheets.y += height - emblem.rise


def draw_rule(sheets: Sheets, rule: Rule) -> None:
    """In the middle of the sheet."""
    sheets.y += rule.before
    page = sheets.pages[-1]
    width = rule.width * CM
    page.rule(Box((page.width - width) / 2, sheets.y, width, RULE))
    sheets.y += RULE + rule.after


@dataclass(frozen=True, slots=True)
class Measure:
    """Heights of parts when gaps have given way by `squeeze`, 0 not at all, 1 to their least."""

    setter: Typesetter
    width: float
    squeeze: float = 0.0

    def gap(self, points: float, least: float | None) -> float:
        return points if least is None else points - self.squeeze * (points - least)

    def laid(self, paragraph: Paragraph) -> Laid:
        return self.setter.lay(paragraph, self.width)

    def signing(self, block: Signature) -> tuple[float, tuple[Laid, ...]]:
        """Its axis in points, and its lines as wide as the paper allows around it."""
        axis = signature_axis(self.setter, block, self.width)
        width = 2 * min(axis, self.width - axis)
        plain = (replace(line, indent=0.0, align=Align.CENTRE) for line in block.lines)
        return axis, tuple(self.setter.lay(line, width) for line in plain)

    def height(self, part: Part) -> float:
        if isinstance(part, Gap):
            return self.gap(part.points, part.least)
        if isinstance(part, Band):
            return part.before + band_height(self.setter, part, self.width)
        if isinstance(part, Paragraph):
            return _whole(self.laid(part))
        closing = _whole(self.laid(part.closing)) if part.closing else 0.0
        _, lines = self.signing(part)
        return closing + self.hand(part) + sum(map(_whole, lines))

    def hand(self, block: Signature) -> float:
        """Room for the hand, and for a rank of several lines on the signature line."""
        space = self.gap(block.space, block.least)
        return max(space, self.laid(block.rank).height) if block.rank else space

    def group(self, parts: Sequence[Part]) -> float:
        return sum(map(self.height, parts))


def signature_axis(setter: Typesetter, block: Signature, width: float) -> float:
    """The middle of the closing phrase, or the given one, in points from the left margin."""
    if block.closing is None or not block.closing.text:
        return block.axis * CM
    line = setter.lay(block.closing, width).lines[0]
    return line.x + line.width / 2


def _whole(laid: Laid) -> float:
    return laid.before + laid.height + laid.after


def least_height(sheets: Sheets, group: Together) -> float:
    """What a group needs at least; 0 when no page holds it."""
    need = Measure(sheets.setter, sheets.width, 1.0).group(group.blocks)
    return need if need <= sheets.bottom - sheets.top else 0.0


def draw_parts(sheets: Sheets, parts: Sequence[Part]) -> None:
    """Parts that stay on one page, gaps made smaller when that saves a page."""
    loose = Measure(sheets.setter, sheets.width)
    tight = replace(loose, squeeze=1.0)
    if tight.group(parts) > sheets.room + 0.01 and not sheets.fresh:
        sheets.turn()
    excess = loose.group(parts) - sheets.room
    give = loose.group(parts) - tight.group(parts)
    squeeze = min(max(excess / give, 0.0), 1.0) if give > 0 else 0.0
    for part in parts:
        _draw(sheets, part, replace(loose, squeeze=squeeze))


def _draw(sheets: Sheets, part: Part, measure: Measure) -> None:
    if isinstance(part, Gap):
        sheets.y += measure.height(part)
    elif isinstance(part, Band):
        sheets.y += part.before
        draw_band(sheets, part)
    elif isinstance(part, Paragraph):
        _put(sheets, measure.laid(part), 0.0, sheets.tree.paragraph(part))
    else:
        _sign(sheets, part, measure)


def _sign(sheets: Sheets, block: Signature, measure: Measure) -> None:
    axis, lines = measure.signing(block)
    if block.closing:
        owner = sheets.tree.paragraph(block.closing)
        _put(sheets, measure.laid(block.closing), 0.0, owner)
    sheets.y += measure.hand(block)
    if block.rank:
        rank = replace(block.rank, indent=0.0)
        laid = measure.laid(rank)
        width = natural_width(measure.setter, (rank,), measure.width)
        y = sheets.y - laid.height
        owner = sheets.tree.paragraph(rank)
        for line in laid.lines:
            sheets.text(line, max(axis - RANK_END - width, 0.0), y, laid.size, owner)
            y += laid.pitch
    half = min(axis, measure.width - axis)
    for laid, paragraph in zip(lines, block.lines, strict=True):
        _put(sheets, laid, axis - half, sheets.tree.paragraph(paragraph))


def _put(sheets: Sheets, laid: Laid, left: float, owner: Element | None) -> None:
    sheets.y += laid.before
    for line in laid.lines:
        sheets.text(line, left, sheets.y, laid.size, owner)
        sheets.y += laid.pitch
    sheets.y += laid.after


def company(sheets: Sheets, blocks: Sequence[Block], index: int) -> tuple[float, int]:
    """What must stand on the page of the last lines of the paragraph at `index`, and how many
    lines these are: (0, 0) when no group follows that wants company."""
    measure = Measure(sheets.setter, sheets.width)
    trail, between = 0.0, 0
    for block in blocks[index + 1 :]:
        if isinstance(block, Paragraph) and between < MOST_COMPANY:
            laid = measure.laid(block)
            trail += _whole(laid)
            between += len(laid.lines)
        elif isinstance(block, Together) and between < block.company:
            need = least_height(sheets, block)
            return (trail + need, block.company - between) if need else (0.0, 0)
        else:
            break
    return 0.0, 0
