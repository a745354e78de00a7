"""A sum of a closed file's pages: tells a changed byte inside a text, which SQLite cannot know.

It stands in the file's header (bytes 72–83, "reserved for expansion": SQLite copies and never reads
them): the file's count of changes, a CRC-32 of the pages, and a CRC-32 of these two. SQLite counts
on with every change, so the seal of an earlier state is none; a torn or spoilt one is none either.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

MOST = 128 * 1024**2  # bytes; to read a larger file would take too long
_AT, _END, _RESERVED_END = 72, 84, 92
_CHANGES = slice(24, 28)
_OURS = b"itadesk"


def sealed(body: bytes) -> bytes:
    """The same file with the seal of what it holds now."""
    return body[:_AT] + _seal_of(body) + body[_END:] if len(body) <= MOST else body


def seal(path: Path) -> None:
    """Seals a file that nobody writes. OSError when it cannot be written."""
    if path.stat().st_size > MOST:
        return
    with path.open("r+b", buffering=0) as file:
        made = _seal_of(file.read())
        file.seek(_AT)
        file.write(made)  # in one step: a program that is killed has written it or not


def is_broken(body: bytes) -> bool:
    """Whether a sealed file holds something else than when it was sealed."""
    kept = body[_AT:_END]
    if len(body) > MOST or kept[8:] != _of(kept[:8]) or kept[:4] != body[_CHANGES]:
        return False
    return kept != _seal_of(body)


def _seal_of(body: bytes) -> bytes:
    total = crc32(body[_RESERVED_END : _page_size(body)], crc32(body[:_AT]))
    for first, last in _used(body):
        total = crc32(memoryview(body)[first:last], total)
    kept = body[_CHANGES] + total.to_bytes(4, "big")
    return kept + _of(kept)


def _of(kept: bytes) -> bytes:
    return crc32(kept, crc32(_OURS)).to_bytes(4, "big")


def _used(body: bytes) -> Iterator[tuple[int, int]]:
    """Stretches of all pages after the first but free ones: a rollback does not bring them back."""
    size, free = _page_size(body), _free(body)
    first = size
    for number in sorted(free):
        yield first, (number - 1) * size
        first = number * size
    yield first, len(body)


def _free(body: bytes) -> set[int]:
    """Leaves of the list of free pages ("Database File Format" §1.5); what is spoilt ends it."""
    size, trunk = _page_size(body), _number(body, 32)
    found: set[int] = set()
    seen: set[int] = set()
    while trunk and trunk not in seen and trunk * size <= len(body):
        seen.add(trunk)
        at = (trunk - 1) * size
        count = min(_number(body, at + 4), size // 4 - 2)
        leaves = {_number(body, at + 8 + 4 * n) for n in range(count)}
        found |= {leaf for leaf in leaves if 1 < leaf <= len(body) // size}
        trunk = _number(body, at)
    return found - seen


def _page_size(body: bytes) -> int:
    size = int.from_bytes(body[16:18], "big")
    return size if size >= 512 else 65536


def _number(body: bytes, at: int) -> int:
    return int.from_bytes(body[at : at + 4], "big")
