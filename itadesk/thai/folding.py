"""Text as a search compares it: one kind of digits, of sara am, of case, without spaces."""

from __future__ import annotations

from itadesk.thai.normalise import normalise

_FOLDED = str.maketrans(
    dict(zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True))
    | {"\u0e33": "\u0e4d\u0e32"}  # sara am as its two parts
    | dict.fromkeys(" \t\n\u00a0\u200b\u2060", None)
)
_MARKS = str.maketrans(dict.fromkeys("\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e", None))


def fold(text: str) -> str:
    """Equal for texts that a reader takes for the same; marks are brought in order first."""
    return normalise(text).translate(_FOLDED).lower()


def bare(folded: str) -> str:
    """A folded text without tone marks, which are often left out or mistyped."""
    return folded.translate(_MARKS)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a query, each folded."""
    return tuple(filter(None, map(fold, normalise(text).split())))


def place_of(text: str, word: str) -> tuple[int, int] | None:
    """Where a folded word stands in a text, from and to; None when it is not there."""
    text = normalise(text)
    places: list[int] = []
    letters = ""
    for n, letter in enumerate(text):
        part = letter.translate(_FOLDED).lower()
        letters += part
        places += [n] * len(part)
    at = letters.find(word)
    if at < 0 or not word:
        return None
    return places[at], places[at + len(word) - 1] + 1
