"""Notes beside scores."""

import pytest

from itadesk.errors import NotFound
from itadesk.services.scores import note_score
from itadesk.services.years import load_year


def test_a_note_beside_a_score_is_kept_changed_and_taken_away(store):
    note_score(store, 2568, "i1", " ขอทบทวนแล้ว ")
    assert load_year(store, 2568).notes == {"i1": "ขอทบทวนแล้ว"}
    note_score(store, 2568, "i1", "")
    assert load_year(store, 2568).notes == {}
    with pytest.raises(NotFound, match="ข้อ"):
        note_score(store, 2568, "z9", "ไม่มีข้อนี้")
