"""What any report may have around its own pages, in PDF and Word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from PIL import Image

from itadesk.model.document import DocumentRecord, Signatory
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.office import Digits
from itadesk.reports.content import Contents, Picture, Table, paragraphs
from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, form_of, forms
from itadesk.reports.parts.evidence import code
from itadesk.reports.pdf import render
from itadesk.services.freezing import fingerprint
from itadesk.thai.digits import to_arabic

from .pdf.reading import pages_of, squeezed

SWITCHES = ("with_preface", "with_contents", "with_preparers", "with_photos", "with_codes")
REPORTS = [form.id for form in forms() if "with_contents" in {text.key for text in form.texts}]


def built(data, form, *switches, pictures=None, digits=None, **texts):
    """The document of a form with these extras and no others."""
    chosen = {key: "1" if key in switches else "" for key in (*SWITCHES, "photos_large")} | texts
    return form_of(form).build(data, Options(texts=chosen, pictures=pictures or {}, digits=digits))


def text_of(document):
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def pictures_of(document):
    """The pictures of all cells, with the text that stands in each cell."""
    tables = (b for section in document.sections for b in section.blocks if isinstance(b, Table))
    cells = (cell for table in tables for row in table.rows for cell in row.cells)
    return [
        (block, "".join(each.text for each in cell.blocks if not isinstance(each, Picture)))
        for cell in cells
        for block in cell.blocks
        if isinstance(block, Picture)
    ]


def photo(number, size=(640, 480), **kept):
    """A kept photo of one colour, and its bytes."""
    packed = BytesIO()
    Image.new("RGB", size, (number, 120, 200)).save(packed, kept.pop("kind", "JPEG"))
    body = packed.getvalue()
    digest = sha256(body).hexdigest()
    name = f"ภาพ {number}.jpg"
    return KeptFile(FileRole.PHOTO, name, id=number, digest=digest, **kept), body


def with_photos(data, *photos):
    pictures = {kept.digest: body for kept, body in photos}
    return replace(data, files=tuple(kept for kept, _ in photos)), pictures


def signed(data, form, *signatories):
    record = DocumentRecord(form=form, day=date(2025, 11, 5), signatories=signatories)
    return replace(data, documents=(*data.documents, record))


def listed_pages(pdf):
    """The contents as printed: text and page number of each entry, digits Arabic."""
    page = next(text for text in pages_of(pdf) if "สารบัญ" in text and "เรื่อง" in text)
    _, _, rest = to_arabic(page).partition("หน้า")
    return rest


def test_reports_have_extras_and_official_documents_have_none():
    reports = {"analysis", "measures", "development", "issues", "results", "ranking", "progress"}
    assert set(REPORTS) == {*reports, "oit-register", "province"}


@pytest.mark.parametrize("form", REPORTS)
def test_nothing_is_added_unless_the_office_wants_it(data, form):
    plain = form_of(form).build(replace(data, texts={}), Options())
    assert not any(isinstance(b, Contents) for section in plain.sections for b in section.blocks)
    text = text_of(plain)
    assert not any(word in text for word in ("คำนำ", "สารบัญ", "ภาคผนวก", "ผู้เห็นชอบ"))


@pytest.mark.parametrize("form", REPORTS)
def test_every_report_prints_all_extras_in_their_order(data, form):
    pages = pages_of(render(built(data, form, *SWITCHES)))
    places = []
    for word in ("คำนำ", "สารบัญ", "ผู้เห็นชอบ", "ภาคผนวกภาพกิจกรรม", "ภาคผนวกQRCode"):
        holders = [n for n, page in enumerate(pages) if word in squeezed(page)]
        places.append(holders[-1] if word.startswith("ภาคผนวก") else holders[0])
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_the_preface_comes_after_the_cover_and_is_signed_with_month_and_year(data):
    pages = pages_of(render(built(signed(data, "results"), "results", "with_preface")))
    assert "โดย" in pages[0]
    assert "คำนำ" in pages[1]
    assert squeezed(pages[1]).endswith("องค์การบริหารส่วนตำบลตัวอย่างพฤศจิกายน๒๕๖๘")


def test_a_preface_without_a_day_names_the_year_and_typed_nonsense_stays(data):
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๙" in text_of(built(data, "measures", "with_preface"))
    odd = text_of(built(data, "measures", "with_preface", date="ปลายปี"))
    assert "ปลายปี" in odd


def test_contents_list_every_heading_behind_them_with_its_page(data):
    made = built(data, "development", "with_preface", "with_contents", "with_photos")
    pdf = render(made)
    pages = [squeezed(to_arabic(page)) for page in pages_of(pdf)]
    wanted = [(d.title, n) for d, n in outline(pdf) if d.title != "คำนำ"]
    assert len(wanted) == 22
    found = squeezed(listed_pages(pdf))
    for title, page in wanted:
        head = squeezed(to_arabic(title))
        assert head in pages[page - 1]
        assert f"{head}{page}" in found


def outline(pdf):
    """Each bookmark with its page, from 1."""
    reader = pypdf.PdfReader(BytesIO(pdf))

    def walk(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield entry, reader.get_destination_page_number(entry) + 1

    return list(walk(reader.outline))


def test_numbers_of_pages_follow_the_digits_of_the_document(data):
    thai, arabic = (
        pages_of(render(built(data, "development", "with_contents", digits=digits)))[0]
        for digits in (Digits.THAI, Digits.ARABIC)
    )
    assert not set("0123456789") & set(thai.replace("QR", ""))
    assert not set("๐๑๒๓๔๕๖๗๘๙") & set(arabic)
    assert to_arabic(squeezed(thai)) == squeezed(arabic)


def test_a_line_of_the_contents_leads_to_its_heading(data):
    reader = pypdf.PdfReader(BytesIO(render(built(data, "development", "with_contents"))))
    links = [each.get_object() for each in reader.pages[0]["/Annots"]]
    targets = [reader.get_page_number(link["/Dest"][0].get_object()) for link in links]
    assert targets == [page - 1 for _, page in outline(render(
        built(data, "development", "with_contents")))]  # fmt: skip
    assert len(targets) == 21


def test_a_report_without_headings_has_no_contents(data):
    made = built(data, "progress", "with_contents")
    assert "สารบัญ" not in text_of(made)
    assert made == built(data, "progress")


def test_preparers_are_those_of_the_document_or_dots(data):
    dotted = text_of(built(data, "analysis", "with_preparers"))
    assert dotted.count("ลงชื่อ ....") == 3
    assert dotted.count("(....") == 3
    who = (
        Signatory("นายทดลอง ระบบ", position="นักวิเคราะห์นโยบายและแผน"),
        Signatory("นางลองตรวจ ดู", "ว่าที่ร้อยตรีหญิง", "รองปลัด", "รักษาราชการแทน ปลัด"),
    )
    lines = text_of(built(signed(data, "analysis", *who), "analysis", "with_preparers")).split("\n")
    at = lines.index("(นายทดลอง ระบบ)")
    assert lines[at - 1].endswith("ผู้จัดทำ")
    assert lines[at + 1] == "นักวิเคราะห์นโยบายและแผน"
    at = lines.index("(นางลองตรวจ ดู)")
    assert lines[at - 1].startswith("ลงชื่อ ว่าที่ร้อยตรีหญิง ...")
    assert lines[at + 1 : at + 3] == ["รองปลัด", "รักษาราชการแทน ปลัด"]
    assert lines[-1].startswith("ตำแหน่ง ....")


@pytest.mark.parametrize("form", ["progress", "ranking"])
def test_those_who_prepared_a_report_sign_on_one_page(data, form):
    pages = pages_of(render(built(data, form, "with_preparers")))
    who = ("ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้เห็นชอบ")
    assert [sum(name in page for name in who) for page in pages[-2:]] == [0, 3]


def test_an_office_with_two_preparers_leaves_the_third_out(data):
    made = text_of(built(data, "analysis", "with_preparers", checker_label=""))
    assert made.count("ลงชื่อ ....") == 2
    assert "ผู้ตรวจสอบ" not in made


def test_photos_stand_with_their_measure_and_caption_six_to_a_page(data):
    first, second = (measure.id for measure in data.measures[:2])
    photos = [photo(n, measure=first, caption=f"กิจกรรมครั้งที่ {n}") for n in range(1, 8)]
    data, pictures = with_photos(data, photo(9), photo(8, measure=second), *photos)
    made = built(data, "measures", "with_photos", pictures=pictures)
    shown = pictures_of(made)
    assert [caption for _, caption in shown[:7]] == [
        f"กิจกรรมครั้งที่ {n}" for n in "๑๒๓๔๕๖๗"
    ]  # fmt: skip
    assert len(shown) == 9
    reader = pypdf.PdfReader(BytesIO(render(made)))
    counts = [len(images_on(page)) for page in reader.pages]
    assert [count for count in counts if count] == [6, 3]
    _, appendix = text_of(made).split("ภาคผนวก ภาพกิจกรรม")
    groups = [line for line in appendix.split("\n") if line[:2] in ("๑.", "๒.", "ภา")]
    assert [line[:2] for line in groups] == ["๑.", "๒.", "ภา"]


def images_on(page):
    """What the page draws of images."""
    return [op for op in page.get_contents().operations if op[1] == b"Do"]


def test_large_photos_stand_two_to_a_page(data):
    data, pictures = with_photos(data, *(photo(n, caption="ภาพ") for n in range(1, 4)))
    made = built(data, "measures", "with_photos", pictures=pictures, photos_large="1")
    reader = pypdf.PdfReader(BytesIO(render(made)))
    assert [count for page in reader.pages if (count := len(images_on(page)))] == [2, 1]


def test_a_photo_fits_its_place_whatever_its_shape_and_is_stored_small(data):
    photos = [photo(1, (3000, 200)), photo(2, (200, 3000)), photo(3, (4000, 3000))]
    data, pictures = with_photos(data, *photos)
    made = built(data, "measures", "with_photos", pictures=pictures)
    for picture, _ in pictures_of(made):
        assert picture.width <= 7.51
        assert picture.height <= 6.01
        with Image.open(BytesIO(picture.image)) as stored:
            assert max(stored.size) <= 660
            assert stored.width / stored.height == pytest.approx(
                picture.width / picture.height, rel=0.05
            )
    assert b"DCTDecode" in render(made)


@pytest.mark.parametrize("body", [b"", b"no picture", photo(7)[1][:700]], ids=str)
def test_a_damaged_photo_is_told_and_the_others_are_printed(data, body):
    broken = KeptFile(FileRole.PHOTO, "งาน 5.jpg", id=1, digest="x", caption="วันเปิดงาน")
    whole, shown = photo(2)
    data = replace(data, files=(broken, whole))
    made = built(data, "measures", "with_photos", pictures={"x": body, whole.digest: shown})
    assert "เปิดภาพ “งาน 5.jpg” ไม่ได้ โปรดแนบภาพนี้ใหม่" in text_of(made)
    assert len(pictures_of(made)) == 1
    assert pages_of(render(made))
    assert render_docx(made)


def test_no_photos_and_no_addresses_are_said(data):
    silent = replace(data, files=(), rounds=())
    text = text_of(built(silent, "measures", "with_photos", "with_codes"))
    assert "ยังไม่ได้แนบภาพกิจกรรม" in text
    assert "หลักฐานยังไม่มีที่อยู่เว็บไซต์" in text


def evidence(data, *texts):
    """The evidence of the first measure in its rounds."""
    report = next(each for each in data.rounds if each.measure_id == data.measures[0].id)
    rounds = (replace(report, evidence=text, months=n) for n, text in enumerate(texts, 6))
    return replace(data, rounds=tuple(rounds))


def codes(data):
    found = pictures_of(built(data, "measures", "with_codes"))
    return [text for _, text in found]


def test_addresses_of_the_evidence_are_printed_as_typed_below_their_codes(data):
    data = evidence(
        data,
        "คู่มือ ฉบับที่ 2 https://example.go.th/ita/2568?a=1, (https://example.go.th/b(1)).",
        "ประกาศ http://example.go.th/ภาพ\nไม่มีที่อยู่ ftp://example.go.th",
    )
    assert codes(data) == [
        "https://example.go.th/ita/2568?a=1",
        "https://example.go.th/b(1)",
        "http://example.go.th/ภาพ",
    ]
    text = text_of(built(data, "measures", "with_codes"))
    assert "คู่มือ ฉบับที่ ๒" in text


def test_how_a_code_is_packed_does_not_make_a_signed_document_another(data):
    data = evidence(data, "รายงาน https://example.go.th/a")
    made = built(data, "measures", "with_codes")
    other = built(evidence(data, "รายงาน https://example.go.th/b"), "measures", "with_codes")
    packed = code("https://example.go.th/a")
    assert packed is not None
    assert repr(packed) == repr(replace(packed, image=b"packed otherwise"))
    assert fingerprint(made) != fingerprint(other)


def test_the_same_evidence_of_two_rounds_has_one_code(data):
    same = "รายงาน https://example.go.th/a"
    assert len(codes(evidence(data, same, same))) == 1


def test_an_address_too_long_for_a_telephone_is_printed_without_a_code(data):
    long = "https://example.go.th/" + "a" * 400
    data = evidence(data, f"รายงาน {long}")
    assert codes(data) == []
    assert long in squeezed(text_of(built(data, "measures", "with_codes")))


def test_a_code_has_its_three_corners_and_a_quiet_edge():
    picture = code("https://example.go.th/ita")
    assert picture is not None
    with Image.open(BytesIO(picture.image)) as drawn:
        side = drawn.width // 8
        small = drawn.resize((side, side), Image.Resampling.NEAREST).convert("L")
    dark = [[small.getpixel((x, y)) == 0 for x in range(side)] for y in range(side)]
    assert not any(any(row[:4]) or any(row[-4:]) for row in dark)
    assert not any(map(any, (*dark[:4], *dark[-4:])))
    corner = [[y in (0, 6) or x in (0, 6) or (1 < x < 5 and 1 < y < 5) for x in range(7)]
              for y in range(7)]  # fmt: skip
    for left, top in ((4, 4), (side - 11, 4), (4, side - 11)):
        assert [row[left : left + 7] for row in dark[top : top + 7]] == corner


def test_word_has_contents_that_it_can_renew_and_that_are_filled_in(data):
    made = built(data, "development", "with_preface", "with_contents")
    word = docx.Document(BytesIO(render_docx(made)))
    codes = [e.text.strip() for e in word.element.body.iter(qn("w:instrText"))]
    assert codes[0].startswith("TOC ")
    lines = [p for p in word.paragraphs if p.style.name.startswith("toc ")]
    marks = {e.get(qn("w:name")) for e in word.element.body.iter(qn("w:bookmarkStart"))}
    pages = {squeezed(mark.title): page for mark, page in outline(render(made))}
    assert len(lines) == 21
    for line in lines:
        (link,) = line._p.iter(qn("w:hyperlink"))
        assert link.get(qn("w:anchor")) in marks
        title, page = "".join(t.text or "\t" for t in link.iter(qn("w:t"), qn("w:tab"))).split("\t")
        assert pages[squeezed(title)] == int(to_arabic(page))


def test_word_shows_photos_and_codes_with_what_they_are(data):
    data = evidence(data, "รายงาน https://example.go.th/a")
    data, pictures = with_photos(data, photo(1, caption="วันเปิดงาน"))
    made = built(data, "measures", "with_photos", "with_codes", pictures=pictures)
    word = docx.Document(BytesIO(render_docx(made)))
    told = [e.get("descr") for e in word.element.body.iter(qn("wp:docPr"))]
    assert told == ["วันเปิดงาน", "QR Code ของ https://example.go.th/a"]
    assert render_docx(made) == render_docx(made)
