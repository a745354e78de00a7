"""Office files spoilt at random, each opened in a process that may end or hang."""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from db.opening import open_store
from itadesk.errors import ItadeskError
from itadesk.services.sample import sample_year
from itadesk.services.scores import record_score
from tests.faults.children import child
from tests.faults.deeds import FILE, office, rows_of

PAGE = 4096
AT_ONCE = 50
# Where the numbers of the header lie, and how many bytes each has.
_HEADER = (
    *((16, 2), (18, 1), (19, 1), (20, 1), (21, 1), (22, 1), (23, 1)),
    *((at, 4) for at in range(24, 100, 4)),
)
_ODD = (0, 1, 2, 3, 255, 256, 4095, 65535, 2**31 - 1, 2**31, 2**32 - 1)
Spoil = Callable[[bytearray, bytes, random.Random], bytes]


def mutations(count: int) -> dict[str, int]:
    """What became of so many spoilt files; prints each that did what none may."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="itadesk-") as name:
        folder = Path(name)
        path = office(folder)
        older = path.read_bytes()
        with closing(open_store(path)) as store:
            for code in ("i1", "i2", "e1"):
                record_score(store, sample_year(), code, "12.5")
        whole = path.read_bytes()
        with closing(open_store(path)) as store:
            content = rows_of(store)
        for start in range(0, count, AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, count))
            _batch(found, folder / FILE, numbers, (whole, older), content)
    return dict(sorted(found.items()))


def _batch(
    found: Counter[str], path: Path, numbers: range, bodies: tuple[bytes, bytes], content: object
) -> None:
    """In one process as long as it lives, then in another from the next file on."""
    while numbers:

        def act(send: Callable[[str], None], numbers: range = numbers) -> None:
            sys.stderr.close()  # what is set aside is logged
            for number in numbers:
                kind, outcome = _opened(path, number, bodies, content)
                send(f"outcome {number} {kind} {outcome}")

        ended = child(act)
        for line in ended.outcomes:
            number, kind, outcome = line.split(" ", 2)
            found[outcome.partition(":")[0]] += 1
            if outcome.partition(":")[0] not in ALLOWED:
                print(f"{number} ({kind}): {outcome}"[:600])
        numbers = numbers[len(ended.outcomes) :]
        if numbers:
            outcome = "HUNG" if ended.hung else "CRASHED"
            found[outcome] += 1
            print(f"{numbers[0]}: {outcome} {ended.bug}"[:600])
            numbers = numbers[1:]


OTHER = "OTHER CONTENT"
ALLOWED = frozenset(
    {"opened, equal", "opened, equal, no WAL any more", "refused", "refused when read"}
)


def _opened(
    path: Path, number: int, bodies: tuple[bytes, bytes], content: object
) -> tuple[str, str]:
    chance = random.Random(number)
    spoil = chance.choice(KINDS)
    body = spoil(bytearray(bodies[0]), bodies[1], chance)
    for each in path.parent.iterdir():
        if each.is_file():
            each.unlink()
    path.write_bytes(body)
    outcome = _outcome(path, content)
    after = path.read_bytes()
    if after != body:
        is_wal = 2 in body[18:20] and after[100:] == body[100:]
        if is_wal:
            outcome = f"{outcome}, no WAL any more"
        else:
            outcome = f"{outcome}, WRITTEN TO" if outcome == OTHER else f"WRITTEN TO: {outcome}"
    return spoil.__name__.strip("_"), outcome


def _outcome(path: Path, content: object) -> str:
    try:
        store = open_store(path)
    except ItadeskError as refusal:
        good = "“" in str(refusal) and "โปรด" in str(refusal)
        return "refused" if good else f"REFUSED IN NO SENTENCE: {refusal}"
    except Exception as bug:
        return f"BUG: {type(bug).__name__} {bug}"
    with closing(store):
        try:
            found = rows_of(store)
        except ItadeskError:
            return "refused when read"
        except Exception as bug:
            return f"BUG WHEN READ: {type(bug).__name__} {bug}"
    return "opened, equal" if found == content else OTHER


def _bits(body: bytearray, older: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    for _ in range(chance.randrange(1, 9)):
        body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
    return bytes(body)


def _run(body: bytearray, older: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(body)), chance.randrange(1, 300)
    body[at : at + length] = chance.choice(
        (bytes(length), b"\xff" * length, chance.randbytes(length))
    )
    return bytes(body[: max(len(older), len(body))])


def _header(body: bytearray, older: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    for at, length in chance.sample(_HEADER, chance.randrange(1, 3)):
        value = chance.choice((*_ODD, chance.randrange(2**32))) % 256**length
        body[at : at + length] = value.to_bytes(length, "big")
    return bytes(body)


def _page_header(body: bytearray, older: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    """Kind, counts and first pointers of a page."""
    at = PAGE * chance.randrange(1, len(body) // PAGE) + chance.randrange(40)
    body[at] = chance.choice((0, 2, 5, 10, 13, 255, chance.randrange(256)))
    return bytes(body)


def _pages(body: bytearray, older: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    """One in the place of another, two exchanged, one wiped."""
    one, other = (PAGE * chance.randrange(len(body) // PAGE) for _ in range(2))
    kept = bytes(body[one : one + PAGE])
    kind = chance.randrange(4)
    if kind:
        body[one : one + PAGE] = (body[other : other + PAGE], bytes(PAGE), chance.randbytes(PAGE))[
            kind - 1
        ]
    else:
        body[one : one + PAGE], body[other : other + PAGE] = bytes(body[other : other + PAGE]), kept
    return bytes(body)


def _length(body: bytearray, older: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    if chance.randrange(2):
        return bytes(
            body[: chance.choice((chance.randrange(len(body)), len(body) - PAGE, len(body) - 1))]
        )
    more = chance.choice((1, 100, PAGE, 3 * PAGE))
    return bytes(body) + chance.choice((bytes(more), chance.randbytes(more), bytes(body[:more])))


def _splice(body: bytearray, older: bytes, chance: random.Random) -> bytes:
    """Some pages as they were before the last changes: writes that never reached the disk."""
    changed = [n for n in range(0, len(older), PAGE) if body[n : n + PAGE] != older[n : n + PAGE]]
    for at in chance.sample(changed, chance.randrange(1, len(changed))):
        body[at : at + PAGE] = older[at : at + PAGE]
    return bytes(body)


KINDS: tuple[Spoil, ...] = (
    _bits,
    _bits,
    _run,
    _run,
    _header,
    _page_header,
    _pages,
    _length,
    _splice,
)
