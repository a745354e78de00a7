"""The fonts that the office chose reach what is written."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pypdf
import pytest

from itadesk.services.office import save_settings
from itadesk.services.reporting import write_report
from tests.reports.pdf.lookalikes import install


def choose(store, **fonts):
    save_settings(store, replace(store.office.settings(), **fonts))


def families_in(path):
    """The first words of the names of the fonts on page 1; drawn signs have no font."""
    reader = pypdf.PdfReader(io.BytesIO(path.read_bytes()))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    named = [font.get_object().get("/BaseFont") for font in fonts]
    return {name[8:].split("-")[0] for name in named if name}


def test_documents_are_printed_in_the_shipped_font_unless_told_otherwise(
    filled_store, pc_fonts, tmp_path
):
    install(pc_fonts)
    write_report(filled_store, 2568, "summary", tmp_path / "a.pdf")
    assert families_in(tmp_path / "a.pdf") == {"Laksaman"}


def test_a_document_is_printed_in_the_chosen_font_of_the_pc(filled_store, pc_fonts, tmp_path):
    install(pc_fonts, "TH Sarabun New")
    choose(filled_store, pdf_font="TH Sarabun New")
    write_report(filled_store, 2568, "summary", tmp_path / "a.pdf")
    assert families_in(tmp_path / "a.pdf") == {"THSarabunNew"}


@pytest.mark.parametrize("rights", [0, 2], ids=["absent", "forbidden"])
def test_the_shipped_font_stands_in_for_one_that_is_absent_or_may_not_be_embedded(
    filled_store, pc_fonts, tmp_path, rights
):
    install(pc_fonts, "TH SarabunPSK" if rights else "TH Sarabun New", rights=rights)
    choose(filled_store, pdf_font="TH SarabunPSK")
    write_report(filled_store, 2568, "summary", tmp_path / "a.pdf")
    assert families_in(tmp_path / "a.pdf") == {"Laksaman"}


def test_a_word_document_names_the_chosen_font(filled_store, tmp_path):
    choose(filled_store, docx_font="TH Niramit AS")
    write_report(filled_store, 2568, "summary", tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        styles = parts.read("word/styles.xml").decode()
    assert 'w:cs="TH Niramit AS"' in styles
    assert "TH SarabunPSK" not in styles
