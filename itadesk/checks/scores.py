"""Checks of the scores themselves."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from itadesk.answering import codes_about
from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.lacking import FULL, missing_scores
from itadesk.model.assessment import QuestionScore
from itadesk.model.result import shown
from itadesk.model.year import YearData
from itadesk.services.scores import official_keys
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score

_NAMED = 6  # codes in one sentence


def missing(found: CheckData) -> Iterator[Remark]:
    """Questions without a score."""
    for message in missing_scores(found.data):
        yield Remark("scores.missing", Severity.MISSING, f"{message} โปรดกรอกที่หน้าคะแนน", "scores")


def outside(found: CheckData) -> Iterator[Remark]:
    """Scores that no scale gives, and items that are neither 0 nor 100."""
    data = found.data
    for code, score in data.assessment.scores.items():
        question = data.catalogue.question(code)
        for value in _values(score):
            words = f"คะแนนข้อ {to_thai(code)} กรอกไว้ {_printed(value)}"
            if not 0 <= value <= FULL:
                yield Remark(
                    "scores.out_of_range",
                    Severity.MISTAKE,
                    f"{words} แต่คะแนนมีได้ตั้งแต่ ๐ ถึง ๑๐๐ โปรดแก้ไขคะแนน",
                    f"scores:{code}",
                )
            elif question and question.binary and value not in (0, FULL):
                yield Remark(
                    "scores.item_between",
                    Severity.MISTAKE,
                    f"{words} แต่ข้อของ OIT ได้ ๐ หรือ ๑๐๐ คะแนนเท่านั้น โปรดแก้ไขคะแนน",
                    f"scores:{code}",
                )
    for key, official in data.assessment.official.items():
        if not 0 <= official <= FULL:
            yield Remark(
                "scores.out_of_range",
                Severity.MISTAKE,
                f"{official_keys(data.catalogue).get(key, key)} ที่ประกาศกรอกไว้ {_printed(official)} "
                "แต่คะแนนมีได้ตั้งแต่ ๐ ถึง ๑๐๐ โปรดแก้ไขคะแนน",
                f"scores:{key}",
            )


def rating_differs(found: CheckData) -> Iterator[Remark]:
    """An announced level that the rule of the year does not give."""
    data, result = found.data, found.data.result
    said = data.assessment.official_rating
    if not said:
        return
    overall = result.overall.value
    if result.computed_rating and said != result.computed_rating:
        why = f"คะแนนที่กรอกได้ระดับ “{result.computed_rating}”"
    elif overall is not None and not result.computed_rating and said not in _levels(data, overall):
        why = f"คะแนนภาพรวม {format_score(overall)} ไม่อยู่ในเกณฑ์ของระดับนี้"
    else:
        return
    yield Remark(
        "scores.rating_differs",
        Severity.NOTE,
        f"ระดับที่ประกาศคือ “{said}” แต่{why} โปรดตรวจสอบคะแนนและระดับที่หน้าคะแนน",
        "scores:rating",
    )


def unconfirmed(found: CheckData) -> Iterator[Remark]:
    """Questions that are written about while nobody has confirmed their text."""
    data = found.data
    codes = dict.fromkeys(code for each in data.findings for code in codes_about(data, each))
    questions = (data.catalogue.question(code) for code in codes)
    doubtful = [each.code for each in questions if each and not each.text.confirmed]
    if doubtful:
        more = " …" if len(doubtful) > _NAMED else ""
        yield Remark(
            "scores.unconfirmed_text",
            Severity.NOTE,
            f"ข้อ {to_thai(' '.join(doubtful[:_NAMED]))}{more} ที่นำมาวิเคราะห์ "
            f"ยังไม่มีข้อความที่ยืนยันในชุดข้อคำถามปี {to_thai(str(data.year))} "
            "โปรดกรอกข้อความตามคู่มือการประเมินที่หน้าตั้งค่า",
            "settings:catalogues",
        )


def _levels(data: YearData, overall: Decimal) -> set[str]:
    """Levels that an overall score may have, whatever the instruments have."""
    found = set()
    for level in data.catalogue.rating.levels:
        if shown(overall) >= level.overall_min:
            found.add(level.name)
            if level.each_min is None:
                break
    return found


def _values(score: QuestionScore) -> Iterator[Decimal]:
    yield from (each for each in (score.score, score.part1, score.part2) if each is not None)


def _printed(value: Decimal) -> str:
    return to_thai(f"{value:f}")


CHECKS: tuple[Check, ...] = (missing, outside, rating_differs, unconfirmed)
