"""Where a document goes: a printer, another program."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from itadesk.errors import CannotWrite
from itadesk.files import replace_file

_TRIES = 9  # copies that a PDF program may still hold open


def ask_printer(parent: QWidget, title: str, pages: int) -> QPrinter | None:
    """A printer with pages and copies as chosen; None when it was cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("พิมพ์เอกสาร")
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    return printer if accepted else None


def open_elsewhere(name: str, data: bytes) -> bool:
    """Writes a copy among the temporary files and opens it; False when no program does."""
    folder = Path(tempfile.gettempdir()) / "itadesk"
    folder.mkdir(exist_ok=True)
    stem, ending = Path(name).stem, Path(name).suffix
    for number in range(1, _TRIES + 1):
        target = folder / (name if number == 1 else f"{stem} ({number}){ending}")
        try:
            replace_file(target, data)
        except CannotWrite:
            if number == _TRIES:
                raise
        else:
            return QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
    return False
