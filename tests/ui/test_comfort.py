"""Text size, colours, places that are remembered, names for screen readers, the order of keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
)

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.services.sample import fill_sample, sample_office
from ui import theme
from ui.app import make_window
from ui.fonts import scale
from ui.look import SIZES, Choice, larger, of_system, smaller
from ui.session import Session
from ui.settings import UiSettings
from ui.tokens import BLACK, DARK, LIGHT, WHITE

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


@pytest.fixture(autouse=True)
def own_look(qapp):
    yield
    theme.choose(qapp, Choice.SYSTEM, 100)


@pytest.fixture
def filled(window, filled_store):
    """The window with the sample year in it."""
    window.show_session(Session(filled_store))
    return window


@pytest.fixture
def sample_file(tmp_path):
    path = tmp_path / "ตัวอย่าง.itadesk"
    store = create_store(path, sample_office())
    fill_sample(store)
    store.close()
    return path


def opened(qtbot, folder, path, settings):
    made = make_window(path, Files(folder / "home"), settings)
    qtbot.addWidget(made)
    made.show()
    return made


def test_ctrl_plus_and_minus_change_the_size_of_everything(window, qtbot, settings):
    before = window.frame.head.title.sizeHint().height()
    rail = window.frame.rail.items()["home"].sizeHint().height()
    qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert settings.text_size == 110
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert scale() == 1.75
    assert window.frame.head.title.sizeHint().height() > 1.5 * before
    assert window.frame.rail.items()["home"].sizeHint().height() == round(1.75 * rail)
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert scale() == 1
    assert window.frame.head.title.sizeHint().height() == before
    qtbot.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert settings.text_size == 90


def test_gaps_grow_with_the_text(window):
    before = window.frame.head.layout().contentsMargins().left()
    window.comfort.resize_text(200)
    assert window.frame.head.layout().contentsMargins().left() == 2 * before


def test_sizes_end_at_80_and_200_percent():
    assert smaller(SIZES[0]) == 80
    assert larger(SIZES[-1]) == 200
    assert larger(100) == 110


def test_the_page_and_undo_stay_when_the_size_changes(window, session, qtbot):
    from itadesk.services.scores import record_score

    window.frame.show_page("analysis")
    session.run(record_score, 2568, "i1", "95")
    window.comfort.resize_text(125)
    assert window.frame.shown == "analysis"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.session.data.assessment.scores == {}


def test_a_refused_value_is_not_lost_by_another_size(window, monkeypatch):
    monkeypatch.setattr(window.frame, "unsaved", lambda: "คะแนนข้อ i๑ ยังไม่ถูกต้อง")
    window.comfort.resize_text(150)
    assert scale() == 1
    assert "คะแนนข้อ i๑ ยังไม่ถูกต้อง" in window.frame.notice.text


def test_size_and_colours_are_chosen_in_the_settings(window, qtbot, settings):
    window.frame.show_page("settings")
    card = window.frame.page().display
    card.colours.choose(Choice.CONTRAST)
    card.colours.activated.emit(card.colours.currentIndex())
    assert theme.current() is BLACK
    assert settings.theme == "contrast"
    card.text_size.choose(150)
    card.text_size.activated.emit(card.text_size.currentIndex())
    qtbot.waitUntil(lambda: scale() == 1.5)
    qtbot.waitUntil(lambda: window.frame.page().sections.index.currentRow() == 8)
    assert window.frame.page().display.text_size.currentData() == 150
    assert theme.current() is BLACK


def test_the_look_is_there_again_at_the_next_start(qtbot, tmp_path):
    kept = UiSettings(tmp_path / "window.ini")
    kept.text_size, kept.theme = 125, "dark"
    kept.flush()
    opened(qtbot, tmp_path, None, UiSettings(tmp_path / "window.ini"))
    assert scale() == 1.25
    assert theme.current() is DARK


@pytest.mark.parametrize("damaged", ["", "จิ๋ว", "-5"])
def test_a_damaged_size_is_the_usual_one(tmp_path, damaged):
    path = tmp_path / "window.ini"
    path.write_text(f"[look]\ntext_size={damaged}\ntheme=ทอง\n", encoding="utf-8")
    assert UiSettings(path).text_size == 100
    assert Choice(UiSettings(path).theme) is Choice.SYSTEM


@pytest.mark.parametrize(("strong", "shown"), [(BLACK, BLACK), (WHITE, WHITE), (None, LIGHT)])
def test_high_contrast_of_the_system_is_followed(qapp, monkeypatch, strong, shown):
    monkeypatch.setattr("ui.look._contrast_of_windows", lambda: strong)
    assert of_system(qapp) is shown
    theme.choose(qapp, Choice.SYSTEM, 100)
    assert theme.current() is shown
    theme.choose(qapp, Choice.DARK, 100)
    assert theme.current() is DARK


def test_a_file_opens_at_the_page_and_year_where_it_was_left(qtbot, sample_file, tmp_path):
    ini = tmp_path / "window.ini"
    first = opened(qtbot, tmp_path, sample_file, UiSettings(ini))
    years = first.session.year
    first.frame.show_page("oit")
    first.session.show_year(years - 1)
    first.close()
    second = opened(qtbot, tmp_path, sample_file, UiSettings(ini))
    assert second.frame.shown == "oit"
    assert second.session.year == years - 1


def test_a_splitter_stays_where_it_was_moved(qtbot, sample_file, tmp_path):
    ini = tmp_path / "window.ini"
    sizes = []
    for moved in (True, False):
        window = opened(qtbot, tmp_path, sample_file, UiSettings(ini))
        window.resize(1280, 700)
        window.frame.show_page("oit")
        splitter = window.frame.page().findChildren(QSplitter)[0]
        qtbot.waitUntil(lambda splitter=splitter: sum(splitter.sizes()) > 0)
        if moved:
            splitter.moveSplitter(440, 1)
        else:
            qtbot.waitUntil(lambda at=splitter: abs(at.sizes()[0] - sizes[0]) <= 2)
        sizes.append(splitter.sizes()[0])
        window.close()
    assert abs(sizes[1] - sizes[0]) <= 2


@pytest.mark.parametrize("percent", [150, 200])
def test_large_text_has_room_on_an_office_screen(filled, percent, qtbot):
    filled.comfort.resize_text(percent)
    filled.resize(1093, 543)
    assert filled.frame.rail.folded

    def fits():
        page = filled.frame.page()
        cut = [
            button.text()
            for button in filled.frame.head.buttons()
            if button.isVisible() and button.width() < button.sizeHint().width()
        ]
        wide = page.minimumSizeHint().width()
        assert cut == []
        assert percent > 150 or wide <= page.width(), (filled.frame.shown, wide, page.width())

    for page_id in filled.frame.page_ids():
        filled.frame.show_page(page_id)
        qtbot.waitUntil(fits)


def test_nothing_scrolls_sideways_at_150_percent(filled):
    filled.comfort.resize_text(150)
    filled.resize(1093, 543)
    sideways = []
    for page_id in filled.frame.page_ids():
        filled.frame.show_page(page_id)
        for area in filled.frame.page().findChildren(QAbstractScrollArea):
            if area.isVisible() and area.horizontalScrollBar().isVisible():
                sideways.append((page_id, type(area).__name__))
    assert sideways == []


def nameless(window):
    return [
        (type(each).__name__, each.objectName())
        for kind in CONTROLS
        for each in window.findChildren(kind)
        if each.isVisible()
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parent(), QComboBox | QAbstractSpinBox | QAbstractScrollArea)
        and not (isinstance(each, QAbstractSlider))
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]


def test_the_menu_of_every_page_is_one_column_on_an_office_screen(filled):
    for page_id in filled.frame.page_ids():
        filled.frame.show_page(page_id)
        shown = [each for each in filled.frame.head.menu.menu().actions() if not each.isSeparator()]
        assert len(shown) * theme.px(31) < 543, page_id  # 31 px a line


def test_every_control_of_every_page_has_a_name(filled):
    found = {}
    for page_id in filled.frame.page_ids():
        filled.frame.show_page(page_id)
        if lacking := nameless(filled):
            found[page_id] = lacking
    assert found == {}


def test_every_control_of_help_and_start_has_a_name(filled):
    filled.comfort.show_help()
    assert nameless(filled.comfort._help) == []
    filled.close_file()
    assert nameless(filled.start) == []


def test_every_control_of_every_dialog_has_a_name(filled, monkeypatch):
    """Whatever ends in … opens a dialog or a picker of the system."""
    lacking, opened = {}, []

    def look(dialog):
        dialog.show()
        opened.append(dialog.windowTitle())
        if found := nameless(dialog):
            lacking[dialog.windowTitle()] = found
        dialog.reject()
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    for picker in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, picker, lambda *_args, **_kw: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kw: "")
    actions = [action for action in filled.deeds.listed() if action.text().endswith("…")]
    for page_id in filled.frame.page_ids():
        filled.frame.show_page(page_id)
        page = filled.frame.page()
        buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
        for each in [*page.actions(), *buttons, *actions]:
            if each.text().endswith("…") and each.isEnabled():
                each.trigger() if isinstance(each, QAction) else each.click()
        actions = []
    assert lacking == {}
    assert len(set(opened)) >= 8, opened


def test_tab_reaches_every_control_of_every_page_and_comes_back(filled):
    """From the rail over the page and the status line to the rail, and nowhere twice."""
    for page_id in filled.frame.page_ids():
        filled.frame.show_page(page_id)
        first = filled.focusWidget()
        passed = [first]
        for _ in range(400):
            filled.focusNextPrevChild(True)
            if filled.focusWidget() is first:
                break
            passed.append(filled.focusWidget())
        assert len(passed) < 400, page_id
        assert len(set(map(id, passed))) == len(passed), page_id
        assert filled.frame.rail.items()[page_id] in passed, page_id
        assert filled.frame.head.menu in passed, page_id


def test_the_buttons_of_a_page_are_pressed_by_alt_and_their_number(window, qtbot):
    window.frame.show_page("measures")
    done = []
    window.frame.head.buttons()[0].clicked.connect(lambda: done.append(1))
    qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    assert done == [1]
