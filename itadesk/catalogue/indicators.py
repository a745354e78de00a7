"""Adding and removing whole indicators: a new year may have more or fewer."""

from __future__ import annotations

from dataclasses import replace

from itadesk.catalogue.editing import BY_OFFICE, checked, indicator_called
from itadesk.errors import BadValue
from itadesk.model.catalogue import Catalogue, Certainty, Indicator, Sourced
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line


def add_indicator(catalogue: Catalogue, beside: int, name: str) -> Catalogue:
    """A new indicator at the end of the instrument of `beside`, with the next free number.

    The others keep their numbers, by which scores and texts of the year are kept.
    """
    indicator_called(catalogue, beside)
    text = normalise_line(name)
    if not text:
        raise BadValue("ยังไม่ได้กรอกชื่อตัวชี้วัดใหม่ โปรดกรอกชื่อก่อนเพิ่ม")
    number = max(each.no for each in catalogue.indicators) + 1
    added = Indicator(number, Sourced(text, BY_OFFICE, Certainty.OFFICE), ())
    instruments = tuple(
        replace(each, indicators=(*each.indicators, added))
        if any(one.no == beside for one in each.indicators)
        else each
        for each in catalogue.instruments
    )
    return checked(replace(catalogue, instruments=instruments))


def remove_indicator(catalogue: Catalogue, number: int) -> Catalogue:
    """Takes an indicator without questions away; an instrument keeps at least one."""
    indicator = indicator_called(catalogue, number)
    if indicator.questions:
        raise BadValue(
            f"ตัวชี้วัดที่ {to_thai(str(number))} ยังมีข้อคำถาม โปรดแก้จำนวนข้อคำถามเป็น ๐ ก่อนลบตัวชี้วัด"
        )
    instruments = tuple(
        replace(each, indicators=tuple(one for one in each.indicators if one.no != number))
        for each in catalogue.instruments
    )
    return checked(replace(catalogue, instruments=instruments))
