"""Actions, undo, redo and the change log."""

import sqlite3
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.opening import open_store
from itadesk.errors import PlaceFails
from itadesk.model.assessment import Assessment, QuestionScore
from itadesk.model.changes import Changes, Kind
from itadesk.model.office import Settings
from itadesk.model.work import Finding, Measure, RoundReport, Step

from .builders import OFFICE, dump, record, start


def test_undo_takes_back_the_last_action_and_redo_does_it_again(store):
    record(store, "i1", 90)
    record(store, "i1", 95, "แก้คะแนน")
    after = dump(store)
    assert store.can_undo() == "แก้คะแนน"
    assert store.undo() == Changes(frozenset({Kind.SCORES}), "แก้คะแนน")
    assert store.assessments.get(2568).scores["i1"].score == Decimal(90)
    assert (store.can_undo(), store.can_redo()) == ("คะแนน", "แก้คะแนน")
    assert store.redo() == Changes(frozenset({Kind.SCORES}), "แก้คะแนน")
    assert dump(store) == after
    assert (store.can_undo(), store.can_redo()) == ("แก้คะแนน", None)


def test_without_an_action_there_is_nothing_to_undo_or_redo():
    store = open_store(None)
    assert [store.undo(), store.redo(), store.can_undo(), store.can_redo()] == [None] * 4
    store.close()


def test_a_new_action_ends_redo_but_one_that_changes_nothing_does_not(store):
    record(store, "i1", 90)
    store.undo()
    record(store, "i9", "50")
    store.undo()
    with store.transaction("ไม่เปลี่ยน"):
        store.assessments.save_score(2568, QuestionScore("i1"))
    assert store.can_redo() == "คะแนน"
    record(store, "i2", 80)
    assert store.can_redo() is None
    assert store.redo() is None


def test_saving_the_same_again_leaves_no_step_and_no_line(store):
    measure = Measure(title="ก", steps=(Step("๑"),), units=("กองคลัง",))
    with store.transaction("มาตรการ"):
        saved = store.measures.save(2568, measure)
    lines = store.change_log.lines()
    with store.transaction("เหมือนเดิม"):
        store.measures.save(2568, replace(measure, id=saved, position=1))
        store.office.save_settings(store.office.settings())
        store.assessments.save_head(store.assessments.get(2568))
    assert store.can_undo() == "มาตรการ"
    assert store.change_log.lines() == lines


def test_five_hundred_rows_are_one_step(store):
    before = dump(store)
    with store.transaction("นำเข้า", Kind.SCORES, Kind.MEASURES):
        for n in range(500):
            store.assessments.save_score(2568, QuestionScore(f"x{n}", Decimal(n % 100)))
    store.undo()
    assert dump(store) == before
    store.redo()
    assert len(store.assessments.get(2568).scores) == 500


def test_an_inner_action_is_part_of_the_outer_one(store):
    with store.transaction("นำเข้า", Kind.OFFICE):
        record(store, "i1", 90)
        record(store, "i2", 80)
    assert store.undo() == Changes(frozenset({Kind.OFFICE, Kind.SCORES}), "นำเข้า")
    assert store.assessments.get(2568).scores == {}
    assert store.can_undo() == "เพิ่มปี"


def _fail(store):
    with store.transaction("เสีย", Kind.SCORES):
        record(store, "i2", 10)
        store.findings.save(2568, Finding(indicator=1))
        raise ZeroDivisionError


def test_a_failing_action_leaves_no_trace(store):
    record(store, "i1", 90)
    store.undo()
    before, lines = dump(store), store.change_log.lines()
    with pytest.raises(ZeroDivisionError):
        _fail(store)
    assert dump(store) == before
    assert store.change_log.lines() == lines
    assert (store.can_undo(), store.can_redo()) == ("เพิ่มปี", "คะแนน")
    record(store, "i1", 20)
    assert store.can_undo() == "คะแนน"


def test_a_failing_inner_action_is_taken_back_alone_when_the_outer_one_goes_on(store):
    with store.transaction("นอก"):
        record(store, "i1", 90)
        with pytest.raises(ZeroDivisionError):
            _fail(store)
        record(store, "i3", 70)
    assert list(store.assessments.get(2568).scores) == ["i1", "i3"]
    store.undo()
    assert store.assessments.get(2568).scores == {}


