"""What happens when the program itself is at fault: a line in the log, one plain dialog."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)
WORDS = (
    "งานที่บันทึกแล้วยังอยู่ครบ ทำงานต่อได้ตามปกติ หากเกิดซ้ำ โปรดปิดแล้วเปิดโปรแกรมใหม่ "
    "และแจ้งผู้ดูแลโปรแกรมว่ากำลังทำอะไรอยู่ในขณะนั้น"
)


class Alarm:
    """For sys.excepthook: logs each fault, shows one dialog at a time; the program lives on."""

    def __init__(self) -> None:
        self._showing = False

    def __call__(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        log.error("A fault of the program", exc_info=(kind, bug, trace))
        if self._showing:
            return
        from ui.dialogs import message

        self._showing = True
        try:
            message.tell(
                QApplication.activeWindow(),
                "โปรแกรมทำงานขั้นนี้ไม่สำเร็จ",
                f"{WORDS}\n\n({kind.__name__})",
            )
        finally:
            self._showing = False
