"""Line breaks on sentences marked by hand: ours against nlpo3 on pythainlp's word list."""

import importlib.util
import json
import time
from pathlib import Path

from itadesk.thai.breaking import make_breaker
from itadesk.thai.clusters import may_begin
from tests.thai.linebreak_scorer import Marked, from_marks, score

HERE = Path(__file__).parents[1]
SAMPLE = HERE.parents[1] / "shared" / "linebreak-sample.json"


def main() -> None:
    own = (HERE / "thai" / "marked_sentences.txt").read_text(encoding="utf-8").splitlines()
    sets = {"own sentences": [from_marks(line) for line in own if line and line[0] != "#"]}
    if SAMPLE.exists():
        sets["sample"] = [marked(item) for item in json.loads(SAMPLE.read_text("utf-8"))["items"]]
    engines = {"itadesk": make_breaker().breaks, "nlpo3": _nlpo3()}
    for name, items in sets.items():
        for engine, breaks in engines.items():
            start = time.perf_counter()
            found = score(breaks, items)
            spent = 1000 * (time.perf_counter() - start)
            print(
                f"{name} ({len(items)}), {engine}: {len(found.hard)} hard, {len(found.wrong)} other, "
                f"coverage {found.coverage:.3f}, {spent:.0f} ms"
            )


def marked(item: dict) -> Marked:
    whole = tuple((span["start"], span["end"]) for span in item["must_not_break"])
    return Marked(
        item["text"], frozenset(item["allowed_breaks"]), frozenset(item["tolerated_breaks"]), whole
    )


def _nlpo3():
    import nlpo3

    corpus = importlib.util.find_spec("pythainlp").submodule_search_locations[0]
    nlpo3.load_dict(str(Path(corpus) / "corpus" / "words_th.txt"), "thai")

    def breaks(text: str) -> list[int]:
        at, found = 0, []
        for word in nlpo3.segment(text, "thai"):
            if at > 0 and may_begin(text, at) and word.strip():
                found.append(at)
            at += len(word)
        return found

    return breaks
