"""The place of an open file fails: nothing is lost, and it is said until it is saved."""

from __future__ import annotations

import shutil
from contextlib import closing

from PySide6.QtWidgets import QWidget

from db.opening import create_store, open_store
from itadesk import homing
from itadesk.__main__ import Files
from itadesk.errors import CannotWrite
from itadesk.holding import Holding
from itadesk.homing import links, take_home
from itadesk.services.sample import sample_office
from tests.helpers.placed import (
    answer,
    bar,
    look,
    press,
    pull,
    refuse,
    reopen,
    saved,
    score_in,
    watch,
    write,
    write_much,
)
from ui import homecoming
from ui.dialogs import files as pickers
from ui.dialogs import message
from ui.widgets.autosave import AutoSave


def test_work_goes_on_when_the_stick_is_pulled_and_is_saved_when_it_is_back(
    opened, place, stick, qtbot
):
    write(opened, "80")
    put_in = pull(stick)
    assert write(opened, "70") is not None
    assert saved(opened).startswith("▲ ยังไม่ได้บันทึกลงที่เดิม ตั้งแต่ ")
    assert "ติดต่อที่เก็บไฟล์" in bar(opened).text
    write(opened, "60", "i2")
    qtbot.waitUntil(lambda: opened.session.data.assessment.scores["i2"].score == 60)
    assert "✓" not in saved(opened)
    put_in()
    assert score_in(place) == "80"
    look(opened, qtbot)
    assert opened.session.unkept is None
    assert saved(opened).startswith("✓ บันทึกแล้ว")
    opened.close_file()
    assert (score_in(place), score_in(place, "i2")) == ("70", "60")


def test_nothing_is_left_at_home_after_the_stick_is_back(opened, stick, home, qtbot):
    put_in = pull(stick)
    write(opened, "70")
    assert len(links(home)) == 1
    put_in()
    look(opened, qtbot)
    assert links(home) == ()
    assert bar(opened) is None


def test_a_pulled_stick_is_noticed_without_writing(opened, stick, qtbot):
    put_in = pull(stick)
    look(opened, qtbot)
    assert opened.session.unkept is not None
    assert saved(opened).startswith("▲")
    put_in()


def test_a_place_that_is_away_for_a_moment_changes_nothing(opened, stick, qtbot):
    put_in = pull(stick)
    watch(opened)._timer.stop()
    watch(opened).look()
    qtbot.waitUntil(lambda: watch(opened)._timer.isActive())
    put_in()
    look(opened, qtbot)
    assert opened.session.unkept is None
    assert "▲" not in saved(opened)


def test_a_deleted_file_is_only_made_again_when_that_is_wished(opened, place, qtbot):
    write(opened, "80")
    place.unlink()
    write(opened, "70")
    look(opened, qtbot)
    assert not place.exists()
    assert "ถูกลบ ย้าย หรือเปลี่ยนชื่อ" in bar(opened).text
    press(bar(opened), "บันทึกกลับที่เดิม")
    assert score_in(place) == "70"
    assert opened.session.unkept is None


def test_all_of_it_can_be_saved_elsewhere_and_work_goes_on_there(
    opened, place, tmp_path, home, monkeypatch, qtbot
):
    other = tmp_path / "อื่น.itadesk"
    monkeypatch.setattr(pickers, "pick_save", lambda *_: other)
    write(opened, "80", "i2")
    place.unlink()
    write(opened, "70")
    press(bar(opened), "บันทึกไว้ที่อื่น…")
    assert (opened.session.path, opened.session.working) == (other, other)
    assert opened.session.unkept is None
    write(opened, "60")
    opened.close_file()
    assert (score_in(other), score_in(other, "i2")) == ("60", "80")
    assert not place.exists()
    assert links(home) == ()
    qtbot.waitUntil(lambda: opened.windowTitle() == "itadesk")


def test_the_place_that_fails_is_not_taken_as_elsewhere(opened, place, monkeypatch):
    monkeypatch.setattr(pickers, "pick_save", lambda *_: place)
    place.write_bytes(place.read_bytes()[:-1] + b"?")
    place.unlink()
    write(opened, "70")
    watch(opened).save_elsewhere()
    assert not place.exists()
    assert "โปรดเลือกชื่อหรือโฟลเดอร์อื่น" in opened.frame.notice.text


