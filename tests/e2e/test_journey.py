"""From an empty window to the documents: everything typed, pasted and pressed as a clerk does."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from db.opening import open_reader
from itadesk.__main__ import Files
from itadesk.thai.digits import to_thai
from tests.helpers import clerk
from tests.helpers.clerk import ALL, DOWN, ENTER, TAB, UNDO, paste, paste_into, press, until
from tests.helpers.printed import seed_002_texts, text_of, unprinted
from tests.helpers.seeds import seed
from ui.app import make_window
from ui.dialogs import message
from ui.models.scores import Cell, Column
from ui.settings import UiSettings

YEAR = 2568
IIT = ["๙๘.๑๓", "๙๖.๒๕", "๙๙.๓๘", "๑๐๐", "95", "94.5", "๘๓.๗๕", "90", "91.25", "92", "93", "94",
       "๑๐๐", "๑๐๐.๐๐", "100"]  # fmt: skip
EIT = ["88.5", "87.25", "90.00", "84", "86.5", "85.75", "85.5", "86.5", "89.99"]
CAUSE = "ผู้บังคับบัญชาบางส่วนยังไม่แยกงานส่วนตัวออกจากงานราชการให้ชัดเจน"
GUIDELINE = "จัดทำแนวปฏิบัติการมอบหมายงานและแจ้งเวียนให้ทราบทั่วกัน"
STEPS = ["ประชุมชี้แจงหัวหน้าส่วนราชการ", "แจ้งเวียนแนวปฏิบัติ", "ติดตามและรายงานผล"]


def made_window(folder):
    """The real window with settings of its own, without a file."""
    settings = UiSettings(folder / "window.ini")
    settings.folder = folder
    window = make_window(None, Files(folder / "home"), settings)
    window.resize(1093, 543)
    clerk.in_front(window)
    return window


def new_office(window, patch, *fields):
    """The dialog of a new office, by keys: the name goes on after its beginning."""
    from ui.dialogs.new_office import NewOfficeDialog

    def fill(dialog):
        until(lambda: not dialog.name.hasSelectedText())
        for field in fields:
            press(field, TAB)
        while dialog.year.currentData() != YEAR:
            press(DOWN)
        clerk.QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)

    patch.setattr(NewOfficeDialog, "exec", clerk.answered(fill))
    window.start.new.click()
    assert window.session.year == YEAR
    return window.session.path


def picked(patch, path):
    """What the system's file pickers would give next."""
    for module in ("ui.exchange", "ui.dialogs.files"):
        patch.setattr(f"{module}.pick_save", lambda *_args: path)
    patch.setattr("ui.exchange.pick_open", lambda *_args: path)
    return path


def go(page, code):
    page.table.go_to(page.model.place(Cell(code, Column.SCORE)))
    page.table.setFocus()


def write_finding(page, indicator, cause, guideline, about=()):
    """An analysis in the boxes at the right; `about` ticks other questions than the lowest."""
    page.indicators.choose(indicator)
    box = page.findings.boxes[0]
    if about:
        clerk.tick(box.pick, about)
    paste_into(page.findings.boxes[0].cause, cause)
    paste_into(page.findings.boxes[0].guideline, guideline)


def add_measure(page, indicator, activities, analysis, steps, unit):
    clerk.choose(page.menu(), f"{to_thai(str(indicator))} ")
    form = page.form
    for field, text in (
        (form.activities, activities),
        (form.analysis, analysis),
        (form.steps, steps),
    ):
        paste_into(field, text)
    form.units.line.setFocus()
    press(unit, ENTER)


def previewed(window, form_id):
    """The page of documents with a form laid out as it will be printed."""
    page = clerk.open_page(window, 4)
    page.list.choose(form_id)
    until(lambda: page.pane.view.source is not None and page._pdf is not None)
    return page


def saved_as(page, patch, words, path):
    """A document saved by a button of the title line."""
    picked(patch, path)
    clerk.press_button(page, words)
    until(path.exists)
    return path


def exported(window, patch, path):
    picked(patch, path)
    window.deeds.export_excel.trigger()
    until(lambda: "ตรวจอ่านกลับครบถ้วน" in window.frame.notice.text)
    return path


