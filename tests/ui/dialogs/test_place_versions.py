"""Two files that should be one, side by side."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from db.opening import create_store, open_store
from itadesk.__main__ import Files
from itadesk.services.sample import fill_sample, sample_office
from itadesk.services.scores import record_score
from itadesk.services.summary import summarise
from ui.dialogs.place_versions import Choice, Version, VersionsDialog
from ui.homecoming import version


@pytest.fixture
def paths(tmp_path):
    """Two files of an office that differ, and one that is none."""
    first, second, third = (tmp_path / f"{name}.itadesk" for name in ("ก", "ก (1)", "ก (2)"))
    with closing(create_store(first, sample_office())) as store:
        fill_sample(store)
    shutil.copy(first, second)
    with closing(open_store(second)) as store:
        record_score(store, 2568, "i1", "33")
    third.write_bytes(b"x")
    return first, second, third


@pytest.fixture
def dialog(qtbot, paths, tmp_path):
    storage = Files(tmp_path / "home")
    with closing(open_store(paths[0])) as store:
        mine = Version(paths[0], "ฉบับที่เปิดอยู่", str, summarise(store))
    others = [version(storage, each, each.stem) for each in paths[1:]]
    choices = [Choice("เปิดฉบับที่เลือกแทน", "open")]
    made = VersionsDialog(None, "สองฉบับ", "ไม่มีฉบับใดถูกลบ", mine, others, choices)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "คะแนนข้อ i๑" in made.text.toPlainText())
    return made


def test_what_differs_stands_side_by_side(dialog):
    assert "ฉบับที่เปิดอยู่" in dialog.text.toPlainText()
    assert "≠" in dialog.text.toPlainText()


def test_a_file_that_cannot_be_read_says_why(dialog, qtbot, paths):
    dialog.which.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.text.toPlainText().startswith("▲ "))
    assert dialog.other.path == paths[2]


def test_nothing_is_chosen_by_pressing_enter(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.answer == ""
    assert not dialog.isVisible()


def test_a_button_gives_its_answer(dialog):
    dialog.buttons[0].click()
    assert (dialog.answer, dialog.result()) == ("open", dialog.DialogCode.Accepted)


def test_which_file_is_which_and_of_when_is_said(dialog):
    lines = [each.line for each in (dialog._mine, dialog.other)]
    assert lines[0] == "ฉบับที่เปิดอยู่: ก.itadesk · กำลังแก้ไขอยู่"
    assert lines[1].startswith("ก (1): ก (1).itadesk · ")
    assert lines[1].endswith(" น.")
