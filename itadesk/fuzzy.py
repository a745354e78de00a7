"""How well what was typed fits a name, when a command or a place is looked for."""

from __future__ import annotations

from itadesk.thai.folding import bare, fold, folded_words

_DENSE = 0.5  # least share of the letters typed in the stretch they were found in
_FEWEST = 3  # letters; fewer must stand side by side


def fit(typed: str, name: str) -> float:
    """0 when it does not fit; more is better: begins with, has, has the words, has the letters.

    Tone marks may be left out.
    """
    wanted, folded = fold(typed), fold(name)
    if not wanted:
        return 1
    exact = _fit(wanted, folded)
    if exact:
        return 1 + exact
    if all(word in folded for word in folded_words(typed)):
        return 1.5
    wanted, folded = bare(wanted), bare(folded)
    return _fit(wanted, folded) or _scattered(wanted, folded)


def _fit(wanted: str, folded: str) -> float:
    """By where the whole of it stands, the earlier in the shorter name the better."""
    at = folded.find(wanted)
    if not wanted or at < 0:
        return 0
    return (2 if at == 0 else 1) - at / (len(folded) + 1) / 2 - len(folded) / 10000


def _scattered(wanted: str, folded: str) -> float:
    """All letters in their order, not too far apart; always below a whole fit."""
    if len(wanted) < _FEWEST:
        return 0
    starts = (n for n, letter in enumerate(folded) if letter == wanted[0])
    spans = filter(None, (_span(wanted, folded, start) for start in starts))
    best = len(wanted) / min(spans, default=len(wanted) / _DENSE + 1)
    return best * 0.4 if best >= _DENSE else 0


def _span(wanted: str, folded: str, start: int) -> int:
    """Letters of the stretch from `start` that holds all letters in order; 0 without one."""
    at = start
    for letter in wanted[1:]:
        at = folded.find(letter, at + 1)
        if at < 0:
            return 0
    return at - start + 1
