"""The province's view: offices joined by code or name, ranked, grouped, and where all are weak."""

from dataclasses import replace
from decimal import Decimal

import pytest

from itadesk.gathering import (
    by_group,
    levels,
    not_sent,
    office_lines,
    weakest_indicators,
    weakest_questions,
)
from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import (
    Announced,
    ExpectedOffice,
    FileState,
    ProvinceYear,
    ReceivedYear,
    Standing,
    office_key,
)

CODES = ("i1", "i2")


def sent(name, overall=None, code="", district="อำเภอหนึ่ง", kind=OfficeKind.SAO, **values):
    office = Office(name, kind, "จังหวัดหนึ่ง", district, code)
    figures = {} if overall is None else {"overall": Decimal(overall)}
    key = office_key(code, name, district, "จังหวัดหนึ่ง")
    values.setdefault("figures", figures)
    return ReceivedYear(key, 2568, office, f"{name}.xlsx", "0", codes=CODES, **values)


def expected(name, code="", district="อำเภอหนึ่ง"):
    return ExpectedOffice(name, code, "อบต.", district, "จังหวัดหนึ่ง")


def told(name, overall, rating="", **values):
    return Announced(expected(name, **values), {"overall": Decimal(overall)}, rating)


def names(lines):
    return [line.name for line in lines]


def test_offices_stand_by_score_equal_scores_share_a_rank_and_the_awaited_come_last():
    found = ProvinceYear(
        2568,
        received=(sent("ก", "90"), sent("ข", "95.5"), sent("ค", "90")),
        expected=(expected("ง"),),
    )
    lines = office_lines(found)
    assert [(line.name, line.rank) for line in lines] == [
        ("ข", 1),
        ("ก", 2),
        ("ค", 2),
        ("ง", None),
    ]
    assert [line.passes for line in lines] == [True, True, True, None]


def test_the_announced_score_goes_before_the_sent_one_and_the_difference_is_told():
    found = ProvinceYear(
        2568, received=(sent("ก", "90", rating="ดี"),), announced=(told("ก", "84.99", "ผ่าน"),)
    )
    (line,) = office_lines(found)
    assert (line.overall, line.differs, line.rating) == (Decimal("84.99"), Decimal("5.01"), "ผ่าน")
    assert line.passes is False
    assert line.received is not None


@pytest.mark.parametrize("code", ["", "1001"])
def test_an_office_known_by_code_in_one_list_and_by_name_in_another_is_one(code):
    found = ProvinceYear(
        2568,
        received=(sent("ก", "90", code=code),),
        expected=(expected("ก", "1001"),),
        announced=(told("ก", "91", code=""),),
    )
    (line,) = office_lines(found)
    assert (line.code, line.overall) == ("1001", Decimal(91))


def test_offices_of_one_name_with_two_codes_are_two():
    found = ProvinceYear(2568, expected=(expected("ก", "1"), expected("ก", "2")))
    assert len(office_lines(found)) == 2


def test_the_change_is_from_what_was_announced_before_else_sent_before():
    found = ProvinceYear(
        2568,
        received=(sent("ก", "90"), sent("ข", "90"), sent("ค", "90")),
        before=(sent("ก", "80"), sent("ข", "80")),
        announced_before=(told("ข", "95"),),
    )
    changes = {line.name: line.change for line in office_lines(found)}
    assert changes == {"ก": Decimal(10), "ข": Decimal(-5), "ค": None}


def test_groups_count_those_sent_scored_and_passed():
    found = ProvinceYear(
        2568,
        received=(sent("ก", "90"), sent("ข", "80"), sent("ค", "85", district="อำเภอสอง")),
        expected=(expected("ง"),),
    )
    two, one = by_group(office_lines(found), lambda line: line.district)
    assert (one.name, one.offices, one.sent, one.scored, one.passed) == ("อำเภอหนึ่ง", 3, 2, 2, 1)
    assert (one.mean, two.mean, two.passed) == (Decimal(85), Decimal(85), 1)


def test_who_has_not_sent_includes_whose_file_was_returned():
    returned = sent("ก", "90")
    found = ProvinceYear(
        2568,
        received=(returned, sent("ข", "80")),
        expected=(expected("ค"),),
        standings={returned.key: Standing(FileState.RETURNED, "แก้ไข")},
    )
    lines = office_lines(found)
    assert names(not_sent(lines)) == ["ก", "ค"]
    assert lines[0].standing == Standing(FileState.RETURNED, "แก้ไข")


def test_levels_count_offices_and_those_without_one():
    lines = office_lines(
        ProvinceYear(2568, received=(sent("ก", "90", rating="ผ่าน"), sent("ข", "80")))
    )
    assert levels(lines) == {"ผ่าน": 1, "": 1}


def test_the_weakest_indicators_stand_first_with_their_lowest_score():
    rows = [
        sent("ก", figures={"1": Decimal(90), "2": Decimal(70)}),
        sent("ข", figures={"1": Decimal(80), "2": Decimal(80), "IIT": Decimal(1)}),
    ]
    found = weakest_indicators(office_lines(ProvinceYear(2568, received=tuple(rows))))
    assert [(each.key, each.mean, each.offices, each.lowest) for each in found] == [
        ("2", Decimal(75), 2, Decimal(70)),
        ("1", Decimal(85), 2, Decimal(80)),
    ]


def test_the_weakest_questions_leave_out_missing_scores_and_join_other_orders():
    rows = (
        sent("ก", scores=(9000, None)),
        sent("ข", scores=(8000, 7050)),
        replace(sent("ค"), codes=("i2", "i1"), scores=(8050, 10000)),
    )
    found = weakest_questions(rows)
    assert [(each.key, each.mean, each.offices, each.lowest) for each in found] == [
        ("i2", Decimal("75.5"), 2, Decimal("70.5")),
        ("i1", Decimal(90), 3, Decimal(80)),
    ]


@pytest.mark.parametrize(("score", "passes"), [("84.99", False), ("85", True), ("85.01", True)])
def test_an_office_passes_from_85_on(score, passes):
    (line,) = office_lines(ProvinceYear(2568, received=(sent("ก", score),)))
    assert line.passes is passes
