"""Questions, items and indicators that a text names, against the questions of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.checks.reading import Of, Text
from itadesk.model.catalogue import Catalogue, Indicator
from itadesk.published import names_of_parts
from itadesk.thai.digits import to_arabic, to_thai
from itadesk.thai.folding import fold
from itadesk.thai.mentions import Mention, codes_in, indicators_in

_NEAR = 30  # letters between an indicator's number and a code that is said to be its own
_NAME = 60  # letters that may be a name
_OF_ANOTHER = re.compile(r"และ|กับ|รวมทั้ง|อ้างอิง|ตัวชี้วัด|[\n;,]")
_PART = re.compile(r"(?<![\d.])(?P<code>9\.[1-5]|10\.[12])(?![\d.])\s*\)?\s*")
_OWN = (Of.FINDING, Of.MEASURE)


def unknown(found: CheckData) -> Iterator[Remark]:
    """A code that neither the year nor the year of the measures has."""
    for text in found.texts:
        if text.of is Of.REGISTER:
            continue
        gone = [each for each in _ends(text) if not _known(found, each)]
        if gone:
            codes = " ".join(dict.fromkeys(gone))
            yield _remark(
                "analysis.unknown_code",
                text,
                f"อ้างถึงข้อ {codes} ซึ่งไม่มีในชุดข้อคำถามปี {found.data.year} โปรดแก้ไขรหัสข้อ",
            )


def misplaced(found: CheckData) -> Iterator[Remark]:
    """ตัวชี้วัดที่ ๒ followed by a question of another indicator, or a range that is not its own."""
    catalogue = found.data.catalogue
    for text in found.texts:
        for number, code in _pairs(text.text):
            home, end = (catalogue.indicator_of(each) for each in (code.code, code.last))
            if home is None or catalogue.indicator(number) is None:
                continue
            if number not in (home.no, end.no if end else None):
                words = f"เขียนข้อ {code.code} ไว้ที่ตัวชี้วัดที่ {number} แต่เป็นข้อของตัวชี้วัดที่ {home.no}"
                yield _remark("analysis.wrong_indicator", text, f"{words} โปรดแก้ไขให้ตรงกัน")


def ranges(found: CheckData) -> Iterator[Remark]:
    """The name of an indicator or of a part of one, followed by a range that is not its own."""
    spans = _spans(found.data.catalogue)
    for text in found.texts:
        for code in codes_in(text.text):
            if not code.last:
                continue
            before = re.sub(r"[(\[]?\s*(?:ตอบ)?(?:ข้อคำถาม|ข้อ)?\s*$", "", text.text[: code.start])
            folded = fold(before[-_NAME:])
            name = next((each for each in spans if folded.endswith(each)), None)
            if name and (code.code, code.last) != spans[name]:
                first, last = spans[name]
                words = (
                    f"เขียนช่วงข้อ {code.code}-{code.last} แต่ของปี {found.data.year} คือ {first}-{last}"
                )
                yield _remark("analysis.wrong_range", text, f"{words} โปรดแก้ไขให้ตรงกับปีของคะแนน")


def names(found: CheckData) -> Iterator[Remark]:
    """The number of one indicator with the name of another, and numbers that there are not."""
    known = _names(found.data.catalogue)
    for text in found.texts:
        for each in indicators_in(text.text):
            folded = fold(text.text[each.end : each.end + _NAME])
            name = next((name for name in known if folded.startswith(name)), None)
            if name and each.number not in known[name]:
                right = " ".join(str(number) for number in sorted(known[name]))
                written = text.text[each.end :].strip()[: len(name)]
                words = f"เขียนว่าตัวชี้วัดที่ {each.number} {written} แต่ชื่อนี้เป็นของตัวชี้วัดที่ {right}"
                yield _remark("analysis.indicator_name", text, f"{words} โปรดแก้ไขเลขหรือชื่อตัวชี้วัด")
            elif text.of in _OWN and found.data.catalogue.indicator(each.number) is None:
                words = f"อ้างถึงตัวชี้วัดที่ {each.number} ซึ่งไม่มีในปี {found.data.year}"
                yield _remark("analysis.unknown_indicator", text, f"{words} โปรดแก้ไขเลขตัวชี้วัด")


def parts(found: CheckData) -> Iterator[Remark]:
    """๑๐.๒ followed by the name that this part had in other years."""
    known, later = _parts_of(found.data.catalogue), _parts_of(found.plan)
    for text in found.texts:
        for code, after in _parts_in(text.text):
            folded, right = fold(text.text[after:][:_NAME]), known.get(code, "")
            earlier = (name for name in names_of_parts().get(code, ()) if name != right)
            name = next((name for name in earlier if folded.startswith(fold(name))), "")
            if right and name not in ("", later.get(code)) and not folded.startswith(fold(right)):
                words = f"เขียนตัวชี้วัดย่อย {code} ว่า{name} แต่ปี {found.data.year} ชื่อ{right}"
                yield _remark("analysis.part_name", text, f"{words} โปรดแก้ไขชื่อ")


def _parts_of(catalogue: Catalogue | None) -> Mapping[str, str]:
    """Names of the parts of indicators by their codes."""
    if catalogue is None:
        return {}
    parts = (part for indicator in catalogue.indicators for part in indicator.sub_indicators)
    return {part.code: part.name.text for part in parts if part.name.confirmed}


@lru_cache(maxsize=4096)
def _parts_in(text: str) -> tuple[tuple[str, int], ...]:
    """Numbers of parts of indicators, and where each ends."""
    return tuple((match["code"], match.end()) for match in _PART.finditer(to_arabic(text)))


def _ends(text: Text) -> Iterator[str]:
    for each in codes_in(text.text):
        yield each.code
        if each.last:
            yield each.last


def _known(found: CheckData, code: str) -> bool:
    catalogues = [found.data.catalogue, *([found.plan] if found.plan else [])]
    return any(each.question(code) is not None for each in catalogues)


def _pairs(text: str) -> Iterator[tuple[int, Mention]]:
    """An indicator's number and the code right behind it."""
    for each in indicators_in(text):
        code = next((code for code in codes_in(text) if code.start >= each.end), None)
        between = text[each.end : code.start] if code else ""
        if code and len(between) <= _NEAR and not _OF_ANOTHER.search(between):
            yield each.number, code


def _spans(catalogue: Catalogue) -> Mapping[str, tuple[str, str]]:
    """First and last code by folded name, of indicators and their parts."""
    spans: dict[str, tuple[str, str]] = {}
    for indicator in catalogue.indicators:
        if indicator.questions:
            ends = (indicator.questions[0].code, indicator.questions[-1].code)
            spans |= dict.fromkeys(_called(indicator), ends)
        for part in indicator.sub_indicators:
            codes = [q.code for q in indicator.questions if q.sub_indicator == part.code]
            if codes and part.name.confirmed:
                spans[fold(part.name.text)] = (codes[0], codes[-1])
    return spans


def _names(catalogue: Catalogue) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = {}
    for indicator in catalogue.indicators:
        for name in _called(indicator):
            found.setdefault(name, set()).add(indicator.no)
    return found


def _called(indicator: Indicator) -> set[str]:
    return {fold(name) for name in (indicator.name.text, *indicator.name.candidates) if name}


def _remark(check: str, text: Text, words: str) -> Remark:
    return Remark(check, Severity.MISTAKE, f"{text.name} {to_thai(words)}", text.place)


CHECKS: tuple[Check, ...] = (unknown, misplaced, ranges, names, parts)
