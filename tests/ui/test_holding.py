"""A file that another PC has open, and one that was not closed the last time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.errors import BadFile
from itadesk.holding import Holding
from itadesk.services.sample import sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from ui import attendants
from ui.app import make_window
from ui.attendants import ending, holder
from ui.attendants.ending import WHOLE
from ui.settings import UiSettings
from ui.widgets.offer_bar import OfferBar

ROOT = Path(__file__).parents[2]
OPEN = """
import sys
from pathlib import Path
from itadesk.__main__ import Files
store = Files(Path(sys.argv[1])).open(Path(sys.argv[2]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "ส่วนกลาง" / "บ้านตัวอย่าง.itadesk"
    path.parent.mkdir()
    store = create_store(path, sample_office())
    start_year(store, 2568)
    store.close()
    return path


@pytest.fixture
def opened(qtbot, tmp_path, monkeypatch):
    """`opened(path)` shows a file in a window of this PC, with these attendants alone."""
    monkeypatch.setattr(holder, "PAUSE", 20)
    monkeypatch.setattr(ending, "PAUSE", 20)
    monkeypatch.setattr(attendants, "attendants", lambda: [holder.attend, ending.attend])

    def open_window(path, **times):
        holding = Holding(tmp_path / "home", "PC-1", **times)
        made = make_window(
            path, Files(tmp_path / "home", holding), UiSettings(tmp_path / "window.ini")
        )
        qtbot.addWidget(made)
        made.show()
        return made

    return open_window


@pytest.fixture
def there(tmp_path):
    """Storage of another PC."""
    return Files(tmp_path / "there", Holding(tmp_path / "there", "ห้องบัญชี", beat=60))


def offered(window):
    return [bar for bar in window.frame.findChildren(OfferBar) if bar.isVisible()]


def test_a_file_open_on_another_pc_is_shown_and_its_holder_named(opened, office, there, qtbot):
    other = there.open(office)
    window = opened(office)
    qtbot.waitUntil(lambda: bool(offered(window)))
    assert window.session.read_only
    assert "ที่เครื่อง “ห้องบัญชี” ตั้งแต่เวลา" in offered(window)[0].text
    assert offered(window)[0].buttons == ()
    assert window.frame.notice.text == ""
    other.close()


def test_when_the_holder_leaves_editing_is_offered(opened, office, there, qtbot):
    other = there.open(office)
    window = opened(office)
    window.frame.show_page("scores")
    qtbot.waitUntil(lambda: bool(offered(window)))
    other.close()
    qtbot.waitUntil(lambda: bool(offered(window)[0].buttons))
    assert offered(window)[0].text == "ไฟล์นี้เปิดแก้ไขได้แล้ว"
    offered(window)[0].buttons[0].click()
    qtbot.waitUntil(lambda: not window.session.read_only)
    assert window.frame.shown == "scores"
    window.session.run(record_score, 2568, "i1", "95")
    assert window.session.data.assessment.scores
    assert there.holder(office).pc == "PC-1"
    window.close_file()
    assert there.holder(office) is None


def test_a_holder_that_comes_back_takes_the_offer_away(opened, office, there, qtbot):
    other = there.open(office)
    window = opened(office)
    qtbot.waitUntil(lambda: bool(offered(window)))
    other.close()
    qtbot.waitUntil(lambda: bool(offered(window)[0].buttons))
    other = there.open(office)
    qtbot.waitUntil(lambda: offered(window)[0].buttons == ())
    assert "ห้องบัญชี" in offered(window)[0].text
    other.close()


@pytest.fixture
def shared(monkeypatch):
    """A share that knows no locks."""
    monkeypatch.setattr("itadesk.holding.on_share", lambda _path: True)
    monkeypatch.setattr("itadesk.locking._lock", lambda _handle: False)
    monkeypatch.setattr("itadesk.holding.is_locked", lambda _path: False)


@pytest.mark.usefixtures("shared")
def test_a_pc_that_went_off_lets_the_file_be_written_without_a_question(
    opened, office, there, qtbot
):
    there.open(office)  # and is never heard of again
    window = opened(office, silence=0.2)
    assert window.session.read_only
    qtbot.waitUntil(lambda: window.session is not None and not window.session.read_only)
    assert offered(window) == []
    window.close_file()


@pytest.mark.usefixtures("shared")
def test_who_slept_while_another_took_the_file_is_told_and_only_views(
    opened, office, tmp_path, qtbot
):
    window = opened(office, beat=0.5)
    other = Holding(tmp_path / "there", "ห้องบัญชี", beat=60, silence=0)
    other.take(office)
    assert other.take(office) is not None
    qtbot.waitUntil(lambda: window.session.read_only)
    assert "ห้องบัญชี" in window.frame.notice.text
    assert "เปลี่ยนเป็นดูได้อย่างเดียว" in window.frame.notice.text


def killed(home, path):
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN, home, path],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()


def test_after_an_unclean_end_the_file_is_looked_through_and_one_line_says_so(
    opened, office, tmp_path, qtbot
):
    killed(tmp_path / "home", office)
    window = opened(office)
    assert not window.session.read_only
    qtbot.waitUntil(lambda: window.frame.notice.text == WHOLE)
    window.frame.notice.hide()
    window.rebuild()
    window.open_path(office)
    qtbot.wait(50)
    assert window.frame.notice.text == ""
    window.close_file()


def test_the_line_waits_until_nothing_else_is_said(opened, office, tmp_path, qtbot):
    killed(tmp_path / "home", office)
    window = opened(office)
    window.tell("อีก ๓ วันถึงกำหนดส่งรายงาน")
    qtbot.wait(100)
    assert window.frame.notice.text != WHOLE
    window.frame.notice.hide()
    qtbot.waitUntil(lambda: window.frame.notice.text == WHOLE)
    window.close_file()


@pytest.mark.parametrize("found", [("หน้าแรกของไฟล์เสีย",), BadFile("หน้าแรกของไฟล์เสีย")])
def test_damage_after_an_unclean_end_is_said(opened, office, tmp_path, qtbot, monkeypatch, found):
    def verify(_files, _path):
        if isinstance(found, BadFile):
            raise found
        return found

    killed(tmp_path / "home", office)
    monkeypatch.setattr(Files, "verify", verify)
    window = opened(office)
    qtbot.waitUntil(lambda: window.frame.notice.text == "ครั้งก่อนปิดไม่ปกติ หน้าแรกของไฟล์เสีย")
    window.close_file()


def test_a_file_closed_as_usual_is_not_spoken_of(opened, office, qtbot):
    for _ in range(2):
        window = opened(office)
        qtbot.wait(30)
        assert window.frame.notice.text == ""
        window.close_file()
