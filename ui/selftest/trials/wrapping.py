"""Narrow labels and editors break Thai lines between words."""

from __future__ import annotations

from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from itadesk.selftest import Found, Place, Trial, Verdict
from ui.fonts import base_font
from ui.line_breaks import breakable, qt_breaks_thai, shown
from ui.widgets.labels import label

_WORDS = (
    *("การ", "ประชุม", "คณะ", "กรรมการ", "ประเมิน", "คุณธรรม"),
    *("และ", "ความ", "โปร่งใส", "ของ", "หน่วยงาน"),
)
_WIDTH = 110  # px: two or three words


def _run(_place: Place) -> Found:
    lines = [shown(line) for line in _lines(breakable("".join(_WORDS)))]
    narrow: QLabel = label("".join(_WORDS), wrap=True)
    narrow.setFont(base_font())
    high = narrow.heightForWidth(_WIDTH) > 1.8 * narrow.fontMetrics().height()
    if not (high and _between_words(lines)):
        return Found(Verdict.BAD, f"ตัดเป็น {' | '.join(lines)}", "โปรดติดตั้งโปรแกรมใหม่")
    typed = _lines("".join(_WORDS))
    if not _between_words(typed):
        return Found(
            Verdict.LOOK,
            f"ป้ายตัดระหว่างคำ แต่ช่องพิมพ์ตัดเป็น {' | '.join(typed)}",
            "ข้อความที่เก็บและพิมพ์ออกไม่เปลี่ยน หากต้องการให้ช่องพิมพ์ตัดระหว่างคำ โปรดติดตั้งโปรแกรมใหม่",
        )
    way = "ด้วย libthai" if qt_breaks_thai() else "ด้วยพจนานุกรมของโปรแกรม"
    return Found(Verdict.GOOD, f"ป้ายและช่องพิมพ์ตัดระหว่างคำ ({way}): {' | '.join(typed)}")


def _lines(text: str) -> list[str]:
    """As an editor of that width lays it out."""
    layout = QTextLayout(text, base_font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(_WIDTH)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines


def _between_words(lines: list[str]) -> bool:
    """True when there are several and each ends where a word does."""
    edges = {len("".join(_WORDS[:number])) for number in range(len(_WORDS) + 1)}
    ends = [len("".join(lines[:number])) for number in range(1, len(lines) + 1)]
    return len(lines) > 1 and set(ends) <= edges


TRIAL = Trial("wrapping", 220, "การตัดคำบนหน้าจอ", "จัดบรรทัดในป้ายและช่องพิมพ์ที่แคบ", _run)