def test_an_older_copy_at_the_place_stays_until_somebody_chooses(
    replaced, place, monkeypatch, qtbot
):
    answer(monkeypatch, "")
    look(replaced, qtbot)
    assert "มีไฟล์อื่น" in bar(replaced).text
    assert "เปรียบเทียบแล้วเลือก…" in [each.text() for each in bar(replaced).buttons]
    assert replaced.session.unkept is not None
    assert score_in(place) == "11"


def test_the_open_version_may_take_the_place_and_the_other_is_kept(
    replaced, place, stick, monkeypatch, qtbot
):
    asked = answer(monkeypatch, homecoming.MINE)
    look(replaced, qtbot)
    press(bar(replaced), "เปรียบเทียบแล้วเลือก…")
    assert "สองฉบับ" in asked[0][0]
    replaced.close_file()
    aside = next(each for each in stick.iterdir() if "ฉบับที่ถูกแทน" in each.name)
    assert (score_in(place), score_in(aside)) == ("70", "11")


def test_the_version_at_the_place_may_stay_and_the_open_one_is_kept(
    replaced, place, stick, home, monkeypatch, qtbot
):
    answer(monkeypatch, homecoming.THEIRS)
    look(replaced, qtbot)
    before = replaced.frame
    press(bar(replaced), "เปรียบเทียบแล้วเลือก…")
    qtbot.waitUntil(lambda: replaced.frame not in (None, before))
    assert str(replaced.session.data.assessment.scores["i1"].score) == "11"
    aside = next(each for each in stick.iterdir() if "ฉบับในเครื่อง" in each.name)
    assert (score_in(place), score_in(aside)) == ("11", "70")
    assert links(home) == ()


def test_without_an_answer_both_versions_stay(replaced, place, home, monkeypatch, qtbot):
    answer(monkeypatch, "")
    look(replaced, qtbot)
    press(bar(replaced), "เปรียบเทียบแล้วเลือก…")
    replaced.close_file()
    assert score_in(place) == "11"
    assert score_in(links(home)[0].working) == "70"


def test_with_no_disk_at_all_work_goes_on_in_memory_and_closing_asks(
    opened, place, home, monkeypatch, tmp_path
):
    shutil.rmtree(home, ignore_errors=True)
    home.write_text("no folder")
    place.unlink()
    assert write(opened, "70") is not None
    assert saved(opened).startswith("▲ ยังไม่ได้บันทึก ตั้งแต่ ")
    assert "หน่วยความจำ" in bar(opened).text
    asked = []
    monkeypatch.setattr(message, "may_lose", lambda _w, words: asked.append(words))
    assert not opened.may_close()
    assert "ยังไม่ได้บันทึกลงไฟล์ใด" in asked[0]
    other = tmp_path / "อื่น.itadesk"
    monkeypatch.setattr(pickers, "pick_save", lambda *_: other)
    home.unlink()
    press(bar(opened), "บันทึกไว้ที่อื่น…")
    assert opened.may_close()
    opened.close_file()
    assert score_in(other) == "70"


def test_another_file_put_where_one_was_deleted_is_never_written_over(
    opened, place, tmp_path, monkeypatch, qtbot
):
    theirs = tmp_path / "ของอีกคน"
    write(opened, "33")
    shutil.copy(place, theirs)
    write(opened, "80")
    place.unlink()
    write(opened, "70")
    look(opened, qtbot)
    theirs.rename(place)
    press(bar(opened), "บันทึกกลับที่เดิม")
    assert score_in(place) == "33"
    assert bar(opened).buttons[0].text() == "เปรียบเทียบแล้วเลือก…"
    assert saved(opened).startswith("▲")
    answer(monkeypatch, "")
    opened.close_file()
    assert score_in(place) == "33"


