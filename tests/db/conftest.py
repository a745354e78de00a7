"""A store in memory with a year, and an office file on disk."""

from pathlib import Path

import pytest

from db.opening import create_store, open_store

from .builders import OFFICE, record, start


@pytest.fixture
def store():
    store = open_store(None)
    start(store)
    yield store
    store.close()


@pytest.fixture
def office_file(tmp_path) -> Path:
    """A closed file with a year and one score, i1 = 90."""
    path = tmp_path / "บ้านทดลอง.itadesk"
    store = create_store(path, OFFICE)
    start(store)
    record(store, "i1", 90)
    store.close()
    return path
