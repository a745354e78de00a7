"""Looking through a whole file says what is wrong; mending loses nothing that can be read."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from db.integrity import examine, mend, verify
from db.opening import create_store, open_store
from itadesk.errors import BadFile, DamagedFile, EmptyFile, ForeignFile, NewerFile

from .builders import OFFICE, dump, record, start
from .test_journals import HALF, ROOT, beside, needs_kill


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "หน่วยงาน.itadesk"
    store = create_store(path, OFFICE)
    start(store)
    with store.transaction("คะแนน"):
        for n in range(1, 31):
            record(store, f"i{n}", 60 + n)
    store.close()
    return path


def change(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def rows(path):
    store = open_store(path)
    found = dump(store)
    store.close()
    return found


def root_of(path, name):
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        return connection.execute(sql, (name,)).fetchone()[0]


def lose_an_index_row(path):
    """The last entry of the index of scores is gone, its bytes with it."""
    body = bytearray(path.read_bytes())
    start = (root_of(path, "sqlite_autoindex_question_score_1") - 1) * 4096
    count = int.from_bytes(body[start + 3 : start + 5], "big")
    body[start + 3 : start + 5] = (count - 1).to_bytes(2, "big")
    path.write_bytes(body)


def test_a_whole_file_has_no_problems(office):
    assert verify(office) == ()
    assert not examine(office).mendable


def test_an_index_that_differs_from_its_table_is_found_and_made_anew_on_a_copy(office):
    before = rows(office)
    with closing(sqlite3.connect(office, isolation_level=None)) as connection:
        # The text of the index stays while it is filled as if it left rows out.
        connection.execute("PRAGMA writable_schema = 1")
        sql = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'finding_year'"
        ).fetchone()[0]
    with closing(sqlite3.connect(office, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO finding (id, year, codes, cause, guideline, conclusion) "
            "VALUES (9, 2568, '', 'เหตุ', 'ทาง', '')"
        )
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute(
            "UPDATE sqlite_schema SET sql = sql || ' WHERE 0' WHERE name = 'finding_year'"
        )
        version = connection.execute("PRAGMA schema_version").fetchone()[0]
        connection.execute(f"PRAGMA schema_version = {version + 1}")
    with closing(sqlite3.connect(office, isolation_level=None)) as connection:
        connection.execute("REINDEX finding_year")
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'finding_year'", (sql,))
    damaged = office.read_bytes()
    with pytest.raises(DamagedFile):
        open_store(office)
    examination = examine(office)
    (problem,) = examination.problems
    assert "“หน่วยงาน.itadesk”" in problem
    assert "ดัชนี" in problem
    assert "โปรดซ่อมไฟล์" in problem
    assert examination.mendable
    assert office.read_bytes() == damaged
    mended = mend(office)
    assert mended.lost == ()
    assert mended.aside.read_bytes() == damaged
    assert verify(office) == ()
    after = rows(office)
    assert [row[0] for row in after.pop("finding")] == [9]
    before.pop("finding")
    assert after == before


def test_what_refers_to_something_gone_is_named_and_mending_takes_it_out(office):
    change(office, "UPDATE question_score SET year = 1 WHERE code IN ('i1', 'i2')")
    examination = examine(office)
    (problem,) = examination.problems
    assert "คะแนนข้อคำถาม 2 รายการที่อ้างถึงข้อมูลที่ไม่มีแล้ว" in problem
    assert examination.mendable
    (part,) = mend(office).lost
    assert (part.name, part.lost) == ("คะแนนข้อคำถาม", 2)
    assert verify(office) == ()
    assert len(rows(office)["question_score"]) == 28


def test_a_year_whose_own_row_is_gone_comes_back_rather_than_all_of_it_going(office):
    change(office, "DELETE FROM assessment")
    assert mend(office).lost == ()
    found = rows(office)
    assert len(found["question_score"]) == 30
    assert [row[:2] for row in found["assessment"]] == [(2568, 2569)]


def test_mending_again_keeps_the_earlier_file_aside_too(office):
    asides = []
    for code in ("i1", "i2"):
        change(office, f"UPDATE question_score SET year = 1 WHERE code = '{code}'")
        asides.append(mend(office).aside)
    assert [each.name for each in asides] == [
        "หน่วยงาน ก่อนซ่อม.itadesk",
        "หน่วยงาน ก่อนซ่อม 2.itadesk",
    ]


def test_a_damaged_page_is_no_matter_of_mending(office):
    body = bytearray(office.read_bytes())
    start = (root_of(office, "question_score") - 1) * 4096
    body[start : start + 4096] = b"\xa5" * 4096
    office.write_bytes(body)
    examination = examine(office)
    assert "อ่านไม่ได้" in examination.problems[0] or "เสียหาย" in examination.problems[0]
    assert "กู้ข้อมูลที่ยังอ่านได้" in examination.problems[0]
    assert not examination.mendable
    with pytest.raises(DamagedFile, match=r"ซ่อมไฟล์.*ไม่ได้.*โปรดเปิดสำเนาสำรอง"):
        mend(office)
    assert office.read_bytes() == body
    assert len(list(office.parent.iterdir())) == 1


def test_a_row_that_an_index_lost_with_its_bytes_is_found(office):
    lose_an_index_row(office)
    assert examine(office).problems


def test_a_file_that_is_cut_off_is_said_to_be(office):
    body = office.read_bytes()
    office.write_bytes(body[: len(body) // 2])
    assert "ขาดส่วนท้าย" in verify(office)[0]


def test_the_content_of_an_attached_file_is_looked_at_too(office):
    change(
        office,
        f"INSERT INTO content VALUES ('{'a' * 64}', x'00')",
        "INSERT INTO kept_file VALUES (1, 'evidence', 'ภาพ.jpg', '', 1, "
        f"'{'a' * 64}', 2568, NULL, NULL, NULL, '', '', '')",
    )
    examination = examine(office)
    assert "“ภาพ.jpg”" in examination.problems[0]
    assert not examination.mendable


def test_a_content_that_became_a_text_is_a_problem_and_no_traceback(office):
    change(office, f"INSERT INTO content VALUES ('{'a' * 64}', x'3132')")
    blob, text = b"\x81\x0d\x10" + b"a" * 64, b"\x81\x0d\x11" + b"a" * 64
    body = office.read_bytes()
    assert body.count(blob) == 1
    office.write_bytes(body.replace(blob, text))
    assert verify(office)


def test_a_text_that_is_no_text_any_more_is_found(office):
    change(office, "UPDATE office SET district = CAST(x'e0b8ff' AS TEXT)")
    assert "เสียหาย" in verify(office)[0]
    assert not examine(office).mendable


def test_tables_that_are_not_ours_are_a_problem(office):
    change(office, "CREATE VIEW v AS SELECT 1")
    assert "ถูกโปรแกรมอื่นแก้ไข" in verify(office)[0]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (EmptyFile, lambda _: b""),
        (ForeignFile, lambda _: b"x" * 9000),
        (NewerFile, lambda body: body[:60] + (999).to_bytes(4, "big") + body[64:]),
    ],
)
@pytest.mark.parametrize("look", [examine, mend])
def test_what_is_no_file_of_ours_is_not_looked_through(office, kind, body, look):
    office.write_bytes(body(office.read_bytes()))
    with pytest.raises(kind if look is examine else BadFile):
        look(office)


@needs_kill
def test_a_waiting_journal_is_thought_of_and_left_as_it_is(office):
    subprocess.run([sys.executable, "-c", HALF, office, "300"], cwd=ROOT)
    lying = office.read_bytes(), beside(office).read_bytes()
    assert verify(office) == ()
    assert (office.read_bytes(), beside(office).read_bytes()) == lying


def test_a_file_that_is_open_can_be_looked_through(office):
    store = open_store(office)
    record(store, "i1", 5)
    assert verify(office) == ()
    record(store, "i1", 6)
    store.close()
