"""The parts of a workbook beside its sheets: which sheets there are, texts, number formats."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, fromstring

from itadesk.exchange.guard import Package
from itadesk.exchange.kinds import damaged

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"[^"]*"|\\.|_.')
_DATE_IDS = frozenset(
    (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59), *range(71, 82))
)
_PERCENT_IDS = frozenset((9, 10, 67, 68))


class Shown(Enum):
    """What a number format makes of a number."""

    NUMBER = auto()
    DATE = auto()
    PERCENT = auto()


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything a sheet's cells refer to; `parts` are part names by sheet name, in order."""

    parts: tuple[tuple[str, str], ...]
    strings: tuple[str, ...]
    formats: tuple[Shown, ...]
    from_1904: bool


def read_frame(package: Package) -> Frame:
    """Raises BadFile for a workbook that is damaged."""
    workbook = _root(package, package.main)
    targets = _targets(package)
    sheets = targets.get("worksheet", {})
    parts = tuple(
        (sheet.get("name") or "", sheets[relation])
        for sheet in _named(workbook, "sheet")
        if (relation := _attribute(sheet, "id")) in sheets
    )
    base = any(_true(_attribute(pr, "date1904")) for pr in _named(workbook, "workbookPr"))
    strings = _strings(package, *targets.get("sharedStrings", {}).values())
    return Frame(parts, strings, _formats(package, *targets.get("styles", {}).values()), base)


def local(element: Element) -> str:
    """A tag without its namespace: strict and transitional workbooks differ in nothing else."""
    return element.tag.rpartition("}")[2]


def text_of(element: Element) -> str:
    """The text of a string item, without the reading aids of East Asian scripts."""
    return unescaped("".join(_texts(element)))


def unescaped(text: str) -> str:
    """Characters that Excel writes as _x000D_."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        if local(child) == "t":
            yield child.text or ""
        elif local(child) == "r":
            yield from _texts(child)


def _root(package: Package, name: str) -> Element:
    data = package.part(name)
    if data is None:
        raise damaged(package.file)
    try:
        return fromstring(data)
    except (ParseError, ValueError, LookupError) as error:
        raise damaged(package.file) from error


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element) == name)


def _attribute(element: Element, name: str) -> str:
    """An attribute whatever its namespace."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _true(value: str) -> bool:
    return value in ("1", "true")


def _targets(package: Package) -> dict[str, dict[str, str]]:
    """Part names by kind of part and id of the relation."""
    folder, file = posixpath.split(package.main)
    relations = _root(package, posixpath.join(folder, "_rels", f"{file}.rels"))
    found: dict[str, dict[str, str]] = {}
    for relation in _named(relations, "Relationship"):
        kind = (relation.get("Type") or "").rpartition("/")[2]
        target = _resolved(folder, relation.get("Target") or "")
        found.setdefault(kind, {})[relation.get("Id") or ""] = target
    return found


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _strings(package: Package, *names: str) -> tuple[str, ...]:
    if not names:
        return ()
    return tuple(text_of(item) for item in _root(package, names[0]) if local(item) == "si")


def _formats(package: Package, *names: str) -> tuple[Shown, ...]:
    if not names:
        return ()
    styles = package.part(names[0]) or b""
    known = _known_formats if len(styles) < _FEW else _formats_of
    try:
        return known(styles)
    except (ParseError, ValueError, LookupError) as error:
        raise damaged(package.file) from error


def _formats_of(styles: bytes) -> tuple[Shown, ...]:
    root = fromstring(styles)
    own = {f.get("numFmtId"): f.get("formatCode") or "" for f in _named(root, "numFmt")}
    cells = next(_named(root, "cellXfs"), None)
    ids = [xf.get("numFmtId") or "0" for xf in cells] if cells is not None else []
    return tuple(_shown(number, own.get(number)) for number in ids)


_FEW = 64 * 1024  # bytes; workbooks of one program have the same styles
_known_formats = lru_cache(maxsize=16)(_formats_of)


def _shown(number: str, code: str | None) -> Shown:
    from openpyxl.styles.numbers import is_date_format

    if code is not None:
        if is_date_format(code):
            return Shown.DATE
        return Shown.PERCENT if "%" in _QUOTED.sub("", code) else Shown.NUMBER
    known = int(number) if number.isdecimal() and len(number) < 9 else 0
    if known in _DATE_IDS:
        return Shown.DATE
    return Shown.PERCENT if known in _PERCENT_IDS else Shown.NUMBER
