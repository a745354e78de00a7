"""Templates of the office: tried on the sample, kept in the file, filled to a target."""

from __future__ import annotations

import docx
import openpyxl
import pytest

from itadesk.__main__ import main
from itadesk.errors import BadFile, BadValue, CannotWrite, NotFound
from itadesk.model.kept import FileRole
from itadesk.model.office import Digits, Settings
from itadesk.services.sample import sample_year
from itadesk.services.sample_record import sample_data
from itadesk.services.templates import (
    EXCEL,
    WORD,
    fill_named,
    filled_name,
    keep_template,
    kept_templates,
    remove_template,
    starting_template,
    try_file,
    write_filled,
)
from itadesk.services.years import load_year


@pytest.fixture
def folder(tmp_path):
    """A folder with a template in Word and one in Excel."""
    for ending in (WORD, EXCEL):
        (tmp_path / f"แบบ{ending}").write_bytes(starting_template(ending, Settings()))
    return tmp_path


@pytest.fixture(params=[WORD, EXCEL])
def path(request, folder):
    return folder / f"แบบ{request.param}"


def kept(store):
    return kept_templates(store)


def text_of(path):
    if path.suffix == EXCEL:
        sheets = openpyxl.load_workbook(path).worksheets
        cells = [cell.value for sheet in sheets for row in sheet.rows for cell in row]
        return "\n".join(map(str, filter(None, cells)))
    word = docx.Document(str(path))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join((*(each.text for each in word.paragraphs), *cells))


def test_a_starting_template_can_be_tried_kept_and_filled(filled_store, path, tmp_path):
    trial = try_file(path)
    assert {"office", "year", "indicators", "measures"} <= set(trial.used)
    keep_template(filled_store, trial)
    (one,) = kept(filled_store)
    assert (one.role, one.name) == (FileRole.TEMPLATE, path.name)
    assert one.note.split(",") == list(trial.used)
    target = tmp_path / f"ออก{path.suffix}"
    fill_named(filled_store, sample_year(), path.name, target)
    text, data = text_of(target), load_year(filled_store, sample_year())
    assert "{{" not in text
    for words in (data.office.name, "๒๕๖๘", data.measures[-1].units[0]):
        assert words in text
    for indicator in data.catalogue.indicators:
        assert indicator.name.text in text


def test_a_template_of_the_same_name_takes_the_place_of_the_earlier(filled_store, path):
    keep_template(filled_store, try_file(path))
    keep_template(filled_store, try_file(path))
    assert len(kept(filled_store)) == 1
    filled_store.undo()
    assert len(kept(filled_store)) == 1
    filled_store.undo()
    assert kept(filled_store) == ()


def test_taking_a_template_out_can_be_undone(filled_store, path):
    keep_template(filled_store, try_file(path))
    remove_template(filled_store, kept(filled_store)[0].id)
    assert kept(filled_store) == ()
    filled_store.undo()
    assert [each.name for each in kept(filled_store)] == [path.name]


def test_a_bad_template_is_refused_by_its_name(tmp_path):
    word = docx.Document()
    word.add_paragraph("{{ โอฟฟิศ }}")
    word.save(str(tmp_path / "ผิด.docx"))
    with pytest.raises(BadValue, match=r"“ผิด\.docx”.*“โอฟฟิศ”"):
        try_file(tmp_path / "ผิด.docx")


@pytest.mark.parametrize("name", ["ไม่มี.docx", "ไม่มี.xlsx", "แบบ.pdf", ""])
def test_what_is_no_template_is_said(folder, name):
    (folder / "แบบ.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(BadFile, match="โปรด"):
        try_file(folder / name)


def test_a_large_file_is_refused_unread(tmp_path):
    with (tmp_path / "แบบ.docx").open("wb") as file:
        file.truncate(10 * 1024**2 + 1)
    with pytest.raises(BadFile, match="๑๐ MB"):
        try_file(tmp_path / "แบบ.docx")


def test_the_target_must_be_of_the_kind_of_the_template(folder):
    body = (folder / "แบบ.docx").read_bytes()
    with pytest.raises(BadValue, match=r"\.docx"):
        write_filled(body, "แบบ.docx", sample_data(), folder / "ออก.xlsx")


def test_a_template_is_never_overwritten_by_what_it_becomes(filled_store, path):
    before = path.read_bytes()
    with pytest.raises(CannotWrite, match="เป็นแม่แบบ"):
        fill_named(filled_store, sample_year(), str(path), path)
    assert path.read_bytes() == before


def test_a_name_that_is_neither_file_nor_kept_is_said(filled_store, tmp_path):
    with pytest.raises(NotFound, match=r"“ไม่มี\.docx”"):
        fill_named(filled_store, sample_year(), "ไม่มี.docx", tmp_path / "ออก.docx")


def test_a_filled_template_is_named_after_year_and_office():
    name = filled_name("แบบ:จังหวัด.DOCX", sample_data())
    assert name == "แบบ-จังหวัด ปี ๒๕๖๘ องค์การบริหารส่วนตำบลตัวอย่าง.docx"


def test_the_starting_workbook_shows_its_mean_in_the_digits_of_the_office(tmp_path):
    for digits, shown in ((Digits.THAI, "[$-D00041E]0.00"), (Digits.ARABIC, "0.00")):
        path = tmp_path / "แบบ.xlsx"
        path.write_bytes(starting_template(EXCEL, Settings(digits=digits)))
        assert openpyxl.load_workbook(path).active["C6"].number_format == shown


def test_the_command_line_fills_a_file(folder, path, capsys):
    assert main(["demo", str(folder / "ชุด")]) == 0
    (office,) = (folder / "ชุด").glob("*.itadesk")
    target = folder / f"ออก{path.suffix}"
    assert main(["fill", str(office), str(path), str(target), "--year", "2568"]) == 0
    assert "องค์การบริหารส่วนตำบลตัวอย่าง" in text_of(target)
    capsys.readouterr()
    assert main(["fill", str(office), "ไม่มี.docx", str(target)]) == 1
    assert "ไม่พบแม่แบบ" in capsys.readouterr().err
