"""Where copies are kept, and one made now, from the settings."""

from __future__ import annotations

import pytest

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.services.sample import fill_sample, sample_office
from tests.helpers.clerk import until
from ui.app import make_window
from ui.settings import UiSettings
from ui.widgets import settings_backup


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "หน่วยงาน.itadesk"
    store = create_store(made, sample_office())
    fill_sample(store)
    store.close()
    return made


@pytest.fixture
def window(qapp, tmp_path, path):  # noqa: ARG001
    made = make_window(None, Files(tmp_path / "home"), UiSettings(tmp_path / "s.ini"))
    made.open_path(path)
    made.show()
    made.frame.show_page("settings")
    yield made
    made.close_file()
    made.close()


def test_a_copy_is_made_now_and_its_place_and_time_are_said(window, path):
    card = window.frame.page().backup
    card.now.click()
    until(lambda: "ตรวจว่าสมบูรณ์" in window.frame.notice.text)
    (copy,) = window.storage.backups(path)
    assert copy.number == 1
    assert "สำเนาที่ ๑" in window.frame.notice.text
    assert card.usual.text() == str(copy.path.parent)
    assert card.last.text().endswith(" น.")


def test_a_second_place_is_chosen_filled_at_once_and_given_up(window, path, tmp_path, monkeypatch):
    card = window.frame.page().backup
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    monkeypatch.setattr(settings_backup, "pick_folder", lambda *_: stick)
    card.choose.click()
    assert window.settings.backup_folder == stick
    assert card.place.text() == str(stick)
    assert "▲" in card.remark.text()  # the file lies on the same disk
    until(lambda: window.storage.backups(path, stick))
    card.leave.click()
    assert window.settings.backup_folder is None
    assert not card.leave.isEnabled()
    assert card.remark.isHidden()


def test_what_keeps_a_copy_from_being_made_is_told(window, tmp_path):
    (tmp_path / "home").mkdir(exist_ok=True)
    card = window.frame.page().backup
    until(lambda: card.last.text() != "ยังไม่มี")
    for each in (tmp_path / "home" / "backups").iterdir():
        each.unlink()
    (tmp_path / "home" / "backups").rmdir()
    (tmp_path / "home" / "backups").write_bytes(b"")
    card.now.click()
    until(lambda: "เลือกที่เก็บสำรองอื่น" in window.frame.notice.text)
    assert "▲" in card.last.text()
