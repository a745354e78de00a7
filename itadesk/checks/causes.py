"""Checks of what an analysis says: is it there, is it its own, does it say what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.checks.reading import Of
from itadesk.lacking import unanalysed
from itadesk.thai.digits import to_thai
from itadesk.thai.folding import fold

_LIKE = 0.85  # of all runs of letters in two texts, from which on they are one
_RUN, _SHORTEST = 4, 24  # letters
# what an office would admit of itself, and who says so instead
_WRONG = re.compile(
    r"เอื้อประโยชน์|ไม่เป็นธรรม|ไม่เท่าเทียม|เลือกปฏิบัติ|เรียกรับ|รับสินบน|รับของขวัญ|ทรัพย์สิน\S{0,30}ไปใช้\S{0,20}ส่วนตัว"
    r"|(?:มีการ|กระทำการ|กระทำ)ทุจริต|ประพฤติมิชอบ|พวกพ้อง|เบิกจ่ายเงินอย่างไม่ถูกต้อง|เบิกเงินเท็จ|ไม่โปร่งใส|ไม่สุจริต"
    r"|ใช้อำนาจโดยมิชอบ|สั่งให้ทำในสิ่งที่ไม่ถูกต้อง|ซื้อขายตำแหน่ง|ไม่คุ้มค่า|บิดเบือน"
)
_SAYS = re.compile(
    r"เห็นว่า|ความเห็น|ความคิดเห็น|รู้สึก|เข้าใจว่า|เข้าใจผิด|อาจ|บางราย|บางส่วน|บางคน|บางท่าน|รับรู้|ความเสี่ยง|กังวล"
    r"|ไม่ทราบ|คิดว่า|เชื่อว่า|มองว่า|ระบุว่า|ตอบว่า|มั่นใจ|เชื่อมั่น|ผู้ตอบ|เกรง|ป้องกัน|ปราบปราม|ต่อต้าน|ร้องเรียน|ลดการ|ลดโอกาส"
    r"|หลีกเลี่ยง|ขจัด|แก้ไขปัญหา|สงสัย|ทัศนคติ|มุมมอง|สะท้อน|ประเมินว่า|ปราศจาก"
)
_NOT = re.compile(r"(?:ไม่|มิได้|มิให้|ไม่ให้|ไม่มีการ|ไม่มี|ไม่พบ|ไม่ได้|ไม่พบว่ามีการ|ห้าม|งด|โดยไม่|และไม่|ปลอด)$")


def missing(found: CheckData) -> Iterator[Remark]:
    """An indicator below full marks without cause or guideline."""
    for indicator in unanalysed(found.data):
        yield Remark(
            "analysis.missing",
            Severity.MISSING,
            f"ตัวชี้วัดที่ {to_thai(str(indicator.no))} ยังไม่มีสาเหตุหรือแนวทางการยกระดับ "
            "โปรดเขียนที่หน้าวิเคราะห์ผล",
            f"analysis:{indicator.no}",
        )


def same(found: CheckData) -> Iterator[Remark]:
    """One cause under several indicators."""
    causes = [
        (text.indicator, text.text)
        for text in found.texts
        if (text.of, text.key) == (Of.FINDING, "cause") and text.indicator is not None
    ]
    for (first, one), (second, other) in combinations(causes, 2):
        if first != second and alike(one, other):
            yield Remark(
                "analysis.same_cause",
                Severity.NOTE,
                to_thai(f"สาเหตุของตัวชี้วัดที่ {first} กับตัวชี้วัดที่ {second} เป็นข้อความเดียวกัน ")
                + "โปรดเขียนสาเหตุของแต่ละตัวชี้วัด",
                f"analysis:{second}",
            )


def confession(found: CheckData) -> Iterator[Remark]:
    """A cause that admits a wrong, where what some respondents think is meant."""
    for text in found.texts:
        if text.key in ("cause", "analysis") and text.of in (Of.FINDING, Of.MEASURE):
            words = admitted(text.text)
            if words:
                yield Remark(
                    "analysis.confession",
                    Severity.NOTE,
                    f"{text.name} อ่านเหมือนหน่วยงานยอมรับว่า “{words}” เกิดขึ้นจริง "
                    "โปรดดูว่าควรเขียนว่า “ผู้ตอบแบบวัดบางรายเห็นว่า…” หรือไม่",
                    text.place,
                )


def question_again(found: CheckData) -> Iterator[Remark]:
    """The text of a question where its analysis should stand."""
    for text in found.texts:
        indicator = found.data.catalogue.indicator(text.indicator or 0)
        if text.key not in ("cause", "analysis") or indicator is None:
            continue
        for question in indicator.questions:
            if alike(text.text, question.text.text):
                yield Remark(
                    "analysis.question_again",
                    Severity.NOTE,
                    f"{text.name} เป็นข้อความของข้อคำถาม {to_thai(question.code)} ไม่ใช่ผลการวิเคราะห์ "
                    "โปรดเขียนว่าเหตุใดจึงได้คะแนนเท่านี้",
                    text.place,
                )


@lru_cache(maxsize=1024)
def admitted(text: str) -> str:
    """The words of a wrong that a text admits; "" where others say so, or where it is denied."""
    for line in text.split("\n"):
        if _SAYS.search(line) or line.rstrip().endswith(("เพียงใด", "หรือไม่")):
            continue  # others say so, or it is the question itself
        for match in _WRONG.finditer(line):
            if not _NOT.search(line[: match.start()].rstrip()):
                return match[0]
    return ""


@lru_cache(maxsize=16_384)
def alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for a few letters; short ones never are."""
    if min(len(one), len(other)) < 0.7 * max(len(one), len(other)):
        return False
    mine, theirs = runs(one), runs(other)
    few, many = sorted((len(mine), len(theirs)))
    if few < _SHORTEST or few < _LIKE * many:  # the second spares most comparisons
        return False
    return len(mine & theirs) >= _LIKE * len(mine | theirs)


@lru_cache(maxsize=1024)
def runs(text: str) -> frozenset[str]:
    """The runs of letters of a text; Thai words need not be told apart to compare them."""
    kept = fold(text)
    return frozenset(kept[at : at + _RUN] for at in range(len(kept) - _RUN + 1))


CHECKS: tuple[Check, ...] = (missing, same, confession, question_again)
