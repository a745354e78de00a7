"""The comparison that the trial on Windows rests on can fail."""

from __future__ import annotations

import shutil

import openpyxl
import pytest

from db.opening import open_store
from installer.trying.comparing import differences
from itadesk.services.reporting import write_report
from itadesk.services.sample import fill_sample, sample_year


@pytest.fixture
def folders(tmp_path):
    """The same documents twice."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    store = open_store(None)
    fill_sample(store)
    for name in ("memo.pdf", "memo.docx"):
        write_report(store, sample_year(), "memo", here / name)
    store.close()
    book = openpyxl.Workbook()
    book.active["A1"] = "คะแนน"
    book.save(here / "book.xlsx")
    shutil.copytree(here, there)
    return here, there


def test_the_same_documents_do_not_differ(folders):
    assert differences(*folders) == []


def test_a_missing_file_is_told(folders):
    (folders[1] / "memo.pdf").unlink()
    assert differences(*folders) == ["only one has memo.pdf"]


@pytest.mark.parametrize("name", ["memo.pdf", "memo.docx"])
def test_another_text_is_told(folders, name):
    store = open_store(None)
    fill_sample(store)
    write_report(store, sample_year(), "letter", folders[1] / name)
    store.close()
    found = differences(*folders)
    assert found
    assert all(line.startswith(f"{name}: ") for line in found)


def test_another_cell_is_told(folders):
    path = folders[1] / "book.xlsx"
    book = openpyxl.load_workbook(path)
    book.active["A1"] = "คะแนนรวม"
    book.save(path)
    assert differences(*folders) == ["book.xlsx: sheet Sheet"]
