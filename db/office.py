"""The office, one row, and its settings, a row each."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from db.faults import damaged
from db.officefile import OfficeFile
from itadesk.model.document import Signatory
from itadesk.model.office import Office, OfficeKind, Settings, Thresholds

log = logging.getLogger(__name__)
_Record = TypeVar("_Record", Settings, Thresholds)


class OfficeTable:
    """Name, kind and place of the office; settings by name, e.g. `thresholds.urgent`."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def get(self) -> Office:
        row = self._file.row("SELECT name, kind, province, district, code, id FROM office")
        if row is None:
            raise damaged(self._file.name)
        return Office(
            name=row["name"],
            kind=OfficeKind(row["kind"]),
            province=row["province"],
            district=row["district"],
            code=row["code"],
            id=row["id"],
        )

    def save(self, office: Office) -> None:
        """An empty id leaves the file's own."""
        self._file.write(
            "UPDATE office SET name = ?, kind = ?, province = ?, district = ?, code = ?, "
            "id = coalesce(nullif(?, ''), id)",
            *(office.name, str(office.kind), office.province, office.district, office.code),
            office.id,
        )

    def settings(self) -> Settings:
        """What is not set, or set to what this release does not know, has its default."""
        rows = self._file.rows("SELECT key, value FROM setting")
        return _filled(Settings(), {row["key"]: row["value"] for row in rows})

    def save_settings(self, settings: Settings) -> None:
        """Writes only what changed: keys of a newer release stay, defaults may still improve."""
        before = dict(_flat(self.settings()))
        for key, value in _flat(settings):
            if value != before[key]:
                self._file.write(
                    "INSERT INTO setting (key, value) VALUES (?, ?) "
                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    *(key, json.dumps(value, ensure_ascii=False)),
                )


def _flat(record: Settings | Thresholds, prefix: str = "") -> Iterator[tuple[str, object]]:
    """Every setting by its key, as JSON holds it."""
    for field in fields(record):
        value = getattr(record, field.name)
        if is_dataclass(value):
            yield from _flat(getattr(record, field.name), f"{prefix}{field.name}.")
        elif isinstance(value, Decimal | StrEnum):
            yield prefix + field.name, str(value)
        elif field.name == "signatories":
            yield prefix + field.name, [asdict(each) for each in value]
        else:
            yield prefix + field.name, list(value) if isinstance(value, tuple) else value


def _filled(defaults: _Record, stored: Mapping[str, str], prefix: str = "") -> _Record:
    found: dict[str, Any] = {}
    for field in fields(defaults):
        default, key = getattr(defaults, field.name), prefix + field.name
        if isinstance(default, Thresholds):
            found[field.name] = _filled(default, stored, f"{key}.")
        elif key in stored:
            found[field.name] = _like(default, stored[key], key)
    return replace(defaults, **found)


def _like(default: object, text: str, key: str) -> object:
    """The JSON text as the kind of value the default is; the default for a newer release's kind."""
    try:
        return _typed(default, json.loads(text))
    except (ValueError, TypeError, ArithmeticError):
        log.warning("setting %s is of a kind this release does not know", key)
        return default


def _typed(default: object, value: object) -> object:
    if isinstance(default, Decimal):
        return Decimal(str(value))
    if isinstance(default, StrEnum):
        return type(default)(str(value))
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(Signatory(**each) if isinstance(each, dict) else str(each) for each in value)
    if isinstance(value, type(default)):
        return value
    raise TypeError(type(value).__name__)
