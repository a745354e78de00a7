"""Each write, fsync, rename or removal that fails ends in the thing done or in a Thai sentence."""

import pytest

from tests.faults.apart import figures
from tests.faults.failing import FAULTS, NAMES


@pytest.mark.parametrize("deed", NAMES)
def test_any_operation_that_fails_leaves_the_old_or_the_complete_and_a_sentence(deed):
    found = figures("fail", deed, 6)
    assert found["faults"] == 6 * len(FAULTS)
    assert found["refused in a sentence"] > 0
    assert found["wrong"] == 0
