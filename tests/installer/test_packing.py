"""Same files, same bytes; and what the installer says."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from installer.making import contents, guide, packing
from installer.making.places import Places

INSTALLER = Path(__file__).parents[2] / "installer"
SCRIPT = (INSTALLER / "setup" / "setup.nsi").read_text(encoding="utf-8")
SENTENCES = (INSTALLER / "setup" / "sentences.nsh").read_text(encoding="utf-8")
STAMP = 1_700_000_000


def made(folder: Path, order: list[str]) -> Places:
    places = Places("1.2", STAMP, folder / "cache", folder / "work", folder / "dist")
    (places.app / "lib").mkdir(parents=True)
    places.packages.mkdir()
    places.dist.mkdir()
    for number, name in enumerate(order):
        (places.app / "lib" / name).write_text(name, encoding="utf-8")
        os.utime(places.app / "lib" / name, (number, number))
    (places.program / "itadesk.exe").write_bytes(b"MZ")
    packing.mark_current(places)
    return places


def test_two_builds_of_the_same_files_give_the_same_bytes(tmp_path):
    first = made(tmp_path / "first", ["a.pyc", "b.pyc"])
    second = made(tmp_path / "second folder", ["b.pyc", "a.pyc"])
    assert packing.portable(first).read_bytes() == packing.portable(second).read_bytes()
    assert (
        contents.report(first, [], {}).read_bytes() == contents.report(second, [], {}).read_bytes()
    )


def test_the_portable_folder_names_the_version_it_starts(tmp_path):
    with zipfile.ZipFile(packing.portable(made(tmp_path, ["a.pyc"]))) as archive:
        assert archive.read("itadesk-1.2/current.txt") == b"app-1.2"
        assert "itadesk-1.2/app-1.2/lib/a.pyc" in archive.namelist()
        assert archive.read("itadesk-1.2/app-1.2/parts.txt") == b"lib\nlib\\a.pyc\npackages"


def test_the_contents_name_what_was_taken_and_who_knows_of_sockets(tmp_path):
    part = tmp_path / "part-1.0.whl"
    part.write_bytes(b"part")
    asked = {"app/a.pyd": ["kernel32.dll"], "app/b.dll": ["kernel32.dll", "ws2_32.dll"]}
    text = contents.report(made(tmp_path, ["a.pyc"]), [part], asked).read_text(encoding="utf-8")
    assert f"{contents.sha256_of(part)}  part-1.0.whl" in text
    assert "(sockets): app/b.dll\n" in text


def test_every_sentence_of_the_installer_is_thai_and_used():
    said = dict(re.findall(r'^!define (SAY_\w+) "(.*)"$', SENTENCES, re.MULTILINE))
    assert set(re.findall(r"\$\{(SAY_\w+)\}", SCRIPT)) == set(said)
    for name, sentence in said.items():
        assert re.search("[ก-๙]", sentence), name


def test_the_guide_is_one_page_with_the_hash_of_the_installer(tmp_path):
    places = made(tmp_path, ["a.pyc"])
    setup = places.dist / "itadesk-1.2-setup.exe"
    setup.write_bytes(b"setup")
    written = guide.write(setup, places)
    told = PdfReader(written)
    assert len(told.pages) == 1
    text = told.pages[0].extract_text()
    assert contents.sha256_of(setup) in text
    assert "itadesk-1.2-setup.exe /S" in text
    assert written.read_bytes() == guide.write(setup, places).read_bytes()


def test_exit_codes_are_those_the_guide_names():
    used = set(re.findall(r"(?:SetErrorLevel|\{Refuse\}) (\d)", SCRIPT))
    guide = (INSTALLER / "README.md").read_text(encoding="utf-8")
    assert used == set(re.findall(r"^\| (\d) \|", guide, re.MULTILINE)) - {"0", "1"}


@pytest.mark.parametrize(
    "line", ["RequestExecutionLevel user", "CRCCheck force", "SetDateSave off"]
)
def test_the_installer_needs_no_administrator_and_checks_itself(line):
    assert line in SCRIPT.splitlines()
