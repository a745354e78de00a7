"""Is what an analysis calls the lowest question the lowest?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.checks.reading import Of
from itadesk.findings import lowest
from itadesk.model.result import NOTHING
from itadesk.model.work import Finding
from itadesk.model.year import YearData
from itadesk.thai.digits import to_thai
from itadesk.thai.mentions import codes_in
from itadesk.thai.numbers import format_score

_LOWEST = re.compile(r"คะแนน\S{0,20}?(?:น้อย|ต่ำ)(?:ที่)?สุด")
_OF_INDICATOR = re.compile(r"(?:ตัวชี้วัด|แบบวัด|ประเด็น)ที่(?:มี|ได้)?(?:รับ)?$")  # no question's
_REFERENCE = re.compile(r"อ้างอิง[^)\n]{0,40}$")
_AHEAD, _BEHIND = 60, 40  # letters between the words and the code
_READ = (Of.FINDING, Of.MEASURE, Of.DOCUMENT)


def chosen(found: CheckData) -> Iterator[Remark]:
    """ข้อ of an analysis that leaves the lowest question of its indicator out."""
    data = found.data
    for number in dict.fromkeys(each.indicator for each in data.findings):
        written = [each for each in data.findings if each.indicator == number]
        if number is None or not all(each.codes for each in written):
            continue  # one without ข้อ is about the lowest
        named = [code for each in written for code in each.codes if _score(data, code)]
        least = lowest(data.catalogue, data.result, number).codes
        if named and least and not any(_is_lowest(data, code) for code in named):
            place = f"analysis:{number}"
            yield _remark(data, named, least, f"การวิเคราะห์ตัวชี้วัดที่ {to_thai(str(number))}", place)


def foreign(found: CheckData) -> Iterator[Remark]:
    """ข้อ of an analysis that the year does not have, or that is of another indicator."""
    data = found.data
    for each in data.findings:
        for code in each.codes:
            fault = _fault(data, each, code)
            if fault and each.indicator is not None:
                yield Remark(
                    "analysis.wrong_question",
                    Severity.MISTAKE,
                    f"การวิเคราะห์ตัวชี้วัดที่ {to_thai(str(each.indicator))} ระบุข้อ {to_thai(code)} "
                    f"{fault} โปรดแก้ไขช่องข้อ",
                    f"analysis:{each.indicator}",
                )


def written(found: CheckData) -> Iterator[Remark]:
    """A text that calls a question the lowest which is not."""
    for text in found.texts:
        if text.of not in _READ:
            continue
        for words in _LOWEST.finditer(text.text):
            if _OF_INDICATOR.search(text.text[max(0, words.start() - 30) : words.start()]):
                continue
            near = _codes_near(text.text, words.start() - _BEHIND, words.end() + _AHEAD)
            known = [code for code in near if _score(found.data, code)]
            home = found.data.catalogue.indicator_of(known[0]) if known else None
            if home is None:
                continue
            least = lowest(found.data.catalogue, found.data.result, home.no).codes
            if least and not any(_is_lowest(found.data, code) for code in known):
                yield _remark(found.data, known[:1], least, text.name, text.place)


def _codes_near(text: str, first: int, last: int) -> Iterator[str]:
    """Codes between two places, but those of a range or of a reference."""
    for each in codes_in(text):
        inside = first <= each.start <= last and not each.last
        if inside and not _REFERENCE.search(text[max(0, each.start - 60) : each.start]):
            yield each.code


def _is_lowest(data: YearData, code: str) -> bool:
    home = data.catalogue.indicator_of(code)
    return home is not None and code in lowest(data.catalogue, data.result, home.no).codes


def _remark(
    data: YearData, named: list[str], least: tuple[str, ...], where: str, place: str
) -> Remark:
    said = " ".join(f"{code} ({_score(data, code)})" for code in dict.fromkeys(named))
    right = " ".join(f"{code} ({_score(data, code)})" for code in least[:4])
    return Remark(
        "analysis.not_lowest",
        Severity.MISTAKE,
        to_thai(f"{where} ระบุข้อ {said} แต่ข้อที่ได้คะแนนน้อยที่สุดคือ {right} โปรดแก้ไขให้ตรงกับคะแนน"),
        place,
    )


def _fault(data: YearData, finding: Finding, code: str) -> str:
    home = data.catalogue.indicator_of(code)
    if home is None:
        return f"ซึ่งไม่มีในชุดข้อคำถามปี {to_thai(str(data.year))}"
    mine = data.catalogue.instrument_of(finding.indicator or 0)
    items = data.catalogue.instrument_of(home.no) is mine and home.questions[0].binary
    if home.no == finding.indicator or items:
        return ""  # items of both indicators stand in one table
    return f"ซึ่งเป็นข้อของตัวชี้วัดที่ {to_thai(str(home.no))}"


def _score(data: YearData, code: str) -> str:
    return format_score(data.result.questions.get(code, NOTHING).value, thai=False)


CHECKS: tuple[Check, ...] = (chosen, foreign, written)
