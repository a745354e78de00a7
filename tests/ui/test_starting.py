"""The window starts without what it does not need."""

from __future__ import annotations

import json
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
from db.opening import create_store, open_store
from ui.app import make_application, make_window
from ui.settings import UiSettings
app = make_application(["itadesk"])
folder = Path(sys.argv[1])
path = Path(sys.argv[2]) if len(sys.argv) > 2 else None
window = make_window(path, open_store, create_store, UiSettings(folder / "window.ini"))
window.show()
app.processEvents()
shown = window.frame.shown if window.frame else ""
print(json.dumps([shown, sorted(sys.modules)]))
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
