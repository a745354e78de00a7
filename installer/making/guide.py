"""The page an office reads before the first installation, set by the program's own engine."""

from __future__ import annotations

from pathlib import Path

from installer.making.places import INSTALLER, Places, sha256_of
from itadesk.reports.content import Cell, Document, Paragraph, Picture, Row, Run, Section, Table
from itadesk.reports.content.document import PageNumbers
from itadesk.reports.content.text import Align
from itadesk.reports.pdf import render

_STEPS = (
    (
        "smartscreen-1.png",
        "๑. ดับเบิลคลิกไฟล์ติดตั้ง",
        "คัดลอก {setup} ลงเครื่อง แล้วดับเบิลคลิก หาก Windows แสดงหน้าต่างสีน้ำเงินเพราะยังไม่รู้จักโปรแกรม "
        "ให้กด “ข้อมูลเพิ่มเติม” (More info) หากไม่มีหน้าต่างนี้ ไปข้อ ๓ ได้เลย",
    ),
    (
        "smartscreen-2.png",
        "๒. ให้โปรแกรมทำงาน",
        "กด “เรียกใช้ต่อไป” (Run anyway) หากไม่มีปุ่มนี้ แสดงว่าหน่วยงานจำกัดการติดตั้งโปรแกรม "
        "โปรดนำเอกสารนี้ให้เจ้าหน้าที่ดูแลคอมพิวเตอร์",
    ),
    (
        "setup.png",
        "๓. กด ติดตั้ง",
        "ใช้เวลาประมาณหนึ่งนาที ไม่ต้องใช้สิทธิ์ผู้ดูแลเครื่อง แล้วกด “เสร็จสิ้น” โปรแกรมจะเปิดขึ้น "
        "ครั้งต่อไปเปิดจากไอคอน itadesk บนเดสก์ท็อป หรือดับเบิลคลิกไฟล์งาน (.itadesk)",
    ),
)
_AFTER = (
    (
        "เมื่อเปิดครั้งแรก",
        "เปิด เมนู → ดูแลไฟล์ → ตรวจสอบเครื่อง… หากมีเรื่องที่ไม่ผ่าน ให้กดบันทึกรายงานแล้วส่งให้ผู้ดูแล "
        "รายงานไม่มีข้อมูลของหน่วยงาน (เจ้าหน้าที่ใช้ itadesk-cli.exe selftest --to FILE.txt ก็ได้)",
    ),
    (
        "ปรับรุ่น",
        "ปิดโปรแกรม แล้วติดตั้งรุ่นใหม่ทับได้เลย หากติดตั้งไม่สำเร็จ รุ่นเดิมยังใช้ได้",
    ),
    (
        "ถอนโปรแกรม",
        "ตั้งค่า Windows › แอป › itadesk › ถอนการติดตั้ง ไฟล์งานและสำเนาสำรองยังอยู่ครบ",
    ),
    (
        "สำหรับเจ้าหน้าที่ดูแลคอมพิวเตอร์",
        "ใช้กับ Windows 10 รุ่น 1809 ขึ้นไป แบบ 64 บิต เนื้อที่ {size} MB ติดตั้งเฉพาะผู้ใช้ที่ "
        "%LOCALAPPDATA%\\Programs\\itadesk ไม่ใช้อินเทอร์เน็ต ติดตั้งแบบเงียบด้วย {setup} /S "
        "(รหัสผล 0 สำเร็จ, 3 Windows เก่าเกินไป, 4 โปรแกรมเปิดอยู่, 5 มีรุ่นใหม่กว่า, 6 ที่ว่างไม่พอ, "
        "7 ไม่สำเร็จ รุ่นเดิมยังอยู่) สำเนาสำรองและการตั้งค่าอยู่ที่ %LOCALAPPDATA%\\itadesk "
        "คำสั่งอื่นดูที่ itadesk-cli.exe --help",
    ),
    (
        "ตรวจว่าไฟล์ไม่ถูกแก้ไข",
        "พิมพ์ certutil -hashfile {setup} SHA256 ในหน้าต่างคำสั่ง ต้องได้ค่านี้ทุกตัวอักษร\n{hash}",
    ),
)


def write(setup: Path, places: Places) -> Path:
    """`itadesk-<version>-guide.pdf`, with the hash of `setup`; one page."""
    size = sum(path.stat().st_size for path in places.program.rglob("*") if path.is_file())
    said = {"setup": setup.name, "hash": sha256_of(setup), "size": round(size / 1e6)}
    title = f"วิธีติดตั้ง itadesk {places.version}"
    head = Paragraph((_run(title, bold=True),), size=22, align=Align.CENTRE, outline=1, after=4)
    steps = Table((7.4, 9.6), tuple(_step(*step, said) for step in _STEPS), after=6)
    after = [
        Paragraph((_run(f"{name}  ", bold=True), _run(text.format(**said))), size=14, before=3)
        for name, text in _AFTER
    ]
    section = Section(
        (head, steps, *after), left=2, right=2, top=1.5, bottom=1.5, page_numbers=PageNumbers.NONE
    )
    target = places.dist / f"{places.program.name}-guide.pdf"
    target.write_bytes(render(Document(title, "itadesk", (section,))))
    return target


def _step(picture: str, name: str, text: str, said: dict[str, object]) -> Row:
    image = (INSTALLER / "guide" / picture).read_bytes()
    height = 7.1 if picture == "setup.png" else 4.5
    words = (
        Paragraph((_run(name, bold=True),), size=16),
        Paragraph((_run(text.format(**said)),), size=15),
    )
    return Row((Cell((Picture(image, 7.1, height, name),)), Cell(words)))


def _run(text: str, *, bold: bool = False) -> Run:
    return Run(text, bold=bold, literal=True)
