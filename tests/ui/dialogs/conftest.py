from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from db.opening import open_store
from itadesk.services.office import save_office
from itadesk.services.sample import fill_sample, sample_office
from itadesk.services.years import start_year
from ui.session import Session


def pytest_collection_modifyitems(items):
    """The screen that is not there cannot be told sizes, raised or grabbed."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def sample(qapp):  # noqa: ARG001
    """A session on the sample office, all of a year written."""
    store = open_store(None)
    save_office(store, sample_office())
    fill_sample(store)
    session = Session(store)
    yield session
    session.close()


@pytest.fixture
def fresh(qapp):  # noqa: ARG001
    """A session on an office that has only begun a year."""
    store = open_store(None)
    save_office(store, sample_office())
    start_year(store, 2568)
    session = Session(store)
    yield session
    session.close()
