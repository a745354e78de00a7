"""นำข้อมูลปีก่อนมาใช้: taking work of an earlier year over into a later one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from itadesk.carrying import Carried, Carrying, carrying
from itadesk.model.changes import Changes, Kind
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.years import catalogue_of, load_year, score_years, start_year
from itadesk.thai.digits import to_thai


def carrying_from(
    store: Store, before: int, year: int, plan_year: int, what: frozenset[Carried]
) -> Carrying:
    """What a year of the file has for another, which need not be started yet."""
    return carrying(load_year(store, before), catalogue_of(store, year), plan_year, what)


def carriable(store: Store) -> Mapping[int, Mapping[Carried, int]]:
    """How much of each kind the years of the file have, the newest year first."""
    return {year: _counts(store, year) for year in score_years(store)}


def _counts(store: Store, year: int) -> Mapping[Carried, int]:
    own = store.texts.of_year(year).keys() - store.texts.of_year(0).keys()
    return {
        Carried.MEASURES: len(store.measures.of_year(year)),
        Carried.TEXTS: len(own),
        Carried.LIMITATIONS: len(store.texts.limitations(year)),
        Carried.OIT_UNITS: sum(bool(entry.unit) for entry in store.oit.of_year(year)),
        Carried.FINDINGS: len(store.findings.of_year(year)),
    }


def start_year_with(store: Store, year: int, plan_year: int, found: Carrying) -> Changes:
    """Starts a year and takes over what was found, as one action."""
    with action(store, f"เพิ่มปี {to_thai(str(year))}") as changes:
        started = start_year(store, year, plan_year)
        carried = carry_over(store, year, found)
    return replace(changes, kinds=started.kinds | carried.kinds)


def carry_over(store: Store, year: int, found: Carrying) -> Changes:
    """Adds to a year; what it has already stays, and nothing comes twice."""
    label = f"นำข้อมูลปี {to_thai(str(found.before))} มาใช้"
    kinds = (Kind.MEASURES, Kind.FINDINGS, Kind.TEXTS, Kind.LIMITATIONS, Kind.OIT, Kind.CALENDAR)
    with action(store, label, *kinds) as changes:
        _add_measures(store, year, found)
        _add_findings(store, year, found)
        _add_texts(store, year, found)
        _add_items(store, year, found)
        if found.rounds and not store.calendar.rounds(year):
            store.calendar.save_rounds(year, found.rounds)
    return changes


def _add_measures(store: Store, year: int, found: Carrying) -> None:
    have = {(m.indicator, m.issue, m.title, m.activities) for m in store.measures.of_year(year)}
    for each in found.measures:
        if (each.indicator, each.issue, each.title, each.activities) not in have:
            store.measures.save(year, each)


def _add_findings(store: Store, year: int, found: Carrying) -> None:
    """Where the year has something written about an indicator or issue, that stays alone."""
    have = {(f.indicator, f.issue) for f in store.findings.of_year(year)}
    for each in found.findings:
        if (each.indicator, each.issue) not in have:
            store.findings.save(year, each)


def _add_texts(store: Store, year: int, found: Carrying) -> None:
    have = store.texts.of_year(year)
    for (form, key), text in (found.texts or {}).items():
        if (form, key) not in have:
            store.texts.save(year, form, key, text)
    own = store.texts.limitations(year)
    more = tuple(text for text in found.limitations if text not in own)
    if more:
        store.texts.save_limitations(year, (*own, *more))


def _add_items(store: Store, year: int, found: Carrying) -> None:
    have = {entry.code: entry for entry in store.oit.of_year(year)}
    for each in found.oit:
        known = have.get(each.code, each)
        if known is each or not known.unit:
            store.oit.save(year, replace(known, unit=each.unit))
