"""What a province gathered. A batch is one line of the change log and one step of undo.

Its rows are not recorded one by one: they count while the batch is there, so that undo takes all
of them back by its one row, and they leave the file when it is closed without the batch.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple
from decimal import Decimal
from functools import lru_cache
from typing import Any

from db.officefile import OfficeFile
from itadesk.errors import NotFound
from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import (
    Announced,
    Batch,
    BatchKind,
    ExpectedOffice,
    FileState,
    ReceivedBody,
    ReceivedYear,
    RoundCount,
    Standing,
)

_NO_SCORE = 0xFFFF
_YEARS_KEPT = 2  # read years: one that is looked at, and the one before it
# Of each office of the year, the newest row whose batch is there.
_RECEIVED = (
    "SELECT received.*, batch.at FROM received JOIN batch ON batch.id = batch_id "
    "WHERE received.id IN (SELECT max(id) FROM received WHERE year = ? "
    "AND batch_id IN (SELECT id FROM batch) GROUP BY key) ORDER BY key"
)
_BATCHES = (
    "SELECT id, kind, year, at, label, "
    "(SELECT count(*) FROM received WHERE batch_id = batch.id) "
    "+ (SELECT count(*) FROM expected_office WHERE batch_id = batch.id) "
    "+ (SELECT count(*) FROM announced WHERE batch_id = batch.id) AS offices "
    "FROM batch ORDER BY id DESC"
)
_PARTS = ("received", "expected_office", "announced")


class Province:
    """Rows of received files, expected offices and announced results, by batch."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file
        self._read: dict[int, tuple[tuple[int | None, ...], tuple[ReceivedYear, ...]]] = {}

    def add_batch(self, kind: BatchKind, year: int | None, label: str, at: str) -> int:
        """`at` is an ISO time (UTC); the rows of the batch are added after it."""
        return self._file.insert(
            "INSERT INTO batch (kind, year, at, label) VALUES (?, ?, ?, ?) RETURNING id",
            *(str(kind), year, at, label),
        )

    def batches(self) -> tuple[Batch, ...]:
        """All imports that are there, the newest first."""
        rows = self._file.rows(_BATCHES)
        return tuple(Batch(row["id"], BatchKind(row["kind"]), *tuple(row)[2:]) for row in rows)

    def remove_batch(self, batch_id: int) -> None:
        if self._file.write("DELETE FROM batch WHERE id = ?", batch_id).rowcount != 1:
            raise NotFound("ไม่พบการนำเข้าครั้งนี้แล้ว อาจถูกเลิกทำไป โปรดเลือกจากรายการใหม่อีกครั้ง")

    def add_received(self, batch_id: int, received: ReceivedYear, body: bytes) -> int:
        """A newer row of the same office and year hides the older ones."""
        row = self._file.insert(
            "INSERT INTO received (batch_id, year, key, office, file, digest, figures, rating, "
            "complete, edited, measures, program, layout_id, scores, rounds) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            *(batch_id, received.year, received.key, _json(asdict(received.office))),
            *(received.file, received.digest, _figures_text(received.figures), received.rating),
            *(received.complete, received.edited, received.measures, received.program),
            *(self._layout(received.codes), _packed(received.scores)),
            _json([astuple(each) for each in received.rounds]),
        )
        self._file.write("INSERT INTO received_body (received_id, body) VALUES (?, ?)", row, body)
        return row

    def received(self, year: int) -> tuple[ReceivedYear, ...]:
        """The newest file of each office, in the order of their keys."""
        ids = "SELECT id FROM batch UNION ALL SELECT -max(id) FROM received ORDER BY id"
        state = tuple(row["id"] for row in self._file.rows(ids))
        known = self._read.get(year)
        if known is None or known[0] != state:  # rows come and go with their batches only
            self._read.pop(year, None)
            self._read = dict(list(self._read.items())[-_YEARS_KEPT + 1 :])
            known = self._read[year] = state, self._received(year)
        return known[1]

    def _received(self, year: int) -> tuple[ReceivedYear, ...]:
        layouts = {
            row["id"]: tuple(row["codes"].split())
            for row in self._file.rows("SELECT id, codes FROM score_layout")
        }
        rows = self._file.rows(_RECEIVED, year)
        offices = _loaded(row["office"] for row in rows)
        figures = _loaded(row["figures"] for row in rows)
        return tuple(
            _received(row, layouts, *found)
            for row, *found in zip(rows, offices, figures, strict=True)
        )

    def body(self, received_id: int) -> bytes:
        row = self._file.row("SELECT body FROM received_body WHERE received_id = ?", received_id)
        if row is None:
            raise NotFound("ไม่พบข้อมูลของหน่วยงานนี้แล้ว อาจถูกเลิกทำไป โปรดเลือกจากรายการใหม่อีกครั้ง")
        return bytes(row["body"])

    def bodies_after(self, received_id: int, count: int) -> tuple[ReceivedBody, ...]:
        """The next bodies by number, hidden ones too."""
        rows = self._file.rows(
            "SELECT received_id, file, digest, body FROM received_body "
            "JOIN received ON received.id = received_id WHERE received_id > ? "
            "ORDER BY received_id LIMIT ?",
            *(received_id, count),
        )
        return tuple(ReceivedBody(*row) for row in rows)

    def years(self) -> tuple[int, ...]:
        """Years with a received file or an announced result, in order."""
        rows = self._file.rows("SELECT DISTINCT year FROM batch WHERE year IS NOT NULL ORDER BY 1")
        return tuple(row["year"] for row in rows)

    def save_expected(self, batch_id: int, offices: Sequence[ExpectedOffice]) -> None:
        for line, office in enumerate(offices, start=1):
            self._file.write(
                "INSERT INTO expected_office (batch_id, line, office) VALUES (?, ?, ?)",
                *(batch_id, line, _json(asdict(office))),
            )

    def expected(self) -> tuple[ExpectedOffice, ...]:
        """The newest list."""
        rows = self._file.rows(
            "SELECT office FROM expected_office WHERE batch_id = "
            "(SELECT max(id) FROM batch WHERE kind = 'expected') ORDER BY line"
        )
        return tuple(ExpectedOffice(**json.loads(row["office"])) for row in rows)

    def save_announced(self, batch_id: int, results: Sequence[Announced]) -> None:
        for line, each in enumerate(results, start=1):
            self._file.write(
                "INSERT INTO announced (batch_id, line, office, figures, rating) "
                "VALUES (?, ?, ?, ?, ?)",
                *(batch_id, line, _json(asdict(each.office)), _figures_text(each.figures)),
                each.rating,
            )

    def announced(self, year: int) -> tuple[Announced, ...]:
        """The newest list of the year."""
        rows = self._file.rows(
            "SELECT office, figures, rating FROM announced WHERE batch_id = "
            "(SELECT max(id) FROM batch WHERE kind = 'announced' AND year = ?) ORDER BY line",
            year,
        )
        return tuple(
            Announced(
                ExpectedOffice(**json.loads(row["office"])),
                _figures(row["figures"]),
                row["rating"],
            )
            for row in rows
        )

    def standings(self, year: int) -> Mapping[str, Standing]:
        """By key of the office; those without a row have just been received."""
        rows = self._file.rows("SELECT key, state, remark FROM standing WHERE year = ?", year)
        return {row["key"]: Standing(FileState(row["state"]), row["remark"]) for row in rows}

    def save_standing(self, year: int, key: str, standing: Standing) -> None:
        self._file.write(
            "INSERT INTO standing (year, key, state, remark) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (year, key) DO UPDATE SET state = excluded.state, "
            "remark = excluded.remark",
            *(year, key, str(standing.state), standing.remark),
        )

    def forget_removed(self) -> None:
        """Rows whose batch is gone; undo cannot bring those back."""
        gone = "batch_id NOT IN (SELECT id FROM batch)"
        if any(self._file.row(f"SELECT 1 FROM {part} WHERE {gone} LIMIT 1") for part in _PARTS):  # noqa: S608 - our own names
            with self._file.atomic():
                for part in _PARTS:
                    self._file.write(f"DELETE FROM {part} WHERE {gone}")  # noqa: S608 - our own names
                self._file.write(
                    "DELETE FROM received_body WHERE received_id NOT IN (SELECT id FROM received)"
                )

    def _layout(self, codes: tuple[str, ...]) -> int:
        """The number of an order of questions; most offices of a year share one."""
        text = " ".join(codes)
        known = self._file.row("SELECT id FROM score_layout WHERE codes = ?", text)
        if known is not None:
            return int(known["id"])
        return self._file.insert("INSERT INTO score_layout (codes) VALUES (?) RETURNING id", text)


