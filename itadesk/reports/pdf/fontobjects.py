"""PDF objects of a face: a composite font whose codes are (glyph, text) pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import compress

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from itadesk.reports.pdf.faces import SYMBOL_FACE, Face
from itadesk.reports.pdf.shaping import meaning
from itadesk.reports.pdf.symbols import SYMBOLS, WIDTH

_UNUSED_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"gasp", b"name", b"OS/2", b"post", b"cmap")

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]")

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<{low}> <{high}>
endcodespacerange
{entries}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def font_object(document: pdfdoc.PDFDocument, face: Face, codes: frozenset[int]) -> object:
    """A reference to the font that draws these codes."""
    if face is SYMBOL_FACE:
        return document.Reference(_symbol_font(document, sorted(codes)))
    pairs = {code: meaning(face, code) for code in sorted(codes)}
    name = f"{_tag(face, codes)}+{_postscript_name(face)}"
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(name),
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "FontDescriptor": document.Reference(_descriptor(document, face, name, pairs)),
            "CIDToGIDMap": stream(document, _glyph_map(pairs)),
            "DW": 0,
            "W": _widths(face, pairs),
        }
    )
    font = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(name),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
            "ToUnicode": stream(document, _to_unicode({c: t for c, (_, t) in pairs.items()}, 4)),
        }
    )
    return document.Reference(font)


def _tag(face: Face, codes: Iterable[int]) -> str:
    from hashlib import sha256

    digest = sha256(f"{face.name}{sorted(codes)}".encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _postscript_name(face: Face) -> str:
    """Some of the fonts that offices have are named in Thai here; PDF wants plain letters."""
    name = str(face.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "")
    return _NOT_IN_NAMES.sub("", name) or face.name


@lru_cache(maxsize=64)
def font_program(face: Face, glyphs: frozenset[int]) -> tuple[int, bytes]:
    """Length and compressed bytes of the face cut down to these glyphs, numbers kept."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _UNUSED_TABLES)
    data = bytes(hb.subset(face.hb_face, wanted).blob.data)
    return len(data), compress(data, 6)


def stream(
    document: pdfdoc.PDFDocument, content: bytes, packed: bytes = b"", **entries: object
) -> object:
    """A reference to a compressed stream; `packed` is `content` when already compressed."""
    values = {"Filter": pdfdoc.PDFName("FlateDecode"), **entries}
    made = pdfdoc.PDFStream(pdfdoc.PDFDictionary(values), packed or compress(content, 6))
    return document.Reference(made)


def _descriptor(
    document: pdfdoc.PDFDocument, face: Face, name: str, pairs: dict[int, tuple[int, str]]
) -> pdfdoc.PDFDictionary:
    length, packed = font_program(face, frozenset(glyph for glyph, _ in pairs.values()))
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(name),
            "Flags": 4 | (64 if face.italic else 0),
            "FontBBox": pdfdoc.PDFArray(face.box),
            "ItalicAngle": -12 if face.italic else 0,
            "Ascent": face.box[3],
            "Descent": face.box[1],
            "CapHeight": 700,
            "StemV": 120 if face.bold else 70,
            "FontFile2": stream(document, b"", packed, Length1=length),
        }
    )


def _glyph_map(pairs: dict[int, tuple[int, str]]) -> bytes:
    table = bytearray(2 * (max(pairs, default=0) + 1))
    for code, (glyph, _) in pairs.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _widths(face: Face, pairs: dict[int, tuple[int, str]]) -> str:
    """Runs of successive codes with their widths."""
    runs: list[tuple[int, list[int]]] = []
    for code, (glyph, _) in pairs.items():
        width = round(face.advances[glyph])
        if runs and runs[-1][0] + len(runs[-1][1]) == code:
            runs[-1][1].append(width)
        else:
            runs.append((code, [width]))
    return "[" + "".join(f"{code}[{' '.join(map(str, w))}]" for code, w in runs) + "]"


def _to_unicode(texts: dict[int, str], digits: int) -> bytes:
    lines = [
        f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in texts.items()
    ]
    blocks = [lines[i : i + 100] for i in range(0, len(lines), 100)]
    entries = "\n".join(
        "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks
    )
    return _CMAP.format(low="0" * digits, high="F" * digits, entries=entries).encode("ascii")


def _symbol_font(document: pdfdoc.PDFDocument, codes: list[int]) -> pdfdoc.PDFDictionary:
    chars = {code: list(SYMBOLS)[code - 1] for code in codes}
    box = "-50 -150 850 800"
    procs = {
        f"s{code}": stream(document, f"{WIDTH:.0f} 0 {box} d1 {SYMBOLS[char]}".encode("ascii"))
        for code, char in chars.items()
    }
    first, last = codes[0], codes[-1]
    widths = [round(WIDTH) if code in chars else 0 for code in range(first, last + 1)]
    differences = " ".join(f"{code}/s{code}" for code in codes)
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type3"),
            "FontBBox": f"[{box}]",
            "FontMatrix": "[.001 0 0 .001 0 0]",
            "CharProcs": pdfdoc.PDFDictionary(procs),
            "Encoding": f"<</Type/Encoding/Differences[{differences}]>>",
            "FirstChar": first,
            "LastChar": last,
            "Widths": pdfdoc.PDFArray(widths),
            "Resources": "<<>>",
            "ToUnicode": stream(document, _to_unicode(chars, 2)),
        }
    )
