"""A spoilt office file is refused in a sentence, and is never written to."""

import pytest

from tests.faults.apart import figures


@pytest.fixture(scope="module")
def found():
    return figures("mutate", "files", 300)


def test_no_spoilt_file_ends_or_hangs_the_program_or_shows_a_mistake_of_ours(found):
    for outcome in ("CRASHED", "HUNG", "BUG", "BUG WHEN READ", "REFUSED IN NO SENTENCE"):
        assert outcome not in found
    assert found["refused"] > 50
    assert found["opened, equal"] > 10


def test_no_spoilt_file_is_written_to(found):
    assert "WRITTEN TO" not in found


def test_what_opens_has_equal_content(found):
    assert [outcome for outcome in found if outcome.startswith("OTHER CONTENT")] == []
