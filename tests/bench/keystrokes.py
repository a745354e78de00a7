"""Typing Thai in the window, painting included, against a bare box of Qt: the largest catalogue,
100 measures and six years in the file; words are checked in the background meanwhile."""

import statistics
import tempfile
import time
from pathlib import Path

import large_year
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from itadesk.__main__ import Files
from itadesk.services.years import shipped_catalogue
from ui.app import make_application, make_window
from ui.settings import UiSettings
from ui.widgets.proofing import PAUSE

TEXT = "๑. จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งไสภายในหน่วยงาน แจ้งเวียนให้เจ้าหน้าทีทุกคนทราบ และรายงานผล "
TIMES = 8
BURST = 12  # letters between two pauses that are long enough for the words to be looked at
WIDEST = max(large_year.YEARS, key=lambda year: len(tuple(shipped_catalogue(year).questions)))


def main() -> None:
    app = QApplication.instance() or make_application(["itadesk"])
    assert isinstance(app, QApplication)
    bare = QPlainTextEdit()
    bare.resize(500, 200)
    bare.show()
    plain = _typed(app, bare, bare, pauses=False)
    _print("bare box", plain, plain)
    bare.close()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "office.itadesk"
        measures = large_year.make(path)
        window = make_window(path, Files(Path(name)), UiSettings(Path(name) / "window.ini"))
        window.resize(1093, 543)
        window.show()
        frame = window.frame
        assert frame is not None
        for year, place, find in (
            (WIDEST, "analysis:1", lambda page: page.findings.boxes[0].guideline),
            (measures, "measures:50", lambda page: page.form.steps),
        ):
            frame.session.show_year(year)
            frame.show_page(place)
            field = find(frame.page())
            for words, pauses in (("", False), (" with words checked", True)):
                times = _typed(app, window, field, pauses=pauses)
                _print(f"{place.partition(':')[0]}{words}", times, plain)
        window.close()


def _typed(
    app: QApplication, window: QWidget, field: QPlainTextEdit, *, pauses: bool
) -> list[float]:
    """ms of each key, from the press until its letter is painted."""
    field.setFocus()
    times = []
    for number, letter in enumerate(TEXT * TIMES):
        if pauses and number % BURST == 0:
            loop = QEventLoop()
            QTimer.singleShot(PAUSE + 5, loop.quit)
            loop.exec()
        press = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
        )
        start = time.perf_counter()
        QCoreApplication.sendEvent(field, press)
        app.processEvents()
        times.append(1000 * (time.perf_counter() - start))
    window.repaint()
    return times


def _print(name: str, times: list[float], plain: list[float]) -> None:
    cut, usual = statistics.quantiles(times, n=100), statistics.median(plain)
    print(
        f"{name}: median {cut[49]:.2f} ms a key ({cut[49] / usual:.1f} times the bare box), "
        f"p99 {cut[98]:.1f} ms (aim under 16), most {max(times):.1f} ms"
    )
