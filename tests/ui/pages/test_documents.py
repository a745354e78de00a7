from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtPrintSupport import QPrinter

from itadesk.model.office import Digits
from itadesk.reports.forms import forms
from itadesk.services.findings import save_finding
from itadesk.services.office import save_limitations, save_office
from tests.helpers.keys import in_window
from ui.dialogs import files, output
from ui.models.forms import FormModel, form_rows
from ui.pages.documents import DocumentsPage


@pytest.fixture
def page(qtbot, sample):
    made = in_window(qtbot, DocumentsPage(sample))
    made.list.choose("development")
    made_whole(qtbot, made)
    return made


def made_whole(qtbot, page):
    view = page.pane.view
    qtbot.waitUntil(lambda: page._pdf is not None and view.source is not None, timeout=9000)


def pages_of(pdf: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def text_of(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_the_preview_shows_the_real_pdf(qtbot, page):
    source = page.pane.view.source
    assert len(source.sizes) == pages_of(page._pdf) > 1
    qtbot.waitUntil(lambda: page.pane.view.picture(0) is not None, timeout=5000)
    assert page.pane.pages.text().startswith("หน้า ๑/")


def test_searching_finds_a_word_of_the_document(qtbot, page):
    with qtbot.waitSignal(page.pane.view.found, check_params_cb=lambda _hit, n: n > 0) as found:
        page.pane.look_for("สาเหตุเกิดจาก")
    assert found.args[1] >= 10
    page.pane.look_for("ไม่มีคำนี้แน่นอน")
    qtbot.waitUntil(lambda: page.pane.hits.text() == "ไม่พบ")


def test_an_edit_elsewhere_shows_in_the_preview_and_keeps_the_place(qtbot, page, sample):
    view = page.pane.view
    view.go_to_page(2)
    place, old = view.verticalScrollBar().value(), view.source
    finding = sample.data.findings[0]
    sample.run(save_finding, 2568, replace(finding, cause="ถ้อยคำที่เพิ่งแก้"))
    assert page._pdf is None
    qtbot.waitUntil(lambda: view.source is not old, timeout=9000)
    assert "ถ้อยคำที่เพิ่งแก้" in text_of(page._pdf).replace("\r\n", "")
    assert view.verticalScrollBar().value() == pytest.approx(place, abs=3)


def test_a_hidden_page_is_made_anew_only_when_it_is_shown(qtbot, page, sample):
    page.hide()
    sample.run(save_limitations, 2568, ("งบประมาณจำกัด",))
    assert page._pdf is None
    assert not page._timer.isActive()
    page.show()
    made_whole(qtbot, page)


def test_digits_are_chosen_for_the_document(qtbot, page):
    assert "๒๕๖๘" in text_of(page._pdf)
    page.options.arabic.click()
    made_whole(qtbot, page)
    text = text_of(page._pdf)
    assert "2568" in text
    assert "๒๕๖๘" not in text
    assert page._digits["development"] is Digits.ARABIC


def test_a_text_of_the_form_is_edited_and_brought_back(qtbot, page, sample):
    field = page.options.field("title")
    first = field.text()
    assert first == "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"
    field.replace_all("ชื่อเอกสารของเรา")
    page.saver.flush()
    assert sample.data.texts[("development", "title")] == "ชื่อเอกสารของเรา"
    made_whole(qtbot, page)
    assert "ชื่อเอกสารของเรา" in text_of(page._pdf)
    next(row for row in page.options._rows if row.field is field).back.click()
    assert ("development", "title") not in sample.data.texts
    assert field.text() == first


def test_an_edited_text_still_follows_the_office(qtbot, page, sample):
    field = page.options.field("measures_intro")
    assert "{office}" in field.text()
    field.replace_all("ย่อหน้าของ {office} ปี {plan_year}")
    page.saver.flush()
    stored = sample.data.texts[("development", "measures_intro")]
    assert stored == "ย่อหน้าของ {office} ปี {plan_year}"
    sample.run(save_office, replace(sample.data.office, name="เทศบาลตำบลชื่อใหม่"))
    made_whole(qtbot, page)
    assert "ย่อหน้าของ เทศบาลตำบลชื่อใหม่ ปี ๒๕๖๙" in text_of(page._pdf).replace("\r\n", " ")
    assert preview(page, "measures_intro") == "จะพิมพ์ว่า: ย่อหน้าของ เทศบาลตำบลชื่อใหม่ ปี ๒๕๖๙"


def preview(page, key):
    row = next(row for row in page.options._rows if row.text.key == key)
    return row.preview.text() if not row.preview.isHidden() else ""


def test_an_unchanged_text_is_never_stored(page, sample):
    field = page.options.field("measures_intro")
    first = field.text()
    field.replace_all("อย่างอื่น")
    field.replace_all(first)
    page.saver.flush()
    assert ("development", "measures_intro") not in sample.data.texts
    assert page.options.texts() == {}


def test_a_mistyped_placeholder_is_named(page):
    page.options.field("title").replace_all("เอกสารของ {ofice}")
    assert "{ofice}" in preview(page, "title")
    assert "ไม่รู้จัก" in preview(page, "title")
    page.options.field("title").replace_all("เอกสาร")
    assert preview(page, "title") == ""


def test_texts_get_the_room_of_the_list_while_they_are_edited(page):
    before = page.list.height()
    page.options.fold.head.click()
    assert page.list.height() < before
    page.options.fold.head.click()
    assert page.list.height() == before


def test_the_round_goes_below_the_digits_where_the_panel_is_narrow(qtbot, sample):
    page = in_window(qtbot, DocumentsPage(sample), 908, 460)
    page.list.choose("results")
    options = page.options
    assert options.round.isVisibleTo(options)
    assert options.digits.minimumSizeHint().width() <= options.round.width()


def test_a_row_of_the_list_is_at_most_two_lines_high(page, session):
    line = page.list.fontMetrics().lineSpacing()
    rows = form_rows(forms(), session.data)
    page.list.rows.show_rows(rows)
    assert any(row.remark for row in rows)
    heights = [page.list.sizeHintForRow(n) for n in range(len(rows))]
    assert max(heights) < 3 * line


def test_the_pdf_is_saved_where_the_user_wants(qtbot, page, tmp_path, monkeypatch):
    target = tmp_path / "เอกสาร.pdf"
    asked = []
    monkeypatch.setattr(files, "pick_save", lambda *told: asked.append(told) or target)
    page.save_pdf()
    assert target.read_bytes() == page._pdf
    assert asked[0][2].name == "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ปี 2568.pdf"
    qtbot.waitUntil(lambda: page.output.folder == tmp_path)


def test_saving_waits_for_the_newest_document(qtbot, page, tmp_path, monkeypatch):
    target = tmp_path / "ใหม่.pdf"
    monkeypatch.setattr(files, "pick_save", lambda *_told: target)
    page.options.field("title").replace_all("ชื่อที่เพิ่งพิมพ์")
    page.save_pdf()
    assert not target.exists()
    qtbot.waitUntil(target.exists, timeout=9000)
    assert "ชื่อที่เพิ่งพิมพ์" in text_of(target.read_bytes())


def test_a_word_file_is_saved(page, tmp_path, monkeypatch):
    target = tmp_path / "เอกสาร.docx"
    monkeypatch.setattr(files, "pick_save", lambda *_told: target)
    page.save_word()
    assert target.read_bytes()[:2] == b"PK"


def test_an_excel_file_is_offered_where_the_document_has_one(qtbot, page, tmp_path, monkeypatch):
    excel = next(each for each in page.actions() if each.text() == "บันทึกเป็น Excel")
    page.list.choose("letter")
    assert not excel.isVisible()
    page.list.choose("progress")
    assert excel.isVisible()
    target = tmp_path / "แบบรายงาน.xlsx"
    monkeypatch.setattr(files, "pick_save", lambda *_told: target)
    excel.trigger()
    qtbot.waitUntil(target.exists)
    assert load_workbook(target).sheetnames == ["แบบรายงาน"]


def test_printing_paints_the_chosen_pages_as_often_as_chosen(qtbot, page, tmp_path, monkeypatch):
    target = tmp_path / "พิมพ์.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(72)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    monkeypatch.setattr(output, "ask_printer", lambda *_told: printer)
    with qtbot.waitSignal(page.output.printed, timeout=9000):
        page.print_document()
    assert pages_of(target.read_bytes()) == 2


def test_a_copy_is_opened_with_the_pdf_program(page, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(output.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(
        output.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    page.open_pdf()
    assert Path(opened[0]).read_bytes() == page._pdf


def test_the_list_says_what_each_document_lacks(qtbot, session):
    page = in_window(qtbot, DocumentsPage(session))
    made_whole(qtbot, page)
    assert "ยังไม่ได้กรอกคะแนน" in page.options.lacking.text()
    row = page.list.rows.row(page.list.rows.index(0))
    assert row.state.startswith("○ ยังขาด")


def test_the_list_of_documents_is_a_sound_model(qtmodeltester, sample):
    model = FormModel()
    model.show_rows(form_rows(forms(), sample.data))
    qtmodeltester.check(model)
    assert model.rowCount() == len(forms())


def test_a_round_is_chosen_for_forms_that_print_one(page, sample):
    page.list.choose("progress")
    assert page.options.round.isVisibleTo(page)
    place = page.options.round.findData("6")
    page.options.round.setCurrentIndex(place)
    page.options.round.activated.emit(place)
    assert sample.data.texts["progress", "months"] == "6"
    title = page._form().build(sample.data, page._options(page._form())).title
    assert "๖ เดือน" in title
    sample.undo()
    assert page.options.round.currentData() == ""
    page.list.choose("letter")
    assert not page.options.round.isVisibleTo(page)
