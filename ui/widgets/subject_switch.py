"""The choice between indicators and issues, where a year has issues."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from itadesk.model.year import YearData
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.issue_map_button import FORM, IssueMapButton


class SubjectSwitch(QWidget):
    """Two buttons of which one is down; `grouping` leads to the questions of the issues."""

    turned = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.indicators, self.issues = button("รายตัวชี้วัด"), button("รายประเด็น")
        self.grouping = IssueMapButton(session)
        self.setAccessibleName("วิเคราะห์รายตัวชี้วัดหรือรายประเด็น")
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for each in (self.indicators, self.issues):
            each.setCheckable(True)
            group.addButton(each)
            row.addWidget(each, 1)
        self.indicators.setChecked(True)
        self.issues.toggled.connect(self._tell)

    @property
    def by_issue(self) -> bool:
        return self.issues.isChecked()

    def turn(self, *, by_issue: bool) -> None:
        (self.issues if by_issue else self.indicators).setChecked(True)

    def show_data(self, data: YearData) -> None:
        """A year without issues is read by its indicators."""
        self.setVisible(bool(data.catalogue.issues))
        if not data.catalogue.issues and self.by_issue:
            self.indicators.setChecked(True)
        self.grouping.show_for(FORM if self.by_issue else "")

    def _tell(self) -> None:
        self.turned.emit()
