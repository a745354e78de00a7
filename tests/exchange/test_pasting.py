"""Scores that are pasted find their questions, and none is lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadesk.catalogue.reader import parse_catalogue, shipped_body
from itadesk.errors import NotFound
from itadesk.exchange.pasting import PastedScore, match_pasted, read_pasted

CATALOGUES = {year: parse_catalogue(shipped_body(year), str(year)) for year in (2566, 2568)}
CATALOGUE = CATALOGUES[2568]
TEXTS = {question.code: question.text.text for question in CATALOGUE.questions}


def matched(text, start=None, part=0):
    return match_pasted(CATALOGUE, read_pasted(text), start, part)


def values(found):
    assert not [one for one in found if one.problem]
    return {(one.code, one.part): one.value for one in found}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a", (("a",),)),
        ("", ()),
        ("a\n\nb\n", (("a",), ("",), ("b",))),
        ("a\t\nb\t", (("a", ""), ("b", ""))),
        ('"ก\nข"\t1\r\n', (("ก\nข", "1"),)),
        ('"พูดว่า ""ดี""\nมาก"', (('พูดว่า "ดี"\nมาก',),)),
        ('"ก\tข"\t2', (("ก\tข", "2"),)),
        ('5"\t6', (('5"', "6"),)),
        ('"ไม่ปิด\tข\nค', (('"ไม่ปิด', "ข"), ("ค",))),
    ],
)
def test_the_clipboard_of_excel_is_read(text, rows):
    assert read_pasted(text) == rows


cells = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=6)


@given(st.lists(st.lists(cells, min_size=1, max_size=3), max_size=4))
def test_any_table_survives_the_clipboard(rows):
    def quoted(cell):
        return '"' + cell.replace('"', '""') + '"' if set(cell) & set('\t\n"') else cell

    text = "".join("\t".join(map(quoted, row)) + "\r\n" for row in rows)
    assert read_pasted(text) == tuple(map(tuple, rows))


def test_a_plain_column_lands_downwards_in_the_order_of_the_catalogue():
    found = matched("๙๙.๓๘\n95\n\n90.5\n", start="i14")
    assert values(found) == {
        ("i14", 0): Decimal("99.38"),
        ("i15", 0): Decimal(95),
        ("e2", 0): Decimal("90.5"),
    }


def test_a_heading_over_the_column_is_skipped():
    assert values(matched("คะแนน\n95\n96", start="i1")) == {("i1", 0): 95, ("i2", 0): 96}


def test_columns_go_to_the_parts():
    found = matched("90\t80\t100\n\t70", start="e1")
    assert values(found) == {("e1", 0): 90, ("e1", 1): 80, ("e1", 2): 100, ("e2", 1): 70}
    assert values(matched("80\t90", start="e1", part=1)) == {("e1", 1): 80, ("e1", 2): 90}


def test_a_column_past_the_parts_comes_back_with_a_problem():
    found = matched("80\t90", start="e1", part=2)
    assert [(one.part, bool(one.problem)) for one in found] == [(2, False), (3, True)]


def test_a_part_where_there_is_none_comes_back_with_a_problem():
    (one,) = matched("80", start="i1", part=1)
    assert one.value is None
    assert "ไม่แยกคะแนน" in one.problem


@pytest.mark.parametrize("raw", ["95,5", "100.01", "-1", "ดี", "#N/A", "95%"])
def test_a_bad_value_comes_back_with_its_sentence(raw):
    found = matched(f"90\n{raw}\n91", start="i1")
    assert [one.code for one in found] == ["i1", "i2", "i3"]
    assert (found[1].raw, found[1].value) == (raw, None)
    assert found[1].problem.startswith("คะแนนข้อ i๒ ")


def test_more_rows_than_questions_come_back_with_a_problem():
    last = list(TEXTS)[-1]
    found = matched("100\n0\n100", start=last)
    assert found[0] == PastedScore(last, 0, Decimal(100), "100")
    assert [one.code for one in found[1:]] == ["", ""]
    assert all("มากกว่าจำนวนข้อ" in one.problem for one in found[1:])


def test_an_unknown_first_cell_is_refused():
    with pytest.raises(NotFound):
        matched("90", start="i99")


def test_a_table_with_codes_goes_to_its_codes_whatever_the_start():
    found = matched("ข้อ\tคะแนน\ni๓\t๙๓\nE2\t82\n๐๑๒\t100\n", start="i1")
    assert values(found) == {("i3", 0): 93, ("e2", 0): 82, ("o12", 0): 100}


def test_heads_say_which_column_is_which_part():
    text = "ลำดับ\tข้อ\tคะแนนส่วนที่ 2\tคะแนน\n1\te1\t70\t80\n2\te2\t71\t81"
    assert values(matched(text)) == {
        ("e1", 2): 70,
        ("e1", 0): 80,
        ("e2", 2): 71,
        ("e2", 0): 81,
    }


def test_our_own_sheet_can_be_pasted():
    head = "แบบวัด\tตัวชี้วัดที่\tข้อ\tข้อคำถาม\tคะแนน\tคะแนนส่วนที่ ๑\tคะแนนส่วนที่ ๒"
    text = f"{head}\nIIT\t1\ti1\t{TEXTS['i1']}\t99\t\t\nEIT\t6\te1\t{TEXTS['e1']}\t\t80\t90"
    assert values(matched(text)) == {("i1", 0): 99, ("e1", 1): 80, ("e1", 2): 90}


def test_question_texts_of_the_result_page_find_their_questions():
    one, two = TEXTS["i2"], TEXTS["e5"]
    text = (
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\t99.79\n"
        f"1. {one.replace(' ', '')}\t99.38\n"
        f"ประเด็นข้อคำถาม\tคะแนน\n{two[:-2]} ๆ\t๙๕.๒๙\n"
    )
    assert values(matched(text)) == {("i2", 0): Decimal("99.38"), ("e5", 0): Decimal("95.29")}


def test_a_text_that_fits_no_question_is_not_lost():
    text = f"{TEXTS['i1']}\t99\nข้อความเรื่องข้อมูลที่ไม่มีในแบบวัดใดเลย\t88\n\t77"
    found = matched(text)
    assert [(one.code, one.raw) for one in found] == [("i1", "99"), ("", "88"), ("", "77")]
    assert "ไม่พบข้อคำถาม" in found[1].problem
    assert found[2].problem


def test_a_question_pasted_twice_is_taken_once():
    first, second = matched("i1\t90\ni1\t91")
    assert (first.value, first.problem) == (90, None)
    assert second.value is None
    assert "มากกว่าหนึ่งแถว" in second.problem


@pytest.mark.parametrize("catalogue", CATALOGUES.values(), ids=CATALOGUES)
def test_every_known_question_finds_itself_by_its_text(catalogue):
    known = [q for q in catalogue.questions if q.text.known]
    squeezed = [q.text.text.replace(" ", "") for q in known]
    rows = [(text, "100") for text in squeezed]
    found = match_pasted(catalogue, rows, None)
    assert [(one.code, one.problem) for one in found] == [(q.code, None) for q in known]
