"""The documents of a year written into one folder."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.errors import BadValue, CannotWrite
from itadesk.model.document import DocumentRecord
from itadesk.reports.forms import Form, Options, forms
from itadesk.services.documents import save_document
from itadesk.services.freezing import freeze
from itadesk.services.whole_set import (
    BUG,
    Piece,
    WholeSet,
    files_of,
    new_folder,
    read_set,
    write_files,
)

YEAR = 2568
BOTH = (".pdf", ".docx")


def written(whole, folder, stopped=lambda: False):
    told = []
    write_files(files_of(whole), folder, told.append, stopped)
    return told


def test_chosen_forms_and_the_workbook_land_in_the_folder(filled_store, tmp_path):
    whole = read_set(filled_store, YEAR, ("summary", "ranking"), BOTH, workbook=True)
    told = written(whole, tmp_path)
    assert len(whole) == len(told) == 5
    assert not any(each.problem for each in told)
    assert {each.name for each in told} == {path.name for path in tmp_path.iterdir()}
    heads = {path.suffix: path.read_bytes()[:2] for path in tmp_path.iterdir()}
    assert heads == {".pdf": b"%P", ".docx": b"PK", ".xlsx": b"PK"}


def test_every_form_of_the_program_can_be_in_a_set(filled_store, tmp_path):
    whole = read_set(filled_store, YEAR, [form.id for form in forms()], (".pdf",))
    told = written(whole, tmp_path)
    assert [each for each in told if each.problem] == []
    assert len(told) >= len(forms())


def test_nothing_of_the_store_is_needed_once_the_set_is_read(filled_store, tmp_path):
    whole = read_set(filled_store, YEAR, ("summary",), (".pdf",), workbook=True)
    filled_store.close()
    assert [each.problem for each in written(whole, tmp_path)] == ["", ""]


def test_each_document_of_a_form_has_a_file_with_its_number(store, tmp_path):
    for number in ("พบ ๑/๒", "", "พบ ๑/๒"):
        save_document(store, YEAR, DocumentRecord(form="memo", number=number))
    whole = read_set(store, YEAR, ("memo",), (".pdf",))
    names = [each.name for each in whole.pieces]
    assert len(set(names)) == 3
    assert any(name.endswith("ที่ พบ ๑-๒") for name in names)
    assert not any(each.problem for each in written(whole, tmp_path))


def test_what_is_signed_is_written_as_it_was_signed(store, tmp_path):
    letter = save_document(store, YEAR, DocumentRecord(form="letter")).created
    freeze(store, YEAR, letter, b"%PDF-1.7 signed", "mark")
    told = written(read_set(store, YEAR, ("letter",), BOTH), tmp_path)
    assert (tmp_path / told[0].name).read_bytes() == b"%PDF-1.7 signed"
    assert (tmp_path / told[1].name).read_bytes()[:2] == b"PK"


def test_a_form_that_fails_does_not_stop_the_others(filled_store, tmp_path):
    whole = read_set(filled_store, YEAR, ("summary", "ranking"), (".pdf",))

    def refuse(_data, _options):
        raise BadValue("กรอกเลขที่ก่อนพิมพ์")

    def break_down(_data, _options):
        raise ZeroDivisionError

    good = whole.pieces[0]
    bad = [Piece(broken(good.form, build), f"เสีย {n}", Options())
           for n, build in enumerate((refuse, break_down))]  # fmt: skip
    told = written(WholeSet(whole.data, (*bad, *whole.pieces), (".pdf",), False), tmp_path)
    assert [each.problem for each in told] == ["กรอกเลขที่ก่อนพิมพ์", BUG, "", ""]
    assert isinstance(told[1].bug, ZeroDivisionError)
    assert len(list(tmp_path.iterdir())) == 2


def broken(form: Form, build) -> Form:
    return replace(form, build=build)


def test_stopping_keeps_what_is_written(filled_store, tmp_path):
    whole = read_set(filled_store, YEAR, ("summary", "ranking", "letter"), (".pdf",))
    told = []
    write_files(files_of(whole), tmp_path, told.append, lambda: len(told) == 2)
    assert [path.name for path in sorted(tmp_path.iterdir())] == sorted(each.name for each in told)
    assert len(told) == 2


def test_a_set_never_goes_into_a_folder_that_is_there(tmp_path):
    folders = [new_folder(tmp_path, YEAR) for _ in range(3)]
    assert [each.name for each in folders] == [
        "เอกสาร ITA ปี ๒๕๖๘",
        "เอกสาร ITA ปี ๒๕๖๘ (2)",
        "เอกสาร ITA ปี ๒๕๖๘ (3)",
    ]
    with pytest.raises(CannotWrite, match="เลือกที่อื่น"):
        new_folder(tmp_path / "ไม่มี", YEAR)
