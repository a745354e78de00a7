"""What was made on Windows beside what Linux makes: text and its places, looks, cells, contents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
from PIL import Image

_SCALE = 1.5  # of the pages that are compared as pictures
_MADE_BY = "docProps/"  # parts of a Word file that tell when it was made


def differences(here: Path, there: Path) -> list[str]:
    """Of two folders, file by file; empty when they hold the same."""
    found = [f"only one has {path.name}" for path in _unpaired(here, there)]
    for path in sorted(here.iterdir()):
        other = there / path.name
        compare = {".pdf": _of_pdf, ".xlsx": _of_workbook, ".docx": _of_word}.get(path.suffix)
        if compare is not None and other.exists():
            found += [f"{path.name}: {what}" for what in compare(path, other)]
    return found


def _unpaired(here: Path, there: Path) -> list[Path]:
    names = [{path.name for path in folder.iterdir()} for folder in (here, there)]
    return [Path(name) for name in sorted(names[0] ^ names[1])]


def _of_pdf(one: Path, other: Path) -> Iterator[str]:
    """Byte for byte the same, or page by page: letters, their boxes, the picture."""
    if one.read_bytes() == other.read_bytes():
        return
    with closing(pypdfium2.PdfDocument(one)) as first, closing(pypdfium2.PdfDocument(other)) as two:
        if len(first) != len(two):
            yield f"{len(first)} and {len(two)} pages"
            return
        for number in range(len(first)):
            for what, look in (("text or its place", _letters), ("look", _picture)):
                if look(first[number]) != look(two[number]):
                    yield f"{what} of page {number + 1}"


def _letters(page: pypdfium2.PdfPage) -> list[tuple[str, tuple[float, ...]]]:
    text = page.get_textpage()
    return [
        (text.get_text_range(n, 1), tuple(round(edge, 2) for edge in text.get_charbox(n)))
        for n in range(text.count_chars())
    ]


def _picture(page: pypdfium2.PdfPage) -> bytes:
    return bytes(page.render(scale=_SCALE).to_pil().tobytes())


def _of_workbook(one: Path, other: Path) -> Iterator[str]:
    """Every cell of every sheet that an office sees, with its format and width."""
    first, two = _cells(one), _cells(other)
    for name in first.keys() | two.keys():
        if first.get(name) != two.get(name):
            yield f"sheet {name}"


def _cells(path: Path) -> dict[str, Any]:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: (
            [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()],
            {letter: column.width for letter, column in sheet.column_dimensions.items()},
        )
        for sheet in book
        if sheet.sheet_state == "visible"
    }


def _of_word(one: Path, other: Path) -> Iterator[str]:
    first, two = _parts(one), _parts(other)
    for name in sorted(first.keys() | two.keys()):
        if first.get(name) != two.get(name):
            yield f"part {name}"


def _parts(path: Path) -> dict[str, bytes]:
    """Pictures as what they show: two systems may pack the same one differently."""
    with zipfile.ZipFile(path) as archive:
        return {
            name: _shown(archive.read(name)) if name.endswith(".png") else archive.read(name)
            for name in archive.namelist()
            if not name.startswith(_MADE_BY)
        }


def _shown(picture: bytes) -> bytes:
    with Image.open(io.BytesIO(picture)) as drawn:
        return drawn.convert("RGBA").tobytes()
