"""What an analysis is about: an indicator, or an issue (ประเด็นการวิเคราะห์)."""

from __future__ import annotations

from dataclasses import dataclass

from itadesk.findings import Lowest, codes_of, codes_of_issue, lowest
from itadesk.issues import findings_about, weak_codes
from itadesk.model.catalogue import Catalogue, Question
from itadesk.model.work import Finding
from itadesk.model.year import YearData


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator by its number, or an issue by its own."""

    no: int
    is_issue: bool = False

    def owns(self, finding: Finding) -> bool:
        return self.no == (finding.issue if self.is_issue else finding.indicator)

    def blank(self) -> Finding:
        """A finding about it, nothing written."""
        return Finding(issue=self.no) if self.is_issue else Finding(indicator=self.no)

    def name(self, catalogue: Catalogue) -> str:
        if self.is_issue:
            return next((each.name for each in catalogue.issues if each.no == self.no), "")
        indicator = catalogue.indicator(self.no)
        return indicator.name.text if indicator else ""

    def questions(self, catalogue: Catalogue) -> tuple[Question, ...]:
        """In printed order."""
        codes = (codes_of_issue if self.is_issue else codes_of)(catalogue, self.no)
        return tuple(q for q in catalogue.questions if q.code in codes)


def where_written(finding: Finding) -> str:
    """Where a finding is written in the window: `analysis:3` or `analysis:issue3`."""
    if finding.indicator is not None:
        return f"analysis:{finding.indicator}"
    return f"analysis:issue{finding.issue}"


def subject_at(within: str) -> Subject:
    """What the part of a place behind the colon means."""
    number = within.removeprefix("issue")
    return Subject(int(number), is_issue=number != within)


def weak_spots(data: YearData, subject: Subject) -> Lowest:
    """The questions that a finding is about which names none.

    Of an indicator the lowest; of an issue its weak points, `all_full` where it has none.
    """
    if not subject.is_issue:
        return lowest(data.catalogue, data.result, subject.no)
    codes = codes_of_issue(data.catalogue, subject.no)
    weak = weak_codes(data)
    facts = (data.result.questions.get(code) for code in codes)
    complete = bool(codes) and all(each is not None and each.complete for each in facts)
    scored = any(data.result.questions.get(code) is not None for code in codes)
    chosen = tuple(code for code in codes if code in weak)
    return Lowest(chosen, all_full=scored and complete and not chosen, complete=complete)


def written_elsewhere(data: YearData, issue_no: int) -> tuple[Finding, ...]:
    """What indicators say about the weak points of an issue, each finding once."""
    found = (
        finding
        for code in weak_spots(data, Subject(issue_no, is_issue=True)).codes
        for finding in findings_about(data, issue_no, code)
        if finding.issue != issue_no
    )
    return tuple(dict.fromkeys(found))
