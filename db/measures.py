"""Measures of a year with their steps, units and findings."""

from __future__ import annotations

import sqlite3

from db.officefile import OfficeFile, Value
from db.values import day_of, day_text
from itadesk.errors import NotFound
from itadesk.model.work import Measure, Step


class Measures:
    """Positions are 1, 2, 3 … without a gap, whatever is saved, moved or deleted."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def of_year(self, year: int) -> tuple[Measure, ...]:
        rows = self._file.rows("SELECT * FROM measure WHERE year = ? ORDER BY position", year)
        steps = self._lines("measure_step", year)
        units = self._lines("measure_unit", year)
        findings = self._lines("measure_finding", year)
        return tuple(
            _measure(
                row,
                tuple(map(_step, steps.get(row["id"], ()))),
                tuple(line["unit"] for line in units.get(row["id"], ())),
                tuple(line["finding_id"] for line in findings.get(row["id"], ())),
            )
            for row in rows
        )

    def save(self, year: int, measure: Measure) -> int:
        """Adds (id None) or changes; position 0, or one past the end, goes last."""
        position = self._make_room(year, measure)
        columns = {"position": position, **_columns(measure)}
        measure_id = self._write(year, measure.id, columns)
        self._file.write_lines("measure_step", measure_id, [_step_row(s) for s in measure.steps])
        self._file.write_lines("measure_unit", measure_id, [{"unit": u} for u in measure.units])
        known = {row["id"] for row in self._file.rows("SELECT id FROM finding")}
        self._file.write_lines(
            "measure_finding",
            measure_id,
            # One that was deleted meanwhile falls away, as it does in the saved measures.
            [{"finding_id": found} for found in measure.findings if found in known],
        )
        return measure_id

    def delete(self, year: int, measure_id: int) -> None:
        """Its steps and round reports go with it; those behind it move up."""
        done = self._file.write("DELETE FROM measure WHERE year = ? AND id = ?", year, measure_id)
        _must_be_there(done.rowcount)
        self._number(self._ids(year))

    def _lines(self, table: str, year: int) -> dict[int, list[sqlite3.Row]]:
        found: dict[int, list[sqlite3.Row]] = {}
        for row in self._file.rows(
            f"SELECT line.* FROM {table} AS line JOIN measure ON measure.id = line.measure_id "  # noqa: S608 - our own name
            "WHERE measure.year = ? ORDER BY line.measure_id, line.line",
            year,
        ):
            found.setdefault(row["measure_id"], []).append(row)
        return found

    def _ids(self, year: int) -> list[int]:
        rows = self._file.rows("SELECT id FROM measure WHERE year = ? ORDER BY position", year)
        return [row["id"] for row in rows]

    def _make_room(self, year: int, measure: Measure) -> int:
        """Numbers the others around the place of `measure`, and returns that place."""
        others = [known for known in self._ids(year) if known != measure.id]
        last = len(others) + 1
        position = min(measure.position, last) if measure.position > 0 else last
        self._number(others[: position - 1])
        self._number(others[position - 1 :], first=position + 1)
        return position

    def _number(self, ids: list[int], first: int = 1) -> None:
        for position, measure_id in enumerate(ids, start=first):
            self._file.write(
                "UPDATE measure SET position = ? WHERE id = ? AND position <> ?",
                *(position, measure_id, position),
            )

    def _write(self, year: int, measure_id: int | None, columns: dict[str, Value]) -> int:
        # The column names are those of _columns.
        if measure_id is None:
            names, marks = ", ".join(columns), ", ".join("?" * len(columns))
            return self._file.insert(
                f"INSERT INTO measure (year, {names}) VALUES (?, {marks}) RETURNING id",  # noqa: S608
                *(year, *columns.values()),
            )
        changes = ", ".join(f"{column} = ?" for column in columns)
        done = self._file.write(
            f"UPDATE measure SET {changes} WHERE id = ? AND year = ?",  # noqa: S608
            *(*columns.values(), measure_id, year),
        )
        _must_be_there(done.rowcount)
        return measure_id


def _measure(
    row: sqlite3.Row, steps: tuple[Step, ...], units: tuple[str, ...], findings: tuple[int, ...]
) -> Measure:
    fields = {key: row[key] for key in row.keys() if key not in ("year", "start_on", "end_on")}  # noqa: SIM118 - a Row iterates its values
    return Measure(
        **fields,
        start=day_of(row["start_on"]),
        end=day_of(row["end_on"]),
        steps=steps,
        units=units,
        findings=findings,
    )


def _columns(measure: Measure) -> dict[str, Value]:
    """All of a measure's own row but id, year and position."""
    return {
        "indicator": measure.indicator,
        "issue": measure.issue,
        "title": measure.title,
        "activities": measure.activities,
        "analysis": measure.analysis,
        "start_on": day_text(measure.start),
        "end_on": day_text(measure.end),
        "period_text": measure.period_text,
        "responsible": measure.responsible,
        "success": measure.success,
        "target": measure.target,
        "budget": measure.budget,
        "overseer": measure.overseer,
    }


def _step(row: sqlite3.Row) -> Step:
    return Step(row["text"], day_of(row["start_on"]), day_of(row["end_on"]), row["unit"])


def _step_row(step: Step) -> dict[str, Value]:
    return {
        "text": step.text,
        "start_on": day_text(step.start),
        "end_on": day_text(step.end),
        "unit": step.unit,
    }


def _must_be_there(rowcount: int) -> None:
    if rowcount != 1:
        raise NotFound("ไม่พบมาตรการนี้แล้ว อาจถูกลบหรือเลิกทำไป โปรดเลือกจากรายการใหม่อีกครั้ง")
