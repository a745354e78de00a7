"""The steps of the journey: an office, its scores, an analysis, a measure, a PDF, a workbook."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.new_office import NewOfficeDialog
from ui.dialogs.selftest import SelfTestDialog
from ui.frame import Frame
from ui.journey import hands
from ui.journey.hands import TAB, answering, paste_into, press, save_as, until
from ui.models.scores import Cell, Column
from ui.pages.analysis import AnalysisPage
from ui.pages.documents import DocumentsPage
from ui.pages.measures import MeasuresPage
from ui.pages.scores import ScoresPage
from ui.widgets.labels import label
from ui.window import Window

YEAR = 2568
SETTLING = 900  # ms in which a page shows what it reads in the background
SCORES = ("๙๘.๑๓", "๙๖.๒๕", "๙๙.๓๘", "100", "95", "94.5", "๘๓.๗๕", "90", "91.25")
CAUSE = "การสื่อสารภายในหน่วยงานยังไม่ทั่วถึง เจ้าหน้าที่บางส่วนจึงยังไม่ทราบขั้นตอนการใช้ทรัพย์สินของราชการ"
GUIDELINE = "จัดทำคู่มือการยืมทรัพย์สินและแจ้งเวียนให้ทุกกองทราบ ตรวจสอบทะเบียนทุกไตรมาส"
STEPS = "๑) ประชุมชี้แจงหัวหน้าส่วนราชการ\n๒) แจ้งเวียนแนวปฏิบัติ\n๓) ติดตามและรายงานผล"


class Journey:
    """Needs a window that is not shown yet; what does not come raises TimeoutError."""

    def __init__(self, window: Window, folder: Path) -> None:
        self._window, self._folder = window, folder
        self._pictures = 0

    def travel(self) -> None:
        """All of it; the file stays open."""
        self._window.show()
        self._come_to_front()
        self._picture("start")
        self._make_office()
        self._type_scores()
        self._write_analysis()
        self._add_measure()
        self._print()
        self._export()
        self._look_around()
        self._look_narrowly()
        self._check_computer()

    @property
    def _frame(self) -> Frame:
        frame = self._window.frame
        assert frame is not None
        return frame

    def _come_to_front(self) -> None:
        """What was in front of the window is gone; the keys come back to it."""
        self._window.activateWindow()
        until(self._window.isActiveWindow, "the window in front")

    def _make_office(self) -> None:
        def fill(dialog: NewOfficeDialog) -> None:
            until(lambda: not dialog.name.hasSelectedText(), "the beginning of the name")
            dialog.name.setFocus()
            dialog.name.end(False)
            hands.letters("ทดสอบ")
            press(TAB)
            hands.letters("เมือง")
            dialog.province.setText("เลย")
            dialog.year.setCurrentIndex(dialog.year.findData(YEAR))
            self._picture("new-office", dialog)
            dialog.agree.click()

        answering(self._window.start.new.click, NewOfficeDialog, fill)
        until(lambda: self._window.frame is not None, "the new file")
        self._come_to_front()

    def _type_scores(self) -> None:
        """By keys, in the order of the table, and what it computes is there at once."""
        self._frame.show_page("scores")
        page = self._frame.page()
        assert isinstance(page, ScoresPage)
        page.table.go_to(page.model.place(Cell("i1", Column.SCORE)))
        page.table.setFocus()
        hands.type_in(*SCORES)
        data = self._frame.session.data
        assert data is not None
        kept = [str(score.score) for score in data.assessment.scores.values()]
        assert len(kept) == len(SCORES), kept
        assert page.model.place(Cell("1", Column.SCORE)).data() == "๙๗.๙๒"

    def _write_analysis(self) -> None:
        self._frame.show_page("analysis")
        page = self._frame.page()
        assert isinstance(page, AnalysisPage)
        page.indicators.choose(3)
        box = page.findings.boxes[0]
        paste_into(box.cause, CAUSE)
        paste_into(box.guideline, GUIDELINE)

    def _add_measure(self) -> None:
        self._frame.show_page("measures")
        page = self._frame.page()
        assert isinstance(page, MeasuresPage)
        page.add(3)
        paste_into(page.form.activities, "อบรมการใช้ทรัพย์สินของราชการ")
        paste_into(page.form.steps, STEPS)
        self._frame.session.settling.emit()
        data = self._frame.session.data
        assert data is not None
        assert data.measures[0].steps[0].text.endswith("หัวหน้าส่วนราชการ")

    def _print(self) -> None:
        self._frame.show_page("documents")
        page = self._frame.page()
        assert isinstance(page, DocumentsPage)
        page.list.choose("development")
        until(lambda: page.pane.view.source is not None, "the preview")
        save_as(page.save_pdf, self._folder / "เอกสาร.pdf")
        self._come_to_front()

    def _export(self) -> None:
        save_as(self._window.deeds.export_excel.trigger, self._folder / "ส่งออก.xlsx")
        until(lambda: "ตรวจอ่านกลับครบถ้วน" in self._frame.notice.text, "the export read back")

    def _look_around(self) -> None:
        """A picture of every page, with what this office has."""
        for page_id in self._frame.page_ids():
            self._frame.show_page(page_id)
            self._picture(page_id)

    def _look_narrowly(self) -> None:
        """A label and an editor with room for two or three words."""
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.addWidget(label(CAUSE, wrap=True))
        editor = QPlainTextEdit(CAUSE)
        column.addWidget(editor)
        sheet.setFixedSize(190, 420)
        sheet.show()
        self._picture("narrow", sheet)
        sheet.close()

    def _check_computer(self) -> None:
        """With the dialog, whose trials run in another process of the program."""

        def read(dialog: SelfTestDialog) -> None:
            until(lambda: dialog.report or dialog.problem.isVisible(), "the report")
            self._picture("selftest", dialog)
            assert dialog.report, dialog.problem.text()
            dialog.reject()

        dialog = SelfTestDialog(self._window, self._folder, self._folder)
        answering(dialog.exec, SelfTestDialog, read)

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        hands.rest(SETTLING)
        self._pictures += 1
        target = self._folder / f"{self._pictures:02}-{name}.png"
        if not (widget or self._window).grab().save(str(target)):
            raise OSError(f"no picture could be written: {target.name}")
