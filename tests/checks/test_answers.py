"""A remark that the office confirmed as right is told no more, until it says something else."""

from __future__ import annotations

from datetime import date

import pytest

from db.opening import open_store
from itadesk.errors import BadValue
from itadesk.model.work import Measure
from itadesk.services.checking import check_year, confirm_remark, withdraw_confirmation
from itadesk.services.measures import save_measure
from itadesk.services.sample import fill_sample, sample_year

TODAY = date(2026, 3, 2)


@pytest.fixture
def store():
    opened = open_store(None)
    fill_sample(opened)
    save_measure(opened, sample_year(), Measure(title="ยังไม่ครบ", indicator=1))
    yield opened
    opened.close()


def told(store):
    found = check_year(store, sample_year(), slow=False)
    return list(found.open), list(found.answered)


def test_an_answered_remark_goes_and_is_counted_with_its_reason(store):
    ((remark,), _) = told(store)
    confirm_remark(store, sample_year(), remark, " ทำร่วมกับมาตรการที่ ๑ ", TODAY)
    opened, answered = told(store)
    assert opened == []
    assert [(each, said.reason, said.on) for each, said in answered] == [
        (remark, "ทำร่วมกับมาตรการที่ ๑", TODAY)
    ]


def test_it_comes_back_when_the_answer_is_withdrawn_and_when_that_is_undone(store):
    ((remark,), _) = told(store)
    confirm_remark(store, sample_year(), remark, "ตรวจแล้ว", TODAY)
    ((_, answer),) = told(store)[1]
    withdraw_confirmation(store, sample_year(), answer)
    assert told(store) == ([remark], [])
    store.undo()
    assert told(store)[0] == []
    store.undo()
    assert told(store) == ([remark], [])


def test_it_comes_back_when_it_says_something_else(store):
    ((remark,), _) = told(store)
    confirm_remark(store, sample_year(), remark, "ตรวจแล้ว", TODAY)
    measure = store.measures.of_year(sample_year())[-1]
    save_measure(store, sample_year(), Measure(**{**_fields(measure), "units": ("กองคลัง",)}))
    ((again,), answered) = told(store)
    assert (again.id, again.place) == (remark.id, remark.place)
    assert again.message != remark.message
    assert answered == []


def test_a_reason_is_needed(store):
    ((remark,), _) = told(store)
    with pytest.raises(BadValue, match="เหตุผล"):
        confirm_remark(store, sample_year(), remark, "  ", TODAY)
    assert told(store)[1] == []


def _fields(measure):
    return {name: getattr(measure, name) for name in measure.__dataclass_fields__}
