"""Editable texts of forms: template, the office's wording, this printing's wording."""

from __future__ import annotations

import re
from collections.abc import Mapping

from itadesk.model.year import YearData
from itadesk.reports.forms import FormText, Options
from itadesk.reports.parts import names
from itadesk.reports.records import given
from itadesk.thai.numbers import format_score

_UNKNOWN, _INCOMPLETE = "-", "ยังไม่ครบ"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def placeholders(data: YearData) -> dict[str, str]:
    """What a {placeholder} of a text stands for in this year."""
    return {
        "office": data.office.name,
        **_names(data),
        "overall": _overall(data),
        "rating": data.result.rating or _INCOMPLETE,
        "year": str(data.assessment.year),
        "plan_year": str(data.assessment.plan_year),
        "count": str(sum(1 for _ in data.catalogue.indicators)),
        "district": data.office.district,
        "province": data.office.province,
    }


def _names(data: YearData) -> dict[str, str]:
    """Positions, places and words of offices of this kind."""
    office = data.office
    return {
        "head": names.head_title(office),
        "head_title": names.head_title(office),
        "deputy": names.deputy_title(office),
        "chief": names.chief_title(office),
        "unit": names.owner_unit(office),
        "place": names.sender_place(office),
        "address": names.address(office),
        "staff": names.staff_word(office),
        "parts": names.parts_word(office),
        "recipient": names.usual_recipient(office),
    }


def _overall(data: YearData) -> str:
    value = data.result.overall.value
    return _UNKNOWN if value is None else format_score(value, thai=False)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders replaced; an unknown one stays, so that it is seen."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)


def placeholders_in(text: str) -> tuple[str, ...]:
    """The names of the placeholders of a text, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def wording(
    form_id: str, texts: tuple[FormText, ...], data: YearData, options: Options
) -> dict[str, str]:
    """Texts as printed: this printing's, else the document's, the office's, the template's."""
    values, first = placeholders(data), given(form_id, texts, data, options)
    own = {key: text for (form, key), text in data.texts.items() if form == form_id}
    return {
        text.key: filled(first.get(text.key, own.get(text.key, text.template)), values)
        for text in texts
    }
