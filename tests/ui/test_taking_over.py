"""นำข้อมูลปีก่อนมาใช้, with the year and later from the menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from itadesk.__main__ import Files
from itadesk.carrying import Carried
from itadesk.model.work import Measure
from itadesk.services.carrying import carriable
from itadesk.services.measures import save_measure
from itadesk.services.years import load_year, score_years, start_year
from itadesk.thai.digits import to_thai
from tests.helpers.clerk import answered, choose, press, until
from ui.dialogs.add_year import AddYearDialog
from ui.dialogs.carry_over import RemarksDialog
from ui.session import Session

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


@pytest.fixture
def session(qapp, filled_store):  # noqa: ARG001
    made = Session(filled_store)
    yield made
    made.closed = True


def test_a_year_begins_with_the_measures_of_the_one_before(window, session, monkeypatch):
    def fill(dialog):
        assert dialog.year.currentData() == 2569
        assert dialog.carry.source.currentText() == "ปี ๒๕๖๘"
        assert not dialog.carry.boxes[Carried.FINDINGS].isChecked()
        dialog.agree.setFocus()
        press(ENTER)

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    before = session.data.measures
    choose(window.frame.rail.year.menu(), "เพิ่มปี")
    data = session.data
    assert data.year == 2569
    assert [m.title for m in data.measures] == [m.title for m in before]
    assert data.measures[0].start.year == before[0].start.year + 1
    assert not data.rounds
    assert data.result.overall.value is None
    press((Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert session.ask(score_years) == (2568, 2567)


def lines_of(shown, name):
    tops = [shown.list.topLevelItem(n) for n in range(shown.list.topLevelItemCount())]
    return next(top for top in tops if top.text(0) == name).child(0)


def test_what_has_to_be_looked_at_is_listed(window, session, monkeypatch):
    session.run(save_measure, 2568, Measure(title="ทำตามข้อ o๑๐ ให้เสร็จในปี ๒๕๖๘"))
    monkeypatch.setattr(QDialog, "exec", answered(lambda dialog: dialog.agree.click()))
    choose(window.frame.rail.year.menu(), "เพิ่มปี")
    assert "ต้องตรวจ" in window.frame.notice.text
    window.frame.notice._action.click()
    (shown,) = window.findChildren(RemarksDialog)
    until(shown.isVisible)
    tops = [shown.list.topLevelItem(n) for n in range(shown.list.topLevelItemCount())]
    lines = {top.text(0): [top.child(n).text(0) for n in range(top.childCount())] for top in tops}
    place = to_thai(str(session.ask(load_year, 2568).measures[-1].position))
    assert "ยังกล่าวถึงปี ๒๕๖๘" in lines[f"มาตรการลำดับที่ {place}"]
    line = lines_of(shown, f"มาตรการลำดับที่ {place}")
    shown.list.itemClicked.emit(line, 0)
    assert window.frame.page().form.title.text() == "ทำตามข้อ o๑๐ ให้เสร็จในปี ๒๕๖๘"
    assert shown.isVisible()  # the next one may be wanted
    shown.close()


def test_later_from_the_menu_only_what_is_ticked_is_taken(window, session, monkeypatch):
    session.run(start_year, 2569)
    session.show_year(2569)

    def fill(dialog):
        for kind, box in dialog.choice.boxes.items():
            if kind is not Carried.LIMITATIONS and box.isVisible():
                box.setFocus()
                if box.isChecked():
                    press(SPACE)
        dialog.agree.click()

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    choose(window._menu, "นำข้อมูลปีก่อน")
    assert session.data.limitations == session.ask(load_year, 2568).limitations
    assert not session.data.measures
    assert session.undo_label() == "นำข้อมูลปี ๒๕๖๘ มาใช้"


def test_nothing_chosen_is_explained_and_the_dialog_stays(window, session, monkeypatch):
    session.run(start_year, 2569)
    session.show_year(2569)
    said = []

    def fill(dialog):
        for box in dialog.choice.boxes.values():
            box.setChecked(False)
        dialog.agree.click()
        said.append(dialog.problem.text())
        dialog.reject()

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    choose(window._menu, "นำข้อมูลปีก่อน")
    assert "ยังไม่ได้เลือกสิ่งที่จะนำมา" in said[0]


def test_a_year_can_begin_empty(qtbot, filled_store):
    dialog = AddYearDialog(None, [2569], carriable(filled_store))
    qtbot.addWidget(dialog)
    dialog.carry.source.choose(None)
    assert dialog.answer().wanted is None
    assert all(box.isHidden() for box in dialog.carry.boxes.values())


def test_a_file_of_one_year_is_told_what_to_do(qtbot, settings, store, tmp_path):
    from ui.app import make_window

    made = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(made)
    made.show_session(Session(store))
    made.show()
    choose(made._menu, "นำข้อมูลปีก่อน")
    assert "โปรดเพิ่มปีก่อน" in made.frame.notice.text
