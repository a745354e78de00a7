"""What a box of an analysis needs to know of the indicator or issue it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from itadesk.catalogue.wording import proposed
from itadesk.findings import Lowest
from itadesk.model.catalogue import Question
from itadesk.model.work import Finding
from itadesk.model.year import YearData
from itadesk.subjects import Subject, weak_spots, written_elsewhere
from itadesk.thai.digits import to_thai
from ui.widgets.pick_popup import Entry

LOWEST_WORDS = "ข้อที่ได้คะแนนน้อยที่สุด"
WEAK_WORDS = "จุดอ่อนของประเด็น"
FROM_INDICATOR = "เว้นว่างไว้ เอกสารจะใช้ที่เขียนรายตัวชี้วัด: "


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Questions and OIT items to choose from, what no chosen question means, and what the
    document prints of an issue whose texts are empty."""

    subject: Subject
    questions: Sequence[Entry]
    low: Lowest
    items: Sequence[Entry]
    cause: str = ""
    guideline: str = ""
    conclusion: str = ""

    @property
    def unnamed(self) -> str:
        """What a finding is about that names no question."""
        words = WEAK_WORDS if self.subject.is_issue else LOWEST_WORDS
        if self.low.codes:
            return f"{words}: {to_thai(', '.join(self.low.codes))}"
        if self.low.all_full:
            return "ไม่มีจุดอ่อน" if self.subject.is_issue else "ทุกข้อได้ ๑๐๐ คะแนน"
        return f"{words} (ยังไม่ได้กรอกคะแนน)"

    @property
    def remark(self) -> str:
        words = WEAK_WORDS if self.subject.is_issue else LOWEST_WORDS
        return f"ไม่เลือกข้อใด โปรแกรมใช้{words}ให้เอง"


def surroundings(data: YearData, subject: Subject) -> Surroundings:
    """The questions and items of a year as they can be chosen."""
    own = _entries(subject.questions(data.catalogue))
    items = _entries(q for q in data.catalogue.questions if q.binary)
    low = weak_spots(data, subject)
    if not subject.is_issue:
        return Surroundings(subject, own, low, items)
    from itadesk.reports.forms.issues import conclusion

    elsewhere = written_elsewhere(data, subject.no)
    return Surroundings(
        subject,
        own,
        low,
        items,
        _printed_instead([f.cause for f in elsewhere]),
        _printed_instead([f.guideline for f in elsewhere]),
        conclusion(data, subject.no),
    )


def title(data: YearData, subject: Subject) -> str:
    """The head above its questions."""
    kind = "ประเด็นที่" if subject.is_issue else "ตัวชี้วัดที่"
    return f"{kind} {to_thai(str(subject.no))} {subject.name(data.catalogue)}".strip()


def own_findings(data: YearData, subject: Subject) -> list[Finding]:
    """What is written about it, in the order of the file."""
    return [each for each in data.findings if subject.owns(each)]


def _entries(questions: Iterable[Question]) -> list[Entry]:
    return [Entry(q.code, f"{to_thai(q.code)} {proposed(q.text)}") for q in questions]


def _printed_instead(texts: Sequence[str]) -> str:
    """What is written with the indicators and printed here too."""
    written = " ".join(filter(None, texts))
    return f"{FROM_INDICATOR}{written}" if written else ""
