from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from itadesk.errors import BadValue
from itadesk.model.office import Digits
from itadesk.reports.forms import forms
from ui.dialogs import folder_set, whole_set
from ui.dialogs.whole_set import WholeSetDialog
from ui.session import Session
from ui.typesetting import Typesetter

YEAR = 2568


@pytest.fixture
def dialog(qtbot, filled_store, tmp_path, monkeypatch):
    session = Session(filled_store)
    made = WholeSetDialog(None, session, Typesetter(session), {}, tmp_path)
    qtbot.addWidget(made)
    monkeypatch.setattr(folder_set, "pick_folder", lambda *_told: tmp_path)
    with qtbot.waitExposed(made):
        made.show()
    return made


def only(dialog, *wanted):
    """Ticks these forms and no other."""
    for place in range(dialog.list.count()):
        item = dialog.list.item(place)
        ticked = item.data(Qt.ItemDataRole.UserRole) in wanted
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


def ended(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.folder is not None and not dialog._running, timeout=9000)


def test_the_ticked_forms_are_written_into_one_new_folder(qtbot, dialog, tmp_path):
    only(dialog, "summary", "ranking")
    dialog.word.setChecked(True)
    dialog.agree.click()
    ended(qtbot, dialog)
    (folder,) = tmp_path.iterdir()
    assert folder.name == "เอกสาร ITA ปี ๒๕๖๘"
    endings = sorted(path.suffix for path in folder.iterdir())
    assert endings == [".docx", ".docx", ".pdf", ".pdf", ".xlsx"]
    assert "สร้างแล้ว ๕ จาก ๕ ไฟล์" in dialog.state.text()
    assert str(folder) in dialog.state.text()
    assert dialog.list.item(0).text().startswith("✓ ")
    assert dialog.look.isVisible()


def test_all_forms_are_ticked_at_first_and_none_can_not_be_begun(dialog):
    assert dialog.chosen() == tuple(form.id for form in forms() if not form.gathers)
    dialog.everything.click()
    dialog.workbook.setChecked(False)
    assert dialog.chosen() == ()
    assert not dialog.agree.isEnabled()
    dialog.everything.click()
    assert dialog.agree.isEnabled()
    dialog.pdf.setChecked(False)
    assert not dialog.agree.isEnabled()


def test_giving_up_the_folder_changes_nothing(dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(folder_set, "pick_folder", lambda *_told: None)
    dialog.agree.click()
    assert list(tmp_path.iterdir()) == []
    assert dialog.agree.isVisible()


def test_a_place_that_cannot_be_written_is_said_and_another_can_be_chosen(
    dialog, tmp_path, monkeypatch
):
    monkeypatch.setattr(folder_set, "pick_folder", lambda *_told: tmp_path / "ไม่มี")
    dialog.agree.click()
    assert "เลือกที่อื่น" in dialog.problem.text()
    assert dialog.agree.isVisible()


def test_stopping_keeps_and_names_what_is_finished(qtbot, dialog, tmp_path):
    dialog.word.setChecked(True)
    dialog.agree.click()
    qtbot.waitUntil(lambda: len(dialog.results) > 0, timeout=9000)
    dialog.cancel.click()
    assert dialog.isVisible()
    ended(qtbot, dialog)
    (folder,) = tmp_path.iterdir()
    written = [path.name for path in folder.iterdir()]
    assert 0 < len(written) < dialog.progress.maximum()
    assert sorted(each.name for each in dialog.results) == sorted(written)
    assert dialog.state.text().startswith("หยุดตามที่สั่ง")
    assert dialog.isVisible()
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_a_form_that_is_refused_is_reported_after_the_others(qtbot, dialog, monkeypatch):
    only(dialog, "summary", "ranking")
    real = whole_set.read_set

    def read(*told, **named):
        whole = real(*told, **named)
        first = whole.pieces[0]
        bad = replace(first, form=replace(first.form, build=refuse))
        return replace(whole, pieces=(bad, *whole.pieces[1:]))

    def refuse(_data, _options):
        raise BadValue("กรอกเลขที่ก่อน")

    monkeypatch.setattr(whole_set, "read_set", read)
    dialog.agree.click()
    ended(qtbot, dialog)
    assert "สร้างแล้ว ๒ จาก ๓ ไฟล์ · สร้างไม่ได้ ๑ ไฟล์" in dialog.state.text()
    assert "กรอกเลขที่ก่อน" in dialog.list.item(0).text()


def test_a_bug_in_a_form_flies_once_the_others_are_written(qtbot, dialog, monkeypatch):
    only(dialog, "summary", "ranking")
    real = whole_set.read_set

    def read(*told, **named):
        whole = real(*told, **named)
        first = whole.pieces[0]
        return replace(whole, pieces=(replace(first, form=replace(first.form, build=None)),
                                      *whole.pieces[1:]))  # fmt: skip

    monkeypatch.setattr(whole_set, "read_set", read)
    with qtbot.capture_exceptions() as bugs:
        dialog.agree.click()
        ended(qtbot, dialog)
    assert [kind for kind, _bug, _trace in bugs] == [ExceptionGroup]
    assert "▲" in dialog.list.item(0).text()
    assert len(list(dialog.folder.iterdir())) == 2


def test_the_documents_page_offers_it_with_the_digits_chosen_there(qtbot, session, monkeypatch):
    from ui.pages.documents import DocumentsPage

    page = DocumentsPage(session)
    qtbot.addWidget(page)
    page.list.choose("summary")
    page.options.arabic.click()
    shown = []
    monkeypatch.setattr(WholeSetDialog, "exec", lambda dialog: shown.append(dialog))
    next(each for each in page.actions() if each.text() == "ทั้งชุด…").trigger()
    assert shown[0]._digits == {"summary": Digits.ARABIC}
