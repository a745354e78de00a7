"""What stands above and below the text of pages: opening lines, stamps, words of the next page."""

from itertools import pairwise

import pytest

from itadesk.reports.content import Align, Document, PageBreak, Paragraph, Run, Section
from itadesk.reports.pdf import render
from itadesk.reports.pdf.catchwords import first_words
from itadesk.thai.breaking import make_breaker
from tests.reports.pdf.reading import (
    SPACES,
    SYLLABLES,
    TEXT,
    char_boxes,
    document,
    made,
    pages_of,
    paragraph,
    row,
    squeezed,
    table,
)
from tests.reports.pdf.test_tags import Tagged

STAMP = Paragraph((Run("ลับมาก", bold=True),), "body", 20, Align.CENTRE, tail=1.0)
FOOT = 56.7  # pt: the lower margin


def lowest(data, page):
    return min(bottom for _, _, bottom, _, _ in char_boxes(data, page))


def test_opening_lines_longer_than_a_page_go_on_and_the_running_ones_follow_them():
    data = made(
        table(row("ก", "ข", "ค")),
        opening=(paragraph(" ".join([TEXT] * 16)),),
        running=(paragraph("หัวทุกหน้า"),),
        landscape=True,
    )
    pages = [squeezed(page) for page in pages_of(data)]
    assert len(pages) == 3
    assert "".join(pages).startswith(squeezed(TEXT * 16) + "หัวทุกหน้าหัวหนึ่ง")
    assert "".join(pages).count("หัวทุกหน้า") == 1
    assert all(lowest(data, page) > FOOT - 5 for page in range(3))


@pytest.mark.parametrize("lines", range(1, 30))
def test_running_lines_never_stand_alone_at_the_foot_of_opening_ones(lines):
    rows = [row(TEXT, "ข", "ค")] * 3
    opening = tuple(paragraph("เหนือหัว") for _ in range(lines))
    data = made(table(*rows), opening=opening, running=(paragraph("หัวทุกหน้า"),), landscape=True)
    for number, page in enumerate(pages_of(data)):
        assert lowest(data, number) > FOOT - 5
        text = squeezed(page)
        above, *below = text.split("หัวทุกหน้า")
        assert above == "เหนือหัว" * above.count("เหนือหัว")
        assert all(below)
        assert len(below) == (1 if text != above else 0)


def test_a_stamp_stands_in_both_margins_of_every_page_and_moves_nothing():
    blocks = (paragraph(TEXT), PageBreak(), paragraph(TEXT))
    plain, stamped = made(*blocks), made(*blocks, stamp=STAMP)
    for page in (0, 1):
        boxes = char_boxes(stamped, page)
        marks = [box for box in boxes if box not in char_boxes(plain, page)]
        assert "".join(char for char, *_ in marks) == "ลับมาก" * 2
        tops, feet = marks[: len(marks) // 2], marks[len(marks) // 2 :]
        assert min(bottom for _, _, bottom, _, _ in tops) > 841.9 - 1.5 * 72 / 2.54
        assert max(top for *_, top in feet) < FOOT
        middle = (min(box[1] for box in tops) + max(box[3] for box in tops)) / 2
        assert middle == pytest.approx(595.28 / 2, abs=1)


def test_every_page_but_the_last_ends_with_the_first_words_of_the_next():
    texts = [f"ย่อหน้าที่ {number} {TEXT}" for number in range(40)]
    content = document(*map(paragraph, texts), catchwords=True)
    data = render(content, SPACES)
    pages = [page.split("\r\n") for page in pages_of(data)]
    assert len(pages) > 2
    for page, following in pairwise(pages):
        caught = page[-1].strip()
        assert caught[0] == "/"
        assert caught.endswith("...")
        assert following[0].startswith(caught[1:-3])
    assert "..." not in "".join(pages[-1])
    boxes = char_boxes(data, 0)
    last = [box for box in boxes if box[0] == "."][-1]
    assert last[3] == pytest.approx(538.6, abs=2)
    assert lowest(data, 0) > FOOT - 5


def test_a_single_page_gives_no_room_away():
    blocks = [paragraph("บรรทัดเดียว")] * 34
    assert len(pages_of(made(*blocks, catchwords=True))) == 1
    assert made(*blocks, catchwords=True) == made(*blocks)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ในการนี้ สำนักปลัดได้ดำเนินการ", "ในการนี้"),
        ("๓. รายงานผลการดำเนินงาน", "๓. รายงาน"),
        ("จึงเรียนมาเพื่อโปรดทราบ", "จึงเรียนมาเพื่อ"),
        ("ก", "ก"),
        ("", ""),
    ],
)
def test_the_words_are_a_phrase_or_whole_words(text, said):
    assert first_words(text, make_breaker(())) == said


def test_stamps_and_words_of_the_next_page_are_not_read_out_twice():
    section = Section((paragraph("ก"), PageBreak(), paragraph("ข")), stamp=STAMP, catchwords=True)
    tagged = Tagged(render(Document("ก", "ข", (section,)), SYLLABLES))
    assert tagged.shown()[1] == [("P", "ลับมาก"), ("P", "ก"), ("P", "ข")]
