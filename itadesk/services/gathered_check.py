"""Whether what a province received still is what came, a few files at a time.

A file of a whole country is too large to be read whole when it is opened.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import sha256

from itadesk.exchange.sent import LARGEST
from itadesk.model.province import ReceivedBody
from itadesk.ports import Store


@dataclass(frozen=True, slots=True)
class Checked:
    """`last` is where to go on, None when all is done; `damaged` are names of files."""

    last: int | None
    damaged: tuple[str, ...] = ()


def check_received(store: Store, after: int, count: int) -> Checked:
    """Checks the next bodies; BadFile when the office's file itself cannot be read."""
    found = store.province.bodies_after(after, count)
    damaged = tuple(each.file for each in found if not _whole(each))
    return Checked(found[-1].id if len(found) == count else None, damaged)


def _whole(received: ReceivedBody) -> bool:
    unpacking = zlib.decompressobj()
    try:
        body = unpacking.decompress(received.body, LARGEST)
    except zlib.error:
        return False
    return unpacking.eof and sha256(body).hexdigest() == received.digest
