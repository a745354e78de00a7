"""Reads which DLLs a Windows file asks for, and checks that each is shipped or part of Windows."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from installer.making.places import INSTALLER, BuildRefused, Places

SYSTEM = INSTALLER / "system-dlls.txt"
_IMPORTS, _DELAYED = 1, 13  # entries of the data directory
# entry: size of a descriptor, place of the name's address in it
_SHAPES = {_IMPORTS: (20, 12), _DELAYED: (32, 4)}
_BINARY = (".dll", ".pyd", ".exe")


@dataclass(frozen=True)
class _Image:
    data: bytes
    directory: int  # offset of the data directory
    sections: tuple[tuple[int, int, int], ...]  # address, size, offset

    def offset(self, address: int) -> int:
        for start, size, offset in self.sections:
            if start <= address < start + size:
                return address - start + offset
        raise ValueError(f"no section holds {address:#x}")


def imported(path: Path) -> list[str]:
    """Names of DLLs, in lower case, that loading or calling `path` (64 bit) may ask for."""
    image = _read(path.read_bytes())
    return sorted({name for entry in _SHAPES for name in _names(image, entry)})


def _read(data: bytes) -> _Image:
    (head,) = struct.unpack_from("<I", data, 0x3C) if data.startswith(b"MZ") else (0,)
    if data[head : head + 4] != b"PE\0\0" or data[head + 24 : head + 26] != b"\x0b\x02":
        raise ValueError("not a 64-bit Windows program")
    count, optional = struct.unpack_from("<H12xH", data, head + 6)
    table = head + 24 + optional
    sections = []
    for number in range(count):
        size, address, stored, offset = struct.unpack_from("<4I", data, table + 40 * number + 8)
        sections.append((address, max(size, stored), offset))
    return _Image(data, head + 24 + 112, tuple(sections))


def _names(image: _Image, entry: int) -> Iterator[str]:
    (address,) = struct.unpack_from("<I", image.data, image.directory + 8 * entry)
    if not address:
        return
    size, place = _SHAPES[entry]
    at = image.offset(address)
    while True:
        (name,) = struct.unpack_from("<I", image.data, at + place)
        if not name:
            return
        start = image.offset(name)
        yield image.data[start : image.data.index(b"\0", start)].decode("ascii").lower()
        at += size


def check(places: Places) -> dict[str, list[str]]:
    """What of Windows each shipped file asks for; BuildRefused when a DLL is nowhere it looks."""
    files = sorted(path for path in places.program.rglob("*") if path.suffix.lower() in _BINARY)
    windows, found, strange = of_windows(), {}, []
    for path in files:
        seen = {each.name.lower() for each in files if each.parent in _searched(path, places)}
        outside = [name for name in imported(path) if name not in seen]
        name = path.relative_to(places.program).as_posix().replace(places.app.name, "app", 1)
        found[name] = outside
        strange += [f"{name} asks for {each}" for each in outside if each not in windows]
    if strange:
        raise BuildRefused(f"neither shipped nor in {SYSTEM.name}:\n" + "\n".join(strange))
    return found


def _searched(path: Path, places: Places) -> set[Path]:
    """Where Windows looks: beside the file, beside python313.dll; Qt's parts in Qt's folders."""
    of_qt = {places.packages / "PySide6", places.packages / "shiboken6"}
    return {path.parent, places.app, *(of_qt if of_qt & {*path.parents} else ())}


def of_windows() -> set[str]:
    """The DLLs of system-dlls.txt."""
    lines = SYSTEM.read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if line and not line.startswith("#")}
