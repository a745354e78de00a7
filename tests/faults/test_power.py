"""After a power loss the last confirmed change is there, whatever the disk had not written yet."""

import pytest

from tests.faults.apart import figures
from tests.faults.power import NAMES


@pytest.mark.parametrize("deed", NAMES)
def test_power_that_goes_at_any_moment_loses_nothing_confirmed(deed):
    found = figures("power", deed, 15)
    assert found["moments"] >= 3 * 7
    assert found["lost or broken"] == 0
