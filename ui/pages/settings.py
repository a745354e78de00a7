"""The page of settings: cards by section, each saved when it is changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadesk.model.changes import Changes, Kind
from ui import theme
from ui.entries.settings import SECTIONS
from ui.session import Session
from ui.widgets.sections import Sections
from ui.widgets.settings_backup import BackupCard
from ui.widgets.settings_catalogues import CataloguesCard
from ui.widgets.settings_display import DisplayCard
from ui.widgets.settings_emblems import EmblemsCard
from ui.widgets.settings_office import OfficeCard, YearCard
from ui.widgets.settings_print import ListsCard, PrintCard
from ui.widgets.settings_scoring import ScoringCard
from ui.widgets.settings_signers import SignersCard


class SettingsPage(QWidget):
    """Every card loads again what changed."""

    wants_size = Signal(int)  # percent of the text
    wants_theme = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self.office, self.year = OfficeCard(session), YearCard(session)
        self.printing, self.lists = PrintCard(session), ListsCard(session)
        self.scoring = ScoringCard(session)
        self.signers = SignersCard(session)
        self.emblems = EmblemsCard(session, self._folder)
        self.catalogues = CataloguesCard(session, self._folder)
        self.display, self.backup = DisplayCard(), BackupCard()
        self.display.wants_size.connect(self.wants_size)
        self.display.wants_theme.connect(self.wants_theme)
        self._cards: dict[str, QWidget] = {
            "office": self.office,
            "year": self.year,
            "signers": self.signers,
            "lists": self.lists,
            "scoring": self.scoring,
            "catalogues": self.catalogues,
            "printing": self.printing,
            "emblems": self.emblems,
            "display": self.display,
            "backup": self.backup,
        }
        parts = [(SECTIONS[key], card) for key, card in self._cards.items()]
        self.sections = Sections(parts, "หมวดของการตั้งค่า")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.PAGE, 4, theme.BLOCK, 0)
        outer.addWidget(self.sections)
        session.changed.connect(self._after_change)
        session.year_shown.connect(self.year.load)

    def showEvent(self, event: QShowEvent) -> None:
        self.setFocusProxy(self.sections.leading())
        super().showEvent(event)

    def subtitle(self) -> str:
        return "ใช้กับทุกปีในไฟล์นี้ โปรแกรมบันทึกให้ทันทีเมื่อแก้ไข"

    def show_place(self, within: str) -> None:
        """A section by its id, with the keys in it."""
        if within in self._cards:
            self.sections.go(list(self._cards).index(within))
            self.sections.enter()

    def _after_change(self, changes: Changes) -> None:
        if changes.touches(Kind.OFFICE):
            self.office.load()
        if changes.touches(Kind.SETTINGS):
            for card in (self.printing, self.lists, self.scoring, self.signers):
                card.load()
        if changes.touches(Kind.SETTINGS, Kind.FILES):
            self.emblems.load()
        if changes.touches(Kind.YEARS):
            self.year.load()
        if changes.touches(Kind.CATALOGUE):
            self.catalogues.load()

    def _folder(self) -> Path:
        return self._session.path.parent if self._session.path else Path.home()
