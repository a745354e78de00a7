"""The issues of a year as the office groups its questions."""

from __future__ import annotations

from dataclasses import replace

from itadesk.catalogue.issue_editing import numbered
from itadesk.model.catalogue import Catalogue
from itadesk.model.changes import Changes, Kind
from itadesk.ports import Store
from itadesk.services.catalogues import save_catalogue
from itadesk.services.changing import action
from itadesk.thai.digits import to_thai


def save_issues(store: Store, catalogue: Catalogue) -> Changes:
    """Keeps the year's issues, numbered as they stand; what is written about one goes with it.

    An analysis of nothing but a removed issue is removed; other writing only loses the issue.
    """
    year = catalogue.year
    made, numbers = numbered(catalogue)
    label = f"ประเด็นการวิเคราะห์ปี {to_thai(str(year))}"
    kinds = (Kind.CATALOGUE, Kind.SCORES, Kind.FINDINGS, Kind.MEASURES)
    with action(store, label, *kinds) as changes:
        for finding in store.findings.of_year(year):
            if finding.issue is None or finding.issue == numbers.get(finding.issue):
                continue
            kept = replace(finding, issue=numbers.get(finding.issue))
            if kept.issue is not None or kept.indicator is not None:
                store.findings.save(year, kept)
            elif finding.id is not None:
                store.findings.delete(year, finding.id)
        for measure in store.measures.of_year(year):
            if measure.issue is not None and measure.issue != numbers.get(measure.issue):
                store.measures.save(year, replace(measure, issue=numbers.get(measure.issue)))
        save_catalogue(store, made)
    return changes


def written_about_removed(store: Store, catalogue: Catalogue) -> tuple[int, int]:
    """How many analyses and measures name an issue that the catalogue no longer has."""
    kept = {None, *(issue.no for issue in catalogue.issues)}
    findings = store.findings.of_year(catalogue.year)
    measures = store.measures.of_year(catalogue.year)
    return (
        sum(finding.issue not in kept for finding in findings),
        sum(measure.issue not in kept for measure in measures),
    )
