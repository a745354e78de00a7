"""The page of settings: cards in two columns, each saved when it is changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from itadesk.model.changes import Changes, Kind
from ui import theme
from ui.session import Session
from ui.widgets.settings_catalogues import CataloguesCard
from ui.widgets.settings_emblems import EmblemsCard
from ui.widgets.settings_office import OfficeCard, YearCard
from ui.widgets.settings_print import ListsCard, PrintCard
from ui.widgets.settings_scoring import ScoringCard
from ui.widgets.settings_signers import SignersCard


class SettingsPage(QWidget):
    """Every card loads again what changed."""

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
        self._lay_out()
        session.changed.connect(self._after_change)
        session.year_shown.connect(self.year.load)

    def subtitle(self) -> str:
        return "ใช้กับทุกปีในไฟล์นี้ โปรแกรมบันทึกให้ทันทีเมื่อแก้ไข"

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

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(12)
        for cards in ((self.office, self.year, self.printing), (self.scoring, self.lists)):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch()
            columns.addLayout(column, 1)
        holder = QWidget()
        holder.setProperty("role", "page")
        everything = QVBoxLayout(holder)
        everything.setContentsMargins(theme.PAGE, 4, theme.PAGE, theme.BLOCK)
        everything.setSpacing(12)
        everything.addLayout(columns)
        everything.addWidget(self.signers)
        everything.addWidget(self.emblems)
        everything.addWidget(self.catalogues)
        everything.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
