"""Every changed field leaves a line."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from db.opening import open_store
from itadesk.model.assessment import QuestionScore
from itadesk.model.logged import ChangeLine
from itadesk.model.work import Measure

from .builders import record, start

NOON = datetime(2026, 3, 31, 5, 0, tzinfo=UTC)
AT = "2026-03-31T05:00:00.000+00:00"


@pytest.fixture
def dated():
    store = open_store(None, now=lambda: NOON)
    start(store)
    yield store
    store.close()


def test_a_line_says_when_what_where_before_and_after(dated):
    record(dated, "i1", 90)
    with dated.transaction("แก้คะแนน"):
        dated.assessments.save_score(2568, QuestionScore("i1", Decimal(95), Decimal(1)))
    with dated.transaction("ลบคะแนน"):
        dated.assessments.save_score(2568, QuestionScore("i1"))
    assert list(dated.change_log.lines()[-5:]) == [
        ChangeLine(AT, "คะแนน", "question_score", "2568/i1", "score", None, "90"),
        ChangeLine(AT, "แก้คะแนน", "question_score", "2568/i1", "score", "90", "95"),
        ChangeLine(AT, "แก้คะแนน", "question_score", "2568/i1", "part1", None, "1"),
        ChangeLine(AT, "ลบคะแนน", "question_score", "2568/i1", "score", "95", None),
        ChangeLine(AT, "ลบคะแนน", "question_score", "2568/i1", "part1", "1", None),
    ]


def test_undo_and_redo_leave_lines_of_their_own(dated):
    record(dated, "i1", 90)
    dated.undo()
    dated.redo()
    assert [(line.action, line.before, line.after) for line in dated.change_log.lines(3)] == [
        ("คะแนน", None, "90"),
        ("เลิกทำ: คะแนน", "90", None),
        ("ทำซ้ำ: คะแนน", None, "90"),
    ]


def test_only_the_field_that_changed_has_a_line(dated):
    with dated.transaction("มาตรการ"):
        saved = dated.measures.save(2568, Measure(title="ก", budget="๑"))
    count = len(dated.change_log.lines())
    with dated.transaction("แก้"):
        dated.measures.save(2568, Measure(id=saved, position=1, title="ก", budget="๒"))
    assert dated.change_log.lines()[count:] == (
        ChangeLine(AT, "แก้", "measure", str(saved), "budget", "๑", "๒"),
    )


def test_a_line_that_goes_with_its_measure_is_in_the_log(dated):
    with dated.transaction("มาตรการ"):
        saved = dated.measures.save(2568, Measure(units=("กองคลัง",)))
    with dated.transaction("ลบ"):
        dated.measures.delete(2568, saved)
    assert ChangeLine(AT, "ลบ", "measure_unit", f"{saved}/1", "unit", "กองคลัง", None) in (
        dated.change_log.lines()
    )


def test_a_whole_catalogue_is_in_the_log_by_its_length_only(dated):
    with dated.transaction("ชุด"):
        dated.catalogues.save(2568, {"id": "c", "text": "ก" * 10_000})
    with dated.transaction("แก้ชุด"):
        dated.catalogues.save(2568, {"id": "c", "text": "ข" * 10_000})
    lines = [line for line in dated.change_log.lines() if line.field == "body"]
    assert [(line.before, line.after) for line in lines] == [(None, "10023"), ("10023", "10023")]
