"""The documents that the items of a year ask for, each from its own score year."""

import pytest

from itadesk.oit_set import item_documents
from itadesk.services.oit_set import read_oit_set
from itadesk.services.whole_set import files_of, write_files
from itadesk.services.years import catalogue_of, start_year


@pytest.mark.parametrize(
    ("year", "asked"),
    [
        (2566, [("o42", "issues", 2565), ("o43", "results", 2564)]),
        (2567, [("o34", "issues", 2566), ("o35", "results", 2565)]),
        (2568, [("o27", "issues", 2567), ("o28", "results", 2566)]),
        (2569, [("o25", "development", 2568), ("o26", "results", 2567)]),
    ],
)
def test_items_ask_for_the_result_of_the_year_before_and_what_was_done_before_that(
    store, year, asked
):
    found = item_documents(catalogue_of(store, year))
    assert [(each.code, each.form, each.score_year) for each in found] == asked


def test_the_set_takes_each_document_from_its_own_year(store):
    for year in (2566, 2567):
        start_year(store, year)
    found = read_oit_set(store, 2568)
    names = [(part.data.year, piece.name) for part in found.sets for piece in part.pieces]
    assert names == [
        (2567, "o๒๗ มาตรการส่งเสริมคุณธรรมและความโปร่งใส รายประเด็น (ผลปี ๒๕๖๗)"),
        (2566, "o๒๘ การรายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส (ผลปี ๒๕๖๖)"),
        (2568, "ทะเบียนการเปิดเผยข้อมูลสาธารณะ (OIT)"),
    ]
    assert found.missing == ()


def test_a_year_that_is_not_in_the_file_is_told(store):
    found = read_oit_set(store, 2568, register=False)
    assert found.sets == ()
    assert [(each.code, each.score_year) for each in found.missing] == [
        ("o27", 2567),
        ("o28", 2566),
    ]


def test_the_set_is_written_as_pdf(store, tmp_path):
    start_year(store, 2567)
    told = []
    for part in read_oit_set(store, 2568, register=False).sets:
        write_files(files_of(part), tmp_path, told.append)
    assert [each.problem for each in told] == [""]
    assert (tmp_path / told[0].name).read_bytes().startswith(b"%PDF-")
