"""What is being typed outlives the program: kept, offered, and put back where it was typed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.drafts import Draft, DraftFile
from itadesk.services.sample import fill_sample, sample_office
from itadesk.services.years import score_years
from ui.app import make_window
from ui.attendants import drafts
from ui.attendants.drafts import DraftKeeper
from ui.draft_offer import ELSEWHERE, USED, DraftOffer
from ui.fields import text_of
from ui.models.scores import Cell, Column
from ui.settings import UiSettings

ROOT = Path(__file__).parents[2]
TYPED = "ข้อความที่ยังพิมพ์ไม่จบ"
TYPING = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from itadesk.__main__ import Files
from ui.app import make_application, make_window
from ui.settings import UiSettings
app = make_application(["itadesk"])
home = Path(sys.argv[1])
window = make_window(Path(sys.argv[2]), Files(home), UiSettings(home / "window.ini"))
window.show()
window.activateWindow()
QTest.qWaitForWindowActive(window)
window.frame.show_page("analysis:3")
box = window.frame.page().findings.boxes[0].cause
box.setFocus()
app.processEvents()
print("typing", flush=True)
while True:  # without a pause, so that it is never saved
    box.insertPlainText("ก")
    QTest.qWait(20)
"""


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "บ้านตัวอย่าง.itadesk"
    store = create_store(path, sample_office())
    fill_sample(store)
    store.close()
    return path


@pytest.fixture
def opened(qtbot, tmp_path, office, monkeypatch):
    """Shows the office's file in a window with the keys."""
    monkeypatch.setattr(drafts, "EVERY", 10)

    def open_window():
        made = make_window(None, Files(tmp_path), UiSettings(tmp_path / "window.ini"))
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.open_path(office)
        qtbot.waitUntil(lambda: made.frame.findChild(DraftKeeper) is not None)
        return made

    return open_window


@pytest.fixture
def kept(tmp_path, office):
    """What lies beside the file now."""
    return DraftFile(tmp_path, office)


def offer(window):
    return window.frame.findChild(DraftOffer)


def settled(window):
    window.frame.findChild(DraftKeeper)._pool.waitForDone()


def boxes(window):
    """A box of each page that writes long texts, after going to some place on it."""
    frame = window.frame
    yield "analysis:4", lambda: frame.page().findings.boxes[0].guideline
    yield "measures:2", lambda: frame.page().form.title
    yield "rounds:6:3", lambda: frame.page().form.output
    yield "oit:o3", lambda: frame.page().form.explanation
    yield "settings:office", lambda: frame.page().office.name


def test_typing_is_kept_until_the_file_has_it(opened, kept, keys, qtbot):
    window = opened()
    window.frame.show_page("analysis:4")
    box = window.frame.page().findings.boxes[0].cause
    box.setFocus()
    before = text_of(box)
    keys(TYPED)
    qtbot.waitUntil(lambda: len(kept.read()) == 1)
    (draft,) = kept.read()
    assert TYPED in draft.text
    assert (draft.page, draft.within, draft.saved) == ("analysis", "4", before)
    window.session.settling.emit()
    qtbot.waitUntil(lambda: kept.read() == ())
    window.close_file()


def test_what_was_typed_and_taken_back_is_no_draft(opened, kept, keys, qtbot):
    window = opened()
    window.frame.show_page("analysis:4")
    box = window.frame.page().findings.boxes[0].cause
    box.setFocus()
    box.moveCursor(box.textCursor().MoveOperation.End)
    keys("ก")
    qtbot.waitUntil(lambda: len(kept.read()) == 1)
    keys(Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: kept.read() == ())
    window.close_file()


