"""Spoilt workbooks are read or refused in a sentence; `tests/bench/run fuzz` tries thousands."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial

import pytest

from db.opening import open_store
from itadesk.exchange.writing import write_workbook
from itadesk.services.arrivals import read_arrivals
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.years import catalogue_of, load_year

from .mutated import bombs, mutated


@pytest.fixture(scope="module")
def store():
    opened = open_store(None)
    fill_sample(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def body(store):
    return write_workbook(replace(load_year(store, sample_year()), office=sample_office()))


def test_spoilt_workbooks_are_read_or_refused_in_a_sentence(store, body, tmp_path):
    chance = random.Random(15)
    made = {tmp_path / f"{number}.xlsx": mutated(body, chance) for number in range(150)}
    for path, data in made.items():
        path.write_bytes(data)
    found = list(read_arrivals(made, partial(catalogue_of, store)))
    refused = [each.refusal for each in found if each.sent is None]
    assert all("โปรด" in each for each in refused)
    assert 30 < len(refused) < 140
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == made


def test_bombs_are_refused_before_they_are_unpacked(store, body, tmp_path):
    path = tmp_path / "a.xlsx"
    for name, data in bombs(body):
        path.write_bytes(data)
        (found,) = read_arrivals([path], partial(catalogue_of, store))
        assert found.sent is None, name
        assert "โปรด" in found.refusal, name
