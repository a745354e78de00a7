"""What screen readers and converters find in a PDF: its parts, their order, what is only layout."""

import io
import re
import shutil
import subprocess

import pypdf
import pytest
from pypdf.generic import ContentStream

from itadesk.reports.content import (
    Align,
    Band,
    Bar,
    Bars,
    Cell,
    Column,
    Document,
    Emblem,
    PageBreak,
    Row,
    Section,
    Signature,
    Table,
)
from itadesk.reports.pdf import render
from tests.reports.letter_reading import emblem
from tests.reports.pdf.reading import (
    SYLLABLES,
    TEXT,
    cell,
    document,
    made,
    paragraph,
    row,
    squeezed,
    table,
)

SHOWING = {b"Tj", b"TJ", b"Do", b"f", b"S", b"s", b"B"}


class Tagged:
    """The tree of a PDF, with the text that stands under each mark."""

    def __init__(self, data):
        self.reader = pypdf.PdfReader(io.BytesIO(data))
        self.root = self.reader.trailer["/Root"]
        self.texts = [_marked(self.reader, page) for page in self.reader.pages]
        self.places = {page.indirect_reference.idnum: i for i, page in enumerate(self.reader.pages)}
        self.document = self.root["/StructTreeRoot"]["/K"]

    def below(self, element):
        kids = element.get("/K", [])
        return [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]

    def marks(self, element):
        """(page, mark) of a leaf."""
        found = []
        for kid in self.below(element):
            if isinstance(kid, int):
                found.append((self.places[element.raw_get("/Pg").idnum], kid))
            elif kid.get("/Type") == "/MCR":
                found.append((self.places[kid.raw_get("/Pg").idnum], kid["/MCID"]))
        return found

    def text(self, element):
        return "".join(self.texts[page][mark] for page, mark in self.marks(element))

    def shown(self, element=None):
        """Kinds with the text of leaves, as nested lists."""
        element = element or self.document
        kids = [kid for kid in self.below(element) if not isinstance(kid, int) and "/S" in kid]
        kind = element["/S"][1:]
        return (kind, [self.shown(kid) for kid in kids]) if kids else (kind, self.text(element))

    def elements(self, element=None):
        element = element or self.document
        yield element
        for kid in self.below(element):
            if not isinstance(kid, int) and "/S" in kid:
                yield from self.elements(kid)


def _marked(reader, page):
    """The text under each mark of a page; nothing is drawn outside marks and artifacts."""
    names = page["/Resources"]["/Font"]
    maps = {name: _letters(font["/ToUnicode"].get_data()) for name, font in names.items()}
    widths = {name: 1 if font["/Subtype"] == "/Type3" else 2 for name, font in names.items()}
    found, stack, font = {}, [], ""
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            tag, entries = operands
            stack.append("artifact" if tag == "/Artifact" else entries.get("/MCID"))
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            font = operands[0]
        elif operator in SHOWING:
            owners = [each for each in stack if each is not None]
            assert len(owners) == 1, f"{operator} stands under {owners}"
            if operator == b"TJ" and owners != ["artifact"]:
                text = _text(operands[0], maps[font], widths[font])
                found[owners[0]] = found.get(owners[0], "") + text
            else:
                found.setdefault(owners[0], "")
    assert not stack
    return found


def _letters(cmap):
    text = cmap.decode().partition("endcodespacerange")[2]
    pairs = re.findall(r"<([0-9A-F]+)> <([0-9A-F]*)>", text)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def _text(array, letters, width):
    codes = b"".join(each.original_bytes for each in array if hasattr(each, "original_bytes"))
    return "".join(
        letters[int.from_bytes(codes[i : i + width], "big")] for i in range(0, len(codes), width)
    )


def test_headings_paragraphs_and_tables_stand_in_reading_order():
    tagged = Tagged(
        made(
            paragraph("ชื่อเรื่อง", style="title", outline=1),
            paragraph("ใต้ชื่อ", style="title"),
            paragraph("หัวข้อ", outline=2),
            table(row("ก", "ข", "ค"), row(cell("ง"), Cell(()), cell("ฉ"))),
            paragraph("จบ"),
        )
    )
    head = [("TH", "หัวหนึ่ง"), ("TH", "หัวสอง"), ("TH", "หัวสาม")]
    first, second = [[("TD", text) for text in texts] for texts in ("กขค", ("ง", "", "ฉ"))]
    assert tagged.shown() == (
        "Document",
        [
            ("H1", "ชื่อเรื่อง"),
            ("P", "ใต้ชื่อ"),
            ("H2", "หัวข้อ"),
            ("Table", [("TR", head), ("TR", first), ("TR", second)]),
            ("P", "จบ"),
        ],
    )


def test_a_first_title_is_a_heading_though_it_is_no_bookmark():
    tagged = Tagged(made(paragraph("ประกาศ", style="title"), paragraph("เรื่อง", style="title")))
    assert tagged.shown()[1] == [("H1", "ประกาศ"), ("P", "เรื่อง")]


