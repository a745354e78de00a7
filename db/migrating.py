"""Applies migrations; imported only when one is pending, because sqlite_utils is heavy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from importlib import import_module

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db.migrations import STEPS

SET = "itadesk"
# As sqlite_utils makes them; here, so that a later release of it cannot make our files differ.
_RECORDS = (
    'CREATE TABLE "_sqlite_migrations" (\n'
    '   "id" INTEGER PRIMARY KEY,\n   "migration_set" TEXT,\n'
    '   "name" TEXT,\n   "applied_at" TEXT\n)',
    'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"\n'
    '    ON "_sqlite_migrations" ("migration_set", "name")',
)


def apply_pending(
    connection: sqlite3.Connection,
    steps: Sequence[str] = STEPS,
    *,
    confirm: Callable[[], object] = lambda: None,
) -> None:
    """Runs the steps that the file lacks, all in one transaction with their records.

    Foreign keys are off meanwhile, and checked at the end of each step. What `confirm` raises,
    asked at the end, takes everything back.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        database = Database(connection, execute_plugins=False)
        migrations = Migrations(SET)
        for number, name in enumerate(steps, start=1):
            function = getattr(import_module(f"db.migrations.{name}"), name)
            migrations(name=name)(_checked(function, number))
        with database.atomic():
            if not database.table(Migrations.migrations_table).exists():
                for statement in _RECORDS:
                    connection.execute(statement)
            migrations.apply(database)
            confirm()
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = OFF")  # Database() turns them on


def _checked(step: Callable[[Database], None], number: int) -> Callable[[Database], None]:
    def run(database: Database) -> None:
        step(database)
        broken = database.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"step {number} leaves {len(broken)} broken references")
        database.execute(f"PRAGMA user_version = {number}")

    run.__name__ = step.__name__
    return run
