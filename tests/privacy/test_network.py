"""The program opens no socket, and could not: it has no code for one."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = [
    path for layer in ("itadesk", "db", "ui", "resources") for path in (ROOT / layer).rglob("*.py")
]
NETWORK = re.compile(
    r"(socket|ssl|http|urllib\.(request|error|robotparser)|ftplib|smtplib|imaplib|poplib|nntplib|"
    r"telnetlib|xmlrpc|socketserver|asyncio|multiprocessing|webbrowser|requests|httpx|aiohttp|"
    r"PySide6\.Qt(Network|WebSockets|WebEngine\w*|Bluetooth))(\.|$)"
)
WITHOUT = """
import sys
from importlib.abc import MetaPathFinder

class Absent(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {"_socket", "_ssl", "PySide6.QtNetwork"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

def watch(event, _details):
    if event.startswith(("socket.", "ftplib.", "http.", "smtplib.", "urllib.", "webbrowser.")):
        raise SystemExit(f"the program asked for {event}")

import types
if sys.version_info >= (3, 13):  # there `types` would take it out of _socket
    types.CapsuleType = type(types.CapsuleType)
for name in ("_socket", "_ssl", "socket", "ssl"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Absent())
sys.addaudithook(watch)
"""
COMMANDS = """
from itadesk.__main__ import main
folder = sys.argv[1]
office, book = folder + "/อบต.itadesk", folder + "/ข้อมูล.xlsx"
province = folder + "/จังหวัด.itadesk"
place = ["--province", "แพร่", "--year", "2568"]
for words in (
    ["demo", folder + "/ตัวอย่าง"],
    ["new", office, "--office", "อบต.ตัวอย่าง", "--kind", "อบต.", *place],
    ["new", province, "--office", "สถ.จ.แพร่", "--kind", "จังหวัด", *place],
    ["export", office, book, "--year", "2568"],
    ["import", office, book],
    ["check", office, "--year", "2568"],
    ["consolidate", province, book],
    ["backup", office, "--to", folder + "/สำรอง"],
    ["verify", office],
):
    assert main(words) == 0, words
assert "_socket" not in sys.modules
"""
WINDOW = """
from pathlib import Path
from itadesk.__main__ import Files
from itadesk.services.sample import fill_sample, sample_office
from ui.app import make_application, make_window
from ui.settings import UiSettings
app = make_application(["itadesk"])
folder = Path(sys.argv[1])
store = Files(folder).create(folder / "อบต.itadesk", sample_office())
fill_sample(store)
store.close()
window = make_window(folder / "อบต.itadesk", Files(folder), UiSettings(folder / "window.ini"))
window.show()
for page in window.frame.page_ids():
    window.frame.show_page(page)
    app.processEvents()
window.close()
assert "_socket" not in sys.modules
"""


def run(program, folder, *before):
    words = [*before, sys.executable, "-c", program, str(folder)]
    environment = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    return subprocess.run(words, env=environment, cwd=folder, capture_output=True, text=True)


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_no_module_of_ours_imports_what_could_speak_to_a_network():
    found = {
        f"{path.name}: {name}" for path in OURS for name in imported(path) if NETWORK.match(name)
    }
    assert found == set()


@pytest.mark.parametrize("deeds", [COMMANDS, WINDOW], ids=["commands", "window"])
def test_everything_works_where_python_has_no_sockets(deeds, tmp_path):
    done = run(WITHOUT + deeds, tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_watch_would_notice_a_socket(tmp_path):
    done = run("import socket\n" + WITHOUT + "socket.socket()", tmp_path)
    assert "asked for socket." in done.stderr


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not on this machine")
def test_the_kernel_is_asked_for_no_socket(tmp_path):
    trace = tmp_path / "trace"
    done = run(
        "import sys\n" + WINDOW, tmp_path, "strace", "-f", "-e", "trace=network", "-o", trace
    )
    assert done.returncode == 0, done.stderr
    asked = [line for line in trace.read_text().splitlines() if "socket(" in line]
    assert [line for line in asked if "AF_UNIX" not in line] == []
