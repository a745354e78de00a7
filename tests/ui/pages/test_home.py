from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from db.opening import open_store
from itadesk.model.work import FindingClass
from itadesk.services.scores import ScoreEntry, fill_items, record_score, record_scores
from itadesk.services.years import load_year, start_year
from ui.pages.home import HomePage, indicator_bars, instrument_bars
from ui.session import Session


@pytest.fixture
def home(qtbot, session):
    made = HomePage(session, today=lambda: date(2026, 3, 30))
    qtbot.addWidget(made)
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
        qtbot.mouseClick(home.next.go, Qt.MouseButton.LeftButton)
    assert asked.args == ["scores"]


def test_overall_and_rating_follow_the_scores(home, session):
    fill(session)
    assert home.overall.figure.text() == "๙๔.๐๐"
    assert home.overall.rating.text() == "✓ ผ่านดี"
    session.run(record_score, 2568, "i1", None)
    assert "ยังไม่ครบ" in home.overall.rating.text()


def test_the_change_from_last_year_is_shown_when_it_is_in_the_file(home, session):
    fill(session)
    assert "ปี" not in home.overall.remark.text()
    session.run(start_year, 2567)
    session.show_year(2567)
    fill(session, 2567, "80")
    session.show_year(2568)
    assert "สูงกว่าปี ๒๕๖๗" in home.overall.remark.text()


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


def test_what_the_checks_found_leads_to_where_it_is_mended(home, qtbot):
    assert home.found._lines
    with qtbot.waitSignal(home.wants_page) as asked:
        home.found._lines[0].click()
    assert asked.args[0] in ("scores", "analysis", "measures", "documents", "settings")


def test_the_next_days_to_keep(home):
    assert home.deadlines.words.text().splitlines() == [
        "๓๑ มี.ค. ๒๕๖๙ · รายงานผลรอบ ๖ เดือน (อีก ๑ วัน)",
        "๓๐ เม.ย. ๒๕๖๙ · ปิดรับข้อมูล OIT (อีก ๓๑ วัน)",
        "๓๐ ก.ย. ๒๕๖๙ · รายงานผลรอบ ๑๒ เดือน (อีก ๑๘๔ วัน)",
    ]


def test_a_year_that_is_over_has_no_deadlines(qtbot, session):
    late = HomePage(session, today=lambda: date(2027, 1, 1))
    qtbot.addWidget(late)
    assert late.deadlines.isHidden()


def test_a_file_without_years_invites_to_add_one(qtbot):
    bare = Session(open_store(None))
    page = HomePage(bare)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    bare.run(start_year, 2568)
    assert not page.empty.isVisible()
    bare.close()
