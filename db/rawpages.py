"""Rows read from the bytes of a file, page by page, without asking SQLite; nothing is believed.

After "Database File Format" §1.5 to §2.1. A row whose cell, length or text makes no sense counts as
unreadable; pages that no longer hang on their table are found all the same.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from db.connecting import LARGEST
from db.header import read_header

Cell = str | int | float | bytes | None
_USUAL_PAGE = 4096
_INNER, _LEAF = 5, 13  # pages of tables; those of indexes are not needed
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes by serial type
_GARBLED = (IndexError, ValueError, struct.error)  # what follows from bytes that make no sense


@dataclass(frozen=True, slots=True)
class Row:
    """The values as stored: of a key that is the row's number, None."""

    number: int
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of rows; `unreadable` of them could not be read."""

    rows: tuple[Row, ...]
    unreadable: int


class RawPages:
    """The pages of a file's bytes, counted from 1; a last one that is cut off does not count."""

    def __init__(self, body: bytes) -> None:
        header = read_header(body)
        self.size = header.page_size if header else _USUAL_PAGE
        self.count = len(body) // self.size
        self._body = body
        self._left = 2 * len(body)  # rows made by hand might share their bytes, without an end

    def leaves(self) -> dict[int, Leaf]:
        """Every page that holds rows of a table, whatever leads to it."""
        found = ((number, self._leaf(number)) for number in range(1, self.count + 1))
        return {number: leaf for number, leaf in found if leaf is not None}

    def under(self, root: int) -> Iterator[int]:
        """The pages that hang on a root, each once; some may be damaged or not there."""
        seen: set[int] = set()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number not in seen:
                seen.add(number)
                yield number
                waiting += reversed(self.children(number))

    def _page(self, number: int) -> bytes:
        if not 1 <= number <= self.count:
            raise IndexError(number)
        return self._body[(number - 1) * self.size : number * self.size]

    def children(self, number: int) -> list[int]:
        """The pages below an inner one; of any other, none."""
        try:
            page, start = self._page(number), _start(number)
            if page[start] != _INNER:
                return []
            cells = [_number(page, at, 4) for at in _pointers(page, start, 12)]
            return [*cells, _number(page, start + 8, 4)]
        except _GARBLED:
            return []

    def _leaf(self, number: int) -> Leaf | None:
        page, start = self._page(number), _start(number)
        if page[start] != _LEAF:
            return None
        rows, unreadable = [], 0
        for at in _pointers(page, start, 8):
            try:
                rows.append(self._row(page, at))
            except _GARBLED:
                unreadable += 1
        return Leaf(tuple(rows), unreadable)

    def _row(self, page: bytes, at: int) -> Row:
        length, at = _varint(page, at)
        number, at = _varint(page, at)
        if length > LARGEST:
            raise ValueError(length)
        return Row(
            number - (1 << 64) if number >> 63 else number, _values(self._load(page, at, length))
        )

    def _load(self, page: bytes, at: int, length: int) -> bytes:
        """What is too long for its page goes on in others."""
        most, least = self.size - 35, (self.size - 12) * 32 // 255 - 23
        if length <= most:
            return _exactly(page[at : at + length], length)
        here = least + (length - least) % (self.size - 4)
        here = here if here <= most else least
        parts, left = [page[at : at + here]], length - here
        following = _number(page, at + here, 4)
        while left > 0:
            page = self._page(following)
            parts.append(page[4 : 4 + left])
            left -= self.size - 4
            following = _number(page, 0, 4)
        return _exactly(b"".join(parts), length)


def _start(number: int) -> int:
    return 100 if number == 1 else 0  # the first page begins with the file's header


def _pointers(page: bytes, start: int, after: int) -> list[int]:
    count = min(_number(page, start + 3, 2), len(page) // 4)
    first = start + after
    return [int.from_bytes(page[n : n + 2], "big") for n in range(first, first + 2 * count, 2)]


def _values(record: bytes) -> tuple[Cell, ...]:
    end, at = _varint(record, 0)
    types = []
    while at < end:
        kind, at = _varint(record, at)
        types.append(kind)
    if at != end:
        raise ValueError(at)
    values: list[Cell] = []
    for kind in types:
        length = _length(kind)
        values.append(_value(kind, _exactly(record[at : at + length], length)))
        at += length
    if at != len(record):
        raise ValueError(at)
    return tuple(values)


def _length(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11):
        raise ValueError(kind)
    return 8 if kind == 7 else _INTEGERS.get(kind, 0)


def _value(kind: int, data: bytes) -> Cell:
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    if kind == 7:
        (real,) = struct.unpack(">d", data)
        return float(real)
    if kind >= 12:
        return data.decode("utf-8") if kind % 2 else data
    return {8: 0, 9: 1}.get(kind)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    raise AssertionError


def _number(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(_exactly(data[at : at + length], length), "big")


def _exactly(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise ValueError(length)
    return data
