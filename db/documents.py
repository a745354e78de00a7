"""Documents of a year with their texts and signatories."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from db.officefile import OfficeFile, Value
from db.values import day_of, day_text
from itadesk.errors import NotFound
from itadesk.model.document import DocumentRecord, DocumentState, Signatory


class Documents:
    """A document keeps its id; a deleted one's id is not given again."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def of_year(self, year: int) -> tuple[DocumentRecord, ...]:
        """In the order in which they were begun."""
        rows = self._file.rows("SELECT * FROM document WHERE year = ? ORDER BY id", year)
        fields: dict[int, dict[str, str]] = {}
        for row in self._parts("document_field", "key", year):
            fields.setdefault(row["document_id"], {})[row["key"]] = row["text"]
        signatories: dict[int, list[Signatory]] = {}
        for row in self._parts("document_signatory", "line", year):
            signatory = Signatory(row["name"], row["rank"], row["position"], row["acting"])
            signatories.setdefault(row["document_id"], []).append(signatory)
        return tuple(
            _record(row, fields.get(row["id"], {}), tuple(signatories.get(row["id"], ())))
            for row in rows
        )

    def save(self, year: int, document: DocumentRecord) -> int:
        """Adds (id None) or changes; NotFound when the document or its year is gone."""
        values: tuple[Value, ...] = (
            *(document.form, document.number, day_text(document.day), str(document.state)),
            *(day_text(document.published_on), document.url, year),
        )
        if document.id is None:
            document_id = self._file.insert(
                "INSERT INTO document (form, number, day_on, state, published_on, url, year) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                *values,
            )
        else:
            document_id = document.id
            done = self._file.write(
                "UPDATE document SET form = ?, number = ?, day_on = ?, state = ?, "
                "published_on = ?, url = ? WHERE year = ? AND id = ?",
                *(*values, document_id),
            )
            _must_be_there(done.rowcount)
        self._save_fields(document_id, document.fields)
        self._save_signatories(document_id, document.signatories)
        return document_id

    def delete(self, year: int, document_id: int) -> None:
        """Its texts and signatories go with it."""
        done = self._file.write("DELETE FROM document WHERE year = ? AND id = ?", year, document_id)
        _must_be_there(done.rowcount)

    def _parts(self, table: str, order: str, year: int) -> list[sqlite3.Row]:
        return self._file.rows(
            f"SELECT part.* FROM {table} AS part JOIN document ON document.id = part.document_id "  # noqa: S608 - our own names
            f"WHERE document.year = ? ORDER BY part.document_id, part.{order}",
            year,
        )

    def _save_fields(self, document_id: int, fields: Mapping[str, str]) -> None:
        for row in self._file.rows(
            "SELECT key FROM document_field WHERE document_id = ?", document_id
        ):
            if row["key"] not in fields:
                self._file.write(
                    "DELETE FROM document_field WHERE document_id = ? AND key = ?",
                    *(document_id, row["key"]),
                )
        for key, text in fields.items():
            self._file.write(
                "INSERT INTO document_field (document_id, key, text) VALUES (?, ?, ?) "
                "ON CONFLICT (document_id, key) DO UPDATE SET text = excluded.text",
                *(document_id, key, text),
            )

    def _save_signatories(self, document_id: int, signatories: tuple[Signatory, ...]) -> None:
        for line, each in enumerate(signatories, start=1):
            self._file.write(
                "INSERT INTO document_signatory (document_id, line, name, rank, position, acting) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (document_id, line) DO UPDATE SET "
                "name = excluded.name, rank = excluded.rank, position = excluded.position, "
                "acting = excluded.acting",
                *(document_id, line, each.name, each.rank, each.position, each.acting),
            )
        self._file.write(
            "DELETE FROM document_signatory WHERE document_id = ? AND line > ?",
            *(document_id, len(signatories)),
        )


def _record(
    row: sqlite3.Row, fields: Mapping[str, str], signatories: tuple[Signatory, ...]
) -> DocumentRecord:
    return DocumentRecord(
        id=row["id"],
        form=row["form"],
        number=row["number"],
        day=day_of(row["day_on"]),
        fields=fields,
        signatories=signatories,
        state=DocumentState(row["state"]),
        published_on=day_of(row["published_on"]),
        url=row["url"],
    )


def _must_be_there(rowcount: int) -> None:
    if rowcount != 1:
        raise NotFound("ไม่พบเอกสารนี้แล้ว อาจถูกลบหรือเลิกทำไป โปรดเลือกจากรายการใหม่อีกครั้ง")
