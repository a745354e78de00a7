"""Bars: as long as their scores, all texts readable, whole on a page or broken between rows."""

import re
from dataclasses import replace

from itadesk.reports.content import Bar, Bars, Gap, PageBreak
from tests.reports.pdf.reading import cell, made, pages_of, paragraph, row, table


def bar(name, value, weight=0.5):
    note = "-" if value is None else f"{value:.2f}"
    return Bar(paragraph(name), value, paragraph(note), weight)


def boxes(page):
    """(grey, x, width) of every filled box, from the top down."""
    found = re.findall(r"q (\S+) g (\S+) (\S+) (\S+) (\S+) re f Q", page.content().decode())
    return [(float(grey), float(x), float(width)) for grey, x, _, width, _ in found]


def test_a_bar_is_as_long_as_its_score():
    page = made(Bars((bar("เต็ม", 100.0), bar("ครึ่ง", 50.0, 0.9)))).pages[0]
    track, full, again, half = boxes(page)
    assert track[1:] == full[1:] == again[1:]
    assert half[1] == full[1]
    assert abs(half[2] - full[2] / 2) < 0.01
    assert half[0] < full[0] < track[0]


def test_a_missing_score_has_no_bar_and_one_out_of_range_stays_inside():
    page = made(Bars((bar("ว่าง", None), bar("เกิน", 120.0), bar("ต่ำ", -3.0)))).pages[0]
    widths = [width for _, _, width in boxes(page)]
    assert len(widths) == 5
    assert widths[2] == widths[0]
    assert widths[4] == 0


def test_the_mark_stands_at_its_score():
    page = made(Bars((bar("หนึ่ง", 90.0),), mark=85.0)).pages[0]
    track = boxes(page)[0]
    x = float(re.search(r"\[3 2\] 0 d (\S+) ", page.content().decode())[1])
    assert abs(x - (track[1] + track[2] * 0.85)) < 0.01
    assert "[3 2]" not in made(Bars((bar("หนึ่ง", 90.0),))).pages[0].content().decode()


def test_labels_and_notes_can_be_read():
    (text,) = pages_of(made(Bars((bar("การปฏิบัติหน้าที่", 97.92), bar("น้ำใจ", None)))))
    assert "การปฏิบัติหน้าที่" in text
    assert "97.92" in text
    assert "น้ำใจ" in text


def test_a_chart_that_does_not_fit_begins_on_a_new_page_with_its_heading():
    chart = Bars(tuple(bar(f"ข้อ {n}", 90.0) for n in range(10)))
    heading = paragraph("หัวเรื่อง", keep_with_next=True)
    pdf = made(paragraph("ก่อน"), Gap(480), heading, chart)
    first, second = pages_of(pdf)
    assert "หัวเรื่อง" not in first
    assert "หัวเรื่อง" in second
    assert len(boxes(pdf.pages[1])) == 20


def test_a_chart_longer_than_a_page_goes_on_between_rows():
    pdf = made(paragraph("ก่อน"), Bars(tuple(bar(f"ข้อ {n}", 90.0) for n in range(60)), mark=85.0))
    counts = [len(boxes(page)) for page in pdf.pages]
    assert sum(counts) == 120
    assert all(count % 2 == 0 for count in counts)
    assert all(page.content().decode().count("[3 2]") == bool(boxes(page)) for page in pdf.pages)


def test_a_table_that_is_to_stay_together_moves_as_a_whole():
    rows = [row(f"แถว {n}", "ข", "ค") for n in range(6)]
    loose = made(paragraph("ก่อน"), Gap(560), table(*rows))
    kept = made(paragraph("ก่อน"), Gap(560), replace(table(*rows), together=True))
    assert "แถว 0" in pages_of(loose)[0]
    first, second = pages_of(kept)
    assert "แถว" not in first
    assert "แถว 5" in second
    longer = replace(table(*(row(f"แถว {n}", "ข", "ค") for n in range(60))), together=True)
    assert "แถว 0" in pages_of(made(paragraph("ก่อน"), longer))[0]


def test_a_short_text_can_stand_again_on_every_page_of_its_cell():
    high = "\n".join(f"บรรทัด {n}" for n in range(60))
    for again in (True, False):
        named = replace(cell("ป้าย", rowspan=2), again=again)
        pdf = made(table(row(named, high, "ก"), row("ข", "ค")))
        assert ["ป้าย" in text for text in pages_of(pdf)] == [True, again]


def test_lines_above_the_running_ones_stand_on_the_first_page_only():
    pdf = made(
        paragraph("หนึ่ง"),
        PageBreak(),
        paragraph("สอง"),
        running=(paragraph("ชื่อแบบ"),),
        opening=(paragraph("เหนือชื่อ"),),
    )
    first, second = pages_of(pdf)
    assert first.index("เหนือชื่อ") < first.index("ชื่อแบบ") < first.index("หนึ่ง")
    assert "เหนือชื่อ" not in second
    assert "ชื่อแบบ" in second
