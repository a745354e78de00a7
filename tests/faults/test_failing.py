"""Each write, fsync, rename or removal that fails ends in the thing done or in a Thai sentence."""

import pytest

from tests.faults.apart import figures
from tests.faults.failing import FAULTS, NAMES

SLOW = ("workbook", "pdf", "set")  # what they write is made anew each time


@pytest.mark.parametrize("deed", NAMES)
def test_any_operation_that_fails_leaves_the_old_or_the_complete_and_a_sentence(deed):
    count = 3 if deed in SLOW else 6
    found = figures("fail", deed, count)
    assert found["faults"] == count * len(FAULTS)
    assert found["refused in a sentence"] > 0
    assert found["wrong"] == 0
