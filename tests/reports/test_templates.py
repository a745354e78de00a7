"""The office's own Word template: filled with the year, tried before it is kept."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from itadesk.errors import BadFile, BadValue
from itadesk.model.office import Digits
from itadesk.model.work import Measure
from itadesk.reports.placeholders import PLACEHOLDERS, values_of
from itadesk.reports.templates import fill_template, try_template

FILE = "แบบจังหวัด.docx"


def template(*lines, table=(), header=""):
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    if table:
        made = word.add_table(len(table), len(table[0]))
        for row, texts in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    if header:
        word.sections[0].header.paragraphs[0].text = header
    return saved(word)


def saved(word):
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def opened(data, made):
    return docx.Document(BytesIO(fill_template(made, data, FILE)))


def lines(data, *texts):
    return [each.text for each in opened(data, template(*texts)).paragraphs]


def test_names_are_replaced_in_thai_and_english_and_the_rest_stays(data):
    assert lines(data, "เรียน {{ head }} ปี {{ year }}", "{{ ชื่อหน่วยงาน }} {{ปีที่ประเมิน}}", "คงเดิม") == [
        "เรียน นายกองค์การบริหารส่วนตำบลตัวอย่าง ปี ๒๕๖๘",
        "องค์การบริหารส่วนตำบลตัวอย่าง ๒๕๖๘",
        "คงเดิม",
    ]


def test_a_placeholder_that_word_has_cut_in_pieces_is_found(data):
    word = docx.Document()
    paragraph = word.add_paragraph("{{ of")
    paragraph.add_run("fice").bold = True
    paragraph.add_run(" }}")
    assert opened(data, saved(word)).paragraphs[0].text == data.office.name


def test_a_row_is_repeated_for_each_entry_of_a_list(data):
    measures = (
        Measure(indicator=8, title="ก < ข & ค", activities="๑. หนึ่ง\n๒. สอง", units=("กองคลัง",)),
        Measure(title="อื่น"),
    )
    table = (
        ("ที่", "มาตรการ"),
        ("{%tr for m in มาตรการ %}", ""),
        ("{{ m.no }}/{{ m.ตัวชี้วัดที่ }}", "{{ m.title }}: {{ m.กิจกรรม }} {{ m.units }}"),
        ("{%tr endfor %}", ""),
    )
    made = opened(replace(data, measures=measures), template(table=table)).tables[0]
    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        ["ที่", "มาตรการ"],
        ["๑/๘", "ก < ข & ค: ๑. หนึ่ง\n๒. สอง กองคลัง"],
        ["๒/", "อื่น:  "],
    ]


def test_a_row_with_fields_of_a_list_is_repeated_without_commands(data):
    data = replace(data, measures=(Measure(title="หนึ่ง"), Measure(title="สอง")))
    table = (
        ("ที่", "มาตรการ"),
        ("{{ มาตรการ.ลำดับ }}", "{{measures.title}} {{ office }}"),
        ("รวม", "{{ year }}"),
    )
    made = opened(data, template(table=table)).tables[0]
    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        ["ที่", "มาตรการ"],
        ["๑", f"หนึ่ง {data.office.name}"],
        ["๒", f"สอง {data.office.name}"],
        ["รวม", "๒๕๖๘"],
    ]


def test_a_paragraph_with_fields_of_a_list_is_repeated_without_commands(data):
    data = replace(data, limitations=("ก", "ข"))
    texts = lines(data, "ข้อจำกัด", "{{ ข้อจำกัด.ลำดับ }}. {{ limitations.text }}", "จบ")
    assert texts == ["ข้อจำกัด", "๑. ก", "๒. ข", "จบ"]


def test_a_field_of_a_list_that_word_has_cut_in_pieces_repeats_its_row(data):
    word = docx.Document()
    paragraph = word.add_paragraph("{{ ข้อจำ")
    paragraph.add_run("กัด.ข้อ").bold = True
    paragraph.add_run("ความ }}")
    made = opened(replace(data, limitations=("ก", "ข")), saved(word))
    assert [each.text for each in made.paragraphs] == ["ก", "ข"]


def test_a_row_of_two_lists_is_refused(data):
    table = (("{{ measures.no }}", "{{ questions.code }}"),)
    with pytest.raises(BadValue, match="คนละแถว"):
        try_template(template(table=table), data, FILE)


def test_commands_for_whole_paragraphs_leave_no_empty_ones(data):
    data = replace(data, limitations=("ก", "ข"))
    texts = ("{%p for x in limitations %}", "{{ x.text }}", "{%p endfor %}", "{%p if not year %}")
    assert lines(data, *texts, "ไม่มีปี", "{%p endif %}", "จบ") == ["ก", "ข", "จบ"]


@pytest.mark.parametrize("kind", ["r", "p", "tr", "tc"])
def test_a_name_as_raw_word_code_is_refused_with_what_to_write(data, kind):
    with pytest.raises(BadValue, match=r"โปรดแก้เป็น \{\{ office \}\}"):
        try_template(template(f"ก {{{{{kind} office }}}}"), data, FILE)


def test_data_never_becomes_word_code(data):
    named = replace(data, office=replace(data.office, name="<w:p/>&lt; {{ year }} {% if %}"))
    assert lines(named, "{{ office }}") == [named.office.name]


def test_a_header_is_filled_too(data):
    word = opened(data, template("ก", header="{{ office }}"))
    assert word.sections[0].header.paragraphs[0].text == data.office.name


def test_a_choice_between_texts(data):
    text = "{% if rating == 'ผ่านดี' %}ดี{% else %}{{ rating }}{% endif %}"
    text += "{% if not limitations %}ไม่มี{% endif %}"
    rating = data.result.rating
    assert lines(data, text) == ["ดี" if rating == "ผ่านดี" else rating]


def test_digits_are_the_offices_but_addresses_stay(data):
    text = "{% for r in register %}{{ r.code }} {{ r.urls }} {{ r.checked_on }}|{% endfor %}"
    first = lines(data, text)[0].split("|")[0]
    assert first == "o๑ https://www.example.go.th/structure/2568 ๒๕ มี.ค. ๒๕๖๘"
    arabic = replace(data, settings=replace(data.settings, digits=Digits.ARABIC))
    assert lines(arabic, "{{ year }} {{ overall }}")[0].startswith("2568 ")


def test_every_name_of_the_list_can_be_printed_by_both_its_names(data):
    values = values_of(data)
    for each in PLACEHOLDERS:
        for name, fields in (
            (each.name, [field.name for field in each.fields]),
            (each.thai, [field.thai for field in each.fields]),
        ):
            inner = "|".join(f"{{{{ x.{field} }}}}" for field in fields)
            text = (
                f"{{% for x in {name} %}}{inner}{{% endfor %}}" if fields else f"{{{{ {name} }}}}"
            )
            (printed,) = lines(data, text)
            assert printed
            if fields:
                assert len(values[name][0]) == 2 * len(set(fields))
        assert values[each.name] == values[each.thai]


def test_names_are_told_apart():
    names = [name for each in PLACEHOLDERS for name in (each.name, each.thai)]
    assert len(names) == len(set(names))


def test_trying_says_which_names_a_template_uses(data):
    made = template("{{ ระดับ }} {{ office }}", "{% for q in questions %}{{ q.score }}{% endfor %}")
    assert try_template(made, data, FILE) == ("office", "rating", "questions")


def test_a_template_without_a_placeholder_is_not_kept(data):
    with pytest.raises(BadValue, match="ยังไม่มีช่องเติมข้อมูล"):
        try_template(template("ข้อความ"), data, FILE)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{{ โอฟฟิศ }}", "โอฟฟิศ"),
        ("{{ title }}", "title"),
        ("{% for m in measures %}{{ m.score }}{% endfor %}", "m.score"),
        ("{{ office.title }}", "office.title"),
        ("{{ office.__class__ }}", "office.__class__"),
        ("{% for m in measures %}{{ n.title }}{% endfor %}", "n.title"),
        ("{% for m in range %}ก{% endfor %}", "range"),
    ],
)
def test_an_unknown_name_is_said(data, text, name):
    with pytest.raises(BadValue, match=f"“{name}” ที่โปรแกรมไม่รู้จัก"):
        try_template(template(text), data, FILE)


@pytest.mark.parametrize(
    "text",
    [
        "{{ office",
        "{% for m in measures %}",
        "{{ 9 * 9 }}",
        "{{ 'ก' * 9 }}",
        "{{ office() }}",
        "{{ office|upper }}",
        "{{ office[0] }}",
        "{{ measures }}",
        "{% for c in office %}{{ c }}{% endfor %}",
        "{% set a = office %}",
        "{% for office in measures %}{{ office }}{% endfor %}",
        "{% if year < 1 %}{% endif %}",
        "{% include 'a' %}",
        "{% colspan year %}",
        "{% cellbg office %}",
        "{% hm %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ self }}",
        "{% for m in measures %}{{ m.__init__.__globals__ }}{% endfor %}",
        "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
        "{{ cycler.__init__ }}",
        "{% import 'os' as o %}",
        "{% macro a() %}{% endmacro %}",
        "{% for a in questions %}{% for b in questions %}{% for c in questions %}"
        "ก{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_what_is_not_understood_is_a_sentence(data, text):
    with pytest.raises(BadValue, match="แบบจังหวัด"):
        try_template(template(text), data, FILE)


def test_a_loop_that_ends_in_another_table_cell_is_a_sentence(data):
    table = (("{% for m in measures %}", "{{ m.no }}"),)
    with pytest.raises(BadValue, match="วงเล็บปีกกา"):
        try_template(template("{% endfor %}", table=table), data, FILE)


def repacked(change, extra=()):
    source = zipfile.ZipFile(BytesIO(template("{{ office }}")))
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, change(name, source.read(name)))
        for name in extra:
            archive.writestr(name, b"1")
    return target.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.7",
        template("ก")[:500],
        repacked(lambda _, part: part.replace(b"document.main+xml", b"template.main+xml")),
        repacked(lambda name, part: b"<!DOCTYPE a>" + part if name == "word/styles.xml" else part),
        repacked(
            lambda name, part: bytes(101 * 1024**2) if name == "word/theme/theme1.xml" else part
        ),
        repacked(
            lambda name, part: (
                "<!DOCTYPE a>".encode("utf-16") if name == "word/styles.xml" else part
            )
        ),
        repacked(lambda _, part: part, ["word/vbaProject.bin"]),
        repacked(lambda name, part: part[:99] if name == "word/document.xml" else part),
        repacked(lambda name, part: part[:99] if name == "word/_rels/document.xml.rels" else part),
    ],
    ids=[
        *("empty", "pdf", "cut", "another kind", "doctype", "bomb"),
        *("doctype in utf-16", "macros", "cut document", "cut relations"),
    ],
)
def test_what_is_no_word_document_is_refused(data, raw):
    with pytest.raises(BadFile, match="แบบจังหวัด"):
        try_template(raw, data, FILE)
