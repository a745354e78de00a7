"""A file that another program holds open stays whole, and is replaced once it is let go."""

from __future__ import annotations

from itadesk.errors import CannotWrite
from itadesk.files import replace_file
from itadesk.selftest import Found, Place, Trial, Verdict

_OLD, _NEW = "เดิม".encode(), "ใหม่".encode()


def _run(place: Place) -> Found:
    target = place.folder / "เปิดอยู่.txt"
    replace_file(target, _OLD)
    with target.open("rb") as held:
        try:
            replace_file(target, _NEW)
        except CannotWrite:
            said = "แทนที่ไฟล์ที่เปิดอยู่ไม่ได้ ไฟล์เดิมยังครบ"
        else:
            said = "แทนที่ไฟล์ที่เปิดอยู่ได้"
        whole = held.read() == _OLD
    replace_file(target, _NEW)
    alone = [each.name for each in place.folder.iterdir()] == [target.name]
    after = target.read_bytes() == _NEW
    target.unlink()
    if not (whole and after and alone):
        return Found(Verdict.BAD, "ไฟล์ที่ถูกแทนที่ไม่ครบ", "โปรดเก็บข้อมูลไว้ที่อื่น")
    return Found(Verdict.GOOD, f"{said} และแทนที่ได้ครบเมื่อปิดแล้ว")


TRIAL = Trial("replacing", 70, "การแทนที่ไฟล์", "เขียนทับไฟล์ขณะที่เปิดอยู่ แล้วเขียนอีกครั้งเมื่อปิด", _run)
