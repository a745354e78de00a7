"""The cells of a sheet written as almost all are: found by one pattern, not by their elements.

The pattern takes cells out of the XML; what is left must be well-formed and hold no other cell.
Anything else, formulas and error values among it, is left to the reader of every sheet (None).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers.expat import ExpatError, ParserCreate

Stored = tuple[str, str, str, str, str | None, str]
"""Column letters, row, style, kind, `<v>`, and the text of an inline string."""

_LARGEST = 2 * 1024**2  # bytes, held many times over while they are read
_HEAD = re.compile(
    r"\s*<(?:\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?:UTF|utf)-8[\"'])?"
    r"(?: standalone=[\"'](?:yes|no)[\"'])?\s*\?>\s*<)?[A-Za-z]",
    re.ASCII,
)
# a value is plain ASCII without `&<>`; any text beside a cell stays in the rest
_CELL = re.compile(
    r'(?<=>)<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,8})")?(?: t="(n|s|b|inlineStr)")?'
    r"(?:/>|>(?:<v>([ -%'-;=?-~]+)</v>|"
    r'(<is>)<t(?: xml:space="preserve")?(?:/>|>([^<]*)</t>)</is>)?</c>)(?=<)'
)
_GROUPS = 1 + _CELL.groups
_TEXT = "inlineStr"
_BETWEEN = "\uf8ff"  # between texts while they are decoded together; one of their own undoes that


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """The cells that hold something, and the sheet without any."""

    cells: Sequence[Stored]
    rest: Element


def plain_cells(data: bytes) -> PlainSheet | None:
    """None where the whole must be parsed."""
    if len(data) > _LARGEST or b"<!" in data:
        return None
    try:
        written = data.decode()
        if not _HEAD.match(written):
            return None
        parts = _CELL.split(written)
        rest = fromstring("".join(parts[::_GROUPS]))
        if any(map(_is_cell, {element.tag for element in rest.iter()})):
            return None
        texts = _decoded(parts[7::_GROUPS])
    except (ParseError, ExpatError, ValueError, LookupError):
        return None
    return None if texts is None else PlainSheet(_filled(parts, texts), rest)


def _filled(parts: Sequence[str], texts: Sequence[str]) -> Sequence[Stored]:
    columns = (parts[number::_GROUPS] for number in range(1, 7))
    return [
        (column, row, style or "0", kind or "n", stored, text)
        for column, row, style, kind, stored, inline, text in zip(*columns, texts, strict=True)
        if (inline if kind == _TEXT else stored)
    ]


def _is_cell(tag: object) -> bool:
    return not isinstance(tag, str) or tag == "c" or tag.endswith("}c")


def _decoded(texts: Sequence[str | None]) -> Sequence[str] | None:
    """The texts with their character references resolved, in one go."""
    if not any(texts):
        return [""] * len(texts)
    parts: list[str] = []
    parser = ParserCreate("utf-8")
    parser.buffer_text = True
    parser.CharacterDataHandler = parts.append
    parser.Parse(f"<a>{_BETWEEN.join(text or '' for text in texts)}</a>", True)
    found = "".join(parts).split(_BETWEEN)
    return found if len(found) == len(texts) else None
