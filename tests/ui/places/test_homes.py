"""A file worked on at home, and its way back to its place."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing

from db.opening import open_store
from itadesk.__main__ import Files
from itadesk.homing import links, take_home
from itadesk.places import Kind, Place
from itadesk.services.scores import record_score
from tests.helpers.placed import (
    answer,
    offer,
    press,
    pull,
    reopen,
    saved,
    score_in,
    watch,
    write,
)
from ui import homecoming
from ui.app import bring_home
from ui.attendants import places
from ui.dialogs import message

KILLED = """
import os, signal, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA cache_size = 1")
file.execute("BEGIN")
file.execute("UPDATE catalogue SET body = hex(zeroblob(400000))")
file.execute("UPDATE office SET name = 'x'")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_closing_without_the_stick_keeps_all_and_the_next_start_puts_it_back(
    opened, place, stick, home, monkeypatch
):
    told = []
    monkeypatch.setattr(message, "tell", lambda _w, title, words: told.append((title, words)))
    put_in = pull(stick)
    write(opened, "70")
    assert opened.may_close()
    opened.close_file()
    assert "เปิดโปรแกรมครั้งหน้า" in told[0][1]
    bring_home(opened)
    assert "ยังไม่ได้ใส่กลับ" in opened.start.notice.text
    put_in()
    bring_home(opened)
    assert score_in(place) == "70"
    assert links(home) == ()


def test_opening_the_place_goes_on_with_what_was_left_at_home(
    opened, place, stick, monkeypatch, qtbot
):
    monkeypatch.setattr(message, "tell", lambda *_: None)
    put_in = pull(stick)
    write(opened, "70")
    opened.close_file()
    put_in()
    reopen(opened, place, qtbot)
    qtbot.waitUntil(lambda: "ค้างไว้" in opened.frame.notice.text)
    assert str(opened.session.data.assessment.scores["i1"].score) == "70"
    opened.close_file()
    assert score_in(place) == "70"


def test_a_cloud_is_warned_of_and_its_file_worked_on_at_home_when_wished(
    in_cloud, place, home, qtbot
):
    assert "OneDrive" in offer(in_cloud).text
    before = place.read_bytes()
    press(offer(in_cloud), "ย้ายมาไว้ในเครื่อง")
    write(in_cloud, "70")
    assert place.read_bytes() == before
    qtbot.waitUntil(lambda: "ใส่สำเนากลับที่เดิมเมื่อปิด" in saved(in_cloud))
    assert in_cloud.session.path == place
    assert home in in_cloud.session.working.parents
    in_cloud.close_file()
    assert score_in(place) == "70"
    assert links(home) == ()


def test_what_was_answered_is_not_asked_again(in_cloud, place, home, qtbot):
    press(offer(in_cloud), "ย้ายมาไว้ในเครื่อง")
    in_cloud.close_file()
    reopen(in_cloud, place, qtbot)
    assert home in in_cloud.session.working.parents
    assert offer(in_cloud) is None


def test_who_stays_is_not_asked_again_either(in_cloud, place, qtbot):
    press(offer(in_cloud), "ใช้ที่เดิมต่อ")
    in_cloud.close_file()
    reopen(in_cloud, place, qtbot)
    assert in_cloud.session.working == place
    assert in_cloud.settings.place_choice(place) == places.STAY


def test_a_file_changed_in_the_cloud_meanwhile_is_never_written_over(
    in_cloud, place, stick, home, monkeypatch
):
    press(offer(in_cloud), "ย้ายมาไว้ในเครื่อง")
    write(in_cloud, "70")
    with closing(open_store(place)) as other:
        record_score(other, 2568, "i1", "33")
    asked = answer(monkeypatch, "")
    in_cloud.close_file()
    assert len(asked) == 1
    assert score_in(place) == "33"
    assert score_in(links(home)[0].working) == "70"
    answer(monkeypatch, homecoming.MINE)
    homecoming.choose(in_cloud, links(home)[0])
    assert score_in(place) == "70"
    assert any("ฉบับที่ถูกแทน" in each.name for each in stick.iterdir())
    assert links(home) == ()


