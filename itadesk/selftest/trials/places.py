"""Where documents lie on this computer, and whether a file that was replaced can be told."""

from __future__ import annotations

from itadesk.files import replace_file
from itadesk.places import place_of
from itadesk.selftest import Found, Place, Trial, Verdict


def _run(place: Place) -> Found:
    from platformdirs import user_documents_path

    file = place.folder / "ที่เก็บ.itadesk"
    replace_file(file, b"1")
    first = file.stat()
    replace_file(file, b"2")
    second = file.stat()
    file.unlink()
    if not first.st_ino or (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino):
        return Found(
            Verdict.LOOK,
            "ที่เก็บนี้แยกไม่ได้ว่าไฟล์ที่เปิดอยู่ถูกแทนด้วยไฟล์อื่นหรือไม่",
            "โปรดอย่าวางไฟล์ทับไฟล์ที่กำลังเปิดอยู่",
        )
    found = place_of(user_documents_path() / file.name)
    if found is not None:
        return Found(
            Verdict.LOOK,
            f"โฟลเดอร์เอกสารของเครื่องนี้คือ {found.name}",
            "เมื่อเปิดไฟล์ที่อยู่ที่นั่น โปรดเลือก “ย้ายมาไว้ในเครื่อง” เมื่อโปรแกรมถาม",
        )
    return Found(Verdict.GOOD, "โฟลเดอร์เอกสารอยู่ในดิสก์ของเครื่องนี้ และรู้ได้เมื่อไฟล์ถูกแทนด้วยไฟล์อื่น")


TRIAL = Trial(
    "places", 45, "ที่เก็บไฟล์", "ดูว่าโฟลเดอร์เอกสารอยู่ในดิสก์ คลาวด์ หรือเครือข่าย และแทนไฟล์หนึ่งไฟล์", _run
)
