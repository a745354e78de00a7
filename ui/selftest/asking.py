"""The trials run in a process of their own: what breaks there breaks nothing here."""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from itadesk.selftest import Verdict

_DID_NOT_END = "การตรวจสอบหยุดกลางคัน โปรดปิดโปรแกรมอื่น แล้วตรวจอีกครั้ง"


@dataclass(frozen=True, slots=True)
class Line:
    """An outcome as the dialog shows it."""

    verdict: Verdict
    title: str
    found: str
    how: str
    advice: str


class Asking(QObject):
    """`answered` brings the lines and the report, `failed` a sentence."""

    answered = Signal(tuple, str)
    failed = Signal(str)

    def __init__(self, parent: QObject, folder: Path | None) -> None:
        super().__init__(parent)
        self._folder = folder  # whose disk is tried; None: the program's own
        self._place = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._report = Path(self._place.name) / "report.txt"
        self._process = QProcess(self)
        self._process.finished.connect(self._take)
        self._process.errorOccurred.connect(self._give_up)

    def begin(self) -> None:
        """Asks once more."""
        words = ["-m", "itadesk", "selftest", "--json", "--to", str(self._report)]
        if self._folder is not None:
            words += ["--folder", str(self._folder)]
        self._process.start(sys.executable, words)

    def end(self) -> None:
        """Nobody waits for an answer any more."""
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished()
        self._place.cleanup()

    def _take(self, code: int, state: QProcess.ExitStatus) -> None:
        said = bytes(self._process.readAllStandardOutput().data())
        if state is not QProcess.ExitStatus.NormalExit or code not in (0, 1) or not said:
            self._give_up()
            return
        lines = tuple(
            Line(
                Verdict[row["verdict"].upper()],
                row["title"],
                row["found"],
                row["how"],
                row["advice"],
            )
            for row in json.loads(said)
        )
        self.answered.emit(lines, self._report.read_text(encoding="utf-8-sig"))

    def _give_up(self) -> None:
        self.failed.emit(_DID_NOT_END)
