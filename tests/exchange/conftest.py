"""Empty stores, and a file of a year."""

import pytest

from db.opening import open_store
from itadesk.services.years import start_year

from .workbooks import save


@pytest.fixture
def empty():
    """A file without an office's name and without a year."""
    opened = open_store(None)
    yield opened
    opened.close()


@pytest.fixture
def store(empty):
    """A file with the year 2568 and nothing in it."""
    start_year(empty, 2568)
    return empty


@pytest.fixture
def made(tmp_path):
    """Makes a workbook of the given sheets."""
    return lambda sheets, year=2568: save(tmp_path / "เข้า.xlsx", sheets, year)
