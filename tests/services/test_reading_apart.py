"""Workbooks are read by processes of their own; a bad file costs only itself."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from threading import Event

import pytest

from db.opening import open_store
from itadesk.errors import BadFile
from itadesk.services.arrivals import arrival_of, line_of, read_arrivals
from itadesk.services.consolidating import catalogues_of, in_order, read_files
from itadesk.services.exchange import export_workbook
from itadesk.services.office import save_office
from itadesk.services.reading_apart import read_apart
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.years import catalogue_of

# the real process, but for files of these names
ODD = """
import os, sys
from itadesk.cli import reader
real = reader.read_arrival
def read(path, target_of):
    if path.name.startswith("ดับ"):
        os._exit(1)
    while path.name.startswith("ค้าง"):
        pass
    return real(path, target_of)
reader.read_arrival = read
reader.serve(sys.stdin.buffer, sys.stdout.buffer)
"""
NEVER = "import sys; sys.stdin.buffer.readline()"


@pytest.fixture(scope="module")
def store():
    opened = open_store(None)
    fill_sample(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def folder(store, tmp_path_factory):
    """Workbooks of forty offices, one of them damaged."""
    made = tmp_path_factory.mktemp("มา")
    save_office(store, replace(sample_office(), name="เทศบาลตำบลหนึ่ง"))
    export_workbook(store, sample_year(), made / "0.xlsx")
    body = (made / "0.xlsx").read_bytes()
    for number in range(1, 40):
        (made / f"{number}.xlsx").write_bytes(body)
    (made / "7.xlsx").write_bytes(body[:2000])
    return made


def odd(paths, store, stop=None, code=ODD):
    return read_apart(
        paths, catalogues_of(store), stop, command=(sys.executable, "-c", code), seconds=2
    )


def test_processes_read_what_this_process_reads(folder, store):
    paths = sorted(folder.iterdir())
    apart = in_order(read_files(paths, catalogues_of(store)), paths)
    assert apart == list(read_arrivals(paths, partial(catalogue_of, store)))
    assert [each.path.name for each in apart if each.sent is None] == ["7.xlsx"]


def test_an_arrival_stays_what_it_is_on_its_way(folder, store):
    for name in ("0.xlsx", "7.xlsx", "ไม่มี.xlsx"):
        arrival = next(read_arrivals([folder / name], partial(catalogue_of, store)))
        line = line_of(arrival)
        assert line.count(b"\n") == 1
        assert arrival_of(arrival.path, line) == arrival


@pytest.mark.parametrize(("name", "said"), [("ดับ", "ไม่สำเร็จ"), ("ค้าง", "นานผิดปกติ")])
def test_a_process_that_dies_or_hangs_costs_only_its_file(tmp_path, folder, store, name, said):
    bad = tmp_path / f"{name}\n.xlsx"
    bad.write_bytes(b"")
    good = [folder / f"{number}.xlsx" for number in range(4)]
    paths = [good[0], bad, *good[1:], bad.with_name(f"{name} ๒.xlsx")]
    found = in_order(odd(paths, store), paths)
    assert [bool(each.sent) for each in found] == [True, False, True, True, True, False]
    assert all(
        said in each.refusal and each.path.name in each.refusal for each in found if not each.sent
    )


def test_no_process_at_all_is_said_at_once(folder, store):
    with pytest.raises(BadFile, match="ติดตั้งโปรแกรมใหม่"):
        list(odd([folder / "0.xlsx"], store, code=NEVER))


def test_stopping_ends_it_even_while_a_file_hangs(tmp_path, folder, store):
    stop = Event()
    paths = [folder / "0.xlsx", tmp_path / "ค้าง.xlsx", *[folder / "1.xlsx"] * 30]
    found = []
    for arrival in odd(paths, store, stop):
        found.append(arrival)
        stop.set()
    assert 1 <= len(found) < len(paths)


def test_no_files_need_no_process(store):
    assert list(read_files([], catalogues_of(store))) == []
