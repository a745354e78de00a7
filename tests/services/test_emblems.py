"""Garuda and seal as offices have them: trimmed, judged, and taken out of Word files."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from PIL import Image

from db.opening import open_store
from itadesk.errors import BadFile
from itadesk.model.kept import FileRole
from itadesk.services.emblems import (
    blackened,
    is_black,
    keep_emblem,
    pictures_of_word,
    read_file,
    small_remark,
    tidied,
)
from itadesk.services.files import file_body
from tests.helpers.emblems import drawn, packed, word_with


@pytest.fixture
def store():
    made = open_store(None)
    yield made
    made.close()


def size_of(image):
    with Image.open(BytesIO(image)) as picture:
        return picture.size


def test_empty_margins_are_cut_off_and_the_ground_stays_clear():
    found = tidied(packed(drawn(800, margin=120)))
    with Image.open(BytesIO(found)) as picture:
        assert picture.size == (736, 800)
        assert picture.mode == "LA"
        assert picture.getpixel((0, 0))[1] == 0


def test_white_margins_of_a_photo_are_cut_off():
    page = drawn(800, ground=(255, 255, 255, 255), margin=120).convert("RGB")
    width, height = size_of(tidied(packed(page, "JPEG", quality=90)))
    assert abs(width - 736) <= 6
    assert abs(height - 800) <= 6


def test_no_emblem_is_kept_finer_than_is_seen():
    assert size_of(tidied(packed(drawn(3000))))[1] == 1417


def test_a_small_emblem_is_not_blown_up():
    assert size_of(tidied(packed(drawn(300))))[1] == 300


@pytest.mark.parametrize("mode", ["RGBA", "L"])
def test_an_empty_picture_is_refused(mode):
    with pytest.raises(BadFile, match="ว่างเปล่า"):
        tidied(packed(Image.new(mode, (50, 50), "white")))


@pytest.mark.parametrize("image", [b"", b"\x89PNG\r\n\x1a\n1234", packed(drawn(200))[:900]])
def test_what_is_no_picture_is_refused(image):
    with pytest.raises(BadFile, match="อ่านภาพนี้ไม่ได้"):
        tidied(image)


@pytest.mark.parametrize("side", [8_000, 20_000])
def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked(side):
    huge = packed(Image.new("1", (side, side)))
    with pytest.raises(BadFile, match="จุดภาพมากเกินไป"):
        tidied(huge)


def test_a_small_picture_is_remarked_on_with_both_numbers():
    assert small_remark(packed(drawn(709))) == ""
    assert "สูง ๗๐๘ จุด น้อยกว่า ๗๐๙ จุด" in small_remark(packed(drawn(708)))
    assert "๑๔๑๘" in small_remark(packed(drawn(708)), 6.0)


@pytest.mark.parametrize(
    ("ink", "black"), [("black", True), ("#222", True), ("#999", False), ("#a01010", False)]
)
def test_only_black_lines_are_black(ink, black):
    assert is_black(packed(drawn(400, ink))) is black


def test_black_lines_on_white_are_black_too():
    white = drawn(400, ground=(255, 255, 255, 255)).convert("RGB")
    assert is_black(packed(white, "JPEG"))


@pytest.mark.parametrize("ink", ["#a01010", "#999", "gold"])
def test_a_coloured_emblem_can_be_made_black(ink):
    made = blackened(packed(drawn(400, ink)))
    assert is_black(made)
    assert size_of(made) == size_of(packed(drawn(400)))
    with Image.open(BytesIO(made)) as picture:
        assert picture.getpixel((0, 399))[-1] == 0


def test_a_new_seal_takes_the_place_of_the_old_one_and_can_be_undone(store):
    first, second = packed(drawn(500)), packed(drawn(600, "blue"))
    keep_emblem(store, FileRole.SEAL, "ตราเดิม.png", first)
    keep_emblem(store, FileRole.SEAL, "ตราใหม่.png", second)
    (kept,) = store.files.of_office()
    assert kept.name == "ตราใหม่.png"
    assert size_of(file_body(store, kept.id)) == (552, 600)
    store.undo()
    assert [each.name for each in store.files.of_office()] == ["ตราเดิม.png"]


def test_pictures_of_a_word_file_are_found_once_each_and_those_of_its_header_too():
    garuda, seal = packed(drawn(500)), packed(drawn(300, "blue"))
    found = pictures_of_word(word_with(seal, seal, header=garuda), "จดหมาย.docx")
    assert {each.body for each in found.pictures} == {garuda, seal}
    assert found.skipped == 0


def test_drawings_and_damaged_pictures_are_counted():
    word = BytesIO(word_with(packed(drawn(300))))
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("word/media/image8.emf", b"\1\0\0\0")
        archive.writestr("word/media/image9.WMF", b"\xd7\xcd\xc6\x9a")
        archive.writestr("word/media/image10.png", b"nothing")
    found = pictures_of_word(word.getvalue(), "จดหมาย.docx")
    assert len(found.pictures) == 1
    assert found.skipped == 3


def test_a_picture_that_swells_is_not_unpacked():
    word = BytesIO(word_with())
    with zipfile.ZipFile(word, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", bytes(25 * 1024**2))
    assert pictures_of_word(word.getvalue(), "จดหมาย.docx").skipped == 1


def _zip_of(name, body=b"x"):
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, body)
    return target.getvalue()


@pytest.mark.parametrize(
    "document",
    [b"", b"\xd0\xcf\x11\xe0 old", _zip_of("xl/workbook.xml"), word_with()[:-40]],
    ids=["empty", "doc", "workbook", "cut"],
)
def test_what_is_no_word_file_is_refused_by_name(document):
    with pytest.raises(BadFile, match=r"จดหมาย.docx.*ไม่ใช่เอกสาร Word"):
        pictures_of_word(document, "จดหมาย.docx")


def test_a_damaged_entry_of_a_word_file_is_explained():
    body = packed(drawn(300))
    word = BytesIO(word_with())
    with zipfile.ZipFile(word, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.png", body)
    damaged = word.getvalue().replace(body[60:80], bytes(20))
    with pytest.raises(BadFile, match=r"จดหมาย.docx"):
        pictures_of_word(damaged, "จดหมาย.docx")


def test_a_file_that_is_gone_or_a_folder_is_explained(tmp_path):
    with pytest.raises(BadFile, match=r"อ่านไฟล์ “ครุฑ.png” ไม่ได้"):
        read_file(tmp_path / "ครุฑ.png")
    with pytest.raises(BadFile, match="ไม่ใช่ไฟล์ภาพ"):
        read_file(tmp_path)
