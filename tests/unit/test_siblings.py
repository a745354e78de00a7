"""Other files of the same office in a folder."""

import pytest

from itadesk.errors import BadFile
from itadesk.siblings import MOST, siblings


@pytest.fixture
def folder(tmp_path):
    for name in ("ก", "ก (1)", "ก สำเนาที่ขัดแย้งกัน", "อื่น", "เสีย", "ก ก่อนกู้คืน", "ก ก่อนซ่อม 2", ".ก"):
        (tmp_path / f"{name}.itadesk").write_text(name, "utf-8")
    (tmp_path / "ก.pdf").write_bytes(b"")
    return tmp_path


def id_of(path):
    if path.stem == "เสีย":
        raise BadFile("เสียหาย")
    return "2" if path.stem == "อื่น" else "1"


def test_files_of_the_office_are_found_by_what_they_hold(folder):
    found = siblings(folder / "ก.itadesk", "1", id_of)
    assert [each.stem for each in found] == ["ก (1)", "ก สำเนาที่ขัดแย้งกัน"]


def test_of_very_many_only_those_of_similar_names_are_read(folder):
    for number in range(50):
        (folder / f"ฮ{number}.itadesk").write_bytes(b"")
    read = []

    def note(path):
        read.append(path.stem)
        return "1"

    found = siblings(folder / "ก.itadesk", "1", note)
    assert len(read) == len(found) == MOST
    assert "ก (1)" in read


def test_a_folder_that_is_away_has_none(tmp_path):
    assert siblings(tmp_path / "none" / "ก.itadesk", "1", id_of) == ()
