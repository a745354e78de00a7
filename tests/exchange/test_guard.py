"""Files that are no workbook, or one that must not be opened, are refused by name."""

import os
import random
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadesk.errors import BadFile
from itadesk.exchange.reading import read_workbook

from .workbooks import raw_workbook, save, score_rows, with_part

SHEET = "xl/worksheets/sheet1.xml"
LIMITATION = {"ข้อจำกัด": [{"ลำดับ": 1, "ข้อจำกัด": "ก"}]}


def refused(path) -> str:
    with pytest.raises(BadFile) as caught:
        read_workbook(path)
    return str(caught.value)


def read_or_refused(path) -> str:
    """The refusal, or a word in its place."""
    try:
        read_workbook(path)
    except BadFile as refusal:
        return str(refusal)
    return "อ่านได้ ไม่ต้องแก้ไข โปรดนำเข้า"


def package(path, main="", extra=()):
    types = f'<Types><Override PartName="/main.xml" ContentType="{main}"/></Types>'
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("[Content_Types].xml", types)
        for name, body in (("main.xml", b"<x/>"), *extra):
            target.writestr(name, body)
    return path


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", ".jpg"),
        (b"\x89PNG\r\n\x1a\n", ".png"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "เป็น Excel รุ่นเก่า (.xls)"),
        (b"<html><table><tr><td>1</td></tr></table>", ".html"),
        ("ข้อ,คะแนน\ni1,99\n".encode(), ".csv"),
        (b"SQLite format 3\x00", ".itadesk"),
        (b"\x00\x01\x02", "ชนิดอื่น"),
        (b"", "ว่างเปล่า"),
    ],
)
def test_a_renamed_file_is_called_what_it_is(tmp_path, beginning, kind):
    path = tmp_path / "ข้อมูล.xlsx"
    path.write_bytes(beginning)
    assert kind in refused(path)
    assert "“ข้อมูล.xlsx”" in refused(path)


@pytest.mark.parametrize(
    ("main", "kind"),
    [
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", ".xlsm"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            ".docx",
        ),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", ".xlsb"),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            ".pptx",
        ),
    ],
)
def test_a_file_of_another_program_is_called_what_it_is(tmp_path, main, kind):
    assert kind in refused(package(tmp_path / "a.xlsx", main))


def test_a_real_word_document_is_refused(tmp_path):
    docx = pytest.importorskip("docx")
    path = tmp_path / "a.xlsx"
    docx.Document().save(str(path))
    assert ".docx" in refused(path)


def test_a_workbook_with_macros_under_another_content_type_is_refused(tmp_path):
    path = save(tmp_path / "a.xlsx", LIMITATION)
    with_part(path, "xl/vbaProject.bin", lambda _: b"\x00")
    assert "แมโคร" in refused(path)


def test_a_plain_zip_and_a_libreoffice_table_are_told_apart(tmp_path):
    plain, ods = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    with zipfile.ZipFile(plain, "w") as target:
        target.writestr("a.txt", "ก")
    with zipfile.ZipFile(ods, "w") as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert ".zip" in refused(plain)
    assert ".ods" in refused(ods)


def test_a_locked_workbook_says_so(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    assert "รหัสผ่าน" in refused(path)


def test_a_missing_file_and_a_folder_say_so(tmp_path):
    assert "ไม่พบไฟล์" in refused(tmp_path / "ไม่มี.xlsx")
    assert refused(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "a.xlsx")
    assert "ไม่ใช่ไฟล์ในที่เก็บ" in refused(tmp_path / "a.xlsx")


def test_a_large_file_is_refused_unread(tmp_path):
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(20 * 1024**2 + 1)
    assert "๒๐ เมกะไบต์" in refused(path)


def bomb(path, size):
    path = save(path, LIMITATION)
    return with_part(path, "xl/media/picture.bin", lambda _: bytes(size))


@pytest.mark.parametrize("size", [110 * 1024**2, 30 * 1024**2])
def test_a_zip_bomb_is_refused(tmp_path, size):
    path = bomb(tmp_path / "a.xlsx", size)
    assert "ผิดปกติ" in refused(path)


def test_too_many_entries_are_refused(tmp_path):
    many = [(f"xl/{n}.xml", b"<x/>") for n in range(501)]
    assert "ผิดปกติ" in refused(package(tmp_path / "a.xlsx", extra=many))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_in_any_part_is_refused(tmp_path, encoding):
    path = save(tmp_path / "a.xlsx", LIMITATION)
    bad = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)
    with_part(path, "docProps/custom.xml", lambda _: bad)
    assert "อันตราย" in refused(path)


