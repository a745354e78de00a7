"""Saving one score on the disk, as the window does it: record, commit, compute again."""

import statistics
import tempfile
import time
from pathlib import Path

from db.opening import create_store
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.scores import record_score
from itadesk.services.years import load_year

RUNS = 300


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        store = create_store(Path(name) / "office.itadesk", sample_office())
        fill_sample(store)
        year = sample_year()
        codes = [
            question.code
            for question in load_year(store, year).catalogue.questions
            if not question.binary
        ]
        saves, reads = [], []
        for number in range(RUNS):
            start = time.perf_counter()
            record_score(
                store, year, codes[number % len(codes)], f"{50 + number % 50}.{number % 100:02d}"
            )
            saved = time.perf_counter()
            load_year(store, year)
            saves.append(1000 * (saved - start))
            reads.append(1000 * (time.perf_counter() - saved))
        store.close()
    both = [a + b for a, b in zip(saves, reads, strict=True)]
    for label, values in (("save", saves), ("read and score the year", reads), ("both", both)):
        cut = statistics.quantiles(values, n=100)
        print(
            f"{label}: median {statistics.median(values):.1f} ms, p99 {cut[98]:.1f} ms (aim under 16)"
        )
