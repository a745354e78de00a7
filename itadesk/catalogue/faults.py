"""What is wrong with a catalogue, and the one sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from itadesk.errors import BadCatalogue
from itadesk.thai.digits import to_thai

ASK_AGAIN = "โปรดขอไฟล์ใหม่จากผู้ให้ หรือแก้ไขไฟล์ก่อน"


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: the place in Thai, and what is wrong there with what to do."""

    place: str
    says: str


def refusal(name: str, faults: Sequence[Fault]) -> BadCatalogue:
    """The error that names the first fault and counts the others."""
    first = faults[0]
    others = f" (ยังมีอีก {to_thai(str(len(faults) - 1))} จุด)" if len(faults) > 1 else ""
    place = f"{first.place} " if first.place else ""
    return BadCatalogue(f"ใช้ “{name}” ไม่ได้ เพราะ{place}{first.says}{others}")
