"""What the Windows program is made of: pinned, pruned, and without a way to the network."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

import itadesk
from installer.making import packages, qt
from installer.making.places import BuildRefused, must_be, sha256_of

ROOT = Path(__file__).parents[2]
INSTALLER = ROOT / "installer"
PARTS = tomllib.loads((INSTALLER / "parts.toml").read_text(encoding="utf-8"))


def test_every_part_is_pinned_by_its_hash():
    assert set(PARTS) == {"python", "libthai", "libdatrie", "dictionary"}
    for part in PARTS.values():
        assert re.fullmatch("[0-9a-f]{64}", part["sha256"])


def test_the_version_of_the_program_is_that_of_its_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == itadesk.__version__


def test_a_part_with_other_bytes_is_refused(tmp_path):
    part = tmp_path / "part.whl"
    part.write_bytes(b"as pinned")
    pinned = sha256_of(part)
    assert must_be(part, pinned) == part
    part.write_bytes(b"as pinned?")
    with pytest.raises(BuildRefused, match=r"part\.whl: sha256"):
        must_be(part, pinned)


def test_no_file_of_the_build_names_an_address_or_a_folder_of_a_machine():
    texts = [
        path for path in INSTALLER.rglob("*") if path.suffix in (".py", ".toml", ".nsi", ".nsh")
    ]
    assert len(texts) > 10
    found = [
        f"{path.name}: {line}"
        for path in [*texts, INSTALLER / "build"]
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"https?://|/work/|/root/|/tmp/", line)
    ]
    assert found == []


def test_sockets_and_openssl_are_not_among_what_is_taken():
    taken = set(PARTS["python"]["modules"])
    assert not taken & {"_socket.pyd", "_ssl.pyd", "select.pyd", "_asyncio.pyd", "_overlapped.pyd"}
    assert not any(name.startswith(("libssl", "libcrypto")) for name in taken)
    assert {"socket.py", "ssl.py", "http", "ftplib.py", "smtplib.py"} <= set(
        PARTS["python"]["left_out"]
    )


def test_nothing_we_import_is_left_out():
    left_out = {name.removesuffix(".py") for name in PARTS["python"]["left_out"]}
    sources = [path for name in packages.OURS for path in (ROOT / name).rglob("*.py")]
    found = {
        f"{path.relative_to(ROOT)}: {module}"
        for path in sources
        for module in _imported(path)
        if module.split(".")[0] in left_out
        and path.relative_to(ROOT).as_posix() not in packages.OUR_TOOLS
    }
    assert found == set()


def _imported(path: Path) -> set[str]:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    found = set()
    for node in tree:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Network.dll",
        "PySide6/QtNetwork.pyd",
        "PySide6/Qt6Qml.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/plugins/networkinformation/qnetworklistmanager.dll",
        "PySide6/plugins/imageformats/qpdf.dll",
        "PySide6/designer.exe",
        "PySide6/QtCore.pyi",
    ],
)
def test_of_qt_the_unused_stays_out(name):
    assert not qt.used(name)


def test_of_qt_every_module_we_import_is_taken():
    imported = {
        module.split(".")[1]
        for path in (ROOT / "ui").rglob("*.py")
        for module in _imported(path)
        if module.startswith("PySide6.")
    }
    assert {"QtCore", "QtWidgets"} <= imported
    for name in imported:
        assert qt.used(f"PySide6/{name}.pyd")
        assert qt.used(f"PySide6/{name.replace('Qt', 'Qt6')}.dll")


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("docx/templates/default.docx", True),
        ("lxml/etree.cp313-win_amd64.pyd", True),
        ("lxml/objectify.cp313-win_amd64.pyd", False),
        ("openpyxl/__init__.py", True),
        ("reportlab/fonts/Vera.ttf", False),
        ("PIL/_avif.cp313-win_amd64.pyd", False),
        ("PIL/_imaging.cp313-win_amd64.pyd", True),
        ("uharfbuzz/_harfbuzz.pyi", False),
        ("jinja2-3.1.6.dist-info/licenses/LICENSE.txt", True),
        ("jinja2-3.1.6.dist-info/RECORD", False),
        ("PySide6_Essentials-6.8.3.dist-info/LicenseRef-Qt-Commercial.txt", False),
    ],
)
def test_wheels_are_pruned_to_what_runs(name, taken):
    assert packages.shipped(name) is taken
