"""Phrases of the office, of all years."""

from __future__ import annotations

from db.officefile import OfficeFile
from itadesk.errors import NotFound
from itadesk.model.phrase import Phrase, PhraseKind


class Phrases:
    """No text stands twice in a kind."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def all(self) -> tuple[Phrase, ...]:
        """The most used first."""
        rows = self._file.rows("SELECT * FROM phrase ORDER BY uses DESC, id DESC")
        return tuple(Phrase(**{**dict(row), "kind": PhraseKind(row["kind"])}) for row in rows)

    def save(self, phrase: Phrase) -> int:
        """Adds (id None) or changes; an equal text of the kind takes what is new of it."""
        values = (str(phrase.kind), phrase.year, phrase.code, phrase.text, phrase.uses)
        if phrase.id is None:
            return self._file.insert(
                "INSERT INTO phrase (kind, year, code, text, uses) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (kind, text) DO UPDATE SET year = excluded.year, "
                "code = excluded.code, uses = max(uses, excluded.uses) RETURNING id",
                *values,
            )
        twin = self._file.row(
            "SELECT id FROM phrase WHERE kind = ? AND text = ? AND id <> ?",
            *(str(phrase.kind), phrase.text, phrase.id),
        )
        if twin is not None:
            self.delete(twin["id"])
        done = self._file.write(
            "UPDATE phrase SET kind = ?, year = ?, code = ?, text = ?, uses = ? WHERE id = ?",
            *(*values, phrase.id),
        )
        _must_be_there(done.rowcount)
        return phrase.id

    def delete(self, phrase_id: int) -> None:
        _must_be_there(self._file.write("DELETE FROM phrase WHERE id = ?", phrase_id).rowcount)


def _must_be_there(rowcount: int) -> None:
    if rowcount != 1:
        raise NotFound("ไม่พบข้อความนี้ในคลังแล้ว อาจถูกลบหรือเลิกทำไป โปรดเลือกจากรายการใหม่อีกครั้ง")
