"""The sample year as records: what the sample office's file is filled from, and what an office's
own template is tried on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from itadesk.model.assessment import Assessment, QuestionScore
from itadesk.model.office import Office, OfficeKind, Settings
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, RoundReport, RoundStatus, Step
from itadesk.model.year import YearData
from itadesk.scoring import score
from itadesk.services.years import shipped_catalogue
from resources import ROOT


def sample_body() -> dict[str, Any]:
    """The sample as it lies in the resources."""
    body: dict[str, Any] = json.loads(_text("office"))
    return body


def sample_rows(name: str) -> list[dict[str, Any]]:
    """A list that lies beside it: documents, oit, photos."""
    rows: list[dict[str, Any]] = json.loads(_text(name))
    return rows


def _text(name: str) -> str:
    return (ROOT / "sample" / f"{name}.json").read_text(encoding="utf-8")


def sample_office() -> Office:
    """องค์การบริหารส่วนตำบลตัวอย่าง, which does not exist."""
    body = sample_body()["office"]
    return Office(**{**body, "kind": OfficeKind(body["kind"])})


def sample_findings() -> tuple[Finding, ...]:
    return tuple(
        Finding(**{**raw, "codes": tuple(raw["codes"])}) for raw in sample_body()["findings"]
    )


def sample_measures() -> tuple[Measure, ...]:
    """In order, not yet tied to findings."""
    return tuple(map(_measure, sample_body()["measures"]))


def sample_rounds(ids: Mapping[int, int]) -> tuple[RoundReport, ...]:
    """Reports of the measures, whose ids are given by position."""
    return tuple(_round(raw, ids) for raw in sample_body()["rounds"])


def sample_register() -> tuple[OitEntry, ...]:
    """Answers that agree with the scores, at addresses that nobody has."""
    return tuple(map(_oit_entry, sample_rows("oit")))


def sample_data() -> YearData:
    """The sample office's year without storage: scores, findings, measures, register."""
    body = sample_body()
    year = int(body["year"])
    catalogue = shipped_catalogue(year)
    scores = {
        code: QuestionScore(code, *map(_decimal, raw)) for code, raw in body["scores"].items()
    }
    assessment = Assessment(year, int(body["plan_year"]), catalogue.id, scores)
    measures = [replace(each, id=n, position=n) for n, each in enumerate(sample_measures(), 1)]
    return YearData(
        office=sample_office(),
        settings=Settings(units=tuple(body["units"])),
        catalogue=catalogue,
        assessment=assessment,
        result=score(catalogue, assessment),
        findings=sample_findings(),
        measures=tuple(measures),
        rounds=sample_rounds({each.position: each.position for each in measures}),
        limitations=tuple(body["limitations"]),
        oit=sample_register(),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _measure(raw: Mapping[str, Any]) -> Measure:
    return Measure(
        **{
            **raw,
            "start": date.fromisoformat(raw["start"]),
            "end": date.fromisoformat(raw["end"]),
            "steps": tuple(_step(*step) for step in raw["steps"]),
            "units": tuple(raw["units"]),
        }
    )


def _step(text: str, start: str = "", end: str = "", unit: str = "") -> Step:
    return Step(
        text,
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
        unit,
    )


def _round(raw: Mapping[str, Any], ids: Mapping[int, int]) -> RoundReport:
    rest = {key: value for key, value in raw.items() if key != "measure"}
    rest |= {"progress": Decimal(raw["progress"]), "status": RoundStatus(raw["status"])}
    return RoundReport(measure_id=ids[raw["measure"]], **rest)


def _oit_entry(raw: Mapping[str, Any]) -> OitEntry:
    checked_on = date.fromisoformat(raw["checked_on"])
    return OitEntry(**{**raw, "urls": tuple(raw["urls"]), "checked_on": checked_on})
