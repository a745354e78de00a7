"""The first page in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session


def _make(session: Session) -> QWidget:
    from ui.pages.home import HomePage

    return HomePage(session)


PAGE = Page(
    id="home",
    order=0,
    title="หน้าแรก",
    icon="home",
    make=_make,
    step=False,
    needs_year=False,
)
