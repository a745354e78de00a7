"""The phrase library in the rail, below the steps of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session


def _make(session: Session) -> QWidget:
    from ui.pages.phrases import PhrasesPage

    return PhrasesPage(session)


PAGE = Page("phrases", 80, "คลังข้อความ", "book", _make, step=False, needs_year=False)
