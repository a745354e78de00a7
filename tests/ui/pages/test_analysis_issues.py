"""The analysis read by issues: weak points, conclusion begun from the data, its own finding."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from itadesk.catalogue.issue_map import suggested_issues
from itadesk.model.work import Finding
from itadesk.services.findings import save_finding
from itadesk.services.issues import save_issues
from itadesk.services.scores import ScoreEntry, record_scores
from itadesk.services.years import catalogue_of
from itadesk.subjects import where_written
from tests.helpers.keys import type_text
from ui.models.indicators import Written, issue_rows
from ui.widgets.labels import QLabel

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window):
    """i2 and e2 are lowest of their indicators, and in the first issue."""
    session = window.session
    scores = (("i1", "95"), ("i2", "90"), ("i3", "100"), ("e1", "95"), ("e2", "80"), ("e3", "100"))
    session.run(record_scores, 2568, [ScoreEntry(*each) for each in scores])
    session.run(save_issues, suggested_issues(session.ask(catalogue_of, 2568)))
    window.frame.show_page("analysis")
    return window.frame.page()


def by_issue(qtbot, page):
    qtbot.mouseClick(page.switch.issues, Qt.MouseButton.LeftButton)
    return page.findings.boxes[0]


def test_a_year_without_issues_has_no_switch(window):
    window.frame.show_page("analysis")
    assert not window.frame.page().switch.isVisible()


def test_the_switch_shows_issues_with_their_weak_points(qtbot, page):
    box = by_issue(qtbot, page)
    assert page.name.text().startswith("ประเด็นที่ ๑ ")
    assert page.indicators.rows.rowCount() == 7
    assert box.about.text() == "จุดอ่อนของประเด็น: i๒, e๒"
    assert [q.code for q in page.questions.questions if q.lowest] == ["i2", "e2"]
    assert "ประเด็น" in page.subtitle()
    qtbot.mouseClick(page.switch.indicators, Qt.MouseButton.LeftButton)
    assert page.name.text().startswith("ตัวชี้วัดที่ ๑ ")
    assert not page.findings.boxes[0].conclusion.isVisible()


def test_a_conclusion_is_begun_from_the_data_and_kept_with_the_issue(qtbot, page, window):
    box = by_issue(qtbot, page)
    assert "ข้อ i๒ (๙๐.๐๐ คะแนน)" in box.conclusion.placeholderText()
    qtbot.mouseClick(box.draft, Qt.MouseButton.LeftButton)
    type_text(box.conclusion, " เขียนต่อ")
    page.saver.flush()
    [finding] = window.session.data.findings
    assert (finding.issue, finding.indicator) == (1, None)
    assert "ข้อ e๒ (๘๐.๐๐ คะแนน)" in finding.conclusion
    assert "เขียนต่อ" in finding.conclusion


def test_what_is_written_goes_to_the_issue_that_was_shown(qtbot, page, window):
    box = by_issue(qtbot, page)
    box.cause.setFocus()
    type_text(box.cause, "เหตุของประเด็น")
    qtbot.keyClick(box.cause, Qt.Key.Key_Down, ALT)
    assert page.name.text().startswith("ประเด็นที่ ๒ ")
    assert [(f.issue, f.cause) for f in window.session.data.findings] == [(1, "เหตุของประเด็น")]
    qtbot.mouseClick(page.switch.indicators, Qt.MouseButton.LeftButton)
    assert page.findings.boxes[0].cause.text() == ""


def test_what_the_indicator_says_counts_for_the_issue_and_shows_in_grey(qtbot, page, window):
    first = page.findings.boxes[0]
    type_text(first.cause, "เหตุของตัวชี้วัด")
    type_text(first.guideline, "ทางแก้ของตัวชี้วัด")
    box = by_issue(qtbot, page)
    assert "เหตุของตัวชี้วัด" in box.cause.placeholderText()
    assert box.cause.text() == ""
    assert issue_rows(window.session.data)[0].written is Written.PARTLY  # e2 is still open


def test_an_issue_without_weak_points_needs_nothing(qtbot, page, window):
    every = [q.code for q in window.session.data.catalogue.questions]
    window.session.run(record_scores, 2568, [ScoreEntry(code, "100") for code in every])
    qtbot.mouseClick(page.switch.issues, Qt.MouseButton.LeftButton)
    assert page.findings.boxes == []
    assert page.findings.full.isVisible()
    assert {row.written for row in issue_rows(window.session.data)} == {Written.NEEDLESS}


def test_a_place_from_elsewhere_is_an_indicator(qtbot, page, window):
    by_issue(qtbot, page)
    window.frame.show_page("analysis:6")
    assert page.name.text().startswith("ตัวชี้วัดที่ ๖ ")


def test_the_place_of_a_finding_leads_to_its_issue(window, page):
    window.session.run(save_finding, 2568, Finding(issue=3, cause="เหตุ"))
    [finding] = window.session.data.findings
    window.frame.show_page(where_written(finding))
    assert page.name.text().startswith("ประเด็นที่ ๓ ")
    assert page.findings.boxes[0].cause.hasFocus()
    assert where_written(Finding(indicator=4, issue=2)) == "analysis:4"


def test_issues_without_questions_say_how_to_group_them(qtbot, window):
    from itadesk.services.years import start_year

    window.session.run(start_year, 2567)
    window.session.show_year(2567)
    window.frame.show_page("analysis")
    page = window.frame.page()
    qtbot.mouseClick(page.switch.issues, Qt.MouseButton.LeftButton)
    assert page.switch.grouping.isVisible()
    words = " ".join(each.text() for each in page.questions.findChildren(QLabel))
    assert "จัดข้อคำถามตามประเด็น" in words
