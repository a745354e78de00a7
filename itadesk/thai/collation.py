"""Thai alphabetical order."""

from __future__ import annotations

import re
from functools import lru_cache

from itadesk.thai.digits import to_arabic

_TONES = re.compile("[็-์]")
_LETTERS = re.compile("[^็-์]")
_LEADING_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")
_INVISIBLE = re.compile("[\u200b\u2060]")


@lru_cache(maxsize=32_768)  # lists are sorted again and again
def sort_key(text: str) -> tuple[str, str]:
    """Key for Thai order: consonant before its leading vowel, tone marks last (as pythainlp)."""
    text = to_arabic(_INVISIBLE.sub("", text))
    return _LEADING_VOWEL.sub(r"\2\1", _TONES.sub("", text)), _LETTERS.sub(" ", text)
