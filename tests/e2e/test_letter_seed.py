"""The published letter goes through the command line, and comes out with every text."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest

from itadesk.__main__ import main
from itadesk.model.office import Office, OfficeKind
from itadesk.reports.parts.names import head_title, sender_place
from tests.helpers.seeds import seed


def squeezed(text):
    return re.sub(r"\s+", "", text)


@pytest.fixture
def letter():
    return seed("001")["letter"]


@pytest.fixture
def office(tmp_path):
    data = seed("001")
    path = tmp_path / "office.itadesk"
    words = ["new", path, "--office", data["agency"]["name_th"], "--kind", data["agency"]["kind"]]
    assert main([str(word) for word in [*words, "--year", data["scores_fiscal_year"]]]) == 0
    return path, str(data["scores_fiscal_year"])


def printed(office, letter, out):
    path, year = office
    texts = {
        "number": letter["doc_no"].removeprefix("ที่ "),
        "address": letter["office_address"],
        "date": letter["date_iso"],
        "subject": letter["subject"],
        "to": letter["to"],
        "refer": letter["reference"],
        "enclosures": letter["enclosure"],
        "body": "\n".join(letter["body"]),
        "sign_name": letter["signatory"],
        "owner": "\n".join(letter["from_office"]),
    }
    sets = [word for key, text in texts.items() for word in ("--set", f"{key}={text}")]
    assert main(["report", str(path), "letter", str(out), "--year", year, *sets]) == 0
    return out


def test_the_names_of_the_office_are_those_of_the_seed(letter):
    data = seed("001")
    office = Office(data["agency"]["name_th"], OfficeKind(data["agency"]["kind"]))
    assert head_title(office) == letter["signatory_position"]
    assert sender_place(office) == letter["office"]


def test_every_text_of_the_letter_is_printed_on_one_page(office, letter, tmp_path):
    pdf = printed(office, letter, tmp_path / "out.pdf")
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True)
    text = squeezed(raw.stdout.decode())
    texts = [letter[key] for key in letter if key not in _NOT_TEXTS]
    wanted = [each for text in texts for each in (text if isinstance(text, list) else [text])]
    assert len(wanted) > 12
    assert [each for each in wanted if squeezed(each) not in text] == []
    assert raw.stdout.decode().count("\f") == 1


# the footer is an appeal of that year, not a part of letters
_NOT_TEXTS = ("doc_no_as_printed", "date_iso", "footer")


def test_the_parts_of_the_letter_stand_in_the_seeds_order(office, letter, tmp_path):
    pdf = printed(office, letter, tmp_path / "out.pdf")
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True)
    text = squeezed(raw.stdout.decode())
    keys = ["doc_no", "office", "office_address", "date_text", "subject", "to", "reference"]
    keys += ["enclosure", "closing", "signatory", "signatory_position"]
    places = [text.rindex(squeezed(letter[key])) for key in keys]
    assert places == sorted(places)


def test_the_word_file_has_the_same_texts(office, letter, tmp_path):
    out = printed(office, letter, tmp_path / "out.docx")
    xml = ZipFile(BytesIO(out.read_bytes())).read("word/document.xml").decode()
    text = squeezed("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml)))
    for each in (*letter["body"], letter["subject"], letter["signatory"], letter["enclosure"]):
        assert squeezed(each) in text


def test_every_official_document_can_be_printed_from_the_command_line(office, tmp_path, capsys):
    path, year = office
    for form in ("letter", "memo", "announcement", "order", "minutes"):
        for ending in ("pdf", "docx"):
            out = tmp_path / f"{form}.{ending}"
            words = ["report", str(path), form, str(out), "--year", year]
            assert main([*words, "--set", "date=1 ต.ค. 2568", "--digits", "arabic"]) == 0
            assert out.stat().st_size > 2000
    capsys.readouterr()
    words = ["report", str(path), "letter", str(tmp_path / "x.pdf"), "--year", year]
    assert main([*words, "--set", "date=31 ก.พ. 2568"]) == 1
    said = capsys.readouterr().err
    assert "วันที่ของเอกสาร" in said
    assert said.count("\n") == 1
    assert not (tmp_path / "x.pdf").exists()
