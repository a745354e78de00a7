"""The documents in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session


def _make(session: Session) -> QWidget:
    from ui.pages.documents import DocumentsPage

    return DocumentsPage(session)


PAGE = Page("documents", 40, "เอกสาร", "documents", _make)
