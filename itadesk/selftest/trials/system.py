"""Which system this is; the floor of the program is Windows 10 1809."""

from __future__ import annotations

import os
import sys

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.thai.digits import to_thai

_FLOOR = 17763  # build of Windows 10 1809
_ELEVEN = 22000  # build that Windows 11 begins with


def _run(_place: Place) -> Found:
    cores = to_thai(str(os.cpu_count() or 1))
    if sys.platform != "win32":
        return Found(Verdict.GOOD, f"{sys.platform} หน่วยประมวลผล {cores} แกน")
    version = sys.getwindowsversion()
    name = "Windows 11" if version.build >= _ELEVEN else f"Windows {version.major}"
    words = f"{name} build {version.build} หน่วยประมวลผล {cores} แกน"
    if version.build < _FLOOR:
        return Found(Verdict.LOOK, words, "โปรแกรมใช้ได้ตั้งแต่ Windows 10 รุ่น 1809 โปรดอัปเดต Windows")
    return Found(Verdict.GOOD, words)


TRIAL = Trial("system", 10, "ระบบของเครื่อง", "อ่านรุ่นของ Windows", _run)
