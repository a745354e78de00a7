"""What others gathered first: the file of a district, taken in by its province in one go."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event

from itadesk.errors import BadFile, ItadeskError
from itadesk.exchange.sent import SentYear, unpacked
from itadesk.model.catalogue import Catalogue
from itadesk.model.office import Settings
from itadesk.model.province import FileState, ReceivedYear, Standing
from itadesk.ports import Store
from itadesk.services.arrivals import Arrival
from itadesk.services.years import no_catalogue

Opener = Callable[[Path], Store]
ENDING = ".itadesk"
# Of what another program wrote into a body or row of ours.
_BROKEN = (KeyError, TypeError, ValueError, ArithmeticError, AttributeError, zlib.error)


def read_gathered(
    path: Path, catalogues: Sequence[Catalogue], opener: Opener, stop: Event | None = None
) -> Iterator[Arrival]:
    """An arrival for each office and year that the file gathered; it is opened for reading only.

    One refusal when the file cannot be opened or holds nothing of others.
    """
    try:
        store = opener(path)
    except ItadeskError as refusal:
        yield Arrival(path, refusal=str(refusal))
        return
    try:
        yield from _arrivals(path, store, {each.year: each for each in catalogues}, stop)
    except BadFile as refusal:
        yield Arrival(path, refusal=str(refusal))
    finally:
        store.close()


def _arrivals(
    path: Path, store: Store, catalogues: Mapping[int, Catalogue], stop: Event | None
) -> Iterator[Arrival]:
    found = False
    for year in store.province.years():
        try:
            received, standings = store.province.received(year), store.province.standings(year)
        except _BROKEN as fault:
            raise BadFile(f"ข้อมูลใน “{path.name}” เสียหาย โปรดขอไฟล์ใหม่จากผู้รวบรวม") from fault
        for each in received:
            if stop is not None and stop.is_set():
                return
            found = True
            yield _arrival(path, store, each, catalogues.get(year), standings.get(each.key))
    if not found:
        raise BadFile(
            f"“{path.name}” ยังไม่ได้รวบรวมข้อมูลของหน่วยงานใด "
            "หากเป็นไฟล์ของหน่วยงานเอง โปรดให้ส่งออกเป็น Excel แล้วส่งใหม่"
        )


def _arrival(
    path: Path,
    store: Store,
    received: ReceivedYear,
    catalogue: Catalogue | None,
    standing: Standing | None,
) -> Arrival:
    name = received.office.name
    if catalogue is None:
        return Arrival(path, refusal=f"{name}: {no_catalogue(received.year)}")
    body = store.province.body(received.id or 0)
    try:
        unpacked(body, catalogue, Settings())
        time = datetime.fromisoformat(received.received_at).timestamp()
    except (*_BROKEN, BadFile):
        refusal = f"ข้อมูลของ {name} ใน “{path.name}” เสียหาย โปรดขอไฟล์ Excel ของหน่วยงานนี้โดยตรง"
        return Arrival(path, refusal=refusal)
    row = replace(received, file=f"{received.file} (จาก {path.name})", id=None, batch=None)
    return Arrival(path, SentYear(row, body), time=time, remark=_remark(standing))


def _remark(standing: Standing | None) -> str:
    if standing is None or standing.state is not FileState.RETURNED:
        return ""
    return f"ผู้รวบรวมส่งคืนแก้ไขไว้ {standing.remark}".strip()
