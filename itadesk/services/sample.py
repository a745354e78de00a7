"""The sample office: invented scores and texts that show every form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from itadesk.model.changes import Changes, Kind
from itadesk.model.document import DocumentRecord
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.office import Settings
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.documents import save_document
from itadesk.services.files import keep_file
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import (
    save_form_text,
    save_limitations,
    save_round_report,
    save_settings,
)
from itadesk.services.oit import save_oit_entry
from itadesk.services.sample_photos import drawn
from itadesk.services.sample_record import (
    sample_body,
    sample_findings,
    sample_measures,
    sample_office,
    sample_register,
    sample_rounds,
    sample_rows,
)
from itadesk.services.scores import (
    ScoreEntry,
    record_cells,
    record_rating,
    record_scores,
    save_result_head,
)
from itadesk.services.years import start_year

__all__ = ["fill_sample", "sample_office", "sample_year"]


def sample_year() -> int:
    """The score year (B.E.) of the sample."""
    return int(sample_body()["year"])


def fill_sample(store: Store) -> Changes:
    """Fills an empty file with the sample year and the result before it, as one action."""
    body = sample_body()
    year = int(body["year"])
    with action(store, "ข้อมูลตัวอย่าง", *Kind) as changes:
        save_settings(store, Settings(units=tuple(body["units"])))
        _save_year_before(store, body["before"])
        start_year(store, year, int(body["plan_year"]))
        record_scores(store, year, _entries(body["scores"]))
        for finding in sample_findings():
            save_finding(store, year, finding)
        _save_measures(store, year)
        _save_rounds(store, year)
        save_limitations(store, year, tuple(body["limitations"]))
        _save_documents(store, year)
        for entry in sample_register():
            save_oit_entry(store, year, entry)
        _save_texts(store, year, body["texts"])
        _save_photos(store, year)
    return changes


def _save_documents(store: Store, year: int) -> None:
    """Official documents with numbers and days; names stay empty."""
    for raw in sample_rows("documents"):
        save_document(store, year, DocumentRecord(**{**raw, "day": date.fromisoformat(raw["day"])}))


def _entries(scores: Mapping[str, list[str | None]]) -> list[ScoreEntry]:
    return [
        ScoreEntry(code, value, part)
        for code, values in scores.items()
        for part, value in enumerate(values)
        if value is not None
    ]


def _save_measures(store: Store, year: int) -> None:
    """Each answers all findings of its indicator."""
    findings = store.findings.of_year(year)
    for measure in sample_measures():
        answered = [each.id for each in findings if each.indicator == measure.indicator]
        ids = tuple(each for each in answered if each is not None)
        save_measure(store, year, replace(measure, findings=ids))


def _save_year_before(store: Store, raw: Mapping[str, Any]) -> None:
    """Only what was announced, so that the sample shows a change."""
    year = int(raw["year"])
    start_year(store, year, int(raw["plan_year"]))
    record_cells(store, year, (), raw["official"])
    record_rating(store, year, raw["rating"])
    assessment = store.assessments.get(year)
    if assessment is None:
        raise AssertionError("the year has just been started")
    save_result_head(store, replace(assessment, announced_on=raw["announced_on"]))


def _save_texts(store: Store, year: int, texts: Mapping[str, Mapping[str, str]]) -> None:
    for form, own in texts.items():
        for key, text in own.items():
            save_form_text(store, year, form, key, text)


def _save_photos(store: Store, year: int) -> None:
    """Drawn pictures, each of a measure and a round."""
    ids = {measure.position: measure.id for measure in store.measures.of_year(year)}
    for raw in sample_rows("photos"):
        kept = KeptFile(
            FileRole.PHOTO,
            f"{raw['scene']}.jpg",
            year=year,
            measure=ids[raw["measure"]],
            months=raw["months"],
            caption=raw["caption"],
        )
        keep_file(store, kept, drawn(raw["scene"]))


def _save_rounds(store: Store, year: int) -> None:
    measures = store.measures.of_year(year)
    ids = {each.position: each.id for each in measures if each.id is not None}
    for report in sample_rounds(ids):
        save_round_report(store, report)
