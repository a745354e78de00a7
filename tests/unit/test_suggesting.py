"""What fits best stands first, and what fits nothing is left out."""

from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.suggesting import Asked, Origin, Suggestion, ranked

ASKED = Asked(frozenset({"i2"}), frozenset({1}), "เจ้าหน้าที่ให้บริการอย่างเท่าเทียมกันมากน้อยเพียงใด")


def library(text, uses=0, **where):
    return Suggestion(
        text, Origin.LIBRARY, phrase=Phrase(PhraseKind.CAUSE, text, uses=uses), **where
    )


def texts(*found):
    return [each.text for each in ranked(found, ASKED)]


def test_the_same_question_goes_before_its_indicator_and_that_before_words():
    question = library("ก", codes=frozenset({"i2"}), about="i2")
    indicator = library("ข", codes=frozenset({"i1"}), indicators=frozenset({1}), about="i1")
    words = library("ให้บริการอย่างเท่าเทียมกันมากน้อยเพียงใด", indicators=frozenset({6}), about="e2")
    assert texts(words, indicator, question) == [question.text, indicator.text, words.text]


def test_what_is_about_another_question_is_left_out():
    assert texts(library("ระบบควบคุมพัสดุ", indicators=frozenset({4}), about="i12")) == []


def test_a_phrase_about_nothing_in_particular_fits_anywhere_but_last():
    near = library("ข", indicators=frozenset({1}), about="i1")
    assert texts(library("ก", uses=9), near) == ["ข", "ก"]


def test_what_was_used_more_often_goes_before():
    assert texts(library("ก", uses=1), library("ข", uses=2)) == ["ข", "ก"]


def test_examples_come_after_all_of_the_offices_own():
    example = Suggestion("ตัวอย่าง", Origin.PROGRAM, codes=frozenset({"i2"}))
    assert texts(example, library("ของเรา")) == ["ของเรา", "ตัวอย่าง"]


def test_a_text_found_twice_is_named_once_by_the_better_of_the_two():
    earlier = Suggestion("คำ เดียวกัน", Origin.EARLIER, indicators=frozenset({1}), year=2567)
    kept = library("คำเดียวกัน", codes=frozenset({"i2"}), about="i2")
    assert [each.origin for each in ranked((earlier, kept), ASKED)] == [Origin.LIBRARY]


def test_the_later_year_goes_before():
    old, new = (
        Suggestion(f"ปี {year}", Origin.EARLIER, codes=frozenset({"i2"}), year=year)
        for year in (2566, 2567)
    )
    assert texts(old, new) == ["ปี 2567", "ปี 2566"]
