"""The journey that is driven where there are no tests: on Windows, from the installed program."""

from __future__ import annotations

import os
import subprocess
import sys

_QUICK = """
import sys
from itadesk.__main__ import main
from ui.journey import steps
steps.SETTLING = 1
{}
sys.exit(main(["journey", sys.argv[1]]))
"""


def travelled(tmp_path, change="pass"):
    """As a program of its own: in tests a dialog may not wait."""
    words = [sys.executable, "-c", _QUICK.format(change), str(tmp_path / "ทาง ใหม่")]
    own = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(words, env=os.environ | own, capture_output=True, text=True, timeout=120)


def test_it_makes_a_file_a_pdf_a_workbook_and_pictures(tmp_path):
    done = travelled(tmp_path)
    assert done.returncode == 0, done.stderr
    made = {path.name for path in (tmp_path / "ทาง ใหม่").iterdir()}
    assert {"เอกสาร.pdf", "ส่งออก.xlsx", "องค์การบริหารส่วนตำบลทดสอบ.itadesk"} <= made
    assert len([name for name in made if name.endswith(".png")]) == 14


def test_a_step_that_fails_is_told(tmp_path):
    done = travelled(tmp_path, "steps.SCORES = ('๙๘',)")
    assert done.returncode == 1
    assert "AssertionError" in done.stderr
