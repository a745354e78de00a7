"""Tables over pages: heads, cuts, merged cells, and text that stays in its cell."""

from random import Random

import pytest

from itadesk.reports.content import Cell, PageNumbers, Row, Table, VAlign
from tests.reports.pdf.reading import (
    SPACES,
    TEXT,
    borders,
    by_pypdf,
    cell,
    char_boxes,
    frames,
    made,
    pages_of,
    paragraph,
    row,
    squeezed,
    table,
)

LONG = f"{TEXT} " * 8
HEAD = "หัวหนึ่งหัวสองหัวสาม"


def outside(data, page):
    """Characters whose ink leaves the cell frame that holds their middle."""
    cells = frames(data, page)
    found = []
    for char, left, bottom, right, top in char_boxes(data, page):
        middle, height = (left + right) / 2, (bottom + top) / 2
        holding = [
            box for box in cells if box[0] <= middle <= box[2] and box[1] <= height <= box[3]
        ]
        if not any(
            box[0] <= left + 0.3
            and right - 0.3 <= box[2]
            and box[1] <= bottom + 0.3
            and top - 0.3 <= box[3]
            for box in holding
        ):
            found.append((char, left, bottom, right, top))
    return found


def checked_pages(data):
    """The text of each page, after a look at every letter's place."""
    pages = pages_of(data)
    for number in range(len(pages)):
        assert outside(data, number) == []
        for left, bottom, right, top in frames(data, number):
            assert 84 < left < right < 540
            assert 56 < bottom < top < 772
    return [squeezed(page) for page in pages]


def test_the_head_stands_on_every_page():
    pages = checked_pages(made(table(*[row(TEXT, "กลาง", TEXT)] * 12)))
    assert len(pages) > 3
    assert all(page.startswith(HEAD) for page in pages)
    assert "".join(page.removeprefix(HEAD) for page in pages).count("กลาง") == 12


def test_a_cell_longer_than_a_page_goes_on_and_loses_nothing():
    pages = checked_pages(made(table(row("ซ้าย", LONG * 3, "ขวา"))))
    assert len(pages) > 3
    whole = "".join(page.removeprefix(HEAD) for page in pages)
    assert whole.replace("ขวา", "", 1) == "ซ้าย" + squeezed(LONG * 3)


def test_every_part_of_a_cut_row_is_framed():
    data = made(table(row("ซ้าย", LONG * 3, "ขวา")))
    for number in range(len(pages_of(data))):
        body = frames(data, number)[3:]
        assert len(body) == 3
        assert len({(bottom, top) for _, bottom, _, top in body}) == 1


def test_each_border_is_drawn_once():
    data = made(table(row("ก", cell("ข", rowspan=2)), row("ค"), widths=(1, 1), head=()))
    lines = borders(data, 0)
    upright = [line for line in lines if line[0] == line[2]]
    level = [line for line in lines if line[1] == line[3]]
    assert len(upright) == 3
    assert len(level) == 3
    assert sorted(round(abs(x - other)) for x, _, other, _ in level) == [227, 454, 454]


def test_a_tall_merged_cell_flows_beside_its_rows_over_pages():
    rows = [
        row("คำถาม ๑", "๙๐", cell(LONG * 2, rowspan=3)),
        row("คำถาม ๒", "๙๑"),
        row("คำถาม ๓", "๙๒"),
        row("ถัดไป", "๙๓", "จบ"),
    ]
    pages = checked_pages(made(table(*rows, widths=(2, 1, 3))))
    assert len(pages) > 1
    assert all(page.startswith(HEAD) for page in pages)
    assert "คำถาม๓" in pages[0]
    assert pages[-1].endswith("ถัดไป๙๓จบ")
    whole = "".join(page.removeprefix(HEAD) for page in pages)
    for expected in ("คำถาม๑๙๐", "คำถาม๒๙๑", "คำถาม๓๙๒", "ถัดไป๙๓จบ"):
        whole = whole.replace(expected, "", 1)
    assert whole == squeezed(LONG * 2)


def test_the_extra_height_goes_to_the_last_of_the_merged_rows():
    data = made(table(row("ก", cell(TEXT, rowspan=2)), row("ข"), widths=(1, 2), head=()))
    first, merged, last = sorted(frames(data, 0), key=lambda box: (-box[3], box[0]))
    assert first[3] - first[1] < 30 < last[3] - last[1]
    assert merged[3] == first[3]
    assert merged[1] == pytest.approx(last[1], abs=0.01)


def test_a_merged_cell_that_begins_low_is_cut_with_its_rows():
    filler = [row("บน", "บน", "บน")] * 26
    rows = [row("ก", "ข", cell(LONG, rowspan=2)), row(TEXT, "ง")]
    pages = checked_pages(made(table(*filler, *rows)))
    whole = "".join(page.removeprefix(HEAD) for page in pages)
    assert sorted(whole) == sorted("บน" * 78 + "กขง" + squeezed(LONG + TEXT))


