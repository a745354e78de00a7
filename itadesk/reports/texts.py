"""Editable texts of forms: template, the office's wording, this printing's wording."""

from __future__ import annotations

import re
from collections.abc import Mapping

from itadesk.model.year import YearData
from itadesk.reports.forms import FormText, Options
from itadesk.reports.parts import names
from itadesk.reports.records import PARTS, given, parts, signers
from itadesk.thai.numbers import format_score

HEAD = "{head}"  # the place of who signs for the office
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
    """Texts as printed: this printing's, else the document's, the office's, the template's.

    Where a document and the office's texts name nobody, the people of the settings sign.
    """
    values, first = placeholders(data), given(form_id, texts, data, options)
    own = {key: text for (form, key), text in data.texts.items() if form == form_id}
    templates = {text.key: text.template for text in texts}
    for key in signers(texts):
        named = own.get(f"{key}_name") or any(f"{key}_{part}" in first for part in PARTS)
        if not named:
            templates |= _person(key, templates, data, values)
    return {
        text.key: filled(first.get(text.key, own.get(text.key, templates[text.key])), values)
        for text in texts
    }


def _person(
    key: str, templates: Mapping[str, str], data: YearData, values: Mapping[str, str]
) -> dict[str, str]:
    """Who signs in the head's place is the first of the office's people; in another, the one
    with its position. Nobody signs where a line of his cannot be printed."""
    place = templates[f"{key}_position"]
    position, people = filled(place, values).strip(), data.settings.signatories
    if place != HEAD:
        people = tuple(each for each in people if each.position.strip() == position)
    texts = {f"{key}_{part}": text for part, text in parts(people[0]).items()} if people else {}
    printable = all(each in templates for each, text in texts.items() if text)
    return {each: text for each, text in texts.items() if text} if printable else {}
