"""A Thai keyboard is set up."""

from __future__ import annotations

import sys

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.thai.digits import to_thai

_THAI = "041e"  # language of a keyboard layout, in its last four hexadecimal digits
_ADVICE = "โปรดเพิ่มแป้นพิมพ์ไทยใน ตั้งค่า Windows › เวลาและภาษา › ภาษา"


def _run(_place: Place) -> Found:
    layouts = _layouts()
    if layouts is None:
        return Found(Verdict.GOOD, "ระบบนี้ไม่บอกแป้นพิมพ์ที่ติดตั้ง")
    count = to_thai(str(len(layouts)))
    if any(layout.lower().endswith(_THAI) for layout in layouts):
        return Found(Verdict.GOOD, f"มีแป้นพิมพ์ไทย จากแป้นพิมพ์ทั้งหมด {count} แบบ")
    return Found(Verdict.LOOK, f"ไม่พบแป้นพิมพ์ไทย จากแป้นพิมพ์ทั้งหมด {count} แบบ", _ADVICE)


def _layouts() -> list[str] | None:
    """Of this user; None where the system does not say."""
    if sys.platform != "win32":
        return None
    import winreg

    found = []
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Keyboard Layout\Preload") as key:
            for number in range(winreg.QueryInfoKey(key)[1]):
                found.append(str(winreg.EnumValue(key, number)[1]))
    except OSError:  # a system without that list
        return None
    return found


TRIAL = Trial("keyboard", 240, "แป้นพิมพ์ไทย", "อ่านแป้นพิมพ์ที่ตั้งไว้ของผู้ใช้", _run)