@pytest.mark.parametrize("number", range(5))
def test_a_text_left_by_a_crash_goes_back_into_its_box(opened, kept, keys, qtbot, number):
    window = opened()
    place, box = list(boxes(window))[number]
    window.frame.show_page(place)
    QApplication.processEvents()  # the page finds its room
    box().setFocus()
    saved = text_of(box())
    box().selectAll()
    keys(TYPED)
    qtbot.waitUntil(lambda: [each.text for each in kept.read()] == [TYPED])
    left = kept.read()
    window.session.undo()  # what the pause of typing may have saved meanwhile
    window.close_file()
    kept.write(left)

    window = opened()
    window.frame.show_page("home")
    assert TYPED in offer(window).bar.text
    offer(window).bar.buttons[0].click()
    _, box = list(boxes(window))[number]
    assert window.frame.shown == place.partition(":")[0]
    assert text_of(box()) == TYPED != saved
    assert window.frame.notice.text == USED
    window.session.settling.emit()
    settled(window)
    assert kept.read() == ()
    window.close_file()
    window = opened()
    window.frame.show_page(place)
    assert text_of(list(boxes(window))[number][1]()) == TYPED
    assert offer(window) is None
    window.close_file()


def test_a_cell_goes_back_into_its_cell_and_is_saved_by_enter(opened, kept, keys, qtbot):
    window = opened()
    window.frame.show_page("scores:i2")
    keys("๑๒")
    qtbot.waitUntil(lambda: [each.text for each in kept.read()] == ["๑๒"])
    left = kept.read()
    keys(Qt.Key.Key_Escape)
    window.close_file()
    kept.write(left)

    window = opened()
    window.frame.show_page("home")
    offer(window).bar.buttons[0].click()
    assert QApplication.focusWidget().text() == "๑๒"
    keys(Qt.Key.Key_Return)
    assert str(window.session.data.assessment.scores["i2"].score) == "12"
    page = window.frame.page()
    assert page.model.place(Cell("i2", Column.SCORE)).data() == "๑๒.๐๐"
    window.close_file()


def test_a_refused_value_is_kept_while_others_are_saved(opened, kept, keys, qtbot):
    window = opened()
    window.frame.show_page("scores:i2")
    keys("๑๐๐๐", Qt.Key.Key_Return, "๕๐", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.text for each in kept.read()] == ["๑๐๐๐"])
    window.close_file()
    assert kept.read() == ()


def test_a_search_is_no_draft(opened, kept, keys, qtbot):
    window = opened()
    window.frame.show_page("phrases")
    window.frame.page().own_search().setFocus()
    keys("ค้น")
    qtbot.wait(50)
    settled(window)
    assert kept.read() == ()
    window.close_file()


def draft(**other):
    known = {
        "page": "analysis", "year": 2568, "within": "4", "field": "x.0", "name": "สาเหตุ",
        "saved": "", "text": TYPED,
    }  # fmt: skip
    return Draft(**known | other)


@pytest.fixture
def shown(monkeypatch):
    """Dialogs that are asked: their texts; the named button is pressed."""
    seen = []

    def show(dialog):
        dialog.show()
        seen.append(dialog)
        if seen.press:
            dialog.buttons[0].click()
        else:
            dialog.reject()

    class Seen(list):
        press = False

    seen = Seen()
    monkeypatch.setattr(QDialog, "exec", show)
    return seen


@pytest.mark.parametrize(
    "other",
    [
        {"field": "x.0"},
        {"field": "x@1.1"},
        {"page": "gone"},
        {"page": "phrases", "within": ""},
        {"year": 2500},
    ],
)
def test_a_text_whose_box_is_gone_is_shown_to_be_copied(opened, kept, shown, qtbot, other):
    kept.write((draft(**other),))
    window = opened()
    offer(window).bar.buttons[0].click()
    assert shown[0].text.toPlainText() == TYPED
    assert kept.read() == (draft(**other),)
    qtbot.waitUntil(lambda: not offer(window).bar.isHidden())
    window.close_file()
    assert kept.read() == (draft(**other),)


def test_a_box_with_a_newer_text_is_not_written_over(opened, kept, shown, keys, qtbot):
    window = opened()
    window.frame.show_page("analysis:4")
    box = window.frame.page().findings.boxes[0].cause
    box.setFocus()
    keys(TYPED)
    qtbot.waitUntil(lambda: len(kept.read()) == 1)
    left = kept.read()
    window.close_file()  # saved as it is, with more than the draft knew before
    kept.write(left)
    window = opened()
    offer(window).bar.buttons[0].click()
    assert len(shown) == 1
    assert text_of(window.frame.page().findings.boxes[0].cause) == left[0].text
    window.close_file()