def test_a_write_outside_an_action_is_a_bug(store):
    with pytest.raises(RuntimeError, match="outside"):
        store.assessments.save_score(2568, QuestionScore("i1", Decimal(1)))
    assert store.assessments.get(2568).scores == {}


def test_undo_inside_an_action_is_a_bug(store):
    with pytest.raises(RuntimeError, match="inside"), store.transaction("ก"):
        store.undo()


def test_undo_in_a_file_that_another_program_changed_is_refused_and_changes_nothing(office_file):
    store = open_store(office_file)
    with store.transaction("สอง"):
        record(store, "i3", 90)
        record(store, "i2", 80)
    other = sqlite3.connect(office_file, isolation_level=None)
    other.execute("DELETE FROM question_score WHERE code = 'i3'")
    other.close()
    before = dump(store)
    with pytest.raises(PlaceFails, match="ถูกเปลี่ยนเนื้อหาจากที่อื่น"):
        store.undo()
    assert dump(store) == before
    assert store.can_undo() == "สอง"
    store.close()


def test_undo_brings_back_a_deleted_year_of_work_with_every_line(store):
    with store.transaction("ทำ"):
        finding = store.findings.save(2568, Finding(indicator=1, cause="ก\x00ข'\""))
        first = store.measures.save(
            2568, Measure(findings=(finding,), steps=(Step("๑"), Step("๒")), units=("ก",))
        )
        store.measures.save(2568, Measure(title="สอง"))
        store.rounds.save(RoundReport(first, 6, "ผล"))
    before = dump(store)
    with store.transaction("ลบ"):
        store.findings.delete(2568, finding)
        store.measures.delete(2568, first)
    after = dump(store)
    assert len(after["measure_step"]) == len(after["round_report"]) == 0
    store.undo()
    assert dump(store) == before
    store.redo()
    assert dump(store) == after


def _act(store, pick):
    """Saves or deletes something somewhere, chosen by the number `pick`."""
    measures = store.measures.of_year(2568)
    findings = store.findings.of_year(2568)
    n = pick // 8
    measure = measures[n % len(measures)] if measures else None
    match pick % 8:
        case 0:
            store.assessments.save_score(2568, QuestionScore(f"i{n % 3}", Decimal(n % 101)))
        case 1:
            store.findings.save(2568, Finding(indicator=n % 3, cause=str(n)))
        case 2:
            known = tuple(finding.id for finding in findings[:2])
            steps = tuple(Step(str(k)) for k in range(n % 3))
            store.measures.save(2568, Measure(position=n % 4, steps=steps, findings=known))
        case 3 if measure:
            store.measures.delete(2568, measure.id)
        case 4 if findings:
            store.findings.delete(2568, findings[n % len(findings)].id)
        case 5 if measure:
            store.rounds.save(RoundReport(measure.id, 6 + n % 2 * 6, str(n)))
        case 6:
            store.texts.save_limitations(2568, tuple(str(k) for k in range(n % 4)))
            store.texts.save(n % 2 * 2568, "letter", "to", str(n) if n % 3 else None)
        case _:
            store.assessments.save_head(
                Assessment(2568, 2569, "c", respondents={"IIT": n} if n % 2 else {})
            )
            store.office.save(replace(OFFICE, district=str(n % 2)))
            store.office.save_settings(Settings(units=(str(n),)))
            store.catalogues.save(2568, {"id": "c", "n": n % 3})


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 200), max_size=5), max_size=8))
def test_any_actions_are_undone_and_redone_through_the_same_states(actions):
    store = open_store(None)
    start(store)
    states = [dump(store)]
    for number, picks in enumerate(actions):
        with store.transaction(str(number)):
            for pick in picks:
                _act(store, pick)
        if store.can_undo() == str(number):
            states.append(dump(store))
        assert dump(store) == states[-1]
    for _ in range(2):
        assert _walk(store.undo, store, len(states) - 1) == states[-2::-1]
        assert _walk(store.redo, store, len(states) - 1) == states[1:]
        assert store.can_redo() is None
    store.close()


def _walk(move, store, count):
    found = []
    for _ in range(count):
        move()
        found.append(dump(store))
    return found
