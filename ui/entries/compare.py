"""The comparison of years in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session


def _make(session: Session) -> QWidget:
    from ui.pages.compare import ComparePage

    return ComparePage(session)


PAGE = Page("compare", 70, "เปรียบเทียบปี", "compare", _make, step=False)
