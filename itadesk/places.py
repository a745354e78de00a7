"""What kind of place a file lies at, and what a clerk should know of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from itadesk.probing import Probe


class Kind(StrEnum):
    """Kinds of places that can cost data, or show it to others; the first that fits counts."""

    CLOUD = "cloud"
    NETWORK = "network"
    REMOVABLE = "removable"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Place:
    """A risky place; `name` is what people call it, such as OneDrive."""

    kind: Kind
    name: str

    @property
    def sentence(self) -> str:
        """What may happen there."""
        return _SENTENCES[self.kind].format(name=self.name)


_SENTENCES = {
    Kind.CLOUD: (
        "ไฟล์นี้อยู่ในโฟลเดอร์ {name} ซึ่งคัดลอกไฟล์ขึ้นอินเทอร์เน็ตเองระหว่างที่ทำงาน "
        "อาจได้ฉบับที่ไม่ครบ หรือมีสองฉบับที่ไม่ตรงกันเมื่อเปิดจากหลายเครื่อง"
    ),
    Kind.NETWORK: (
        "ไฟล์นี้อยู่ใน{name} หากเครือข่ายขาดระหว่างทำงานจะบันทึกไม่ได้ และคนอื่นที่เข้าถึงที่เดียวกันอาจแก้ไขไฟล์นี้ได้"
    ),
    Kind.REMOVABLE: (
        "ไฟล์นี้อยู่ใน{name} หากถูกถอดออกระหว่างทำงานจะบันทึกไม่ได้ และแฟลชไดรฟ์เสียหรือหายง่ายกว่าดิสก์ในเครื่อง"
    ),
    Kind.PUBLIC: (
        "ไฟล์นี้อยู่ใน{name} ทุกคนที่ใช้เครื่องนี้อ่านและแก้ไขได้ ในไฟล์มีชื่อและตำแหน่งของเจ้าหน้าที่ ควรเก็บไว้ในที่ของท่านเอง"
    ),
}
_CLOUDS = (
    ("OneDrive", re.compile(r"onedrive( - .*)?|skydrive")),
    ("Google Drive", re.compile(r"google ?drive.*|my drive|ไดรฟ์ของฉัน|shared drives|ไดรฟ์ที่แชร์")),
    ("Dropbox", re.compile(r"dropbox( \(.*\))?")),
    ("iCloud", re.compile(r"icloud ?drive|com~apple~clouddocs")),
)
# What these programs put beside the files they look after.
_MARKS = (
    ("Dropbox", (".dropbox", ".dropbox.cache")),
    ("Google Drive", (".tmp.drivedownload", ".tmp.driveupload")),
)
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def place_of(path: Path, probe: Probe | None = None) -> Place | None:
    """What is to be known of where a file lies; None of an ordinary folder of this computer.

    May be slow where the place does not answer.
    """
    probe = probe or Probe()
    cloud = _cloud(path, probe)
    if cloud:
        return Place(Kind.CLOUD, cloud)
    if str(path).startswith(("\\\\", "//")) or probe.on_share(path):
        return Place(Kind.NETWORK, "ไดรฟ์เครือข่ายหรือโฟลเดอร์ที่แชร์")
    if probe.removable(path):
        return Place(Kind.REMOVABLE, "แฟลชไดรฟ์หรือที่เก็บที่ถอดได้")
    if _is_public(path, probe):
        return Place(Kind.PUBLIC, "โฟลเดอร์ที่ใช้ร่วมกันทุกบัญชีของเครื่อง")
    return None


def _cloud(path: Path, probe: Probe) -> str:
    """The name of the cloud whose folder this is, else ""."""
    variables = (probe.environment.get(name) for name in _VARIABLES)
    if any(folder and _below(path, folder) for folder in variables):
        return "OneDrive"
    parts = [part.casefold() for part in path.parent.parts]
    for name, words in _CLOUDS:
        if any(words.fullmatch(part) for part in parts):
            return name
    above = [folder for folder in path.parents if not _is_root(folder)]
    for name, marks in _MARKS:
        if any(probe.exists(folder / mark) for folder in above for mark in marks):
            return name
    return "ที่เก็บบนคลาวด์" if probe.looked_after(path) else ""


def _is_public(path: Path, probe: Probe) -> bool:
    folder = probe.environment.get("PUBLIC")
    return bool(folder and _below(path, folder)) or probe.open_to_all(path)


def _is_root(path: Path) -> bool:
    """The user's own folder may hold a mark too: there the program keeps its settings."""
    return path == Path(path.anchor) or path == Path.home()


def _below(path: PurePath, folder: str) -> bool:
    """Whatever the case of the letters, as on Windows."""
    mine = [part.casefold() for part in path.parts]
    theirs = [part.casefold() for part in type(path)(folder).parts]
    return mine[: len(theirs)] == theirs