def test_a_file_that_another_pc_has_open_is_never_written_over(
    opened, place, tmp_path, monkeypatch
):
    other = tmp_path / "อื่น.itadesk"
    create_store(other, sample_office()).close()
    there = Files(tmp_path / "อีกเครื่อง", Holding(tmp_path / "อีกเครื่อง", pc="อีกเครื่อง"))
    place.unlink()
    write(opened, "70")
    monkeypatch.setattr(pickers, "pick_save", lambda *_: other)
    with closing(there.open(other)) as held:
        press(bar(opened), "บันทึกไว้ที่อื่น…")
        assert "มีผู้อื่นเปิดอยู่" in opened.frame.notice.text
        assert held.astray() == ""
    press(bar(opened), "บันทึกไว้ที่อื่น…")
    assert opened.session.unkept is None
    assert score_in(other) == "70"


def test_a_full_disk_keeps_what_was_typed_and_saves_it_when_there_is_room(
    opened, place, monkeypatch, qtbot
):
    write(opened, "80")
    connection = opened.session._store._file._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    assert opened.session.run(write_much) is not None
    write(opened, "70")
    assert "ที่ว่างในดิสก์ไม่พอ (เหลือ " in bar(opened).text
    assert saved(opened).startswith("▲ ยังไม่ได้บันทึกลงที่เดิม")
    monkeypatch.setattr(homing, "_MARGIN", 10**18)
    look(opened, qtbot)
    assert "เมื่อมีที่ว่างพอ" in bar(opened).text
    assert score_in(place) == "80"
    monkeypatch.setattr(homing, "_MARGIN", 0)
    look(opened, qtbot)
    assert bar(opened) is None
    opened.close_file()
    assert score_in(place) == "70"
    with closing(open_store(place)) as store:
        assert len(store.texts.limitations(2568)[0]) == 100_000


def test_a_file_emptied_by_another_program_costs_nothing(opened, place, monkeypatch, qtbot):
    write(opened, "80")
    place.write_bytes(b"")
    write(opened, "70")
    assert "ถูกเปลี่ยนเนื้อหาจากที่อื่น" in bar(opened).text
    look(opened, qtbot)
    answer(monkeypatch, homecoming.MINE)
    press(bar(opened), "เปรียบเทียบแล้วเลือก…")
    opened.close_file()
    assert score_in(place) == "70"


def test_the_working_file_opened_by_itself_goes_back_to_its_place(opened, place, home, qtbot):
    opened.close_file()
    link = take_home(home, place, place.read_bytes())
    reopen(opened, link.working, qtbot)
    qtbot.waitUntil(lambda: opened.session.path == place)
    write(opened, "70")
    opened.close_file()
    assert score_in(place) == "70"
    assert link.working not in opened.settings.recent


def test_where_nothing_can_stand_in_the_typed_text_stays_and_is_saved_later(
    opened, place, monkeypatch, qtbot
):
    from db import ground

    opened.close_file()
    monkeypatch.setattr(ground, "MOST", 0)
    reopen(opened, place, qtbot)
    connection = opened.session._store._file._connection
    monkeypatch.setattr(opened.session._store, "whole", refuse)
    page = QWidget()
    qtbot.addWidget(page)
    saver = AutoSave(page, opened.session)
    saver.due.connect(lambda: opened.session.run(write_much))
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    saver.touch()
    saver.flush()
    assert saver.pending
    assert saved(opened).startswith("▲ ยังไม่ได้บันทึก ตั้งแต่ ")
    look(opened, qtbot)
    assert saver.pending
    assert saved(opened).startswith("▲")
    connection.execute("PRAGMA max_page_count = 100000")
    look(opened, qtbot)
    assert not saver.pending
    qtbot.waitUntil(lambda: saved(opened).startswith("✓ บันทึกแล้ว"))


def test_a_place_that_still_refuses_is_complained_of_once(opened, stick, monkeypatch, qtbot):
    put_in = pull(stick)
    write(opened, "70")
    put_in()
    told = []
    monkeypatch.setattr(opened.frame, "tell", lambda words, *_: told.append(words))

    def put_back(*_):
        raise CannotWrite("เขียนไม่ได้")

    monkeypatch.setattr(homing, "put_back", put_back)
    look(opened, qtbot)
    look(opened, qtbot)
    assert told == ["เขียนไม่ได้"]
    assert saved(opened).startswith("▲")
    monkeypatch.undo()
    look(opened, qtbot)
    assert opened.session.unkept is None
