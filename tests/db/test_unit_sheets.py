"""Days on which sheets went out and came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from itadesk.errors import NotFound
from itadesk.model.changes import Kind
from itadesk.model.unit_sheet import SentSheet

from .builders import start

SENT = SentSheet("กองคลัง", 6, date(2026, 3, 1))


def save(store, sheet, year=2568):
    with store.transaction("ส่งแบบ", Kind.ROUNDS):
        store.unit_sheets.save(year, sheet)


def test_a_sheet_is_kept_by_year_round_and_unit(store):
    start(store, 2567)
    back = replace(SENT, back_on=date(2026, 3, 20))
    for each in (SENT, replace(SENT, unit="กองช่าง"), replace(SENT, months=12), back):
        save(store, each)
    assert store.unit_sheets.of_year(2567) == ()
    kept = store.unit_sheets.of_year(2568)
    assert kept == (back, replace(SENT, unit="กองช่าง"), replace(SENT, months=12))


def test_saving_can_be_undone(store):
    save(store, SENT)
    save(store, replace(SENT, sent_on=None, back_on=date(2026, 3, 20)))
    store.undo()
    assert store.unit_sheets.of_year(2568) == (SENT,)
    store.undo()
    assert store.unit_sheets.of_year(2568) == ()


def test_a_year_that_is_gone_is_told(store):
    with pytest.raises(NotFound):
        save(store, SENT, 2570)
