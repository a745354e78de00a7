"""Rating levels: boundaries, parts looked at one by one, announced ratings."""

from dataclasses import replace
from decimal import Decimal

import pytest

from itadesk.model.assessment import OVERALL
from itadesk.model.result import shown
from itadesk.scoring import score
from tests.unit.scored import as_officials, assess, catalogue, every


def whole(cat, iit, eit, oit, **more):
    """All indicators announced, so that the instruments are exactly as said."""
    values = [iit] * 5 + [eit] * 3 + [oit] * 2
    return score(cat, assess(cat, official={**as_officials(values), **more}))


@pytest.mark.parametrize(
    ("value", "level", "passes"),
    [
        ("100", "AA", True), ("95", "AA", True), ("94.995", "AA", True), ("94.99", "A", True),
        ("85", "A", True), ("84.99", "B", False), ("75", "B", False), ("74.99", "C", False),
        ("65", "C", False), ("64.99", "D", False), ("55", "D", False), ("54.99", "E", False),
        ("50", "E", False), ("49.99", "F", False), ("0", "F", False),
    ],
)  # fmt: skip
def test_the_old_levels_begin_at_their_boundary(value, level, passes):
    result = whole(catalogue(2565), value, value, value)
    assert (result.rating, result.computed_rating, result.passes) == (level, level, passes)


@pytest.mark.parametrize(
    ("figures", "level"),
    [
        (("95", "95", "95"), "ผ่านดีเยี่ยม"),
        (("94.99", "100", "100"), "ผ่านดี"),
        (("94.995", "100", "100"), "ผ่านดีเยี่ยม"),
        (("85", "85", "85"), "ผ่านดี"),
        (("84.99", "100", "100"), "ผ่าน"),
        (("84.995", "100", "100"), "ผ่านดี"),
        (("84.99", "84.99", "84.99"), "ต้องปรับปรุง"),
        (("70", "70", "70"), "ต้องปรับปรุง"),
        (("69.99", "69.99", "69.99"), "ต้องปรับปรุงโดยด่วน"),
        (("0", "0", "0"), "ต้องปรับปรุงโดยด่วน"),
    ],
)
def test_the_new_levels_look_at_overall_and_at_each_instrument(figures, level):
    result = whole(catalogue(), *figures)
    assert result.rating == level
    assert result.passes is level.startswith("ผ่าน")


def test_the_rating_looks_at_each_part_and_not_at_their_mean():
    cat = catalogue()
    assert whole(cat, 96, 90, 100, EIT1=96, EIT2=84).rating == "ผ่าน"
    assert whole(cat, 96, 90, 100, EIT1=95, EIT2=85).rating == "ผ่านดี"
    assert whole(cat, 96, 84, 100, EIT1=85, EIT2=85).rating == "ผ่านดี"


def test_with_one_part_known_the_rating_looks_at_it_and_at_the_instrument():
    cat = catalogue()
    assert whole(cat, 96, 90, 100, EIT2=84).rating == "ผ่าน"
    assert whole(cat, 96, 84, 100, EIT1=90).rating == "ผ่าน"
    assert whole(cat, 96, 90, 100, EIT1=90).rating == "ผ่านดี"


def test_computed_parts_are_looked_at_once_every_question_has_them():
    cat = catalogue()
    scores = every(cat, 100) | every(cat, (90, 96, 84), "EIT")
    assert score(cat, assess(cat, scores)).rating == "ผ่าน"
    scores["e9"] = (90, 96, None)
    assert score(cat, assess(cat, scores)).rating == "ผ่านดี"


def test_the_boundary_is_that_of_the_exact_mean_rounded_half_up():
    cat = catalogue(2565)
    exact = whole(cat, "84.99", "84.99", "85.0025")
    assert exact.overall.computed == Decimal("84.995")
    assert exact.rating == "A"
    below = whole(cat, "84.99", "84.99", "85.0024")
    assert below.rating == "B"


def test_repeating_means_that_meet_at_the_boundary_are_rounded_up():
    """Two of the three indicators repeat; a chain of cut decimals falls to 84.99…."""
    cat = catalogue()
    cat = replace(cat, instruments=tuple(replace(i, parts=()) for i in cat.instruments))
    scores = {
        **dict(zip(("e1", "e2", "e3"), ("84.99", "84.99", "85.00"), strict=True)),
        **dict(zip(("e4", "e5", "e6"), ("84.99", "85.00", "85.00"), strict=True)),
        **dict(zip(("e7", "e8", "e9"), ("84.995", "84.995", "84.995"), strict=True)),
    }
    result = score(cat, assess(cat, scores))
    assert result.instruments["EIT"].computed == Decimal("84.995")
    assert shown(result.instruments["EIT"].computed) == 85


def test_no_rating_until_every_indicator_counts():
    cat = catalogue()
    scores = every(cat, 100)
    del scores["i1"]
    missing = score(cat, assess(cat, scores, {"IIT": 100, OVERALL: 100}))
    assert (missing.rating, missing.complete, missing.passes) == (None, False, None)
    assert score(cat, assess(cat, scores, {"1": 100})).rating == "ผ่านดีเยี่ยม"


def test_no_rating_where_a_figure_it_looks_at_is_unknown():
    cat = catalogue()
    empty = replace(
        cat, instruments=(replace(cat.instruments[0], indicators=()), *cat.instruments[1:])
    )
    result = score(empty, assess(empty, every(empty, 100), {OVERALL: 100}))
    assert result.complete
    assert result.computed_rating is None


def test_the_announced_rating_wins_and_the_rules_is_kept():
    cat = catalogue()
    result = score(cat, assess(cat, every(cat, 100), rating="ผ่าน"))
    assert (result.rating, result.computed_rating, result.passes) == ("ผ่าน", "ผ่านดีเยี่ยม", True)
    failed = score(cat, assess(cat, rating="ต้องปรับปรุง"))
    assert (failed.rating, failed.computed_rating, failed.passes) == ("ต้องปรับปรุง", None, False)


def test_an_announced_rating_of_another_rule_neither_passes_nor_fails():
    cat = catalogue()
    assert score(cat, assess(cat, rating="AA")).passes is None


def test_an_announced_overall_decides_the_level():
    cat = catalogue()
    assert score(cat, assess(cat, every(cat, 100), {OVERALL: 94})).rating == "ผ่านดี"