def test_cells_merged_across_columns_take_their_width():
    data = made(table(row(cell("รวม", colspan=2), "สาม"), row("ก", "ข", "ค"), head=()))
    widths = sorted(round(box[2] - box[0]) for box in frames(data, 0))
    assert widths == [151, 151, 151, 151, 302]
    checked_pages(data)


def test_a_head_of_two_rows_is_repeated_whole():
    heads = (
        row(cell("รวมบน", colspan=2), cell("ข้าง", rowspan=2)),
        row("ล่างหนึ่ง", "ล่างสอง"),
    )
    made_table = table(*[row(TEXT, TEXT, "ก")] * 9, head=())
    made_table = type(made_table)(made_table.widths, made_table.rows, heads)
    pages = checked_pages(made(made_table))
    assert len(pages) > 1
    assert all(page.startswith("รวมบนข้างล่างหนึ่งล่างสอง") for page in pages)


def test_empty_cells_and_missing_ones_are_framed():
    data = made(table(row("", "", ""), row("ก"), head=()))
    boxes = frames(data, 0)
    assert len(boxes) == 6
    assert all(box[3] - box[1] > 20 for box in boxes)


def test_a_row_with_too_many_cells_is_a_bug():
    with pytest.raises(ValueError, match="more cells"):
        made(table(row("ก", "ข", "ค", "ง")))


@pytest.mark.parametrize(
    "text",
    [
        "กขคงจฉชซฌญ" * 30,
        "ผู้ที่น้ำเปี๊ยะฤๅใช้โต๊ะ" * 14,
        "https://example.go.th/" + "abc-1_2/" * 36,
        "W" * 300,
    ],
)
def test_long_unbroken_text_stays_in_a_narrow_cell(text):
    data = made(table(row(text, "ก", "ข"), widths=(1, 6, 6)), breaker=SPACES)
    pages = checked_pages(data)
    whole = "".join(page.removeprefix(HEAD) for page in pages)
    assert sorted(whole) == sorted(text + "กข")


def test_columns_that_are_asked_too_narrow_still_hold_letters():
    data = made(table(row("แบบ", TEXT, "ฌฌ"), widths=(1, 300, 1), head=()))
    checked_pages(data)


def test_a_heading_stays_with_the_head_and_the_first_lines_of_its_table():
    heading = paragraph("หัวเรื่อง", keep_with_next=True)
    for lines in range(26, 34):
        data = made(*[paragraph("บรรทัด")] * lines, heading, table(row(TEXT, "ก", TEXT)))
        pages = [squeezed(page) for page in pages_of(data)]
        place = next(page for page in pages if "หัวเรื่อง" in page)
        assert f"หัวเรื่อง{HEAD}" in place
        assert "องค์การ" in place


def test_a_row_is_not_cut_to_a_single_line():
    for filler in range(20, 30):
        data = made(table(*[row("บน", "บน", "บน")] * filler, row("ก", "ข", TEXT)))
        for number in range(len(pages_of(data))):
            heights = {round(top - bottom, 1) for _, bottom, _, top in frames(data, number)}
            lines = {round((height - 4) / 21) for height in heights}
            assert min(lines) >= 1
            tops = [box for box in frames(data, number) if box[3] - box[1] > 30]
            assert all(round((box[3] - box[1] - 4) / 21) >= 2 for box in tops)


def test_a_row_that_must_not_be_cut_goes_to_the_next_page():
    for filler in (20, 24, 26):
        last = row("ก", "ข", TEXT, splittable=False)
        pages = [squeezed(page) for page in pages_of(made(table(*[row("บน")] * filler, last)))]
        assert sum(squeezed(TEXT) in page for page in pages) == 1


def test_middle_text_stands_in_the_middle():
    text = cell("กลาง", valign=VAlign.MIDDLE)
    data = made(table(row(text, TEXT), widths=(1, 1), head=()))
    ((_, bottom, _, top), *_) = frames(data, 0)
    middles = [(b + t) / 2 for char, _, b, _, t in char_boxes(data, 0) if char == "ล"][:1]
    assert middles[0] == pytest.approx((bottom + top) / 2, abs=4)


def test_shaded_cells_are_filled_before_they_are_framed():
    from tests.reports.pdf.reading import contents

    drawn = contents(made(table(row(cell("ก", shade=True), "ข"), widths=(1, 1), head=())))[0]
    assert drawn.index("0.92 g") < drawn.index(" 0.5 w")
    assert drawn.split("0.92 g")[1].split("f 0 g")[0].count(" re") == 1


