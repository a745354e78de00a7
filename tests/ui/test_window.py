"""The frame: rail, title, notice, years, undo, files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from db.opening import create_store, open_store
from itadesk.__main__ import Files
from itadesk.model.office import Office, OfficeKind
from itadesk.services.office import save_office
from itadesk.services.sample import sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import score_years, start_year
from ui.app import make_window
from ui.dialogs import message
from ui.dialogs.add_year import AddYearDialog, NewYear
from ui.dialogs.new_office import NewOffice, NewOfficeDialog
from ui.models.scores import Cell, Column
from ui.session import Session
from ui.settings import UiSettings
from ui.translation import ThaiWords
from ui.widgets.head import Head
from ui.widgets.notice import NoticeBar, Tone
from ui.years import add_year

CTRL = Qt.KeyboardModifier.ControlModifier


class Viewed:
    """A store that says it cannot be written."""

    read_only = True

    def __init__(self, store):
        self._store = store

    def __getattr__(self, name):
        return getattr(self._store, name)


@pytest.fixture
def empty_window(qtbot, settings, tmp_path):
    made = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def office_file(folder, name="ทดสอบ"):
    path = folder / f"{name}.itadesk"
    made = create_store(path, sample_office())
    start_year(made, 2568)
    made.close()
    return path


def test_it_opens_on_the_first_page(window):
    assert window.frame.shown == "home"
    assert window.frame.rail.office.text() == sample_office().name
    assert "๒๕๖๘" in window.frame.rail.year.text()


def test_a_click_in_the_rail_opens_a_page(window, qtbot):
    qtbot.mouseClick(window.frame.rail.items()["settings"], Qt.MouseButton.LeftButton)
    assert window.frame.shown == "settings"
    assert window.frame.head.title.text() == "ตั้งค่า"


def test_ctrl_1_opens_the_first_step(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    assert window.frame.shown == "scores"


def test_the_rail_shows_how_far_a_step_is(window, session, qtbot):
    item = window.frame.rail.items()["scores"]
    assert item.progress.state == "none"
    session.run(record_score, 2568, "i1", "95")
    qtbot.waitUntil(lambda: item.progress.state == "begun")
    assert "กรอกแล้ว ๑ จาก ๕๒ ข้อ" in item.toolTip()


def test_a_change_is_told_as_saved_and_can_be_undone_by_key(window, session, qtbot):
    session.run(record_score, 2568, "i1", "95")
    qtbot.waitUntil(lambda: window.frame.status.saved.text().startswith("✓ บันทึกแล้ว"))
    assert window.frame.status.undo.text() == "เลิกทำ: คะแนนข้อ i๑"
    assert window.deeds.undo.text() == "เลิกทำ: คะแนนข้อ i๑"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert session.data.assessment.scores == {}
    qtbot.waitUntil(lambda: window.deeds.redo.isEnabled())
    assert window.deeds.redo.text() == "ทำซ้ำ: คะแนนข้อ i๑"
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert len(session.data.assessment.scores) == 1


def test_a_refusal_is_a_notice_that_stays_until_closed(window, session, qtbot):
    session.run(record_score, 2568, "i99", "95")
    notice = window.frame.notice
    assert "ไม่มีข้อ i๙๙" in notice.text
    assert notice.property("kind") == "problem"
    assert not notice._timer.isActive()
    qtbot.mouseClick(notice._close, Qt.MouseButton.LeftButton)
    assert notice.text == ""


def test_a_notice_of_something_done_closes_by_itself(window):
    window.tell("บันทึกแล้ว")
    assert window.frame.notice._timer.isActive()
    window.frame.notice._timer.timeout.emit()
    assert window.frame.notice.text == ""


def test_the_action_of_a_notice_is_done_once(qtbot):
    bar, done = NoticeBar(), []
    qtbot.addWidget(bar)
    bar.show_notice("ลบแล้ว", Tone.DONE, ("เลิกทำ", lambda: done.append(1)))
    bar._action.click()
    assert done == [1]
    assert bar.text == ""


def test_another_year_is_chosen_in_the_rail(window, session, qtbot):
    session.run(start_year, 2567)
    menu = window.frame.rail.year.menu()
    menu.aboutToShow.emit()
    words = ["ปี ๒๕๖๘", "ปี ๒๕๖๗", "เพิ่มปี…", "นำข้อมูลปีก่อนมาใช้…"]
    assert [a.text() for a in menu.actions() if a.text()] == words
    menu.actions()[1].trigger()
    assert session.year == 2567
    qtbot.waitUntil(lambda: "๒๕๖๗" in window.frame.rail.year.text())


def test_an_added_year_is_shown(window, session, monkeypatch):
    monkeypatch.setattr(AddYearDialog, "ask", lambda *_args: NewYear(2567, 2568))
    add_year(window, session)
    assert session.year == 2567
    assert session.ask(score_years) == (2568, 2567)
    assert window.frame.notice.text == "เพิ่มปี ๒๕๖๗ แล้ว เริ่มกรอกคะแนนได้เลย"


def test_only_years_that_are_not_there_can_be_added(qtbot):
    dialog = AddYearDialog(None, [2569, 2567])
    qtbot.addWidget(dialog)
    assert dialog.plan_year.value() == 2570
    dialog.year.setCurrentIndex(1)
    assert dialog.plan_year.value() == 2568
    nothing = AddYearDialog(None, [])
    qtbot.addWidget(nothing)
    nothing.try_accept()
    assert "หน้าตั้งค่า" in nothing.problem.text()


@pytest.mark.parametrize(
    ("latest", "offered"), [(2567, 2568), (2565, 2569), (2569, 2569), (None, 2569)]
)
def test_the_year_after_the_latest_of_the_file_is_offered_first(qtbot, latest, offered):
    dialog = AddYearDialog(None, [2569, 2568, 2564], latest=latest)
    qtbot.addWidget(dialog)
    assert dialog.year.currentData() == offered
    assert dialog.plan_year.value() == offered + 1


def test_pages_of_a_year_wait_for_one(qtbot, settings, tmp_path):
    made = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(made)
    bare = open_store(None)
    save_office(bare, Office("เทศบาลทดสอบ", OfficeKind.TOWN))
    made.show_session(Session(bare))
    items = made.frame.rail.items()
    assert not items["scores"].isEnabled()
    assert items["settings"].isEnabled()
    made.frame.show_page("scores")
    assert made.frame.shown == "home"
    made.close_file()


@pytest.mark.parametrize(("width", "folded"), [(1024, False), (1093, False), (910, True)])
def test_the_rail_folds_where_there_is_little_room(window, width, folded):
    window.setMinimumSize(QSize(0, 0))
    window.resize(width, 500)
    assert (window.frame.rail.width() < 100) is folded
    item = window.frame.rail.items()["scores"]
    assert item.accessibleName().startswith("๑ คะแนน")


@pytest.mark.parametrize("size", [(1024, 500), (1093, 543), (1366, 768)])
def test_the_window_takes_the_sizes_of_office_screens(window, size):
    for page_id in window.frame.page_ids():
        window.frame.show_page(page_id)
        window.resize(*size)
        assert (window.width(), window.height()) == size


def test_no_page_needs_more_room_than_the_smallest_window(window):
    for page_id in window.frame.page_ids():
        window.frame.show_page(page_id)
        needed = window.frame.minimumSizeHint()
        assert (needed.width() <= 1024, needed.height() <= 500) == (True, True), page_id


def test_actions_that_do_not_fit_stand_at_the_top_of_the_menu(window):
    head, done = window.frame.head, []
    actions = [QAction(f"งานที่ {n}", head) for n in range(5)]
    actions[4].triggered.connect(lambda: done.append(4))
    before = head.menu.menu().actions()
    head.show_page("หน้า", actions)
    assert [button.text() for button in head.buttons()] == ["งานที่ 0", "งานที่ 1", "งานที่ 2"]
    shown = head.menu.menu().actions()
    assert shown[:2] == actions[3:]
    assert shown[2].isSeparator()
    shown[1].trigger()
    assert done == [4]
    head.show_page("หน้าอื่น", actions[:1])
    assert head.menu.menu().actions() == before


def test_an_action_without_words_is_only_a_key(window):
    head = window.frame.head
    named, bare = QAction("พิมพ์"), QAction()
    head.show_page("หน้า", [bare, named])
    assert [button.text() for button in head.buttons()] == ["พิมพ์"]
    assert head.buttons()[0].property("role") == "primary"
    named.setVisible(False)
    assert head.buttons()[0].isHidden()


def test_an_action_outlives_the_button_that_showed_it(qtbot):
    menu, action = QMenu(), QAction("วาง")
    head = Head(menu)
    qtbot.addWidget(head)
    head.show_page("หนึ่ง", [action])
    gone = head.buttons()[0]
    head.show_page("สอง", [])
    with qtbot.waitSignal(gone.destroyed):
        pass
    with qtbot.captureExceptions() as wrong:
        action.setText("วางจาก Excel")
    assert wrong == []


@pytest.mark.parametrize("agreed", [True, False])
def test_closing_asks_before_a_typed_value_is_lost(window, monkeypatch, agreed):
    window.frame.show_page("scores")
    model = window.frame.page().model
    model.setData(model.place(Cell("i1", Column.SCORE)), "195")
    asked = []
    monkeypatch.setattr(message, "confirm", lambda *args, **_: asked.append(args[2]) or agreed)
    window.deeds.close_file.trigger()
    assert (window.frame is None) is agreed
    assert "คะแนน ๑ ช่องยังไม่ได้บันทึก" in asked[0]
    if not agreed:
        assert not window.close()
        assert len(asked) == 2
        model.drop_draft(Cell("i1", Column.SCORE))


def test_a_file_that_cannot_be_written_opens_for_viewing(empty_window, tmp_path, monkeypatch):
    path = office_file(tmp_path)
    viewed = open_store(path)
    monkeypatch.setattr(empty_window.storage, "open", lambda _path: Viewed(viewed))
    assert empty_window.open_path(path)
    assert "ดูได้อย่างเดียว" in empty_window.frame.notice.text
    empty_window.close_file()


def test_words_of_qt_itself_are_thai(qtbot):
    from PySide6.QtWidgets import QApplication, QLineEdit

    words = ThaiWords()
    QApplication.installTranslator(words)
    field = QLineEdit("ก")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    QApplication.removeTranslator(words)
    menu.deleteLater()
    assert texts[:5] == ["เลิกทำ", "ทำซ้ำ", "ตัด", "คัดลอก", "วาง"]
    assert words.translate("QSomething", "%1 of %2") == "%1 of %2"


def test_geometry_and_recent_files_are_kept(qtbot, tmp_path):
    settings = UiSettings(tmp_path / "window.ini")
    path = office_file(tmp_path)
    first = make_window(path, Files(tmp_path / "home"), settings)
    qtbot.addWidget(first)
    first.resize(1111, 555)
    first.show()
    first.close()
    again = UiSettings(tmp_path / "window.ini")
    second = make_window(None, Files(tmp_path / "home"), again)
    qtbot.addWidget(second)
    assert again.recent == (path,)
    assert second.size() == QSize(1111, 555) or second.screen().availableSize().width() < 1111


def test_a_damaged_settings_file_gives_defaults(tmp_path):
    path = tmp_path / "window.ini"
    path.write_bytes(b"\x00\xff[window\ngeometry=@@@\nfiles")
    settings = UiSettings(path)
    assert settings.recent == ()
    assert settings.geometry.isEmpty()


def test_at_most_eight_recent_files_newest_first(tmp_path):
    settings = UiSettings(tmp_path / "window.ini")
    for n in range(10):
        settings.remember(tmp_path / f"{n}.itadesk")
    settings.remember(tmp_path / "5.itadesk")
    assert [path.stem for path in settings.recent] == ["5", "9", "8", "7", "6", "4", "3", "2"]


def test_without_a_file_there_are_three_choices(empty_window, tmp_path, qtbot, monkeypatch):
    start = empty_window.start
    assert [c.isVisible() for c in (start.new, start.open, start.sample)] == [True] * 3
    path = office_file(tmp_path)
    monkeypatch.setattr("ui.dialogs.files.pick_open", lambda *_args: path)
    qtbot.mouseClick(start.open, Qt.MouseButton.LeftButton)
    assert empty_window.session.path == path
    assert empty_window.windowTitle() == "ทดสอบ — itadesk"
    empty_window.close_file()
    assert empty_window.session is None
    assert start.isVisible()


def test_the_sample_can_be_looked_at(empty_window, qtbot):
    qtbot.mouseClick(empty_window.start.sample, Qt.MouseButton.LeftButton)
    assert empty_window.session.data.result.complete
    assert "สมมติ" in empty_window.frame.notice.text
    empty_window.close_file()


def test_a_file_that_is_not_ours_is_explained_and_leaves_the_recent_ones(empty_window, tmp_path):
    path = tmp_path / "รูป.itadesk"
    path.write_bytes(b"\x89PNG")
    empty_window.settings.remember(path)
    assert not empty_window.open_path(path)
    assert "รูป.itadesk" in empty_window.start.notice.text
    assert empty_window.settings.recent == ()


def test_a_bad_file_leaves_the_open_one_open(window, tmp_path):
    path = tmp_path / "ว่าง.itadesk"
    path.write_bytes(b"")
    assert not window.open_path(path)
    assert window.session is not None
    assert "ว่าง.itadesk" in window.frame.notice.text


def test_a_new_office_is_made_entered_closed_and_found_again(
    empty_window, tmp_path, qtbot, monkeypatch
):
    path = tmp_path / "เทศบาลทดสอบ.itadesk"
    office = Office("เทศบาลตำบลทดสอบ", OfficeKind.TOWN, "เลย", "เมือง")
    monkeypatch.setattr(NewOfficeDialog, "ask", lambda *_args: NewOffice(office, 2568, path))
    qtbot.mouseClick(empty_window.start.new, Qt.MouseButton.LeftButton)
    assert empty_window.session.year == 2568
    assert empty_window.session.undo_label() is None
    empty_window.session.run(record_score, 2568, "i1", "๙๕.๕")
    empty_window.close_file()
    assert empty_window.open_path(path)
    data = empty_window.session.data
    assert data.office.name == "เทศบาลตำบลทดสอบ"
    assert str(data.assessment.scores["i1"].score) == "95.5"
    empty_window.close_file()


def test_a_file_that_exists_is_not_written_over(empty_window, tmp_path, monkeypatch):
    path = office_file(tmp_path)
    before = path.read_bytes()
    answer = NewOffice(Office("อื่น", OfficeKind.OTHER), 2568, path)
    monkeypatch.setattr(NewOfficeDialog, "ask", lambda *_args: answer)
    empty_window.openings.new_file()
    assert path.read_bytes() == before
    assert "ทดสอบ.itadesk" in empty_window.start.notice.text


def test_every_button_and_field_has_a_name_for_screen_readers(window):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    nameless = []
    for page_id in window.frame.page_ids():
        window.frame.show_page(page_id)
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
            nameless += [
                (page_id, type(widget).__name__, widget.objectName())
                for widget in window.frame.findChildren(kind)
                if widget.isVisible()
                and not widget.objectName().startswith("qt_")
                and not (widget.accessibleName() or getattr(widget, "text", str)())
            ]
    assert nameless == []


def test_targets_are_high_enough_to_hit(window):
    from PySide6.QtWidgets import QAbstractButton

    low = []
    for page_id in window.frame.page_ids():
        window.frame.show_page(page_id)
        low += [
            (button.text(), button.height())
            for button in window.frame.findChildren(QAbstractButton)
            if button.isVisible() and button.height() < 28 and button.text()
        ]
    assert low == []


def test_pages_do_not_scroll_sideways(window):
    from PySide6.QtWidgets import QAbstractScrollArea

    window.resize(1024, 500)
    for page_id in window.frame.page_ids():
        window.frame.show_page(page_id)
        for area in window.frame.page().findChildren(QAbstractScrollArea):
            if area.isVisible():
                assert area.horizontalScrollBar().maximum() == 0, (page_id, area)


def test_what_was_done_on_a_page_is_not_told_on_the_next(window):
    window.tell("วางแล้ว ๙ ช่อง")
    window.frame.show_page("analysis")
    assert window.frame.notice.text == ""
    window.tell("บันทึกลงไฟล์ไม่ได้", Tone.PROBLEM)
    window.frame.show_page("home")
    assert window.frame.notice.text == "บันทึกลงไฟล์ไม่ได้"


class Shown(QObject):
    """Windows that are shown meanwhile, if only for a moment."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(window, filled_store, qapp):
    window.show_session(Session(filled_store))
    shown = Shown()
    qapp.installEventFilter(shown)
    for page_id in window.frame.page_ids():
        window.frame.show_page(page_id)
    window.frame.show_page("rounds:6:3")
    qapp.removeEventFilter(shown)
    assert shown.windows == []
