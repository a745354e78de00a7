"""Only what its makers signed becomes part of the program."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from installer.making import interpreter
from installer.making.places import INSTALLER, BuildRefused


@pytest.mark.skipif(shutil.which("osslsigncode") is None, reason="osslsigncode is not installed")
def test_a_program_that_nobody_signed_is_refused():
    pip = find_spec("pip")
    assert pip is not None
    assert pip.origin is not None
    unsigned = Path(pip.origin).parent / "_vendor" / "distlib" / "w64.exe"
    with pytest.raises(BuildRefused, match=r"w64\.exe: not signed by Python Software Foundation"):
        interpreter.check_signature(unsigned, "Python Software Foundation")


def test_the_roots_are_pinned():
    text = (INSTALLER / "signing-root.pem").read_text(encoding="ascii")
    assert text.count("-----BEGIN CERTIFICATE-----") == 2
