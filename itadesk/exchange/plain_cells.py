"""The cells of a sheet written as almost all are: found by one pattern instead of element by element.

The pattern takes cells out of the XML; what is left must be well-formed and hold no other cell.
Anything else, formulas and error values among it, is left to the reader of every sheet (None).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers.expat import ExpatError, ParserCreate

Stored = tuple[str, str, str, str, str, str]
"""Column letters, row, style, kind, `<v>`, and the text of an inline string."""

_LARGEST = 2 * 1024**2  # bytes, held many times over while they are read
_HEAD = re.compile(
    rb"\s*<(?:\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?:UTF|utf)-8[\"'])?"
    rb"(?: standalone=[\"'](?:yes|no)[\"'])?\s*\?>\s*<)?[A-Za-z]"
)
# a value is plain ASCII without `&<>`; any text beside a cell stays in the rest
_CELL = re.compile(
    rb'(?<=>)<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,8})")?(?: t="(n|s|b|inlineStr)")?'
    rb"(?:/>|>(?:<v>([ -%'-;=?-~]+)</v>|"
    rb'(<is>)<t(?: xml:space="preserve")?(?:/>|>([^<]*)</t>)</is>)?</c>)(?=<)'
)
_GROUPS = 1 + _CELL.groups
_TEXT = "inlineStr"
_BETWEEN = "\uf8ff"  # between texts while they are decoded together; one of their own undoes that
_BETWEEN_BYTES = _BETWEEN.encode()


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """The cells that hold something, and the sheet without any."""

    cells: Sequence[Stored]
    rest: Element


def plain_cells(data: bytes) -> PlainSheet | None:
    """None where the whole must be parsed."""
    if len(data) > _LARGEST or b"<!" in data or not _HEAD.match(data):
        return None
    parts = _CELL.split(data)
    try:
        rest = fromstring(b"".join(parts[::_GROUPS]))
        if any(_is_cell(element.tag) for element in rest.iter()):
            return None
        texts = _decoded(parts[7::_GROUPS])
    except (ParseError, ExpatError, ValueError, LookupError):
        return None
    if texts is None:
        return None
    if not texts:
        return PlainSheet((), rest)
    columns = (_words(parts[n::_GROUPS]) for n in range(1, 6))
    inline = parts[6::_GROUPS]
    found = [
        (column, row, style or "0", kind or "n", stored, text)
        for column, row, style, kind, stored, opened, text in zip(
            *columns, inline, texts, strict=True
        )
        if (opened if kind == _TEXT else stored)
    ]
    return PlainSheet(found, rest)


def _is_cell(tag: object) -> bool:
    return not isinstance(tag, str) or tag == "c" or tag.endswith("}c")


def _words(parts: Sequence[bytes | None]) -> Sequence[str]:
    return b"\n".join(part or b"" for part in parts).decode("ascii").split("\n")


def _decoded(texts: Sequence[bytes | None]) -> Sequence[str] | None:
    """The texts with their character references resolved, in one go."""
    if not any(texts):
        return list(repeat("", len(texts)))
    parts: list[str] = []
    parser = ParserCreate("utf-8")
    parser.buffer_text = True
    parser.CharacterDataHandler = parts.append
    parser.Parse(b"<a>" + _BETWEEN_BYTES.join(text or b"" for text in texts) + b"</a>", True)
    found = "".join(parts).split(_BETWEEN)
    return found if len(found) == len(texts) else None
