"""An office's year as its workbook brings it, for a province: read, judged, packed."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from itadesk import __version__
from itadesk.errors import BadFile, NotFound
from itadesk.exchange import layout as at
from itadesk.exchange.book import Book
from itadesk.exchange.content import sheets_of
from itadesk.exchange.planning.plan import ImportPlan, Outcome, Target
from itadesk.exchange.planning.whole import plan_book
from itadesk.exchange.reading import read_workbook
from itadesk.model.assessment import OVERALL, Assessment, QuestionScore
from itadesk.model.catalogue import Catalogue
from itadesk.model.office import Office, OfficeKind, Settings
from itadesk.model.oit import OitEntry
from itadesk.model.province import ReceivedYear, office_key
from itadesk.model.result import Figure, shown
from itadesk.model.work import Finding, Measure, RoundReport, RoundStatus, Step
from itadesk.model.year import YearData
from itadesk.owing import round_counts
from itadesk.scoring import score

CatalogueOf = Callable[[int], Catalogue]
TargetOf = Callable[[int], Target]
_LEVEL = 3  # a third of the time of the usual level, a fifth more bytes
LARGEST = 16 * 1024**2  # bytes of a body once unpacked; ours are far below


@dataclass(frozen=True, slots=True)
class SentYear:
    """What a workbook brought: the row to keep, and the packed texts."""

    received: ReceivedYear
    body: bytes


def empty_targets(catalogue_of: CatalogueOf) -> TargetOf:
    """What files are read against: years that hold nothing yet, each made once."""
    known: dict[int, Target] = {}

    def find(year: int) -> Target:
        if year not in known:
            known[year] = _nothing(catalogue_of(year))
        return known[year]

    return find


def read_sent(path: Path, target_of: TargetOf) -> SentYear:
    """The year of the workbook at `path`.

    BadFile when it cannot be read, when a row of it is refused, when it names no office or no
    year; NotFound when no catalogue of its year is known.
    """
    return sent_year(read_workbook(path), target_of)


def sent_year(book: Book, target_of: TargetOf) -> SentYear:
    """As `read_sent`, of a workbook that was read already."""
    plan = plan_book(book, (), target_of, previewed=False)
    refused = [row.message for row in plan.rows if row.result is Outcome.REFUSED]
    if refused:
        raise BadFile(refused[0])
    if plan.year is None:
        raise NotFound("ไม่พบปีงบประมาณที่ประเมินในไฟล์นี้ โปรดให้หน่วยงานส่งออกใหม่จากโปรแกรม")
    office = plan.incoming.office
    if office is None or not office.name:
        raise BadFile("ไม่มีชื่อหน่วยงานในชีตหน่วยงาน โปรดให้หน่วยงานกรอกชื่อเต็ม แล้วส่งใหม่")
    data = _year_data(plan, office, target_of(plan.year).catalogue)
    body = packed(data)
    return SentYear(
        _received(book, data, hashlib.sha256(body).hexdigest()), zlib.compress(body, _LEVEL)
    )


def packed(data: YearData) -> bytes:
    """What an office wrote in a year, as JSON; equal years give equal bytes."""
    head = data.assessment
    body = {
        "office": replace(data.office, id=""),
        "year": head.year,
        "plan_year": head.plan_year,
        "scores": [each for _, each in sorted(head.scores.items())],
        "official": dict(sorted(head.official.items())),
        "rating": head.official_rating,
        "findings": data.findings,
        "measures": data.measures,
        "rounds": data.rounds,
        "limitations": data.limitations,
        "oit": data.oit,
    }
    return json.dumps(
        body, ensure_ascii=False, default=plain_record, separators=(",", ":")
    ).encode()


def plain_record(value: object) -> object:
    """A record field by field; a number or a date as text."""
    if is_dataclass(value):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return str(value)


def unpacked(body: bytes, catalogue: Catalogue, settings: Settings) -> YearData:
    """The year of a compressed body, to be looked at as the office's own would be."""
    found: Mapping[str, Any] = json.loads(_text_of(body))
    office = found["office"]
    assessment = Assessment(
        found["year"],
        found["plan_year"],
        catalogue.id,
        {each["code"]: _score(each) for each in found["scores"]},
        {key: Decimal(value) for key, value in found["official"].items()},
        found["rating"],
    )
    return YearData(
        Office(**{**office, "kind": OfficeKind(office["kind"])}),
        settings,
        catalogue,
        assessment,
        score(catalogue, assessment),
        tuple(Finding(**_tuples(each, "codes")) for each in found["findings"]),
        tuple(map(_measure, found["measures"])),
        tuple(map(_round, found["rounds"])),
        tuple(found["limitations"]),
        oit=tuple(map(_entry, found["oit"])),
    )


