"""What an office changes in a year's catalogue: texts, names, weights, levels, issues."""

from dataclasses import replace
from decimal import Decimal

import pytest

from itadesk.catalogue.editing import (
    set_indicator_name,
    set_issues,
    set_issues_of,
    set_levels,
    set_question_text,
    set_sub_indicator_name,
    set_weights,
    with_filled_texts,
)
from itadesk.catalogue.reader import parse_catalogue, shipped_body, shipped_years, to_body
from itadesk.errors import BadCatalogue, BadValue, NotFound
from itadesk.model.catalogue import Certainty, Issue, Level, Sourced


def catalogue(year=2568):
    return parse_catalogue(shipped_body(year), str(year))


def level(name, overall, each=None, passes=True):
    return Level(name, Decimal(overall), None if each is None else Decimal(each), passes)


def same_but_for_the_id(one, other):
    return replace(one, id="") == replace(other, id="")


# texts and names


def test_the_offices_text_is_confirmed_and_keeps_what_stood_there():
    before = catalogue().question("o5").text
    assert before.text == ""
    proposed = before.candidates[0]
    changed = set_question_text(catalogue(), "o5", f" {proposed}\n")
    text = changed.question("o5").text
    assert (text.text, text.certainty) == (proposed, Certainty.OFFICE)
    assert text.confirmed
    again = set_question_text(changed, "o5", "อีกชื่อ").question("o5").text
    assert again.candidates == (proposed,)
    assert changed.id == "urn:itadesk:catalogue:2568:office"


def test_an_empty_text_makes_a_question_unknown_again():
    text = set_question_text(catalogue(), "i1", "  ").question("i1").text
    assert text.text == ""
    assert text.candidates == (catalogue().question("i1").text.text,)
    assert text.certainty is Certainty.UNVERIFIED
    unknown = set_question_text(catalogue(2569), "o6", "").question("o6").text
    assert unknown == Sourced("")


def test_only_the_question_named_changes():
    old, new = catalogue(), set_question_text(catalogue(), "e3", "ข้อความ")
    changed = [a.code for a, b in zip(old.questions, new.questions, strict=True) if a != b]
    assert changed == ["e3"]


def test_the_office_chooses_between_the_names_of_an_indicator():
    old = catalogue().indicator(8).name
    new = set_indicator_name(catalogue(), 8, old.candidates[0]).indicator(8).name
    assert new.text == old.candidates[0]
    assert new.candidates == (old.text,)
    back = set_indicator_name(set_indicator_name(catalogue(), 8, new.text), 8, old.text)
    assert back.indicator(8).name.candidates == old.candidates


def test_a_sub_indicator_is_named():
    new = set_sub_indicator_name(catalogue(2567), "10.2", "ชื่อใหม่")
    assert [sub.name.text for sub in new.indicator(10).sub_indicators][1] == "ชื่อใหม่"
    assert new.indicator(9) == catalogue(2567).indicator(9)


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        (lambda c: set_question_text(c, "o29", "ก"), NotFound, "ข้อ o๒๙"),
        (lambda c: set_question_text(c, "o1", "ก" * 5001), BadValue, "ข้อ o๑ยาวเกิน ๕๐๐๐"),
        (lambda c: set_indicator_name(c, 11, "ก"), NotFound, "ตัวชี้วัดที่ ๑๑"),
        (lambda c: set_indicator_name(c, 1, " "), BadValue, "ตัวชี้วัดที่ ๑ยังว่าง"),
        (lambda c: set_sub_indicator_name(c, "9.1", "ก"), NotFound, "ตัวชี้วัดย่อย ๙.๑"),
        (lambda c: set_weights(c, {"XIT": Decimal(1)}), NotFound, "แบบวัด XIT"),
        (lambda c: set_weights(c, {"IIT": Decimal(29)}), BadCatalogue, "๙๙.*๑๐๐"),
        (lambda c: set_weights(c, {"IIT": Decimal(101)}), BadValue, "น้ำหนักของ IIT"),
        (lambda c: set_weights(c, {"IIT": Decimal(-1)}), BadValue, "น้ำหนักของ IIT"),
        (lambda c: set_weights(c, {"IIT": Decimal("NaN")}), BadValue, "น้ำหนักของ IIT"),
        (lambda c: set_weights(c, {"IIT": Decimal("33.333")}), BadValue, "ทศนิยม"),
        (lambda c: set_levels(c, []), BadCatalogue, "๐ คะแนน"),
        (lambda c: set_levels(c, [level("", 0)]), BadValue, "ชื่อระดับ"),
        (lambda c: set_levels(c, [level("ก", 101)]), BadValue, "ระดับ “ก”"),
        (lambda c: set_levels(c, [level("ก", 90, 101), level("ข", 0)]), BadValue, "รายแบบวัด.*“ก”"),
        (lambda c: set_levels(c, [level("ก", 0), level("ข", 0)]), BadCatalogue, "“ก”.*“ข”"),
        (lambda c: set_issues_of(c, "i1", [1]), BadCatalogue, "ประเด็นที่ ๑"),
        (lambda c: set_issues(c, [Issue(1, "")]), BadValue, "ชื่อประเด็น"),
        (lambda c: set_issues(c, [Issue(1, "ก"), Issue(1, "ข")]), BadCatalogue, "ประเด็นที่ ๑"),
    ],
)
def test_a_change_that_cannot_be_made_is_said_with_the_next_step(change, error, said):
    with pytest.raises(error, match=said) as caught:
        change(catalogue())
    assert "โปรด" in str(caught.value)


