"""The DLLs that a Windows file asks for are read from the file and must be somewhere."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from installer.making import imports
from installer.making.places import BuildRefused, Places


@pytest.fixture
def program() -> Path:
    """A real 64-bit Windows program, the one pip makes starters of scripts with."""
    pip = find_spec("pip")
    assert pip is not None
    assert pip.origin is not None
    return Path(pip.origin).parent / "_vendor" / "distlib" / "w64.exe"


@pytest.fixture
def places(tmp_path) -> Places:
    made = Places("1.2", 0, tmp_path / "cache", tmp_path / "work", tmp_path / "dist")
    made.app.mkdir(parents=True)
    return made


def test_imports_are_read_from_the_file(program):
    found = imports.imported(program)
    assert "kernel32.dll" in found
    assert all(name == name.lower() and name.endswith(".dll") for name in found)


def test_what_is_no_windows_program_is_not_read_as_one(tmp_path):
    text = tmp_path / "text.dll"
    text.write_bytes(b"no program" * 20)
    with pytest.raises(ValueError, match="not a 64-bit Windows program"):
        imports.imported(text)


def test_a_dll_that_is_nowhere_refuses_the_build(program, places):
    (places.app / "starter.exe").write_bytes(program.read_bytes())
    assert imports.check(places) == {"app/starter.exe": imports.imported(program)}
    strange = program.read_bytes().replace(b"KERNEL32.dll", b"STRANGER.dll")
    (places.app / "starter.exe").write_bytes(strange)
    with pytest.raises(BuildRefused, match=r"app/starter\.exe asks for stranger\.dll"):
        imports.check(places)
    places.lib.mkdir()  # Windows does not look there for a program elsewhere
    (places.lib / "Stranger.dll").write_bytes(program.read_bytes())
    with pytest.raises(BuildRefused, match=r"stranger\.dll"):
        imports.check(places)
    (places.app / "Stranger.dll").write_bytes(program.read_bytes())
    assert "stranger.dll" not in imports.check(places)["app/starter.exe"]


def test_the_list_of_windows_names_each_dll_once():
    lines = imports.SYSTEM.read_text(encoding="utf-8").splitlines()
    names = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert sorted(set(names)) == sorted(names)
    assert imports.of_windows() == set(names)
