"""Blocks of official letters."""

from __future__ import annotations

from dataclasses import dataclass

from itadesk.reports.content.blocks import Gap
from itadesk.reports.content.text import Align, Paragraph


@dataclass(frozen=True, slots=True)
class Emblem:
    """The Garuda: PNG or JPG bytes, or an empty box of its size for sheets that bear one.

    Its top edge stands where the page's text would begin; CENTRE is the middle of the sheet, or
    `axis` cm from the left margin. What follows begins `rise` points above its foot. `told` says
    what it shows to one who cannot see it.
    """

    height: float = 3.0
    image: bytes = b""
    align: Align = Align.CENTRE
    rise: float = 0.0
    axis: float | None = None
    told: str = "ตราครุฑ"


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the middle of the sheet; `width` in cm."""

    width: float = 4.0
    before: float = 0.0  # pt
    after: float = 0.0  # pt


@dataclass(frozen=True, slots=True)
class Column:
    """A stack of paragraphs in a Band.

    It begins at `left` cm, or two spaces behind the longest line of the column before it. A
    `flush` one moves right until its longest line meets the right edge, `left` being its least
    place. `leader` fills its last line with dots up to the next column.
    """

    blocks: tuple[Paragraph, ...]
    left: float | None = None
    flush: bool = False
    leader: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Columns side by side whose first lines stand on one baseline; it is never divided."""

    columns: tuple[Column, ...]
    before: float = 0.0  # pt


@dataclass(frozen=True, slots=True)
class Signature:
    """`lines` (name, position) centred below `space` points for the hand: three blank lines.

    They are centred under `closing`, which begins at its own indent, or else on `axis` (cm from
    the left margin). A `rank` stands on the signature line. `space` may shrink to `least`.
    """

    lines: tuple[Paragraph, ...]
    axis: float
    closing: Paragraph | None = None
    rank: Paragraph | None = None
    space: float = 63.0
    least: float = 42.0


@dataclass(frozen=True, slots=True)
class Together:
    """What stays on one page, its gaps shrinking before a new page is begun.

    At least `company` lines of the text before it stand on its page.
    """

    blocks: tuple[Paragraph | Gap | Band | Signature, ...]
    company: int = 0
