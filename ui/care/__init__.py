"""What the menu offers to look after a file, one module each.

A module here with a DEED is in the menu; it imports what it needs when it is run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window import Window


@dataclass(frozen=True, slots=True)
class Deed:
    """An entry of the menu; `order` is its place, `needs_file` greys it without an open file."""

    words: str
    order: int
    run: Callable[[Window], None]
    needs_file: bool = True


def deeds() -> list[Deed]:
    """All of them in the order of the menu."""
    found = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
    return sorted((module.DEED for module in found), key=lambda deed: deed.order)
