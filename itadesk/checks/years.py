"""Checks of years: score year, year of the measures, and the item numbers of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.checks.reading import Of, Text
from itadesk.model.year import YearData
from itadesk.published import published
from itadesk.thai.digits import to_arabic, to_thai
from itadesk.thai.mentions import codes_in, fiscal_years_in

_TITLE, _NEAR = 400, 160  # letters: of a title at most, between a word and the year it has
_MEASURES, _RESULT = "มาตรการ", "ผลการประเมิน"
_ITEM_NAME = re.compile(r"มาตรการส่งเสริมคุณธรรมและความโปร่งใส|ไปสู่การพัฒนาองค์กร")
_CHRISTIAN = re.compile(r"พ\.?\s?ศ\.?\s*(?P<year>(?:19|20)\d\d)(?!\d)")
_COMPARED = re.compile(r"เปรียบเทียบ|เทียบกับ|เพิ่มขึ้นจาก|ลดลงจาก|จนได้รับ|เตรียม|รองรับ")


def result_year(found: CheckData) -> Iterator[Remark]:
    """ผลการประเมิน of the year of the measures, whose result is not known yet."""
    data = found.data
    plan_year = data.assessment.plan_year
    if plan_year == data.year or _has_result(data, plan_year):
        return
    for text in found.texts:
        if text.of is Of.ROUND:
            continue
        for year in fiscal_years_in(text.text):
            if year.number == plan_year and _about(text.text, year.start, _RESULT):
                words = f"เขียนว่าผลการประเมินปี {plan_year} แต่คะแนนที่วิเคราะห์เป็นของปี {data.year}"
                yield _remark("documents.result_year", text, f"{words} โปรดแก้ไขปี")
                break


def measures_year(found: CheckData) -> Iterator[Remark]:
    """A title that gives the measures the year of the scores."""
    data = found.data
    plan_year = data.assessment.plan_year
    for text in found.texts:
        if text.of is not Of.DOCUMENT or len(text.text) > _TITLE or plan_year == data.year:
            continue
        for year in fiscal_years_in(text.text):
            if year.number == data.year and _about(text.text, year.start, _MEASURES):
                words = f"เขียนว่ามาตรการปี {data.year} แต่มาตรการดำเนินการในปีงบประมาณ {plan_year}"
                yield _remark("documents.measures_year", text, f"{words} โปรดแก้ไขปีให้ตรงกัน")
                break


def item_year(found: CheckData) -> Iterator[Remark]:
    """The item number of another year beside the measures of one."""
    for text in found.texts:
        items = [each.code for each in codes_in(text.text) if each.code in _items()]
        named = _ITEM_NAME.search(text.text)
        years = [each.number for each in fiscal_years_in(text.text)]
        if not (items and named and years) or text.of is Of.REGISTER:
            continue
        asked = {code for year in years for code in published().get(year, ())}
        wrong = next((code for code in items if asked and code not in asked), None)
        if wrong:
            of = " ".join(str(year) for year, codes in published().items() if wrong in codes)
            words = f"เขียนปี {years[0]} คู่กับข้อ {wrong} ซึ่งเป็นเลขข้อของปี {of}"
            yield _remark("documents.item_year", text, f"{words} โปรดแก้ไขปีหรือเลขข้อ")


def christian(found: CheckData) -> Iterator[Remark]:
    """A year of the Christian Era behind พ.ศ."""
    for text in found.texts:
        year = _christian(text.text)
        if year:
            words = f"เขียน พ.ศ. {year} ซึ่งเป็นปี ค.ศ. หากหมายถึง พ.ศ. {year + 543}"
            yield _remark("documents.christian_year", text, f"{words} โปรดแก้ไขปี")


@lru_cache(maxsize=4096)
def _christian(text: str) -> int:
    """The first such year; 0 where there is none."""
    match = _CHRISTIAN.search(to_arabic(text))
    return int(match["year"]) if match else 0


def _about(text: str, at: int, word: str) -> bool:
    """Whether the last of มาตรการ and ผลการประเมิน before a year is `word`, near and in its line."""
    before = text[max(0, at - _NEAR) : at].rpartition("\n")[2]
    other = [each.end for each in fiscal_years_in(text) if each.end <= at]
    before = before[-(at - other[-1]) :] if other else before
    if _COMPARED.search(before):
        return False
    places = {each: before.rfind(each) for each in (_MEASURES, _RESULT)}
    return places[word] >= 0 and places[word] == max(places.values())


def _has_result(data: YearData, year: int) -> bool:
    later = data.neighbours.get(year)
    return later is not None and bool(later.assessment.scores or later.assessment.official)


def _items() -> set[str]:
    return {code for codes in published().values() for code in codes}


def _remark(check: str, text: Text, words: str) -> Remark:
    return Remark(check, Severity.MISTAKE, to_thai(f"{text.name} {words}"), text.place)


CHECKS: tuple[Check, ...] = (result_year, measures_year, item_year, christian)
