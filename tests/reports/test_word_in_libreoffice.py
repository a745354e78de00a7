"""The Word file of every form of the sample, opened by LibreOffice and printed from there."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter

import pytest

from db.opening import open_store
from itadesk.reports.content import Bars, Contents, PageNumbers, Paragraph, Table, paragraphs
from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, forms
from itadesk.services.office import save_office
from itadesk.services.reporting import furnished
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.years import load_year

from .pdf.reading import pages_of, poppler
from .pdf.reading import squeezed as without_spaces

SOFFICE = shutil.which("soffice")
IDS = [form.id for form in forms()]
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def documents():
    store = open_store(None)
    fill_sample(store)
    save_office(store, sample_office())
    data = load_year(store, sample_year())
    options = {form: furnished(store, data, form, Options()) for form in forms()}
    store.close()
    return {form.id: form.build(data, given) for form, given in options.items()}


@pytest.fixture(scope="module")
def printed(documents, tmp_path_factory):
    """The folder of the PDFs; LibreOffice starts once for all files."""
    folder = tmp_path_factory.mktemp("word")
    files = []
    for form, document in documents.items():
        files.append(folder / f"{form}.docx")
        files[-1].write_bytes(render_docx(document))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


def squeezed(text):
    """Without white space; LibreOffice gives ำ back in its two parts."""
    return without_spaces(text).replace("\u200b", "").replace("\u0e4d\u0e32", "\u0e33")


@pytest.fixture(params=IDS)
def form(request):
    return request.param


@pytest.fixture
def document(documents, form):
    return documents[form]


@pytest.fixture
def data(printed, form):
    return (printed / f"{form}.pdf").read_bytes()


@pytest.fixture
def text(data, tmp_path):
    return squeezed(poppler(data, tmp_path, "-raw"))


def blocks_of(document, kind):
    return [b for section in document.sections for b in section.blocks if isinstance(b, kind)]


def test_every_text_is_there_and_no_other(document, text):
    wanted = Counter("".join(squeezed(each.text) for each in paragraphs(document)))
    for chart in blocks_of(document, Bars):  # a picture
        for bar in chart.bars:
            wanted -= Counter(squeezed(bar.label.text + bar.note.text))
    found = Counter(text)
    assert wanted - found == Counter()
    assert set(found - wanted) <= repeated(document)


def repeated(document):
    """Characters of running lines, table heads, dotted leaders, and page numbers, which
    LibreOffice shows in Arabic digits; those of the contents stand there as we filled them in."""
    found = {"."}
    if any(section.page_numbers is PageNumbers.DASHED for section in document.sections):
        found |= set("-0123456789")
    if blocks_of(document, Contents):
        found |= set("๐๑๒๓๔๕๖๗๘๙")
    for section in document.sections:
        found.update(*(squeezed(line.text) for line in section.running))
    for table in blocks_of(document, Table):
        found.update(*(squeezed(row_text(row)) for row in table.head))
    return found


def row_text(row):
    blocks = (block for cell in row.cells for block in cell.blocks)
    return "".join(block.text for block in blocks if isinstance(block, Paragraph))


def test_rows_of_tables_are_the_same_and_only_page_ends_cut_them(document, data, text):
    rows = [row for table in blocks_of(document, Table) for row in (*table.head, *table.rows)]
    cut = [row for row in rows if squeezed(row_text(row)) not in text]
    assert len(cut) < len(pages_of(data))
    for row in cut:
        for cell in row.cells:
            for block in (each for each in cell.blocks if isinstance(each, Paragraph)):
                words = map(squeezed, block.text.split())
                assert all(word[:8] in text for word in words)


def test_heads_stand_on_every_page_of_a_long_table(document, data, tmp_path):
    pages = [squeezed(page) for page in poppler(data, tmp_path, "-raw").split("\f")]
    for table in blocks_of(document, Table):
        heads = "".join(squeezed(row_text(row)) for row in table.head)
        bodies = [squeezed(row_text(row))[:12] for row in table.rows]
        for page in (each for each in pages if "ภาคผนวก" not in each):
            if sum(body in page for body in bodies if len(body) == 12) > 1:
                assert heads in page
