"""Kept files; equal contents are stored once."""

from __future__ import annotations

import sqlite3

from db.officefile import OfficeFile
from itadesk.errors import NotFound
from itadesk.model.kept import FileRole, KeptFile

_GONE = "ไม่พบไฟล์แนบนี้แล้ว อาจถูกลบหรือเลิกทำไป โปรดเลือกจากรายการใหม่อีกครั้ง"


class KeptFiles:
    """A content stays as long as the file is open, so that undo can bring its entry back."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def of_year(self, year: int) -> tuple[KeptFile, ...]:
        """In the order in which they came."""
        return self._found("year = ?", year)

    def of_office(self) -> tuple[KeptFile, ...]:
        """Those of no year."""
        return self._found("year IS NULL")

    def body(self, file_id: int) -> bytes:
        """The content; NotFound when the entry is gone or its content is kept elsewhere."""
        row = self._file.row(
            "SELECT body FROM content JOIN kept_file USING (digest) WHERE kept_file.id = ?", file_id
        )
        if row is None:
            raise NotFound(_GONE)
        return bytes(row["body"])

    def add(self, kept: KeptFile, body: bytes | None) -> int:
        """None keeps no content, only the path."""
        if body is not None:
            self._file.write(
                "INSERT INTO content (digest, body) VALUES (?, ?) ON CONFLICT DO NOTHING",
                *(kept.digest, body),
            )
        return self._file.insert(
            "INSERT INTO kept_file (role, name, media, size, digest, year, document_id, "
            "measure_id, months, caption, note, path) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            *(str(kept.role), kept.name, kept.media, kept.size, kept.digest, kept.year),
            *(kept.document, kept.measure, kept.months, kept.caption, kept.note, kept.path),
        )

    def save(self, kept: KeptFile) -> None:
        """Name, caption, note and path; what the file is stays."""
        done = self._file.write(
            "UPDATE kept_file SET name = ?, caption = ?, note = ?, path = ? WHERE id = ?",
            *(kept.name, kept.caption, kept.note, kept.path, kept.id),
        )
        if done.rowcount != 1:
            raise NotFound(_GONE)

    def delete(self, file_id: int) -> None:
        done = self._file.write("DELETE FROM kept_file WHERE id = ?", file_id)
        if done.rowcount != 1:
            raise NotFound(_GONE)

    def forget_unused(self) -> None:
        """Removes contents that no entry has any more; undo cannot bring those back."""
        unused = "FROM content WHERE digest NOT IN (SELECT digest FROM kept_file)"
        if self._file.row(f"SELECT 1 {unused} LIMIT 1") is not None:
            with self._file.atomic():
                self._file.write(f"DELETE {unused}")

    def _found(self, where: str, *values: int) -> tuple[KeptFile, ...]:
        rows = self._file.rows(f"SELECT * FROM kept_file WHERE {where} ORDER BY id", *values)  # noqa: S608 - our own words
        return tuple(map(_kept, rows))


def _kept(row: sqlite3.Row) -> KeptFile:
    return KeptFile(
        role=FileRole(row["role"]),
        name=row["name"],
        id=row["id"],
        media=row["media"],
        size=row["size"],
        digest=row["digest"],
        year=row["year"],
        document=row["document_id"],
        measure=row["measure_id"],
        months=row["months"],
        caption=row["caption"],
        note=row["note"],
        path=row["path"],
    )
