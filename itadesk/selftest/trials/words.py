"""Lines of documents break between words."""

from __future__ import annotations

from itertools import pairwise

from itadesk.selftest import Found, Place, Trial, Verdict

_WORDS = ("การประชุม", "คณะกรรมการ", "ประเมิน", "คุณธรรม", "และ", "ความโปร่งใส")


def _run(_place: Place) -> Found:
    from itadesk.thai.breaking import make_breaker

    text = "".join(_WORDS)
    edges = (0, *make_breaker().breaks(text), len(text))
    broken = tuple(text[first:last] for first, last in pairwise(edges))
    if broken != _WORDS:
        return Found(Verdict.BAD, f"ตัดเป็น {' | '.join(broken)}", "โปรดติดตั้งโปรแกรมใหม่")
    return Found(Verdict.GOOD, f"ตัดเป็น {' | '.join(broken)}")


TRIAL = Trial("words", 100, "การตัดคำในเอกสาร", "ตัดประโยคตัวอย่างเป็นคำ", _run)
