"""What can be done with several measures at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from itadesk.labels import ROUND_SIGN, ROUND_STATUS
from itadesk.model.work import RoundStatus
from itadesk.thai.digits import to_thai
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading, label


class Several(Card):
    """A button a status."""

    status = Signal(RoundStatus)

    def __init__(self) -> None:
        super().__init__()
        self.name = heading("")
        self.add(self.name)
        self.add(
            label(
                "กำหนดสถานะในรอบนี้ให้ทุกมาตรการที่เลือก หรือคลิกมาตรการเดียวเพื่อรายงานผล", "quiet", wrap=True
            )
        )
        holder = QWidget()
        flow = FlowLayout(holder)
        self.buttons = {
            status: button(f"{ROUND_SIGN[status]} {word}", partial(self.status.emit, status))
            for status, word in ROUND_STATUS.items()
        }
        for each in self.buttons.values():
            flow.addWidget(each)
        self.add(holder)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_count(self, count: int) -> None:
        self.name.setText(f"เลือกไว้ {to_thai(str(count))} มาตรการ")
