"""Going from screen to screen, painting included, with 100 measures and six years in the file."""

import random
import statistics
import tempfile
import time
from pathlib import Path

import large_year
from PySide6.QtWidgets import QApplication

from itadesk.__main__ import Files
from ui.app import make_application, make_window
from ui.settings import UiSettings
from ui.window import Window

ROUNDS = 60


def main() -> None:
    app = QApplication.instance() or make_application(["itadesk"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "office.itadesk"
        year = large_year.make(path)
        window = make_window(path, Files(Path(name)), UiSettings(Path(name) / "window.ini"))
        assert window.frame is not None
        window.frame.session.show_year(year)
        window.resize(1093, 543)
        window.show()
        window.frame.show_page("home")
        _settle(app)
        first = {page: _switch(app, window, page) for page in window.frame.page_ids()}
        times: dict[str, list[float]] = {page: [] for page in first}
        order, chance = list(times), random.Random(0)
        for _ in range(ROUNDS):
            chance.shuffle(order)  # a document is typeset beside whatever comes after it
            for page in order:
                times[page].append(_switch(app, window, page))
        for page, each in times.items():
            cut = statistics.quantiles(each, n=100, method="inclusive")
            print(
                f"{page}: p50 {cut[49]:.1f} ms, p99 {cut[98]:.1f} ms (aim under 100);"
                f" the first time {first[page]:.0f} ms"
            )
        window.close()


def _switch(app: QApplication, window: Window, page: str) -> float:
    """ms until the page is there and painted."""
    assert window.frame is not None
    start = time.perf_counter()
    window.frame.show_page(page)
    app.processEvents()
    window.repaint()
    taken = 1000 * (time.perf_counter() - start)
    _settle(app)
    return taken


def _settle(app: QApplication) -> None:
    """What the page goes on doing by itself is not counted to the next one."""
    for _ in range(3):
        app.processEvents()
