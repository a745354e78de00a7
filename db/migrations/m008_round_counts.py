"""What each received file tells of the rounds, so that all offices are summed up at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m008_round_counts(db: Database) -> None:
    """JSON: a list of months, last day, measures and measures told of for each round.

    The second index finds the rows of a batch, for the list of imports.
    """
    db.execute("ALTER TABLE received ADD COLUMN rounds TEXT NOT NULL DEFAULT '[]'")
    db.execute("CREATE INDEX received_batch ON received (batch_id)")
