"""The word lists of resources/words, read once when the first line is broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from resources import ROOT

_FOLDER = ROOT / "words"
_FIELD_COST = 50  # tenths of a nat, as in common.txt: less than any two words

Lengths = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with their cost (tenths of a nat), indexed by their first three letters."""

    costs: Mapping[str, int]
    lengths: Lengths
    places: frozenset[str]
    place_lengths: Lengths
    provinces: frozenset[str]
    stops: frozenset[str]  # words that end a name
    units: frozenset[str]  # words that stay with the number before them
    numbered: frozenset[str]  # words that stay with the number after them
    ordinals: frozenset[str]  # the same when ที่ stands between


@cache
def load_lexicon() -> Lexicon:
    """Common words, compounds of the field, names of places, words with numbers."""
    costs = _common()
    for name in ("field.txt", "abbreviations.txt", "provinces.txt"):
        for word in _lines(name):
            costs[word] = min(_FIELD_COST, costs.get(word, _FIELD_COST))
    places = frozenset(_lines("places.txt"))
    return Lexicon(
        costs=costs,
        lengths=index(costs, 3),
        places=places,
        place_lengths=index(places, 2),
        provinces=frozenset(_lines("provinces.txt")),
        stops=frozenset(_lines("stops.txt")),
        units=frozenset(_lines("units.txt")),
        numbered=frozenset(_lines("numbered.txt")),
        ordinals=frozenset(_lines("ordinals.txt")),
    )


def index(words: Iterable[str], letters: int) -> dict[str, tuple[int, ...]]:
    """The lengths of the words by their first letters."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[:letters], set()).add(len(word))
    return {key: tuple(sorted(lengths)) for key, lengths in found.items()}


def _lines(name: str) -> list[str]:
    text = (_FOLDER / name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def _common() -> dict[str, int]:
    costs: dict[str, int] = {}
    cost = 0
    for line in _lines("common.txt"):
        if line[0] == "=":
            cost = int(line[1:])
        else:
            costs[line] = cost
    return costs
