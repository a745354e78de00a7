"""The year's road: what each step says of the data, and which is next."""

from __future__ import annotations

from datetime import date

import pytest

from itadesk.deadlines import deadlines
from itadesk.model.assessment import OVERALL
from itadesk.model.calendar import OwnDeadline
from itadesk.model.document import DocumentRecord, DocumentState
from itadesk.model.oit import OitEntry
from itadesk.model.road import StepState
from itadesk.model.work import Finding, Measure, RoundReport
from itadesk.papers import APPROVAL, CIRCULAR, REPORT, SENDING, USUAL
from itadesk.reports.forms import forms
from itadesk.reports.parts.letter_texts import LETTERS, MEMOS
from itadesk.road import next_step, open_deadlines, overdue, road
from itadesk.services.calendar import mark_step, save_rounds
from itadesk.services.documents import save_document
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_round_report
from itadesk.services.oit import save_oit_entry
from itadesk.services.scores import (
    ScoreEntry,
    fill_items,
    record_cells,
    record_score,
    record_scores,
)
from itadesk.services.years import load_year, start_year

DONE, BEGUN, NONE = StepState.DONE, StepState.BEGUN, StepState.NONE
DRAFT, SUBMITTED, SIGNED, PUBLISHED = DocumentState
EARLY, LATE = date(2025, 11, 1), date(2026, 4, 15)


def steps(store, year=2568):
    after = load_year(store, year + 1) if store.assessments.get(year + 1) else None
    return road(load_year(store, year), after)


def step(store, key):
    return next(each for each in steps(store) if each.key == key)


def fill(store, year=2568, value="100", weak=()):
    questions = tuple(load_year(store, year).catalogue.questions)
    codes = [q.code for q in questions if not q.binary]
    entries = [ScoreEntry(code, "90" if code in weak else value) for code in codes]
    record_scores(store, year, entries)
    fill_items(store, year, [q.code for q in questions if q.binary], 100)


def document(store, form, state=DRAFT, template="", url=""):
    fields = {"template": template} if template else {}
    day = date(2025, 12, 1) if state is PUBLISHED else None
    made = DocumentRecord(None, form, fields=fields, state=state, published_on=day, url=url)
    save_document(store, 2568, made)


def test_the_road_runs_from_the_result_to_the_last_round(store):
    assert [each.key for each in steps(store)] == [
        "result", "memo", "order", "meeting", "measures", "approval", "announcement", "circular",
        "publication", "round-6", "oit", "clarification", "next-result", "round-12",
    ]  # fmt: skip


def test_rounds_of_the_year_stand_where_they_fall(store):
    save_rounds(store, 2568, (3, 9))
    assert [each.key for each in steps(store)][9:] == [
        "round-3", "oit", "clarification", "round-9", "next-result",
    ]  # fmt: skip


def test_an_empty_year_begins_with_the_scores(store):
    first = next_step(steps(store))
    assert (first.key, first.state, first.place) == ("result", NONE, "scores")
    assert all(each.state is NONE for each in steps(store))


def test_the_result_says_how_many_scores_there_are(store):
    record_score(store, 2568, "i1", "95")
    whole = len(tuple(load_year(store, 2568).catalogue.questions))
    result = step(store, "result")
    assert result.state is BEGUN
    assert result.how.startswith("๑/")
    assert str(whole - 1).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) in result.todo
    fill(store)
    assert step(store, "result").state is DONE


def test_templates_that_the_road_knows_are_there():
    assert {REPORT, APPROVAL, CIRCULAR} <= set(MEMOS)
    assert SENDING in LETTERS
    assert {form: next(iter(texts)) for form, texts in (("memo", MEMOS), ("letter", LETTERS))} == (
        USUAL
    )


def test_every_step_leads_to_a_page_or_a_form_that_is_there(store):
    known = {form.id for form in forms()}
    for each in steps(store):
        page, _, within = each.place.partition(":")
        assert page in {"scores", "analysis", "measures", "documents", "rounds", "oit"}
        assert page != "documents" or within in known


@pytest.mark.parametrize(
    ("state", "expected", "how"),
    [(DRAFT, BEGUN, "ร่างแล้ว"), (SUBMITTED, BEGUN, "เสนอแล้ว"), (SIGNED, DONE, "ลงนามแล้ว")],
)
def test_an_order_is_as_far_as_its_document(store, state, expected, how):
    document(store, "order", state)
    assert (step(store, "order").state, step(store, "order").how) == (expected, how)


def test_memos_are_told_apart_by_their_template(store):
    document(store, "memo", SIGNED, REPORT)
    document(store, "memo", SUBMITTED)
    document(store, "memo", PUBLISHED, CIRCULAR)
    found = {key: step(store, key).state for key in ("memo", "approval", "circular")}
    assert found == {"memo": DONE, "approval": BEGUN, "circular": DONE}
    assert step(store, "circular").how == "ส่งแล้ว"


def test_the_furthest_of_several_documents_counts(store):
    document(store, "announcement", SIGNED)
    document(store, "announcement", DRAFT)
    assert step(store, "announcement").state is DONE


def test_a_signed_plan_is_approved_and_a_drafted_one_is_not(store):
    document(store, "development", SUBMITTED)
    assert step(store, "approval").state is NONE
    document(store, "development", SIGNED)
    assert step(store, "approval").state is DONE


