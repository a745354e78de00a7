"""The province's desk: workbooks of many offices into one file, and what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from threading import Event

from itadesk import __version__
from itadesk.exchange.sent import unpacked
from itadesk.model.catalogue import Catalogue
from itadesk.model.changes import Changes, Kind
from itadesk.model.province import Batch, BatchKind, FileState, ReceivedYear, Standing
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.services.arrivals import Arrival
from itadesk.services.changing import action
from itadesk.services.gathered_files import ENDING, Opener, read_gathered
from itadesk.services.years import catalogue_of, catalogue_years
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise

Clock = Callable[[], datetime]


class Result(StrEnum):
    """What consolidating does with a file."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of one file; `message` is a sentence.

    A `double` is refused because of another file of the same office, and can be chosen instead.
    """

    arrival: Arrival
    result: Result
    message: str
    double: bool = False

    @property
    def office(self) -> str:
        return self.arrival.sent.received.office.name if self.arrival.sent else ""

    @property
    def year(self) -> int | None:
        return self.arrival.sent.received.year if self.arrival.sent else None


def workbooks_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and the workbooks in folders; Excel's own lock files are none.

    A file in which others were gathered is taken only when it is named itself.
    """
    for path in paths:
        if path.is_dir():
            found = (each for each in path.rglob("*") if each.suffix.lower() == ".xlsx")
            yield from sorted(each for each in found if not each.name.startswith("~$"))
        else:
            yield path


def read_files(
    paths: Sequence[Path],
    catalogues: Sequence[Catalogue],
    stop: Event | None = None,
    opener: Opener | None = None,
) -> Iterator[Arrival]:
    """Files as they are read, in no order, by as many processes as they are worth.

    A bad file becomes a refusal and stops nothing. Needs no store; ends early once `stop` is set.
    Files in which others were gathered first need an `opener`, and give an arrival an office.
    """
    from itadesk.services.reading_apart import read_apart

    gathered: set[Path] = set()
    if opener is not None:
        gathered = {path for path in paths if path.suffix.lower() == ENDING}
        for path in sorted(gathered):
            yield from read_gathered(path, catalogues, opener, stop)
    yield from read_apart([path for path in paths if path not in gathered], catalogues, stop)


def opener_of(store: Store) -> Opener:
    """Opens files in which others were gathered; may be called in any thread."""
    return store.beside


def catalogues_of(store: Store) -> tuple[Catalogue, ...]:
    """The catalogues of a file, against which others' files are read."""
    return tuple(catalogue_of(store, year) for year in catalogue_years(store))


def in_order(arrivals: Iterable[Arrival], paths: Sequence[Path]) -> list[Arrival]:
    """Arrivals as their files were given."""
    places = {path: number for number, path in enumerate(paths)}
    return sorted(arrivals, key=lambda arrival: places[arrival.path])


def plan_consolidation(
    store: Store,
    arrivals: Sequence[Arrival],
    year: int | None = None,
    preferred: Sequence[Arrival] = (),
) -> tuple[Line, ...]:
    """What would become of each file, in the order given; writes nothing.

    `year` refuses files of other years. Of two files of one office the newer counts, unless one
    is among the `preferred`, of which the last counts.
    """
    newest = _newest([*arrivals, *preferred], {id(each) for each in preferred})
    known: dict[int, Mapping[str, ReceivedYear]] = {}
    lines = []
    for arrival in arrivals:
        if arrival.sent is not None and arrival.sent.received.year not in known:
            number = arrival.sent.received.year
            known[number] = {each.key: each for each in store.province.received(number)}
        lines.append(_line(arrival, year, newest, known))
    return tuple(lines)


def apply_consolidation(
    store: Store, lines: Sequence[Line], now: Clock = lambda: datetime.now(UTC)
) -> Changes:
    """Keeps the files that are new or changed as one batch a year, which undo takes back whole."""
    taken = [
        line.arrival.sent
        for line in lines
        if line.arrival.sent is not None and line.result in (Result.ADDED, Result.CHANGED)
    ]
    label = f"รับไฟล์จากหน่วยงาน {to_thai(str(len(taken)))} แห่ง"
    if not taken:
        return Changes(label=label)
    at = now().isoformat(timespec="seconds")
    with action(store, label, Kind.PROVINCE) as changes:
        for year in sorted({each.received.year for each in taken}):
            batch = store.province.add_batch(BatchKind.FILES, year, label, at)
            standings = store.province.standings(year)
            for each in taken:
                if each.received.year == year:
                    store.province.add_received(batch, each.received, each.body)
                    _look_anew(store, each.received, standings)
    return changes


def _look_anew(store: Store, received: ReceivedYear, standings: Mapping[str, Standing]) -> None:
    """A new file is neither sent back nor accepted yet; what was remarked is still read."""
    before = standings.get(received.key)
    if before is not None and before.state is not FileState.RECEIVED:
        standing = Standing(FileState.RECEIVED, before.remark)
        store.province.save_standing(received.year, received.key, standing)


