"""Workbooks as they come to a province: each becomes its year, or the sentence why it cannot."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from sys import intern

from itadesk.errors import ItadeskError
from itadesk.exchange.sent import (
    CatalogueOf,
    SentYear,
    TargetOf,
    empty_targets,
    plain_record,
    read_sent,
)
from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import ReceivedYear, RoundCount


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file as it came: its year, or the sentence why it cannot be taken; `time` in seconds.

    `remark` is what those say who gathered it first.
    """

    path: Path
    sent: SentYear | None = None
    refusal: str = ""
    time: float = 0.0
    remark: str = ""


def read_arrivals(paths: Iterable[Path], catalogues: CatalogueOf) -> Iterator[Arrival]:
    """Reads file after file; a bad one becomes a refusal and stops nothing. Needs no store."""
    target_of = empty_targets(catalogues)
    for path in paths:
        yield read_arrival(path, target_of)


def read_arrival(path: Path, target_of: TargetOf) -> Arrival:
    """One file; whatever is wrong with it is in its refusal."""
    try:
        return Arrival(path, read_sent(path, target_of), time=path.stat().st_mtime)
    except ItadeskError as refusal:
        return Arrival(path, refusal=str(refusal))
    except OSError:
        return Arrival(path, refusal=f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดตรวจว่าไฟล์ยังอยู่ แล้วลองใหม่")


def line_of(arrival: Arrival) -> bytes:
    """An arrival as one line of JSON, without its path."""
    body: dict[str, object] = {"refusal": arrival.refusal, "time": arrival.time}
    if arrival.sent is not None:
        body["received"] = arrival.sent.received
        body["body"] = b64encode(arrival.sent.body).decode()
    return json.dumps(body, default=plain_record).encode() + b"\n"


_number = lru_cache(maxsize=16_384)(Decimal)


@lru_cache(maxsize=16)
def _shared(codes: tuple[str, ...]) -> tuple[str, ...]:
    """One for all offices of a year: thousands are held at once."""
    return codes


def arrival_of(path: Path, line: bytes) -> Arrival:
    """The arrival of a line."""
    found = json.loads(line)
    if "received" not in found:
        return Arrival(path, refusal=found["refusal"])
    received = found["received"]
    office = received["office"]
    figures = {intern(key): _number(value) for key, value in received["figures"].items()}
    changed = {
        "office": Office(**{**office, "kind": OfficeKind(office["kind"])}),
        "figures": figures,
        "codes": _shared(tuple(received["codes"])),
        "scores": tuple(received["scores"]),
        "rounds": tuple(RoundCount(**each) for each in received["rounds"]),
    }
    sent = SentYear(ReceivedYear(**{**received, **changed}), b64decode(found["body"]))
    return Arrival(path, sent, time=found["time"])
