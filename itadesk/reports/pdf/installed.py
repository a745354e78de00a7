"""Finds the TH Sarabun families of this PC by the names inside their files."""

from __future__ import annotations

import logging
import os
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

log = logging.getLogger(__name__)

# Those with the letters' widths that documents are made for (official-formats §3.1).
FAMILIES = ("TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙")
_REGULAR, _BOLD, _ITALIC, _BOLD_ITALIC = range(4)
_FAMILY_NAMES, _STYLE_NAME = (1, 16), 2  # of the table `name`
_MACINTOSH = 1
# fsType of OS/2: restricted, not as a part, pictures only; the engine embeds a part of outlines.
_FORBIDDEN = 0x0002 | 0x0100 | 0x0200


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of the PC: files of regular, bold, italic and bold italic, None where missing.

    What is not `embeddable` may not be put into a PDF.
    """

    name: str
    files: tuple[Path, Path | None, Path | None, Path | None]
    embeddable: bool


@lru_cache(maxsize=1)
def installed() -> tuple[Typeface, ...]:
    """The families of this PC; looked for once."""
    return families_in(font_folders(os.environ))


def embeddable(name: str) -> Typeface | None:
    """The family of that name, if this PC has it and it may be put into a PDF."""
    if not name:
        return None
    return next((one for one in installed() if one.name == name and one.embeddable), None)


def font_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where fonts of everybody and of the user lie."""
    if sys.platform == "win32":
        places = (("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts"))
        return tuple(Path(environment[key], sub) for key, sub in places if environment.get(key))
    home = Path.home()
    own = environment.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    data = [Path(folder) for folder in (*shared.split(":"), own) if folder]
    return (*(folder / "fonts" for folder in data), home / ".fonts")


def families_in(folders: Iterable[Path]) -> tuple[Typeface, ...]:
    """The families of FAMILIES that have at least a regular style, the first file of each."""
    styles: dict[tuple[str, int], Path] = {}
    forbidden: set[str] = set()
    for path in _font_files(folders):
        try:
            found = _described(path)
        except (OSError, ValueError, RuntimeError, struct.error) as fault:
            log.warning("passed by the font %s: %s", path, fault)
            continue
        if found:
            family, style, allowed = found
            styles.setdefault((family, style), path)
            forbidden |= set() if allowed else {family}
    return tuple(
        Typeface(
            name,
            (
                styles[name, _REGULAR],
                styles.get((name, _BOLD)),
                styles.get((name, _ITALIC)),
                styles.get((name, _BOLD_ITALIC)),
            ),
            name not in forbidden,
        )
        for name in FAMILIES
        if (name, _REGULAR) in styles
    )


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    """TrueType files in the order of their names: one PC always chooses the same."""
    for folder in folders:
        for place, below, names in os.walk(folder):
            below.sort()
            paths = (Path(place, name) for name in sorted(names) if name.lower().endswith(".ttf"))
            yield from (path for path in paths if path.is_file())


def _described(path: Path) -> tuple[str, int, bool] | None:
    """Family, style and whether it may be embedded; None of another family.

    Raises OSError, ValueError, RuntimeError or struct.error of what is no sound TrueType font.
    """
    with path.open("rb") as file:
        tables = _tables(file)
        names = list(_names(_read(file, tables[b"name"])))
        family = _family(text for number, text in names if number in _FAMILY_NAMES)
        if family is None:
            return None
        if b"glyf" not in tables:
            raise ValueError("no TrueType outlines")
        (rights,) = struct.unpack(">H", _read(file, tables[b"OS/2"])[8:10])
    _check(path.read_bytes())
    style = " ".join(text for number, text in names if number == _STYLE_NAME)
    return family, _style(style.casefold()), not rights & _FORBIDDEN


def _check(data: bytes) -> None:
    """Raises ValueError or RuntimeError of a font that cannot draw Thai or cannot be cut down."""
    import uharfbuzz as hb

    face = hb.Face(hb.Blob(data))
    font = hb.Font(face)
    glyphs = {code: font.get_nominal_glyph(code) for code in face.unicodes}
    first = glyphs.get(ord("ก"))
    if not first or not font.get_glyph_h_advance(first):
        raise ValueError("no Thai letters")
    if any(glyph is None or glyph >= face.glyph_count for glyph in glyphs.values()):
        raise ValueError("letters without glyphs")
    hb.subset(face, hb.SubsetInput())


def _tables(file: BinaryIO) -> dict[bytes, tuple[int, int]]:
    """Place and length of each table; a font cut short while it was copied is a ValueError."""
    size = os.fstat(file.fileno()).st_size
    (count,) = struct.unpack(">4xH6x", file.read(12))
    found = {}
    for tag, start, length in struct.iter_unpack(">4s4xLL", file.read(16 * count)):
        if start + length > size:
            raise ValueError("cut short")
        found[tag] = start, length
    if not {b"name", b"OS/2"} <= found.keys():
        raise ValueError("not a font of Windows")
    return found


def _read(file: BinaryIO, place: tuple[int, int]) -> bytes:
    file.seek(place[0])
    return file.read(place[1])


def _names(table: bytes) -> Iterator[tuple[int, str]]:
    """Numbers and texts of the table `name`, in every language."""
    count, texts = struct.unpack(">HH", table[2:6])
    for entry in struct.iter_unpack(">6H", table[6 : 6 + 12 * count]):
        platform, _, _, number, length, start = entry
        text = table[texts + start : texts + start + length]
        encoding = "latin-1" if platform == _MACINTOSH else "utf-16-be"
        yield number, text.decode(encoding, "replace")


def _family(names: Iterable[str]) -> str | None:
    found = {_plain(name) for name in names}
    return next((name for name in FAMILIES if _plain(name) in found), None)


def _plain(name: str) -> str:
    return "".join(name.split()).casefold().replace("๙", "9")


def _style(words: str) -> int:
    if "bold" in words:
        return _BOLD_ITALIC if "italic" in words else _BOLD
    return _ITALIC if "italic" in words else _REGULAR