def _received(
    row: sqlite3.Row,
    layouts: Mapping[int, tuple[str, ...]],
    office: dict[str, Any],
    figures: dict[str, str],
) -> ReceivedYear:
    return ReceivedYear(
        key=row["key"],
        year=row["year"],
        office=Office(**{**office, "kind": OfficeKind(office["kind"])}),
        file=row["file"],
        digest=row["digest"],
        figures={key: _number(value) for key, value in figures.items()},
        rating=row["rating"],
        complete=bool(row["complete"]),
        edited=None if row["edited"] is None else bool(row["edited"]),
        measures=row["measures"],
        program=row["program"],
        codes=layouts[row["layout_id"]],
        scores=_unpacked(row["scores"]),
        rounds=tuple(RoundCount(*each) for each in json.loads(row["rounds"])),
        id=row["id"],
        batch=row["batch_id"],
        received_at=row["at"],
    )


def _loaded(texts: Iterable[str]) -> list[dict[str, Any]]:
    """Many texts read as one, in half the time."""
    found: list[dict[str, Any]] = json.loads(f"[{','.join(texts)}]")
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _figures_text(figures: Mapping[str, Decimal]) -> str:
    return _json({key: str(value) for key, value in figures.items()})


_number = lru_cache(maxsize=16_384)(Decimal)  # of two places mostly: few are not there twice


def _figures(text: str) -> dict[str, Decimal]:
    return {key: Decimal(value) for key, value in json.loads(text).items()}


def _packed(scores: Iterable[int | None]) -> bytes:
    """Two bytes a question, little-endian."""
    values = [_NO_SCORE if score is None else score for score in scores]
    return struct.pack(f"<{len(values)}H", *values)


def _unpacked(body: bytes) -> tuple[int | None, ...]:
    values = struct.unpack(f"<{len(body) // 2}H", body)
    if _NO_SCORE not in values:
        return values
    return tuple(None if value == _NO_SCORE else value for value in values)
