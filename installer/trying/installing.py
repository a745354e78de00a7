"""The installer as IT staff run it, and what has to be there before and after."""

from __future__ import annotations

import subprocess
from pathlib import Path

from installer.trying.starting import close, find
from installer.trying.wine import Windows, wait_for

DONE, RUNNING, NEWER, NO_ROOM, FAILED = 0, 4, 5, 6, 7  # exit codes of the installer
_KEY = r"HKCU\Software\Classes"


class Wrong(Exception):
    """A step that did not go as it should."""


def must(true: object, what: str) -> None:
    """Raises Wrong unless it is so."""
    if not true:
        raise Wrong(what)


def place_of(windows: Windows) -> Path:
    """Where the program is put without being asked."""
    return windows.home / "AppData" / "Local" / "Programs" / "itadesk"


def install(windows: Windows, setup: Path, expected: int, *options: str) -> str:
    """Silently; Wrong when it ends with another code than expected."""
    done = windows.run(windows.seen(setup), "/S", *options)
    must(done.code == expected, f"{setup.name} ended with {done.code}, not {expected}: {done.said}")
    return done.said


def version_of(windows: Windows, program: Path) -> str:
    """The version that starts from that folder; Wrong when none does."""
    done = windows.run(windows.seen(program / "itadesk-cli.exe"), "--version")
    must(done.code == 0, f"it does not start: {done.said}")
    return (program / "current.txt").read_text("ascii").removeprefix("app-").strip()


def fresh(windows: Windows, setup: Path, version: str) -> str:
    """On a PC that never had it: program, icons, and files that open by double click."""
    install(windows, setup, DONE)
    program = place_of(windows)
    said = version_of(windows, program)
    must(said == version, f"it says {said!r}")
    folders = [path.name for path in program.iterdir() if path.is_dir()]
    must(folders == [f"app-{version}"], f"folders {folders}")
    menu = windows.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
    for link in (windows.home / "Desktop" / "itadesk.lnk", menu / "itadesk.lnk"):
        must(link.exists(), f"no {link}")
    opens = windows.run("reg", "query", rf"{_KEY}\itadesk.file\shell\open\command", "/ve").said
    must("itadesk.exe" in opens, f"files do not open by double click: {opens}")
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file())
    return f"{setup.stat().st_size / 1e6:.1f} MB, installed {size / 1e6:.0f} MB"


def while_running(windows: Windows, setup: Path) -> str:
    """An upgrade is refused while the window is open, and the window stays."""
    program = place_of(windows)
    started = windows.start(windows.seen(program / "itadesk.exe"))
    wait_for(lambda: find(windows, "^itadesk$"), "the window")
    before = version_of(windows, program)
    install(windows, setup, RUNNING)
    must(find(windows, "^itadesk$"), "the window is gone")
    must(version_of(windows, program) == before, "the version changed")
    close(windows, "^itadesk$", started)
    return "exit code 4"


def upgrade(windows: Windows, setup: Path, version: str) -> str:
    """In place; nothing of the old version is left."""
    install(windows, setup, DONE)
    program = place_of(windows)
    must(version_of(windows, program) == version, "the old version still starts")
    folders = [path.name for path in program.iterdir() if path.is_dir()]
    must(folders == [f"app-{version}"], f"folders {folders}")
    return f"now {version}"


def downgrade(windows: Windows, setup: Path) -> str:
    """Refused; what is there stays."""
    before = version_of(windows, place_of(windows))
    install(windows, setup, NEWER)
    must(version_of(windows, place_of(windows)) == before, "the version changed")
    return "exit code 5"


def full_disk(windows: Windows, older: Path, setup: Path) -> str:
    """Too little room is told before; one that fills half-way leaves the old version as it was."""
    target = windows.base / "ดิสก์ที่เต็ม"  # the installer takes no quotes around /D=
    target.mkdir()
    options = f"/D={windows.seen(target)}\\itadesk"
    _mount(target, "size=64m")
    install(windows, setup, NO_ROOM, options)
    must(not list(target.iterdir()), "something was left of it")
    subprocess.run(["umount", str(target)], check=True)
    _mount(target, "size=2g")
    install(windows, older, DONE, options)
    before = version_of(windows, target / "itadesk")
    used = sum(1 for _ in target.rglob("*"))
    _mount(target, f"remount,nr_inodes={used + 150}")  # room for 150 more files, then it is full
    install(windows, setup, FAILED, options)
    must(version_of(windows, target / "itadesk") == before, "the old version does not start")
    _mount(target, "remount,nr_inodes=0")
    install(windows, setup, DONE, options)
    must(version_of(windows, target / "itadesk") != before, "it cannot be installed afterwards")
    uninstall(windows, target / "itadesk")
    return "told before (exit code 6); half-way the old version stays (7); then it goes on"


def uninstall(windows: Windows, program: Path) -> str:
    """Program, icons and association go."""
    done = windows.run(windows.seen(program / "uninstall.exe"), "/S")
    must(done.code == DONE, f"ended with {done.code}")
    wait_for(lambda: not program.exists(), f"{program} gone")
    must(not (windows.home / "Desktop" / "itadesk.lnk").exists(), "the icon is left")
    opens = windows.run("reg", "query", rf"{_KEY}\itadesk.file")
    must(opens.code != 0, "files still belong to it")
    return "nothing of the program is left"


def _mount(target: Path, options: str) -> None:
    words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(target)]
    subprocess.run(words, check=True)
