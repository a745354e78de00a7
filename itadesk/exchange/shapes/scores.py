"""Every score of the office in one row: its own particulars, indicators, instruments, questions."""

from __future__ import annotations

from itadesk.catalogue.wording import printed
from itadesk.exchange import layout as at
from itadesk.exchange.datacode import code_of
from itadesk.exchange.flat import FlatSheet, Value, write_flat
from itadesk.model.assessment import OVERALL
from itadesk.model.office import Digits
from itadesk.model.result import NOTHING, Figure
from itadesk.model.year import YearData
from itadesk.reports.forms import Options
from itadesk.services.scores import official_keys
from itadesk.thai.digits import localise


def write(data: YearData, options: Options) -> bytes:
    """The figures that documents print: announced where they were, else computed."""
    thai = (options.digits or data.settings.digits) is Digits.THAI
    office, result = data.office, data.result
    columns: list[tuple[str, float, Value]] = [
        (at.NAME, 40, office.name),
        (at.OFFICE_CODE, 14, office.code),
        (at.KIND, 20, str(office.kind)),
        (at.DISTRICT, 18, office.district),
        (at.PROVINCE, 18, office.province),
        ("ปีงบประมาณ", 12, data.year),
    ]
    names = {str(each.no): printed(each.name) for each in data.catalogue.indicators}
    for key, label in official_keys(data.catalogue).items():
        head = f"{label} {names.get(key, '')}".strip()
        columns.append((head, 14, _figure(data, key).value))
    columns.append((at.RATING, 14, result.rating or ""))
    for question in data.catalogue.questions:
        figure = result.questions.get(question.code, NOTHING)
        columns.append((question.code, 8, figure.value))
    sheet = FlatSheet(
        "คะแนน",
        localise(f"คะแนนผลการประเมิน ITA ปีงบประมาณ พ.ศ. {data.year} {office.name}", thai),
        tuple(localise(head, thai) for head, _, _ in columns),
        tuple(width for _, width, _ in columns),
        (tuple(value for _, _, value in columns),),
    )
    return write_flat((sheet,), office.name, thai=thai, code=code_of(data))


def _figure(data: YearData, key: str) -> Figure:
    result = data.result
    if key == OVERALL:
        return result.overall
    if key.isdecimal():
        return result.indicators.get(int(key), NOTHING)
    return result.instruments.get(key, NOTHING)