@pytest.mark.parametrize("place", ["analysis:4", "scores:i2"])
@pytest.mark.parametrize("other", [{"year": 2500}, {"saved": "ข้อความอื่น"}])
def test_a_box_of_another_year_or_text_is_not_written_over(
    opened, kept, shown, keys, qtbot, place, other
):
    window = opened()
    window.frame.show_page(place)
    QApplication.processEvents()
    keys("๑๒")
    qtbot.waitUntil(lambda: len(kept.read()) == 1)
    (left,) = kept.read()
    if place.startswith("scores"):
        keys(Qt.Key.Key_Escape)
    else:
        window.session.settling.emit()
        window.session.undo()
    window.close_file()
    kept.write((replace(left, **other),))
    window = opened()
    offer(window).bar.buttons[0].click()
    assert shown[0].text.toPlainText() == left.text
    assert len(kept.read()) == 1
    window.close_file()


def test_drafts_are_looked_at_and_thrown_away_one_by_one(opened, kept, shown):
    kept.write((draft(), draft(within="5", text="อีก" * 40)))
    window = opened()
    words = "พบข้อความที่พิมพ์ค้างไว้ (หน้าวิเคราะห์ผล ช่องสาเหตุ)"
    assert offer(window).bar.text == f"{words}: “{TYPED}”"
    offer(window).bar.buttons[1].click()
    assert len(shown) == 1
    assert offer(window).bar.text.startswith(words)
    offer(window).bar.buttons[2].click()
    assert offer(window).bar.text.endswith("…”")
    settled(window)
    assert len(kept.read()) == 1
    shown.press = True
    offer(window).bar.buttons[1].click()
    assert offer(window).bar.isHidden()
    settled(window)
    assert kept.read() == ()
    window.close_file()


@pytest.mark.parametrize("body", [b"", b"[", b"[5]", b"5", b'[{"page": 1}]', b'[{"year": 1}]'])
def test_a_damaged_file_of_drafts_offers_nothing(opened, kept, body):
    kept._path.parent.mkdir()
    kept._path.write_bytes(body)
    window = opened()
    assert offer(window) is None
    window.close_file()


def test_a_full_disk_stops_nobody_from_typing(opened, kept, keys, qtbot, tmp_path):
    (tmp_path / "drafts").write_text("no folder")
    window = opened()
    window.frame.show_page("analysis:4")
    window.frame.page().findings.boxes[0].cause.setFocus()
    keys(TYPED)
    qtbot.wait(50)
    settled(window)
    assert kept.read() == ()
    window.close_file()


def test_a_program_killed_while_somebody_types_offers_the_text(opened, kept, office, qtbot):
    home = kept._path.parents[1]
    process = subprocess.Popen(
        [sys.executable, "-c", TYPING, home, office], cwd=ROOT, stdout=subprocess.PIPE
    )
    process.stdout.readline()
    qtbot.waitUntil(lambda: len(kept.read()) == 1, timeout=20_000)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    window = opened()
    assert "“" in offer(window).bar.text
    offer(window).bar.buttons[0].click()
    box = window.frame.page().findings.boxes[0].cause
    assert "กกก" in text_of(box)
    assert window.session.year == max(window.session.ask(score_years))
    window.session.settling.emit()
    assert "กกก" in str(window.session.data.findings)
    window.close_file()


def test_the_offer_says_why_a_text_cannot_go_back(opened, kept, monkeypatch):
    from ui.dialogs import text_view

    kept.write((draft(),))
    remarks = []

    class View:
        def __init__(self, _parent, _title, remark, *_):
            remarks.append(remark)

        def ask(self):
            pass

    monkeypatch.setattr(text_view, "TextView", View)
    window = opened()
    offer(window).bar.buttons[0].click()
    assert remarks == [ELSEWHERE]
    window.close_file()
