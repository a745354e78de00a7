"""The layers keep to their arrows, and modules and functions to their size."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ("itadesk", "db", "ui", "resources")
MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_MODULE, LONGEST_TEST_MODULE, LONGEST_FUNCTION = 300, 500, 40


def test_imports_point_to_the_core():
    # in a process of its own: it sets up logging and would silence the loggers of later tests
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_and_functions_stay_small(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_test_modules_stay_readable():
    sizes = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in TESTS}
    assert {name: size for name, size in sizes.items() if size > LONGEST_TEST_MODULE} == {}


YEAR_OR_CODE = re.compile(r"25[5-9]\d|[ieo]\d{1,2}")


def test_no_fiscal_year_or_question_code_stands_in_rules():
    found = [
        f"{path.relative_to(ROOT)}: {node.value!r}"
        for path in sorted((ROOT / "itadesk").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | str)
        and YEAR_OR_CODE.fullmatch(str(node.value))
    ]
    assert found == ["itadesk/services/years.py: 2555"]  # the first year that is no slip
