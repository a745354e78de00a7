"""Two years side by side."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from itadesk.comparing import Level, compare, figures_of
from itadesk.model.assessment import OVERALL, Assessment, QuestionScore
from itadesk.model.result import Figure
from itadesk.model.year import OtherYear
from itadesk.services.years import shipped_catalogue


def year_of(year, scores, official=None):
    typed = {code: QuestionScore(code, Decimal(value)) for code, value in scores.items()}
    figures = {key: Decimal(value) for key, value in (official or {}).items()}
    made = Assessment(year, year + 1, "", typed, figures)
    return OtherYear(shipped_catalogue(year), made)


def line(rows, level, code, alone=""):
    return next(r for r in rows if (r.level, r.code, r.alone) == (level, code, alone))


def test_a_question_is_compared_with_the_one_of_its_meaning():
    rows = compare(year_of(2567, {"o4": 0, "o3": 100}), year_of(2568, {"o3": 100}))
    found = line(rows, Level.QUESTION, "o3")
    assert found.earlier == "o4"
    assert found.change == Decimal(100)
    assert found.sure


def test_what_only_one_year_has_stands_alone():
    rows = compare(year_of(2567, {"o6": 100}), year_of(2568, {"o12": 100}))
    gone = line(rows, Level.QUESTION, "o6", "before")
    assert gone.before.value == 100
    assert gone.change is None
    assert line(rows, Level.QUESTION, "o12", "after").change is None


def test_questions_without_a_text_are_taken_by_their_code_and_say_so():
    found = line(
        compare(year_of(2567, {"i1": 90}), year_of(2568, {"i1": "92.5"})), "question", "i1"
    )
    assert (found.change, found.sure) == (Decimal("2.5"), False)


def test_the_difference_is_of_the_figures_as_shown():
    before = year_of(2567, {}, {OVERALL: "91.005"})
    after = year_of(2568, {}, {OVERALL: "92.004"})
    assert compare(before, after)[0].change == Decimal("0.99")


def test_an_incomplete_figure_has_no_change():
    rows = compare(year_of(2567, {"i1": 90}), year_of(2568, {"i1": 95}))
    assert line(rows, Level.INDICATOR, "1").change is None
    half = replace(rows[-1], before=Figure(Decimal(1), complete=True), after=Figure(Decimal(2)))
    assert half.change is None


def test_every_question_of_both_years_is_there_once():
    rows = compare(year_of(2566, {}), year_of(2567, {}))
    questions = [row for row in rows if row.level is Level.QUESTION]
    later = [row.code for row in questions if row.alone != "before"]
    assert later == [q.code for q in shipped_catalogue(2567).questions]
    earlier = {row.earlier or row.code for row in questions if row.alone != "after"}
    assert earlier == {q.code for q in shipped_catalogue(2566).questions}


def test_the_row_of_years_has_overall_and_instruments():
    found = figures_of(year_of(2568, {}, {OVERALL: 93, "IIT": 90}))
    assert found.overall.value == 93
    assert found.instruments["IIT"].value == 90
    assert found.instruments["OIT"].value is None
