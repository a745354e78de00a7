"""Tables of other programs on the clipboard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from itadesk.exchange.clipped import as_table, read_table

CELLS = st.text("กา่๑1.,<>&\"' ", max_size=6).map(lambda text: " ".join(text.split()))


def test_a_cell_over_rows_and_columns_keeps_the_others_in_place():
    html = (
        "<table><tr><td rowspan=2>ตัวชี้วัดที่ ๑</td><td>i1</td><td>95</td></tr>"
        "<tr><td>i2</td><td>96</td></tr><tr><td colspan=2>รวม</td><td>95.5</td></tr></table>"
    )
    assert read_table(html) == (
        ("ตัวชี้วัดที่ ๑", "i1", "95"),
        ("", "i2", "96"),
        ("รวม", "", "95.5"),
    )


def test_lines_of_a_cell_stay_and_white_space_of_the_source_goes():
    html = "<table>\n<tr>\n<td>\n <p>ข้อ&nbsp;i1\n  ต่อ</p><p>สอง</p></td>\n</tr></table>"
    assert read_table(html) == (("ข้อ\xa0i1 ต่อ\nสอง",),)


def test_tables_come_one_after_another_and_cells_need_no_end():
    assert read_table("<table><tr><td>1<td>2</table><table><tr><td>3</table>") == (
        ("1", "2"),
        ("3",),
    )


def test_the_number_behind_hashes_is_taken_and_no_other():
    html = '<table><tr><td x:num="98.754">98.75<td x:num="97.5">#####</table>'
    assert read_table(html) == (("98.75", "97.5"),)


def test_what_is_no_table_gives_no_rows():
    assert read_table("<p>ข้อความ</p>") == ()
    assert read_table("<td>ไม่มีแถว") == ()


def test_a_wild_span_is_taken_for_one():
    assert read_table("<table><tr><td rowspan=999999999>1<td>2<tr><td>3</table>") == (
        ("1", "2"),
        ("3",),
    )


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_what_is_written_is_read_back(rows):
    assert read_table(as_table(rows)) == tuple(map(tuple, rows))
