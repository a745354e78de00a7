"""The table of faults names tests that are there, and leaves no row out."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (Path(__file__).with_name("README.md")).read_text(encoding="utf-8")
ROWS = [line.split(" | ") for line in TABLE.splitlines() if re.match(r"\| (\d+|–) \|", line)]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TABLE)))


@cache
def functions(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_row_of_the_matrix_is_answered():
    numbers = [row[0].strip("| ") for row in ROWS]
    assert numbers[:46] == [str(number) for number in range(1, 47)]
    assert len(numbers) == 46 + 11
    shown = [row[2] for row in ROWS]
    assert [each for each in shown if not re.search(r"`tests/|self-test", each)] == []


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_a_test_that_the_table_names_is_there(path, name):
    assert name in functions(path)
