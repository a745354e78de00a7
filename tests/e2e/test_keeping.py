"""A damaged file at the command line: what is wrong, mended where that costs nothing, salvaged."""

import sqlite3
from contextlib import closing

import pytest

from itadesk.__main__ import Files, main
from itadesk.holding import Holding

OFFICE = "องค์การบริหารส่วนตำบลทดสอบ"


@pytest.fixture
def office(tmp_path, capsys):
    path = tmp_path / "office.itadesk"
    words = ["--office", OFFICE, "--kind", "อบต.", "--province", "ตัวอย่าง", "--year", "2568"]
    assert main(["new", str(path), *words]) == 0
    capsys.readouterr()
    return path


def run(capsys, *words):
    code = main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def lose_a_reference(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO limitation VALUES (3, 1, 'ของปีที่ไม่มี')")


def test_verify_says_what_to_do_and_mends_when_told_to(office, capsys):
    lose_a_reference(office)
    before = office.read_bytes()
    code, _, err = run(capsys, "verify", office)
    assert code == 1
    assert "ข้อจำกัด 1 รายการ" in err
    assert "โปรดซ่อมไฟล์" in err
    assert office.read_bytes() == before
    code, out, err = run(capsys, "verify", office, "--mend")
    assert (code, err) == (0, "")
    aside = office.with_name("office ก่อนซ่อม.itadesk")
    assert f"เก็บไฟล์ก่อนซ่อมไว้ที่ {aside}" in out
    assert out.endswith(f"ไฟล์ “{office.name}” สมบูรณ์\n")
    assert aside.read_bytes() == before


def test_a_file_that_a_window_has_open_is_not_mended(office, tmp_path, capsys):
    lose_a_reference(office)
    with closing(sqlite3.connect(office, isolation_level=None)) as connection:
        (rows,) = connection.execute("SELECT count(*) FROM limitation").fetchone()
        connection.execute("DELETE FROM limitation")
    window = Files(tmp_path / "home", Holding(tmp_path / "home", "ห้องบัญชี")).open(office)
    lose_a_reference(office)
    before = office.read_bytes()
    code, _, err = run(capsys, "verify", office, "--mend")
    assert (code, rows) == (1, 1)
    assert office.name in err
    assert office.read_bytes() == before
    window.close()


def test_salvage_writes_what_is_left_and_says_what_is_not(office, tmp_path, capsys):
    body = office.read_bytes()
    office.write_bytes(b"\0" * 100 + body[100 : len(body) // 2])
    out_file = tmp_path / "กู้แล้ว.itadesk"
    code, out, err = run(capsys, "salvage", office, out_file)
    assert (code, err) == (0, "")
    assert out.startswith(f"{out_file}\n")
    assert "ข้อมูลหน่วยงาน\tกู้ได้ 1" in out
    assert run(capsys, "verify", out_file)[0] == 0
    code, _, err = run(capsys, "salvage", office, out_file)
    assert code == 1
    assert "อยู่แล้ว" in err
    code, _, err = run(capsys, "salvage", office, office)
    assert code == 1
    assert "ไม่เขียนทับ" in err
