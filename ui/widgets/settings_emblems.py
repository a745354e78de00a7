"""Settings: the Garuda and the office's seal, as pictures of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from itadesk.errors import ItadeskError
from itadesk.model.kept import FileRole, KeptFile
from itadesk.services.emblems import (
    HEIGHT,
    blackened,
    is_black,
    keep_emblem,
    pictures_of_word,
    read_file,
    small_remark,
)
from itadesk.services.files import file_body, file_of_office, remove_file
from itadesk.services.office import save_settings
from ui import theme
from ui.dialogs.files import PICTURE, WORD, pick_open
from ui.dialogs.word_pictures import WordPicturesDialog, skipped_sentence
from ui.session import Session
from ui.svg import png_of_svg
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.notice import Tone, notify, notify_done
from ui.widgets.thai_spin import ThaiSpin
from ui.widgets.turning_row import TurningRow

LEAST, MOST = 1, 8  # cm
_SHOWN = 3.0  # cm; what is higher is shown smaller


@dataclass(frozen=True, slots=True)
class _Words:
    """What a slot is called and where its picture goes."""

    title: str
    where: str
    empty: str


GARUDA = _Words(
    "ตราครุฑ",
    "หนังสือ ประกาศ คำสั่ง สูง ๓ ซม.\nบันทึกข้อความ สูง ๑.๕ ซม.",
    "ยังไม่มีภาพ เอกสารเว้นที่ว่างไว้เท่าขนาดตรา ใช้กับกระดาษตราครุฑได้",
)
SEAL = _Words("ตราหน่วยงาน", "อยู่เหนือชื่อเรื่องบนปกรายงาน", "ยังไม่มีภาพ ปกรายงานไม่มีตรา")


class EmblemSlot(QWidget):
    """One emblem: how it looks at its size, and what can be done with it."""

    def __init__(
        self, session: Session, role: FileRole, words: _Words, folder: Callable[[], Path]
    ) -> None:
        super().__init__()
        self._session, self._role, self._words, self._folder = session, role, words, folder
        self._kept: KeptFile | None = None
        self._image = b""
        self.preview = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.preview.setProperty("role", "paper")
        side = round(self._pixels(_SHOWN) * 1.1)
        self.preview.setFixedSize(side, side)
        self.state = label(wrap=True)
        self.remark = label(wrap=True)
        self.pick = button("เลือกภาพ…", self.choose, sign="open")
        self.word = button("นำมาจากไฟล์ Word…", self.choose_in_word, sign="documents")
        self.word.setToolTip("เลือกจากภาพในแบบหนังสือ (.docx) ของหน่วยงาน")
        self.black = button("ทำเป็นสีดำ", self.make_black)
        self.remove = button("เอาออก", self.take_out, role="quiet", sign="delete")
        for each in (self.pick, self.word, self.black, self.remove):
            each.setAccessibleName(f"{each.text()} {words.title}")
        self._lay_out()

    @property
    def image(self) -> bytes:
        """The picture as documents print it; b"" when there is none."""
        return self._image

    def load(self, height: float = HEIGHT) -> None:
        """Reads what is kept; `height` is the printed one in cm."""
        kept = file_of_office(self._session.ask(lambda store: store.files.of_office()), self._role)
        if kept != self._kept:
            self._kept = kept
            identity = kept.id if kept else None
            self._image = b"" if identity is None else self._session.ask(file_body, identity)
        self._show_picture(height)
        self.state.setText(kept.name if kept else self._words.empty)
        coloured = bool(self._image) and self._is_garuda() and not is_black(self._image)
        self.black.setVisible(coloured)
        self.remove.setVisible(bool(self._image))
        self._warn(height, coloured=coloured)

    def choose(self) -> None:
        """A picture file."""
        path = pick_open(self, f"เลือกภาพ{self._words.title}", self._folder(), PICTURE)
        if path is not None:
            self._take(path.name, lambda: _picture_of(path))

    def choose_in_word(self) -> None:
        """A picture out of a Word file."""
        title = f"เลือกไฟล์ Word ที่มี{self._words.title}"
        path = pick_open(self, title, self._folder(), WORD)
        if path is None:
            return
        try:
            found = pictures_of_word(read_file(path), path.name)
        except ItadeskError as refusal:
            notify(self, str(refusal), Tone.PROBLEM)
            return
        if not found.pictures:
            why = f" {skipped_sentence(found.skipped)}" if found.skipped else " โปรดเลือกไฟล์อื่น"
            notify(self, f"ไม่พบภาพที่ใช้ได้ในไฟล์ “{path.name}”{why}", Tone.PROBLEM)
            return
        chosen = WordPicturesDialog.ask(self, found, path.name)
        if chosen is not None:
            self._take(path.name, lambda: chosen.body)

    def make_black(self) -> None:
        """Keeps the same drawing in black."""
        if self._kept is not None:
            self._take(self._kept.name, lambda: blackened(self._image))

    def take_out(self) -> None:
        """The place is empty again."""
        if self._kept is None or self._kept.id is None:
            return
        if self._session.run(remove_file, self._kept.id) is not None:
            notify_done(self, f"เอา{self._words.title}ออกแล้ว", self._session)

    def _take(self, name: str, picture: Callable[[], bytes]) -> None:
        try:
            body = picture()
        except ItadeskError as refusal:
            notify(self, str(refusal), Tone.PROBLEM)
            return
        if self._session.run(keep_emblem, self._role, name, body) is not None:
            notify_done(self, f"บันทึก{self._words.title}แล้ว", self._session)

    def _is_garuda(self) -> bool:
        return self._role is FileRole.GARUDA

    def _warn(self, height: float, *, coloured: bool) -> None:
        small = small_remark(self._image, height) if self._image else ""
        pale = "ตราครุฑในหนังสือราชการใช้สีดำ แต่ภาพนี้มีสีหรือสีจาง" if coloured else ""
        self.remark.setText("\n".join(f"● {text}" for text in (small, pale) if text))
        self.remark.setVisible(bool(self.remark.text()))

    def _show_picture(self, height: float) -> None:
        shown = QPixmap()
        if self._image:
            shown.loadFromData(self._image)
            ratio = self.devicePixelRatioF()
            room = self.preview.width() - 8
            tall = min(self._pixels(min(height, _SHOWN)), room * shown.height() / shown.width())
            shown = shown.scaledToHeight(
                round(tall * ratio), Qt.TransformationMode.SmoothTransformation
            )
            shown.setDevicePixelRatio(ratio)
        self.preview.setPixmap(shown)
        self.preview.setAccessibleName(
            f"ภาพ{self._words.title}" if self._image else self._words.empty
        )

    def _pixels(self, height: float) -> float:
        return self.logicalDpiY() * height / 2.54

    def _lay_out(self) -> None:
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        self.column.addWidget(label(self._words.title, "strong"))
        self.column.addWidget(label(self._words.where, "quiet", wrap=True))
        self.column.addWidget(self.state)
        self.column.addWidget(self.remark)
        actions = QWidget()
        flow = FlowLayout(actions)
        for each in (self.pick, self.word, self.black, self.remove):
            flow.addWidget(each)
        self.column.addWidget(actions)
        self.column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.BLOCK)
        row.addWidget(self.preview, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.column, 1)


def _picture_of(path: Path) -> bytes:
    body = read_file(path)
    return png_of_svg(body) if path.suffix.lower() == ".svg" else body


class EmblemsCard(Card):
    """Garuda and seal side by side, and the seal's height on covers."""

    def __init__(self, session: Session, folder: Callable[[], Path]) -> None:
        super().__init__("ตราครุฑและตราหน่วยงาน")
        self._session = session
        self.garuda = EmblemSlot(session, FileRole.GARUDA, GARUDA, folder)
        self.seal = EmblemSlot(session, FileRole.SEAL, SEAL, folder)
        self.height_field = ThaiSpin(LEAST, MOST, "ซม.")
        self.height_field.setAccessibleName("ความสูงของตราหน่วยงานบนปก")
        self.height_field.valueChanged.connect(self.save)
        row = QHBoxLayout()
        row.addWidget(label("ความสูงบนปก", "quiet"))
        row.addWidget(self.height_field)
        row.addStretch()
        self.seal.column.insertLayout(self.seal.column.count() - 2, row)
        self.add(
            label(
                "โปรแกรมไม่มีภาพตรามาให้ โปรดใช้ภาพของหน่วยงาน ซึ่งมีอยู่ในแบบหนังสือ Word", "quiet", wrap=True
            )
        )
        self.add(TurningRow({self.garuda: 1, self.seal: 1}, theme.PAGE))
        self.add(
            label(
                "การใช้ตราครุฑต้องเป็นไปตามพระราชบัญญัติเครื่องหมายครุฑพ่าห์ พ.ศ. ๒๕๓๔ และระเบียบที่เกี่ยวข้อง "
                "ใช้ได้เฉพาะในงานของทางราชการ",
                "quiet",
                wrap=True,
            )
        )
        self.load()

    def load(self) -> None:
        """Shows what is kept."""
        height = self._session.ask(lambda store: store.office.settings()).seal_height
        self.height_field.show_number(int(height))
        self.garuda.load()
        self.seal.load(float(height))

    def save(self) -> None:
        stored = self._session.ask(lambda store: store.office.settings())
        changed = replace(stored, seal_height=Decimal(self.height_field.value()))
        if changed != stored:
            self._session.run(save_settings, changed)