def imported(window, patch, path):
    """The workbook through the preview of the import, agreed to."""
    from ui.dialogs.import_preview import ImportPreview

    def agree(dialog: QDialog):
        until(lambda: dialog.agree.isEnabled())
        press(ENTER)

    patch.setattr(ImportPreview, "exec", clerk.answered(agree))
    picked(patch, path)
    window.deeds.import_excel.trigger()


def cells_of(path):
    """Every cell of the sheets that an office sees."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()]
        for sheet in book
        if sheet.sheet_state == "visible"
    }


def means(window):
    """The means of the indicators as the table of scores shows them."""
    model = clerk.open_page(window, 1).model
    places = (model.place(Cell(str(number), Column.SCORE)) for number in range(1, 11))
    return [place.data() for place in places]


@pytest.fixture
def window(qapp, tmp_path):  # noqa: ARG001
    made = made_window(tmp_path)
    yield made
    made.close_file()
    made.close()


@pytest.fixture
def office(window, monkeypatch):
    """A new file in the window."""
    return new_office(window, monkeypatch, "ทดสอบ", "เมือง", "เลย")


def type_scores(page):
    """IIT by keys, EIT as a pasted column, OIT as a pasted table with codes and one item at 0."""
    press(*(stroke for score in IIT for stroke in (score, ENTER)))
    paste("\r\n".join(EIT))
    items = [question.code for question in page._session.data.catalogue.questions][24:]
    rows = [f"{to_thai(code)}\tข้อมูล\t{0 if code == 'o3' else 100}" for code in reversed(items)]
    paste("ข้อ\tข้อมูล\tคะแนน\n" + "\n".join(rows))


def test_scores_are_typed_and_pasted_and_computed_at_once(window, office):
    page = clerk.open_page(window, 1)
    type_scores(page)
    result = window.session.data.result
    assert (result.complete, result.rating) == (True, "ผ่านดี")
    assert page.strip.filled.accessibleName() == "กรอกแล้ว ๕๒/๕๒"
    assert means(window)[:3] == ["๙๗.๙๒", "๙๖.๕๐", "๘๘.๓๓"]
    assert "ข้อที่ได้คะแนนน้อยที่สุด: i๗" in lowest_words(window, 3)
    assert office.exists()


def lowest_words(window, indicator):
    page = clerk.open_page(window, 2)
    page.indicators.choose(indicator)
    return page.findings.boxes[0].about.text()


def test_the_whole_journey_and_the_same_file_again(window, office, tmp_path, monkeypatch):
    type_scores(clerk.open_page(window, 1))
    write_finding(clerk.open_page(window, 2), 3, CAUSE, GUIDELINE)
    measures = clerk.open_page(window, 3)
    add_measure(measures, 3, "อบรมการใช้อำนาจ", CAUSE, "\n".join(STEPS), "สำนักปลัด")
    form = measures.form
    form.period.start.setFocus()
    press(ALL, "๑/๑๑/๒๕๖๘", TAB)
    documents = previewed(window, "development")
    pages = len(documents.pane.view.source.sizes)
    assert documents.pane.pages.text() == to_thai(f"หน้า 1/{pages}")
    pdf = saved_as(documents, monkeypatch, "บันทึกเป็น PDF", tmp_path / "เอกสาร.pdf")
    word = saved_as(documents, monkeypatch, "บันทึกเป็น Word", tmp_path / "เอกสาร.docx")
    written = [CAUSE, GUIDELINE, *STEPS, "สำนักปลัด", "๑ พ.ย. ๒๕๖๘", "องค์การบริหารส่วนตำบลทดสอบ"]
    assert unprinted(written, text_of(pdf)) == []
    assert word.stat().st_size > 10_000
    before = cells_of(exported(window, monkeypatch, tmp_path / "ส่งออก.xlsx"))
    window.deeds.close_file.trigger()
    assert window.start.isVisible()
    window.start.chosen.emit(office)
    data = window.session.data
    assert data.result.complete
    assert [(each.indicator, each.cause) for each in data.findings] == [(3, CAUSE)]
    assert [step.text for step in data.measures[0].steps] == STEPS
    after = cells_of(exported(window, monkeypatch, tmp_path / "อีกครั้ง.xlsx"))
    assert after == before


def test_what_is_typed_on_several_pages_is_taken_back_step_by_step(window, office):
    page = clerk.open_page(window, 1)
    press("๙๐", ENTER, "๘๐", ENTER)
    write_finding(clerk.open_page(window, 2), 1, CAUSE, GUIDELINE)
    add_measure(clerk.open_page(window, 3), 1, "กิจกรรม", CAUSE, "\n".join(STEPS), "กองคลัง")
    clerk.open_page(window, 1)
    until(lambda: window.deeds.undo.isEnabled())
    taken = 0
    while window.session.undo_label() not in (None, "เพิ่มปี ๒๕๖๘"):
        press(UNDO)
        taken += 1
    data = window.session.data
    assert taken >= 5
    assert (data.assessment.scores, data.findings, data.measures) == ({}, (), ())
    for _ in range(taken):
        window.session.redo()
    data = window.session.data
    assert data.assessment.scores["i1"].score == 90
    assert (data.findings[0].cause, data.measures[0].activities) == (CAUSE, "กิจกรรม")
    assert page.model.typed(page.model.place(Cell("i2", Column.SCORE))) == "๘๐"
    assert office.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ดี", "ต้องเป็นตัวเลข"),
        ("100.01", "ต้องอยู่ระหว่าง"),
        ("−1", "ต้องอยู่ระหว่าง"),
        ("95,5", "หากหมายถึง 95.5"),
        ("๑๐๐.๐๑", "ต้องอยู่ระหว่าง ๐ ถึง ๑๐๐"),
        ("#N/A", "ค่าผิดพลาดของ Excel"),
        ("=1+1", "ต้องเป็นตัวเลข"),
    ],
)
def test_a_wrong_score_stays_as_typed_and_is_explained(window, office, typed, said):
    page = clerk.open_page(window, 1)
    press(typed, ENTER, "๙๐", ENTER)
    place = page.model.place(Cell("i1", Column.SCORE))
    assert place.data() == typed
    assert page.drafts.isVisible()
    assert said in page.drafts.text.text()
    assert {
        code: str(each.score) for code, each in window.session.data.assessment.scores.items()
    } == {"i2": "90"}
    assert office.exists()


def test_an_office_name_with_a_slash_makes_one_file(window, tmp_path, monkeypatch):
    path = new_office(window, monkeypatch, "ทดสอบ/สอง", "", "")
    assert path == tmp_path / "องค์การบริหารส่วนตำบลทดสอบ-สอง.itadesk"
    assert window.session.data.office.name == "องค์การบริหารส่วนตำบลทดสอบ/สอง"


def test_a_picture_with_another_ending_is_not_opened(window, office, tmp_path, monkeypatch):
    from ui.dialogs.import_preview import ImportPreview

    said = []

    def read(dialog):
        until(lambda: dialog.busy.isHidden())
        said.append(dialog.words.text())
        press(ENTER)

    for ending in ("itadesk", "xlsx"):
        (tmp_path / f"รูป.{ending}").write_bytes(b"\xff\xd8\xff\xe0" + bytes(3000))
    assert not window.open_path(tmp_path / "รูป.itadesk")
    assert "รูป.itadesk" in window.frame.notice.text
    monkeypatch.setattr(ImportPreview, "exec", clerk.answered(read))
    picked(monkeypatch, tmp_path / "รูป.xlsx")
    window.deeds.import_excel.trigger()
    assert "รูปภาพ" in said[0]
    assert window.session.path == office


def test_a_file_for_viewing_keeps_what_is_typed_until_the_clerk_lets_it_go(
    window, office, monkeypatch
):
    write_finding(clerk.open_page(window, 2), 1, CAUSE, GUIDELINE)
    add_measure(clerk.open_page(window, 3), 1, "กิจกรรม", CAUSE, "\n".join(STEPS), "กองคลัง")
    window.close_file()
    monkeypatch.setattr(window.storage, "open", open_reader)
    assert window.open_path(office)
    assert "ดูได้อย่างเดียว" in window.frame.notice.text
    assert "ดูได้อย่างเดียว" in window.frame.status.saved.text()
    clerk.open_page(window, 1)
    press("๙๐", ENTER)
    write_finding(clerk.open_page(window, 2), 1, "สาเหตุใหม่", GUIDELINE)
    form = clerk.open_page(window, 3).form
    paste_into(form.activities, "กิจกรรมใหม่")
    asked = []
    monkeypatch.setattr(message, "confirm", lambda *words, **_: asked.append(words[2]))
    assert not window.close()
    for words in ("คะแนน ๑ ช่อง", "ผลการวิเคราะห์ ๑ ตัวชี้วัด", "มาตรการ ๑ รายการ"):
        assert words in asked[0]
    assert clerk.open_page(window, 2).findings.boxes[0].cause.text() == "สาเหตุใหม่"
    assert form.activities.text() == "กิจกรรมใหม่"


@pytest.fixture(scope="module")
def entered(qapp, tmp_path_factory):  # noqa: ARG001
    """Seed 002 entered through the window; the window stays open."""
    data, folder = seed("002"), tmp_path_factory.mktemp("002")
    window = made_window(folder)
    with pytest.MonkeyPatch.context() as patch:
        name = data["agency"]["name_th"].removeprefix("องค์การบริหารส่วนตำบล")
        path = new_office(window, patch, name, "", "")
        clerk.open_page(window, 1)
        enter_scores(data)
        enter_analysis(clerk.open_page(window, 2), data)
        enter_measures(clerk.open_page(window, 3), data)
        documents = previewed(window, "development")
        enter_titles(documents, data)
        pdf = saved_as(documents, patch, "บันทึกเป็น PDF", folder / "002.pdf")
        book = exported(window, patch, folder / "002.xlsx")
    yield data, window, path, pdf, book
    window.close_file()
    window.close()


def enter_scores(data):
    """Indicators 1 to 5 by keys, the rest pasted as a table with the questions' texts."""
    scored = [question for each in data["indicators"] for question in each["questions"]]
    for question in scored[:15]:
        press(question["score_text"], ENTER)
    paste("\n".join(f"{each['text_th']}\t{each['score_text']}" for each in scored[15:]))


