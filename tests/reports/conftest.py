"""The sample office's year, as every form is given it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.opening import open_store
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.years import load_year


@pytest.fixture
def data():
    """The sample year with the office's name in it."""
    store = open_store(None)
    fill_sample(store)
    yield replace(load_year(store, sample_year()), office=sample_office())
    store.close()
