"""A closed file is sealed: what changes in it afterwards is found, and nothing else is accused."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from db.backups import back_up, restore
from db.integrity import examine, mend
from db.opening import create_store, open_reader, open_store
from db.salvage import salvage
from db.sealing import is_broken, sealed
from itadesk.errors import BadFile, DamagedFile
from itadesk.model.work import Finding
from itadesk.services.findings import save_finding
from itadesk.services.sample import fill_sample, sample_office
from itadesk.services.years import load_year

TEXT = "ข้อความที่อยู่ในไฟล์นี้เท่านั้น"


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "อบต.itadesk"
    store = create_store(made, sample_office())
    fill_sample(store)
    save_finding(store, 2568, Finding(indicator=1, cause=TEXT))
    store.close()
    return made


def change(path, text=TEXT):
    body = path.read_bytes()
    assert text.encode() in body
    path.write_bytes(body.replace(text.encode(), text[::-1].encode()))


def test_a_byte_that_changes_inside_a_text_is_found(path):
    change(path)
    with pytest.raises(DamagedFile, match="ไม่ตรงกับที่โปรแกรมบันทึกไว้"):
        open_store(path)
    with pytest.raises(DamagedFile):
        open_reader(path)
    assert "ไม่ตรงกับที่โปรแกรมบันทึกไว้" in examine(path).problems[0]
    with pytest.raises(BadFile, match="ยังไม่ได้สำรอง"):
        back_up(path, path.parent / "สำรอง", datetime(2026, 1, 1))


def test_mending_takes_the_file_as_it_is(path):
    change(path)
    assert examine(path).mendable
    mend(path)
    store = open_store(path)
    assert TEXT[::-1] in {finding.cause for finding in load_year(store, 2568).findings}
    store.close()


def test_all_of_it_can_be_salvaged(path, tmp_path):
    change(path)
    new = tmp_path / "กู้แล้ว.itadesk"
    assert [part for part in salvage(path, new).parts if part.lost] == []
    store = open_store(new)
    assert TEXT[::-1] in {finding.cause for finding in load_year(store, 2568).findings}
    store.close()


def test_a_closed_file_has_a_seal_and_one_that_is_written_has_not(path):
    flipped = bytearray(path.read_bytes())
    flipped[-1] ^= 1
    assert is_broken(bytes(flipped))
    store = open_store(path)
    save_finding(store, 2568, Finding(indicator=2, cause="ใหม่"))
    flipped = bytearray(path.read_bytes())
    flipped[-1] ^= 1
    assert not is_broken(bytes(flipped))
    store.close()
    assert not is_broken(path.read_bytes())


def test_looking_writes_nothing(path):
    before = path.read_bytes()
    open_store(path).close()
    open_reader(path).close()
    assert path.read_bytes() == before


def test_another_programs_change_is_no_damage(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE finding SET cause = 'แก้ด้วยโปรแกรมอื่น' WHERE indicator = 1")
        connection.commit()
    store = open_store(path)
    assert "แก้ด้วยโปรแกรมอื่น" in {f.cause for f in load_year(store, 2568).findings}
    store.close()


def test_a_spoilt_seal_accuses_nobody(path):
    body = path.read_bytes()
    for place in range(72, 92):
        spoilt = bytearray(body)
        spoilt[place] ^= 0xFF
        assert not is_broken(bytes(spoilt))
    torn = body[:72] + body[72:78] + bytes(6) + body[84:]
    assert not is_broken(torn)


def test_copies_and_what_is_restored_from_them_are_sealed(path):
    for round_ in range(3):
        copy = back_up(path, path.parent / "สำรอง", datetime(2026, 1, 1 + round_)).path
        flipped = bytearray(copy.read_bytes())
        flipped[-1] ^= 1
        assert is_broken(bytes(flipped))
        assert not is_broken(copy.read_bytes())
        restore(path, copy)
        store = open_store(path)
        save_finding(store, 2568, Finding(indicator=3, cause=f"รอบ {round_}"))
        assert not is_broken(store.whole())
        store.close()
        open_store(path).close()


def test_a_transaction_that_was_cut_off_leaves_the_seal_whole(path, tmp_path):
    """Free pages that the transaction took are not brought back, and not summed."""
    store = open_store(path)
    save_finding(store, 2568, Finding(indicator=4, cause="ย" * 60_000))
    store.undo()
    store.forgetting.forget_before("9999")  # its pages are free now
    store.close()
    assert int.from_bytes(path.read_bytes()[36:40], "big") > 5
    left = tmp_path / "ค้าง.itadesk"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")  # pages reach the disk before the commit
        connection.execute("BEGIN")
        connection.execute("UPDATE finding SET cause = ? WHERE indicator = 1", ("ร" * 50_000,))
        connection.execute("UPDATE finding SET guideline = ?", ("ล" * 9_000,))
        shutil.copy(path, left)
        shutil.copy(f"{path}-journal", f"{left}-journal")
        connection.execute("ROLLBACK")
    assert left.read_bytes() != path.read_bytes()
    found = open_store(left)
    assert TEXT in {finding.cause for finding in load_year(found, 2568).findings}
    found.close()


def test_any_flipped_byte_of_a_page_in_use_is_seen(path):
    chance, body = random.Random(7), path.read_bytes()
    size = int.from_bytes(body[16:18], "big")
    for _ in range(200):
        place = chance.randrange(size, len(body))
        spoilt = bytearray(body)
        spoilt[place] ^= 1 << chance.randrange(8)
        assert is_broken(bytes(spoilt))
    assert sealed(body) == body
