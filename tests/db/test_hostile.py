"""Files made to harm: refused in a sentence, untouched, before anything in them runs."""

import sqlite3
import sys
import time
from contextlib import closing

import pytest

from db import checking
from db.connecting import connect
from db.opening import open_reader, open_store
from itadesk.errors import DamagedFile, EmptyFile, ForeignFile

HOSTILE = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON change_log BEGIN "
    "INSERT INTO content VALUES (hex(randomblob(32)), zeroblob(50000000)); END",
    "view": "CREATE VIEW v AS SELECT load_extension('/tmp/x')",
    "endless": "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) "
    "SELECT * FROM c",
    "office as a view": "DROP TABLE office; CREATE VIEW office AS WITH RECURSIVE c(x) AS "
    "(SELECT 1 UNION ALL SELECT x FROM c) SELECT x AS name FROM c",
    "virtual": "CREATE VIRTUAL TABLE v USING fts5(a)",
    "statistics": "ANALYZE",
    "disguise": "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET "
    "sql = replace(sql, 'name TEXT', 'nam\u200be TEXT') WHERE name = 'office'",
    "other name": "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET tbl_name = 'measure' "
    "WHERE name = 'finding_year'",
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("opener", [open_store, open_reader])
def test_a_file_with_anything_else_than_our_tables_is_refused_untouched(office_file, kind, opener):
    with closing(sqlite3.connect(office_file)) as connection:
        connection.executescript(HOSTILE[kind])
    body = office_file.read_bytes()
    start = time.monotonic()
    with pytest.raises(DamagedFile, match="โปรดเปิดสำเนาสำรอง"):
        opener(office_file)
    assert time.monotonic() - start < 2
    assert office_file.read_bytes() == body
    assert [each.name for each in office_file.parent.iterdir()] == [office_file.name]


@pytest.mark.parametrize(
    "statement",
    [
        f"INSERT INTO content VALUES ('{'a' * 64}', zeroblob(50000000))",
        "UPDATE office SET name = replace(hex(zeroblob(25000000)), '0', 'x')",
    ],
)
def test_a_value_larger_than_any_of_ours_is_refused(office_file, statement):
    with closing(sqlite3.connect(office_file)) as connection, connection:
        connection.execute(statement)
    with pytest.raises(DamagedFile, match="เพื่อความปลอดภัย"):
        open_store(office_file)


def test_the_largest_content_that_we_keep_opens(office_file):
    with closing(sqlite3.connect(office_file)) as connection, connection:
        connection.execute(f"INSERT INTO content VALUES ('{'a' * 64}', zeroblob(41000000))")
    with closing(open_store(office_file)) as store:
        assert not store.read_only


def test_a_statement_without_an_end_is_interrupted(office_file, monkeypatch):
    monkeypatch.setattr(checking, "_SECONDS", 0.05)
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT max(x) FROM c"
    with closing(connect(office_file)) as connection:
        with (
            checking.deadline(connection, 0),
            pytest.raises(sqlite3.OperationalError, match="interrupted"),
        ):
            connection.execute(endless)
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_tables_that_lead_back_to_themselves_end(office_file):
    """Every child of the first page is the first page: 20 levels of hundreds of ways."""
    body = bytearray(office_file.read_bytes())
    cells = 300
    page = bytearray(4096)
    page[:100] = body[:100]
    page[100] = 5  # an inner page
    page[103:105] = cells.to_bytes(2, "big")
    start = 4096 - 5
    page[105:107] = start.to_bytes(2, "big")
    page[108:112] = (1).to_bytes(4, "big")
    page[start : start + 5] = (1).to_bytes(4, "big") + b"\x7f"
    for n in range(cells):
        page[112 + 2 * n : 114 + 2 * n] = start.to_bytes(2, "big")
    body[:4096] = page
    office_file.write_bytes(body)
    begun = time.monotonic()
    with pytest.raises(DamagedFile):
        open_store(office_file)
    assert time.monotonic() - begun < 15


@pytest.mark.skipif(sys.version_info < (3, 12), reason="Python 3.11 cannot set it")
def test_the_schema_cannot_be_written_and_no_view_or_trigger_runs(office_file):
    with closing(connect(office_file)) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        with pytest.raises(sqlite3.OperationalError, match="may not be modified"):
            connection.execute("DELETE FROM sqlite_schema")
        connection.execute("CREATE VIEW v AS SELECT 1")
        with pytest.raises(sqlite3.OperationalError, match="view"):
            connection.execute("SELECT * FROM v")
        connection.execute(
            "CREATE TRIGGER t AFTER UPDATE ON office BEGIN DELETE FROM question_score; END"
        )
        connection.execute("UPDATE office SET name = 'x'")
        assert connection.execute("SELECT count(*) FROM question_score").fetchone() == (1,)


def test_extensions_cannot_be_loaded(office_file):
    with (
        closing(connect(office_file)) as connection,
        pytest.raises(sqlite3.OperationalError, match="not authorized"),
    ):
        connection.execute("SELECT load_extension('x')")


def test_each_wrong_file_has_a_kind_that_leads_on(tmp_path, office_file):
    kinds = {
        EmptyFile: b"",
        ForeignFile: b"\xff\xd8\xff\xe0" + b"x" * 5000,
        DamagedFile: b"\x00" * 100 + office_file.read_bytes()[100:],
    }
    for kind, body in kinds.items():
        path = tmp_path / "ก.itadesk"
        path.write_bytes(body)
        with pytest.raises(kind, match=r"“ก\.itadesk”.*โปรด"):
            open_store(path)
        assert path.read_bytes() == body


@pytest.mark.parametrize("offset", [16, 18, 21, 28, 46, 58, 60, 68, 100])
def test_a_damaged_header_never_ends_in_a_traceback(office_file, offset):
    body = bytearray(office_file.read_bytes())
    body[offset : offset + 2] = b"\xa5\x5a"
    office_file.write_bytes(body)
    with pytest.raises(DamagedFile, match="โปรดเปิดสำเนาสำรอง"):
        open_store(office_file)
    assert office_file.read_bytes() == body


def test_a_broken_reference_is_found_at_opening(office_file):
    with closing(sqlite3.connect(office_file)) as connection, connection:
        connection.execute("UPDATE question_score SET year = 1")
    with pytest.raises(DamagedFile):
        open_store(office_file)


def test_an_index_that_lacks_a_row_is_found_at_opening(office_file):
    with closing(sqlite3.connect(office_file)) as connection, connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_question_score_1'"
        ).fetchone()[0]
    body = bytearray(office_file.read_bytes())
    body[(root - 1) * 4096 + 3 : (root - 1) * 4096 + 5] = b"\0\0"  # no cells
    office_file.write_bytes(body)
    with pytest.raises(DamagedFile):
        open_store(office_file)
