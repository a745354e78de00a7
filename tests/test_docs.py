"""README and ARCHITECTURE name what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from itadesk.cli.arguments import COMMANDS
from itadesk.reports.forms import forms

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_names_every_command(command):
    assert f"itadesk {command}" in README


@pytest.mark.parametrize("path", re.findall(r"!\[[^]]*\]\(([^)]+)\)", README))
def test_pictures_of_the_readme_are_there(path):
    assert (ROOT / path).stat().st_size > 10_000


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_every_form_has_a_picture_in_the_readme(form):
    assert f"![{form.title}](resources/help/forms/{form.id}.png)" in README


@pytest.mark.parametrize("name", ["run", "test", ".ci/run", "tools/lock.sh", "tests/bench/run"])
def test_commands_of_the_readme_can_be_started(name):
    assert name in README
    assert (ROOT / name).stat().st_mode & 0o111


def test_architecture_names_modules_that_exist():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:itadesk|db|ui|resources|tests)/[\w/.]+)`", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert len(text.splitlines()) < 80
