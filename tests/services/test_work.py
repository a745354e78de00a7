"""Findings, measures, catalogues and the office's own words, on a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.opening import open_store
from itadesk.catalogue.reader import read_catalogue
from itadesk.errors import BadCatalogue, BadValue, NotFound
from itadesk.model.catalogue import Certainty
from itadesk.model.office import Office, OfficeKind, Settings, Thresholds
from itadesk.model.work import Finding, Measure, Step
from itadesk.services.catalogues import (
    copy_catalogue,
    export_catalogue,
    fill_text,
    save_catalogue,
)
from itadesk.services.findings import remove_finding, save_finding
from itadesk.services.measures import move_measure, new_measure, remove_measure, save_measure
from itadesk.services.office import save_limitations, save_office, save_settings
from itadesk.services.years import catalogue_of, load_year, start_year

YEAR = 2568


@pytest.fixture
def store():
    opened = open_store(None)
    start_year(opened, YEAR)
    yield opened
    opened.close()


def measures(store):
    return [(m.position, m.activities) for m in store.measures.of_year(YEAR)]


def test_a_finding_is_normalised_saved_and_undone(store):
    changes = save_finding(store, YEAR, Finding(indicator=1, cause="นํ้าใจ\r\nกำ้"))
    saved = store.findings.of_year(YEAR)[0]
    assert (saved.id, saved.cause) == (changes.created, "น้ำใจ\nก้ำ")
    remove_finding(store, YEAR, saved.id)
    assert store.findings.of_year(YEAR) == ()
    store.undo()
    assert store.findings.of_year(YEAR) == (saved,)


def test_a_finding_names_questions_of_the_year_only(store):
    with pytest.raises(NotFound, match="i๓๐"):
        save_finding(store, YEAR, Finding(indicator=1, codes=("i30",)))


def test_a_new_measure_starts_from_the_finding_and_the_plan_year(store):
    save_finding(store, YEAR, Finding(indicator=2, cause="สาเหตุที่พบ"))
    measure = new_measure(load_year(store, YEAR), 2)
    assert measure.analysis == "สาเหตุที่พบ"
    assert (measure.start, measure.end) == (date(2025, 10, 1), date(2026, 9, 30))
    assert len(measure.findings) == 1


def test_measures_keep_their_order_when_moved_and_removed(store):
    ids = [save_measure(store, YEAR, Measure(activities=name)).created for name in "กขคง"]
    move_measure(store, YEAR, ids[3], 1)
    assert measures(store) == [(1, "ง"), (2, "ก"), (3, "ข"), (4, "ค")]
    remove_measure(store, YEAR, ids[0])
    assert measures(store) == [(1, "ง"), (2, "ข"), (3, "ค")]
    move_measure(store, YEAR, ids[3], 99)
    assert measures(store) == [(1, "ข"), (2, "ค"), (3, "ง")]


def test_a_measure_cannot_end_before_it_begins(store):
    with pytest.raises(BadValue, match="วันเริ่ม"):
        save_measure(store, YEAR, Measure(start=date(2026, 1, 2), end=date(2026, 1, 1)))


def test_empty_steps_and_units_are_left_out(store):
    save_measure(store, YEAR, Measure(steps=(Step("๑. ทำ"), Step("  ")), units=(" กองคลัง ", "")))
    saved = store.measures.of_year(YEAR)[0]
    assert ([s.text for s in saved.steps], saved.units) == (["๑. ทำ"], ("กองคลัง",))


def test_an_unknown_text_is_filled_in_for_this_office_only(store):
    unknown = next(q for q in catalogue_of(store, YEAR).questions if not q.text.confirmed)
    fill_text(store, YEAR, unknown.code, " ข้อความของหน่วยงาน ")
    text = catalogue_of(store, YEAR).question(unknown.code).text
    assert (text.text, text.certainty) == ("ข้อความของหน่วยงาน", Certainty.OFFICE)
    other = open_store(None)
    assert catalogue_of(other, YEAR).question(unknown.code).text.text != "ข้อความของหน่วยงาน"
    other.close()


def test_a_new_years_catalogue_is_made_given_and_taken(store, tmp_path):
    new_year = 2575
    copy_catalogue(store, YEAR, new_year)
    made = catalogue_of(store, new_year)
    assert not any(q.text.confirmed for q in made.questions)
    assert made.question("i1").text.candidates
    start_year(store, new_year)
    export_catalogue(store, new_year, tmp_path / "ชุด.json")
    other = open_store(None)
    save_catalogue(other, read_catalogue(tmp_path / "ชุด.json"))
    assert catalogue_of(other, new_year) == made
    other.close()
    with pytest.raises(BadValue, match="แล้ว"):
        copy_catalogue(store, YEAR, new_year)


def test_a_broken_catalogue_file_is_refused_with_its_name(tmp_path):
    path = tmp_path / "เสีย.json"
    path.write_text('{"format": "itadesk-catalogue/1"}', encoding="utf-8")
    with pytest.raises(BadCatalogue, match=r"เสีย\.json"):
        read_catalogue(path)


def test_office_settings_and_limitations_are_kept(store):
    save_office(store, Office("องค์การบริหารส่วนตำบล  ทดสอบ", OfficeKind.SAO))
    assert store.office.get().name == "องค์การบริหารส่วนตำบล ทดสอบ"
    with pytest.raises(BadValue, match="ชื่อหน่วยงาน"):
        save_office(store, Office(" ", OfficeKind.SAO))
    settings = Settings(thresholds=Thresholds(urgent=Decimal(80)), units=("กองคลัง",))
    save_settings(store, settings)
    assert store.office.settings() == settings
    with pytest.raises(BadValue, match="เกณฑ์"):
        save_settings(store, replace(settings, thresholds=Thresholds(urgent=Decimal(101))))
    save_limitations(store, YEAR, ("ก", "", "ข"))
    assert load_year(store, YEAR).limitations == ("ก", "ข")