def test_landscape_tables_carry_title_and_head_on_every_page():
    data = made(
        table(*[row(TEXT, "กลาง", TEXT)] * 9),
        landscape=True,
        left=2.0,
        running=(paragraph("ชื่อแบบรายงาน"), paragraph("รอบ ๖ เดือน")),
        page_numbers=PageNumbers.DASHED,
    )
    pages = [squeezed(page) for page in pages_of(data)]
    assert len(pages) > 2
    for number, page in enumerate(pages):
        title = page.replace(f"-{'๐๑๒๓๔๕๖๗๘๙'[number + 1]}-", "") if number else page
        assert title.startswith(f"ชื่อแบบรายงานรอบ๖เดือน{HEAD}")
        assert outside_running(data, number) == []


def outside_running(data, page):
    top = max(box[3] for box in frames(data, page))
    return [one for one in outside(data, page) if one[2] < top]


def test_an_over_long_head_does_not_swallow_the_page():
    data = made(table(row("ก", "ข"), head=(LONG * 2, "ข"), widths=(1, 1)))
    pages = [squeezed(page) for page in pages_of(data)]
    assert pages[-1].endswith("กข")
    assert "".join(pages).count("องค์การ") == LONG.count("องค์การ") * 2


def random_table(source):
    """A table of any shape, with cells merged both ways."""
    columns, count = source.randint(1, 5), source.randint(1, 9)
    free = [[True] * columns for _ in range(count)]
    rows = []
    for index in range(count):
        cells = []
        for column in range(columns):
            if free[index][column]:
                cells.append(random_cell(source, free, index, column))
        rows.append(Row(tuple(cells), splittable=source.random() < 0.8))
    widths = tuple(source.choice((1, 2, 4)) for _ in range(columns))
    return Table(widths, tuple(rows), ())


def random_cell(source, free, index, column):
    down = min(source.choice((1, 1, 1, 2, 4)), len(free) - index)
    across = 1 + (source.random() < 0.2 and column + 1 < len(free[0]) and free[index][column + 1])
    for covered in free[index : index + down]:
        covered[column : column + across] = [False] * across
    text = source.choice(("", "ก", "เกาะแก้ว", TEXT[:90], TEXT, LONG))
    return cell(text, rowspan=down, colspan=across, valign=source.choice(list(VAlign)))


@pytest.mark.parametrize("seed", range(12))
def test_tables_of_any_shape_keep_every_letter_in_its_cell(seed):
    source = Random(seed)
    grid = random_table(source)
    data = made(*[paragraph("๙")] * source.randint(0, 32), grid)
    texts = [block.text for line in grid.rows for one in line.cells for block in one.blocks]
    assert sorted(squeezed(by_pypdf(data)).replace("๙", "")) == sorted(squeezed("".join(texts)))
    for number in range(len(data.pages)):
        assert [one for one in outside(data, number) if one[0] != "๙"] == []
        assert all(bottom > 56 and top < 772 for _, bottom, _, top in frames(data, number))


def kept(*texts):
    return Row(tuple(Cell((paragraph(text, style="cell", keep_with_next=True),)) for text in texts))


@pytest.mark.parametrize("last", ["ก", TEXT, f"{TEXT} {TEXT}"])
def test_the_last_row_goes_along_with_a_signature_that_the_page_has_no_room_for(last):
    signed = [paragraph("ลงนาม", keep_with_next=True), paragraph("ตำแหน่ง")]
    seen = set()
    for lines in range(12, 32):
        data = made(table(*[row("บน", "บน", "บน")] * lines, kept("ข", last, "ข")), *signed)
        pages = checked_texts(data)
        seen.add(len(pages))
        above, found, _ = pages[-1].partition("ลงนาม")
        assert found
        assert above.removeprefix(HEAD), f"only the head stands above the signature, {lines} rows"
        whole = "".join(page.removeprefix(HEAD) for page in pages)
        assert sorted(whole) == sorted("บน" * 3 * lines + "ขข" + squeezed(last) + "ลงนามตำแหน่ง")
    assert len(seen) == 2


def checked_texts(data):
    pages = [squeezed(page) for page in pages_of(data)]
    assert all(bottom > 56 for page in range(len(pages)) for _, bottom, *_ in frames(data, page))
    return pages


def test_a_row_that_is_not_kept_stays_though_a_heading_follows():
    heading = paragraph("หัวเรื่อง", keep_with_next=True)
    full = next(n for n in range(20, 40) if len(pages_of(made(table(*[row("บน")] * n)))) > 1) - 1
    pages = checked_texts(made(table(*[row("บน")] * full), heading, paragraph("เนื้อความ")))
    assert pages[-1] == "หัวเรื่องเนื้อความ"


def test_a_table_of_one_row_is_not_parted_from_its_head_to_stay_with_a_signature():
    signed = [paragraph("ลงนาม", keep_with_next=True), paragraph("ตำแหน่ง")]
    for lines in range(24, 36):
        one = table(kept("ก", TEXT, "ข"))
        pages = checked_texts(made(*[paragraph("บรรทัด")] * lines, one, *signed))
        page = next(page for page in pages if "ลงนาม" in page)
        assert HEAD + "ก" in page
