"""What a file that is no Excel workbook really is, in an office's words."""

from __future__ import annotations

from itadesk.errors import BadFile

_SAVE_AS = "โปรดเปิดไฟล์นั้นใน Excel แล้วบันทึกเป็น “Excel Workbook (.xlsx)” ก่อนนำเข้า"
_CHOOSE = "โปรดเลือกไฟล์ Excel (.xlsx)"

_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xd8\xff", "รูปภาพ (.jpg)", _CHOOSE),
    (b"\x89PNG", "รูปภาพ (.png)", _CHOOSE),
    (b"GIF8", "รูปภาพ (.gif)", _CHOOSE),
    (b"%PDF", "เอกสาร PDF", _CHOOSE),
    (b"SQLite format 3\0", "ไฟล์ข้อมูลของโปรแกรม (.itadesk)", "โปรดเปิดจากเมนูเปิดไฟล์แทน"),
    (b"Rar!", "ไฟล์บีบอัด (.rar)", "โปรดแตกไฟล์ก่อน แล้วเลือกไฟล์ Excel (.xlsx) ข้างใน"),
    (b"7z\xbc\xaf", "ไฟล์บีบอัด (.7z)", "โปรดแตกไฟล์ก่อน แล้วเลือกไฟล์ Excel (.xlsx) ข้างใน"),
)  # fmt: skip
_MAIN_PARTS: tuple[tuple[str, str, str], ...] = (
    ("application/vnd.ms-excel.sheet.macroEnabled", "Excel ที่มีแมโคร (.xlsm)", _SAVE_AS),
    ("application/vnd.ms-excel.template.macroEnabled", "แม่แบบ Excel ที่มีแมโคร (.xltm)", _SAVE_AS),
    ("application/vnd.ms-excel.addin", "โปรแกรมเสริมของ Excel (.xlam)", _CHOOSE),
    ("application/vnd.ms-excel.sheet.binary", "Excel แบบไบนารี (.xlsb)", _SAVE_AS),
    ("spreadsheetml.template.main", "แม่แบบ Excel (.xltx)", _SAVE_AS),
    ("wordprocessingml", "เอกสาร Word (.docx)", _CHOOSE),
    ("application/vnd.ms-word", "เอกสาร Word", _CHOOSE),
    ("presentationml", "งานนำเสนอ PowerPoint (.pptx)", _CHOOSE),
    ("application/vnd.ms-powerpoint", "งานนำเสนอ PowerPoint", _CHOOSE),
)
_TYPES_OF_OPEN_DOCUMENT = (
    (b"opendocument.spreadsheet", "ตารางคำนวณ LibreOffice (.ods)"),
    (b"opendocument.text", "เอกสาร LibreOffice (.odt)"),
)
MACROS = ("Excel ที่มีแมโคร (.xlsm)", _SAVE_AS)


def not_a_workbook(file: str, kind: str, advice: str) -> BadFile:
    """The refusal that names what the file is."""
    space = " " if kind[0].isascii() else ""
    return BadFile(f"ไฟล์ “{file}” เป็น{space}{kind} ไม่ใช่ไฟล์ Excel (.xlsx) {advice}")


def damaged(file: str) -> BadFile:
    """A workbook that cannot be read to its end."""
    return BadFile(
        f"ไฟล์ “{file}” เสียหายหรือไม่สมบูรณ์ อ่านไม่ได้ โปรดเปิดใน Excel แล้วบันทึกใหม่ หรือขอไฟล์ใหม่อีกครั้ง"
    )


def refuse_other_kind(file: str, data: bytes) -> None:
    """BadFile unless the file begins as a zip does."""
    if not data:
        raise BadFile(f"ไฟล์ “{file}” ว่างเปล่า โปรดขอไฟล์ใหม่อีกครั้ง หรือเลือกไฟล์อื่น")
    if data.startswith(b"PK\x03\x04"):
        return
    for beginning, kind, advice in _BEGINNINGS:
        if data.startswith(beginning):
            raise not_a_workbook(file, kind, advice)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _old_or_locked(file, data)
    raise _text_or_unknown(file, data[:4096])


def refuse_other_main_part(file: str, content_types: str) -> None:
    """BadFile that names the program whose file it is, by its [Content_Types].xml."""
    for mark, kind, advice in _MAIN_PARTS:
        if mark in content_types:
            raise not_a_workbook(file, kind, advice)
    raise not_a_workbook(file, "ไฟล์ของโปรแกรมอื่น", _CHOOSE)


def refuse_plain_zip(file: str, mimetype: bytes) -> None:
    """BadFile for a zip that is no Office file."""
    for mark, kind in _TYPES_OF_OPEN_DOCUMENT:
        if mark in mimetype:
            raise not_a_workbook(file, kind, "โปรดเปิดแล้วบันทึกเป็น Excel (.xlsx) ก่อนนำเข้า")
    raise not_a_workbook(file, "ไฟล์บีบอัด (.zip)", "โปรดแตกไฟล์ก่อน แล้วเลือกไฟล์ Excel (.xlsx) ข้างใน")


def _old_or_locked(file: str, data: bytes) -> BadFile:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return BadFile(f"ไฟล์ “{file}” ตั้งรหัสผ่านไว้ อ่านไม่ได้ โปรดเปิดใน Excel เอารหัสผ่านออก แล้วบันทึกใหม่")
    if "WordDocument".encode("utf-16-le") in data:
        return not_a_workbook(file, "เอกสาร Word รุ่นเก่า (.doc)", _CHOOSE)
    return not_a_workbook(file, "Excel รุ่นเก่า (.xls)", _SAVE_AS)


def _text_or_unknown(file: str, start: bytes) -> BadFile:
    low = start.lower()
    if any(mark in low for mark in (b"<html", b"<!doctype html", b"<table", b"<body")):
        return not_a_workbook(file, "หน้าเว็บ (.html)", _SAVE_AS)
    if b"<?xml" in low:
        return not_a_workbook(file, "ไฟล์ XML", _SAVE_AS)
    if b"\0" not in start and any(mark in start for mark in (b",", b"\t", b";")):
        return not_a_workbook(file, "ไฟล์ข้อความ (.csv)", _SAVE_AS)
    return not_a_workbook(file, "ไฟล์ชนิดอื่น", _CHOOSE)
