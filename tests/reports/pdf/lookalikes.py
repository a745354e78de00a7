"""Stand-ins for the TH Sarabun fonts of a PC: Laksaman by their names, at their size."""

import struct

import uharfbuzz as hb

from resources import ROOT

STYLES = {
    "Regular": "Laksaman.ttf",
    "Bold": "Laksaman-Bold.ttf",
    "Italic": "Laksaman-Italic.ttf",
    "Bold Italic": "Laksaman-BoldItalic.ttf",
}
UPEM = 1503  # of TH Sarabun's 1000: its letters are 1.503 times narrower


def install(folder, family="TH SarabunPSK", *, styles=tuple(STYLES), **looks):
    """Puts the styles of a family into a folder, under file names that say nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, style in enumerate(styles):
        (folder / f"f{number}.TTF").write_bytes(lookalike(family, style, **looks))
    return folder


def lookalike(
    family="TH SarabunPSK", style="Regular", *, positioned=False, figures=False, rights=0, blank=b""
):
    """A font of that name; without `positioned` it lacks Thai GSUB and GPOS, as PSK does.

    With `figures` it draws 0–9 like ๐–๙, as IT๙ does; `rights` is its fsType; the table `blank`
    holds nothing.
    """
    tables = _tables((ROOT / "fonts" / STYLES[style]).read_bytes())
    if not positioned:
        for tag in (b"GSUB", b"GPOS", b"GDEF"):
            del tables[tag]
    tables[b"head"] = tables[b"head"][:18] + struct.pack(">H", UPEM) + tables[b"head"][20:]
    tables[b"OS/2"] = tables[b"OS/2"][:8] + struct.pack(">H", rights) + tables[b"OS/2"][10:]
    tables[b"post"] = b"\0\3\0\0" + tables[b"post"][4:32]  # glyphs have no names
    tables[b"name"] = _names({1: family, 2: style, 6: f"{family}-{style}"})
    if figures:
        tables[b"cmap"] = _cmap_with_thai_figures(ROOT / "fonts" / STYLES[style])
    if blank:
        tables[blank] = b""
    return _packed(tables)


def _tables(data):
    count = struct.unpack(">4xH", data[:6])[0]
    return {
        tag: data[start : start + length]
        for tag, start, length in struct.iter_unpack(">4s4xLL", data[12 : 12 + 16 * count])
    }


def _cmap_with_thai_figures(path):
    """In format 12, a group a letter."""
    font = hb.Font(hb.Face(hb.Blob(path.read_bytes())))
    glyphs = {code: font.get_nominal_glyph(code) for code in sorted(font.face.unicodes)}
    for number in range(10):
        glyphs[ord("0") + number] = glyphs[ord("๐") + number]
    groups = b"".join(struct.pack(">3L", code, code, glyph) for code, glyph in glyphs.items())
    head = struct.pack(">2H2HL", 0, 1, 3, 10, 12)
    return head + struct.pack(">2H3L", 12, 0, 16 + len(groups), 0, len(glyphs)) + groups


def _names(texts):
    entries, packed = [], b""
    for number, text in texts.items():
        words = text.encode("utf-16-be")
        entries.append(struct.pack(">6H", 3, 1, 0x409, number, len(words), len(packed)))
        packed += words
    head = struct.pack(">3H", 0, len(entries), 6 + 12 * len(entries))
    return head + b"".join(entries) + packed


def _packed(tables):
    """Check sums are left out: nobody who only reads a font looks at them."""
    place = 12 + 16 * len(tables)
    directory, body = [], b""
    for tag, data in sorted(tables.items()):
        directory.append(struct.pack(">4sLLL", tag, 0, place + len(body), len(data)))
        body += data + b"\0" * (-len(data) % 4)
    return b"\0\1\0\0" + struct.pack(">4H", len(tables), 0, 0, 0) + b"".join(directory) + body
