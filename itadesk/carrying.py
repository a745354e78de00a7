"""What of an earlier year serves a later one, brought over to its questions and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from itadesk.catalogue.matching import question_pairs, same_indicator, same_issue
from itadesk.model.catalogue import Catalogue
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, Step
from itadesk.model.year import YearData
from itadesk.subjects import where_written
from itadesk.thai.digits import to_arabic, to_thai

_CODE = re.compile(r"(?<![A-Za-z0-9๐-๙])([IEOieo])([0-9]{1,3}|[๐-๙]{1,3})(?![A-Za-z0-9๐-๙])")
_YEAR = re.compile(r"(?<![0-9๐-๙])(?:25[0-9]{2}|๒๕[๐-๙]{2})(?![0-9๐-๙])")


class Carried(StrEnum):
    """Kinds of things that can be taken over."""

    MEASURES = "measures"
    TEXTS = "texts"
    LIMITATIONS = "limitations"
    FINDINGS = "findings"
    OIT_UNITS = "oit_units"


@dataclass(frozen=True, slots=True)
class Remark:
    """What the office has to look at, and where in words.

    `at` is the place in the window, of a measure by its number among those carried.
    """

    place: str
    words: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Carrying:
    """Records for the later year, without ids; nothing of it is stored yet."""

    before: int
    measures: tuple[Measure, ...] = ()
    findings: tuple[Finding, ...] = ()
    texts: Mapping[tuple[str, str], str] | None = None
    limitations: tuple[str, ...] = ()
    oit: tuple[OitEntry, ...] = ()
    rounds: tuple[int, ...] = ()  # months, when the year had rounds of its own
    remarks: tuple[Remark, ...] = ()


def carrying(
    data: YearData, after: Catalogue, plan_year: int, what: frozenset[Carried]
) -> Carrying:
    """Codes are translated where the catalogues say which question it is; the rest is remarked.

    Dates move with the year of the measures; scores, statuses, reports and links stay behind.
    """
    mover = _Mover(data, after, plan_year)
    made = Carrying(data.year)
    if Carried.MEASURES in what:
        measures = tuple(mover.measure(each) for each in data.measures)
        made = replace(made, measures=measures, rounds=data.own_rounds)
    if Carried.FINDINGS in what:
        findings = (mover.finding(each) for each in data.findings)
        made = replace(made, findings=tuple(filter(None, findings)))
    if Carried.TEXTS in what:
        made = replace(made, texts=mover.form_texts())
    if Carried.LIMITATIONS in what:
        made = replace(made, limitations=tuple(mover.limitations()))
    if Carried.OIT_UNITS in what:
        made = replace(made, oit=tuple(mover.items()))
    return replace(made, remarks=tuple(mover.remarks))


def moved_years(text: str, by: int) -> str:
    """A free text of a period with its Buddhist years moved, in the digits it has."""

    def moved(match: re.Match[str]) -> str:
        year = str(int(match[0]) + by)
        return year if match[0].isascii() else to_thai(year)

    return _YEAR.sub(moved, text)


class _Mover:
    """Brings texts and records over, and gathers what could not be."""

    def __init__(self, data: YearData, after: Catalogue, plan_year: int) -> None:
        self.remarks: list[Remark] = []
        self._place, self._at = "", ""  # what is being brought over
        self._data, self._after = data, after
        self._by = plan_year - data.assessment.plan_year
        pairs = question_pairs(data.catalogue, after)
        self._codes = {pair.before: pair.after for pair in pairs if pair.sure}
        self._known = {question.code for question in data.catalogue.questions}
        self._years = {str(data.year), str(data.assessment.plan_year)}

    def measure(self, one: Measure) -> Measure:
        self._stand(f"มาตรการลำดับที่ {to_thai(str(one.position))}", f"measures:{one.position}")
        text = self.text
        return replace(
            one,
            id=None,
            position=0,
            findings=(),
            indicator=self._home("ตัวชี้วัด", one.indicator, same_indicator),
            issue=self._home("ประเด็น", one.issue, same_issue),
            title=text(one.title),
            activities=text(one.activities),
            analysis=text(one.analysis),
            steps=tuple(self._step(step) for step in one.steps),
            start=self._day(one.start),
            end=self._day(one.end),
            period_text=moved_years(one.period_text, self._by),
            responsible=text(one.responsible),
            success=text(one.success),
            target=text(one.target),
        )

    def finding(self, one: Finding) -> Finding | None:
        """None where the later year has neither its indicator nor its issue."""
        number = one.indicator if one.indicator is not None else one.issue
        kind = "ตัวชี้วัด" if one.indicator is not None else "ประเด็น"
        self._stand(f"ผลการวิเคราะห์{kind}ที่ {to_thai(str(number))}", "analysis")
        indicator = self._home("ตัวชี้วัด", one.indicator, same_indicator)
        issue = self._home("ประเด็น", one.issue, same_issue)
        if indicator is None and issue is None:
            return None
        self._at = where_written(Finding(indicator=indicator, issue=issue))
        lost = [code for code in one.codes if code not in self._codes]
        if lost:
            self._remark(f"ปีใหม่ไม่มีข้อ {to_thai(' '.join(lost))} ที่ตรงกัน จึงไม่ได้นำข้อนั้นมา")
        return replace(
            one,
            id=None,
            indicator=indicator,
            issue=issue,
            codes=tuple(self._codes[code] for code in one.codes if code in self._codes),
            cause=self.text(one.cause),
            guideline=self.text(one.guideline),
            conclusion=self.text(one.conclusion),
        )

    def form_texts(self) -> Mapping[tuple[str, str], str]:
        made = {}
        for (form, key), text in self._data.texts.items():
            self._stand("ข้อความในเอกสาร", f"documents:{form}")
            made[form, key] = self.text(text)
        return made

    def limitations(self) -> Iterator[str]:
        for number, text in enumerate(self._data.limitations, 1):
            self._stand(f"ข้อจำกัดที่ {to_thai(str(number))}", "documents:results")
            yield self.text(text)

    def items(self) -> Iterator[OitEntry]:
        """Who looks after which item; answers and addresses belong to their year."""
        for entry in self._data.oit:
            if entry.unit and entry.code in self._codes:
                yield OitEntry(self._codes[entry.code], unit=entry.unit)
            elif entry.unit:
                self._stand(f"ทะเบียน OIT ข้อ {to_thai(entry.code)}", "oit")
                self._remark(f"ปีใหม่ไม่มีข้อที่ตรงกัน ({entry.unit})")

    def text(self, text: str) -> str:
        """With the codes of the later year; what stays of the earlier one is remarked."""
        lost: list[str] = []

        def translated(match: re.Match[str]) -> str:
            code = match[1].lower() + str(int(to_arabic(match[2])))
            if code not in self._known:
                return match[0]
            found = self._codes.get(code)
            if found is None:
                lost.append(code)
                return match[0]
            number = found[1:] if match[2].isascii() else to_thai(found[1:])
            return match[1] + number

        made = _CODE.sub(translated, text)
        for code in dict.fromkeys(lost):
            self._remark(f"อ้างข้อ {to_thai(code)} ซึ่งไม่ทราบว่าตรงกับข้อใดของปีใหม่")
        years = {to_arabic(found) for found in _YEAR.findall(made)} & self._years
        for year in sorted(years):
            self._remark(f"ยังกล่าวถึงปี {to_thai(year)}")
        return made

    def _step(self, step: Step) -> Step:
        text = self.text(step.text)
        return replace(step, text=text, start=self._day(step.start), end=self._day(step.end))

    def _day(self, day: date | None) -> date | None:
        """29 February becomes the 28th where there is none."""
        if day is None:
            return None
        try:
            return day.replace(year=day.year + self._by)
        except ValueError:
            return day.replace(year=day.year + self._by, day=28)

    def _home(
        self,
        kind: str,
        number: int | None,
        same: Callable[[Catalogue, Catalogue, int], int | None],
    ) -> int | None:
        found = None if number is None else same(self._data.catalogue, self._after, number)
        if number is not None and found is None:
            self._remark(f"ปีใหม่ไม่มี{kind}ที่ตรงกับ{kind}ที่ {to_thai(str(number))} โปรดเลือกใหม่")
        return found

    def _stand(self, place: str, at: str) -> None:
        self._place, self._at = place, at

    def _remark(self, words: str) -> None:
        made = Remark(self._place, words, self._at)
        if made not in self.remarks:
            self.remarks.append(made)
