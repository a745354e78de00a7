"""Thai lines where Qt does not find libthai, as on Windows without a DLL of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.line_breaks import breakable, qt_breaks_thai

ROOT = Path(__file__).parents[2]
LOOK = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem
from ui.fonts import load_fonts
from ui.line_breaks import qt_breaks_thai
from ui.widgets.labels import field_label, label, paragraph
from ui.widgets.painting import wrapped
from ui.widgets.row_breaks import break_words
from ui.widgets.text_field import LineField, TextField

TEXT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐประจำปีงบประมาณ"
app = QApplication(["test", "-style", "Fusion"])
load_fonts()
assert not qt_breaks_thai(), "libthai is there"
narrow = label(TEXT, wrap=True)
assert narrow.minimumSizeHint().width() < 120, narrow.minimumSizeHint()
assert narrow.heightForWidth(200) > 2 * label("ก").sizeHint().height() * 0.8
assert narrow.text() == narrow.accessibleName() == TEXT
narrow.setText("ประเด็น")
assert narrow.text() == narrow.accessibleName() == "ประเด็น"
field = LineField()
assert field_label("ชื่อหน่วยงาน", field).text() == field.accessibleName() == "ชื่อหน่วยงาน"
lines = wrapped(TEXT, app.font(), 200, 9)
assert "".join(lines) == TEXT and len(lines) > 2, lines
words = ("การประเมิน", "คุณธรรม", "และ", "ความโปร่งใส", "ใน", "การดำเนินงาน", "ของ", "หน่วยงาน", "ภาครัฐ")
ends = {TEXT.index(word) + len(word) for word in words}
assert len(lines[0]) in ends, lines
assert wrapped(TEXT, app.font(), 200, 2)[1].endswith("…")
copied = paragraph(TEXT)
copied.setSelection(0, 60)
copied.show()
QTest.keyClick(copied, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
assert TEXT.startswith(app.clipboard().text()) and len(app.clipboard().text()) > 30
rows = QTableWidget(1, 1)
rows.setItem(0, 0, QTableWidgetItem(TEXT))
rows.setColumnWidth(0, 200)
break_words(rows)
rows.show()
rows.resizeRowsToContents()
assert rows.rowHeight(0) > 2 * rows.fontMetrics().height(), rows.rowHeight(0)
assert rows.item(0, 0).text() == TEXT
box = TextField()
box.begin(TEXT)
box.resize(200, 200)
box.show()
drawn = box.document().firstBlock().layout()
assert drawn.lineCount() > 2 and box.text() == TEXT
assert all(drawn.lineAt(n).naturalTextWidth() <= 200 for n in range(drawn.lineCount()))
print("ok")
"""


@pytest.fixture
def without_libthai(tmp_path):
    """An environment in which the loader finds something that is no library."""
    for name in ("libthai.so", "libthai.so.0"):
        (tmp_path / name).write_text("no library")
    return {
        **os.environ,
        "LD_LIBRARY_PATH": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="libthai is hidden as Linux loads it")
def test_labels_lists_and_boxes_wrap_without_libthai(without_libthai):
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        env=without_libthai,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.stdout.endswith("ok\n"), done.stderr


@pytest.mark.usefixtures("qapp")
def test_with_libthai_texts_are_left_as_they_are():
    if not qt_breaks_thai():
        pytest.skip("this PC has no libthai")
    assert breakable("การประเมินคุณธรรม") == "การประเมินคุณธรรม"
