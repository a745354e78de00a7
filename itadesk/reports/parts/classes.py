"""Classes of speed and of secrecy of a letter, in red, and the words of the next page.

Speed is at least 32 pt high (ข้อ 28 of the rules on correspondence), secrecy larger than the text.
"""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.reports.content import Align, Paragraph, Run
from itadesk.reports.forms import FormText

RED = "FF0000"
SPEED_SIZE, SPEED_PITCH = 32.0, 42.0  # pt
SECRECY_SIZE = 20.0  # pt
MIDDLE_TAIL = 1.0  # cm: brings what is centred to the middle of the sheet
TEXTS = (
    FormText("secrecy", "ชั้นความลับ", "", choices=("", "ลับ", "ลับมาก", "ลับที่สุด")),
    FormText("speed", "ชั้นความเร็ว", "", choices=("", "ด่วน", "ด่วนมาก", "ด่วนที่สุด")),
    FormText("catchwords", "พิมพ์คำต่อเนื่องท้ายหน้า (เฉพาะ PDF)", "", switch=True),
)


def speed(words: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """The class of speed at the left, where there is one."""
    text = words["speed"].strip()
    run = Run(text, bold=True, colour=RED)
    return (Paragraph((run,), size=SPEED_SIZE, pitch=SPEED_PITCH),) if text else ()


def secrecy(words: Mapping[str, str]) -> Paragraph | None:
    """The class of secrecy in the middle of a sheet's margin, where there is one."""
    text = words.get("secrecy", "").strip()
    if not text:
        return None
    run = Run(text, bold=True, colour=RED)
    return Paragraph((run,), size=SECRECY_SIZE, align=Align.CENTRE, tail=MIDDLE_TAIL)
