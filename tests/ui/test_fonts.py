"""Every sign the window writes is in a face that ships, so no PC shows an empty box."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from ui.fonts import FAMILY, SYMBOLS, base_font, load_fonts

ROOT = Path(__file__).parents[2]
SIGNS = re.compile("[\u2022-\u2026\u2190-\u22ff\u25a0-\u27ff]")


def signs():
    files = [*(ROOT / "ui").rglob("*.py"), *(ROOT / "itadesk" / "services").rglob("*.py")]
    return sorted({sign for file in files for sign in SIGNS.findall(file.read_text("utf-8"))})


@pytest.mark.parametrize("sign", signs())
def test_a_shipped_face_has_the_sign(qapp, sign):  # noqa: ARG001
    load_fonts()
    faces = [QRawFont.fromFont(QFont(family)) for family in (FAMILY, SYMBOLS)]
    assert any(face.supportsCharacter(ord(sign)) for face in faces)


def test_the_faces_are_those_that_ship(qapp):  # noqa: ARG001
    load_fonts()
    assert {FAMILY, SYMBOLS} <= set(QFontDatabase.families())
    assert base_font().families()[:2] == [FAMILY, SYMBOLS]
    assert QFontInfo(base_font()).family() == FAMILY
