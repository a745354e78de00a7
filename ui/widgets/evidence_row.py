"""One file that is kept as evidence: its picture or sign, caption, opening, taking out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadesk.model.kept import FileRole, KeptFile
from itadesk.thai.digits import to_thai
from ui import theme
from ui.icons import drawing
from ui.widgets.buttons import ToolButton
from ui.widgets.labels import label
from ui.widgets.text_field import LineField

WIDTH, HEIGHT = 72, 54  # px of a small picture


class EvidenceRow(QWidget):
    """`captioned` once the caption is typed to its end."""

    opened = Signal()
    removed = Signal()
    captioned = Signal(str)

    def __init__(self, kept: KeptFile, body: bytes | None) -> None:
        super().__init__()
        self.kept = kept
        self.picture = label()
        self.picture.setFixedSize(_side())
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        small = thumbnail(body) if body else None
        self.picture.setPixmap(small or drawing("documents", theme.current().quiet, 28))
        self.caption = LineField()
        self.caption.setPlaceholderText("คำบรรยายภาพ")
        self.caption.setAccessibleName(f"คำบรรยายภาพ {kept.name}")
        self.caption.begin(kept.caption)
        self.caption.editingFinished.connect(self._caption)
        self.name = label(_described(kept), "quiet", wrap=True)
        self.problem = label(role="problem", wrap=True)
        self.problem.hide()
        self.open = ToolButton("eye", f"เปิด {kept.name}", self.opened.emit)
        self.remove = ToolButton("delete", f"เอา {kept.name} ออก", self.removed.emit)
        self._lay_out()
        self.caption.setVisible(kept.role is FileRole.PHOTO)  # once it is no window of its own

    def settle(self) -> None:
        """Tells of a caption that is still being typed."""
        self._caption()

    def take(self, kept: KeptFile) -> None:
        """The same file as it is kept now."""
        self.kept = kept
        self.caption.show_text(kept.caption)

    def show_problem(self, words: str) -> None:
        """What is wrong with a file that lies outside, "" when nothing is."""
        self.problem.setText(f"▲ {words}")
        self.problem.setVisible(bool(words))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.caption, self.name, self.problem):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        for each in (self.open, self.remove):
            row.addWidget(each)

    def _caption(self) -> None:
        words = self.caption.stored()
        if words != self.kept.caption:
            self.kept = replace(self.kept, caption=words)  # told once, though saving settles again
            self.captioned.emit(words)


def thumbnail(body: bytes) -> QPixmap | None:
    """A small picture of a photo, None where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(body))
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid():
        return None
    reader.setScaledSize(size.scaled(_side(), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)


def _side() -> QSize:
    return QSize(theme.px(WIDTH), theme.px(HEIGHT))


def _described(kept: KeptFile) -> str:
    mega = kept.size / 1024**2
    size = f"{mega:.1f} MB" if mega >= 1 else f"{max(1, round(kept.size / 1024))} KB"
    place = f" · อยู่ที่ {kept.path}" if kept.path else ""
    return f"{kept.name} · {to_thai(size)}{place}"
