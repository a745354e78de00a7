"""The people who sign: added, filled in, put in order and taken out on the page of settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from itadesk.model.document import Signatory
from itadesk.reports.parts.names import chief_title, deputy_title, head_title

HIGHER, LOWER = ((key, Qt.KeyboardModifier.AltModifier) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down))


@pytest.fixture
def card(window):
    window.frame.show_page("settings")
    return window.frame.page().signers


def people(session):
    return session.ask(lambda store: store.office.settings()).signatories


def named(session):
    return [each.name for each in people(session)]


def fill(card, keys, **texts):
    for part, text in texts.items():
        card.fields[part].setFocus()
        card.fields[part].selectAll()
        keys(text)
    card.setFocus()


@pytest.fixture
def three(card, keys):
    """Three people, typed in."""
    for name in ("นายหนึ่ง", "นางสอง", "นายสาม"):
        card.add_one.click()
        fill(card, keys, name=name)
    return card


def test_without_anybody_the_positions_of_such_an_office_are_offered(card, session):
    card.usual.click()
    office = session.ask(lambda store: store.office.get())
    positions = [each.position for each in people(session)]
    assert positions == [head_title(office), deputy_title(office), chief_title(office)]
    assert card.usual.isHidden()
    assert "ยังไม่ได้กรอกชื่อ" in card.list.item(0).text()
    session.undo()
    assert card.list.count() == 0
    assert not card.usual.isHidden()


def test_all_four_lines_of_a_signatory_are_kept(card, session, keys):
    card.add_one.click()
    fill(
        card,
        keys,
        name="นายหนึ่ง ตัวอย่าง",
        rank="ว่าที่ร้อยตรี",
        position="ปลัดเทศบาล",
        acting="รักษาราชการแทน นายกเทศมนตรี",
    )
    expected = Signatory("นายหนึ่ง ตัวอย่าง", "ว่าที่ร้อยตรี", "ปลัดเทศบาล", "รักษาราชการแทน นายกเทศมนตรี")
    assert people(session) == (expected,)
    assert card.list.item(0).text() == "๑  ว่าที่ร้อยตรีนายหนึ่ง ตัวอย่าง\nปลัดเทศบาล"


def test_lines_can_be_typed_only_when_somebody_is_chosen(card):
    assert not card.fields["name"].isEnabled()
    card.add_one.click()
    assert card.fields["name"].isEnabled()
    assert card.fields["name"].hasFocus()


def test_what_is_being_typed_belongs_to_the_one_it_was_typed_for(three, session, keys):
    three.list.setCurrentRow(0)
    three.fields["position"].setFocus()
    keys("ปลัด")
    three.list.setCurrentRow(2)
    assert [each.position for each in people(session)] == ["ปลัด", "", ""]
    assert three.fields["position"].text() == ""
    assert three.fields["name"].text() == "นายสาม"
    assert three.list.currentRow() == 2


def test_order_is_changed_by_buttons_and_by_keys(three, session, keys):
    three.list.setCurrentRow(2)
    three.up.click()
    three.list.setFocus()
    keys(HIGHER)
    assert named(session) == ["นายสาม", "นายหนึ่ง", "นางสอง"]
    assert three.list.currentRow() == 0
    assert not three.up.isEnabled()
    keys(HIGHER)
    keys(LOWER)
    assert named(session) == ["นายหนึ่ง", "นายสาม", "นางสอง"]


def test_somebody_is_taken_out_and_comes_back(three, session, window):
    three.list.setCurrentRow(1)
    three.delete.click()
    assert named(session) == ["นายหนึ่ง", "นายสาม"]
    assert "ลบ" in window.frame.notice.text
    session.undo()
    assert named(session) == ["นายหนึ่ง", "นางสอง", "นายสาม"]


def test_the_last_one_can_be_taken_out(card, session):
    card.add_one.click()
    card.delete.click()
    assert people(session) == ()
    assert not card.delete.isEnabled()
    assert not card.usual.isHidden()
