"""A file as large as an office's gets: six score years, 100 measures with their rounds in one."""

from dataclasses import replace
from pathlib import Path

from db.opening import create_store
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.measures import save_measure
from itadesk.services.office import save_round_report
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.scores import ScoreEntry, record_scores
from itadesk.services.years import catalogue_of, score_years, start_year

YEARS = range(2564, 2570)
MEASURES = 100


def make(path: Path) -> int:
    """Writes the file; the score year with the measures."""
    store = create_store(path, sample_office())
    with action(store, "ไฟล์ขนาดใหญ่"):
        fill_sample(store)
        for year in YEARS:
            if year != sample_year():
                _score(store, year)
        _multiply_measures(store, sample_year())
    store.close()
    return sample_year()


def _score(store: Store, year: int) -> None:
    if year not in score_years(store):
        start_year(store, year)
    questions = catalogue_of(store, year).questions
    record_scores(
        store,
        year,
        [
            ScoreEntry(q.code, "100" if q.binary else f"{80 + n % 20}.{n % 100:02d}")
            for n, q in enumerate(questions)
        ],
    )


def _multiply_measures(store: Store, year: int) -> None:
    """The sample's measures over and over, each with the rounds of the one it repeats."""
    first = store.measures.of_year(year)
    rounds = store.rounds.of_year(year)
    for number in range(len(first), MEASURES):
        model = first[number % len(first)]
        title = f"{model.title} ({number + 1})"
        made = save_measure(store, year, replace(model, id=None, position=0, title=title)).created
        for report in rounds:
            if report.measure_id == model.id and made is not None:
                save_round_report(store, replace(report, id=None, measure_id=made))
