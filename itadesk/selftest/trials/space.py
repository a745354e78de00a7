"""Free space where the data lies."""

from __future__ import annotations

import shutil

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.thai.digits import to_thai

_LITTLE, _TOO_LITTLE = 1024, 200  # MB


def _run(place: Place) -> Found:
    free = shutil.disk_usage(place.folder).free // 1024**2
    words = to_thai(f"ว่าง {free:,} เมกะไบต์" if free < 10_240 else f"ว่าง {free // 1024:,} กิกะไบต์")
    if free < _LITTLE:
        verdict = Verdict.BAD if free < _TOO_LITTLE else Verdict.LOOK
        return Found(verdict, words, "โปรดลบไฟล์ที่ไม่ใช้แล้วให้ว่างอย่างน้อย ๑ กิกะไบต์")
    return Found(Verdict.GOOD, words)


TRIAL = Trial("space", 50, "ที่ว่างในดิสก์", "อ่านที่ว่างของดิสก์ที่เก็บข้อมูล", _run)
