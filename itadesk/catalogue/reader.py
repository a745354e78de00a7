"""Reads, checks and writes a catalogue in the format itadesk-catalogue/1 (JSON)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from itadesk.catalogue.faults import ASK_AGAIN, Fault, refusal
from itadesk.catalogue.fields import Fields
from itadesk.catalogue.rules import faults as rule_faults
from itadesk.errors import BadCatalogue, BadFile, NotFound
from itadesk.model.catalogue import (
    Catalogue,
    Indicator,
    Instrument,
    Issue,
    Level,
    Part,
    Question,
    RatingRule,
    Sourced,
    SubIndicator,
)
from itadesk.thai.digits import to_thai
from resources import ROOT

FORMAT = "itadesk-catalogue/1"
LARGEST_FILE = 5_000_000  # bytes; a whole year with every text takes about 50,000
_FORMAT = re.compile(r"itadesk-catalogue/([0-9]{1,4})")


def read_catalogue(path: Path) -> Catalogue:
    """A catalogue file; BadFile when it cannot be opened, BadCatalogue when it is not valid."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadFile(
            f"เปิดไฟล์ “{path.name}” ไม่ได้ โปรดตรวจว่าไฟล์ยังอยู่และไม่ได้เปิดค้างในโปรแกรมอื่น"
        ) from error
    if len(data) > LARGEST_FILE:
        raise refusal(path.name, [Fault("", f"ไฟล์ใหญ่เกิน ๕ เมกะไบต์ {ASK_AGAIN}")])
    try:
        body = json.loads(data)
    except RecursionError as error:
        raise refusal(path.name, [Fault("", f"ข้อมูลซ้อนกันลึกเกินไป {ASK_AGAIN}")]) from error
    except ValueError as error:  # not UTF-8, not JSON, or a number of thousands of digits
        says = f"ไฟล์เสียหายหรือไม่ใช่ชุดข้อคำถาม {ASK_AGAIN}"
        raise refusal(path.name, [Fault("", says)]) from error
    return parse_catalogue(body, path.name)


def parse_catalogue(body: Mapping[str, Any], name: str) -> Catalogue:
    """The catalogue of a JSON object; BadCatalogue names `name`, the place and the next step."""
    _check_format(body, name)
    faults: list[Fault] = []
    catalogue = _catalogue(Fields(body, "", faults))
    faults = faults or rule_faults(catalogue)
    if faults:
        raise refusal(name, faults)
    return catalogue


def _check_format(body: object, name: str) -> None:
    value = body.get("format") if isinstance(body, Mapping) else None
    match = _FORMAT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise BadCatalogue(f"ไฟล์ “{name}” ไม่ใช่ชุดข้อคำถามของโปรแกรมนี้ โปรดเลือกไฟล์อื่น")
    if value != FORMAT:
        raise BadCatalogue(f"“{name}” ทำจากโปรแกรมรุ่นใหม่กว่า โปรดปรับปรุงโปรแกรมก่อน แล้วเพิ่มไฟล์อีกครั้ง")


def _catalogue(fields: Fields) -> Catalogue:
    rating = fields.group("rating")
    return Catalogue(
        id=fields.text("id", needed=True),
        version=fields.text("version"),
        year=fields.whole("year"),
        kind=fields.text("kind"),
        instruments=tuple(_instrument(one) for one in fields.groups("instruments", needed=True)),
        rating=RatingRule(
            levels=tuple(_level(one) for one in rating.groups("levels", needed=True)),
            source=rating.text("source"),
            certainty=rating.certainty(),
        ),
        issues=tuple(_issue(one) for one in fields.groups("issues")),
        scale=fields.numbers("scale"),
        scale_source=fields.text("scale_source"),
        notes=fields.texts("notes"),
    )


def _instrument(fields: Fields) -> Instrument:
    code = fields.text("code", needed=True)
    fields.place = f"แบบวัด {code}"
    return Instrument(
        code=code,
        name=fields.sourced("name"),
        weight=fields.number("weight"),
        weight_certainty=fields.certainty("weight_certainty"),
        indicators=tuple(_indicator(one) for one in fields.groups("indicators", needed=True)),
        parts=tuple(
            Part(one.whole("no"), one.text("label", needed=True)) for one in fields.groups("parts")
        ),
        parts_rule=fields.text("parts_rule") or "mean",
        parts_rule_certainty=fields.certainty("parts_rule_certainty"),
    )


def _indicator(fields: Fields) -> Indicator:
    no = fields.whole("no")
    fields.place = f"ตัวชี้วัดที่ {to_thai(str(no))}"
    return Indicator(
        no=no,
        name=fields.sourced("name"),
        questions=tuple(_question(one) for one in fields.groups("questions", needed=True)),
        sub_indicators=tuple(_sub_indicator(one) for one in fields.groups("sub_indicators")),
        structure_certainty=fields.certainty("structure_certainty"),
    )


