"""A line of the change log (ประวัติการแก้ไข)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One changed field; `at` is ISO UTC, None means that the row was not there."""

    at: str
    action: str
    table: str
    row: str
    field: str
    before: str | None
    after: str | None
