"""The way from the form of issues to the grouping of its questions."""

from __future__ import annotations

from itadesk.thai.digits import to_thai
from ui import theme
from ui.session import Session
from ui.widgets.buttons import SignButton
from ui.widgets.notice import notify_done

FORM = "issues"


class IssueMapButton(SignButton):
    """Shows only beside the form that is about issues."""

    def __init__(self, session: Session) -> None:
        super().__init__("จัดข้อคำถามตามประเด็น…", "analysis")
        self._session = session
        self.setProperty("role", "quiet")
        self.setMinimumHeight(theme.TARGET)
        self.draw()
        self.clicked.connect(self._open)
        self.hide()

    def show_for(self, form_id: str) -> None:
        """Another form is looked at."""
        self.setVisible(form_id == FORM)

    def _open(self) -> None:
        from ui.dialogs.issue_map import IssueMap

        year = self._session.year
        if year is not None and IssueMap.ask(self, self._session, year):
            words = f"บันทึกประเด็นการวิเคราะห์ปี {to_thai(str(year))} แล้ว"
            notify_done(self, words, self._session)
