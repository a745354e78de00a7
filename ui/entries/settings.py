"""The settings in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session


def _make(session: Session) -> QWidget:
    from ui.pages.settings import SettingsPage

    return SettingsPage(session)


PAGE = Page(
    id="settings",
    order=90,
    title="ตั้งค่า",
    icon="settings",
    make=_make,
    step=False,
    needs_year=False,
)
