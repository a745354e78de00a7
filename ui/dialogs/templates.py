"""แม่แบบของหน่วยงาน: templates in Word and Excel, tried before they are kept, filled when wanted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from itadesk.errors import ItadeskError
from itadesk.model.kept import KeptFile
from itadesk.reports.placeholders import PLACEHOLDERS, values_of
from itadesk.services.files import file_body
from itadesk.services.templates import (
    EXCEL,
    WORD,
    Trial,
    filled_name,
    keep_template,
    kept_templates,
    remove_template,
    try_file,
    write_filled,
    write_starting,
)
from ui import theme
from ui.background import run_in_background
from ui.dialogs import files
from ui.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.item_look import item_style
from ui.widgets.labels import label
from ui.widgets.notice import NoticeBar, Tone, notify_done
from ui.widgets.placeholder_list import PlaceholderList
from ui.widgets.row_breaks import break_words

_KINDS = {WORD: files.WORD, EXCEL: files.EXCEL}
_FILE = Qt.ItemDataRole.UserRole
_THAI = {each.name: each.thai for each in PLACEHOLDERS}


class Templates(QDialog):
    """The office's templates at the left, what they may use at the right."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = session.path.parent if session.path else Path.home()
        self.setWindowTitle("แม่แบบของหน่วยงาน")
        self.resize(1000, 500)
        self.notice = NoticeBar()
        self.list = QListWidget()
        self.list.setAccessibleName("แม่แบบของหน่วยงาน")
        self.list.setWordWrap(True)
        break_words(self.list)
        self.list.setStyleSheet(item_style("QListView", "6px 8px"))
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(self._activated)
        self.uses = label(role="quiet", wrap=True)
        self.fill = primary_button("เติมข้อมูล…", self.fill_chosen)
        self.add = button("เพิ่มแม่แบบ…", self.add_template, sign="plus")
        self.remove = button("นำออก", self.remove_chosen, role="quiet")
        data = session.data
        self.slots = PlaceholderList(values_of(data) if data else {})
        self.slots.copied.connect(self._tell_copied)
        self._lay_out()
        session.changed.connect(self._reload)
        self._reload()

    @classmethod
    def show_for(cls, parent: QWidget | None, session: Session) -> None:
        """Open until it is closed; what is done in it is kept at once."""
        dialog = cls(parent, session)
        dialog.exec()
        dialog.deleteLater()

    def add_template(self) -> None:
        """A file of the user's choice, tried on the sample office in a thread."""
        chosen = files.pick_open(self, "เลือกแม่แบบ", self._folder, files.TEMPLATE)
        if chosen is None:
            return
        self._folder = chosen.parent
        self._busy(f"กำลังลองเติมข้อมูลตัวอย่างลงใน “{chosen.name}”…")
        run_in_background(self, partial(try_file, chosen), self._keep, self._refuse)

    def fill_chosen(self) -> None:
        """Fills the chosen template with the year shown, to a file the user chooses."""
        kept, data = self.chosen(), self._session.data
        if kept is None or kept.id is None or data is None:
            return
        name = filled_name(kept.name, data)
        kind = _KINDS[Path(name).suffix]
        target = files.pick_save(self, "บันทึกเอกสารที่เติมแล้ว", self._folder / name, kind)
        if target is None:
            return
        self._folder = target.parent
        body = self._session.ask(file_body, kept.id)
        self._busy(f"กำลังเติมข้อมูลลงใน “{target.name}”…")
        work = partial(write_filled, body, kept.name, data, target)
        run_in_background(self, work, lambda _none: self._tell_written(target), self._refuse)

    def remove_chosen(self) -> None:
        """Takes the chosen template out; can be undone."""
        kept = self.chosen()
        if kept is not None and kept.id is not None:
            done = self._session.run(remove_template, kept.id)
            if done is not None:
                notify_done(self, f"นำแม่แบบ “{kept.name}” ออกแล้ว", self._session)

    def save_starting(self, ending: str) -> None:
        """Writes a template to start from, to a file the user chooses."""
        target = self._folder / f"แม่แบบตัวอย่าง{ending}"
        chosen = files.pick_save(self, "บันทึกแม่แบบตัวอย่าง", target, _KINDS[ending])
        if chosen is None:
            return
        self._folder = chosen.parent
        try:
            self._session.ask(write_starting, chosen)
        except ItadeskError as refusal:
            self._refuse(str(refusal))
        else:
            self._tell_written(chosen)

    def chosen(self) -> KeptFile | None:
        """The template chosen now."""
        item = self.list.currentItem()
        kept = item.data(_FILE) if item is not None else None
        return kept if isinstance(kept, KeptFile) else None

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for each in (self.fill, self.add, self.remove):
            buttons.addWidget(each)
        buttons.addStretch()
        left = QVBoxLayout()
        left.setSpacing(theme.GAP)
        left.addWidget(label("แม่แบบที่เก็บไว้", "strong"))
        left.addWidget(self.list, 1)
        left.addWidget(self.uses)
        left.addLayout(buttons)
        both = QHBoxLayout()
        both.setSpacing(theme.BLOCK)
        both.addLayout(left, 2)
        both.addWidget(self.slots, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, theme.BLOCK, theme.PAGE, theme.BLOCK)
        column.setSpacing(theme.GAP)
        column.addWidget(label("แม่แบบของหน่วยงาน", "heading"))
        remark = (
            "ใช้ไฟล์ Word หรือ Excel ของจังหวัดหรือของหน่วยงานเอง "
            "คัดลอกชื่อช่องทางขวาไปวางในแม่แบบ แล้วโปรแกรมจะเติมข้อมูลของปีให้"
        )
        column.addWidget(label(remark, "quiet", wrap=True))
        column.addWidget(self.notice)
        column.addLayout(both, 1)
        closing = QHBoxLayout()
        for kind, ending in (("Word", WORD), ("Excel", EXCEL)):
            words = f"บันทึกแม่แบบตัวอย่าง {kind}…"
            closing.addWidget(button(words, partial(self.save_starting, ending), role="quiet"))
        closing.addStretch()
        closing.addWidget(button("ปิด", self.accept))
        column.addLayout(closing)

    def _reload(self) -> None:
        before = self.chosen()
        self.list.clear()
        for kept in self._session.ask(kept_templates):
            item = QListWidgetItem(kept.name, self.list)
            item.setData(_FILE, kept)
            if before is None or kept.name == before.name:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        kept = self.chosen()
        used = kept.note.split(",") if kept else ()
        words = ", ".join(_THAI.get(name, name) for name in used)
        self.uses.setText(f"เติม {words}" if kept else "ยังไม่มีแม่แบบ กด “เพิ่มแม่แบบ…” หรือเริ่มจากตัวอย่าง")
        self._allow(True)

    def _activated(self) -> None:
        if self.fill.isEnabled():
            self.fill_chosen()

    def _allow(self, free: bool) -> None:
        chosen, writable = self.chosen() is not None, not self._session.read_only
        self.fill.setEnabled(free and chosen and self._session.data is not None)
        self.add.setEnabled(free and writable)
        self.remove.setEnabled(free and chosen and writable)

    def _busy(self, words: str) -> None:
        self._allow(False)
        self.notice.show_notice(words, Tone.INFO)

    def _keep(self, trial: Trial) -> None:
        refused = self._session.failed.connect(self._refuse)
        kept = self._session.run(keep_template, trial)
        self._session.failed.disconnect(refused)
        if kept is None:
            return
        for found in self.list.findItems(trial.name, Qt.MatchFlag.MatchExactly):
            self.list.setCurrentItem(found)
        self.notice.show_notice(f"เก็บแม่แบบ “{trial.name}” แล้ว ลองเติมข้อมูลตัวอย่างได้ครบทุกช่อง")
        self.fill.setFocus()

    def _refuse(self, sentence: str) -> None:
        self._allow(True)
        self.notice.show_notice(sentence, Tone.PROBLEM)

    def _tell_written(self, target: Path) -> None:
        self._allow(True)
        opening = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(target)))
        self.notice.show_notice(f"บันทึก “{target.name}” แล้ว", Tone.DONE, ("เปิดไฟล์", opening))

    def _tell_copied(self, slot: str) -> None:
        self.notice.show_notice(f"คัดลอก {slot} แล้ว วางลงในแม่แบบด้วย Ctrl+V")
