"""What happens when the program itself is at fault: a line in the log, a report, one dialog."""

from __future__ import annotations

import faulthandler
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from itadesk.errors import CannotWrite

if TYPE_CHECKING:
    from ui.window import Window

log = logging.getLogger(__name__)
WORDS = (
    "งานที่บันทึกแล้วยังอยู่ครบ ทำงานต่อได้ตามปกติ หากเกิดซ้ำ โปรดปิดแล้วเปิดโปรแกรมใหม่ "
    "และแจ้งผู้ดูแลโปรแกรมว่ากำลังทำอะไรอยู่ในขณะนั้น"
)
LAST_TIME = "ครั้งก่อนโปรแกรมขัดข้อง งานที่บันทึกแล้วยังอยู่ครบ มีรายงานที่ส่งให้ผู้ดูแลโปรแกรมได้"


class Alarm:
    """For sys.excepthook: keeps each fault, shows one dialog at a time; the program lives on."""

    def __init__(self, home: Path) -> None:
        self._home = home
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
        from itadesk.crash_report import of_exception
        from ui.dialogs import message

        self._showing = True
        try:
            report = _keep(self._home, of_exception(bug))
            window, title = QApplication.activeWindow(), "โปรแกรมทำงานขั้นนี้ไม่สำเร็จ"
            words = f"{WORDS}\n\n({kind.__name__})"
            if report is None:
                message.tell(window, title, words)
            elif message.confirm(window, title, words, yes="ดูรายงาน", no="ปิด"):
                from ui.dialogs.crash_report import show_report

                show_report(window, report)
        finally:
            self._showing = False


def watch(home: Path) -> Callable[[], None]:
    """Lets a crash below Python leave its frames; keeps those of the last time as a report.

    Gives what ends it when the program ends as it should.
    """
    log_file = home / "reports" / "running.log"
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        left = log_file.read_text("utf-8", "replace") if log_file.exists() else ""
        file = log_file.open("w", encoding="utf-8")
    except OSError:
        return lambda: None
    if left:
        from itadesk.crash_report import of_crash

        _keep(home, of_crash(left))
    faulthandler.enable(file)

    def end() -> None:
        faulthandler.disable()
        file.close()
        with suppress(OSError):
            log_file.unlink()

    return end


def offer_report(window: Window) -> None:
    """Tells of the newest report that nobody has dealt with yet."""
    folder = window.storage.home / "reports"
    if not any(folder.glob("*.txt")):
        return
    from itadesk.crash_report import reports
    from ui.dialogs.crash_report import show_report
    from ui.widgets.notice import Tone

    newest = reports(folder)[0]
    bar = (window.frame or window.start).notice
    bar.show_notice(LAST_TIME, Tone.INFO, ("ดูรายงาน", lambda: show_report(window, newest)))


def _keep(home: Path, what: Iterator[str]) -> Path | None:
    """Where the report lies; None where nothing can be written."""
    from datetime import datetime

    from itadesk.crash_report import keep_report, report_text

    now = datetime.now()
    try:
        return keep_report(home / "reports", report_text(what, _surroundings(), now), now)
    except (OSError, CannotWrite) as fault:
        log.warning("The report could not be kept: %s", type(fault).__name__)
        return None


def _surroundings() -> dict[str, str]:
    from PySide6 import __version__
    from PySide6.QtCore import qVersion

    screens = (
        f"{each.size().width()}×{each.size().height()} ที่ {each.devicePixelRatio():g}"
        for each in QApplication.screens()
    )
    return {
        "Qt": f"{qVersion()} (PySide {__version__})",
        "จอ": f"{', '.join(screens)} ({QApplication.platformName()})",
    }
