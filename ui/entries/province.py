"""The province's desk in the rail, only where an office gathers others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itadesk.services.province import gathers
from ui.pages import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session


def _make(session: Session) -> QWidget:
    from ui.pages.province import ProvincePage

    return ProvincePage(session)


def _wanted(session: Session) -> bool:
    return session.ask(gathers)


PAGE = Page("province", 90, "ภาพรวมจังหวัด", "office", _make, step=False, wanted=_wanted)