def test_a_paragraph_over_pages_is_one_element():
    tagged = Tagged(made(paragraph(" ".join([TEXT] * 12))))
    (only,) = tagged.below(tagged.document)
    assert [page for page, _ in tagged.marks(only)] == [0, 1]
    assert squeezed(tagged.text(only)) == squeezed(TEXT * 12)


def test_a_cell_over_pages_is_one_element_and_the_head_is_told_once():
    long = Cell((paragraph(TEXT * 12, style="cell"), paragraph("ท้าย", style="cell")))
    tagged = Tagged(made(table(row("ก", long, "ค"))))
    kind, (head, body) = tagged.shown()[1][0]
    assert kind == "Table"
    assert [each for each, _ in head[1]] == ["TH"] * 3
    (_, (first, (_, parts), last)) = body
    assert (first, last) == (("TD", "ก"), ("TD", "ค"))
    assert [(each, squeezed(text)) for each, text in parts] == [
        ("P", squeezed(TEXT * 12)),
        ("P", "ท้าย"),
    ]
    assert len(tagged.reader.pages) > 2


def test_spans_and_heads_are_told():
    wide = Row((Cell((paragraph("กว้าง"),), colspan=2), Cell((paragraph("สูง"),), rowspan=2)))
    tagged = Tagged(made(Table((1, 1, 1), (wide, row("ก", "ข")), (row("ห", "ว", "ท"),))))
    cells = {
        tagged.text(each): each.get("/A", {}) for each in tagged.elements() if each["/S"] != "/TR"
    }
    assert cells["ห"] == {"/O": "/Table", "/Scope": "/Column"}
    assert cells["กว้าง"] == {"/O": "/Table", "/ColSpan": 2}
    assert cells["สูง"] == {"/O": "/Table", "/RowSpan": 2}
    assert cells["ก"] == {}


def test_running_lines_are_told_once_and_page_numbers_never():
    section = Section(
        (paragraph("ก"), PageBreak(), paragraph("ข")),
        running=(paragraph("หัวทุกหน้า", style="title"),),
        opening=(paragraph("เหนือหัว"),),
    )
    tagged = Tagged(render(Document("ก", "ข", (section,)), SYLLABLES))
    assert tagged.shown()[1] == [("P", "เหนือหัว"), ("H1", "หัวทุกหน้า"), ("P", "ก"), ("P", "ข")]
    assert "หัวทุกหน้า" in squeezed(tagged.reader.pages[1].extract_text())


def test_pictures_and_charts_say_what_they_show():
    bars = Bars((Bar(paragraph("ตัวชี้วัดที่ ๑"), 90.0, paragraph("๙๐.๐๐")),), mark=85.0)
    tagged = Tagged(made(Emblem(image=emblem()), bars))
    figures = [each for each in tagged.elements() if each["/S"] == "/Figure"]
    assert [each["/Alt"] for each in figures] == ["ตราครุฑ", "แผนภูมิแท่ง ตัวชี้วัดที่ ๑ ๙๐.๐๐"]


def test_the_parts_of_a_letter_are_paragraphs_in_reading_order():
    band = Band((Column((paragraph("ที่"),), leader=True), Column((paragraph("วันที่"),), 7.0)))
    sign = Signature((paragraph("(ชื่อ)"),), 11.0, paragraph("ลงท้าย"), paragraph("ยศ"))
    tagged = Tagged(made(band, paragraph(TEXT, align=Align.THAI), sign))
    texts = [squeezed(text) for _, text in tagged.shown()[1]]
    assert texts == ["ที่", "วันที่", squeezed(TEXT), "ลงท้าย", "ยศ", "(ชื่อ)"]


def test_every_mark_finds_its_element_through_the_tree():
    tagged = Tagged(made(table(row(TEXT * 12, "ข", "ค")), paragraph(TEXT)))
    nums = tagged.root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = {nums[i]: nums[i + 1] for i in range(0, len(nums), 2)}
    for place, page in enumerate(tagged.reader.pages):
        owners = parents[page["/StructParents"]]
        assert len(owners) == len(tagged.texts[place].keys() - {"artifact"})
        for mark, owner in enumerate(owners):
            assert (place, mark) in tagged.marks(owner.get_object())
    for element in tagged.elements():
        for kid in tagged.below(element):
            if not isinstance(kid, int) and "/S" in kid:
                assert kid["/P"] == element


def test_the_file_says_that_it_is_tagged():
    root = Tagged(made(paragraph("ก"))).root
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/Lang"] == "th"


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not installed")
def test_poppler_walks_the_tree(tmp_path):
    file = tmp_path / "tagged.pdf"
    file.write_bytes(
        render(document(paragraph("ชื่อ", outline=1), table(row("ก", "ข", "ค"))), SYLLABLES)
    )
    said = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True)
    kinds = re.findall(r"\b(H1|Table|TR|TH|TD)\b", said.stdout.decode())
    assert kinds == ["H1", "Table", "TR", *["TH"] * 3, "TR", *["TD"] * 3]
    assert not said.stderr