def enter_analysis(page, data):
    for each in data["indicators"]:
        found = each["analysis"]
        if not found["cause"]:
            continue
        codes = [to_thai(low["code"]) for low in found["lowest"]] if "nos" in each else ()
        number = each["nos"][0] if "nos" in each else each["no"]
        write_finding(page, number, found["cause"], "\n".join(found["guideline"]), codes)


def enter_measures(page, data):
    for each in data["measures"]:
        texts = ("\n".join(each[column]) for column in data["measure_columns"][:3])
        add_measure(page, each["indicator_no"], *texts, each["ผู้รับผิดชอบ"])


def enter_titles(page, data):
    page.options.fold.open(True)
    for key in ("analysis_title", "measures_title", "measures_intro"):
        paste_into(page.options.field(key), data[key])
    page.saver.flush()


def test_seed_002_gives_its_means_in_the_table(entered):
    shown = means(entered[1])
    wanted = ["99.79", "99.38", "99.38", "99.59", "100.00", "93.33", "93.14", "90.59"]
    assert shown[:8] == [to_thai(mean) for mean in wanted]


def test_seed_002_names_i7_as_the_lowest_of_indicator_3(entered):
    assert "i๗" in lowest_words(entered[1], 3)


def test_seed_002_is_saved_as_pdf_with_every_text(entered):
    data, _, _, pdf, _ = entered
    heads = (data["analysis_columns"], data["measure_columns"])
    assert unprinted(seed_002_texts(data), text_of(pdf, heads)) == []
    assert len(pypdfium2.PdfDocument(pdf)) >= 6


def test_seed_002_goes_through_its_workbook_into_an_empty_file(entered, window, monkeypatch):
    data, _, _, _, book = entered
    name = data["agency"]["name_th"].removeprefix("องค์การบริหารส่วนตำบล")
    new_office(window, monkeypatch, name, "", "")
    imported(window, monkeypatch, book)
    again = exported(window, monkeypatch, book.with_name("again.xlsx"))
    assert cells_of(again) == cells_of(book)


def test_seed_002_is_found_again_when_it_is_opened(entered, window):
    data, first, path, _, _ = entered
    before = first.session.data
    first.deeds.close_file.trigger()
    assert window.open_path(path)
    found = window.session.data
    assert (found.assessment, found.findings) == (before.assessment, before.findings)
    assert (found.measures, found.texts) == (before.measures, before.texts)
    assert found.assessment.scores["i7"].score == Decimal("98.75")
    assert len(found.measures) == len(data["measures"])
