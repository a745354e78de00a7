"""How fast this disk keeps what it is given."""

from __future__ import annotations

import os
from time import perf_counter

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.thai.digits import to_thai

_SIZE = 8 * 1024**2  # bytes
_SLOW = 5.0  # MB a second; a USB stick of ten years ago

_ADVICE = "ดิสก์ช้า การบันทึกอาจรอสักครู่ โปรดเก็บไฟล์ไว้ในเครื่องแทน USB หรือเครือข่าย"


def _run(place: Place) -> Found:
    target, body = place.folder / "ความเร็ว.tmp", os.urandom(_SIZE)
    began = perf_counter()
    with target.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    rate = _SIZE / 1024**2 / max(perf_counter() - began, 1e-6)
    same = target.read_bytes() == body
    target.unlink()
    words = to_thai(f"เขียนได้วินาทีละ {rate:.0f} เมกะไบต์")
    if not same:
        return Found(Verdict.BAD, "อ่านกลับไม่ตรงกับที่เขียน", "โปรดเก็บข้อมูลไว้ที่อื่น และตรวจดิสก์นี้")
    if rate < _SLOW:
        return Found(Verdict.LOOK, words, _ADVICE)
    return Found(Verdict.GOOD, words)


TRIAL = Trial("speed", 60, "ความเร็วในการเขียน", "เขียนไฟล์ ๘ เมกะไบต์ลงดิสก์จริงแล้วอ่านกลับ", _run)
