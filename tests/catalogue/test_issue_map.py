"""The suggested grouping of questions by issue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.catalogue.issue_map import has_issue_map, suggested_issues
from itadesk.catalogue.reader import shipped_years
from itadesk.catalogue.rules import faults
from itadesk.findings import codes_of_issue
from itadesk.model.catalogue import Issue, Sourced
from tests.unit.scored import catalogue


def without_map(found):
    """The catalogue as if nobody had grouped its questions."""
    instruments = tuple(
        replace(
            one,
            indicators=tuple(
                replace(each, questions=tuple(replace(q, issues=()) for q in each.questions))
                for each in one.indicators
            ),
        )
        for one in found.instruments
    )
    return replace(found, instruments=instruments)


@pytest.mark.parametrize("year", shipped_years())
def test_every_question_of_every_year_has_an_issue(year):
    found = suggested_issues(without_map(catalogue(year)))
    assert [q.code for q in found.questions if not q.issues] == []
    assert [issue.no for issue in found.issues] == [1, 2, 3, 4, 5, 6, 7]
    assert list(faults(found)) == []


def test_a_grouping_that_is_there_is_left_alone():
    found = catalogue(2566)
    assert has_issue_map(found)
    assert suggested_issues(found) is found


def test_it_agrees_mostly_with_the_one_grouping_that_is_known():
    """Three of four pairs of question and issue, and every item in one of its places."""
    known = catalogue(2566)
    made = suggested_issues(without_map(known))
    pairs = {
        name: {(i.no, code) for i in known.issues for code in codes_of_issue(each, i.no)}
        for name, each in (("known", known), ("made", made))
    }
    common = pairs["known"] & pairs["made"]
    assert len(common) / len(pairs["known"] | pairs["made"]) > 0.75
    placed = {code for _, code in common}
    assert {q.code for q in known.questions} - placed == {"e5", "e15", "i27"}


def test_items_of_the_newest_full_year_go_where_their_names_say():
    found = suggested_issues(catalogue(2568))
    names = {q.text.text: q.issues for q in found.questions if q.binary}
    assert names["E-Service"] == (2,)
    assert names["ข้อมูลการติดต่อ"] == (3,)
    assert names["รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี"] == (5,)
    assert names["ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม"] == (6,)


def test_the_offices_own_list_of_issues_is_kept():
    own = replace(
        catalogue(2568),
        issues=(Issue(1, "ของเราเอง"), Issue(9, "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ")),
    )
    found = suggested_issues(own)
    assert found.issues == own.issues
    assert codes_of_issue(found, 1) == ()
    assert codes_of_issue(found, 9) == ("i10", "i11", "i12")


def test_a_renamed_indicator_that_no_word_fits_is_left_out_and_not_guessed():
    found = catalogue(2568)
    first, *rest = found.instruments
    named = replace(first.indicators[0], name=Sourced("ชื่ออื่น"))
    changed = replace(first, indicators=(named, *first.indicators[1:]))
    made = suggested_issues(replace(found, instruments=(changed, *rest)))
    assert [q.issues for q in named.questions] == [()] * 3
    assert [q.code for q in made.questions if not q.issues] == ["i1", "i2", "i3"]
