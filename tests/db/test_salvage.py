"""Every row that can still be read comes into a new file, which is whole."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.integrity import examine, verify
from db.migrations import STEPS
from db.opening import create_store, open_reader, open_store
from db.rawpages import RawPages
from db.salvage import salvage
from itadesk.errors import BadFile, CannotWrite, DamagedFile, EmptyFile, ForeignFile
from itadesk.services.sample import fill_sample, sample_office

from .builders import dump, record
from .test_integrity import root_of

PAGE = 4096
FILES = Path(__file__).parent / "files"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The sample office with a large attached file and texts of several pages."""
    path = tmp_path_factory.mktemp("sample") / "ก.itadesk"
    store = create_store(path, sample_office())
    fill_sample(store)
    with store.transaction("ข้อความยาว"):
        store.texts.save(2568, "measures", "opening", "ข้อความยาว " * 3000)
    store.close()
    return path.read_bytes()


@pytest.fixture
def place(tmp_path):
    return tmp_path / "เสีย.itadesk", tmp_path / "กู้แล้ว.itadesk"


def rows(path):
    reader = open_reader(path)
    found = dump(reader)
    reader.close()
    return found


def saved(body, place):
    path, target = place
    path.write_bytes(body)
    target.unlink(missing_ok=True)
    result = salvage(path, target)
    assert path.read_bytes() == body
    assert verify(target) == ()
    return result


def total(result):
    return sum(part.saved for part in result.parts)


def test_a_whole_file_is_saved_whole(whole, place):
    result = saved(whole, place)
    assert rows(place[1]) == rows(place[0])
    assert [part for part in result.parts if part.lost] == []
    assert result.notes == ()
    with closing(sqlite3.connect(place[1])) as new, closing(sqlite3.connect(place[0])) as old:
        for table in ("change_log", "content"):
            sql = f"SELECT * FROM {table}"
            assert new.execute(sql).fetchall() == old.execute(sql).fetchall()


def test_what_was_saved_can_be_worked_on(whole, place):
    saved(whole, place)
    store = open_store(place[1])
    before = store.assessments.get(2568)
    record(store, "i1", 12)
    assert store.assessments.get(2568) != before
    assert store.undo() is not None
    assert store.assessments.get(2568) == before
    store.close()


@pytest.mark.parametrize("what", ["header", "first page", "page size", "version"])
def test_a_damaged_beginning_costs_no_row(whole, place, what):
    body = bytearray(whole)
    match what:
        case "header":
            body[:100] = bytes(100)
        case "first page":
            body[:PAGE] = b"\xa5" * PAGE
        case "page size":
            body[16:18] = b"\x13\x37"
        case _:
            body[60:64] = b"\xff\xff\xff\xff"
    saved(bytes(body), place)
    found = rows(place[1])
    place[0].write_bytes(whole)
    assert found == rows(place[0])


@pytest.mark.parametrize("share", [0.9, 0.75, 0.5, 0.3])
def test_a_truncated_file_gives_what_is_left(whole, place, share):
    body = whole[: int(len(whole) * share)]
    result = saved(body, place)
    assert total(result) > 50
    assert any(part.lost for part in result.parts)
    place[0].write_bytes(whole)
    before, after = rows(place[0]), rows(place[1])
    for table, found in after.items():
        if table not in ("assessment", "office"):  # made anew where they are lost
            assert set(found) <= set(before[table]), table


def test_a_page_of_a_table_costs_its_rows_only_and_says_how_many(whole, place):
    place[0].write_bytes(whole)
    before = rows(place[0])
    start = (root_of(place[0], "limitation") - 1) * PAGE
    body = whole[:start] + b"\xa5" * PAGE + whole[start + PAGE :]
    result = saved(body, place)
    lost = {part.name: part.lost for part in result.parts if part.lost}
    assert lost == {"ข้อจำกัด": len(before["limitation"])}
    after = rows(place[1])
    assert after.pop("limitation") == []
    before.pop("limitation")
    assert after == before


def test_pages_whose_way_is_lost_are_found(whole, place):
    """The page that leads to the change log is rubbish, those with its lines are not."""
    place[0].write_bytes(whole)
    root = root_of(place[0], "change_log")
    assert len(list(RawPages(whole).under(root))) > 10
    start = (root - 1) * PAGE
    result = saved(whole[:start] + b"\xa5" * PAGE + whole[start + PAGE :], place)
    assert [part for part in result.parts if part.lost] == []
    with closing(sqlite3.connect(place[1])) as new, closing(sqlite3.connect(place[0])) as old:
        old.deserialize(whole)
        lines = "SELECT * FROM change_log ORDER BY id"
        assert new.execute(lines).fetchall() == old.execute(lines).fetchall()


