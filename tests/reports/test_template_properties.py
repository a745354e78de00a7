"""What an office's template says of the person who made it does not travel with the document."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from itadesk.reports.templates import fill_template

PERSON = "สมหมาย ช่างพิมพ์"


def texts(body):
    with zipfile.ZipFile(BytesIO(body)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_a_filled_word_template_forgets_who_made_the_template(data):
    word = docx.Document()
    word.add_paragraph("{{ office }}")
    core = word.core_properties
    core.author = core.last_modified_by = core.comments = core.keywords = PERSON
    body = BytesIO()
    word.save(body)
    filled = fill_template(body.getvalue(), data, "แบบ.docx")
    assert PERSON not in texts(filled)
    assert data.office.name in texts(filled)


def test_a_filled_excel_template_forgets_who_made_the_template(data):
    book = Workbook()
    book.active["A1"] = "{{ office }}"
    book.properties.creator = book.properties.lastModifiedBy = PERSON
    book.custom_doc_props.append(StringProperty(name="ผู้จัดทำ", value=PERSON))
    body = BytesIO()
    book.save(body)
    filled = fill_template(body.getvalue(), data, "แบบ.xlsx")
    assert PERSON not in texts(filled)