def test_what_is_published_needs_its_address(store):
    document(store, "announcement", PUBLISHED)
    assert (step(store, "publication").state, step(store, "publication").how) == (
        BEGUN,
        "ยังไม่มี URL",
    )
    document(store, "measures", PUBLISHED, url="https://www.example.go.th/ita")
    assert step(store, "publication").state is DONE


def test_the_meeting_lasts_until_all_is_analysed_and_minuted(store):
    fill(store, weak=("i1", "i8"))
    meeting = step(store, "meeting")
    assert (meeting.state, meeting.how, meeting.place) == (NONE, "เหลือ ๒ ตัวชี้วัด", "analysis:1")
    save_finding(store, 2568, Finding(indicator=1, cause="ก", guideline="ข"))
    assert step(store, "meeting").state is BEGUN
    other = next(n for n in range(2, 11) if step(store, "meeting").place == f"analysis:{n}")
    save_finding(store, 2568, Finding(indicator=other, cause="ก", guideline="ข"))
    assert step(store, "meeting").place == "documents:minutes"
    document(store, "minutes")
    assert step(store, "meeting").state is DONE


def test_measures_are_complete_when_every_weak_indicator_has_one(store):
    fill(store, weak=("i1",))
    assert step(store, "measures").place == "measures:indicator:1"
    save_measure(store, 2568, Measure(title="ก", indicator=2))
    assert step(store, "measures").state is BEGUN
    save_measure(store, 2568, Measure(title="ข", indicator=1))
    assert (step(store, "measures").state, step(store, "measures").how) == (DONE, "๒ มาตรการ")


def test_a_round_counts_its_reports_and_has_its_day(store):
    first = save_measure(store, 2568, Measure(title="ก")).created
    save_measure(store, 2568, Measure(title="ข"))
    assert step(store, "round-6").how == "ภายใน ๓๑ มี.ค."
    save_round_report(store, RoundReport(first, 6, output="ทำแล้ว"))
    found = step(store, "round-6")
    assert (found.state, found.how, found.due) == (BEGUN, "รายงาน ๑/๒", date(2026, 3, 31))
    assert "อีก ๑ มาตรการ ภายใน ๓๑ มี.ค. ๒๕๖๙" in found.todo


def test_the_register_of_the_next_year_and_its_result_are_later_steps(store):
    assert "เพิ่มปี ๒๕๖๙" in step(store, "oit").todo
    start_year(store, 2569)
    save_oit_entry(store, 2569, OitEntry("o1", answer=True, urls=("https://www.example.go.th",)))
    oit = step(store, "oit")
    assert (oit.state, oit.year, oit.place) == (BEGUN, 2569, "oit")
    assert step(store, "next-result").state is NONE
    assert step(store, "clarification").state is NONE
    record_cells(store, 2569, (), {OVERALL: "95.40"})
    found = step(store, "next-result")
    assert (found.state, found.how, found.year) == (BEGUN, "๙๕.๔๐", 2569)
    assert step(store, "clarification").state is DONE


def test_the_register_of_the_shown_year_is_not_what_closes_later(store):
    save_oit_entry(store, 2568, OitEntry("o1", answer=True))
    assert step(store, "oit").state is NONE


def test_work_that_is_missing_comes_before_later_papers(store):
    document(store, "announcement", SIGNED)
    assert next_step(steps(store)).key == "result"


def test_papers_nobody_began_are_passed_by_once_a_later_step_is_done(store):
    fill(store, weak=("i1",))
    assert next_step(steps(store)).key == "memo"
    document(store, "order", SIGNED)
    assert next_step(steps(store)).key == "meeting"


def test_a_paper_that_was_begun_is_not_passed_by(store):
    fill(store, weak=("i1",))
    document(store, "memo", DRAFT, REPORT)
    document(store, "order", SIGNED)
    assert next_step(steps(store)).key == "memo"


def test_a_step_done_outside_the_program_is_done_until_the_mark_goes(store):
    fill(store)
    mark_step(store, 2568, step(store, "memo"), passed=True)
    assert (step(store, "memo").state, step(store, "memo").marked) == (DONE, True)
    assert next_step(steps(store)).key == "order"
    document(store, "memo", SIGNED, REPORT)
    assert not step(store, "memo").marked
    mark_step(store, 2568, step(store, "memo"), passed=False)
    assert step(store, "memo").how == "ลงนามแล้ว"


def test_a_day_that_is_over_stays_until_its_step_is_done(store):
    measure = save_measure(store, 2568, Measure(title="ก")).created

    def keys(today):
        found = open_deadlines(deadlines(2569, {}), steps(store), today)
        return [each.key for each in found]

    assert keys(EARLY) == ["round-6", "oit", "round-12"]
    assert keys(LATE) == ["round-6", "oit", "round-12"]
    save_round_report(store, RoundReport(measure, 6, output="ทำแล้ว"))
    assert keys(LATE) == ["oit", "round-12"]


def test_what_was_missed_long_ago_is_let_rest(store):
    save_measure(store, 2568, Measure(title="ก"))
    years_later = date(2028, 1, 1)
    assert open_deadlines(deadlines(2569, {}), steps(store), years_later) == ()
    assert overdue(step(store, "round-6"), LATE)
    assert not overdue(step(store, "round-6"), EARLY)
    assert not overdue(step(store, "round-6"), years_later)


def test_a_day_of_the_office_is_over_with_its_day(store):
    own = {"own-1": OwnDeadline("ก", EARLY)}
    found = open_deadlines(deadlines(2569, own), steps(store), LATE)
    assert "own-1" not in [each.key for each in found]
