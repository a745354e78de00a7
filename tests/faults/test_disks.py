"""Full disks, disks that cannot be written, and a stick that is pulled out."""

import pytest

from tests.faults.apart import figures
from tests.faults.disks import NAMES


@pytest.mark.parametrize("disk", NAMES)
def test_a_disk_that_takes_nothing_keeps_what_was_saved_and_says_so(disk):
    found = figures("disk", disk, 1)
    if "not allowed" in found:
        pytest.skip("mounting is not allowed here")
    assert found["refused in a sentence"] > 0
    assert found["wrong"] == 0
