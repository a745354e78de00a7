"""The installed program as an office uses it: self-test, journey, documents, a second start."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer.trying.comparing import differences
from installer.trying.installing import must, place_of
from installer.trying.starting import close, find
from installer.trying.wine import Windows, wait_for

REPOSITORY = Path(__file__).parents[2]
# Wine is no Windows 10, and has no such fonts, keyboard or printers.
_OF_THE_PC = {"system", "fonts", "keyboard", "printing", "screen", "space", "speed"}
OFFICE = "องค์การบริหารส่วนตำบลทดสอบ.itadesk"


def selftest(windows: Windows, program: Path, results: Path, *words: str) -> str:
    """Everything passes but what depends on the PC."""
    report = windows.drive / "report.txt"
    command = windows.seen(program / "itadesk-cli.exe")
    said = windows.run(command, "selftest", "--json", "--to", windows.seen(report), *words).said
    must("[{" in said, said)
    rows = json.loads(said[said.index("[{") :])
    shutil.copy(report, results / "selftest.txt")
    bad = [row for row in rows if row["verdict"] != "good" and row["id"] not in _OF_THE_PC]
    bad += [row for row in rows if row["verdict"] == "bad"]
    must(not bad, "; ".join(f"{row['id']}: {row['found']}" for row in bad))
    must(windows.seen(windows.home) not in report.read_text("utf-8-sig"), "the user is named")
    return f"{len(rows)} trials"


def journey(windows: Windows, program: Path, results: Path) -> str:
    """Driven on Windows and here; pictures are kept, what was made is compared."""
    there = documents(windows) / "ปี ๒๕๖๘"
    try:
        return _compared(windows, program, "journey", there, results)
    finally:
        pictures = results / "pictures"
        pictures.mkdir(exist_ok=True)
        for picture in there.glob("*.png"):
            shutil.copy(picture, pictures)


def papers(windows: Windows, program: Path, results: Path) -> str:
    """Every form of the sample office."""
    return _compared(windows, program, "demo", documents(windows) / "ตัวอย่าง", results)


def second_start(windows: Windows) -> str:
    """It ends at once, and the first window opens the file."""
    program = windows.seen(place_of(windows) / "itadesk.exe")
    file = windows.seen(documents(windows) / "ปี ๒๕๖๘" / OFFICE)
    title = f"^{OFFICE.removesuffix('.itadesk')} — itadesk$"
    first = windows.start(program)
    wait_for(lambda: find(windows, "^itadesk$"), "the first window")
    second = windows.run(program, file, patience=30)
    must(second.code == 0, f"the second start ended with {second.code}: {second.said}")
    wait_for(lambda: find(windows, title), "the file in the first window")
    must(len(find(windows, "itadesk$")) == 1, "there are two windows")
    close(windows, title, first)
    return "the first window opened the file"


def whole(windows: Windows) -> str:
    """The office's file is where it was, and whole."""
    file = documents(windows) / "ปี ๒๕๖๘" / OFFICE
    must(file.exists(), "the office's file is gone")
    done = windows.run(
        windows.seen(place_of(windows) / "itadesk-cli.exe"), "verify", windows.seen(file)
    )
    must(done.code == 0 and "สมบูรณ์" in done.said, done.said)
    return done.said.strip()


def documents(windows: Windows) -> Path:
    """The user's own folder of documents."""
    return windows.home / "Documents"


def _compared(windows: Windows, program: Path, command: str, there: Path, results: Path) -> str:
    """What a command makes there and here, both at once."""
    here = results / command
    shutil.rmtree(here, ignore_errors=True)
    data = {"HOME": str(results / "home"), "QT_QPA_PLATFORM": "offscreen"}
    linux = subprocess.Popen(
        [sys.executable, "-m", "itadesk", command, str(here)],
        env={**os.environ, **data},
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    done = windows.run(windows.seen(program / "itadesk-cli.exe"), command, windows.seen(there))
    must(done.code == 0, done.said)
    _, told = linux.communicate(timeout=180)
    must(linux.returncode == 0, f"on Linux: {told}")
    different = differences(here, there)
    must(not different, "; ".join(different))
    alike = [path for path in there.iterdir() if path.suffix in (".pdf", ".xlsx", ".docx")]
    same = sum(path.read_bytes() == (here / path.name).read_bytes() for path in alike)
    return f"{len(alike)} files equal those of Linux, {same} of them byte for byte"
