"""The register of public items comes back as it was saved, and can be taken back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.opening import create_store, open_store
from itadesk.errors import NotFound
from itadesk.model.changes import Kind
from itadesk.model.oit import OitEntry

from .builders import OFFICE, dump, start

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
entries = st.builds(
    OitEntry,
    code=st.just("o1"),
    answer=st.none() | st.booleans(),
    urls=st.lists(texts, max_size=4).map(tuple),
    explanation=texts,
    unit=texts,
    checked_on=st.none() | st.dates(),
)
ENTRY = OitEntry(
    "o12",
    True,
    ("https://www.example.go.th/2568/a", "https://www.example.go.th/2568/b"),
    "คำอธิบาย",
    "กองคลัง",
    date(2025, 3, 31),
)


def save(store, entry, year=2568):
    with store.transaction("ทะเบียน OIT", Kind.OIT):
        store.oit.save(year, entry)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=entries, second=entries)
def test_an_entry_comes_back_as_added_and_as_changed(store, first, second):
    for entry in (first, second):
        save(store, entry)
        assert store.oit.of_year(2568) == (() if entry.empty else (entry,))


def test_entries_stand_by_number_and_belong_to_their_year(store):
    start(store, 2567)
    for code in ("o10", "o2", "o1"):
        save(store, OitEntry(code, answer=False))
    save(store, ENTRY, 2567)
    assert [each.code for each in store.oit.of_year(2568)] == ["o1", "o2", "o10"]
    assert store.oit.of_year(2567) == (ENTRY,)


def test_an_entry_is_still_there_when_the_file_is_opened_again(tmp_path):
    path = tmp_path / "a.itadesk"
    store = create_store(path, OFFICE)
    start(store)
    save(store, ENTRY)
    store.close()
    store = open_store(path)
    assert store.oit.of_year(2568) == (ENTRY,)
    store.close()


def test_undo_and_redo_carry_the_addresses_along(store):
    before = dump(store)
    save(store, ENTRY)
    saved = dump(store)
    save(store, OitEntry("o12"))
    assert dump(store) == before
    assert store.undo().kinds == {Kind.OIT}
    assert dump(store) == saved
    store.undo()
    assert dump(store) == before
    store.redo()
    assert store.oit.of_year(2568) == (ENTRY,)


def test_only_what_changed_has_a_line_in_the_change_log(store):
    save(store, ENTRY)
    count = len(store.change_log.lines())
    save(store, replace(ENTRY, urls=(ENTRY.urls[0], "https://www.example.go.th/c")))
    (line,) = store.change_log.lines()[count:]
    assert (line.table, line.row, line.field, line.before, line.after) == (
        *("oit_url", "2568/o12/2", "url"),
        *(ENTRY.urls[1], "https://www.example.go.th/c"),
    )


def test_the_register_goes_with_its_year(store):
    save(store, ENTRY)
    with store.transaction("ลบปี"):
        store._file.write("DELETE FROM assessment WHERE year = 2568")
    assert (dump(store)["oit_entry"], dump(store)["oit_url"]) == ([], [])


def test_a_year_that_is_gone_is_a_sentence(store):
    with pytest.raises(NotFound):
        save(store, ENTRY, year=2570)