def year_of_office(store: Store, received: ReceivedYear) -> YearData:
    """The whole year of an office as it sent it, to look at."""
    catalogue = catalogue_of(store, received.year)
    body = store.province.body(received.id or 0)
    return unpacked(body, catalogue, store.office.settings())


def save_standing(store: Store, year: int, key: str, state: FileState, remark: str) -> Changes:
    """รับแล้ว, ส่งคืนแก้ไข or รับรอง, with what the province remarks."""
    with action(store, "สถานะไฟล์ของหน่วยงาน", Kind.PROVINCE) as changes:
        store.province.save_standing(year, key, Standing(state, normalise(remark).strip()))
    return changes


def imports_of(store: Store) -> tuple[Batch, ...]:
    """All that came in and is there, the newest first."""
    return store.province.batches()


def take_back(store: Store, batch_id: int) -> Changes:
    """An earlier import goes as a whole; what it had replaced counts again."""
    with action(store, "เลิกการรับไฟล์", Kind.PROVINCE) as changes:
        store.province.remove_batch(batch_id)
    return changes


def _newest(
    arrivals: Sequence[Arrival], preferred: Collection[int]
) -> dict[tuple[int, str], Arrival]:
    found: dict[tuple[int, str], Arrival] = {}
    for arrival in arrivals:
        if arrival.sent is not None:
            place = (arrival.sent.received.year, arrival.sent.received.key)
            before = found.get(place)
            if id(arrival) in preferred or before is None or arrival.time >= before.time:
                found[place] = arrival
    return found


def _line(
    arrival: Arrival,
    year: int | None,
    newest: Mapping[tuple[int, str], Arrival],
    known: Mapping[int, Mapping[str, ReceivedYear]],
) -> Line:
    if arrival.sent is None:
        return Line(arrival, Result.REFUSED, arrival.refusal)
    sent = arrival.sent.received
    if year is not None and sent.year != year:
        return Line(arrival, Result.REFUSED, _wrong_year(arrival.path, sent.year, year))
    first = newest[(sent.year, sent.key)]
    if first is not arrival:
        if first.sent is not None and first.sent.received.digest == sent.digest:
            return Line(arrival, Result.SAME, f"ข้อมูลเหมือนกับไฟล์ “{first.path.name}” จึงรับครั้งเดียว")
        return Line(arrival, Result.REFUSED, _double(arrival, first, sent.office.name), double=True)
    before = known.get(sent.year, {}).get(sent.key)
    remarks = _remarks(sent, arrival.remark)
    if before is None:
        return Line(arrival, Result.ADDED, f"รับข้อมูลของ {sent.office.name}{remarks}")
    if before.digest == sent.digest:
        return Line(arrival, Result.SAME, f"{sent.office.name} ส่งข้อมูลเดิมที่รับไว้แล้ว")
    if arrival.time < datetime.fromisoformat(before.received_at).timestamp():
        remarks += " ไฟล์นี้บันทึกไว้ก่อนวันที่รับไฟล์เดิม โปรดตรวจว่าเป็นฉบับที่ใหม่กว่า"
    return Line(
        arrival, Result.CHANGED, f"{sent.office.name} ส่งข้อมูลใหม่แทนไฟล์ “{before.file}”{remarks}"
    )


def _double(arrival: Arrival, first: Arrival, office: str) -> str:
    newer = first.time >= arrival.time
    why = "ซึ่งใหม่กว่า จึงรับไฟล์ที่ใหม่กว่า โปรดลบไฟล์เก่าออกหากไม่ใช้" if newer else "ที่เลือกไว้ จึงรับไฟล์ที่เลือก"
    return f"“{arrival.path.name}” เป็นของ {office} เช่นเดียวกับ “{first.path.name}” {why}"


def _remarks(sent: ReceivedYear, remark: str) -> str:
    told = [remark] if remark else []
    if sent.only_measures:
        told.append(f"ไม่มีคะแนน รายงานเฉพาะมาตรการ {to_thai(str(sent.measures))} รายการ")
    elif not sent.complete:
        told.append("คะแนนยังไม่ครบ")
    if sent.edited:
        told.append("มีการแก้ไขในไฟล์ Excel หลังส่งออกจากโปรแกรม")
    if not sent.program:
        told.append("ไม่ได้ทำด้วยโปรแกรม หรือชีตซ่อนถูกลบ จึงไม่ทราบว่ามีการแก้ไขหรือไม่")
    elif sent.program != __version__:
        told.append(f"ทำด้วยโปรแกรมรุ่น {to_thai(sent.program)} อ่านตามรูปแบบปัจจุบันแล้ว")
    return f" ({' · '.join(told)})" if told else ""


def _wrong_year(path: Path, found: int, wanted: int) -> str:
    return (
        f"“{path.name}” เป็นข้อมูลปี {to_thai(str(found))} แต่กำลังรวบรวมปี {to_thai(str(wanted))} "
        "โปรดขอไฟล์ของปีที่ถูกต้อง"
    )
