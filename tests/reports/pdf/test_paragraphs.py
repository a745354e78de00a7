"""Lines of paragraphs, their justification, and how they stand on pages."""

import pytest

from itadesk.reports.content import Align, Gap, PageBreak, Paragraph, Run
from itadesk.reports.pdf import render
from tests.reports.pdf.reading import (
    SPACES,
    TEXT,
    char_boxes,
    contents,
    document,
    inks,
    made,
    pages_of,
    paragraph,
    row,
    squeezed,
    table,
)

OVERHANG = 1.3  # the ink of some letters and marks is a little wider than their advance
LEFT, RIGHT, TOP, BOTTOM = 85.04, 538.58, 771.0, 56.7


def lines_of(data, page=0):
    """(leftmost, rightmost) ink of each line by falling height; a line is 21 pt high."""
    lines = {}
    for _, left, bottom, right, _ in char_boxes(data, page):
        lines.setdefault(round((TOP - bottom) // 21), []).append((left, right))
    return [
        (min(left for left, _ in lines[key]), max(right for _, right in lines[key]))
        for key in sorted(lines)
    ]


@pytest.mark.parametrize("align", list(Align))
@pytest.mark.parametrize("breaker", [None, SPACES], ids=["words", "spaces"])
def test_nothing_leaves_the_margins(align, breaker):
    data = made(*[paragraph(TEXT * 2, align=align, first=2.5, before=6)] * 12, breaker=breaker)
    pages = pages_of(data)
    assert len(pages) > 1
    for number in range(len(pages)):
        for char, left, bottom, right, top in char_boxes(data, number):
            assert left > LEFT - OVERHANG, char
            assert right < RIGHT + OVERHANG, char
            assert top < TOP, char
            assert bottom > BOTTOM - 0.5, char


def test_justified_lines_end_at_the_margin_and_the_last_one_does_not():
    *full, last = lines_of(made(paragraph(TEXT, align=Align.THAI, first=2.5)))
    assert len(full) > 3
    assert all(right == pytest.approx(RIGHT, abs=1.5) for _, right in full)
    assert last[1] < RIGHT - 20


def test_the_first_line_is_indented():
    first, second, *_ = lines_of(made(paragraph(TEXT, first=2.5)))
    assert first[0] - second[0] == pytest.approx(70.9, abs=1.5)


@pytest.mark.parametrize(("align", "edge"), [(Align.RIGHT, RIGHT), (Align.CENTRE, 311.8)])
def test_text_is_aligned(align, edge):
    ((left, right),) = lines_of(made(paragraph("กลาง", align=align)))
    place = right if align is Align.RIGHT else (left + right) / 2
    assert place == pytest.approx(edge, abs=1.5)


def test_the_lines_of_a_numbered_item_hang_below_its_words():
    text = f"๑. {TEXT}\n๒. สั้น\n- {TEXT}"
    lines = lines_of(made(paragraph(text, hang=1.0)))
    starts = [round(left - LEFT) for left, _ in lines]
    assert sum(start < 5 for start in starts) == 3
    assert {start for start in starts if start >= 5} <= {28, 29, 30}
    assert all(right < RIGHT + 0.5 for _, right in lines)


def test_the_words_after_a_number_begin_where_the_lines_below_hang():
    data = made(paragraph(f"๑. {TEXT}", hang=1.0, align=Align.THAI))
    first = min(left for char, left, *_ in char_boxes(data, 0) if char == "อ")
    assert first == pytest.approx(LEFT + 28.35, abs=1.5)


def test_a_forced_line_end_is_kept():
    assert len(lines_of(made(paragraph("หนึ่ง\nสอง\nสาม")))) == 3


def test_a_last_line_of_one_short_word_gets_company():
    for repeat in range(40, 120):
        data = made(paragraph("กขคง จฉช " * (repeat // 2) + "จบ"), breaker=SPACES)
        *_, (left, right) = lines_of(data)
        assert right - left > 20


def test_two_lines_at_least_stand_on_each_page():
    for filler in range(26, 36):
        data = made(*[paragraph("บรรทัด")] * filler, paragraph(TEXT * 2))
        for number, page in enumerate(pages_of(data)):
            own = squeezed(page).replace("บรรทัด", "")
            if own:
                boxes = char_boxes(data, number)
                whole = len({round((TOP - bottom) // 21) for _, _, bottom, _, _ in boxes})
                assert whole - page.count("บรรทัด") >= 2


def test_a_chain_of_kept_paragraphs_moves_together():
    signature = [paragraph(text, keep_with_next=True) for text in ("ขอแสดงความนับถือ", "(ชื่อ)")]
    for filler in range(28, 36):
        data = made(*[paragraph("บรรทัด")] * filler, *signature, paragraph("ตำแหน่ง"))
        assert any("ขอแสดงความนับถือ(ชื่อ)ตำแหน่ง" in squeezed(page) for page in pages_of(data))


def test_a_chain_longer_than_a_page_is_printed_all_the_same():
    data = made(*[paragraph(f"ข้อ {i}", keep_with_next=True) for i in range(100)])
    assert squeezed("".join(pages_of(data))) == "".join(f"ข้อ{i}" for i in range(100))


def test_a_gap_moves_what_follows_and_vanishes_at_the_top_of_a_page():
    data = made(paragraph("ก"), Gap(50), paragraph("ข"), PageBreak(), Gap(50), paragraph("ก"))
    first, second = (
        {char: bottom for char, _, bottom, _, _ in char_boxes(data, number)} for number in (0, 1)
    )
    assert first["ก"] - first["ข"] == pytest.approx(71, abs=1)
    assert second["ก"] == pytest.approx(first["ก"], abs=0.1)


def test_larger_text_has_a_larger_pitch():
    data = made(paragraph("ก\nก", size=32))
    heights = [bottom for _, _, bottom, _, _ in char_boxes(data, 0)]
    assert heights[0] - heights[1] == pytest.approx(42, abs=0.1)


def test_underlined_words_have_a_rule_under_them():
    data = made(Paragraph((Run("ไม่ "), Run("ขีดเส้นใต้", underline=True))))
    drawn = contents(data)[0]
    rule = next(line for line in drawn.split("\n") if line.endswith(" re"))
    x, _, width, height = map(float, rule.split()[:4])
    inked = [(left, right) for char, left, _, right, _ in char_boxes(data, 0) if char in "ขดเสนต"]
    assert x == pytest.approx(min(left for left, _ in inked), abs=1.5)
    assert x + width == pytest.approx(max(right for _, right in inked), abs=1.5)
    assert 0.2 < height < 1


def test_marks_stand_above_their_letter():
    data = made(paragraph("กี"))
    (_, left, _, right, top), (_, mark_left, mark_bottom, mark_right, _) = char_boxes(data, 0)
    assert mark_bottom > top - 1
    assert mark_left < right
    assert mark_right <= right + 0.5
    assert mark_left > left - 3


def test_a_word_wider_than_its_column_is_cut_between_syllables():
    data = made(table(row("ผู้รับผิดชอบดำเนินการ", "ก"), widths=(1, 9), head=()), breaker=SPACES)
    assert pages_of(data)[0].split()[:3] == ["ผู้รับผิด", "ชอบดำ", "เนินการ"]


def test_words_that_an_office_keeps_whole_are_not_broken():
    name = "บ้านทุ่งตัวอย่างเหนือสุดชายแดน"
    loose = render(document(paragraph((name + " ") * 12)))
    kept = render(document(paragraph((name + " ") * 12)), words=(name,))
    assert loose != kept
    assert "".join(pages_of(kept)).split() == [name] * 12


def test_a_name_wider_than_its_column_is_cut_between_its_words():
    data = made(table(row("หน่วยตรวจสอบภายใน", "ก"), widths=(1, 8), head=()), breaker=None)
    assert pages_of(data)[0].split()[:3] == ["หน่วย", "ตรวจสอบ", "ภายใน"]


def test_a_run_in_colour_is_drawn_in_it_and_what_follows_is_black():
    red = Paragraph((Run("ที่สุด ปี่ ", colour="FF0000"), Run("น้ำใจ")), size=30)
    data = made(red)
    assert inks(data) == {(255, 0, 0), (0, 0, 0)}
    (edge,) = [left for char, left, *_ in char_boxes(data, 0) if char == "น"]
    assert inks(data, right=edge - 1) == {(255, 0, 0)}
    assert inks(data, left=edge - 1) == {(0, 0, 0)}
