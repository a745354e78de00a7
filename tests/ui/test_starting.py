"""The window starts without what it does not need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "reportlab", "openpyxl", "pythainlp", "sqlite_utils", "pypdfium2", "python_calamine",
    "uharfbuzz", "nlpo3", "docx", "ssl",
)  # fmt: skip
START = """
import json, sys
from pathlib import Path
from itadesk.__main__ import Files
from ui.app import make_application, make_window
from ui.settings import UiSettings
app = make_application(["itadesk"])
folder = Path(sys.argv[1])
path = Path(sys.argv[2]) if len(sys.argv) > 2 else None
window = make_window(path, Files(folder), UiSettings(folder / "window.ini"))
window.show()
app.processEvents()
shown = window.frame.shown if window.frame else ""
print(json.dumps([shown, sorted(sys.modules)]))
"""
AS_INSTALLED = """
import json, sys
from itadesk.__main__ import main
from PySide6.QtWidgets import QApplication
QApplication.exec = lambda app: app.processEvents() or 0  # shown once, then it ends
main(sys.argv[1:])
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture
def office_file(tmp_path):
    from db.opening import create_store
    from itadesk.services.sample import fill_sample, sample_office

    path = tmp_path / "บ้านตัวอย่าง.itadesk"
    made = create_store(path, sample_office())
    fill_sample(made)
    made.close()
    return path


def started(*words):
    done = subprocess.run(
        [sys.executable, "-c", START, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    shown, modules = json.loads(done.stdout.splitlines()[-1])
    return shown, [name for name in HEAVY if name in modules]


def test_the_start_screen_loads_nothing_heavy(tmp_path):
    assert started(tmp_path) == ("", [])


def test_a_filled_file_opens_on_the_first_page_and_loads_nothing_heavy(tmp_path, office_file):
    assert started(tmp_path, office_file) == ("home", [])


def imported(folder, *words):
    """Modules of the layers and of SQLite that the program itself has after its first screen."""
    done = subprocess.run(
        [sys.executable, "-c", AS_INSTALLED, *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout.splitlines()[-1])


def test_the_start_screen_needs_neither_storage_nor_pages(tmp_path):
    found = imported(tmp_path)
    assert "ui.widgets.start" in found
    assert [name for name in found if name.startswith(("db", "sqlite3", "ui.pages"))] == []


def test_a_file_opens_with_the_widget_of_its_first_page_only(tmp_path, office_file):
    found = imported(tmp_path, office_file)
    assert [name for name in found if name.startswith("ui.pages.")] == ["ui.pages.home"]
    assert [name for name in found if name.startswith("itadesk.reports.forms.")] == []
