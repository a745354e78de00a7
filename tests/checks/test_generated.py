"""Each check on many generated offices, with the mistake put in and taken out."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import itadesk.checks
from itadesk.checks import CheckData, examine
from itadesk.model.document import DocumentRecord, Signatory
from itadesk.model.work import Finding, Measure, RoundReport, Step

from .mistakes import MISTAKES
from .offices import generated

COUNT = 200
# what an office may rightly be told although it made no mistake
TRUE_OF_MANY = {"analysis.missing", "scores.unconfirmed_text"}
_ID = re.compile(r'"((?:scores|analysis|measures|rounds|documents)\.\w+)"')


def modules():
    """The ids that each module of checks may tell."""
    paths = Path(itadesk.checks.__file__).parent.glob("*.py")
    found = {path.stem: set(_ID.findall(path.read_text("utf-8"))) for path in paths}
    return {name: ids for name, ids in found.items() if ids}


@pytest.fixture(scope="module")
def offices():
    return [generated(number) for number in range(COUNT)]


def ids(found, checks):
    return {remark.id for check in checks for remark in check(found)}


def test_an_office_without_a_mistake_is_told_of_none(offices):
    told = {r.id: (number, r) for number, each in enumerate(offices) for r in examine(each).open}
    assert set(told) <= TRUE_OF_MANY, told


def test_words_of_an_office_without_a_mistake_are_known(offices):
    for office in offices[:20]:
        assert {r.id for r in examine(office, slow=True).open} <= TRUE_OF_MANY


@pytest.mark.parametrize(("check", "put"), MISTAKES, ids=[f.__name__ for _, f in MISTAKES])
def test_a_mistake_is_found_where_it_was_put_and_not_where_it_was_not(offices, check, put):
    (home,) = (name for name, known in modules().items() if check in known)
    checks = import_module(f"itadesk.checks.{home}").CHECKS
    tried = 0
    for number, office in enumerate(offices):
        wrong = put(office)
        if wrong is None or check in ids(office, checks):
            continue  # this one cannot make it, or is rightly told already
        tried += 1
        assert check in ids(wrong, checks), number
    assert tried >= COUNT / 5


def test_every_check_is_tried():
    assert set().union(*modules().values()) == {check for check, _ in MISTAKES}


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=120) | st.lists(
    st.sampled_from(
        [
            "ตัวชี้วัดที่",
            "๑๐.๒",
            "i",
            "๗",
            "o๑๒",
            " - ",
            "๙๙.๓๘",
            "พ.ศ.",
            "๒๕๖๘",
            "จังหวัด",
            "{",
            "}",
            "\n",
            ".",
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.none() | st.integers(-1, 99), st.sampled_from(["i1", "x", "o99", ""]))
def test_nothing_that_is_written_is_too_odd_to_be_read(one, other, number, code):
    found = generated(7)
    data = found.data
    odd = replace(
        data,
        office=replace(data.office, name=one),
        findings=(Finding(1, number, number, (code,), one, other, one), *data.findings),
        measures=(Measure(1, 1, number, number, one, other, one, (Step(one),), responsible=other),),
        rounds=(RoundReport(5, 6, one, other), RoundReport(1, 12, other, one)),
        limitations=(one,),
        texts={("x", one): other, ("letter", "sign_position"): one},
        documents=(
            DocumentRecord(1, one, other, None, {"body": one}, (Signatory(one, "", other),)),
        ),
    )
    remarks = examine(CheckData(odd, before=data)).open
    assert all(remark.message and remark.place for remark in remarks)
