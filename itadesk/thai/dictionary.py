"""The word lists of resources/words, read once when the first line is broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from resources import ROOT

_FOLDER = ROOT / "words"
_FIELD_COST = 50  # tenths of a nat, as in common.txt: less than any two words
_HEAD = 3  # letters that a line of common.txt begins with
_DIGITS = "0123456789"

Words = tuple[tuple[int, Mapping[str, int]], ...]
"""Words with their cost (tenths of a nat), by length."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words; common ones stay lines of the file until text begins as they do."""

    common: Mapping[str, str]  # lines by the first letters
    field: Mapping[str, list[str]]  # words by the first letters
    places: frozenset[str]
    place_lengths: tuple[int, ...]
    provinces: frozenset[str]
    stops: frozenset[str]  # words that end a name
    units: frozenset[str]  # words that stay with the number before them
    numbered: frozenset[str]  # words that stay with the number after them
    ordinals: frozenset[str]  # the same when ที่ stands between
    _met: dict[str, Words]

    def words(self, letters: str) -> Words:
        """Words that a text beginning with these three letters (fewer at its end) begins with."""
        found = self._met.get(letters)
        if found is None:
            found = self._met[letters] = self._by_length(letters)
        return found

    def _by_length(self, letters: str) -> Words:
        costs: dict[str, int] = {}
        for head in {letters, letters[:2]}:
            costs.update(self._costs(head))
        lengths = {len(word): costs for word in costs}
        return tuple(sorted(lengths.items()))

    def _costs(self, head: str) -> dict[str, int]:
        costs: dict[str, int] = {}
        for entry in self.common.get(head.ljust(_HEAD), "")[_HEAD:].split():
            tail = entry.rstrip(_DIGITS)
            costs[head + tail] = int(entry[len(tail) :])
        for word in self.field.get(head, ()):
            costs[word] = min(_FIELD_COST, costs.get(word, _FIELD_COST))
        return costs


@cache
def load_lexicon() -> Lexicon:
    """Common words, compounds of the field, names of places, words with numbers."""
    places = frozenset(_lines("places.txt"))
    return Lexicon(
        common={line[:_HEAD]: line for line in _lines("common.txt")},
        field=_by_head(("field.txt", "abbreviations.txt", "provinces.txt")),
        places=places,
        place_lengths=tuple(sorted({len(place) for place in places})),
        provinces=frozenset(_lines("provinces.txt")),
        stops=frozenset(_lines("stops.txt")),
        units=frozenset(_lines("units.txt")),
        numbered=frozenset(_lines("numbered.txt")),
        ordinals=frozenset(_lines("ordinals.txt")),
        _met={},
    )


def _by_head(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        for word in _lines(name):
            found.setdefault(word[:_HEAD], []).append(word)
    return found


def _lines(name: str) -> list[str]:
    text = (_FOLDER / name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
