"""Results by score year: scores, official figures, respondents."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from db.officefile import OfficeFile
from db.values import decimal_of, decimal_text
from itadesk.model.assessment import Assessment, QuestionScore


class Assessments:
    """One assessment a score year."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def years(self) -> tuple[int, ...]:
        rows = self._file.rows("SELECT year FROM assessment ORDER BY year")
        return tuple(row["year"] for row in rows)

    def get(self, year: int) -> Assessment | None:
        head = self._file.row(
            "SELECT plan_year, catalogue_id, official_rating, announced_on, recommendations "
            "FROM assessment WHERE year = ?",
            year,
        )
        if head is None:
            return None
        return Assessment(
            year=year,
            **dict(head),
            scores=self._scores(year),
            official=self._official(year),
            respondents=self._respondents(year),
        )

    def create(self, year: int, plan_year: int, catalogue_id: str) -> None:
        self._file.write(
            "INSERT INTO assessment (year, plan_year, catalogue_id) VALUES (?, ?, ?)",
            *(year, plan_year, catalogue_id),
        )

    def save_head(self, assessment: Assessment) -> None:
        done = self._file.write(
            "UPDATE assessment SET plan_year = ?, catalogue_id = ?, official_rating = ?, "
            "announced_on = ?, recommendations = ? WHERE year = ?",
            *(assessment.plan_year, assessment.catalogue_id, assessment.official_rating),
            *(assessment.announced_on, assessment.recommendations, assessment.year),
        )
        if done.rowcount != 1:
            raise RuntimeError(f"no assessment of {assessment.year}")
        self._save_respondents(assessment.year, assessment.respondents)

    def save_score(self, year: int, score: QuestionScore) -> None:
        if score.empty:
            self._file.write(
                "DELETE FROM question_score WHERE year = ? AND code = ?", year, score.code
            )
            return
        self._file.write(
            "INSERT INTO question_score (year, code, score, part1, part2) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (year, code) DO UPDATE SET "
            "score = excluded.score, part1 = excluded.part1, part2 = excluded.part2",
            *(year, score.code),
            *map(decimal_text, (score.score, score.part1, score.part2)),
        )

    def save_official(self, year: int, key: str, value: Decimal | None) -> None:
        if value is None:
            self._file.write("DELETE FROM official_figure WHERE year = ? AND key = ?", year, key)
            return
        self._file.write(
            "INSERT INTO official_figure (year, key, value) VALUES (?, ?, ?) "
            "ON CONFLICT (year, key) DO UPDATE SET value = excluded.value",
            *(year, key, decimal_text(value)),
        )

    def notes(self, year: int) -> Mapping[str, str]:
        rows = self._file.rows(
            "SELECT code, text FROM score_note WHERE year = ? ORDER BY rowid", year
        )
        return {row["code"]: row["text"] for row in rows}

    def save_note(self, year: int, code: str, text: str) -> None:
        """An empty text takes the note away."""
        if not text:
            self._file.write("DELETE FROM score_note WHERE year = ? AND code = ?", year, code)
            return
        self._file.write(
            "INSERT INTO score_note (year, code, text) VALUES (?, ?, ?) "
            "ON CONFLICT (year, code) DO UPDATE SET text = excluded.text",
            *(year, code, text),
        )

    def _scores(self, year: int) -> Mapping[str, QuestionScore]:
        rows = self._file.rows(
            "SELECT code, score, part1, part2 FROM question_score WHERE year = ? ORDER BY rowid",
            year,
        )
        return {
            row["code"]: QuestionScore(
                row["code"],
                decimal_of(row["score"]),
                decimal_of(row["part1"]),
                decimal_of(row["part2"]),
            )
            for row in rows
        }

    def _official(self, year: int) -> Mapping[str, Decimal]:
        rows = self._file.rows(
            "SELECT key, value FROM official_figure WHERE year = ? ORDER BY rowid", year
        )
        return {row["key"]: Decimal(row["value"]) for row in rows}

    def _respondents(self, year: int) -> Mapping[str, int]:
        rows = self._file.rows(
            "SELECT key, number FROM respondents WHERE year = ? ORDER BY rowid", year
        )
        return {row["key"]: row["number"] for row in rows}

    def _save_respondents(self, year: int, respondents: Mapping[str, int]) -> None:
        for key in self._respondents(year).keys() - respondents.keys():
            self._file.write("DELETE FROM respondents WHERE year = ? AND key = ?", year, key)
        for key, number in respondents.items():
            self._file.write(
                "INSERT INTO respondents (year, key, number) VALUES (?, ?, ?) "
                "ON CONFLICT (year, key) DO UPDATE SET number = excluded.number",
                *(year, key, number),
            )