def test_rows_of_something_lost_are_left_out_and_told(whole, place):
    place[0].write_bytes(whole)
    start = (root_of(place[0], "document") - 1) * PAGE
    result = saved(whole[:start] + bytes(PAGE) + whole[start + PAGE :], place)
    assert any("ช่องกรอกของเอกสาร" in note and "หายไปแล้ว" in note for note in result.notes)
    assert rows(place[1])["document_field"] == []


def test_years_and_the_office_are_made_anew_when_their_rows_are_lost(whole, place):
    body = bytearray(whole)
    place[0].write_bytes(whole)
    for table in ("assessment", "office"):
        start = (root_of(place[0], table) - 1) * PAGE
        body[start : start + PAGE] = bytes(PAGE)
    before = rows(place[0])
    result = saved(bytes(body), place)
    after = rows(place[1])
    assert after["question_score"] == before["question_score"]
    assert after["measure"] == before["measure"]
    assert {row[0] for row in after["assessment"]} == {row[0] for row in before["assessment"]}
    assert any("ชื่อหน่วยงาน" in note for note in result.notes)
    assert any("สร้างปีนั้นขึ้นใหม่" in note for note in result.notes)


def test_the_changed_content_of_an_attached_file_is_left_out(whole, place):
    place[0].write_bytes(whole)
    with closing(sqlite3.connect(place[0], isolation_level=None)) as connection:
        count = connection.execute("SELECT count(*) FROM content").fetchone()[0]
        connection.execute(
            "UPDATE content SET body = zeroblob(length(body)) "
            "WHERE rowid = (SELECT max(rowid) FROM content)"
        )
    result = saved(place[0].read_bytes(), place)
    (part,) = [each for each in result.parts if each.name == "เนื้อหาของไฟล์แนบ"]
    assert (part.saved, part.lost) == (count - 1, 1)


def test_bytes_flipped_anywhere_never_end_in_a_traceback_and_cost_few_rows(whole, place):
    chance = random.Random(2568)
    full = total(saved(whole, place))
    for round_ in range(60):
        body = bytearray(whole)
        for _ in range(1 + round_ % 40):
            body[chance.randrange(len(body))] = chance.randrange(256)
        assert total(saved(bytes(body), place)) > full * 0.9


@pytest.mark.parametrize("offset", [16, 18, 20, 24, 28, 32, 36, 44, 46, 52, 56, 58, 92, 96])
def test_any_number_of_the_header_may_be_wrong(whole, place, offset):
    body = whole[:offset] + b"\x7f\xff\xff\xff" + whole[offset + 4 :]
    place[0].write_bytes(body)
    assert examine(place[0]).problems or rows(place[0])
    full = saved(body, place)
    assert [part for part in full.parts if part.lost] == []
    assert total(full) > 900


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_a_file_of_each_release_is_saved_as_one_of_today(version, place):
    body = (FILES / f"{version:03}.itadesk").read_bytes()
    result = saved(body[:24] + bytes(76) + body[100:], place)
    assert [part for part in result.parts if part.lost] == []
    place[0].write_bytes(body)
    assert rows(place[1]) == rows(place[0])


def test_rows_made_by_hand_that_share_their_bytes_have_an_end(whole, place):
    body = bytearray(whole)
    for number in range(20, 60):  # each says that it holds a thousand rows of a whole file
        start = number * PAGE
        page = bytearray(PAGE)
        page[0], page[3:5] = 13, (1000).to_bytes(2, "big")
        page[2048:2057] = bytes.fromhex("82808000") + b"\x01" + bytes(4)
        for n in range(1000):
            page[8 + 2 * n : 10 + 2 * n] = (2048).to_bytes(2, "big")
        body[start : start + PAGE] = page
    saved(bytes(body), place)


def test_nothing_is_written_over_and_what_never_was_ours_is_refused(whole, place):
    path, target = place
    path.write_bytes(whole)
    target.write_bytes(b"x")
    with pytest.raises(CannotWrite, match="อยู่แล้ว"):
        salvage(path, target)
    assert target.read_bytes() == b"x"
    target.unlink()
    for kind, body in ((EmptyFile, b""), (ForeignFile, b"x" * 9000)):
        path.write_bytes(body)
        with pytest.raises(kind):
            salvage(path, target)
    path.write_bytes(b"m001_first_tables" * 900)  # nothing but our word
    with pytest.raises(DamagedFile, match="ไม่เหลือข้อมูล"):
        salvage(path, target)
    path.unlink()
    with pytest.raises(BadFile, match="ไม่พบไฟล์"):
        salvage(path, target)
    assert not target.exists()
