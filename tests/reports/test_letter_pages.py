"""Letters over several pages: the closing never stands alone, gaps give way before a page turns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.reports.content import Document as Content
from itadesk.reports.content import Gap, Paragraph, Run, Section, Signature, Together
from itadesk.reports.pdf import render

from .letter_reading import CM, NEAR, document, line_with, lines_of, page_texts, printed

LINE = "ข้อความหนึ่งบรรทัดของหนังสือ"


def text(lines):
    """A paragraph of so many lines."""
    return Paragraph((Run("\n".join([LINE] * lines)),))


def closing(space=63.0, owner=63.0):
    signature = Signature(
        (Paragraph((Run("(ชื่อ)"),)), Paragraph((Run("ตำแหน่ง"),))),
        11.75,
        Paragraph((Run("คำลงท้าย"),), indent=7.5, before=12.0),
        space=space,
    )
    return Together((signature, Gap(owner, 21.0), Paragraph((Run("เจ้าของเรื่อง"),))), company=2)


def pages(*blocks):
    content = Content("ทดสอบ", "", (Section(blocks, top=1.5),))
    pdf = render(content)
    return [lines_of(pdf, number) for number in range(len(page_texts(pdf)))]


# 33 lines of 21 pt stand on the first page; the group needs 222 pt, at least 159: 7.6 lines.
@pytest.mark.parametrize("count", range(18, 36))
def test_the_closing_has_two_lines_of_text_above_it_on_its_page(count):
    found = pages(text(count), closing())
    last = [line.text for line in found[-1]]
    at = last.index("คำลงท้าย")
    assert last[at - 2 : at] == [LINE, LINE]
    assert last[at + 1 :] == ["(ชื่อ)", "ตำแหน่ง", "เจ้าของเรื่อง"]
    assert sum(line.text == LINE for page in found for line in page) == count


@pytest.mark.parametrize("count", range(23, 35))
def test_a_last_paragraph_of_one_line_brings_the_end_of_the_one_above(count):
    found = pages(text(count), text(1), closing())
    last = [line.text for line in found[-1]]
    assert last[: last.index("คำลงท้าย")].count(LINE) >= 2
    assert sum(line.text == LINE for page in found for line in page) == count + 1


def test_no_line_stands_alone_at_the_foot_or_the_head_of_a_page():
    for count in range(23, 35):
        found = pages(text(12), text(count - 12), closing())
        if len(found) == 2:
            moved = sum(line.text == LINE for line in found[1])
            assert moved == count - 12 or (moved >= 2 and count - 12 - moved >= 2)


def test_gaps_give_way_before_a_page_is_turned_and_only_as_far_as_they_may():
    roomy, tight = pages(text(19), closing())[0], pages(text(26), closing())
    assert len(tight) == 1

    def gaps(lines):
        at = [line.text for line in lines].index("คำลงท้าย")
        closed, name, position, owner = lines[at : at + 4]
        return (name.baseline - closed.baseline, owner.baseline - position.baseline)

    whole, smallest = 84 / CM, (63 / CM, 42 / CM)
    assert gaps(roomy) == (pytest.approx(whole, abs=NEAR), pytest.approx(whole, abs=NEAR))
    assert smallest[0] - NEAR < gaps(tight[0])[0] < whole - NEAR
    assert smallest[1] - NEAR < gaps(tight[0])[1] < whole - NEAR
    assert tight[0][-1].baseline <= 27.7


def test_later_pages_are_numbered_at_two_centimetres_and_begin_at_three(data):
    body = "\n".join([f"{LINE} ซึ่งยาวพอที่จะขึ้นบรรทัดใหม่ในหน้าเดียวกัน " * 3] * 14)
    pdf = printed(data, "letter", body=body)
    assert len(page_texts(pdf)) == 2
    number, first = lines_of(pdf, 1)[:2]
    assert number.text == "-๒-"
    assert number.baseline - 0.85 * 16 / CM == pytest.approx(2.0, abs=NEAR)
    assert number.middle == pytest.approx(11.0, abs=0.1)
    assert first.baseline - 0.85 * 16 / CM == pytest.approx(3.0, abs=NEAR)
    assert not any(line.text == "-๑-" for line in lines_of(pdf))


def test_a_signature_of_more_lines_than_a_page_is_still_printed_whole(data):
    owner = "\n".join(f"บรรทัดที่ {number}" for number in range(1, 61))
    texts = page_texts(printed(data, "letter", owner=owner))
    assert len(texts) >= 2
    assert "บรรทัดที่ ๖๐" in texts[-1]


@pytest.mark.parametrize("form", ["letter", "memo", "announcement", "order", "minutes"])
def test_an_office_of_three_hundred_letters_stays_inside_the_margins(data, form):
    name = "องค์การบริหารส่วนตำบล" + "บ้านทดสอบชื่อยาวมาก" * 15
    long = replace(data, office=replace(data.office, name=name))
    pdf = printed(long, form)
    for number in range(len(page_texts(pdf))):
        for line in lines_of(pdf, number):
            assert line.left > 3.0 - NEAR
            assert line.right < 19.0 + NEAR
            assert line.baseline < 27.7
    text = "".join("".join(page_texts(pdf)).split())
    assert name[:60] in text


def test_a_value_longer_than_a_page_is_printed_to_its_end(data):
    subject = f"{LINE} " * 220 + "จบเรื่อง"
    pdf = printed(data, "letter", subject=subject)
    texts = page_texts(pdf)
    assert "จบเรื่อง" in "".join(texts)
    last = [line for number in range(len(texts)) for line in lines_of(pdf, number)]
    assert max(line.baseline for line in last) < 27.7


def test_the_second_page_of_a_letter_has_the_whole_closing(data):
    body = "\n".join([f"{LINE} ที่ยาวขึ้นอีกเล็กน้อย " * 3] * 9 + ["จึงเรียนมาเพื่อโปรดทราบ"])
    made = document(data, "letter", body=body)
    found = lines_of(render(made), 1)
    assert line_with(found, "ขอแสดงความนับถือ").left == pytest.approx(10.5, abs=NEAR)
