"""Actions, undo and redo."""

from decimal import Decimal

import pytest

from db.opening import open_store
from itadesk.model.assessment import QuestionScore
from itadesk.model.changes import Changes, Kind
from itadesk.ports import Store


@pytest.fixture
def store():
    store: Store = open_store(None)
    with store.transaction("เพิ่มปี", Kind.YEARS):
        store.assessments.create(2568, 2569, "c")
    yield store
    store.close()


def record(store, code, value, label="คะแนน"):
    with store.transaction(label, Kind.SCORES):
        store.assessments.save_score(2568, QuestionScore(code, Decimal(value)))


def test_undo_takes_back_the_last_action_and_redo_does_it_again(store):
    record(store, "i1", 90)
    record(store, "i1", 95, "แก้คะแนน")
    after = store.assessments.get(2568)
    assert store.can_undo() == "แก้คะแนน"
    assert store.undo() == Changes(frozenset({Kind.SCORES}), "แก้คะแนน")
    assert store.assessments.get(2568).scores["i1"].score == Decimal(90)
    assert store.can_redo() == "แก้คะแนน"
    assert store.redo() == Changes(frozenset({Kind.SCORES}), "แก้คะแนน")
    assert store.assessments.get(2568) == after
    assert store.can_redo() is None
