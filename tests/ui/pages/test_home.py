from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from db.opening import open_store
from itadesk.checks import run_checks
from itadesk.model.work import FindingClass
from itadesk.services.scores import ScoreEntry, fill_items, record_score, record_scores
from itadesk.services.years import load_year, start_year
from itadesk.thai.digits import to_thai
from ui.bars import indicator_bars, instrument_bars
from ui.pages.home import HomePage
from ui.session import Session


@pytest.fixture
def home(qtbot, session):
    made = HomePage(session, today=lambda: date(2026, 3, 30))
    qtbot.addWidget(made)
    made.resize(909, 437)
    made.show()
    qtbot.waitUntil(lambda: bool(made.found.lines))
    return made


def fill(session, year=2568, value="90"):
    codes = [q.code for q in session.data.catalogue.questions if not q.binary]
    session.run(record_scores, year, [ScoreEntry(code, value) for code in codes])
    items = [q.code for q in session.data.catalogue.questions if q.binary]
    session.run(fill_items, year, items, 100)


def test_without_scores_it_says_so_and_sends_to_the_scores(home, qtbot):
    assert home.overall.figure.text() == "–"
    assert home.overall.rating.text() == "ยังไม่ครบ"
    with qtbot.waitSignal(home.wants_page) as asked:
        qtbot.mouseClick(home.road.go, Qt.MouseButton.LeftButton)
    assert asked.args == ["scores"]


def test_overall_and_rating_follow_the_scores(home, session):
    fill(session)
    assert home.overall.figure.text() == "๙๔.๐๐"
    assert home.overall.rating.text() == "✓ ผ่านดี"
    session.run(record_score, 2568, "i1", None)
    assert "ยังไม่ครบ" in home.overall.rating.text()


def test_the_change_from_last_year_is_shown_when_it_is_in_the_file(home, session):
    fill(session)
    assert "จากปี" not in home.overall.remark.text()
    session.run(start_year, 2567)
    session.show_year(2567)
    fill(session, 2567, "80")
    session.show_year(2568)
    assert "▲ ๖.๐๐ จากปี ๒๕๖๗" in home.overall.remark.text()


def test_indicators_stand_from_the_lowest_up_with_class_and_text(filled_store):
    data = load_year(filled_store, 2568)
    bars = indicator_bars(data)
    assert [bar.value for bar in bars] == sorted(bar.value for bar in bars)
    assert all(bar.found in FindingClass for bar in bars)
    assert [bar.name for bar in instrument_bars(data)] == ["IIT", "EIT", "OIT"]


def test_bars_are_told_to_screen_readers(home, session):
    session.run(record_score, 2568, "i1", "95")
    assert "IIT ๙๕.๐๐ ยังไม่ครบ" in home.instruments.accessibleName()
    assert "EIT ยังไม่มีคะแนน" in home.instruments.accessibleName()


def test_what_the_checks_found_leads_to_the_very_place(home, session, qtbot):
    fill(session)
    home.found.show_most(20)
    line = next(each for each in home.found.lines if "ตัวชี้วัดที่ ๑ ยังไม่มีมาตรการ" in each.text())
    assert line.toolTip() == f"{line.text()} โปรดเพิ่มที่หน้ามาตรการ"
    with qtbot.waitSignal(home.wants_page) as asked:
        line.click()
    assert asked.args == ["measures:indicator:1"]


def test_remarks_take_the_room_of_deadlines_that_are_over(home, monkeypatch):
    shown = len(home.found.lines)
    monkeypatch.setattr("ui.pages.home.open_deadlines", lambda *_: ())
    home.reload()
    assert shown < len(home.found.lines) <= shown + 2


def test_more_remarks_than_fit_are_shown_when_asked_for(home, session, qtbot, monkeypatch):
    fill(session)
    whole = len(run_checks(session.data))
    assert 0 < len(home.found.lines) < whole
    assert f"{to_thai(str(whole))} เรื่อง" in home.found.all.text()
    monkeypatch.setattr("ui.dialogs.checking.look_over", lambda *_: "measures:indicator:1")
    with qtbot.waitSignal(home.wants_page) as asked:
        home.found.all.click()
    assert asked.args == ["measures:indicator:1"]


def deadlines(home):
    return [line.accessibleName() for line in home.deadlines.lines]


def test_the_next_days_to_keep(home):
    assert deadlines(home) == [
        "รายงานรอบ ๖ เดือน ๓๑ มี.ค. ๒๕๖๙ พรุ่งนี้",
        "ปิดรับข้อมูล OIT ๓๐ เม.ย. ๒๕๖๙ อีก ๓๑ วัน",
        "รายงานรอบ ๑๒ เดือน ๓๐ ก.ย. ๒๕๖๙ อีก ๑๘๔ วัน",
    ]


def test_a_day_that_was_missed_stays_and_says_for_how_long(qtbot, session):
    late = HomePage(session, today=lambda: date(2026, 4, 2))
    qtbot.addWidget(late)
    assert deadlines(late)[0].endswith("เลยมา ๒ วัน")
    (step,) = (each for each in late.road.strip.buttons if each.step.key == "round-6")
    assert "เลยกำหนดแล้ว" in step.accessibleName()


def test_a_file_without_years_invites_to_add_one(qtbot):
    bare = Session(open_store(None))
    page = HomePage(bare)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    bare.run(start_year, 2568)
    assert not page.empty.isVisible()
    bare.close()