def _sub_indicator(fields: Fields) -> SubIndicator:
    code = fields.text("code", needed=True)
    fields.place = f"ตัวชี้วัดย่อย {to_thai(code)}"
    return SubIndicator(code, fields.sourced("name"))


def _question(fields: Fields) -> Question:
    code = fields.text("code", needed=True)
    fields.place = f"ข้อ {to_thai(code)}"
    return Question(
        code=code,
        text=fields.sourced("text"),
        reverse=fields.flag_or_none("reverse"),
        answer=fields.text("answer"),
        binary=fields.flag("binary"),
        sub_indicator=fields.text_or_none("sub_indicator"),
        issues=fields.wholes("issues"),
    )


def _issue(fields: Fields) -> Issue:
    no = fields.whole("no")
    fields.place = f"ประเด็นที่ {to_thai(str(no))}"
    return Issue(no, fields.text("name", needed=True))


def _level(fields: Fields) -> Level:
    name = fields.text("name", needed=True)
    fields.place = f"เกณฑ์ระดับ “{name}”"
    overall = fields.number("overall_min")
    if overall is None:
        fields.fault("overall_min", "ต้องเป็นตัวเลข")
    return Level(name, overall or Decimal(), fields.number("each_min"), fields.flag("passes"))


def to_body(catalogue: Catalogue) -> dict[str, Any]:
    """The JSON object of a catalogue; `parse_catalogue` of it gives the same catalogue."""
    rating = catalogue.rating
    return {
        "format": FORMAT,
        "id": catalogue.id,
        "version": catalogue.version,
        "year": catalogue.year,
        "kind": catalogue.kind,
        "instruments": [_instrument_body(one) for one in catalogue.instruments],
        "rating": {
            "levels": [
                {
                    "name": level.name,
                    "overall_min": _plain(level.overall_min),
                    "each_min": _plain(level.each_min),
                    "passes": level.passes,
                }
                for level in rating.levels
            ],
            "source": rating.source,
            "certainty": str(rating.certainty),
        },
        "issues": [{"no": issue.no, "name": issue.name} for issue in catalogue.issues],
        "scale": [_plain(value) for value in catalogue.scale],
        "scale_source": catalogue.scale_source,
        "notes": list(catalogue.notes),
    }


def _instrument_body(instrument: Instrument) -> dict[str, Any]:
    return {
        "code": instrument.code,
        "name": _sourced_body(instrument.name),
        "weight": _plain(instrument.weight),
        "weight_certainty": str(instrument.weight_certainty),
        "parts": [{"no": part.no, "label": part.label} for part in instrument.parts],
        "parts_rule": instrument.parts_rule,
        "parts_rule_certainty": str(instrument.parts_rule_certainty),
        "indicators": [_indicator_body(one) for one in instrument.indicators],
    }


def _indicator_body(indicator: Indicator) -> dict[str, Any]:
    return {
        "no": indicator.no,
        "name": _sourced_body(indicator.name),
        "structure_certainty": str(indicator.structure_certainty),
        "sub_indicators": [
            {"code": sub.code, "name": _sourced_body(sub.name)} for sub in indicator.sub_indicators
        ],
        "questions": [_question_body(one) for one in indicator.questions],
    }


def _question_body(question: Question) -> dict[str, Any]:
    return {
        "code": question.code,
        "text": _sourced_body(question.text),
        "reverse": question.reverse,
        "answer": question.answer,
        "binary": question.binary,
        "sub_indicator": question.sub_indicator,
        "issues": list(question.issues),
    }


def _sourced_body(sourced: Sourced) -> dict[str, Any]:
    return {
        "text": sourced.text,
        "source": sourced.source,
        "certainty": str(sourced.certainty),
        "candidates": list(sourced.candidates),
    }


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@lru_cache(maxsize=1)
def shipped_years() -> tuple[int, ...]:
    """Years whose catalogue comes with the program, oldest first."""
    stems = (path.stem for path in (ROOT / "catalogue").glob("*.json"))
    return tuple(sorted(int(stem) for stem in stems if stem.isdecimal()))


@lru_cache(maxsize=4)
def _shipped_text(year: int) -> bytes:
    return (ROOT / "catalogue" / f"{year}.json").read_bytes()


def shipped_body(year: int) -> dict[str, Any]:
    """The JSON object of a shipped catalogue, a fresh one each time; NotFound for other years."""
    if year not in shipped_years():
        raise NotFound(
            f"ไม่มีชุดข้อคำถามของปี {to_thai(str(year))} มากับโปรแกรม โปรดสร้างจากชุดของปีก่อน หรือเพิ่มไฟล์"
        )
    body: dict[str, Any] = json.loads(_shipped_text(year))
    return body
