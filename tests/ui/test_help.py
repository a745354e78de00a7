"""Help inside the program: every screen has a topic, pictures are small, links lead somewhere."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument

from resources import ROOT
from tests.helpers.keys import type_text
from ui.entries import pages
from ui.help import HelpWindow, found, topics

LINKS = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")


@pytest.fixture
def help_window(qtbot, window):
    made = HelpWindow(window)
    qtbot.addWidget(made)
    return made


def test_every_page_has_a_topic():
    assert {page.id for page in pages()} <= {topic.id for topic in topics()}


def test_there_are_topics_of_the_beginning_templates_sending_and_keys():
    assert [topics()[0].id, topics()[0].title] == ["start", "เริ่มต้นใช้งาน"]
    assert {"templates", "province-send", "keys"} <= {topic.id for topic in topics()}


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.id)
def test_links_and_pictures_of_a_topic_are_there(topic):
    for picture, target in LINKS.findall(topic.text):
        if picture:
            assert not QImage(str(ROOT / "help" / target)).isNull(), target
        else:
            assert target in {each.id for each in topics()}


@pytest.mark.parametrize("path", sorted((ROOT / "help").glob("*.png")), ids=lambda path: path.stem)
def test_pictures_are_small(path):
    if path.stem == "window":
        pytest.skip("stands in README only")
    assert path.stat().st_size <= 61_440
    assert QImage(str(path)).format() == QImage.Format.Format_Indexed8


def test_f1_opens_the_topic_of_the_page(window, qtbot):
    window.frame.show_page("oit")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    opened = window.comfort._help
    assert opened.isVisible()
    assert opened.shown == "oit"
    assert "ทะเบียน OIT" in opened.text.toPlainText()
    window.frame.show_page("scores")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert opened.shown == "scores"


def test_without_a_file_help_begins_at_the_beginning(window, qtbot):
    window.close_file()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.comfort._help.shown == "start"
    window.comfort._help.close()
    qtbot.mouseClick(window.start.help, Qt.MouseButton.LeftButton)
    assert window.comfort._help.isVisible()


def test_shift_f1_lists_the_keys(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert "Ctrl+K" in window.comfort._help.text.toPlainText()


def test_keys_of_the_menu_are_all_in_the_list(window):
    listed = next(topic.text for topic in topics() if topic.id == "keys")
    for action in window.deeds.listed():
        for key in action.shortcuts()[:1]:
            words = key.toString().replace("Ctrl+-", "Ctrl+−")
            assert words in listed or words == "Ctrl+Q", (action.text(), words)


def test_a_search_narrows_the_topics_and_goes_to_the_word(help_window):
    help_window.open("start")
    type_text(help_window.search, "ครุฑ")
    assert [topic.id for topic in found("ครุฑ")] == ["settings"]
    assert help_window.list.count() == 1
    assert help_window.shown == "settings"
    help_window.search.setText("ไม่มีคำนี้แน่")
    assert help_window.none.isVisible()
    help_window.search.clear()
    assert help_window.list.count() == len(topics())


def test_a_link_opens_its_topic(help_window):
    help_window.open("start")
    help_window.text.anchorClicked.emit(QUrl("scores"))
    assert help_window.shown == "scores"


def test_a_picture_is_no_wider_than_the_window(help_window, qtbot):
    help_window.open("home")
    help_window.resize(700, 500)
    kind = QTextDocument.ResourceType.ImageResource.value
    room = help_window.text.viewport().width
    qtbot.waitUntil(lambda: help_window.text.horizontalScrollBar().maximum() == 0)
    assert help_window.text.loadResource(kind, QUrl("home.png")).width() <= room()


def test_nothing_is_asked_of_the_network(help_window):
    assert (
        help_window.text.loadResource(
            QTextDocument.ResourceType.StyleSheetResource.value, QUrl("https://example.org/a.css")
        )
        is None
    )
    assert help_window.text.openExternalLinks() is False


def test_esc_closes_the_help_from_anywhere_in_it(help_window, qtbot):
    for field in (help_window.text, help_window.search, help_window.list):
        help_window.open("start")
        qtbot.waitUntil(help_window.isActiveWindow)
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert not help_window.isVisible()
