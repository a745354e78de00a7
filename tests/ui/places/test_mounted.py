"""A real window on drives that are really taken away and really full, in mounts of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROLOGUE = """
import subprocess, sys
from contextlib import closing
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from db.opening import create_store, open_store
from itadesk.__main__ import Files
from itadesk.model.changes import Changes, Kind
from itadesk.services.sample import sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from ui.app import make_application, make_window
from ui.attendants.places_watch import PlaceWatch
from ui.settings import UiSettings

folder = Path(sys.argv[1])
place = folder / "stick" / "a.itadesk"
with closing(create_store(place, sample_office())) as made:
    start_year(made, 2568)
app = make_application(["itadesk"])
window = make_window(None, Files(folder / "home"), UiSettings(folder / "w.ini"))
window.open_path(place)

def until(found):
    loop, clock, end = QEventLoop(), QTimer(), QTimer(singleShot=True)
    clock.timeout.connect(lambda: loop.quit() if found() else None)
    end.timeout.connect(loop.quit)
    clock.start(20)
    end.start(10_000)
    loop.exec()
    assert found()

def watch():
    return window.frame.findChild(PlaceWatch)

def look():
    watch()._timer.stop()
    watch().look()
    until(lambda: watch()._timer.isActive())

def write(code, value):
    print(window.session.run(record_score, 2568, code, value) is not None)

def much(store):
    with store.transaction("มาก", Kind.LIMITATIONS):
        store.texts.save_limitations(2568, ("ก" * 200_000,))
    return Changes(frozenset({Kind.LIMITATIONS}))

def say():
    print(window.frame.status.saved.text()[:1], window.session.unkept is not None)

until(lambda: watch() is not None)
"""
PULLED = """
write("i1", "80")
subprocess.run(["umount", "-l", str(place.parent)], check=True)
write("i1", "70")
say()
subprocess.run(["mount", "--bind", str(folder / "real"), str(place.parent)], check=True)
with closing(open_store(place)) as store:
    print(store.assessments.get(2568).scores["i1"].score)
look()
until(lambda: window.frame.status.saved.text().startswith("✓"))
say()
window.close_file()
with closing(open_store(place)) as store:
    print(store.assessments.get(2568).scores["i1"].score)
"""
FULL = """
print(window.session.run(much) is not None)
write("i1", "70")
say()
print("เหลือ" in watch()._bar.text)
look()
say()
(place.parent / "filler").unlink()
look()
until(lambda: window.frame.status.saved.text().startswith("✓"))
say()
window.close_file()
with closing(open_store(place)) as store:
    print(store.assessments.get(2568).scores["i1"].score, len(store.texts.limitations(2568)[0]))
"""


def run(mount, code, folder):
    """What `code` prints with the shell command `mount` done first."""
    for name in ("real", "stick"):
        (folder / name).mkdir()
    try:
        subprocess.run(
            ["unshare", "-m", "mount", "-t", "tmpfs", "t", "/mnt"], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting is not allowed here")
    done = subprocess.run(
        ["unshare", "-m", "sh", "-ec", f'{mount}; exec "$PYTHON" -c "$CODE" "$FOLDER"'],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
        env={"FOLDER": str(folder), "PYTHON": sys.executable, "CODE": PROLOGUE + code,
             "PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONUTF8": "1",
             "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_stick_that_is_unmounted_and_mounted_again_has_all_in_the_end(tmp_path):
    mount = 'mount -t tmpfs t "$FOLDER/real"; mount --bind "$FOLDER/real" "$FOLDER/stick"'
    said = run(mount, PULLED, tmp_path)
    assert said == ["True", "True", "▲ True", "80", "✓ False", "70"]


def test_a_disk_that_is_really_full_has_all_when_there_is_room(tmp_path):
    mount = 'mount -t tmpfs -o size=4m t "$FOLDER/stick"; '
    mount += 'dd if=/dev/zero of="$FOLDER/stick/filler" bs=1k count=3500 status=none'
    said = run(mount, FULL, tmp_path)
    assert said == ["True", "True", "▲ True", "True", "▲ True", "✓ False", "70 200000"]
