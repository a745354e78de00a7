"""Round reports of measures."""

from __future__ import annotations

from db.officefile import OfficeFile, Value
from db.values import decimal_of, decimal_text
from itadesk.errors import NotFound
from itadesk.model.work import RoundReport, RoundStatus


class Rounds:
    """One report for a measure and a round."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def of_year(self, year: int) -> tuple[RoundReport, ...]:
        """By position of the measure, then by round."""
        rows = self._file.rows(
            "SELECT report.* FROM round_report AS report "
            "JOIN measure ON measure.id = report.measure_id "
            "WHERE measure.year = ? ORDER BY measure.position, report.months",
            year,
        )
        return tuple(
            RoundReport(
                **{
                    **dict(row),
                    "progress": decimal_of(row["progress"]),
                    "status": None if row["status"] is None else RoundStatus(row["status"]),
                }
            )
            for row in rows
        )

    def save(self, report: RoundReport) -> int:
        """Without an id it takes the place of the report of that measure and round, if any."""
        values: tuple[Value, ...] = (
            *(report.measure_id, report.months, report.output, report.outcome),
            decimal_text(report.progress),
            None if report.status is None else str(report.status),
            *(report.evidence, report.obstacles),
        )
        if report.id is None:
            return self._file.insert(
                "INSERT INTO round_report (measure_id, months, output, outcome, progress, status, "
                "evidence, obstacles) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (measure_id, months) DO UPDATE SET output = excluded.output, "
                "outcome = excluded.outcome, progress = excluded.progress, "
                "status = excluded.status, evidence = excluded.evidence, "
                "obstacles = excluded.obstacles RETURNING id",
                *values,
            )
        done = self._file.write(
            "UPDATE round_report SET measure_id = ?, months = ?, output = ?, outcome = ?, "
            "progress = ?, status = ?, evidence = ?, obstacles = ? WHERE id = ?",
            *(*values, report.id),
        )
        if done.rowcount != 1:
            raise NotFound("ไม่พบรายงานผลรอบนี้แล้ว อาจถูกลบหรือเลิกทำไป โปรดเลือกมาตรการและรอบใหม่อีกครั้ง")
        return report.id
