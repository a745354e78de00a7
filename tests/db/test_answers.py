"""Remarks that were answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from itadesk.errors import NotFound
from itadesk.model.answer import AnsweredCheck
from itadesk.model.changes import Kind

from .builders import start

ANSWER = AnsweredCheck("scores.missing", "scores:i7", "0a1b", "ไม่มีข้อนี้", date(2026, 3, 1))


def save(store, answer, year=2568):
    with store.transaction("ยืนยัน", Kind.CHECKS):
        store.answers.save(year, answer)


def test_an_answer_is_kept_by_year_check_place_and_what_was_said(store):
    start(store, 2567)
    again = replace(ANSWER, reason="ตรวจแล้ว", on=date(2026, 4, 1))
    others = [replace(ANSWER, place="scores:i8"), replace(ANSWER, fingerprint="ff")]
    for each in (ANSWER, *others, again):
        save(store, each)
    assert store.answers.of_year(2567) == ()
    assert store.answers.of_year(2568) == (again, *others)


def test_answering_and_taking_back_can_be_undone(store):
    save(store, ANSWER)
    with store.transaction("ยกเลิก", Kind.CHECKS):
        store.answers.delete(2568, ANSWER)
    assert store.answers.of_year(2568) == ()
    store.undo()
    assert store.answers.of_year(2568) == (ANSWER,)
    store.undo()
    assert store.answers.of_year(2568) == ()


def test_a_year_that_is_gone_is_told(store):
    with pytest.raises(NotFound):
        save(store, ANSWER, 2570)
