"""Tables of contents: whatever the headings are, lines are whole and numbers are right."""

import io

import pypdf
import pytest

from itadesk.reports.content import Contents, PageBreak, Paragraph, Run
from itadesk.thai.digits import to_arabic

from .reading import TEXT, char_boxes, document, in_every_reader, pages_of, paragraph, squeezed
from .reading import printed as typeset

HEADS = (paragraph("เรื่อง"), paragraph("หน้า"))


def heading(text, level=1):
    return Paragraph((Run(text, bold=True),), outline=level, keep_with_next=True)


def book(*titles, before=()):
    """Contents, then each title on a page of its own."""
    blocks = [*before, Contents(HEADS)]
    for title in titles:
        blocks += [PageBreak(), heading(title), paragraph("เนื้อความ")]
    return document(*blocks)


def contents_of(content):
    """The text of the pages before the first heading, digits Arabic."""
    pages = pages_of(typeset(content))
    first = next(n for n, page in enumerate(pages) if "เนื้อความ" in page)
    return squeezed(to_arabic("".join(pages[:first]))), first


def test_sixty_headings_go_on_to_another_page_and_numbers_count_it():
    titles = [f"บทหัวข้อลำดับ ก{chr(0x0E01 + n % 40)}{n}ง" for n in range(60)]
    found, pages = contents_of(book(*titles))
    assert pages == 2
    for number, title in enumerate(titles, pages + 1):
        assert f"{squeezed(title)}{number}" in found


def test_a_heading_of_300_letters_wraps_left_of_the_numbers():
    content = book((TEXT * 2)[:300], "ท้าย")
    data = typeset(content)
    boxes = char_boxes(data, 0)
    right = max(box[3] for box in boxes)
    numbers = [box for box in boxes if box[1] > right - 12 and box[0] in "๒๓"]
    assert [box[0] for box in numbers] == ["๒", "๓"]
    others = [box for box in boxes if box[0] not in "๒๓หน้า"]
    assert max(box[3] for box in others) < min(box[1] for box in numbers) - 15
    found, _ = contents_of(content)
    assert f"{squeezed((TEXT * 2)[:300])}2" in to_arabic(found)


def test_a_line_of_the_contents_is_never_cut_by_a_page_end():
    titles = [f"{n} {TEXT[:200]}" for n in range(20)]
    pages = [squeezed(to_arabic(page)) for page in pages_of(typeset(book(*titles)))]
    first = next(n for n, page in enumerate(pages) if "เนื้อความ" in page)
    assert first == 2
    for title in titles:
        assert any(squeezed(to_arabic(title)) in page for page in pages[:first])


def test_headings_before_the_contents_are_not_listed():
    found, _ = contents_of(book("ต่อไป", before=(heading("ก่อนหน้า"),)))
    assert found.count("ก่อนหน้า") == 1
    assert "ต่อไป2" in found


def test_contents_without_headings_are_their_heads_alone():
    (page,) = pages_of(typeset(document(Contents(HEADS))))
    assert squeezed(page) == "เรื่องหน้า"


def test_a_forced_line_end_of_a_heading_is_a_space():
    found, _ = contents_of(book("บรรทัดแรก\nบรรทัดสอง"))
    assert "บรรทัดแรกบรรทัดสอง2" in found


def test_lower_headings_stand_farther_in():
    blocks = (Contents(HEADS), PageBreak(), heading("กก"), heading("ขข", 2), paragraph("เนื้อความ"))
    boxes = char_boxes(typeset(document(*blocks)), 0)
    (upper, lower) = (next(box[1] for box in boxes if box[0] == letter) for letter in "กข")
    assert 20 < lower - upper < 26


def test_lower_headings_that_stand_first_begin_at_the_margin():
    blocks = (Contents(HEADS), PageBreak(), heading("กก", 2), heading("ขข"), heading("คค", 2))
    boxes = char_boxes(typeset(document(*blocks)), 0)
    lefts = [next(box[1] for box in boxes if box[0] == letter) for letter in "กขค"]
    assert abs(lefts[0] - lefts[1]) < 2
    assert 20 < lefts[2] - lefts[1] < 26


@pytest.mark.parametrize("reader", ["pdftotext -raw", "pdfium", "pypdf"])
def test_a_line_is_read_with_its_number(reader, tmp_path):
    found = in_every_reader(typeset(book("น้ำใจที่ให้กัน")), tmp_path)[reader]
    assert "น้ำใจที่ให้กัน๒" in squeezed(found)


def test_dots_lead_from_the_text_to_its_number_and_the_line_can_be_clicked():
    data = typeset(book("หัวข้อ"))
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    stream = page.get_contents().get_data().decode("latin-1")
    assert stream.count("[0 2.6] 0 d") == 1
    (link,) = page["/Annots"]
    left, bottom, right, top = map(float, link.get_object()["/Rect"])
    boxes = [box for box in char_boxes(data, 0) if box[0] in "หัวข้อ๒" and box[4] < top]
    assert all(left <= box[1] and box[3] <= right + 0.5 and box[2] >= bottom for box in boxes)
    assert len(boxes) >= 4
