"""Builds common.txt from two CC0 lists of pythainlp: words_th.txt and tnc_freq.txt.

Run with the folder of those two files: python -m resources.words.build FOLDER
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

_THAI = re.compile(r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")
_PHRASE = re.compile(r"และ|แห่ง|เพื่อ|ของ|ประเทศ|สำนักงาน|คณะกรรมการ")
_PREFIXES = ("การ", "ความ", "ผู้")
_MIN_COUNT = 30  # of a word that only the corpus has
_COMPOUND = 0.85  # a listed compound costs less than its parts
_HERE = Path(__file__).parent


def main(folder: Path) -> None:
    counts = _counts(folder / "tnc_freq.txt")
    total = sum(counts.values())
    dropped = set((_HERE / "no-words.txt").read_text("utf-8").split())
    listed = {w for w in (folder / "words_th.txt").read_text("utf-8").split("\n") if _wanted(w)}
    counted = {w for w, n in counts.items() if n >= _MIN_COUNT and _wanted(w)}
    words = {w for w in listed | counted if not _is_phrase(w, listed)} - dropped
    costs: dict[str, float] = {}
    for word in sorted(words, key=len):
        own = math.log(total / (counts.get(word, 0) + 0.5))
        parts = _split_cost(word, costs)
        costs[word] = min(own, parts * _COMPOUND) if word in listed else own
    (_HERE / "common.txt").write_text("\n".join(_lines(costs)) + "\n", "utf-8")


def _counts(path: Path) -> dict[str, int]:
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line)
    return {word: int(count) for word, count in rows}


def _wanted(word: str) -> bool:
    return bool(_THAI.fullmatch(word)) and (len(word) > 1 or word == "ณ")


def _is_phrase(word: str, listed: set[str]) -> bool:
    """Names of authorities, and การ before a word: the breaker makes those itself."""
    if len(word) >= 16 and _PHRASE.search(word):
        return True
    prefix = next((p for p in _PREFIXES if word.startswith(p)), "")
    return bool(prefix) and word[len(prefix) :] in listed


def _split_cost(word: str, costs: dict[str, float]) -> float:
    best = [0.0] + [math.inf] * len(word)
    for end in range(1, len(word) + 1):
        best[end] = min(best[start] + costs.get(word[start:end], math.inf) for start in range(end))
    return best[-1]


def _lines(costs: dict[str, float]) -> Iterator[str]:
    """The first three letters, filled with spaces; then what each word adds, and its cost in
    tenths of a nat."""
    for head, words in groupby(sorted(costs), key=lambda word: word[:3].ljust(3)):
        yield " ".join([head, *(f"{word[3:]}{round(costs[word] * 2) * 5}" for word in words)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
