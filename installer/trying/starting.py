"""How long the window takes to show, beside an empty window of the same Qt."""

from __future__ import annotations

import subprocess
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

from installer.trying.wine import Windows, wait_for

TIMES = 7
_TITLE = "^itadesk$"
_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("itadesk")
window.resize(1280, 760)
window.show()
app.exec()
"""


def ratio(windows: Windows, program: Path, python: Path) -> tuple[float, float]:
    """Seconds until our window and until a bare one shows, medians; one start each before.

    `python` is copied beside the program's own DLL, so that both load the same parts.
    """
    (app,) = (folder for folder in program.iterdir() if folder.name.startswith("app-"))
    bare = app / "python.exe"
    bare.write_bytes(python.read_bytes())
    script = windows.drive / "bare.py"
    script.write_text(_BARE, encoding="utf-8")
    ours = (windows.seen(program / "itadesk.exe"),)
    theirs = (windows.seen(bare), windows.seen(script))
    taken: dict[tuple[str, ...], list[float]] = {ours: [], theirs: []}
    for _ in range(TIMES + 1):
        for words, times in taken.items():
            times.append(_shown_after(windows, *words))
    bare.unlink()
    return median(taken[ours][1:]), median(taken[theirs][1:])


def _shown_after(windows: Windows, *words: str) -> float:
    began = time.perf_counter()
    started = windows.start(*words)
    wait_for(lambda: find(windows, _TITLE), "a window")
    took = time.perf_counter() - began
    close(windows, _TITLE, started)
    return took


def find(windows: Windows, title: str) -> list[str]:
    """Windows on the screen whose title is of that pattern."""
    return windows.tool("xdotool", "search", "--onlyvisible", "--name", title).split()


def close(windows: Windows, title: str, program: subprocess.Popen[bytes]) -> None:
    """With Alt and F4, as a clerk would, again until it heard; TimeoutError when it stays."""

    def closed() -> bool:
        for window in find(windows, title):
            windows.tool("xdotool", "windowfocus", window, "key", "--window", window, "alt+F4")
        with suppress(subprocess.TimeoutExpired):
            program.wait(0.5)
        return program.returncode is not None

    wait_for(closed, f"{title} closed")
    for stream in (program.stdin, program.stdout):
        if stream is not None:
            stream.close()
