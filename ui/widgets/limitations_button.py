"""The way from a report that closes with limitations to writing them."""

from __future__ import annotations

from ui import theme
from ui.session import Session
from ui.widgets.buttons import SignButton
from ui.widgets.notice import notify_done

FORMS = ("results", "issues")


class LimitationsButton(SignButton):
    """Shows only beside the forms that print limitations."""

    def __init__(self, session: Session) -> None:
        super().__init__("เขียนข้อจำกัดของหน่วยงาน…", "edit")
        self._session = session
        self.setProperty("role", "quiet")
        self.setMinimumHeight(theme.TARGET)
        self.draw()
        self.clicked.connect(self._open)
        self.hide()

    def show_for(self, form_id: str) -> None:
        """Another form is looked at."""
        self.setVisible(form_id in FORMS)

    def _open(self) -> None:
        from ui.dialogs.limitations import LimitationsDialog

        if LimitationsDialog.ask(self, self._session):
            notify_done(self, "บันทึกข้อจำกัดของหน่วยงานแล้ว", self._session)
