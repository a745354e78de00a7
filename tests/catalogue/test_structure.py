"""Which question belongs to which indicator and sub-indicator."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadesk.catalogue.reader import parse_catalogue, shipped_body
from itadesk.catalogue.structure import (
    add_sub_indicator,
    remove_sub_indicator,
    set_question_count,
    set_range,
    set_sub_indicator_range,
)
from itadesk.errors import BadCatalogue, BadValue, ItadeskError, NotFound
from itadesk.model.catalogue import Certainty


def catalogue(year=2568):
    return parse_catalogue(shipped_body(year), str(year))


def codes(cat, no):
    return [question.code for question in cat.indicator(no).questions]


def span(cat, no):
    found = codes(cat, no)
    return (found[0], found[-1], len(found)) if found else None


def texts(cat, no):
    return [q.text.text for q in cat.indicator(no).questions]


def subs(cat, no):
    """Sub-indicator → first and last item, in the order of the items."""
    found = {}
    for question in cat.indicator(no).questions:
        first, _ = found.get(question.sub_indicator, (question.code, None))
        found[question.sub_indicator] = (first, question.code)
    return found


# how many questions


def test_more_questions_move_the_later_codes_and_keep_their_texts():
    old = catalogue()
    new = set_question_count(old, 2, 5)
    assert codes(new, 1) == ["i1", "i2", "i3"]
    assert codes(new, 2) == ["i4", "i5", "i6", "i7", "i8"]
    assert codes(new, 3) == ["i9", "i10", "i11"]
    assert codes(new, 5)[-1] == "i17"
    assert texts(new, 2) == [*texts(old, 2), "", ""]
    for no in (1, 3, 4, 5):
        assert texts(new, no) == texts(old, no)
    assert new.instrument("EIT") == old.instrument("EIT")
    assert new.indicator(2).structure_certainty is Certainty.OFFICE


def test_fewer_questions_are_dropped_at_the_end_of_the_indicator():
    old = catalogue()
    new = set_question_count(old, 1, 1)
    assert codes(new, 1) == ["i1"]
    assert codes(new, 2) == ["i2", "i3", "i4"]
    assert texts(new, 2) == texts(old, 2)


def test_an_indicator_may_lose_all_its_questions_and_get_new_ones():
    empty = set_question_count(catalogue(), 2, 0)
    assert codes(empty, 2) == []
    assert codes(empty, 3)[0] == "i4"
    again = set_question_count(empty, 2, 2)
    assert codes(again, 2) == ["i4", "i5"]
    assert texts(again, 2) == ["", ""]


def test_a_year_without_questions_is_filled_indicator_by_indicator():
    cat = catalogue(2569)
    for no in (3, 1, 2, 5, 4):
        cat = set_question_count(cat, no, 3)
    assert [codes(cat, no) for no in range(1, 6)] == [
        [f"i{n}" for n in range(first, first + 3)] for first in (1, 4, 7, 10, 13)
    ]
    assert not any(q.binary for no in range(1, 6) for q in cat.indicator(no).questions)


def test_new_items_are_items_and_join_the_last_sub_indicator():
    cat = set_question_count(catalogue(2566), 9, 32)
    added = cat.indicator(9).questions[-1]
    assert (added.code, added.binary, added.sub_indicator) == ("o32", True, "9.5")
    assert codes(cat, 10)[0] == "o33"
    assert subs(cat, 10)["10.1"] == ("o33", "o40")


def test_new_items_stay_without_a_sub_indicator_where_the_others_have_none():
    cat = set_question_count(catalogue(2567), 10, 12)
    assert subs(cat, 10) == {None: ("o26", "o37")}


def test_the_same_count_only_confirms_the_structure():
    new = set_question_count(catalogue(2567), 9, 25)
    assert codes(new, 9) == codes(catalogue(2567), 9)
    assert new.indicator(9).structure_certainty is Certainty.OFFICE
    assert new.indicator(10).structure_certainty is Certainty.UNVERIFIED


# ranges of indicators


def test_a_range_takes_items_from_its_neighbour():
    new = set_range(catalogue(2567), 9, 1, 23)
    assert span(new, 9) == ("o1", "o23", 23)
    assert span(new, 10) == ("o24", "o35", 12)
    assert new.indicator(9).structure_certainty is Certainty.OFFICE
    assert new.indicator(10).structure_certainty is Certainty.OFFICE
    assert new.question("o24") == catalogue(2567).question("o24")


def test_the_same_boundary_may_be_said_from_either_side():
    one, other = set_range(catalogue(), 9, 1, 22), set_range(catalogue(), 10, 23, 28)
    assert one == other


def test_items_that_come_over_join_the_nearest_sub_indicator():
    new = set_range(catalogue(2566), 9, 1, 28)
    assert subs(new, 10) == {"10.1": ("o29", "o38"), "10.2": ("o39", "o43")}
    back = set_range(catalogue(2566), 9, 1, 33)
    assert subs(back, 9)["9.5"] == ("o27", "o33")
    assert subs(back, 10)["10.1"] == ("o34", "o38")


def test_a_range_in_the_middle_moves_both_boundaries():
    new = set_range(catalogue(), 3, 6, 10)
    assert [span(new, no) for no in (1, 2, 3, 4, 5)] == [
        ("i1", "i3", 3), ("i4", "i5", 2), ("i6", "i10", 5), ("i11", "i12", 2), ("i13", "i15", 3),
    ]  # fmt: skip
    assert new.indicator(1).structure_certainty is Certainty.CERTAIN
    assert new.indicator(2).structure_certainty is Certainty.OFFICE


def test_confirming_a_range_leaves_the_neighbours_unconfirmed():
    new = set_range(catalogue(2567), 9, 1, 25)
    assert new.indicator(9).structure_certainty is Certainty.OFFICE
    assert new.indicator(10).structure_certainty is Certainty.UNVERIFIED


# ranges of sub-indicators


def test_sub_indicators_are_given_their_items_one_after_the_other():
    cat = catalogue(2567)
    assert subs(cat, 9) == {None: ("o1", "o25")}
    for code, first, last in (("9.1", 1, 6), ("9.2", 7, 13), ("9.3", 14, 17), ("9.4", 18, 21)):
        cat = set_sub_indicator_range(cat, code, first, last)
    assert subs(cat, 9) == {
        "9.1": ("o1", "o6"), "9.2": ("o7", "o13"), "9.3": ("o14", "o17"), "9.4": ("o18", "o21"),
        "9.5": ("o22", "o25"),
    }  # fmt: skip
    assert subs(cat, 10) == {None: ("o26", "o35")}


def test_a_sub_indicator_in_the_middle_may_be_given_first():
    cat = set_sub_indicator_range(catalogue(2567), "9.2", 7, 13)
    assert subs(cat, 9) == {"9.1": ("o1", "o6"), "9.2": ("o7", "o13"), "9.3": ("o14", "o25")}


def test_neighbours_give_way_to_a_longer_range():
    cat = set_sub_indicator_range(catalogue(2566), "9.2", 9, 24)
    assert subs(cat, 9) == {
        "9.1": ("o1", "o8"), "9.2": ("o9", "o24"), "9.4": ("o25", "o26"), "9.5": ("o27", "o30"),
    }  # fmt: skip


def test_a_sub_indicator_is_added_without_items():
    cat = add_sub_indicator(catalogue(), 9, "9.1", "ข้อมูลพื้นฐาน")
    assert cat.indicator(9).sub_indicators[0].name.text == "ข้อมูลพื้นฐาน"
    assert subs(cat, 9) == {None: ("o1", "o20")}
    assert subs(set_sub_indicator_range(cat, "9.1", 1, 20), 9) == {"9.1": ("o1", "o20")}


def test_the_items_of_a_removed_sub_indicator_go_to_its_neighbour():
    cat = remove_sub_indicator(catalogue(2566), "9.3")
    assert subs(cat, 9)["9.2"] == ("o11", "o22")
    first = remove_sub_indicator(catalogue(2566), "10.1")
    assert subs(first, 10) == {"10.2": ("o31", "o43")}
    last = remove_sub_indicator(first, "10.2")
    assert subs(last, 10) == {None: ("o31", "o43")}
    assert last.indicator(10).sub_indicators == ()


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        (lambda c: set_question_count(c, 11, 3), NotFound, "ตัวชี้วัดที่ ๑๑"),
        (lambda c: set_question_count(c, 1, -1), BadValue, "๐ ถึง ๕๐๐"),
        (lambda c: set_question_count(c, 1, 501), BadValue, "๐ ถึง ๕๐๐"),
        (lambda c: set_question_count(c, 1, 500), BadCatalogue, "๕๐๐ ข้อ"),
        (lambda c: set_range(c, 9, 2, 30), BadValue, "ตัวชี้วัดที่ ๙ เป็นลำดับแรก.*ข้อ ๑ "),
        (lambda c: set_range(c, 10, 31, 42), BadValue, "ตัวชี้วัดที่ ๑๐ เป็นลำดับสุดท้าย.*ข้อ ๔๓ "),
        (lambda c: set_range(c, 9, 1, 44), BadValue, "๑ ถึง ๔๔"),
        (lambda c: set_range(c, 9, 0, 30), BadValue, "๐ ถึง ๓๐"),
        (lambda c: set_range(c, 10, 31, 30), BadValue, "๓๑ ถึง ๓๐"),
        (lambda c: set_range(c, 12, 1, 2), NotFound, "ตัวชี้วัดที่ ๑๒"),
        (lambda c: set_sub_indicator_range(c, "9.9", 1, 2), NotFound, "๙.๙"),
        (lambda c: set_sub_indicator_range(c, "9.1", 2, 3), BadValue, "๙.๑ เป็นลำดับแรก"),
        (lambda c: set_sub_indicator_range(c, "9.5", 27, 29), BadValue, "๙.๕ เป็นลำดับสุดท้าย"),
        (lambda c: set_sub_indicator_range(c, "9.5", 27, 31), BadValue, "๒๗ ถึง ๓๑"),
        (lambda c: add_sub_indicator(c, 9, "9.1", "ก"), BadCatalogue, "๙.๑ ซ้ำ"),
        (lambda c: add_sub_indicator(c, 9, "10.3", "ก"), BadCatalogue, "๑๐.๓"),
        (lambda c: add_sub_indicator(c, 9, "9.6", " "), BadValue, "๙.๖ ยังว่าง"),
        (lambda c: add_sub_indicator(c, 99, "99.1", "ก"), NotFound, "ตัวชี้วัดที่ ๙๙"),
        (lambda c: remove_sub_indicator(c, "9.9"), NotFound, "๙.๙"),
    ],
)
def test_a_structure_that_cannot_be_is_said_with_the_next_step(change, error, said):
    with pytest.raises(error, match=said) as caught:
        change(catalogue(2566))
    assert "โปรด" in str(caught.value)


EDITS = st.one_of(
    st.tuples(st.just(set_question_count), st.integers(1, 10), st.integers(0, 12)),
    st.tuples(
        st.just(set_range), st.sampled_from([1, 5, 9, 10]), st.integers(1, 45), st.integers(1, 45)
    ),
    st.tuples(
        st.just(set_sub_indicator_range),
        st.sampled_from(["9.1", "9.3", "9.5", "10.1", "10.2"]),
        st.integers(1, 45),
        st.integers(1, 45),
    ),
    st.tuples(st.just(remove_sub_indicator), st.sampled_from(["9.1", "9.2", "10.2"])),
)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([2566, 2567, 2569]), st.lists(EDITS, max_size=8))
def test_any_row_of_edits_leaves_a_catalogue_whose_codes_run_on(year, edits):
    cat = catalogue(year)
    for edit, *arguments in edits:
        before = cat
        try:
            cat = edit(cat, *arguments)
        except ItadeskError:
            cat = before
    for instrument in cat.instruments:
        letter = instrument.code[0].lower()
        found = [q.code for i in instrument.indicators for q in i.questions]
        assert found == [f"{letter}{n}" for n in range(1, len(found) + 1)]
    for indicator in cat.indicators:
        assigned = [q.sub_indicator is not None for q in indicator.questions]
        assert all(assigned) or not any(assigned)
