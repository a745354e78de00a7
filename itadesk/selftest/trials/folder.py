"""The program's own folder can be used, whatever the user is called."""

from __future__ import annotations

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.thai.digits import to_thai

_NAME = "ทดสอบ ชื่อไฟล์ภาษาไทย ที่ยาว และมีเว้นวรรค ๒๕๖๘.txt"


def _run(place: Place) -> Found:
    file = place.folder / _NAME
    file.write_text("ก", encoding="utf-8")
    kept = file.read_text(encoding="utf-8") == "ก" and _NAME in [
        each.name for each in place.folder.iterdir()
    ]
    file.unlink()
    path = str(place.folder.parent)
    thai = any("\u0e00" < letter < "\u0e7f" for letter in path)
    words = (
        f"ที่อยู่ของโฟลเดอร์ยาว {to_thai(str(len(path)))} ตัวอักษร "
        f"{'มี' if thai else 'ไม่มี'}อักษรไทย {'มี' if ' ' in path else 'ไม่มี'}เว้นวรรค"
    )
    if not kept:
        return Found(Verdict.BAD, f"ชื่อไฟล์ภาษาไทยไม่ตรงกับที่ตั้ง {words}", "โปรดเลือกเก็บไฟล์ไว้ที่อื่น")
    return Found(Verdict.GOOD, f"ชื่อไฟล์ภาษาไทยและเว้นวรรคใช้ได้ {words}")


TRIAL = Trial("folder", 40, "โฟลเดอร์ข้อมูล", "สร้าง อ่าน และลบไฟล์ชื่อภาษาไทยที่มีเว้นวรรค", _run)
