"""Making a year's issues: adding, naming, moving, removing them, and choosing their questions.

Issues keep their numbers while they are edited, so that what is written about one can follow it;
`numbered` gives them the numbers of their places in the end.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from itadesk.catalogue.editing import checked, map_indicators, set_issues
from itadesk.errors import BadValue, NotFound
from itadesk.model.catalogue import Catalogue, Indicator, Issue, Question
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line

_ADDED = 1000  # added issues count from here: no number of one that was there before comes again


def add_issue(catalogue: Catalogue, name: str) -> Catalogue:
    """A further issue at the end, without questions."""
    number = max([_ADDED, *(issue.no for issue in catalogue.issues)]) + 1
    _refuse_twin(catalogue, number, name)
    return set_issues(catalogue, (*catalogue.issues, Issue(number, name)))


def rename_issue(catalogue: Catalogue, number: int, name: str) -> Catalogue:
    """BadValue for an empty name, or one that another issue has."""
    place = _place(catalogue, number)
    _refuse_twin(catalogue, number, name)
    issues = list(catalogue.issues)
    issues[place] = Issue(number, name)
    return set_issues(catalogue, issues)


def move_issue(catalogue: Catalogue, number: int, by: int) -> Catalogue:
    """Further down with a positive `by`; at an end it stays there."""
    place = _place(catalogue, number)
    issues = list(catalogue.issues)
    moved = issues.pop(place)
    issues.insert(min(max(place + by, 0), len(issues)), moved)
    return set_issues(catalogue, issues)


def remove_issue(catalogue: Catalogue, number: int) -> Catalogue:
    """Its questions stay in their other issues."""
    _place(catalogue, number)
    return set_issues(catalogue, (issue for issue in catalogue.issues if issue.no != number))


def put_questions(
    catalogue: Catalogue, number: int, codes: Collection[str], *, inside: bool
) -> Catalogue:
    """Puts questions into an issue, or takes them out of it."""
    _place(catalogue, number)

    def change(question: Question) -> Question:
        if question.code not in codes:
            return question
        others = {issue for issue in question.issues if issue != number}
        return replace(question, issues=tuple(sorted(others | {number} if inside else others)))

    return checked(map_indicators(catalogue, lambda one: _each_question(one, change)))


def numbered(catalogue: Catalogue) -> tuple[Catalogue, Mapping[int, int]]:
    """The catalogue with its issues numbered from 1 as they stand, and the new number of each."""
    numbers = {issue.no: place for place, issue in enumerate(catalogue.issues, 1)}

    def change(question: Question) -> Question:
        return replace(question, issues=tuple(sorted(numbers[no] for no in question.issues)))

    issues = tuple(Issue(numbers[issue.no], issue.name) for issue in catalogue.issues)
    made = map_indicators(
        replace(catalogue, issues=issues), lambda one: _each_question(one, change)
    )
    return checked(made), numbers


def _each_question(indicator: Indicator, change: Callable[[Question], Question]) -> Indicator:
    return replace(indicator, questions=tuple(map(change, indicator.questions)))


def _place(catalogue: Catalogue, number: int) -> int:
    for place, issue in enumerate(catalogue.issues):
        if issue.no == number:
            return place
    raise NotFound(f"ไม่มีประเด็นที่ {to_thai(str(number))} ในชุดข้อคำถามนี้ โปรดเลือกจากรายการ")


def _refuse_twin(catalogue: Catalogue, number: int, name: str) -> None:
    clean = normalise_line(name)
    if any(issue.name == clean and issue.no != number for issue in catalogue.issues):
        raise BadValue(f"มีประเด็น “{clean}” แล้ว โปรดตั้งชื่อให้ต่างกัน")
