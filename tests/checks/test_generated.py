"""Each check on many generated offices, with the mistake put in and taken out."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import itadesk.checks
from itadesk.checks import examine

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
