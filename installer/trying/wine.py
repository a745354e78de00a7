"""A Windows to try things in: Wine, a screen and a user with a Thai name."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread

USER = "สมหญิง ใจดี"  # Thai letters and a space in every path of the user
SCREEN = "1366x768x24"
PATIENCE = 180  # seconds


@dataclass(frozen=True, slots=True)
class Done:
    """Exit code and what was said."""

    code: int
    said: str


@dataclass(frozen=True, slots=True)
class Windows:
    """`root` is what Wine calls Z:, `base` the trial's own folder there."""

    root: Path
    base: Path
    environment: dict[str, str]

    @property
    def drive(self) -> Path:
        """C:"""
        return self.base / "prefix" / "drive_c"

    @property
    def home(self) -> Path:
        """The user's own folder."""
        return self.drive / "users" / USER

    def seen(self, path: Path) -> str:
        """The name that programs of Windows have for a path."""
        if path.is_relative_to(self.drive):
            return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")
        return "Z:\\" + str(path.relative_to(self.root)).replace("/", "\\")

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """A program of Windows; its streams are pipes, without which Python does not start."""
        return self._start("wine", *words)

    def run(self, *words: str, patience: float = PATIENCE) -> Done:
        """A program of Windows until it ends."""
        return self._run(["wine", *words], patience)

    def tool(self, *words: str) -> str:
        """What a program of the folder itself says, such as xdotool."""
        return self._run(list(words), 30).said.strip()

    def _run(self, words: Sequence[str], patience: float) -> Done:
        begun, said = self._start(*words), bytearray()
        listening = Thread(target=_listen, args=(begun, said), daemon=True)
        listening.start()
        try:
            code = begun.wait(patience)
        except subprocess.TimeoutExpired:
            begun.kill()
            return Done(-1, f"did not end within {patience:.0f} s")
        listening.join(1)  # services that the program made Wine begin hold its pipes longer
        return Done(code, said.decode("utf-8", "replace"))

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        elsewhere = [] if self.root == Path("/") else ["chroot", str(self.root)]
        return subprocess.Popen(
            [*elsewhere, *words],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )


def _listen(program: subprocess.Popen[bytes], said: bytearray) -> None:
    assert program.stdout is not None
    while some := os.read(program.stdout.fileno(), 65536):
        said += some


@contextmanager
def windows(root: Path, screen: Mapping[str, str]) -> Iterator[Windows]:
    """A new Windows below `root`, gone afterwards; without a `screen` nothing is seen."""
    base = Path(mkdtemp(prefix="windows-", dir=root / "var" / "tmp"))
    seen = f"/{base.relative_to(root)}"
    environment = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": seen,
        "USER": USER,
        "LANG": "C.UTF-8",
        "WINEPREFIX": f"{seen}/prefix",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",
    }
    made = Windows(root, base, {**environment, **screen})
    try:
        made.run("wineboot", "-i")
        if "DISPLAY" not in screen:
            key = (r"HKCU\Environment", "/v", "QT_QPA_PLATFORM", "/t", "REG_SZ", "/d", "offscreen")
            made.run("reg", "add", *key, "/f")  # Wine hands on no variable of Qt
        yield made
    finally:
        made.tool("wineserver", "-k")
        shutil.rmtree(base, ignore_errors=True)


@contextmanager
def screen_of(root: Path) -> Iterator[dict[str, str]]:
    """A screen in memory, for programs of the Linux below `root`; needs a mount namespace."""
    for name in ("proc", "sys", "dev"):
        if not os.path.ismount(root / name):
            subprocess.run(["mount", "--rbind", f"/{name}", str(root / name)], check=True)
    screen, number = _screen(root)
    try:
        yield {"DISPLAY": f":{number}"}
    finally:
        screen.terminate()
        screen.wait()


def _screen(root: Path) -> tuple[subprocess.Popen[bytes], int]:
    """A screen in memory, and its number."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["chroot", str(root), "Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        return screen, int(told.readline())


def wait_for(true: object, what: str, patience: float = 30) -> None:
    """Looks every 20 ms; TimeoutError when it never comes to be so."""
    assert callable(true)
    until = time.monotonic() + patience
    while not true():
        if time.monotonic() > until:
            raise TimeoutError(what)
        time.sleep(0.02)
