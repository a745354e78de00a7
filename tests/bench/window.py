"""Starting: the empty frame and the filled home against a bare PySide6 window."""

import os
import tempfile
from pathlib import Path

import timing

from db.opening import create_store
from itadesk.services.sample import fill_sample, sample_office

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow(); window.resize(1024, 600); window.show(); app.processEvents()
"""
OURS = """
from itadesk.__main__ import main
from PySide6.QtWidgets import QApplication
QApplication.exec = lambda app: app.processEvents() or 0  # shown once, then it ends
main()
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CONFIG_HOME"] = name  # settings of its own
        file = Path(name) / "office.itadesk"
        store = create_store(file, sample_office())
        fill_sample(store)
        store.close()
        medians = timing.interleaved(
            {
                "bare": timing.python("-c", BARE),
                "empty": timing.python("-c", OURS),
                "filled": timing.python("-c", OURS, str(file)),
            },
            runs=9,
        )
    bare = medians["bare"]
    print(f"bare PySide6 window: {1000 * bare:.0f} ms")
    print(
        f"empty frame: {1000 * medians['empty']:.0f} ms, {medians['empty'] / bare:.2f} times (aim 1.5)"
    )
    print(
        f"home with a filled file: {1000 * medians['filled']:.0f} ms, {medians['filled'] / bare:.2f} times (aim 3)"
    )
