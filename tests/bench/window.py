"""Starting: time and memory of the empty frame and the filled home against a bare PySide6 window."""

import os
import subprocess
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
# What getrusage tells would begin with the size of the process that started this one.
PEAK = "\nprint(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')))"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = name  # a user of its own
        file = Path(name) / "office.itadesk"
        store = create_store(file, sample_office())
        fill_sample(store)
        store.close()
        commands = {"bare": (BARE,), "empty": (OURS,), "filled": (OURS, str(file))}
        medians = timing.interleaved(
            {part: timing.python("-c", *words) for part, words in commands.items()}, runs=9
        )
        peaks = {part: _peak(*words) for part, words in commands.items()}
    print(f"bare PySide6 window: {1000 * medians['bare']:.0f} ms, {peaks['bare'] / 1024:.0f} MB")
    for part, words, aim in (("empty", "empty frame", 1.5), ("filled", "home with a file", 3)):
        print(
            f"{words}: {1000 * medians[part]:.0f} ms, {medians[part] / medians['bare']:.2f} times"
            f" (aim {aim}); {peaks[part] / 1024:.0f} MB, {peaks[part] / peaks['bare']:.2f} times (aim 2)"
        )


def _peak(script: str, *words: str) -> int:
    """KB that a run takes at its highest."""
    told = subprocess.run(
        timing.python("-c", script + PEAK, *words), check=True, capture_output=True, text=True
    )
    return int(told.stdout.split()[-2])
