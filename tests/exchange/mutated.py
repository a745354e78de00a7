"""Workbooks spoilt at random: their bytes, their cells, or how they are put together."""

from __future__ import annotations

import io
import random
import re
import warnings
import zipfile

ODD_CELLS = (
    '<c r="{r}"><v>1e308</v></c>',
    '<c r="{r}"><v>-1</v></c>',
    '<c r="{r}"><v></v></c>',
    '<c r="{r}"><f>A1</f></c>',
    '<c r="{r}"><f>A1</f><v>7</v></c>',
    '<c r="{r}" t="e"><v>#N/A</v></c>',
    '<c r="{r}" t="b"><v>1</v></c>',
    '<c r="{r}" t="d"><v>2568-13-40</v></c>',
    '<c r="{r}" t="s"><v>999999</v></c>',
    '<c r="{r}" t="str"><v>๙๕,๕</v></c>',
    '<c r="{r}" t="inlineStr"><is><t>=1+1</t></is></c>',
    '<c r="{r}" t="inlineStr"><is><t>๑ ต.ค. ๒๖๑๒</t></is></c>',
    '<c r="{r}" t="inlineStr"><is><t>_x0000__xD800_ \u200b\ufeffก\u0e48\u0e48</t></is></c>',
    '<c r="{r}" t="inlineStr"><is><t>' + "ก" * 33_000 + "</t></is></c>",
    '<c r="XFD1048576"><v>1</v></c>',
    '<c r="{r}" s="99999999"><v>45000</v></c>',
    "",
)
_CELL = re.compile(r'<c r="([A-Z]+\d+)".*?(?:/>|</c>)')
_PIECES = (b"", b"<", b">", b"&", b'"', b"\0", b"\xff", b"<!DOCTYPE a>", b"</row>", b"<row>", b"1")


def mutated(body: bytes, chance: random.Random) -> bytes:
    """The workbook with one to four things wrong; at times with none that matters."""
    return chance.choice((_bytes, _cells, _cells, _structure, _xml))(body, chance)


def _bytes(body: bytes, chance: random.Random) -> bytes:
    data = bytearray(body)
    for _ in range(chance.randrange(1, 5)):
        at, length = chance.randrange(len(data)), chance.randrange(1, 200)
        spoilt = chance.choice((b"", chance.randbytes(length), bytes(data[:length])))
        data[at : at + chance.choice((0, 1, length))] = spoilt
    return bytes(data[: chance.choice((len(data), len(data), chance.randrange(1, len(data)))) + 1])


def _cells(body: bytes, chance: random.Random) -> bytes:
    kinds = chance.sample(ODD_CELLS, 2)
    share = chance.choice((0.001, 0.003, 0.05))

    def odd(found: re.Match[str]) -> str:
        if chance.random() >= share:
            return found[0]
        return chance.choice(kinds).format(r=found[1]) * chance.choice((1, 1, 2))

    def spoil(name: str, data: bytes) -> bytes:
        return _CELL.sub(odd, data.decode()).encode() if "worksheets/" in name else data

    return _rebuilt(body, spoil)


def _xml(body: bytes, chance: random.Random) -> bytes:
    def spoil(_name: str, data: bytes) -> bytes:
        for _ in range(chance.choice((0, 0, 0, 0, 0, 0, 0, 1))):
            at = chance.randrange(len(data))
            piece = chance.choice((*_PIECES, data[at : at + chance.randrange(300)]))
            data = data[:at] + piece + data[at + chance.choice((0, 0, 1, 40)) :]
        return data

    return _rebuilt(body, spoil)


def _structure(body: bytes, chance: random.Random) -> bytes:
    """Parts go, change places, come twice, or get another's name."""
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        parts = [(name, book.read(name)) for name in book.namelist()]
    for _ in range(chance.randrange(1, 4)):
        one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
        change = chance.randrange(4)
        if change == 0:
            del parts[one]
        elif change == 1:
            parts[one], parts[other] = (
                (parts[one][0], parts[other][1]),
                (parts[other][0], parts[one][1]),
            )
        elif change == 2:
            parts.append((parts[one][0].upper(), parts[other][1]))
        else:
            parts[one] = parts[one][0], parts[one][1] * 2
    return _zipped(parts)


def _rebuilt(body, spoil):
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return _zipped([(name, spoil(name, book.read(name))) for name in book.namelist()])


def _zipped(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, data in parts:
            with warnings.catch_warnings(action="ignore"):  # of a name given twice
                book.writestr(name, data)
    return made.getvalue()


def bombs(body: bytes):
    """Small files that would fill memory or take minutes, by what they are."""

    def sheet(inside: bytes):
        return b"<worksheet><sheetData>" + inside + b"</sheetData></worksheet>"

    megabyte = 1024**2
    yield "zip bomb", _with(body, "xl/worksheets/sheet1.xml", b"<a/>" * (111 * megabyte))
    entity = b'<!DOCTYPE a [<!ENTITY a "' + b"a" * 1000 + b'">]>' + sheet(b"&a;" * 1000)
    yield "entity bomb", _with(body, "xl/worksheets/sheet1.xml", entity)
    for name, piece in (
        ("empty rows", b"<row/>"),
        ("open rows", b"<row>"),
        ("merged areas", b'<mergeCell ref="A1:B2"/>'),
        ("one text", random.Random(1).randbytes(4000).hex().encode()),
    ):
        much = piece * (60 * megabyte // len(piece))
        if name == "one text":
            much = b'<row><c t="inlineStr"><is><t>' + much + b"</t></is></c></row>"
        yield name, _with(body, "xl/worksheets/sheet2.xml", sheet(much))
    yield "styles", _with(body, "xl/styles.xml", b"<a>" + b"<xf/>" * (16 * megabyte) + b"</a>")


def _with(body: bytes, name: str, data: bytes) -> bytes:
    """With the part in place of the one there; beside it lies what keeps the ratio below 200."""
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        parts = {each: book.read(each) for each in book.namelist()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for each, own in {**parts, name: data}.items():
            book.writestr(each, own, compresslevel=1)
        if len(data) < 100 * 1024**2:
            packed = random.Random(1).randbytes(600 * 1024)
            book.writestr("xl/media/image1.png", packed, zipfile.ZIP_STORED)
    return made.getvalue()
