"""Pages of the window, the widget of each in a module; `ui/entries` says where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    `wants_page = Signal(str)` that asks for another page by id or for a place on it (`scores:i7`),
    `own_search() -> QLineEdit` that Ctrl+F goes to instead of the search of the whole file,
    `show_place(within: str)` that goes to what stands behind the colon, `place() -> str` that tells
    what it would take to come back to what is shown now, and `reworded = Signal()`
    when the subtitle says something else.
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
    wanted: Callable[[Session], bool] | None = None  # None: in every file
    sections: Mapping[str, str] = field(default_factory=dict)  # titles by what `show_place` takes