def _text_of(body: bytes) -> bytes:
    bounded = zlib.decompressobj()
    with suppress(zlib.error):
        text = bounded.decompress(body, LARGEST)
        if bounded.unconsumed_tail:
            raise BadFile("ข้อมูลของหน่วยงานนี้ใหญ่ผิดปกติ โปรดขอไฟล์ใหม่จากหน่วยงาน")
        if bounded.eof:  # and its checksum is right
            return text
    raise BadFile("ข้อมูลของหน่วยงานนี้ในไฟล์จังหวัดเสียหาย โปรดขอไฟล์ใหม่จากหน่วยงาน แล้วรับอีกครั้ง")


def _nothing(catalogue: Catalogue) -> Target:
    empty = Assessment(catalogue.year, catalogue.year + 1, catalogue.id)
    return Target(Office("", OfficeKind.OTHER), catalogue, empty, starts=True)


def _year_data(plan: ImportPlan, office: Office, catalogue: Catalogue) -> YearData:
    """The plan of an import into an empty file, as the year it would make."""
    incoming = plan.incoming
    year = catalogue.year
    assessment = Assessment(
        year,
        incoming.plan_year or year + 1,
        catalogue.id,
        {each.code: each for each in incoming.scores},
        dict(incoming.official),
        incoming.rating,
    )
    measures = [
        replace(each.measure, id=number, position=each.measure.position or number)
        for number, each in enumerate(incoming.measures, start=1)
    ]
    ids = {each.order: number for number, each in enumerate(incoming.measures, start=1)}
    rounds = [
        replace(each.report, measure_id=each.report.measure_id or ids[each.order])
        for each in incoming.rounds
    ]
    return YearData(
        office,
        Settings(),
        catalogue,
        assessment,
        score(catalogue, assessment),
        incoming.findings,
        tuple(measures),
        tuple(rounds),
        incoming.limitations or (),
        oit=incoming.oit,
    )


def _received(book: Book, data: YearData, digest: str) -> ReceivedYear:
    office, codes = data.office, tuple(each.code for each in data.catalogue.questions)
    questions = data.result.questions
    return ReceivedYear(
        key=office_key(office.code, office.name, office.district, office.province),
        year=data.year,
        office=office,
        file=book.file,
        digest=digest,
        figures=_figures(data),
        rating=data.assessment.official_rating or data.result.rating or "",
        complete=data.result.complete,
        edited=_edited(book, data),
        measures=len(data.measures),
        program=str(_meta(book).get(at.META_VERSION, "")),
        codes=codes,
        scores=tuple(_hundredths(questions.get(code)) for code in codes),
        rounds=round_counts(data),
    )


def _figures(data: YearData) -> dict[str, Decimal]:
    result = data.result
    levels: dict[str, Figure] = {
        OVERALL: result.overall,
        **result.instruments,
        **{str(number): figure for number, figure in result.indicators.items()},
    }
    return {key: shown(each.value) for key, each in levels.items() if each.value is not None}


def _hundredths(figure: Figure | None) -> int | None:
    return None if figure is None or figure.value is None else int(shown(figure.value) * 100)


def _edited(book: Book, data: YearData) -> bool | None:
    """Whether the cells still are what the program wrote; only the same release can tell."""
    meta = _meta(book)
    if meta.get(at.META_VERSION) != __version__ or not meta.get(at.META_HASH):
        return None
    office = replace(data.office, id=str(meta.get(at.META_OFFICE, "")))
    written = sheets_of(replace(data, office=office))[at.META][0]
    return written[-1] != meta[at.META_HASH]


def _meta(book: Book) -> Mapping[str, object]:
    return next((row.cells for row in book.rows(at.META)), {})


def _score(found: Mapping[str, Any]) -> QuestionScore:
    return QuestionScore(found["code"], *(_decimal(found[k]) for k in ("score", "part1", "part2")))


def _measure(found: Mapping[str, Any]) -> Measure:
    steps = tuple(Step(**_days(each)) for each in found["steps"])
    return Measure(**{**_tuples(_days(found), "units", "findings"), "steps": steps})


def _round(found: Mapping[str, Any]) -> RoundReport:
    status = RoundStatus(found["status"]) if found["status"] else None
    return RoundReport(**{**found, "progress": _decimal(found["progress"]), "status": status})


def _entry(found: Mapping[str, Any]) -> OitEntry:
    day = found["checked_on"]
    checked = date.fromisoformat(day) if day else None
    return OitEntry(**{**_tuples(found, "urls"), "checked_on": checked})


def _days(found: Mapping[str, Any]) -> dict[str, Any]:
    days = {key: date.fromisoformat(found[key]) for key in ("start", "end") if found[key]}
    return {**found, **days}


def _tuples(found: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {**found, **{key: tuple(found[key]) for key in keys}}


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
