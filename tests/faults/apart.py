"""The short form of a fault, in a process of its own with the library before libc."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.children import shim

MAIN = Path(__file__).with_name("main.py")


def figures(kind: str, deed: str, count: int) -> dict[str, int]:
    """What tests/faults/run prints of one deed; what it found wrong shows when a test fails."""
    if sys.platform != "linux":
        pytest.skip("fork and kill -9 as on Linux")
    library = shim()
    if library is None:
        if os.environ.get("CI"):
            pytest.fail("gcc is missing: tools/prepare.sh should have installed it")
        pytest.skip("gcc is not installed")
    done = subprocess.run(
        [sys.executable, MAIN, kind, deed, str(count), "--json"],
        capture_output=True,
        text=True,
        env={**os.environ, "LD_PRELOAD": str(library), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    *wrong, last = done.stdout.splitlines()
    print("\n".join(wrong))
    found: dict[str, int] = json.loads(last)
    return found
