"""What the program remembers of itself: damaged it is forgotten, and never stands in the way."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QGuiApplication

from itadesk.__main__ import Files
from ui.app import make_window
from ui.settings import UiSettings

KEYS = (
    "window/geometry",
    "look/text_size",
    "look/theme",
    "files/recent",
    "files/places",
    "files/folder",
    "files/backups",
    "import/columns",
    "splitters/analysis/0-Horizontal",
)


@pytest.fixture
def ini(tmp_path):
    return tmp_path / "window.ini"


def started(qtbot, tmp_path, ini):
    window = make_window(None, Files(tmp_path), UiSettings(ini))
    qtbot.addWidget(window)
    window.show()
    return window


def lies_on_a_screen(window):
    return any(
        screen.availableGeometry().intersected(window.frameGeometry()).width() >= 100
        for screen in QGuiApplication.screens()
    )


@pytest.mark.qt_log_ignore("QVariant::load: unknown user type")
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00" * 4096,
        b"\xff\xfe\x00[window",
        b"[window\ngeometry=@ByteArray(\x01\xd9",
        b"[window]\ngeometry=@Variant(\\0\\0\\0\\x7f)\n",
        b"[window]\ngeometry=@ByteArray(junk)\n",
        random.Random(6).randbytes(9000),
    ],
)
def test_a_damaged_file_gives_the_defaults_and_is_mended(qtbot, tmp_path, ini, body):
    ini.write_bytes(body)
    window = started(qtbot, tmp_path, ini)
    assert lies_on_a_screen(window)
    assert window.settings.recent == ()
    assert window.settings.text_size == 100
    window.settings.remember(tmp_path / "ก.itadesk")
    window.close()
    assert UiSettings(ini).recent == (tmp_path / "ก.itadesk",)


@pytest.mark.parametrize("value", ["", "ก", -1, ["ก", ""], {"ก": 1}, b"\x00\xff", 10**12])
def test_values_of_another_kind_are_passed_by(qtbot, tmp_path, ini, value):
    kept = QSettings(str(ini), QSettings.Format.IniFormat)
    for key in KEYS:
        kept.setValue(key, value)
    kept.sync()
    window = started(qtbot, tmp_path, ini)
    assert lies_on_a_screen(window)
    known = window.settings
    for name in ("recent", "text_size", "theme", "folder", "foreign_columns", "backup_folder"):
        getattr(known, name)
    assert known.place(tmp_path) == ("", 0)
    assert known.splitter("analysis/0-Horizontal") is not None
    window.close()


@pytest.mark.parametrize("place", [QPoint(9000, 200), QPoint(-9000, -9000), QPoint(100, 5000)])
def test_a_window_of_a_screen_that_is_gone_comes_back(qtbot, tmp_path, ini, place):
    window = started(qtbot, tmp_path, ini)
    window.move(place)
    assert not lies_on_a_screen(window)
    window.close()
    assert lies_on_a_screen(started(qtbot, tmp_path, ini))
