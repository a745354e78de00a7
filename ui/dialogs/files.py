"""The system's file pickers; tests replace these functions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

OFFICE = ("ไฟล์ของหน่วยงาน", "itadesk")
EXCEL = ("ไฟล์ Excel", "xlsx")
SENT = ("ไฟล์ Excel หรือไฟล์ที่อำเภอรวบรวม", "xlsx", "itadesk")
CATALOGUE = ("ไฟล์ชุดข้อคำถาม", "json")
WORD = ("ไฟล์ Word", "docx")
TEMPLATE = ("แม่แบบ Word หรือ Excel", "docx", "xlsx")
TABLE = ("ตาราง Excel หรือ CSV", "xlsx", "csv")
SCAN = ("ไฟล์ PDF หรือภาพ", "pdf", "png", "jpg", "jpeg")
CALENDAR = ("ไฟล์ปฏิทิน", "ics")
ANY = ("ไฟล์ทุกชนิด", "*")
PICTURE = ("ไฟล์ภาพ", "png", "jpg", "jpeg", "svg")


def pick_open(
    parent: QWidget | None, title: str, folder: Path, kind: tuple[str, ...]
) -> Path | None:
    """A file that exists, or None."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), _filter(kind))
    return Path(chosen) if chosen else None


def pick_several(
    parent: QWidget | None, title: str, folder: Path, kind: tuple[str, ...]
) -> tuple[Path, ...]:
    """Files that exist; none when it was given up."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), _filter(kind))
    return tuple(map(Path, chosen))


def pick_save(
    parent: QWidget | None, title: str, suggestion: Path, kind: tuple[str, ...]
) -> Path | None:
    """A file to write, with its ending; the system asks before one is replaced. None: given up."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), _filter(kind))
    if not chosen:
        return None
    path = Path(chosen)
    endings = [f".{each}" for each in kind[1:]]
    return path if path.suffix.lower() in endings else path.with_name(path.name + endings[0])


def pick_folder(parent: QWidget | None, title: str, folder: Path) -> Path | None:
    """A folder that exists, or None."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def _filter(kind: tuple[str, ...]) -> str:
    return f"{kind[0]} ({' '.join(f'*.{ending}' for ending in kind[1:])})"
