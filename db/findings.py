"""Findings of a year."""

from __future__ import annotations

from db.officefile import OfficeFile, Value
from itadesk.errors import NotFound
from itadesk.model.work import Finding


class Findings:
    """A finding keeps its id; a deleted one's id is not given again."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def of_year(self, year: int) -> tuple[Finding, ...]:
        rows = self._file.rows(
            "SELECT id, indicator, issue, codes, cause, guideline, conclusion "
            "FROM finding WHERE year = ? ORDER BY id",
            year,
        )
        return tuple(
            Finding(**{**dict(row), "codes": tuple(filter(None, row["codes"].split(",")))})
            for row in rows
        )

    def save(self, year: int, finding: Finding) -> int:
        """Adds (id None) or changes; NotFound when the finding is gone."""
        values: tuple[Value, ...] = (
            *(finding.indicator, finding.issue, ",".join(finding.codes)),
            *(finding.cause, finding.guideline, finding.conclusion, year),
        )
        if finding.id is None:
            return self._file.insert(
                "INSERT INTO finding (indicator, issue, codes, cause, guideline, conclusion, year) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                *values,
            )
        done = self._file.write(
            "UPDATE finding SET indicator = ?, issue = ?, codes = ?, cause = ?, guideline = ?, "
            "conclusion = ? WHERE year = ? AND id = ?",
            *(*values, finding.id),
        )
        _must_be_there(done.rowcount)
        return finding.id

    def delete(self, year: int, finding_id: int) -> None:
        """Takes it out of the measures that answer it, too."""
        done = self._file.write("DELETE FROM finding WHERE year = ? AND id = ?", year, finding_id)
        _must_be_there(done.rowcount)


def _must_be_there(rowcount: int) -> None:
    if rowcount != 1:
        raise NotFound("ไม่พบผลการวิเคราะห์นี้แล้ว อาจถูกลบหรือเลิกทำไป โปรดเลือกจากรายการใหม่อีกครั้ง")
