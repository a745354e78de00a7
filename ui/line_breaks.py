"""Where lines of Thai may break on a system whose Qt does not know (without libthai)."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from PySide6.QtCore import QTextBoundaryFinder

ZWSP = "\u200b"  # shown only; what is stored, copied or read aloud has none of ours
_TWO_WORDS = "การประชุม"


@cache
def qt_breaks_thai() -> bool:
    """True where Qt has found libthai."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, _TWO_WORDS)
    return 0 < finder.toNextBoundary() < len(_TWO_WORDS)


def breakable(text: str) -> str:
    """The text as Qt has to be given it, so that lines break between words."""
    return text if qt_breaks_thai() else _with_breaks(text)


def shown(text: str) -> str:
    """A piece of such a text without what was put in."""
    return text if qt_breaks_thai() else text.replace(ZWSP, "")


@lru_cache(maxsize=2048)
def _with_breaks(text: str) -> str:
    from itadesk.thai.breaking import make_breaker

    if text.isascii():
        return text
    edges = (0, *make_breaker().breaks(text), len(text))
    words = (text[a:b] for a, b in pairwise(edges))
    return ZWSP.join(words).replace(f" {ZWSP}", " ")
