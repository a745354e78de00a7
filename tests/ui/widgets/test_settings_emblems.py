"""Garuda and seal on the page of settings, from a picture, a drawing or a Word file."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from itadesk.reports.forms import Options, form_of
from itadesk.services.emblems import is_black
from itadesk.services.reporting import furnished
from tests.helpers.emblems import drawn, packed, word_with
from ui.dialogs.word_pictures import WordPicturesDialog

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 200">
<rect x="25" y="50" width="50" height="100"/></svg>"""


@pytest.fixture
def card(window):
    window.frame.show_page("settings")
    return window.frame.page().emblems


@pytest.fixture
def choose(monkeypatch, tmp_path):
    """Has the picker give a file with these bytes."""

    def give(name, body):
        path = tmp_path / name
        path.write_bytes(body)
        monkeypatch.setattr("ui.widgets.settings_emblems.pick_open", lambda *_args: path)

    return give


def test_without_pictures_the_card_says_what_documents_do(card):
    assert "เว้นที่ว่าง" in card.garuda.state.text()
    assert card.garuda.preview.pixmap().isNull()
    assert card.garuda.remove.isHidden()
    assert card.garuda.remark.isHidden()


def test_a_chosen_picture_is_kept_and_goes_to_documents(card, choose, session):
    choose("ครุฑ.png", packed(drawn(800)))
    card.garuda.pick.click()
    assert card.garuda.state.text() == "ครุฑ.png"
    assert not card.garuda.preview.pixmap().isNull()
    assert card.garuda.remark.isHidden()
    options = session.ask(furnished, session.data, form_of("letter"), Options())
    assert options.emblem == card.garuda.image
    assert options.seal == b""


def test_the_preview_is_as_high_as_it_is_printed(card, choose):
    choose("ตรา.png", packed(drawn(800)))
    card.seal.pick.click()
    card.height_field.setValue(2)
    shown = card.seal.preview.pixmap()
    high = shown.height() / shown.devicePixelRatio()
    assert high == pytest.approx(card.logicalDpiY() * 2 / 2.54, abs=1)


def test_a_small_picture_is_remarked_on(card, choose):
    choose("ครุฑ.png", packed(drawn(300)))
    card.garuda.pick.click()
    assert "๓๐๐ จุด" in card.garuda.remark.text()


def test_a_coloured_garuda_can_be_made_black_and_that_undone(card, choose, session):
    choose("ครุฑ.png", packed(drawn(800, "#a01010")))
    card.garuda.pick.click()
    assert "สีดำ" in card.garuda.remark.text()
    card.garuda.black.click()
    assert is_black(card.garuda.image)
    assert card.garuda.black.isHidden()
    session.undo()
    assert not is_black(card.garuda.image)


def test_a_seal_may_have_colours(card, choose):
    choose("ตรา.png", packed(drawn(800, "navy")))
    card.seal.pick.click()
    assert card.seal.remark.isHidden()
    assert card.seal.black.isHidden()


def test_a_drawing_is_taken_without_its_margins_on_a_clear_ground(card, choose):
    choose("ตรา.SVG", SVG)
    card.seal.pick.click()
    with Image.open(BytesIO(card.seal.image)) as picture:
        assert picture.height == 1417
        assert picture.width == pytest.approx(709, abs=3)
        assert picture.mode in {"L", "LA"}


FLAT = b'<svg xmlns="http://www.w3.org/2000/svg" width="1000000000" height="1"/>'


@pytest.mark.parametrize(("name", "body"), [("ครุฑ.svg", b""), ("ครุฑ.svg", FLAT), ("ครุฑ.png", FLAT)])
def test_what_is_no_picture_is_explained_and_nothing_changes(card, choose, window, name, body):
    choose(name, body)
    card.garuda.pick.click()
    assert "อ่านภาพ" in window.frame.notice.text
    assert card.garuda.image == b""


def test_a_picture_is_chosen_out_of_a_word_file(card, choose, monkeypatch):
    garuda = packed(drawn(800))
    choose("แบบหนังสือ.docx", word_with(packed(drawn(300, "green")), header=garuda))

    def take_black_one(dialog):
        names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert names == ["ภาพที่ ๑", "ภาพที่ ๒"]
        dialog.list.setCurrentRow(1)
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(WordPicturesDialog, "exec", take_black_one)
    card.garuda.word.click()
    assert card.garuda.state.text() == "แบบหนังสือ.docx"
    assert card.garuda.image


def test_a_word_file_without_pictures_is_explained(card, choose, window):
    choose("แบบหนังสือ.docx", word_with())
    card.garuda.word.click()
    assert "ไม่พบภาพ" in window.frame.notice.text


def test_what_is_no_word_file_is_explained(card, choose, window):
    choose("แบบหนังสือ.docx", b"old")
    card.garuda.word.click()
    assert "ไม่ใช่เอกสาร Word" in window.frame.notice.text


def test_an_emblem_is_taken_out_and_comes_back(card, choose, session):
    choose("ตรา.png", packed(drawn(800)))
    card.seal.pick.click()
    card.seal.remove.click()
    assert card.seal.image == b""
    session.undo()
    assert card.seal.state.text() == "ตรา.png"


def test_the_height_of_the_seal_is_kept(card, session):
    card.height_field.setValue(4)
    assert session.ask(lambda store: store.office.settings()).seal_height == 4
    session.undo()
    assert card.height_field.value() == 3