def test_pages_made_anew_still_work_at_home(in_cloud, place, qtbot):
    press(offer(in_cloud), "ย้ายมาไว้ในเครื่อง")
    working = in_cloud.session.working
    in_cloud.rebuild()
    qtbot.waitUntil(lambda: watch(in_cloud) is not None)
    assert in_cloud.session.working == working
    write(in_cloud, "70")
    in_cloud.close_file()
    assert score_in(place) == "70"


def test_a_public_folder_is_told_of_once(opened, place, kind, qtbot):
    opened.close_file()
    kind[0] = Place(Kind.PUBLIC, "โฟลเดอร์ที่ใช้ร่วมกัน")
    reopen(opened, place, qtbot)
    qtbot.waitUntil(lambda: "ทุกคนที่ใช้เครื่องนี้" in opened.frame.notice.text)
    assert opened.settings.place_choice(place) == places.STAY


def test_what_was_left_and_a_changed_place_are_told_apart_when_opened(
    opened, place, home, monkeypatch, qtbot
):
    opened.close_file()
    take_home(home, place, place.read_bytes())
    with closing(open_store(place)) as other:
        record_score(other, 2568, "i1", "33")
    with closing(open_store(links(home)[0].working)) as mine:
        record_score(mine, 2568, "i1", "70")
    reopen(opened, place, qtbot)
    qtbot.waitUntil(lambda: offer(opened) is not None)
    answer(monkeypatch, homecoming.THEIRS)
    press(offer(opened), "เปรียบเทียบแล้วเลือก…")
    qtbot.waitUntil(lambda: links(home) == () and opened.frame is not None)
    assert score_in(place) == "33"


def test_a_file_worked_on_at_home_and_opened_again_goes_back_first(in_cloud, place, home, qtbot):
    press(offer(in_cloud), "ย้ายมาไว้ในเครื่อง")
    write(in_cloud, "70")
    reopen(in_cloud, place, qtbot)
    assert score_in(place) == "70"
    assert home in in_cloud.session.working.parents
    write(in_cloud, "60")
    in_cloud.close_file()
    assert score_in(place) == "60"


def test_while_the_stick_is_away_its_name_opens_what_was_left_at_home(
    opened, place, stick, monkeypatch, qtbot
):
    monkeypatch.setattr(message, "tell", lambda *_: None)
    put_in = pull(stick)
    write(opened, "70")
    opened.close_file()
    reopen(opened, place, qtbot)
    assert (opened.session.path, opened.session.read_only) == (place, False)
    assert str(opened.session.data.assessment.scores["i1"].score) == "70"
    write(opened, "60")
    put_in()
    opened.close_file()
    assert score_in(place) == "60"
    assert opened.settings.recent[0] == place


def test_what_a_kill_left_half_done_at_home_is_taken_back_before_it_goes_to_its_place(
    opened, place, home
):
    write(opened, "80")
    opened.close_file()
    link = take_home(home, place, place.read_bytes())
    with closing(open_store(link.working)) as mine:
        record_score(mine, 2568, "i1", "70")
    subprocess.run([sys.executable, "-c", KILLED, str(link.working)], check=False)
    assert link.working.with_name(f"{place.name}-journal").stat().st_size > 0
    bring_home(opened)
    assert score_in(place) == "70"
    assert links(home) == ()
    assert not link.working.parent.exists()


def test_a_damaged_file_at_home_never_goes_to_its_place(opened, place, home):
    opened.close_file()
    before = place.read_bytes()
    link = take_home(home, place, before)
    link.working.write_bytes(before[: len(before) // 2])
    bring_home(opened)
    assert place.read_bytes() == before
    assert "โปรดเปิดสำเนาสำรอง" in opened.start.notice.text
    assert links(home) == (link,)


def test_the_place_stays_this_windows_while_its_file_is_worked_on_at_home(
    in_cloud, place, tmp_path
):
    press(offer(in_cloud), "ย้ายมาไว้ในเครื่อง")
    other = Files(tmp_path / "other user")
    assert other.holder(place) is not None
    in_cloud.close_file()
    assert other.holder(place) is None
