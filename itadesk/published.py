"""What changes its number or name from year to year, as the resources say (catalogue-hints)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from resources import ROOT


@cache
def published() -> Mapping[int, tuple[str, ...]]:
    """The items that ask for the measures and for the report on them, by fiscal year (B.E.)."""
    return {int(year): tuple(codes) for year, codes in _body()["items"].items()}


@cache
def names_of_parts() -> Mapping[str, tuple[str, ...]]:
    """All names that a part of an indicator, by its code, had in any year."""
    return {code: tuple(names) for code, names in _body()["parts"].items()}


def _body() -> Any:  # noqa: ANN401  # as the file has it
    path = ROOT / "catalogue-hints" / "published.json"
    return json.loads(path.read_text(encoding="utf-8"))
