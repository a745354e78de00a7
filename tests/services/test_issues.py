"""Issues of a year kept in the office's own catalogue."""

from __future__ import annotations

from itadesk.catalogue.issue_editing import add_issue, move_issue, put_questions, remove_issue
from itadesk.catalogue.issue_map import has_issue_map, suggested_issues
from itadesk.model.work import Finding, Measure
from itadesk.services.findings import save_finding
from itadesk.services.issues import save_issues, written_about_removed
from itadesk.services.measures import save_measure
from itadesk.services.years import catalogue_of, load_year

YEAR = 2568


def suggestion(store):
    return suggested_issues(catalogue_of(store, YEAR))


def test_a_year_without_a_grouping_gets_one_that_can_be_undone(store):
    assert not has_issue_map(catalogue_of(store, YEAR))
    save_issues(store, put_questions(suggestion(store), 7, {"i1"}, inside=True))
    saved = catalogue_of(store, YEAR)
    assert 7 in saved.question("i1").issues
    assert [issue.no for issue in saved.issues] == [1, 2, 3, 4, 5, 6, 7]
    store.undo()
    assert not has_issue_map(catalogue_of(store, YEAR))


def test_what_is_written_about_an_issue_follows_it_to_its_new_place(store):
    save_finding(store, YEAR, Finding(issue=3, cause="เกี่ยวกับประเด็นที่สาม"))
    save_measure(store, YEAR, Measure(issue=1, title="ของประเด็นแรก"))
    save_issues(store, move_issue(suggestion(store), 3, -2))
    data = load_year(store, YEAR)
    assert [finding.issue for finding in data.findings] == [1]
    assert [measure.issue for measure in data.measures] == [2]


def test_writing_about_a_removed_issue_is_counted_and_let_go(store):
    save_finding(store, YEAR, Finding(issue=3, cause="ของประเด็นเท่านั้น"))
    save_finding(store, YEAR, Finding(indicator=7, issue=3, cause="ของตัวชี้วัดด้วย"))
    save_measure(store, YEAR, Measure(issue=3, title="มาตรการ"))
    fewer = add_issue(remove_issue(suggestion(store), 3), "ประเด็นใหม่ของเรา")
    assert written_about_removed(store, suggestion(store)) == (0, 0)
    assert written_about_removed(store, fewer) == (2, 1)
    save_issues(store, fewer)
    data = load_year(store, YEAR)
    assert [(f.indicator, f.issue) for f in data.findings] == [(7, None)]
    assert [measure.issue for measure in data.measures] == [None]
    store.undo()
    assert {finding.issue for finding in load_year(store, YEAR).findings} == {3}
