"""kill -9 loses nothing that was confirmed and leaves no file that cannot be read."""

import pytest

from tests.faults.apart import figures
from tests.faults.killing import NAMES


@pytest.mark.parametrize("deed", NAMES)
def test_a_kill_at_a_random_moment_loses_nothing_confirmed(deed):
    found = figures("kill", deed, 8)
    assert (found["kills"], found["lost or broken"]) == (8, 0)


@pytest.mark.parametrize("deed", NAMES)
def test_a_kill_before_any_write_loses_nothing_confirmed(deed):
    found = figures("each", deed, 10)
    assert found["kills"] >= 9
    assert found["lost or broken"] == 0
    if deed in ("typing", "import", "migration"):  # between the journal and the commit
        assert found["hot journals"] > 0
