"""A file on a stick, a share or in a cloud's folder, while a real window has it open."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest
from PySide6.QtWidgets import QWidget

from db.opening import create_store, open_store
from itadesk import homing
from itadesk.__main__ import Files
from itadesk.errors import PlaceFails
from itadesk.homing import links, take_home
from itadesk.model.changes import Changes
from itadesk.model.changes import Kind as Part
from itadesk.places import Kind, Place
from itadesk.services.sample import sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from ui import homecoming
from ui.app import bring_home, make_window
from ui.attendants import places
from ui.attendants.places_watch import PlaceWatch
from ui.dialogs import files as pickers
from ui.dialogs import message, place_versions
from ui.widgets.autosave import AutoSave

CLOUD = Place(Kind.CLOUD, "OneDrive")


@pytest.fixture
def stick(tmp_path):
    """A folder that can be taken away."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def place(stick):
    path = stick / "หนึ่ง.itadesk"
    with closing(create_store(path, sample_office())) as made:
        start_year(made, 2568)
    return path


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def kind(monkeypatch):
    """What the place of every file is said to be."""
    answer = [None]
    monkeypatch.setattr(places, "place_of", lambda _path: answer[0])
    return answer


@pytest.fixture
def opened(qtbot, settings, place, home, kind):  # noqa: ARG001
    """A window with the file at `place` open, its attendants begun."""
    made = make_window(None, Files(home), settings)
    made.resize(1093, 543)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    reopen(made, place, qtbot)
    yield made
    made.close_file()


def reopen(window, place, qtbot):
    assert window.open_path(place)
    qtbot.waitUntil(lambda: window.frame.findChild(PlaceWatch) is not None)


def watch(window):
    return window.frame.findChild(PlaceWatch)


def write(window, score, code="i1"):
    return window.session.run(record_score, 2568, code, score)


def score_in(path, code="i1"):
    with closing(open_store(path)) as store:
        found = store.assessments.get(2568).scores.get(code)
        return found and str(found.score)


def bar(window):
    return watch(window)._bar


def press(offer, words):
    next(each for each in offer.buttons if each.text() == words).click()


def saved(window):
    return window.frame.status.saved.text()


def pull(stick):
    """Takes the stick out, and gives what puts it back."""
    away = stick.rename(stick.with_name("pocket"))
    return lambda: away.rename(stick)


def look(window, qtbot):
    """Looks at the place now, twice as the clock would."""
    for _ in range(2):
        watch(window)._timer.stop()
        watch(window).look()
        qtbot.waitUntil(lambda: watch(window)._timer.isActive())


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


@pytest.fixture
def replaced(opened, place, tmp_path):
    """An older copy (i1 = 11) lies at the place, and 70 was typed since."""
    write(opened, "11")
    older = tmp_path / "older"
    shutil.copy(place, older)
    write(opened, "80")
    older.replace(place)
    write(opened, "70")
    return opened


def answer(monkeypatch, choice):
    """Presses a button of the dialog that compares."""
    asked = []

    def ask(_parent, *words):
        asked.append(words)
        return choice, words[3][0].path

    monkeypatch.setattr(place_versions, "ask", ask)
    return asked


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


def write_much(store):
    """More than the file holds already."""
    with store.transaction("เขียนมาก", Part.LIMITATIONS):
        store.texts.save_limitations(2568, ("ก" * 100_000,))
    return Changes(frozenset({Part.LIMITATIONS}))


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


def offer(window):
    """The bar that asks where to work."""
    from ui.widgets.offer_bar import OfferBar

    found = [each for each in window.frame.findChildren(OfferBar) if each.isVisible()]
    return found[0] if found else None


@pytest.fixture
def in_cloud(opened, place, kind, qtbot):
    """Opened again, its place being a cloud's."""
    opened.close_file()
    kind[0] = CLOUD
    reopen(opened, place, qtbot)
    qtbot.waitUntil(lambda: offer(opened) is not None)
    return opened


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


def test_the_working_file_opened_by_itself_goes_back_to_its_place(opened, place, home, qtbot):
    opened.close_file()
    link = take_home(home, place, place.read_bytes())
    reopen(opened, link.working, qtbot)
    qtbot.waitUntil(lambda: opened.session.path == place)
    write(opened, "70")
    opened.close_file()
    assert score_in(place) == "70"
    assert link.working not in opened.settings.recent


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


@pytest.fixture
def conflict(opened, place, stick, qtbot):
    """A cloud made a second file of the same office, with i1 = 33."""
    opened.close_file()
    other = stick / "หนึ่ง-DESKTOP-AB12.itadesk"
    shutil.copy(place, other)
    with closing(open_store(other)) as store:
        record_score(store, 2568, "i1", "33")
    with closing(create_store(stick / "คนละแห่ง.itadesk", sample_office())):
        pass
    shutil.copy(place, stick / "หนึ่ง ก่อนกู้คืน.itadesk")
    reopen(opened, place, qtbot)
    qtbot.waitUntil(lambda: offer(opened) is not None)
    return other


def test_another_file_of_the_office_is_told_of_and_opened_only_when_wished(
    opened, conflict, place, monkeypatch, qtbot
):
    assert "“หนึ่ง-DESKTOP-AB12.itadesk”" in offer(opened).text
    assert "อีก" not in offer(opened).text
    asked = answer(monkeypatch, "")
    press(offer(opened), "เปรียบเทียบ…")
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert [each.path for each in asked[0][3]] == [conflict]
    assert opened.session.path == place
    answer(monkeypatch, "seen")
    press(offer(opened), "เปรียบเทียบ…")
    qtbot.waitUntil(lambda: opened.session is not None and opened.session.path == conflict)


def test_another_file_is_told_of_once(opened, conflict, place, qtbot):
    press(offer(opened), "รับทราบ")
    opened.close_file()
    reopen(opened, place, qtbot)
    from ui.attendants import places_copies

    assert opened.settings.place_choice(places_copies._key(conflict)) == "seen"
    places_copies._tell(opened, opened.frame, (conflict,))
    assert offer(opened) is None


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


def refuse():
    raise PlaceFails("อ่านไม่ได้")
