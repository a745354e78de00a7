"""Making the issues of a year by hand."""

from __future__ import annotations

import pytest

from itadesk.catalogue.issue_editing import (
    add_issue,
    move_issue,
    numbered,
    put_questions,
    remove_issue,
    rename_issue,
)
from itadesk.catalogue.issue_map import suggested_issues
from itadesk.errors import BadValue, NotFound
from itadesk.findings import codes_of_issue
from tests.unit.scored import catalogue


@pytest.fixture
def grouped():
    return suggested_issues(catalogue(2568))


def test_an_added_issue_stands_last_under_a_number_never_used(grouped):
    fewer = remove_issue(grouped, 7)
    made = add_issue(fewer, "  ประเด็น ของเรา ")
    assert made.issues[-1].name == "ประเด็น ของเรา"
    assert made.issues[-1].no > 1000
    assert add_issue(made, "อีกประเด็น").issues[-1].no == made.issues[-1].no + 1


def test_names_differ_and_are_never_empty(grouped):
    with pytest.raises(BadValue, match="ตั้งชื่อให้ต่างกัน"):
        rename_issue(grouped, 2, grouped.issues[0].name)
    with pytest.raises(BadValue, match="ว่าง"):
        rename_issue(grouped, 2, "  ")
    assert rename_issue(grouped, 2, "ชื่อใหม่").issues[1].name == "ชื่อใหม่"
    with pytest.raises(NotFound):
        rename_issue(grouped, 99, "ชื่อ")


def test_questions_are_put_in_and_taken_out(grouped):
    made = put_questions(grouped, 2, {"i1", "o1"}, inside=True)
    assert {"i1", "o1"} <= set(codes_of_issue(made, 2))
    assert 1 in made.question("i1").issues
    taken = put_questions(made, 2, {"i1", "o1"}, inside=False)
    assert not {"i1", "o1"} & set(codes_of_issue(taken, 2))
    assert 1 in taken.question("i1").issues


def test_a_removed_issue_leaves_its_questions_in_the_others(grouped):
    both = put_questions(grouped, 2, {"i1"}, inside=True)
    assert remove_issue(both, 2).question("i1").issues == grouped.question("i1").issues


def test_moving_stops_at_the_ends_and_numbers_follow_the_places(grouped):
    codes = codes_of_issue(grouped, 4)
    first = move_issue(grouped, 4, -9)
    assert [issue.no for issue in first.issues] == [4, 1, 2, 3, 5, 6, 7]
    made, numbers = numbered(remove_issue(first, 2))
    assert [issue.no for issue in made.issues] == [1, 2, 3, 4, 5, 6]
    assert numbers == {4: 1, 1: 2, 3: 3, 5: 4, 6: 5, 7: 6}
    assert codes_of_issue(made, 1) == codes
