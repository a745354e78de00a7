"""Where an action that was taken back is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.model.changes import Changes, Kind
from itadesk.model.document import DocumentRecord
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, RoundReport
from itadesk.services.changed import changed_place, page_of, written
from itadesk.services.documents import save_document
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_form_text, save_round_report
from itadesk.services.oit import save_oit_entry
from itadesk.services.scores import record_official, record_score
from itadesk.services.years import start_year


def first(store):
    return store.measures.of_year(2568)[0]


@pytest.mark.parametrize(
    ("service", "given", "place"),
    [
        (record_score, lambda _: ("i7", "90"), "scores:i7"),
        (record_official, lambda _: ("3", "90"), "scores:3"),
        (save_finding, lambda _: (Finding(indicator=4, cause="ก"),), "analysis:4"),
        (save_measure, lambda s: (replace(first(s), title="ใหม่"),), "measures:1"),
        (save_measure, lambda _: (Measure(title="ข"),), "measures:2"),
        (save_oit_entry, lambda _: (OitEntry("o3", answer=True),), "oit:o3"),
        (save_document, lambda _: (DocumentRecord(form="order"),), "documents:order"),
        (save_form_text, lambda _: ("memo", "subject", "ก"), "documents:memo"),
    ],
)
def test_the_row_of_what_was_done_and_undone(store, service, given, place):
    save_measure(store, 2568, Measure(title="ก"))
    start_year(store, 2567)
    before = written(store)
    service(store, 2568, *given(store))
    after = written(store)
    assert changed_place(before, after) == (2568, place)
    store.undo()
    assert written(store) == before
    back = changed_place(after, before)
    assert back is not None
    assert back[1].partition(":")[0] == place.partition(":")[0]


def test_a_round_is_found_with_its_measure(store):
    save_measure(store, 2568, Measure(title="ก"))
    before = written(store)
    save_round_report(store, RoundReport(first(store).id, 6, output="ทำแล้ว"))
    assert changed_place(before, written(store)) == (2568, "rounds:6:1")


def test_what_belongs_to_no_row_has_its_page():
    assert page_of(Changes(frozenset({Kind.SETTINGS}))) == "settings"
    assert page_of(Changes(frozenset({Kind.FILES}))) == ""
