"""Pages of the window, one module each; a module here with a PAGE is in the rail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtWidgets import QWidget

from itadesk.model.year import YearData
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is: state "done", "begun" or "none", and the same in Thai words."""

    state: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page stands in the rail and how it is made.

    `make` builds the widget when it is first shown. A page widget may have `subtitle() -> str`
    (what to do, how far), `actions() -> list[QAction]` (what QWidget.addAction keeps; the first
    is the main action), `unsaved() -> str` (a sentence on what closing would lose) and a signal
    `wants_page = Signal(str)` that asks for another page by id.
    `progress` is known without the widget: the rail shows its state, home its words.
    """

    id: str
    order: int
    title: str
    icon: str  # file name in resources/icons without ending
    make: Callable[[Session], QWidget]
    step: bool = True  # a step of the year's road, numbered in the rail
    needs_year: bool = True
    progress: Callable[[YearData], Progress] | None = None


def pages() -> list[Page]:
    """All pages in rail order."""
    found = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
    return sorted((m.PAGE for m in found if hasattr(m, "PAGE")), key=lambda page: page.order)
