"""Files that leave the program say nothing of the person, the computer or the time."""

from __future__ import annotations

import getpass
import platform
import re
import zipfile
from io import BytesIO

import pytest
from pypdfium2 import PdfDocument

from itadesk.__main__ import main

ALLOWED = {"itadesk", "Microsoft Excel Compatible / Openpyxl 3.1.5"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Every document of the sample office."""
    folder = tmp_path_factory.mktemp("ชื่อผู้ใช้") / "ตัวอย่าง"
    assert main(["demo", str(folder)]) == 0
    return folder


def parts(body):
    with zipfile.ZipFile(BytesIO(body)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def properties(body):
    return "\n".join(text for name, text in parts(body).items() if name.startswith("docProps/"))


def test_no_file_names_the_user_the_computer_or_a_folder(made):
    traces = [str(made.parent), f"/{getpass.getuser()}/", f"\\{getpass.getuser()}\\"]
    if len(platform.node()) > 5:  # a shorter name of a computer is found by chance
        traces.append(platform.node())
    for path in made.iterdir():
        body = path.read_bytes()
        texts = [body.decode("latin-1")]
        if path.suffix in (".docx", ".xlsx"):
            texts += parts(body).values()
        for text in texts:
            assert [trace for trace in traces if trace in text] == [], path.name


def test_word_and_excel_files_name_the_office_as_author_and_this_program(made):
    files = [path for path in made.iterdir() if path.suffix in (".docx", ".xlsx")]
    assert len(files) > 10
    for path in files:
        text = properties(path.read_bytes())
        assert set(re.findall("<Application>(.*?)<", text)) <= ALLOWED, path.name
        authors = re.findall("<(?:dc:creator|cp:lastModifiedBy)[^>]*>([^<]*)<", text)
        assert {each for each in authors if each} <= {"องค์การบริหารส่วนตำบลตัวอย่าง"}, path.name
        assert set(re.findall(r"\d{4}-\d\d-\d\dT", text)) <= {"2001-01-01T", "2000-01-01T"}


def test_a_pdf_names_the_office_and_no_moment(made):
    for path in made.glob("*.pdf"):
        known = PdfDocument(path).get_metadata_dict()
        assert known["Creator"] == known["Producer"] == "itadesk"
        assert not known["CreationDate"]
        assert not known["ModDate"]
