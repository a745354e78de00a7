"""The shape every changing use case shares: one action, one transaction, one Changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from itadesk.model.changes import Changes, Kind
from itadesk.ports import Store


@contextmanager
def action(store: Store, label: str, *kinds: Kind) -> Iterator[Changes]:
    """Runs the body as one undoable action called `label` and yields what it changes."""
    with store.transaction(label, *kinds):
        yield Changes(frozenset(kinds), label)
