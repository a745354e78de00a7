"""Sentences about the overall score: the score, its change from the year before, its level."""

from __future__ import annotations

import re
from collections.abc import Mapping

from itadesk.comparison import YearOverall, change, overall_of, signed
from itadesk.model.year import YearData
from itadesk.reports.forms import FormText
from itadesk.reports.parts.analysis import INCOMPLETE
from itadesk.reports.texts import filled
from itadesk.thai.numbers import format_score

TEXTS = (
    FormText("change_up", "คำบอกคะแนนที่เพิ่มขึ้น", "เพิ่มขึ้นจากปีที่ผ่านมา {change}"),
    FormText("change_down", "คำบอกคะแนนที่ลดลง", "ลดลงจากปีที่ผ่านมา {change}"),
    FormText("change_none", "คำบอกคะแนนที่เท่าเดิม", "เท่ากับปีที่ผ่านมา"),
    FormText("level", "คำบอกระดับ", "อยู่ในระดับการประเมิน “{level_name}”"),
)
_GAPS = re.compile(" {2,}")


def printed_overall(found: YearOverall) -> str:
    """Two decimals, with ยังไม่ครบ where a score is missing; "" without any."""
    if found.overall.value is None:
        return ""
    text = format_score(found.overall.value, thai=False)
    return text if found.overall.complete else f"{text} ({INCOMPLETE})"


def change_words(data: YearData, year: int, words: Mapping[str, str]) -> str:
    """How the overall score of `year` stands to that of the year before; "" when unknown."""
    difference = change(overall_of(data, year - 1), overall_of(data, year))
    if difference is None:
        return ""
    key = "change_up" if difference > 0 else "change_down" if difference < 0 else "change_none"
    return filled(words[key], {"change": signed(difference)})


def sentence(template: str, data: YearData, found: YearOverall, words: Mapping[str, str]) -> str:
    """The template with {score}, {change} and {level}; what is not known leaves no gap."""
    values = {
        "score": printed_overall(found),
        "change": change_words(data, found.year, words),
        "level": filled(words["level"], {"level_name": found.rating}) if found.rating else "",
    }
    return _GAPS.sub(" ", filled(template, values)).strip()
