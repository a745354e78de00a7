"""Place names after ตำบล, อำเภอ, เทศบาล …: known ones, and unknown ones up to a common word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itadesk.thai.dictionary import Lexicon

_OFFICE = (
    r"องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)|นายกเทศมนตรี(?:ตำบล|เมือง|นคร)|ตำบล|อำเภอ|จังหวัด|แขวง|"
    r"ภูธร|อบต\.|อบจ\.|ทต\.|ทม\.|ทน\.|(?<![ก-๎.])[ตอจถซบ]\."
)
_WEAK = (
    r"เขต|บ้าน|หมู่บ้าน|ชุมชน|โรงเรียน|วัด|คลอง|หนองน้ำ|ห้วย|ลำห้วย|ลำน้ำ|ลำเหมือง|แม่น้ำ|บึง|อ่างเก็บน้ำ|ฝาย|"
    r"สะพาน|แยก|รพ\.สต\.|สภ\.|ศพด\.|ศูนย์พัฒนาเด็กเล็ก|ตลาด"
)
_PREFIX = re.compile(rf"(?P<strong>(?P<office>{_OFFICE})|ถนน|ซอย)|{_WEAK}")
STRONG_COST, WEAK_COST = 40, 80
_LONGEST_UNKNOWN = 16
_SHORT = 12  # บ้าน or ถนน and a name that stay together


def place_edges(run: str, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """(start, end, cost) of every known place name that follows a prefix in the run."""
    for match in _PREFIX.finditer(run):
        start = match.end()
        cost = STRONG_COST if match["strong"] else WEAK_COST
        for length in lexicon.place_lengths:
            if start + length <= len(run) and run[start : start + length] in lexicon.places:
                yield start, start + length, cost


def unknown_places(
    run: str, words: list[tuple[int, int, bool]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Spans of names that no list has: the words after a prefix up to a common word."""
    for number, (start, end, _) in enumerate(words[:-1]):
        match = _PREFIX.fullmatch(run, start, end) or _ends_with_prefix(run, start, end)
        if not match:
            continue
        following = words[number + 1 :]
        length = _name_length(run, following, lexicon)
        if length:
            last = following[length - 1][1]
            joined = last - start <= _SHORT and not match["office"]
            yield start if joined else following[0][0], last


def _ends_with_prefix(run: str, start: int, end: int) -> re.Match[str] | None:
    """A compound that ends as a prefix does: นายกเทศมนตรีตำบล, ในเขตเทศบาลเมือง."""
    for match in _PREFIX.finditer(run, start, end):
        if match.end() == end and match["strong"]:
            return match
    return None


def _name_length(run: str, words: list[tuple[int, int, bool]], lexicon: Lexicon) -> int:
    """How many words belong to the name; 0 when a common word or a province comes first."""
    begin, end, _ = words[0]
    if run[begin:end] in lexicon.provinces:
        return 0
    if len(run) - begin <= _SHORT and run[begin:end] not in lexicon.stops:
        return len(words)
    count = 0
    for start, end, _ in words:
        if run[start:end] in lexicon.stops or end - begin > _LONGEST_UNKNOWN:
            break
        count += 1
    return count
