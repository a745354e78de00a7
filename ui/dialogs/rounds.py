"""Which report rounds a plan year has."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QWidget

from itadesk.deadlines import USUAL_ROUNDS
from itadesk.errors import ItadeskError
from itadesk.model.year import YearData
from itadesk.rounds import checked_rounds, parse_rounds, reported_rounds
from itadesk.services.calendar import save_rounds
from itadesk.thai.digits import to_thai
from ui.dialogs.frame import FormDialog
from ui.session import Session
from ui.widgets.text_field import LineField

PRESETS = {
    USUAL_ROUNDS: "รอบ ๖ และ ๑๒ เดือน (ตามปกติ)",
    (3, 6, 9, 12): "รายไตรมาส: รอบ ๓ ๖ ๙ และ ๑๒ เดือน",
    (6, 9, 12): "รอบ ๖ ๙ และ ๑๒ เดือน",
}


class RoundsDialog(FormDialog):
    """Presets, or months of the office's own."""

    def __init__(self, parent: QWidget | None, data: YearData) -> None:
        plan_year = to_thai(str(data.assessment.plan_year))
        super().__init__(
            parent,
            "กำหนดรอบรายงาน",
            f"นับจาก ๑ ตุลาคม ต้นปีงบประมาณ {plan_year} รอบที่มีรายงานอยู่แล้วยังอยู่ต่อไป",
            "ใช้รอบเหล่านี้",
        )
        now = data.own_rounds or USUAL_ROUNDS
        self._choices = QButtonGroup(self)
        self.presets: dict[tuple[int, ...], QRadioButton] = {}
        for months, words in PRESETS.items():
            self.presets[months] = self._choice(words)
            self.presets[months].setChecked(months == now)
        self.other = self._choice("กำหนดเอง")
        self.other.setChecked(now not in PRESETS)
        self.typed = LineField()
        self.typed.setPlaceholderText("เช่น ๔, ๘, ๑๒")
        self.typed.setText(to_thai(", ".join(map(str, now))) if now not in PRESETS else "")
        self.typed.textEdited.connect(lambda: self.other.setChecked(True))
        self.add_field("เดือนของแต่ละรอบ", self.typed)
        self._choices.buttonClicked.connect(self._look_again)

    @staticmethod
    def ask(parent: QWidget, session: Session) -> None:
        """Keeps what was chosen; the office's usual rounds are kept as none of its own."""
        data = session.data
        if data is None:
            return
        dialog = RoundsDialog(parent, data)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            wanted = checked_rounds((*dialog.months(), *reported_rounds(data.rounds)))
            own = () if wanted == USUAL_ROUNDS else wanted
            if own != data.own_rounds:
                session.run(save_rounds, data.year, own)

    def months(self) -> tuple[int, ...]:
        """The rounds chosen, or typed where no preset is."""
        chosen = [months for months, each in self.presets.items() if each.isChecked()]
        return chosen[0] if chosen else parse_rounds(self.typed.text())

    def check(self) -> str:
        try:
            self.months()
        except ItadeskError as refusal:
            return str(refusal)
        return ""

    def _choice(self, words: str) -> QRadioButton:
        made = QRadioButton(words)
        self._choices.addButton(made)
        self.add_line(made, wide=True)
        return made
