"""Every file is written beside its name and put there in one step; who does not is listed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("itadesk", "db", "ui")
# Who may write by other means, and why.
ALLOWED = {
    "itadesk/files.py": "it is the one step itself",
    "itadesk/locking.py": "a lock has to be the same file as long as it is held",
    "db/sealing.py": "writes twelve bytes that SQLite never reads; a torn seal counts as none",
    "db/opening.py": "takes the name of a new file first, then fills it in one step",
    "ui/crash.py": "what Python writes in a crash needs a file that is open by then",
    "itadesk/selftest": "writes only into its own temporary folder",
    "ui/selftest": "writes only into its own temporary folder",
    "ui/journey": "writes only into its own temporary folder",
}
WRITERS = {"write_bytes", "write_text", "copyfile", "copy2", "copytree"}
QT = {"QSaveFile", "QFile", "QTemporaryFile", "QPdfWriter"}
FLAGS = ("O_WRONLY", "O_RDWR", "O_CREAT")


def writes(tree):
    """Lines that write a file by themselves."""
    for node in ast.walk(tree):
        by_qt = isinstance(node, ast.Name) and node.id in QT
        if by_qt or (isinstance(node, ast.Call) and _opens_to_write(node)):
            yield node.lineno


def _opens_to_write(call):
    called = call.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    if name in WRITERS:
        return True
    if name not in {"open", "fdopen"}:
        return False
    words = [*call.args, *(each.value for each in call.keywords if each.arg == "mode")]
    modes = [each.value for each in words if isinstance(each, ast.Constant)]
    if any(flag in ast.unparse(call) for flag in FLAGS):
        return "devnull" not in ast.unparse(call)
    return any(isinstance(each, str) and _is_mode(each) for each in modes)


def _is_mode(word):
    return bool(word) and set(word) <= set("rwxab+t") and bool(set(word) & set("wxa+"))


def direct_writes():
    found = {}
    for part in PARTS:
        for path in sorted((ROOT / part).rglob("*.py")):
            lines = list(writes(ast.parse(path.read_text("utf-8"))))
            if lines:
                found[path.relative_to(ROOT).as_posix()] = lines
    return found


def allowed(name):
    return any(name == each or name.startswith(f"{each}/") for each in ALLOWED)


def test_only_who_is_listed_writes_files_by_other_means():
    assert {name: lines for name, lines in direct_writes().items() if not allowed(name)} == {}


@pytest.mark.parametrize(
    "code",
    [
        "path.write_bytes(b'')", "path.open('wb')", "open(path, 'a')", "open(path, mode='w')",
        "os.open(path, os.O_WRONLY | os.O_CREAT)", "shutil.copyfile(a, b)", "QSaveFile(path)",
    ],
)  # fmt: skip
def test_each_way_of_writing_is_seen(code):
    assert list(writes(ast.parse(code))) == [1]


@pytest.mark.parametrize("code", ["path.open('rb')", "open(path)", "image.save(buffer, 'PNG')"])
def test_reading_and_writing_into_memory_is_not_taken_for_it(code):
    assert list(writes(ast.parse(code))) == []
