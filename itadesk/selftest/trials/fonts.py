"""Typefaces that come with the program, and TH Sarabun of this computer."""

from __future__ import annotations

from pathlib import Path

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.thai.digits import to_thai
from resources import ROOT

_LETTERS = "กขคงฎฐญัิีึืุู็่้๊๋์ํ๐๙Aa“”—"
_SIGNS, _OF_SIGNS = "✓▲▼●○◎→", "Symbols.ttf"
_NEEDED = 10  # files in the program's folder

_ADVICE = (
    "PDF ใช้แบบอักษรที่มากับโปรแกรมได้ตามปกติ "
    "หากจะแก้ไขเอกสาร Word โปรดติดตั้ง TH SarabunPSK หรือ TH Sarabun New"
)


def _run(_place: Place) -> Found:
    from itadesk.reports.pdf.installed import installed

    files = sorted((ROOT / "fonts").glob("*.ttf"))
    bad = [file.name for file in files if not _draws(file)]
    if bad or len(files) < _NEEDED:
        return Found(Verdict.BAD, "แบบอักษรที่มากับโปรแกรมไม่ครบ", "โปรดติดตั้งโปรแกรมใหม่")
    words = to_thai(f"แบบอักษรที่มากับโปรแกรมครบ {len(files)} แฟ้ม")
    families = installed()
    if not families:
        return Found(
            Verdict.LOOK,
            f"{words} ไม่พบ TH Sarabun ในเครื่อง",
            _ADVICE,
        )
    return Found(Verdict.GOOD, f"{words} พบในเครื่อง: {', '.join(one.name for one in families)}")


def _draws(file: Path) -> bool:
    import uharfbuzz as hb

    font = hb.Font(hb.Face(hb.Blob(file.read_bytes())))
    letters = _SIGNS if file.name == _OF_SIGNS else _LETTERS
    return all(font.get_nominal_glyph(ord(letter)) for letter in letters)


TRIAL = Trial("fonts", 90, "แบบอักษร", "เปิดแบบอักษรของโปรแกรม และค้นหา TH Sarabun ในเครื่อง", _run)