@pytest.mark.parametrize("reference", ["XFD1048576", "A5001", "CW2"])
def test_a_sheet_with_a_far_cell_is_refused(tmp_path, reference):
    path = save(tmp_path / "a.xlsx", LIMITATION, year=None)
    far = f'<row r="5002"><c r="{reference}"><v>1</v></c></row></sheetData>'.encode()
    with_part(path, SHEET, lambda body: body.replace(b"</sheetData>", far))
    assert "๕,๐๐๐ แถว" in refused(path)


def test_blank_cells_past_the_limits_are_tolerated(tmp_path):
    path = save(tmp_path / "a.xlsx", LIMITATION, year=None)
    blank = b'<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>'
    with_part(path, SHEET, lambda body: body.replace(b"</sheetData>", blank))
    assert len(read_workbook(path).rows("ข้อจำกัด")) == 1


def test_a_million_blank_cells_are_refused(tmp_path):
    path = save(tmp_path / "a.xlsx", LIMITATION, year=None)
    block = b"".join(b'<c s="%d"/>' % n for n in random.Random(1).choices(range(9999), k=10_000))
    blank = b'<row r="9">' + block * 101 + b"</row></sheetData>"
    with_part(path, SHEET, lambda body: body.replace(b"</sheetData>", blank))
    assert "๕,๐๐๐ แถว" in refused(path)


def test_a_workbook_without_our_sheets_names_them(tmp_path):
    from openpyxl import Workbook

    path = tmp_path / "a.xlsx"
    Workbook().save(path)
    assert "คะแนนข้อคำถาม" in refused(path)


def test_a_sheet_given_twice_is_refused(tmp_path):
    path = save(tmp_path / "a.xlsx", LIMITATION, year=None)
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    copy = workbook.copy_worksheet(workbook["ข้อจำกัด"])
    copy.title = "ข้อจำกัด "
    workbook.save(path)
    assert "มากกว่าหนึ่งแผ่น" in refused(path)


def test_a_damaged_sheet_is_refused(tmp_path):
    path = save(tmp_path / "a.xlsx", LIMITATION)
    with_part(path, SHEET, lambda body: body[: len(body) // 2])
    assert "เสียหาย" in refused(path)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_mutated_workbook_is_read_or_refused_never_a_crash(tmp_path, data):
    path = tmp_path / "a.xlsx"
    if not path.exists():
        save(path, {"คะแนนข้อคำถาม": score_rows({"i1": 99.38, "i2": "๙๙"})})
    body = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    mutated = tmp_path / "b.xlsx"
    mutated.write_bytes(body)
    assert "โปรด" in read_or_refused(mutated)


PARTS = (
    "[Content_Types].xml",
    "xl/w.xml",
    "xl/_rels/w.xml.rels",
    "xl/s.xml",
    "xl/t.xml",
    "xl/f.xml",
)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(PARTS),
    changes=st.lists(st.tuples(st.integers(0, 5000), st.integers(32, 126)), min_size=1, max_size=5),
)
def test_mutated_xml_is_read_or_refused_never_a_crash(tmp_path, name, changes):
    path = raw_workbook(
        tmp_path / "a.xlsx",
        "ข้อจำกัด",
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>ข้อ</t></is></c>'
        "</row>"
        '<row r="2"><c r="A2" s="1"><v>45931</v></c><c r="B2" t="str"><f>A1</f><v>ก</v></c></row>',
        "<si><t>ลำดับ</t></si>",
        '<numFmts><numFmt numFmtId="170" formatCode="d/m/yy"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
    )

    def change(body):
        mutable = bytearray(body)
        for at, byte in changes:
            mutable[at % len(mutable)] = byte
        return bytes(mutable)

    with_part(path, name, change)
    assert "โปรด" in read_or_refused(path)
