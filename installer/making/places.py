"""The folders of a build, and what its parts are pinned to."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
INSTALLER = REPOSITORY / "installer"


class BuildRefused(Exception):
    """A part is not what it should be; the text says which and why."""


@dataclass(frozen=True)
class Places:
    """Where a build of `version` works; `stamp` (seconds since 1970) is the time of every file."""

    version: str
    stamp: int
    cache: Path  # what was downloaded, kept by hash between builds
    work: Path
    dist: Path

    @property
    def program(self) -> Path:
        """The folder as it is installed: launchers, `current.txt`, `app-<version>`."""
        return self.work / f"itadesk-{self.version}"

    @property
    def app(self) -> Path:
        return self.program / f"app-{self.version}"

    @property
    def lib(self) -> Path:
        return self.app / "lib"

    @property
    def packages(self) -> Path:
        return self.app / "packages"

    @property
    def licences(self) -> Path:
        return self.app / "licences"

    @cached_property
    def parts(self) -> dict[str, Any]:
        return tomllib.loads((INSTALLER / "parts.toml").read_text(encoding="utf-8"))


def cache_folder() -> Path:
    """Outside the repository; ITADESK_BUILD_CACHE names another."""
    named = os.environ.get("ITADESK_BUILD_CACHE")
    return Path(named) if named else Path.home() / ".cache" / "itadesk-build"


def sha256_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def must_be(path: Path, wanted: str) -> Path:
    """`path`, when its bytes are the pinned ones; BuildRefused otherwise."""
    found = sha256_of(path)
    if found != wanted:
        raise BuildRefused(f"{path.name}: sha256 is {found}, pinned is {wanted}")
    return path
