"""Filled templates opened by LibreOffice: whole texts, computed formulas, Thai digits."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from itadesk.model.office import Settings
from itadesk.services.sample_record import sample_data
from itadesk.services.templates import EXCEL, WORD, starting_template, write_filled

from .pdf.reading import poppler
from .pdf.reading import squeezed as without_spaces

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def squeezed(text):
    """Without white space; LibreOffice gives ำ back in its two parts."""
    return without_spaces(text).replace("\u0e4d\u0e32", "\u0e33")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The text of both, without white space; LibreOffice starts once."""
    folder = tmp_path_factory.mktemp("templates")
    paths = {WORD: folder / "word.docx", EXCEL: folder / "excel.xlsx"}
    for ending, path in paths.items():
        body = starting_template(ending, Settings(docx_font="Laksaman"))
        write_filled(body, path.name, sample_data(), path)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *paths.values()], check=True, capture_output=True, timeout=120)
    return {
        ending: squeezed(poppler(path.with_suffix(".pdf").read_bytes(), folder, "-raw"))
        for ending, path in paths.items()
    }


@pytest.mark.parametrize("ending", [WORD, EXCEL])
def test_every_text_is_printed_and_no_placeholder(printed, ending):
    data, text = sample_data(), printed[ending]
    assert "{" not in text
    wanted = [data.office.name]
    wanted += [each.name.text for each in data.catalogue.indicators]
    wanted += [unit for measure in data.measures for unit in measure.units]
    for words in wanted:
        assert squeezed(words) in text


def test_formulas_of_the_template_are_computed_over_all_rows_in_thai_digits(printed):
    scores = [each.value for each in sample_data().result.indicators.values()]
    mean = f"{sum(scores) / len(scores):.2f}"
    assert mean.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) in printed[EXCEL]
