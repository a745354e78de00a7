from __future__ import annotations

import pytest


@pytest.fixture
def sample(qapp, filled_store):  # noqa: ARG001
    """A session on the sample office, all of a year written."""
    from ui.session import Session

    made = Session(filled_store)
    yield made
    made.closed = True
