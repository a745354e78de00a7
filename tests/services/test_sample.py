"""The sample without storage is the one that a file is filled with."""

from __future__ import annotations

from dataclasses import replace

from itadesk.reports.placeholders import values_of
from itadesk.services.sample import sample_year
from itadesk.services.sample_record import sample_data
from itadesk.services.years import load_year


def test_the_sample_as_records_prints_what_the_sample_file_prints(filled_store):
    stored = load_year(filled_store, sample_year())
    assert values_of(sample_data()) == values_of(stored)
    assert [replace(each, id=None) for each in stored.findings] == list(sample_data().findings)
