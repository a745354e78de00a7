"""Reading a year over: going to what was found, confirming it, telling it again."""

from __future__ import annotations

from datetime import date

import pytest

from itadesk.model.work import Measure
from itadesk.services.checking import check_year
from itadesk.services.measures import save_measure
from itadesk.services.office import save_limitations
from tests.helpers.keys import in_window
from ui.dialogs.checking import CheckingDialog, ReasonDialog
from ui.pages.documents import DocumentsPage
from ui.session import Session


@pytest.fixture
def sample(filled_store):
    made = Session(filled_store)
    made.run(save_measure, 2568, Measure(title="ยังไม่ครบ", indicator=1))
    return made


@pytest.fixture
def dialog(qtbot, sample):
    made = CheckingDialog(None, sample, today=lambda: date(2026, 3, 2))
    qtbot.addWidget(made)
    made.show()
    return made


def answer(monkeypatch, reason):
    """What the user types where a reason is asked for."""

    def act(asked):
        asked.reason.setText(reason)
        asked.agree.click()
        return asked.result()

    monkeypatch.setattr(ReasonDialog, "exec", act)


def texts(lines):
    return [line.text() for line in lines]


def test_a_line_leads_to_where_it_is_mended(dialog):
    (line,) = dialog.list.lines
    assert "มาตรการลำดับที่ ๑๑" in line.text()
    line.click()
    assert dialog.place == "measures:11"
    assert not dialog.isVisible()


def test_a_confirmed_remark_goes_below_with_its_reason_and_comes_back(dialog, sample, monkeypatch):
    answer(monkeypatch, "ทำร่วมกับมาตรการที่ ๑")
    dialog.list.confirms[0].click()
    assert dialog.list.lines == ()
    (_, kept) = check_year(sample._store, 2568, slow=False).answered[0]
    assert (kept.reason, kept.on) == ("ทำร่วมกับมาตรการที่ ๑", date(2026, 3, 2))
    dialog.list.withdraws[0].click()
    assert len(dialog.list.lines) == 1
    assert dialog.list.withdraws == ()


def test_without_a_reason_nothing_is_confirmed(qtbot, dialog, sample):
    (remark,) = check_year(sample._store, 2568, slow=False).open
    asked = ReasonDialog(dialog, remark)
    qtbot.addWidget(asked)
    asked.try_accept()
    assert not asked.problem.isHidden()
    assert asked.result() == 0


def test_the_list_of_the_published_items_has_ticks(dialog, sample):
    assert len(dialog.list.ticks) == 7
    open_ones = [text for text in texts(dialog.list.ticks) if "—" in text]
    assert len(open_ones) == 3
    sample.run(save_limitations, 2568, ())
    dialog.look()
    assert any(text.startswith("มีข้อจำกัด") and "—" in text for text in texts(dialog.list.ticks))


def test_words_are_looked_at_afterwards(qtbot, dialog, sample):
    words = Measure(title="ปรับปรุงการให้บริกราประชาชน", indicator=2)
    sample.run(save_measure, 2568, words)
    dialog.look()
    assert not any("บริกรา" in text for text in texts(dialog.list.lines))
    qtbot.waitUntil(lambda: dialog.state.text() == "", timeout=10_000)
    assert any("บริกรา" in text for text in texts(dialog.list.lines))


def test_the_documents_page_says_how_much_was_found(qtbot, sample, monkeypatch):
    page = in_window(qtbot, DocumentsPage(sample))
    page.list.choose("development")
    assert "พบ ๑ เรื่อง" in page.check.text()
    monkeypatch.setattr("ui.dialogs.checking.look_over", lambda *_: "measures:11")
    with qtbot.waitSignal(page.wants_page) as asked:
        page.check.click()
    assert asked.args == ["measures:11"]
    sample.undo()
    assert "ไม่พบ" in page.check.text()


def test_the_keys_stay_in_the_list_when_it_is_made_anew(qtbot, sample, dialog, monkeypatch):
    sample.run(save_measure, 2568, Measure(title="ยังไม่ครบอีกรายการ", indicator=2))
    dialog.look()
    answer(monkeypatch, "ตรวจแล้ว")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    second = dialog.list.lines[1].text()
    dialog.list.confirms[0].setFocus()
    dialog.list.confirms[0].click()
    qtbot.waitUntil(lambda: dialog.state.text() == "")
    keys = dialog.focusWidget()
    assert keys is dialog.list.confirms[0]
    assert second in keys.accessibleName()
    qtbot.waitUntil(dialog.list.ticks[3].isVisible)
    dialog.list.ticks[3].setFocus()
    dialog.look()
    assert dialog.focusWidget() is dialog.list.ticks[3]


def test_a_file_that_is_only_viewed_cannot_be_answered(qtbot, sample, monkeypatch):
    monkeypatch.setattr(type(sample), "read_only", True)
    made = CheckingDialog(None, sample)
    qtbot.addWidget(made)
    made.show()
    assert made.list.lines
    assert not any(tool.isVisible() for tool in made.list.confirms)
