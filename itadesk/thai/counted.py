"""Words beside numbers: ๙๒.๓๓ คะแนน, ร้อยละ ๘๐, ลำดับที่ ๒ stay on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itadesk.thai.dictionary import Lexicon
from itadesk.thai.pairs import NUMBER

_BEFORE = re.compile(rf"(?<![A-Za-z0-9๐-๙.,/])(?P<number>{NUMBER})\s{{1,2}}\Z")
_AFTER = re.compile(rf"\s{{1,2}}(?:{NUMBER}|\([0-9๐-๙]+\))")
_YEAR = re.compile("[2๒][4-6๔-๖][0-9๐-๙]{2}")
_WINDOW = 24  # letters looked at before a word
# the number belongs to the word before it: มาตรา ๕๙ แห่งพระราชบัญญัติ
_TAKEN = re.compile(r"(?:ที่|มาตรา|ข้อ|หมวด|หมู่|ม\.|ถนน|พ\.ศ\.)\s{0,2}\Z")
_STREET = frozenset(("หมู่", "หมู่ที่", "ถนน", "ซอย", "ซ.", "ถ.", "ม."))
# what is counted in thousands; any other word after 2567 belongs to the year
_COUNTED_HIGH = frozenset(("บาท", "คน", "ราย", "แห่ง", "ครัวเรือน", "หลังคาเรือน", "ครั้ง"))


def counted(
    text: str, offset: int, words: list[tuple[int, int, bool]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """(start, end) in `text` of number and unit, word and number; `words` lie at `offset`."""
    _, end, _ = words[0]
    unit = text[offset : offset + end]
    before = _BEFORE.search(text, max(0, offset - _WINDOW), offset)
    if before and unit in lexicon.units and _counts(text, before, unit):
        yield before.start(), offset + end
    start, end = offset + words[-1][0], offset + words[-1][1]
    word = text[start:end]
    if word == "ที่" and len(words) > 1:
        previous = offset + words[-2][0]
        if text[previous:start].endswith(tuple(lexicon.ordinals)):
            start = previous
            yield start, end
    after = _AFTER.match(text, end)
    if after and (word in lexicon.numbered or word.endswith("ที่")):
        yield start, after.end()


def _counts(text: str, before: re.Match[str], unit: str) -> bool:
    if unit in _STREET:
        return True
    if _TAKEN.search(text, max(0, before.start() - _WINDOW), before.start()):
        return False
    return not _YEAR.fullmatch(before["number"]) or unit in _COUNTED_HIGH
