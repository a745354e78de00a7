"""All checks of a ten-year office file: at first, again, and after each letter typed."""

import time
from collections.abc import Callable
from dataclasses import replace

from timing import median_call

from itadesk.checks import CheckData, examine
from itadesk.model.catalogue import Catalogue
from itadesk.model.year import YearData
from itadesk.services.sample_record import sample_data
from itadesk.services.years import shipped_catalogue

YEARS, MEASURES = 10, 20  # an office's measures of a year are about twenty


def main() -> None:
    years = _years()
    plan = shipped_catalogue(2569)
    _print("first look at a year, 20 measures", _once(lambda: _check(years[0], None, plan)))
    _print("first look at the other nine", _once(lambda: _all(years[1:], plan)))
    _print("all ten years again", median_call(lambda _: _all(years, plan)))
    _print("one year again", median_call(lambda _: _check(years[1], years[0], plan)))
    _print("as one types", median_call(lambda n: _check(_typed(years[1], n), years[0], plan)))
    words = _once(lambda: examine(CheckData(years[0], plan=plan), slow=True))
    _print("with words, the first time", words)
    more = _once(lambda: examine(CheckData(years[1], plan=plan), slow=True))
    _print("with words, another year", more)
    again = median_call(lambda n: examine(CheckData(_typed(years[1], n), plan=plan), slow=True))
    _print("with words, as one types", again)


def _years() -> list[YearData]:
    """The sample, its texts other ones each year."""
    return [_year(sample_data(), number) for number in range(YEARS)]


def _year(data: YearData, number: int) -> YearData:
    kept = [
        replace(
            measure,
            id=n + 1,
            position=n + 1,
            activities=f"{measure.activities} ครั้งที่ {number} {n}",
            analysis=f"{measure.analysis} ครั้งที่ {number} {n}",
        )
        for n in range(MEASURES)
        for measure in (data.measures[n % len(data.measures)],)
    ]
    findings = [replace(f, cause=f"{f.cause} ครั้งที่ {number}") for f in data.findings]
    rounds = [replace(r, output=f"{r.output} ครั้งที่ {number}") for r in data.rounds]
    return replace(data, measures=tuple(kept), findings=tuple(findings), rounds=tuple(rounds))


def _typed(data: YearData, number: int) -> YearData:
    first, *rest = data.measures
    typed = replace(first, activities=f"{first.activities}{'ก' * (number + 2)}")
    return replace(data, measures=(typed, *rest))


def _check(data: YearData, before: YearData | None, plan: Catalogue) -> object:
    return examine(CheckData(data, before, plan))


def _all(years: list[YearData], plan: Catalogue) -> object:
    before = [None, *years[:-1]]
    return [_check(year, old, plan) for year, old in zip(years, before, strict=True)]


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _print(what: str, seconds: float) -> None:
    print(f"{what:40} {seconds * 1000:8.1f} ms")


if __name__ == "__main__":
    main()
