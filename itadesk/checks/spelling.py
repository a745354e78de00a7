"""Words that no list has; looked at when there is time for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.model.year import YearData

if TYPE_CHECKING:
    from itadesk.thai.spelling import Speller

SLOW = True
_NAMED = 3  # words in one sentence


def unknown(found: CheckData) -> Iterator[Remark]:
    """Words that are perhaps misspelt, once for each text."""
    if not found.data.settings.spelling or not found.texts:
        return
    from itadesk.thai.spelling import speller_of

    speller = speller_of(own_words(found.data))
    for text in found.texts:
        words = list(dict.fromkeys(_doubted(text.text, speller)))
        if words:
            more = " …" if len(words) > _NAMED else ""
            yield Remark(
                "documents.spelling",
                Severity.NOTE,
                f"{text.name} มีคำที่ไม่รู้จัก {' '.join(words[:_NAMED])}{more} โปรดตรวจตัวสะกด",
                text.place,
            )


def own_words(data: YearData) -> tuple[str, ...]:
    """Names that the office need not spell to anyone."""
    settings, office = data.settings, data.office
    return (*settings.words, *settings.units, office.name, office.district)


def _doubted(text: str, speller: Speller) -> Iterator[str]:
    """Each with the likeliest word of the list, where there is one."""
    for paragraph in text.split("\n"):
        for each in speller.check(paragraph).unknown:
            meant = f" (อาจเป็น {each.suggestions[0]})" if each.suggestions else ""
            yield f"“{paragraph[each.start : each.end]}”{meant}"


CHECKS: tuple[Check, ...] = (unknown,)
