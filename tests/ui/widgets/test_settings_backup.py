"""Where copies are kept, and one made now, from the settings."""

from __future__ import annotations

from datetime import datetime

import pytest

from db.backups import back_up, backups_in
from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.services.sample import fill_sample, sample_office
from ui.app import make_window
from ui.settings import UiSettings
from ui.widgets import settings_backup

NOW = datetime(2026, 11, 20, 9, 30)


@pytest.fixture
def window(qapp, qtbot, tmp_path):  # noqa: ARG001
    path = tmp_path / "หน่วยงาน.itadesk"
    store = create_store(path, sample_office())
    fill_sample(store)
    store.close()
    made = make_window(None, Files(tmp_path / "home"), UiSettings(tmp_path / "s.ini"))
    made.storage.back_up = lambda file, folder: back_up(file, folder or tmp_path / "ปกติ", NOW).path
    made.open_path(path)
    made.show()
    made.frame.show_page("settings")
    yield made
    made.close_file()
    made.close()


def test_a_copy_is_made_now_at_the_usual_place(window, qtbot, tmp_path):
    window.frame.page().backup.now.click()
    qtbot.waitUntil(lambda: "สำรองไว้ที่" in window.frame.notice.text)
    assert [each.number for each in backups_in(tmp_path / "ปกติ")] == [1]


def test_a_folder_is_chosen_kept_and_given_up(window, qtbot, tmp_path, monkeypatch):
    card = window.frame.page().backup
    monkeypatch.setattr(settings_backup, "pick_folder", lambda *_: tmp_path / "แฟลชไดรฟ์")
    card.choose.click()
    assert window.settings.backup_folder == tmp_path / "แฟลชไดรฟ์"
    assert "แฟลชไดรฟ์" in card.place.text()
    card.now.click()
    qtbot.waitUntil(lambda: len(backups_in(tmp_path / "แฟลชไดรฟ์")) == 1)
    qtbot.waitUntil(lambda: "สำรองไว้ที่" in window.frame.notice.text)
    card.usual.click()
    assert window.settings.backup_folder is None
    assert not card.usual.isEnabled()


def test_what_keeps_a_copy_from_being_made_is_told(window, qtbot, tmp_path):
    (tmp_path / "ปกติ").write_bytes(b"")
    window.frame.page().backup.now.click()
    qtbot.waitUntil(lambda: "โฟลเดอร์" in window.frame.notice.text)
