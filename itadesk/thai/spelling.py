"""Words that no list has or that nobody writes so, and what they were perhaps meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from itadesk.thai.breaking import Known, make_breaker
from itadesk.thai.dictionary import Lexicon, load_lexicon
from itadesk.thai.segment import WORD_COST

_LETTERS = "".join(
    map(chr, (*range(0x0E01, 0x0E2F), *range(0x0E30, 0x0E3A), *range(0x0E40, 0x0E4D)))
)
_OTHER_WORDS = re.compile(
    r"[^\W_\u0e00-\u0e4e]+(?:[.,/-][^\W_\u0e00-\u0e4e]+)*|[๐-๙]+(?:[.,/-][๐-๙]+)*"
)
_SHORTEST = 3  # letters; shorter ones that stand alone are codes and letters of a list
_LONGEST = 18  # letters of what is compared with the list
_AROUND = 2  # words before and after that may belong to a misspelt one
_OFFERED = 5
_GAIN = 85  # tenths of a nat by which a word is likelier than several that stand in its place
_COMMON = 80  # tenths of a nat; of words that are all commoner, a sentence can be made

Word = tuple[int, int, Known]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Where in the text, and the likeliest words of the list, best first."""

    start: int
    end: int
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a text, and how many words it has."""

    unknown: tuple[Unknown, ...]
    words: int


class Speller:
    """Remembers the last paragraphs. Made with the office's own words and names."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._breaker = make_breaker(words)
        self.check = lru_cache(maxsize=2048)(self._check)

    def _check(self, text: str) -> Checked:
        """One paragraph; about a millisecond for 300 letters that were not seen before."""
        runs = list(_runs(self._breaker.words(text)))
        lexicon = load_lexicon()
        found = [each for run in runs for each in _misspelt(text, run, lexicon)]
        thai = sum(known is not Known.NOT for run in runs for _, _, known in run) + len(found)
        return Checked(tuple(found), thai + len(_OTHER_WORDS.findall(text)))


@lru_cache(maxsize=2)
def speller_of(words: tuple[str, ...]) -> Speller:
    """The same speller for the same words, with what it remembers."""
    return Speller(words)


def _runs(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that touch each other."""
    run: list[Word] = []
    for word in words:
        if run and run[-1][1] != word[0]:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _misspelt(text: str, run: list[Word], lexicon: Lexicon) -> Iterator[Unknown]:
    first, last = run[0][0], run[-1][1]
    if last - first < _SHORTEST or "." in text[first : last + 1]:
        return  # ฯลฯ, นฐ, พ.ร.บ.
    at = 0
    while at < len(run):
        to = at
        while to < len(run) and run[to][2] is Known.NOT:
            to += 1
        found = _judged(text, run, at, to, lexicon) if to > at else _doubted(text, run, at, lexicon)
        at = max(to, at + 1)
        if found is not None:
            yield found
            while at < len(run) and run[at][0] < found.end:
                at += 1


def _judged(text: str, run: list[Word], at: int, to: int, lexicon: Lexicon) -> Unknown | None:
    """The letters of no word with the words beside them that a word of the list is made of."""
    offers: list[tuple[int, str, int, int]] = []
    for start in range(max(at - _AROUND, 0), at + 1):
        for end in range(to, min(to + _AROUND, len(run)) + 1):
            first, last = run[start][0], run[end - 1][1]
            beside = (*run[max(at - _AROUND, 0) : start], *run[end : to + _AROUND])
            cost = sum(_cost(text[a:b], lexicon) or 0 for a, b, _ in beside)
            offers += [(cost + own, word, first, last) for own, word in _near(text[first:last])]
    if not offers:
        return Unknown(run[at][0], run[to - 1][1]) if to - at > 1 else None
    _, _, first, last = min(offers)
    return Unknown(
        first, last, _best((own, w) for own, w, a, b in offers if (a, b) == (first, last))
    )


def _doubted(text: str, run: list[Word], at: int, lexicon: Lexicon) -> Unknown | None:
    """Two or three words that nobody writes so, one letter away from a word that is common."""
    costs: list[int] = []
    for word in run[at : at + 1 + _AROUND]:
        cost = _cost(text[word[0] : word[1]], lexicon) if word[2] is Known.WORD else None
        if cost is None:
            break
        costs.append(cost + WORD_COST)
    for count in range(len(costs), 1, -1):
        first, last = run[at][0], run[at + count - 1][1]
        limit = sum(costs[:count]) - _GAIN - WORD_COST
        doubtful = limit > _COMMON and max(costs[:count]) >= _COMMON + WORD_COST
        near = _near(text[first:last]) if doubtful else ()
        if near and near[0][0] <= limit:
            return Unknown(first, last, _best(near))
    return None


def _best(offers: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for _, word in sorted(offers)))[:_OFFERED]


def _cost(word: str, lexicon: Lexicon) -> int | None:
    """Tenths of a nat; None for what is no word."""
    for length, costs in lexicon.words(word[:3]):
        if length == len(word):
            return costs.get(word)
    return None


@lru_cache(maxsize=8192)
def _near(word: str) -> tuple[tuple[int, str], ...]:
    """Words of the list that differ in one letter, or in the order of two, with their cost."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ()
    lexicon = load_lexicon()
    found = ((_cost(each, lexicon), each) for each in _changed(word) if len(each) > 1)
    return tuple(sorted((cost, each) for cost, each in found if cost is not None))


def _changed(word: str) -> set[str]:
    halves = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    fewer = {a + b[1:] for a, b in halves if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    other = {a + letter + b[1:] for a, b in halves if b for letter in _LETTERS}
    more = {a + letter + b for a, b in halves for letter in _LETTERS}
    return (fewer | swapped | other | more) - {word}