# texts filled in beside a catalogue


def test_filled_texts_take_their_places():
    filled = with_filled_texts(
        catalogue(2567),
        {"o4": "ก", "indicator:8": "ข", "sub:9.1": "ค", "instrument:OIT": "ง", "i1": ""},
    )
    assert filled.question("o4").text.text == "ก"
    assert filled.question("o4").text.certainty is Certainty.OFFICE
    assert filled.indicator(8).name.text == "ข"
    assert filled.indicator(8).name.candidates[0] == catalogue(2567).indicator(8).name.text
    assert filled.indicator(9).sub_indicators[0].name.text == "ค"
    assert filled.instrument("OIT").name.text == "ง"
    assert filled.question("i1") == catalogue(2567).question("i1")
    assert filled.id == catalogue(2567).id


def test_no_filled_text_leaves_the_very_same_catalogue():
    made = catalogue()
    assert with_filled_texts(made, {}) is made
    assert with_filled_texts(made, {"o5": ""}) is made


def test_a_filled_text_for_a_place_that_is_gone_is_passed_over():
    assert with_filled_texts(catalogue(), {"o99": "ก", "sub:9.9": "ก"}) == catalogue()


def test_a_filled_text_confirms_what_was_unverified():
    text = catalogue(2569).question("o11").text
    assert text.known
    assert not text.confirmed
    filled = with_filled_texts(catalogue(2569), {"o11": text.text}).question("o11").text
    assert filled.confirmed
    assert filled.candidates == text.candidates


# weights, levels, issues


def test_weights_are_changed_together_and_confirmed():
    new = set_weights(catalogue(), {"IIT": Decimal("33.33"), "EIT": Decimal("33.33"),
                                    "OIT": Decimal("33.34")})  # fmt: skip
    assert [i.weight for i in new.instruments] == [Decimal("33.33")] * 2 + [Decimal("33.34")]
    assert {i.weight_certainty for i in new.instruments} == {Certainty.OFFICE}


def test_a_weight_may_be_unknown_and_then_the_others_need_not_add_up():
    new = set_weights(catalogue(), {"IIT": None, "EIT": Decimal(10)})
    assert [i.weight for i in new.instruments] == [None, 10, 40]
    assert new.instruments[0].weight_certainty is Certainty.UNKNOWN
    assert new.instruments[2].weight_certainty is Certainty.LIKELY


def test_levels_are_the_offices_own():
    levels = (level("ดี", 90, 80), level("พอใช้", 90), level("ไม่ผ่าน", 0, passes=False))
    new = set_levels(catalogue(), levels)
    assert new.rating.levels == levels
    assert new.rating.certainty is Certainty.OFFICE


def test_issues_are_listed_and_given_to_questions():
    listed = set_issues(catalogue(), [Issue(1, "หนึ่ง"), Issue(2, "สอง")])
    given = set_issues_of(listed, "i1", [2, 1, 2])
    assert given.question("i1").issues == (1, 2)
    fewer = set_issues(given, [Issue(2, "สอง")])
    assert fewer.question("i1").issues == (2,)


@pytest.mark.parametrize("year", shipped_years())
def test_every_edited_catalogue_can_be_written_and_read_again(year):
    made = catalogue(year)
    made = set_question_text(made, next(made.questions).code, "ข้อความของหน่วยงาน")
    made = set_indicator_name(made, 4, "ชื่อของหน่วยงาน")
    made = set_weights(made, {"IIT": Decimal("12.5"), "EIT": Decimal("47.5")})
    assert parse_catalogue(to_body(made), "x") == made
    assert not same_but_for_the_id(made, catalogue(year))
